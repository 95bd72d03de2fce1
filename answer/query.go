package answer

import (
	"slices"
	"strings"

	"verbatim/answer/index"
	"verbatim/answer/question"
	"verbatim/answer/text"
)

// query is a question as the index is searched for it.
type query struct {
	question.Question
	text  string
	langs []text.Lang // what the articles are written in, the question's language first
	terms []term      // one for each of the question's words that is no misspelt stop word
	fixes []fix       // the words that were taken for others
	size  int         // sentences in the library
	total float64     // the weight of all terms together

	spelled  map[string]int // each spelling: its term
	plain    termSet        // the others, but for verbs of saying
	named    termSet        // the terms that are names
	figures  termSet        // the terms that are numbers
	speakers termSet        // the terms that name whose words are asked for
	topic    termSet        // what they are asked about
	unknown  termSet        // the terms that the articles do not hold
}

// term is a word of the question with everything that counts as it.
type term struct {
	question.Word
	spellings []string // terms of the index
	halves    []string // where the articles write the word in two; else nil
	known     bool     // the articles hold it, in some spelling
	weight    float64
}

// fix is a word of the question that the articles do not hold, and the one it was taken for.
type fix struct {
	text.Span
	meant string
	term  int // which it is now, -1 for a stop word
}

// maxTerms is how many words of a question are looked for: those beyond say little more,
// and a set of terms fits a machine word.
const maxTerms = 64

// newQueries reads a question against an index: langs are the languages of its articles,
// the most used first. A question about what several people said makes a query for each.
func newQueries(x *index.Index, q string, langs []text.Lang) ([]*query, error) {
	lang := languageOf(q, langs)
	langs = append([]text.Lang{lang}, slices.DeleteFunc(slices.Clone(langs), func(l text.Lang) bool { return l == lang })...)
	parsed := question.Parse(q, lang)
	var all []*query
	for _, one := range parsed.Each() {
		y, err := newQuery(x, &query{Question: one, text: q, langs: langs, size: x.Size().Sentences})
		if err != nil {
			return nil, err
		}
		all = append(all, y)
	}
	return all, nil
}

func newQuery(x *index.Index, y *query) (*query, error) {
	y.Words = y.Words[:min(len(y.Words), maxTerms)]
	for _, w := range y.Words {
		if err := y.addTerm(x, w); err != nil {
			return nil, err
		}
	}
	if err := y.joinNeighbours(x); err != nil {
		return nil, err
	}
	y.summarise()
	return y, nil
}

// languageOf returns which of the languages a question is in; the first where that cannot be told.
func languageOf(q string, langs []text.Lang) text.Lang {
	if lang := text.DetectAmong(q, langs); lang != "" || len(langs) == 0 {
		return lang
	}
	return langs[0]
}

// addTerm adds a word of the question as a term, in the articles' spelling where they do not hold its own.
func (y *query) addTerm(x *index.Index, w question.Word) (err error) {
	t := term{Word: w, spellings: y.spellings(w.Of(y.text), w.Term)}
	if t.halves, err = y.split(x, w.Form); err != nil {
		return err
	}
	count, err := t.count(x)
	if err != nil {
		return err
	}
	if count == 0 && t.halves == nil {
		meant, err := correct(x, w.Form, y.Lang)
		if err != nil {
			return err
		}
		if meant != "" {
			return y.addMeant(x, t, meant)
		}
	}
	y.add(x, t, count)
	return nil
}

// addMeant adds a term that stands for a word the articles hold.
func (y *query) addMeant(x *index.Index, t term, meant string) error {
	if isStop(meant, y.Lang) {
		y.fixes = append(y.fixes, fix{t.Span, meant, -1})
		return nil
	}
	if !isForm(t.Form, meant, y.Lang) {
		y.fixes = append(y.fixes, fix{t.Span, meant, len(y.terms)})
	}
	t.spellings = append(t.spellings, y.spellings(meant, "")...)
	count, err := t.count(x)
	y.add(x, t, count)
	return err
}

func (y *query) add(x *index.Index, t term, count int) {
	t.known = count > 0 || t.halves != nil
	t.weight = t.Weight * idf(count, x.Size().Sentences)
	y.terms = append(y.terms, t)
}

func (t *term) count(x *index.Index) (count int, err error) {
	for _, s := range t.spellings {
		n, err := x.Count(s)
		if err != nil {
			return 0, err
		}
		count += n
	}
	return count, nil
}

// spellings returns the terms of a word in each language of the library; first is one of them where given.
func (y *query) spellings(word, first string) []string {
	var all []string
	if first != "" {
		all = append(all, first)
	}
	for _, lang := range y.langs {
		for _, w := range text.Words(word, text.Span{End: len(word)}, lang) {
			if !slices.Contains(all, w.Term) && (w.Joined || w.Len() == len(word)) {
				all = append(all, w.Term)
			}
		}
	}
	return all
}

const minHalf = 4 // letters

// split cuts a word where the articles have both halves as words: backdoors, back doors.
func (y *query) split(x *index.Index, form string) ([]string, error) {
	for i := range form {
		if i < minHalf || len(form)-i < minHalf {
			continue
		}
		first, second := y.spellings(form[:i], ""), y.spellings(form[i:], "")
		if len(first) == 0 || len(second) == 0 {
			continue
		}
		n, err := x.Count(first[0])
		if err != nil {
			return nil, err
		}
		m, err := x.Count(second[0])
		if err != nil {
			return nil, err
		}
		if n > 0 && m > 0 {
			return []string{first[0], second[0]}, nil
		}
	}
	return nil, nil
}

// joinNeighbours lets two words of the question be found where the articles write them
// as one: cyber security, cybersecurity.
func (y *query) joinNeighbours(x *index.Index) error {
	for i := 0; i+1 < len(y.terms); i++ {
		a, b := &y.terms[i], &y.terms[i+1]
		if strings.Trim(y.text[a.End:b.Start], " -") != "" {
			continue
		}
		joined := y.spellings(a.Form+b.Form, "")
		if len(joined) == 0 {
			continue
		}
		if n, err := x.Count(joined[0]); err != nil || n == 0 {
			return err
		}
		a.spellings = append(a.spellings, joined[0])
		b.spellings = append(b.spellings, joined[0])
	}
	return nil
}

// searchTerms returns what the index is searched for: the spellings of each term, and
// behind them the halves of those that are written in two, two by two.
func (y *query) searchTerms() [][]string {
	var all, halves [][]string
	for _, t := range y.terms {
		all = append(all, t.spellings)
		for _, h := range t.halves {
			halves = append(halves, []string{h})
		}
	}
	return append(all, halves...)
}

// halved returns the terms that are written in two, in the order of their halves in searchTerms.
func (y *query) halved() []int {
	var all []int
	for i, t := range y.terms {
		if t.halves != nil {
			all = append(all, i)
		}
	}
	return all
}

// termOf returns the term of the question that a term of an article counts as, or -1.
func (y *query) termOf(spelling string) int {
	if t, ok := y.spelled[spelling]; ok {
		return t
	}
	return -1
}

// summarise fills what is derived from the terms.
func (y *query) summarise() {
	y.spelled = map[string]int{}
	for i := len(y.terms) - 1; i >= 0; i-- {
		t := &y.terms[i]
		for _, s := range t.spellings {
			y.spelled[s] = i
		}
		switch {
		case t.Name:
			y.named.add(i)
		case t.Weight > question.SayingWeight:
			y.plain.add(i)
		}
		if hasDigit(t.Form) {
			y.figures.add(i)
		}
		if !t.known {
			y.unknown.add(i)
		}
		y.total += t.weight
	}
	y.total = max(y.total, 1e-9)
	for _, group := range y.Speakers {
		for _, w := range group {
			y.speakers.add(y.at(w))
		}
	}
	y.topic = (y.named | y.plain) &^ y.speakers
}
