package jsonl

import (
	"time"

	"verbatim/answer"
)

// Change is a change to the library.
type Change struct {
	Change   uint64    `json:"change"`
	At       time.Time `json:"at"`
	By       string    `json:"by"`
	From     string    `json:"from"`
	Loaded   int       `json:"loaded"`
	Replaced int       `json:"replaced"`
	Removed  int       `json:"removed"`
	Titles   []string  `json:"titles"` // of the first few articles
	Undoes   uint64    `json:"undoes,omitempty"`
	UndoneBy uint64    `json:"undone_by,omitempty"`
	Open     bool      `json:"can_be_undone"`
}

// ChangeOf returns a change.
func ChangeOf(c answer.Change) Change {
	return Change{c.Number, c.At, c.By, c.From, c.Loaded, c.Replaced, c.Removed, c.Titles, c.Undoes, c.UndoneBy, c.Open}
}
