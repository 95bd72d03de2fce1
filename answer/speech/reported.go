package speech

import (
	"slices"
	"strings"

	"verbatim/answer/text"
)

// report is what a sentence tells in its own words that somebody said: Smith said that it rains.
type report struct {
	kind Kind // Direct where a dash sets it off within its paragraph
	said text.Span
	src  source
	in   passage
}

// Fewer tokens than this tell nothing: she said yes.
const leastReported = 4

// reports returns what the sentences report in which nobody is quoted, in order. Headings are left out, as they are no
// sentences.
func (s *story) reports(isSpoken func(quote int) bool) []report {
	var out []report
	for i, tokens := range s.tokens {
		if s.headings[i] {
			continue
		}
		p := s.in(i)
		for from := 0; from < len(tokens); {
			to, quoting := p.sentenceEnd(from, isSpoken)
			dashed := from < to && tokens[from].kind == dash
			if dashed {
				from++
			}
			if r, ok := p.reported(from, to); ok && !quoting {
				if dashed && s.lang.dashes && r.said.Start == tokens[from].Start {
					r.kind = Direct
				}
				out = append(out, r)
			}
			from = to + 1
		}
	}
	return out
}

// sentenceEnd returns the index of the stop that ends the sentence that begins at token from, and whether anybody is
// quoted in it.
func (p passage) sentenceEnd(from int, isSpoken func(quote int) bool) (end int, quoting bool) {
	for end = from; end < len(p.tokens) && p.tokens[end].kind != stop; end++ {
		quoting = quoting || p.tokens[end].kind == quoted && isSpoken(int(p.tokens[end].number))
	}
	return end, quoting
}

// reported finds what the sentence from from to to reports, and from whom.
func (p passage) reported(from, to int) (report, bool) {
	for k := from; k < to; k++ {
		from := max(from, k-longestClause)
		switch t := p.tokens[k]; {
		case t.traits&origin != 0:
			if r, ok := p.reportedBy(from, k, to); ok {
				return r, true
			}
		case p.isCue(k, cue) && !p.governed(from, k):
			if begin := p.complement(k, to); begin > 0 {
				n, end := p.subject(from, k, to), p.complementEnd(from, k, begin, to)
				if n.known() && end-begin >= leastReported && !p.denied(max(from, k-nearCue), begin) {
					return p.report(begin, end, source{noun: n, cue: t.Span}), true
				}
			}
			if r, ok := p.reportedBefore(from, k, to); ok {
				return r, true
			}
		}
	}
	return report{}, false
}

// nearCue is how many tokens before a cue its auxiliaries stand.
const nearCue = 3

// denied reports whether the tokens around a cue say that nobody said it: did not say that.
func (p passage) denied(from, to int) bool {
	return slices.ContainsFunc(p.tokens[from:to], func(t token) bool {
		w := strings.ToLower(t.Of(p.t))
		return t.kind <= capital && (denials[w] || strings.HasSuffix(w, "n't") || strings.HasSuffix(w, "n’t"))
	})
}

var denials = set("not never ikke aldri inte aldrig pas jamais no nunca jamás не никогда nem soha")

// governed reports whether a preposition stands before token k, so that it is a noun: on states that vote.
func (p passage) governed(from, k int) bool {
	return k > from && p.tokens[k-1].traits&link != 0 && p.tokens[k-1].traits&(conjunction|that) == 0 && p.tokens[k-1].Of(p.t) != "to"
}

func (p passage) report(from, to int, src source) report {
	return report{Reported, text.Span{Start: p.tokens[from].Start, End: p.tokens[to-1].End}, src, p}
}

// complement returns where the words begin that tell what is said with the cue at token k, or 0: after "that", or
// where a clause follows.
func (p passage) complement(k, to int) int {
	const reach = 8 // tokens to the "that" of "told the reporters from Oslo that"
	for i := k + 1; i < min(to, k+reach) && p.tokens[i].kind <= comma; i++ {
		switch t := p.tokens[i]; {
		case t.kind == comma && (i+1 == to || p.tokens[i+1].traits&that == 0): // заявила, что
			return 0
		case t.mention == 0 && t.traits&that != 0:
			if i+1 < to && p.tokens[i+1].traits&(filler|being) != 0 {
				return 0 // attacks that have hurt
			}
			return i + 1
		case t.traits&being != 0 && i > k+1 && p.tokens[k].traits&cueStrong != 0:
			return k + 1 // warned that there is, without "that"
		case t.traits&cue != 0 && !p.nounlike(i), t.traits&relative != 0:
			return 0
		case p.tokens[k].traits&cueStrong != 0 && t.traits&pronoun != 0 && t.mention == 0:
			return i
		}
	}
	if p.tokens[k].traits&barely == 0 || k > 0 && p.tokens[k-1].kind == comma {
		return 0
	}
	i := k + 1
	for i < to && p.tokens[i].mention == 0 && p.tokens[i].traits&(calendar|adverb) != 0 {
		i++
	}
	if i < to && p.tokens[i].kind <= capital && (p.tokens[i].mention > 0 || p.tokens[i].traits&(link|filler|origin) == 0) {
		return i
	}
	return 0
}

// complementEnd returns where the words end that begin at token begin and are said with the cue at k: with the sentence,
// or at a comma if the cue stands in a clause below another, as in "Smith, who said that it rains, left"; and before
// ", according to".
func (p passage) complementEnd(from, k, begin, to int) int {
	below := k > from && p.tokens[k-1].traits&relative != 0 || p.tokens[from].traits&link != 0 && p.tokens[from].traits&conjunction == 0
	for i := begin; i < min(to, begin+longestClause); i++ {
		if p.tokens[i].kind == comma && (below || i+1 < to && p.tokens[i+1].traits&origin != 0) {
			return i
		}
	}
	return to
}

// reportedBefore reads "It rains a lot, Smith said." whose cue is at token k.
func (p passage) reportedBefore(from, k, to int) (report, bool) {
	const most = 8 // tokens after the cue
	if p.tokens[k].traits&cueStrong == 0 {
		return report{}, false
	}
	verb := k // with its auxiliary: a déclaré
	for verb > from && p.tokens[verb-1].traits&filler != 0 {
		verb--
	}
	if verb > from && p.tokens[verb-1].kind == comma { // , said Smith
		n, end := p.nounAt(k + 1)
		if n.known() && end <= to && p.endsAt(end) && verb-1-from >= leastReported {
			return p.report(from, verb-1, source{noun: n, cue: p.tokens[k].Span}), true
		}
		return report{}, false
	}
	n := p.nounBefore(from, k)
	if to-k > most || n.first-1-from < leastReported || !n.known() || n.bare || p.tokens[n.first-1].kind != comma ||
		k+1 < to && p.tokens[k+1].traits&(link|calendar|adverb|filler) == 0 || p.tokens[from].traits&link != 0 {
		return report{}, false
	}
	return p.report(from, n.first-1, source{noun: n, cue: p.tokens[k].Span}), true
}

// reportedBy reads "According to Smith, it rains a lot" and "It rains a lot, according to Smith"; k is "according".
func (p passage) reportedBy(from, k, to int) (report, bool) {
	first := k + 1
	if first < to && p.tokens[first].traits&link != 0 {
		first++
	}
	n, end := p.nounAt(first)
	src := source{noun: n, cue: p.tokens[k].Span}
	switch {
	case !n.known() || n.pronoun != 0 || end > to:
	case k == from && end < to && p.tokens[end].kind == comma && to-end > leastReported:
		return p.report(end+1, to, src), true
	case k-1-from >= leastReported && p.tokens[k-1].kind == comma:
		return p.report(from, k-1, src), true
	}
	return report{}, false
}
