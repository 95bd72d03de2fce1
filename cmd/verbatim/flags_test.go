package main

import (
	"log/slog"
	"testing"
	"time"

	"verbatim/bot"
	"verbatim/cmd/verbatim/value"
)

// What the flags allow at most, and take unless they are given, is what the bot keeps at most.
func TestTheFlagsKeepWhatTheBotDoes(t *testing.T) {
	b := bot.New(slog.New(slog.DiscardHandler), bot.Tenants{})
	if b.KeepQuestions != int(value.MostDaysKept) || b.KeepAnswers != time.Duration(value.MostTimeKept) {
		t.Errorf("it keeps questions for %d days and answers for %v", b.KeepQuestions, b.KeepAnswers)
	}
}
