package answer

import (
	"slices"
	"sort"

	"verbatim/answer/speech"
	"verbatim/answer/text"
)

// Layout is what the analysis of an article found in it, in the order of the text.
type Layout struct {
	Paragraphs []text.Span
	Sentences  []text.Span
	Speech     []speech.Utterance
}

// within returns the sentences that share a byte with a range of the article.
func (l *Layout) within(at text.Span) []text.Span {
	from := sort.Search(len(l.Sentences), func(i int) bool { return l.Sentences[i].End > at.Start })
	to := sort.Search(len(l.Sentences), func(i int) bool { return l.Sentences[i].Start >= at.End })
	return l.Sentences[from:max(from, to)]
}

// Quotations counts what is said in words of the speaker, and not only reported.
func (l *Layout) Quotations() (n int) {
	for _, u := range l.Speech {
		if u.Kind != speech.Reported {
			n++
		}
	}
	return n
}

// firstVoice returns the first utterance that ends behind the start of a range.
func (l *Layout) firstVoice(at text.Span) int {
	return sort.Search(len(l.Speech), func(i int) bool { return l.Speech[i].Said.End > at.Start })
}

// voiceIn returns the utterance that shares most with a range, or -1 where none does.
func (l *Layout) voiceIn(at text.Span) int {
	who, longest := -1, 0
	for i := l.firstVoice(at); i < len(l.Speech) && l.Speech[i].Said.Start < at.End; i++ {
		if n := l.heard(i, at); n > longest {
			who, longest = i, n
		}
	}
	return who
}

// heard returns how much an utterance is heard in a range: all of its bytes there if it is quoted, and one if it is
// reported, which counts where nobody is quoted.
func (l *Layout) heard(utterance int, at text.Span) int {
	n := overlap(l.Speech[utterance].Said, at)
	if l.Speech[utterance].Kind == speech.Reported {
		return min(n, 1)
	}
	return n
}

// paragraphOf returns which paragraph holds all of a range, or -1.
func (l *Layout) paragraphOf(at text.Span) int {
	return slices.IndexFunc(l.Paragraphs, func(p text.Span) bool { return p.Contains(at) })
}

func overlap(a, b text.Span) int { return min(a.End, b.End) - max(a.Start, b.Start) }
