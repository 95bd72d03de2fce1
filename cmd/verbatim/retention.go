package main

import (
	"errors"
	"strconv"

	"github.com/spf13/cobra"
)

// mostDaysKept is the most days for which a chat can have what was asked kept.
const mostDaysKept = 365

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

// keepFlag gives serve the flag of how long what was asked may be kept.
func (a *app) keepFlag(c *cobra.Command) {
	a.keepQuestions = mostDaysKept
	c.Flags().Var(&a.keepQuestions, "keep-questions", "the most `days` for which any chat keeps what was asked; 0 keeps nothing")
}
