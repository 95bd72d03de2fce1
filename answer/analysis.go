package answer

import (
	"context"
	"runtime"
	"slices"
	"unicode"
	"unicode/utf8"

	"golang.org/x/sync/errgroup"

	"verbatim/answer/index"
	"verbatim/answer/speech"
	"verbatim/answer/text"
)

// analysis is what is derived from an article: all of it can be made again.
type analysis struct {
	number    uint64
	article   *Article
	record    []byte // of the article, where it is to be stored
	layout    Layout
	sentences []index.Sentence // heading, then those of the layout
	hash      uint64           // of the text
	sketch    []uint64         // as what is nearly the same is found by
	failed    bool             // the article cannot be analysed: nothing of it is ever quoted
}

// heading is the index's sentence 0 of each article: its fields. It gives the article's
// sentences context and is never quoted; the layout's sentence i is the index's i+heading.
const heading = 1

// analyseAll has articles analysed by one of the functions below, side by side, in order.
func analyseAll(ctx context.Context, articles []*Article, by func(*Article) *analysis) ([]*analysis, error) {
	all := make([]*analysis, len(articles))
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i, a := range articles {
		group.Go(func() error {
			if ctx.Err() == nil {
				all[i] = by(a)
			}
			return ctx.Err()
		})
	}
	return all, group.Wait()
}

// prepare analyses an article and packs it.
func prepare(a *Article) *analysis {
	n := analyseAnyhow(a)
	if !n.failed {
		n.record = encodeArticle(a)
	}
	return n
}

// analyseAnyhow has a fault of the analysis, which texts of all kinds are put through, end
// nothing but the analysis of that text.
func analyseAnyhow(a *Article) (n *analysis) {
	defer func() {
		if recover() != nil {
			n = &analysis{article: a, sentences: make([]index.Sentence, heading), failed: true}
		}
	}()
	return analyse(a)
}

func analyse(a *Article) *analysis {
	n := &analysis{article: a, hash: hashOf(a.Text), sketch: sketch(a)}
	n.layout.Paragraphs = text.Paragraphs(a.Text)
	n.layout.Speech = speech.Find(a.Text, a.Lang, n.layout.Paragraphs)
	n.sentences = append(n.sentences, indexHeading(a))
	voices := newVoices(a, n.layout.Speech)
	for _, p := range n.layout.Paragraphs {
		for i, s := range text.Sentences(a.Text, p, a.Lang) {
			n.layout.Sentences = append(n.layout.Sentences, s)
			indexed := index.Sentence{Opens: i == 0}
			if !overlapsAny(a.Furniture, s) {
				indexed = indexSentence(a, s)
				indexed.Opens = i == 0
				indexed.Terms = append(indexed.Terms, voices.terms(s)...)
			}
			n.sentences = append(n.sentences, indexed)
		}
	}
	return n
}

func indexHeading(a *Article) index.Sentence {
	fields := a.Title + "\n" + a.Author + "\n" + a.Source
	s := indexWords(fields, text.Words(fields, text.Span{End: len(fields)}, a.Lang))
	s.Opens = true
	return s
}

func indexSentence(a *Article, s text.Span) index.Sentence {
	return indexWords(a.Text, text.Words(a.Text, s, a.Lang))
}

func indexWords(t string, words []text.Word) index.Sentence {
	var s index.Sentence
	for _, w := range words {
		if !w.Joined {
			if s.Length > 0 && isCapital(w.Of(t)) { // the first word of a sentence tells nothing
				s.Names = append(s.Names, w.Form)
			}
			s.Length++
			s.Words = append(s.Words, w.Form)
		}
		if !w.Stop {
			s.Terms = append(s.Terms, w.Term)
		}
	}
	return s
}

// isCapital reports whether a word begins with a capital.
func isCapital(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r)
}

// voices gives the terms of who speaks in a sentence: a sentence is found by its
// speaker's name and role as if they stood in it.
type voices struct {
	article *Article
	speech  []speech.Utterance // those not yet passed
}

func newVoices(a *Article, speech []speech.Utterance) *voices { return &voices{a, speech} }

// terms must be asked sentence by sentence in the order of the text.
func (v *voices) terms(s text.Span) []string {
	for len(v.speech) > 0 && v.speech[0].Said.End <= s.Start {
		v.speech = v.speech[1:]
	}
	var terms []string
	for _, u := range v.speech {
		if u.Said.Start >= s.End {
			break
		}
		for _, who := range []text.Span{u.Speaker, u.Role} {
			if !s.Contains(who) {
				terms = append(terms, indexSentence(v.article, who).Terms...)
			}
		}
	}
	return terms
}

// overlapsAny reports whether one of the spans, which are in order, shares a byte with s.
func overlapsAny(spans []text.Span, s text.Span) bool {
	_, found := slices.BinarySearchFunc(spans, s, func(f, s text.Span) int {
		switch {
		case f.End <= s.Start:
			return -1
		case f.Start >= s.End:
			return 1
		}
		return 0
	})
	return found
}
