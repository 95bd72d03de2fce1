package answer

import (
	"context"
	"encoding/binary"
	"errors"
	"iter"
	"slices"
	"strings"
	"time"

	"verbatim/answer/index"
	"verbatim/answer/question"
	"verbatim/answer/text"
	"verbatim/store"
)

// maxQuestion is how many bytes of a question are read.
const maxQuestion = 2000

// defaultLimit is how many quotes an answer has when the question does not say.
const defaultLimit = 3

// errRemaking is why nothing is answered: what is not in the index yet would seem not to be there.
var errRemaking = errors.New("the index is being made again: ask again in a while")

// Ask answers a question from one moment of the library. The answer has no quotes where
// the articles do not answer, or, if the nearest are wanted, where none hold a word of it. It
// goes without articles and parts of the index that are damaged, unless nothing is found then:
// the error is store.ErrCorrupt.
func (l *Library) Ask(ctx context.Context, q Question) (*Answer, error) {
	start := time.Now()
	asked, filter := question.Filters(clip(strings.ToValidUTF8(q.Text, " "), maxQuestion))
	a := &Answer{Question: q.Text, Filter: filter}
	if a.Courtesy = filter.By == "" && question.Courtesy(asked); a.Courtesy {
		return a, ctx.Err()
	}
	if q.Limit <= 0 {
		q.Limit = defaultLimit
	}
	if l.remaking.Load() {
		return nil, errRemaking
	}
	empty := *a
	without, err := l.without(func(without []uint64) error {
		*a = empty
		return l.tenant.View(func(tx *store.Tx) error { return a.find(ctx, tx, &l.cache, asked, q, without) })
	})
	if a.Damaged = a.Damaged || len(without) > 0; err == nil && a.Damaged && a.Abstained() {
		err = store.ErrCorrupt // there may well be an answer in what is damaged
	}
	if err != nil {
		return nil, err
	}
	a.Took = time.Since(start)
	return a, ctx.Err()
}

// find fills the answer from what the filter leaves of the library.
func (a *Answer) find(ctx context.Context, tx *store.Tx, c *index.Cache, asked string, q Question, without []uint64) (err error) {
	v, err := newView(tx, c, q)
	if err != nil {
		return err
	}
	defer v.x.Close()
	v.without = without
	a.Damaged = len(v.x.Damaged()) > 0 || v.x.Live() < totalCount(tx)
	defer index.Caught(&err)
	of, err := v.newScope(a.Filter)
	if err != nil {
		return err
	}
	if a.Filter.By != "" && question.Courtesy(asked) {
		c := chips{given: a.Filter}
		c.filters(asked)
		a.Chips = c.all
		return a.hear(v, of)
	}
	queries, err := newQueries(v.x, asked, v.langs, of)
	if err != nil {
		return err
	}
	defer release(queries)
	if err := a.ask(ctx, v, queries); err != nil || q.Nearest {
		return err
	}
	if err := a.narrow(ctx, v, queries); err != nil {
		return err
	}
	return a.tellMissing(ctx, v, asked, queries)
}

// ask fills the answer with what queries find: the question's words, their postings, the
// sentences that may answer, the stretches of them that do, and these as quotes.
func (a *Answer) ask(ctx context.Context, v view, queries []*query) (err error) {
	found, sorted := make([][]*passage, len(queries)), make([][]*passage, len(queries))
	pickers := make([]*picker, 0, len(queries))
	defer func() {
		for _, p := range pickers {
			p.release()
		}
	}()
	var fixes []fix
	for i, y := range queries {
		if err := ctx.Err(); err != nil {
			return err
		}
		y.explains, y.until, y.without = v.q.Explain, v.until, v.without
		var p *picker
		sorted[i], p, err = y.passages(v)
		if pickers = append(pickers, p); err != nil {
			return err
		}
		if v.q.Nearest {
			found[i] = near(sorted[i])
		} else {
			found[i] = answering(sorted[i], v.q.Silence)
		}
		a.Partial = a.Partial || y.partial
		fixes = append(fixes, y.used(firstOf(found[i]))...)
	}
	a.Sought = queries[0].sought()
	a.tellTaken(queries[0].text, fixes)
	if a.Quotes, err = quotes(interleave(found), max(v.q.Limit, len(queries))); err != nil {
		return err
	}
	a.takeSides(queries)
	a.Near = a.Abstained() && slices.ContainsFunc(sorted, func(one []*passage) bool { return slices.ContainsFunc(one, (*passage).isNear) })
	return nil
}

func firstOf(passages []*passage) *passage {
	if len(passages) == 0 {
		return nil
	}
	return passages[0]
}

// passages returns the best passages for a query, best first, whether they answer or not, and
// the picker that they are of: they are valid until that is released.
func (y *query) passages(v view) ([]*passage, *picker, error) {
	p := newPicker(v.tx, v.x, y)
	var lets func(candidate) bool
	if y.scope != nil && y.scope.by != nil || len(y.Phrases) > 0 {
		lets = func(c candidate) bool { return p.lets(c.doc, c.sentence) }
	}
	best, whole, err := y.candidates(v.x, lets)
	y.partial = !whole
	if err != nil {
		return nil, p, err
	}
	if p.err != nil {
		return nil, p, p.err
	}
	if err := p.considerAll(best); err != nil {
		return nil, p, err
	}
	return p.sorted(), p, nil
}

// sought returns the words of the question that were looked for, without verbs of saying.
func (y *query) sought() []string {
	all := make([]string, 0, len(y.terms))
	for i, t := range y.terms {
		if (y.named | y.plain).has(i) {
			all = append(all, t.Of(y.text))
		}
	}
	return all
}

// used returns the corrections that count. Where there is an answer these are the ones
// that its best passage holds: a word that had no part in it may well be meant as it stands.
// Where there is none they are those that are sure.
func (y *query) used(best *passage) []fix {
	return slices.DeleteFunc(slices.Clone(y.fixes), func(f fix) bool {
		if best == nil {
			return !f.sure
		}
		return f.term >= 0 && !best.holds.has(f.term)
	})
}

// languages returns the languages of the articles, the most used first.
func languages(tx *store.Tx) []text.Lang {
	langs, counts := make([]text.Lang, 0, len(tagLangs)), make([]uint64, 0, len(tagLangs))
	for lang, count := range languageCounts(tx) {
		at := len(counts)
		for at > 0 && counts[at-1] < count { // those of a count in order of the alphabet, as they come
			at--
		}
		langs, counts = slices.Insert(langs, at, lang), slices.Insert(counts, at, count)
	}
	return langs
}

// totalCount returns how many articles there are by the counts of each language. Where the index has
// fewer a part of it is out of sight, behind a key that was damaged.
func totalCount(tx *store.Tx) (n int) {
	for _, of := range languageCounts(tx) {
		n += int(of)
	}
	return n
}

// languageCounts yields the languages in order of the alphabet, and how many articles are in each.
func languageCounts(tx *store.Tx) iter.Seq2[text.Lang, uint64] {
	return func(yield func(text.Lang, uint64) bool) {
		for key, value := range tx.Scan([]byte(languageKey)) {
			if len(value) == 8 && !yield(langOf(key[len(languageKey):]), binary.BigEndian.Uint64(value)) {
				return
			}
		}
	}
}

// clip cuts s to at most n bytes, between two runes.
func clip(s string, n int) string {
	if len(s) <= n {
		return s
	}
	return strings.ToValidUTF8(s[:n], "")
}
