package answer

import (
	"strings"

	"verbatim/answer/index"
	"verbatim/answer/text"
)

// kindredReach is how many letters a word of the family may have more or less.
const kindredReach = 4

// kindred lets a word that no article holds be found by the words of its family that begin
// like it: сотрудничал by сотрудничество. English stems bring these together already, and
// names have no family.
func (y *query) kindred(x *index.Index, t *term) error {
	start := firstLetters(t.Form)
	if y.Lang == text.English || t.Name || start == "" {
		return nil
	}
	return x.Near(index.Words, t.Form, kindredReach, func(word []byte, _ index.Use) {
		if !strings.HasPrefix(string(word), start) {
			return
		}
		for _, w := range y.read(string(word), y.Lang) {
			if !w.Stop && text.Kin(&w, &t.Word.Word, y.Lang) {
				t.addSpelling(w.Term)
			}
		}
	})
}

// firstLetters returns what all words of a family begin with, empty where a word is too
// short or a number, which have none.
func firstLetters(form string) string {
	const letters = 4
	n := 0
	for i := range form {
		if n == letters && !hasDigit(form) {
			return form[:i]
		}
		n++
	}
	return ""
}
