package answer

import (
	"strings"
	"unicode"

	"verbatim/answer/index"
)

// A word counts as a name where the articles write it as one at least so often.
const (
	leastNames = 2
	nameShare  = .8
)

// findNames finds the names in a question without capitals, as people type in a chat: the
// words that the articles write as names.
func (y *query) findNames(x *index.Index) error {
	if strings.ContainsFunc(y.text, unicode.IsUpper) {
		return nil
	}
	for i := range y.Words {
		w := &y.Words[i]
		use, err := x.UseOf(w.Form)
		if err != nil {
			return err
		}
		w.Name = w.Name || use.Names >= leastNames && float64(use.Names) >= nameShare*float64(use.Count)
	}
	return nil
}
