package value

import (
	"errors"
	"fmt"
	"math"

	"github.com/dustin/go-humanize"
)

// Size is bytes, written with a unit or without. Zero is no limit.
type Size int64

// leastSize is the least limit for a database: one with a few articles has some MiB.
const leastSize = 4 << 20

var errSize = errors.New("a size is a number such as 2GiB or 512MiB, from 4MiB on, or 0 for no limit")

func (s *Size) Set(typed string) error {
	n, err := humanize.ParseBytes(typed)
	if err != nil || n > math.MaxInt64 || n > 0 && n < leastSize {
		return errSize
	}
	*s = Size(n)
	return nil
}

func (s *Size) String() string {
	n := uint64(*s)
	for _, unit := range []struct {
		bytes uint64
		name  string
	}{{1 << 30, "GiB"}, {1 << 20, "MiB"}} {
		if n > 0 && n%unit.bytes == 0 {
			return fmt.Sprint(n/unit.bytes, unit.name)
		}
	}
	return fmt.Sprint(n)
}

func (*Size) Type() string { return "size" }
