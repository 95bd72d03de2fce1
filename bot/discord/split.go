package discord

import (
	"unicode/utf16"

	"verbatim/bot/adapter"
)

type (
	ink  = adapter.Ink
	line = adapter.Line
)

// The weight of a text is the UTF-16 units of markdown that it takes at most.
const (
	hiddenWeight = len("\\<U+10FFFF\\>") // in a link; in code it is less
	runWeight    = len("````") + len("****")
	endWeight    = len("> ") + len("****")
	frame        = len("> ") + len("****") + hiddenWeight // what a piece may take besides
)

var weights = adapter.Weights{
	Piece: frame,
	Ink:   len("****"),
	Link:  func(address string) int { return len("[]()") + len(address) },
	Rune: func(r rune, hidden, was bool) int {
		if hidden && !was {
			return runWeight + hiddenWeight
		}
		return weightOf(r, hidden)
	},
	Leads: true,
}

func weightOf(r rune, hidden bool) int {
	switch {
	case hidden:
		return hiddenWeight
	case r == '\n':
		return len("\n") + endWeight
	case couldAct(r):
		return len("\\") + 1
	}
	return utf16.RuneLen(r)
}
