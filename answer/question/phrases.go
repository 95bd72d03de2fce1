package question

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"verbatim/answer/text"
)

// closing holds for each mark that opens a quotation those that close it, in the languages
// that Verbatim reads. A straight single mark is an apostrophe.
var closing = map[rune]string{
	'"': `"`, '“': `”"“`, '”': `”`, '„': `“”"`, '«': `»`, '»': `«»`, '‘': `’`, '‚': `‘`, '「': `」`,
}

// mayOpen are the first bytes of these marks.
var mayOpen = func() (table [256]bool) {
	for mark := range closing {
		table[string(mark)[0]] = true
	}
	return table
}()

// quotations returns what stands in quotation marks in a text, without the marks and what
// is empty. A mark that opens stands at the start of a word and one that closes at the end.
func quotations(t string) (all []text.Span) {
	for i := 0; i < len(t); {
		if !mayOpen[t[i]] {
			i++
			continue
		}
		mark, size := utf8.DecodeRuneInString(t[i:])
		start := i + size
		if i = start; closing[mark] == "" || isWordRune(utf8.DecodeLastRuneInString(t[:start-size])) {
			continue
		}
		if end, next := closed(t, start, closing[mark]); end >= 0 {
			i = next
			if isSomething(t[start:end]) {
				all = append(all, text.Span{Start: start, End: end})
			}
		}
	}
	return all
}

// closed returns where the quotation that begins at a byte ends, and where its mark does; -1 where it has no end.
func closed(t string, start int, marks string) (end, next int) {
	for i, r := range t[start:] {
		if !strings.ContainsRune(marks, r) {
			continue
		}
		if next = start + i + utf8.RuneLen(r); !isWordRune(utf8.DecodeRuneInString(t[next:])) {
			return start + i, next
		}
	}
	return -1, 0
}

func isWordRune(r rune, _ int) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// readPhrases notes the words that stand in quotation marks.
func (p *parser) readPhrases() {
	for i := range p.roles {
		p.roles[i].class &^= asQuoted
	}
	for _, q := range quotations(p.text) {
		var phrase []text.Word
		for i, w := range p.words {
			if q.Contains(w.Span) {
				phrase = append(phrase, w)
				p.mark(i, i+1, asQuoted)
			}
		}
		if len(phrase) > 0 {
			p.out.Phrases = append(p.out.Phrases, phrase)
		}
	}
	p.partly = slices.ContainsFunc(p.roles, func(r role) bool { return !r.is(asQuoted) })
}

// isQuoted reports whether a word stands in quotation marks with others that do not: what
// such words ask is not asked.
func (p *parser) isQuoted(i int) bool { return p.partly && p.is(i, asQuoted) }
