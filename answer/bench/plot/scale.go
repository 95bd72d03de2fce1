package plot

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// scale maps values of some decades to pixels.
type scale struct {
	first, last int // powers of ten
	from, to    float64
}

// scaleOf returns a scale that has room for some values, of a decade at least.
func scaleOf(values []float64, from, to float64) (scale, error) {
	least, most := math.Inf(1), math.Inf(-1)
	for _, v := range values {
		least, most = min(least, v), max(most, v)
	}
	if !(least > 0) || math.IsInf(most, 0) {
		return scale{}, fmt.Errorf("a logarithmic axis has values above 0 only, not %v to %v", least, most)
	}
	first, last := int(math.Floor(math.Log10(least))), int(math.Ceil(math.Log10(most)))
	return scale{first, max(last, first+1), from, to}, nil
}

// at returns where a value stands.
func (s scale) at(v float64) float64 {
	share := (math.Log10(v) - float64(s.first)) / float64(s.last-s.first)
	return s.from + share*(s.to-s.from)
}

// ticks returns the values that are written at an axis: the powers of ten, and those between of a single decade.
func (s scale) ticks() (values []float64) {
	for power := s.first; power <= s.last; power++ {
		values = append(values, math.Pow10(power))
	}
	if s.last == s.first+1 {
		values = append(values, 2*values[0], 5*values[0])
	}
	return values
}

// tick writes a value at an axis as people read it: 0.01, 1, 500, 1,000, and 10⁵ above.
func tick(v float64) string {
	switch {
	case v < 1000:
		return strconv.FormatFloat(v, 'g', 3, 64)
	case v < 10_000:
		return strconv.Itoa(int(v/1000)) + ",000"
	}
	power := int(math.Log10(v))
	digits := ""
	if times := int(math.Round(v / math.Pow10(power))); times > 1 {
		digits = strconv.Itoa(times) + "·"
	}
	raised := func(r rune) rune { return []rune("⁰¹²³⁴⁵⁶⁷⁸⁹")[r-'0'] }
	return digits + "10" + strings.Map(raised, strconv.Itoa(power))
}
