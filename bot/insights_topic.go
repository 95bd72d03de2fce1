package bot

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"verbatim/answer/question"
	"verbatim/answer/text"
)

// A topic is what a question asks for, by its words alone: questions with the same form
// ask the same in other words.
type topic struct {
	form  string
	kind  string   // what kind of answer it wants, within which filter
	words []string // the stems of the words that it looks for, sorted
}

// topicOf reads a question in the language that it seems to be in.
func topicOf(asked string) topic {
	rest, filter := question.Filters(asked)
	lang := text.DetectAmong(rest, langs())
	if lang == "" {
		lang = text.English
	}
	parsed := question.Parse(rest, lang)
	t := topic{kind: filter.On(strconv.Itoa(int(parsed.Kind)))}
	for _, w := range parsed.Words {
		t.words = append(t.words, w.Term)
	}
	slices.Sort(t.words)
	t.words = slices.Compact(t.words)
	if len(t.words) == 0 {
		t.words = strings.Fields(strings.ToLower(rest))
	}
	t.form = t.kind + " " + strings.Join(t.words, " ")
	return t
}

func langs() (all []text.Lang) {
	for _, l := range languages {
		all = append(all, l.lang)
	}
	return all
}

// A topic with this many words in common with another may differ from it in one.
const commonWords = 3

// neighbours returns the forms that a topic has in common with those near to it: its own,
// and those without one of its words.
func (t topic) neighbours() []string {
	all := []string{t.form}
	if len(t.words) < commonWords {
		return all
	}
	for i := range t.words {
		all = append(all, t.kind+" "+strings.Join(slices.Concat(t.words[:i], t.words[i+1:]), " "))
	}
	return all
}

// isNear reports whether two topics of a kind are likely the same: one has a word more, and
// that no number, or a word is spelt otherwise.
func (t topic) isNear(o topic) bool {
	mine, others := apart(t.words, o.words)
	if t.kind != o.kind || len(t.words)-len(mine) < commonWords {
		return false
	}
	if len(mine) == 1 && len(others) == 1 {
		return isMisspelt(mine[0], others[0])
	}
	either := append(mine, others...)
	return len(either) == 1 && !hasNumber(either[0])
}

// apart returns the words that only one of two sorted lists has.
func apart(a, b []string) (onlyA, onlyB []string) {
	for len(a) > 0 && len(b) > 0 {
		switch cmp.Compare(a[0], b[0]) {
		case 0:
			a, b = a[1:], b[1:]
		case -1:
			onlyA, a = append(onlyA, a[0]), a[1:]
		default:
			onlyB, b = append(onlyB, b[0]), b[1:]
		}
	}
	return append(onlyA, a...), append(onlyB, b...)
}

// isMisspelt reports whether one of two words is likely the other, spelt wrong.
func isMisspelt(a, b string) bool {
	const short, most = 5, 1
	return min(len(a), len(b)) >= short && !hasNumber(a+b) && text.Distance(a, b, most) <= most
}

func hasNumber(word string) bool { return strings.ContainsFunc(word, unicode.IsDigit) }
