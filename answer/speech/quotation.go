package speech

import (
	"strings"
	"unicode"

	"verbatim/answer/text"
)

// A quotation is a passage that the article sets off as somebody's words.
type quotation struct {
	said      text.Span // the words
	outer     text.Span // the words and their marks
	paragraph int
	open      bool // no closing mark: the next paragraph may go on with it
	torn      bool // no closing mark before the next opening one
	dash      bool // set off by a dash
	labelled  bool // all that stands after a name and a colon
}

// quotations appends what the paragraphs of t set off as somebody's words, in order.
func quotations(out []quotation, t string, lang *language, paragraphs []text.Span) []quotation {
	turns := dashed(t, lang, paragraphs)
	labels := labelled(t, lang, paragraphs)
	var pairs pairs // in memory that each paragraph uses again
	for i, p := range paragraphs {
		found := pairs.marked(t, p)
		switch {
		case turns != nil && turns[i] != nil:
			found = turns[i]
		case labels != nil && labels[i] > 0 && (len(found) == 0 || found[0].outer.Start > labels[i]):
			said := trim(t, text.Span{Start: labels[i], End: p.End})
			found = []quotation{{said: said, outer: said, labelled: true}}
		}
		for _, q := range found {
			q.paragraph = i
			out = parts(out, t, lang, q)
		}
	}
	return settled(t, lang, paragraphs, out)
}

// parts appends a quotation without the words in it that tell who speaks: «Да, — сказал он, — да»
func parts(out []quotation, t string, lang *language, q quotation) []quotation {
	var spans []text.Span
	if lang.dashes {
		spans = speechIn(t, lang, q.said, false)
	}
	if len(spans) == 0 || len(spans) == 1 && spans[0] == q.said {
		if !q.said.Empty() {
			out = append(out, q)
		}
		return out
	}
	for i, said := range spans {
		part := quotation{said: said, outer: said, paragraph: q.paragraph, dash: q.dash, labelled: q.labelled}
		if i == 0 {
			part.outer.Start = q.outer.Start
		}
		if said.End == q.said.End {
			part.outer.End, part.open = q.outer.End, q.open
		}
		out = append(out, part)
	}
	return out
}

// settled decides where quotations end that have no closing mark. One that the next paragraph goes on with stays open;
// another ends before the words that tell who speaks, else with its paragraph if it is that or announced by a colon.
func settled(t string, lang *language, paragraphs []text.Span, quotes []quotation) []quotation {
	out := quotes[:0]
	for i, q := range quotes {
		goesOn := i+1 < len(quotes) && quotes[i+1].paragraph == q.paragraph+1 && opensParagraph(paragraphs, quotes[i+1])
		if q.torn || q.open && !goesOn {
			cut, ok := beforeCue(t, lang, q.said)
			if !ok && (q.torn || !announced(t, paragraphs, q)) {
				continue
			}
			if ok {
				q.said.End, q.outer.End = cut, cut
			}
			q.open, q.torn = false, false
		}
		out = append(out, q)
	}
	return out
}

// announced reports whether a quotation begins its paragraph or follows a colon or comma.
func announced(t string, paragraphs []text.Span, q quotation) bool {
	before := strings.TrimRightFunc(t[paragraphs[q.paragraph].Start:q.outer.Start], unicode.IsSpace)
	return before == "" || strings.HasSuffix(before, ":") || strings.HasSuffix(before, ",")
}

// beforeCue returns where words end that go on with ", Smith said" or ", said Smith" without a closing mark between.
func beforeCue(t string, lang *language, said text.Span) (int, bool) {
	const longest = 4 // words to the cue
	for i := said.Start; i < said.End; i++ {
		if t[i] != ',' {
			continue
		}
		words := 0
		for w := range strings.FieldsSeq(t[i+1 : min(said.End, i+longestAddress)]) {
			traits := lang.traits(strings.TrimRight(w, ".,"))
			if traits&cueStrong != 0 && traits&cueBound == 0 {
				return i + 1, true
			}
			if words++; words == longest || traits&(pronoun|honorific|office|modifier) == 0 && !capitalised(w) {
				break
			}
		}
	}
	return 0, false
}

func opensParagraph(paragraphs []text.Span, q quotation) bool {
	return q.outer.Start == paragraphs[q.paragraph].Start
}
