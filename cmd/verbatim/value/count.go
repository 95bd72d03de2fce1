package value

import (
	"errors"
	"strconv"
)

// Count is how many of something there are to be; 0 leaves it open.
type Count int

func (n *Count) String() string { return strconv.Itoa(int(*n)) }
func (n *Count) Type() string   { return "number" }

func (n *Count) Set(value string) error {
	i, err := strconv.Atoi(value)
	if err != nil || i < 0 {
		return errors.New("it needs a number such as 2")
	}
	*n = Count(i)
	return nil
}
