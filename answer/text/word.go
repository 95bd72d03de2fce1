package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
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
func Words(t string, at Span, lang Lang) []Word {
	var words []Word
	for i := at.Start; i < at.End; {
		r, n := utf8.DecodeRuneInString(t[i:at.End])
		if !wordRune(r) {
			i += n
			continue
		}
		end := wordEnd(t[:at.End], i)
		words = append(words, wordAt(t, Span{i, end}, lang))
		i = end
	}
	return words
}

func wordRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.M, r)
}

func wordEnd(t string, i int) int {
	for i < len(t) {
		r, n := utf8.DecodeRuneInString(t[i:])
		if !wordRune(r) {
			next, _ := utf8.DecodeRuneInString(t[i+n:])
			before, _ := utf8.DecodeLastRuneInString(t[:i])
			apostrophe := r == '\'' || r == '’' || r == 'ʼ'
			if apostrophe && unicode.IsLetter(before) && unicode.IsLetter(next) ||
				(r == '.' || r == ',') && unicode.IsDigit(before) && unicode.IsDigit(next) {
				i += n
				continue
			}
			return i
		}
		i += n
	}
	return i
}

func wordAt(t string, s Span, lang Lang) Word {
	form := strings.ToLower(norm.NFC.String(s.Of(t)))
	form = strings.NewReplacer("’", "'", "ʼ", "'").Replace(form)
	if unicode.IsDigit(rune(form[0])) {
		form = strings.ReplaceAll(form, ",", "")
	}
	form = strings.TrimSuffix(form, "'s")
	if lang == French {
		if head, tail, ok := strings.Cut(form, "'"); ok && len(head) <= 2 || head == "qu" {
			form = tail
		}
	}
	return Word{Span: s, Form: form, Term: stem(form, lang), Stop: isStop(form, lang)}
}
