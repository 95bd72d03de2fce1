package answer

import (
	"cmp"
	"slices"
	"time"

	"verbatim/answer/index"
	"verbatim/answer/question"
	"verbatim/answer/related"
	"verbatim/answer/text"
)

// query is a question as the index is searched for it.
type query struct {
	question.Question
	text     string
	scope    *scope      // what its filter leaves
	langs    []text.Lang // what the articles are written in, the question's language first
	terms    []term      // one for each of the question's words that is no misspelt stop word
	fixes    []fix       // the words that were taken for others
	explains bool        // how its quotes come about is wanted too
	without  []uint64    // the articles that are not to be quoted, as they are damaged
	until    time.Time   // when the best so far have to do; zero where there is no limit
	partial  bool        // there was no time to look at all articles
	unheld   int         // how many words no article holds, up to maxUnheld
	size     int         // sentences in the library
	total    float64     // the weight of all terms together

	phrasing phrasing
	spelled  []counted      // each spelling: its terms
	related  []related.List // by term: what may say it
	named    termSet        // the terms that are names
	plain    termSet        // the others, but for verbs of saying
	figures  termSet        // those that are numbers
	unknown  termSet        // those that the articles do not hold
	speakers termSet        // those that name whose words are asked for
	topic    termSet        // what they are asked about

	room room
}

// relation is a term of the question that another word may say, and how sure it is that it does.
type relation struct {
	term   int
	weight float32
}

// fix is a word of the question that the articles do not hold, and the one it was taken for.
type fix struct {
	text.Span
	meant string
	term  int  // which it is now, -1 for a stop word
	sure  bool // it counts for as much as if it had been typed
}

// maxTerms is how many words of a question are looked for: those beyond say little more,
// and a set of terms fits a machine word.
const maxTerms = 64

// tiny keeps a share of nothing from being a division by nothing.
const tiny = 1e-9

// newQueries reads a question against an index: langs are the languages of its articles,
// the most used first, and the scope is that of its filter. A question about what several people said makes a query for each.
func newQueries(x *index.Index, q string, langs []text.Lang, of *scope) ([]*query, error) {
	if len(langs) == 0 { // there are no articles, and what is looked for is told all the same
		langs = []text.Lang{cmp.Or(text.Detect(q), text.English)}
	}
	lang := languageOf(q, langs)
	parsed := question.Parse(q, lang)
	each := parsed.Each()
	all := make([]*query, 0, len(each))
	for _, one := range each {
		y := newQuery(one, q)
		y.scope, y.size = of, x.Size().Sentences
		y.speak(lang, langs)
		if err := y.lookUp(x); err != nil {
			return nil, err
		}
		all = append(all, y)
	}
	return all, nil
}

// speak sets the languages that words are read in.
func (y *query) speak(first text.Lang, others []text.Lang) {
	y.langs = append(y.langs, first)
	for _, lang := range others {
		if lang != first {
			y.langs = append(y.langs, lang)
		}
	}
}

// languageOf returns which of the languages a question is in; the first where that cannot be told.
func languageOf(q string, langs []text.Lang) text.Lang {
	if lang := text.DetectAmong(q, langs); lang != "" || len(langs) == 0 {
		return lang
	}
	return langs[0]
}

// lookUp makes the terms of the words.
func (y *query) lookUp(x *index.Index) error {
	if err := y.findNames(x); err != nil {
		return err
	}
	if err := y.keepRarest(x); err != nil {
		return err
	}
	for _, w := range y.Words {
		if err := y.addTerm(x, w); err != nil {
			return err
		}
	}
	if err := y.joinNeighbours(x); err != nil {
		return err
	}
	y.sortTerms()
	return nil
}

// counted is what a spelling counts as.
type counted struct {
	spelling string
	hash     uint16
	terms    termSet
}

// sortTerms fills what is derived from the terms.
func (y *query) sortTerms() {
	y.phrasing.read(y.read(y.text, y.Lang), y.terms)
	y.related = slices.Grow(y.related, len(y.terms))[:len(y.terms)]
	for i := range y.terms {
		t := &y.terms[i]
		for _, s := range t.spellings {
			y.count(s, i)
		}
		y.related[i] = related.To(t.Term, y.Lang)
		y.total += t.weight
		y.named.addIf(i, t.Name)
		y.plain.addIf(i, !t.Name && t.Weight > question.SayingWeight)
		y.figures.addIf(i, hasDigit(t.Form))
		y.unknown.addIf(i, !t.known)
		y.speakers.addIf(i, y.Speaks(t.Word))
	}
	y.total = max(y.total, tiny)
	y.topic = (y.named | y.plain) &^ y.speakers
}

// count has a spelling count as a term.
func (y *query) count(spelling string, term int) {
	i := slices.IndexFunc(y.spelled, func(c counted) bool { return c.spelling == spelling })
	if i < 0 {
		i = len(y.spelled)
		y.spelled = append(y.spelled, counted{spelling: spelling, hash: index.HashTerm(spelling)})
	}
	y.spelled[i].terms.add(term)
}

// taken returns the terms that were taken for other words.
func (y *query) taken() (all termSet) {
	for _, f := range y.fixes {
		if f.term >= 0 {
			all.add(f.term)
		}
	}
	return all
}

// guessed returns those of them that it is not sure of.
func (y *query) guessed() (all termSet) {
	for _, f := range y.fixes {
		if f.term >= 0 && !f.sure {
			all.add(f.term)
		}
	}
	return all
}

// halved returns the terms that are written in two, in their order.
func (y *query) halved() []int {
	var all []int
	for i, t := range y.terms {
		if t.halves != nil {
			all = append(all, i)
		}
	}
	return all
}

// termsSpelled returns the terms of the question that a term of an article counts as: two
// where it joins two words of the question.
func (y *query) termsSpelled(spelling string) termSet {
	for i := range y.spelled {
		if y.spelled[i].spelling == spelling {
			return y.spelled[i].terms
		}
	}
	return 0
}

// termsHashed does what termsSpelled does with a term whose hash is known.
func (y *query) termsHashed(spelling string, hash uint16) termSet {
	for i := range y.spelled {
		if c := &y.spelled[i]; c.hash == hash && c.spelling == spelling {
			return c.terms
		}
	}
	return 0
}

// says reports whether a term is one of the question's.
func (y *query) says(term string) bool { return y.termsSpelled(term) != 0 }

// hasHalf reports whether a term of an article is half of a term.
func (y *query) hasHalf(spelling string) bool {
	for i := range y.terms {
		for _, half := range y.terms[i].halves {
			if half == spelling {
				return true
			}
		}
	}
	return false
}

// kin returns the terms of the question that a word is of the same family as.
func (y *query) kin(w *text.Word) (all termSet) {
	for i := range y.terms {
		all.addIf(i, text.Kin(w, &y.terms[i].Word.Word, y.Lang))
	}
	return all
}

// termsOf returns the terms that a range of an article holds.
func (y *query) termsOf(a *Article, at text.Span) (held termSet) {
	for _, w := range text.Words(a.Text, at, a.Lang) {
		held |= y.termsSpelled(w.Term)
	}
	return held
}
