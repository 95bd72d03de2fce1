package question

import (
	"math/bits"
	"slices"
	"strings"
	"unicode/utf8"

	"verbatim/answer/text"
)

// contraryWords are the words that turn what is said around.
type contraryWords struct {
	denials   string // not, without
	opposites string // pairs parted by semicolons, the sides of each by a /
	prefixes  string // un of unknown
}

// contraries are the same, ready to be looked up.
type contraries struct {
	denials map[string]bool  // by form
	poles   map[string]poles // by key
	side    map[string]int   // by key
	sides   [][]string       // by pair: the keys of both sides

	prefixes []string
	starts   [256]bool // the first bytes of the prefixes
}

// poles is a set of pairs of opposites, as many as a machine word has bits.
type poles uint64

func (w *words) compileContraries(lang text.Lang) contraries {
	c := contraries{denials: set(forms(w.contrary.denials)), poles: map[string]poles{}, side: map[string]int{}, prefixes: forms(w.contrary.prefixes)}
	for _, prefix := range c.prefixes {
		c.starts[prefix[0]] = true
	}
	for n, pair := range strings.Split(w.contrary.opposites, ";") {
		c.sides = append(c.sides, nil)
		for side, list := range strings.Split(pair, "/") {
			for _, w := range parts(list, lang) {
				c.poles[key(w)], c.side[key(w)] = 1<<n, side
				c.sides[n] = append(c.sides[n], key(w))
			}
		}
	}
	return c
}

// polesOf returns which opposites some words are, on either side.
func (c *contraries) polesOf(words []text.Word) (all [2]poles) {
	for _, w := range words {
		if p := c.poles[key(w)]; p != 0 {
			all[c.side[key(w)]] |= p
		}
	}
	return all
}

// figure is a number of a question, with the noun behind it.
type figure struct {
	form, noun string
	year       bool
}

// readContrary notes what a text that does not answer may have the contrary of.
func (p *parser) readContrary() {
	p.out.poles = p.lex.polesOf(p.words)
	both := p.out.poles[0] & p.out.poles[1]
	p.out.poles[0], p.out.poles[1] = p.out.poles[0]&^both, p.out.poles[1]&^both
	for i, w := range p.words {
		p.out.Negated = p.out.Negated || i > 0 && !p.is(i, asAside) && !p.isQuoted(i) && p.lex.denies(p.words, i)
		if bare := p.lex.bare(w.Form); bare != "" && !w.Stop {
			p.out.prefixed = append(p.out.prefixed, prefixed{w.Form, bare})
		}
		if f := figureAt(p.words, i); f.form != "" {
			p.out.figures = append(p.out.figures, f)
		}
	}
}

// figureAt returns the number that word i is; its form is empty where it is none.
func figureAt(words []text.Word, i int) (f figure) {
	form := words[i].Form
	if form == "" || form[0] < '0' || form[0] > '9' {
		return figure{}
	}
	f = figure{form: form, year: isYear(form)}
	if i+1 < len(words) && !words[i+1].Stop {
		f.noun = words[i+1].Term
	}
	return f
}

// denies reports whether word i says not, as the no of "No. 10" does not.
func (c *contraries) denies(words []text.Word, i int) bool {
	return c.isDenial(words[i].Form) && (i+1 == len(words) || !hasDigit(words[i+1].Form))
}

// isDenial reports whether a form is one of a word that says not.
func (c *contraries) isDenial(form string) bool {
	return c.denials[form] || strings.HasSuffix(form, notEnding)
}

// notEnding is that of an English verb with a not in it: isn't.
const notEnding = "n't"

// mayTurn reports whether a word may be one of those that Opposed counts for their prefixes.
func (r *Reader) mayTurn(w *text.Word) bool {
	if w.Stop {
		return false
	}
	for _, p := range r.question.prefixed {
		if p.bare == w.Form {
			return true
		}
	}
	bare := r.lex.bare(w.Form)
	return bare != "" && r.question.has(bare)
}

// Opposed returns how many words of the question a text has the opposite of, without
// having the word or one like it: first where the question has last. It tells nothing
// where they are in different languages. Where no word has the sign Turned, those with the sign
// Opposite are enough.
func (q *Question) Opposed(words []text.Word, lang text.Lang) int {
	if lang != q.Lang {
		return 0
	}
	lex := lexiconOf(lang)
	count := q.undone(words, lex)
	if q.poles != [2]poles{} {
		here := lex.polesOf(words)
		opposed := q.poles[0]&here[1]&^here[0] | q.poles[1]&here[0]&^here[1]
		count += bits.OnesCount64(uint64(opposed))
	}
	return count
}

// undone counts the words of the question that a text has with a prefix that turns them
// around, or without the one that they have: known where the question has unknown.
func (q *Question) undone(words []text.Word, lex *lexicon) (count int) {
	for _, w := range words {
		if !w.Stop && (q.turns(w.Form, words) || q.isTurned(w.Form, lex.bare(w.Form), words)) {
			count++
		}
	}
	return count
}

// turns reports whether a form is what a word of the question has a prefix before.
func (q *Question) turns(form string, words []text.Word) bool {
	return slices.ContainsFunc(q.prefixed, func(p prefixed) bool { return p.bare == form && !hold(words, p.form) })
}

// isTurned reports whether a word that the question lacks is one of its words with a prefix.
func (q *Question) isTurned(form, bare string, words []text.Word) bool {
	return bare != "" && q.has(bare) && !q.has(form) && !hold(words, bare)
}

// has reports whether a form is a word of the question.
func (q *Question) has(form string) bool {
	return slices.ContainsFunc(q.Words, func(w Word) bool { return w.Form == form })
}

// hold reports whether a form is among words.
func hold(words []text.Word, form string) bool {
	return slices.ContainsFunc(words, func(w text.Word) bool { return w.Form == form })
}

// prefixed is a word with a prefix that turns it around, and without.
type prefixed struct{ form, bare string }

// bare returns a form without a prefix that turns it around; empty where it has none.
func (c *contraries) bare(form string) string {
	const shortest = 5 // letters that are left
	if form == "" || !c.starts[form[0]] {
		return ""
	}
	for _, prefix := range c.prefixes {
		if rest, ok := strings.CutPrefix(form, prefix); ok && utf8.RuneCountInString(rest) >= shortest {
			return rest
		}
	}
	return ""
}

// HasFigures reports whether the question has a number in digits.
func (q *Question) HasFigures() bool { return len(q.figures) > 0 }

// Misnumbered returns how many numbers of the question a text lacks while it has another
// of the same sort: another year, or another number of what the question has a number of. Words
// with the sign Figure and those right behind them are enough.
func (q *Question) Misnumbered(words []text.Word) (count int) {
	for _, f := range q.figures {
		other := false
		if hold(words, f.form) {
			continue
		}
		for i := range words {
			g := figureAt(words, i)
			other = other || g.form != "" && (f.year && g.year || f.noun != "" && f.noun == g.noun)
		}
		if other {
			count++
		}
	}
	return count
}

// Denies reports whether a text says not near a word of the question that is no name, as
// said tells them apart by their terms.
func (q *Question) Denies(words []text.Word, lang text.Lang, said func(term string) bool) bool {
	const reach = 4 // words
	lex := lexiconOf(lang)
	for i := range words {
		if lex.denies(words, i) && slices.ContainsFunc(words[max(0, i-reach):min(len(words), i+reach+1)], func(w text.Word) bool {
			return said(w.Term) && !q.names(w.Term)
		}) {
			return true
		}
	}
	return false
}

// names reports whether a term is a name of the question.
func (q *Question) names(term string) bool {
	return slices.ContainsFunc(q.Words, func(w Word) bool { return w.Name && w.Term == term })
}
