package value

import (
	"errors"
	"strconv"
	"strings"
	"time"
)

const day = 24 * time.Hour

// DaysKept is for how many days what was asked is kept: 0 for not at all, MostDaysKept at most.
type DaysKept int

// MostDaysKept is the most days for which a chat can have what was asked kept.
const MostDaysKept DaysKept = 365

func (d *DaysKept) Set(value string) error {
	n, err := strconv.Atoi(value)
	if err != nil || n < 0 || n > int(MostDaysKept) {
		return errors.New("it needs a number of days from 0, which keeps nothing, to 365")
	}
	*d = DaysKept(n)
	return nil
}

func (d *DaysKept) String() string { return strconv.Itoa(int(*d)) }

func (d *DaysKept) Type() string { return "days" }

// TimeKept is for how long an answer is kept to be corrected: 7d, 12h, 90m, or 0 for not at all.
type TimeKept time.Duration

// MostTimeKept is the longest for which an answer is kept to be corrected.
const MostTimeKept = TimeKept(30 * day)

func (k *TimeKept) Set(value string) error {
	long, err := parse(value)
	if err != nil || long < 0 || long > time.Duration(MostTimeKept) || long > 0 && long < time.Minute {
		return errors.New("it needs a time such as 7d, 12h or 90m, 30d at most; 0 keeps none")
	}
	*k = TimeKept(long)
	return nil
}

// parse reads a time as Go writes it, or whole days.
func parse(value string) (time.Duration, error) {
	if days, ok := strings.CutSuffix(value, "d"); ok {
		n, err := strconv.ParseUint(days, 10, 16) // of which a time has room for the days
		return time.Duration(n) * day, err
	}
	return time.ParseDuration(value)
}

func (k *TimeKept) String() string {
	long := time.Duration(*k)
	if long%day == 0 {
		return strconv.Itoa(int(long/day)) + "d"
	}
	return long.String()
}

func (k *TimeKept) Type() string { return "time" }
