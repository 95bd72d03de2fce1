package text

import (
	"slices"
	"unicode/utf8"
)

// Word is a word of a text.
type Word struct {
	Span
	Form   string // case folded, NFC, apostrophes and numbers made alike: what spelling works on
	Term   string // what is matched: the form in one spelling, stemmed
	Stop   bool   // carries no subject of its own: the, is, of
	Joined bool   // the parts of a hyphenated word read as one; the parts stand beside it as words of their own
}

// Words returns the words of t[at.Start:at.End] in order, with spans into t.
// A joined word comes just before its parts; no other two words overlap. What has more than 128 bytes without a
// break is no word.
func Words(t string, at Span, lang Lang) []Word {
	const bytesPerWord = 5 // English with its spaces
	return AppendWords(make([]Word, 0, at.Len()/bytesPerWord+1), t, at, lang)
}

// AppendWords appends the words that Words returns, for a caller that has room for them.
func AppendWords(dst []Word, t string, at Span, lang Lang) []Word {
	r := reader{t: t[:at.End], from: at.Start, lang: lang, code: codeOf(lang), out: dst, first: len(dst)}
	for i := r.from; i < at.End; {
		i = r.read(i)
	}
	return r.out
}

// reader collects the words of a text.
type reader struct {
	t     string // up to where reading ends
	from  int
	lang  Lang
	code  langCode
	out   []Word
	first int // the first word of the text in out

	heard, loud bool // whether the text is all in capitals, once that was asked
}

// read reads what stands at i and returns where to read on.
func (r *reader) read(i int) int {
	if c := r.t[i]; c < utf8.RuneSelf && asciiClass[c] == other {
		return i + 1
	}
	if end := r.plainEnd(i); end > i {
		return r.emit(Span{i, end})
	}
	return r.compound(i)
}

// compound reads what stands at i and may have hyphens, and returns where to read on.
func (r *reader) compound(i int) int {
	before := len(r.out)
	end := r.part(i)
	if end == i {
		_, n := utf8.DecodeRuneInString(r.t[i:])
		return i + n
	}
	next := r.hyphen(end)
	if next < 0 || len(r.out) == before {
		return end
	}
	first := len(r.out) - 1
	for ; next >= 0; next = r.hyphen(end) {
		end = r.part(next)
	}
	r.join(first, end)
	return end
}

// part reads one word without hyphens at i and returns its end, or i when there is none.
func (r *reader) part(i int) int {
	c := classAt(r.t, i)
	switch c {
	case letter:
		return r.letters(i)
	case digit:
		return r.number(i)
	case ideograph:
		return r.emit(Span{i, ideographEnd(r.t, i)})
	case sign:
		return r.sign(i)
	}
	return i
}

// hyphen returns where the next part of a hyphenated word starts, when a hyphen joins one to what ends at i, else -1.
func (r *reader) hyphen(i int) int {
	if i+1 < len(r.t) && r.t[i] == '.' && isDottedAt(r.t, r.from, i) { // U.S.-based
		i++
	}
	h, n := utf8.DecodeRuneInString(r.t[i:])
	if h != '-' && h != '\u2010' && h != '\u2011' {
		return -1
	}
	if c := classAt(r.t, i+n); c == letter || c == digit {
		return i + n
	}
	return -1
}

// join adds the word that the parts from first on are when read as one, up to end: cybersecurity, covid19; not 25page.
func (r *reader) join(first, end int) {
	parts := r.out[first:]
	s := Span{parts[0].Start, end}
	if len(parts) < 2 || classAt(parts[0].Form, 0) == digit || s.Len() > longestWord {
		return
	}
	e := lookup(s.Of(r.t), r.code)
	stop := !slices.ContainsFunc(parts, func(w Word) bool { return !w.Stop })
	r.out = slices.Insert(r.out, first, Word{Span: s, Form: e.form, Term: e.term, Stop: stop, Joined: true})
}

// longestWord is how many bytes a word may have.
const longestWord = 128

// emit adds the word at s and returns its end.
func (r *reader) emit(s Span) int {
	if s.Len() > longestWord {
		return s.End
	}
	if e := lookup(s.Of(r.t), r.code); e.term != "" {
		w := Word{Span: s, Form: e.form, Term: e.term, Stop: e.stop}
		if e.acronym && r.isAcronym(s) {
			w.Term, w.Stop = acronymTerm(e.form), false
		}
		r.out = append(r.out, w)
	}
	return s.End
}
