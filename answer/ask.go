package answer

import (
	"cmp"
	"context"
	"encoding/binary"
	"maps"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"verbatim/answer/index"
	"verbatim/answer/question"
	"verbatim/answer/text"
	"verbatim/store"
)

// maxQuestion is how many bytes of a question are read.
const maxQuestion = 2000

// defaultLimit is how many quotes an answer has when the question does not say.
const defaultLimit = 3

// Ask answers a question from one moment of the library. The answer has no quotes where
// the articles do not answer.
func (l *Library) Ask(ctx context.Context, q Question) (*Answer, error) {
	start := time.Now()
	a := &Answer{Question: q.Text, Courtesy: question.Courtesy(q.Text)}
	if a.Courtesy {
		return a, ctx.Err()
	}
	asked := clip(strings.ToValidUTF8(q.Text, " "), maxQuestion)
	err := l.tenant.View(func(tx *store.Tx) error { return a.find(tx, asked, cmp.Or(q.Limit, defaultLimit)) })
	if err != nil {
		return nil, err
	}
	a.Took = time.Since(start)
	return a, ctx.Err()
}

// find fills the answer: the question's words, their postings, the sentences that may
// answer, the stretches of them that do, and these as quotes.
func (a *Answer) find(tx *store.Tx, asked string, limit int) error {
	x, err := index.Open(tx)
	if err != nil {
		return err
	}
	queries, err := newQueries(x, asked, languages(tx))
	if err != nil {
		return err
	}
	a.Sought = queries[0].sought()
	var found [][]*passage
	for _, y := range queries {
		passages, err := y.passages(tx, x)
		if err != nil {
			return err
		}
		found = append(found, passages)
	}
	all := interleave(found)
	a.DidYouMean = queries[0].corrected(firstOf(all))
	a.Quotes = quotes(all, limit)
	return nil
}

func firstOf(passages []*passage) *passage {
	if len(passages) == 0 {
		return nil
	}
	return passages[0]
}

// passages returns the best passages for a query, best first.
func (y *query) passages(tx *store.Tx, x *index.Index) ([]*passage, error) {
	r := newRanker(x.Size(), y)
	if err := x.Search(y.searchTerms(), r.visit); err != nil {
		return nil, err
	}
	p := newPicker(tx, y)
	for _, c := range r.cut() {
		if err := p.consider(c); err != nil {
			return nil, err
		}
	}
	return p.answers(), nil
}

// sought returns the words of the question that were looked for, without verbs of saying.
func (y *query) sought() []string {
	var all []string
	for i, t := range y.terms {
		if (y.named | y.plain).has(i) {
			all = append(all, t.Of(y.text))
		}
	}
	return all
}

// corrected returns the question with the words that were taken for others replaced,
// empty when none was. Where there are quotes, only what they hold counts: a word that
// had no part in the answer may well be meant as it stands.
func (y *query) corrected(best *passage) string {
	var b strings.Builder
	at := 0
	for _, f := range y.fixes {
		if best != nil && f.term >= 0 && !best.holds.has(f.term) {
			continue
		}
		b.WriteString(y.text[at:f.Start] + inCaseOf(f.meant, f.Of(y.text)))
		at = f.End
	}
	if at == 0 {
		return ""
	}
	return b.String() + y.text[at:]
}

// inCaseOf gives a word a capital where the one it replaces has one.
func inCaseOf(word, model string) string {
	if r, _ := utf8.DecodeRuneInString(model); !unicode.IsUpper(r) {
		return word
	}
	r, size := utf8.DecodeRuneInString(word)
	return string(unicode.ToUpper(r)) + word[size:]
}

// languages returns the languages of the articles, the most used first.
func languages(tx *store.Tx) []text.Lang {
	counts := map[text.Lang]uint64{}
	for key, value := range tx.Scan([]byte(languageKey)) {
		counts[text.Lang(key[len(languageKey):])] = binary.BigEndian.Uint64(value)
	}
	return slices.SortedFunc(maps.Keys(counts), func(a, b text.Lang) int {
		return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a, b))
	})
}

// clip cuts s to at most n bytes, between two runes.
func clip(s string, n int) string {
	if len(s) <= n {
		return s
	}
	return strings.ToValidUTF8(s[:n], "")
}
