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
	long, err := time.ParseDuration(value)
	if n, isDays := strings.CutSuffix(value, "d"); isDays {
		var whole int
		whole, err = strconv.Atoi(n)
		long = time.Duration(min(max(whole, -1), int(MostDaysKept))) * day
	}
	if err != nil || long < 0 || long > time.Duration(MostTimeKept) || long > 0 && long < time.Minute {
		return errors.New("it needs a time such as 7d, 12h or 90m, 30d at most; 0 keeps none")
	}
	*k = TimeKept(long)
	return nil
}

func (k *TimeKept) String() string {
	long := time.Duration(*k)
	if long%day == 0 {
		return strconv.Itoa(int(long/day)) + "d"
	}
	return long.String()
}

func (k *TimeKept) Type() string { return "time" }
