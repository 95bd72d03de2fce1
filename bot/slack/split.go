package slack

import (
	"encoding/json"

	"verbatim/bot/adapter"
)

type (
	ink  = adapter.Ink
	line = adapter.Line
)

// The weight of a text is the characters of JSON that it takes, in UTF-16 units. Each
// character beside the blocks weighs three times, as Slack takes three times as many
// characters of blocks as of text.
const (
	textWeight    = 3
	elementWeight = 60   // {"type":"text","text":"","style":{"bold":true}}, and a comma
	room          = 9000 // of a piece: 3,000 characters at most, Slack's limit for an element
)

var weights = adapter.Weights{
	Piece: elementWeight,
	Ink:   elementWeight,
	Link:  func(address string) int { return len(quoted(address)) },
	Rune: func(r rune, hidden, was bool) int {
		weight := textWeight * escapedLength(r, hidden)
		if hidden != was {
			weight += elementWeight
		}
		return weight
	},
}

// quoted returns a text as it stands in JSON.
func quoted(s string) []byte {
	b, _ := json.Marshal(s) // a string always has a JSON form
	return b
}
