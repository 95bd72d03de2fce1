package main

import (
	"errors"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"
)

const (
	// mostDaysKept is the most days for which a chat can have what was asked kept.
	mostDaysKept = 365
	// mostDaysCorrected is the most days for which an answer is kept to be corrected.
	mostDaysCorrected = 30

	day = 24 * time.Hour
)

// daysKept is the value of --keep-questions.
type daysKept int

func (d *daysKept) Set(value string) error {
	n, err := strconv.Atoi(value)
	if err != nil || n < 0 || n > mostDaysKept {
		return errors.New("it needs a number of days from 0, which keeps nothing, to 365")
	}
	*d = daysKept(n)
	return nil
}

func (d *daysKept) String() string { return strconv.Itoa(int(*d)) }

func (d *daysKept) Type() string { return "days" }

// timeKept is the value of --keep-answers: 7d, 12h, 90m, or 0.
type timeKept time.Duration

func (k *timeKept) Set(value string) error {
	long, err := time.ParseDuration(value)
	if n, isDays := strings.CutSuffix(value, "d"); isDays {
		var whole int
		whole, err = strconv.Atoi(n)
		long = time.Duration(min(max(whole, -1), mostDaysKept)) * day
	}
	if err != nil || long < 0 || long > mostDaysCorrected*day || long > 0 && long < time.Minute {
		return errors.New("it needs a time such as 7d, 12h or 90m, 30d at most; 0 keeps none")
	}
	*k = timeKept(long)
	return nil
}

func (k *timeKept) String() string {
	long := time.Duration(*k)
	if long%day == 0 {
		return strconv.Itoa(int(long/day)) + "d"
	}
	return long.String()
}

func (k *timeKept) Type() string { return "time" }

// keepFlags gives serve the flags of how long what was asked and answered may be kept.
func (a *app) keepFlags(c *cobra.Command) {
	a.keepQuestions, a.keepAnswers = mostDaysKept, timeKept(mostDaysCorrected*day)
	c.Flags().Var(&a.keepQuestions, "keep-questions", "the most `days` for which any chat keeps what was asked; 0 keeps nothing")
	c.Flags().Var(&a.keepAnswers, "keep-answers", "for how long a `time` an answer is kept to be corrected when what it quotes goes, such as 7d or 12h; 0 corrects none")
}
