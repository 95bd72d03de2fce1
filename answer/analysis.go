package answer

import (
	"context"
	"runtime"
	"slices"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/sync/errgroup"

	"verbatim/answer/index"
	"verbatim/answer/question"
	"verbatim/answer/speech"
	"verbatim/answer/text"
)

// analysis is what is derived from an article: all of it can be made again.
type analysis struct {
	number  uint64
	article *Article
	record  []byte // of the article, where it is to be stored
	layout  Layout
	indexed index.Article // its sentences are the heading, then those of the layout
	hash    uint64        // of the text
	sketch  []uint64      // as what is nearly the same is found by
	failed  bool          // the article cannot be analysed: nothing of it is ever quoted
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
			n = &analysis{article: a, indexed: index.Article{Sentences: make([]index.Sentence, heading)}, failed: true}
		}
	}()
	n = analyse(a)
	n.indexed.Pack()
	return n
}

func analyse(a *Article) *analysis {
	n := &analysis{article: a, hash: hashOf(a.Text), sketch: sketch(a)}
	n.layout.Paragraphs = text.Paragraphs(a.Text)
	n.layout.Speech = speech.Find(a.Text, a.Lang, n.layout.Paragraphs)
	v := newVoices(&n.layout)
	n.indexed.Sentences = append(n.indexed.Sentences, indexHeading(a))
	for _, p := range n.layout.Paragraphs {
		for i, s := range text.Sentences(a.Text, p, a.Lang) {
			n.layout.Sentences = append(n.layout.Sentences, s)
			indexed := index.Sentence{Opens: i == 0, Mark: endingOf(s.Of(a.Text))}
			if !overlapsAny(a.Furniture, s) {
				indexed.Words = indexWords(a.Text, s, a.Lang)
				indexed.By = v.by(s)
			}
			n.indexed.Sentences = append(n.indexed.Sentences, indexed)
		}
	}
	for _, name := range v.names {
		n.indexed.Names = append(n.indexed.Names, indexWords(a.Text, name, a.Lang))
	}
	n.indexed.Tag, n.indexed.Marks = uint64(tagOf(a)), marksOf(a, &n.layout)
	n.indexed.Layout = encodeLayout(a, &n.layout)
	return n
}

func indexHeading(a *Article) index.Sentence {
	fields := a.Title + "\n" + a.Author + "\n" + a.Source
	return index.Sentence{Opens: true, Words: indexWords(fields, text.Span{End: len(fields)}, a.Lang)}
}

// wordRooms are kept from one sentence to the next, for its words to be read into.
var wordRooms = sync.Pool{New: func() any { return new([]text.Word) }}

// indexWords returns the words of a range of a text as the index has them.
func indexWords(t string, at text.Span, lang text.Lang) []index.Word {
	room := wordRooms.Get().(*[]text.Word)
	defer wordRooms.Put(room)
	words := text.AppendWords((*room)[:0], t, at, lang)
	*room = words
	all := make([]index.Word, len(words))
	for i, w := range words {
		before := text.Span{Start: w.Start, End: w.Start}
		if i > 0 {
			before = words[i-1].Span
		}
		all[i] = index.Word{Form: w.Form, Term: w.Term, Flags: flagsOf(w, t), Mark: question.MarkOf(t, before, w.Span)}
	}
	return all
}

func flagsOf(w text.Word, t string) (flags index.Flags) {
	if w.Stop {
		flags |= index.Stop
	}
	if w.Joined {
		flags |= index.Joined
	}
	if isCapital(w.Of(t)) {
		flags |= index.Capital
	}
	return flags
}

// isCapital reports whether a word begins with a capital.
func isCapital(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r)
}

// voices gives the names of who speaks in a sentence: a sentence is found by its
// speaker's name and role as if they stood in it.
type voices struct {
	speech []speech.Utterance // those not yet passed
	names  []text.Span        // the lists of names
	places map[text.Span]int
}

func newVoices(l *Layout) *voices {
	names, places := namesOf(l)
	return &voices{l.Speech, names, places}
}

// by returns the lists of the names that a sentence is found by and does not hold. It must be
// asked sentence by sentence in the order of the text.
func (v *voices) by(s text.Span) (lists []int) {
	for len(v.speech) > 0 && v.speech[0].Said.End <= s.Start {
		v.speech = v.speech[1:]
	}
	for _, u := range v.speech {
		if u.Said.Start >= s.End {
			break
		}
		for _, who := range []text.Span{u.Speaker, u.Role} {
			if !who.Empty() && !s.Contains(who) {
				lists = append(lists, v.places[who])
			}
		}
	}
	return lists
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
