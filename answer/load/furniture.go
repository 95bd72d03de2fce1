package load

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"verbatim/answer/text"
)

// The rules below mark what stands on a page beside its article. They prefer
// to leave furniture standing over marking a sentence of the article, since
// what is marked is never found and never quoted.

// closingLines is how many lines, at most, the author's note, the contacts and
// the lists of other articles at the end of a text are looked for in.
const closingLines = 12

// mark marks the lines that share a byte with one of spans, which are in order.
func (l *layout) mark(spans []text.Span) {
	for i := range l.lines {
		for len(spans) > 0 && spans[0].End <= l.lines[i].Start {
			spans = spans[1:]
		}
		l.lines[i].furniture = len(spans) > 0 && spans[0].Overlaps(l.lines[i].Span)
	}
}

// markPhrases marks the lines that say of themselves that they are furniture.
func (l *layout) markPhrases() {
	for i := range l.lines {
		l.lines[i].furniture = l.lines[i].furniture || l.speaksAsFurniture(i)
	}
}

// markPlaces marks what is furniture for where it stands; headline is the line
// of the title, or -1 if that is not in the text.
func (l *layout) markPlaces(headline int) {
	for i := range headline + 1 {
		l.lines[i].furniture = i < headline // nothing of an article stands above its headline
	}
	l.markMenus()
	l.markEnd()
}

// keepSome takes all marks away if nothing but the headline is left without one:
// a text that holds no article to a reader of rules may do so to a person.
func (l *layout) keepSome(headline int) {
	for i, ln := range l.lines {
		if !ln.furniture && i != headline {
			return
		}
	}
	for i := range l.lines {
		l.lines[i].furniture = false
	}
}

// spans returns the ranges of the lines that are marked, from the start of a
// line to its end, without its line break; those in a row are one.
func (l *layout) spans() []text.Span {
	var out []text.Span
	for i, ln := range l.lines {
		if !ln.furniture {
			continue
		}
		whole := text.Span{Start: 1 + strings.LastIndexByte(l.text[:ln.Start], '\n'), End: len(l.text)}
		if n := strings.IndexByte(l.text[ln.End:], '\n'); n >= 0 {
			whole.End = ln.End + n
		}
		if i > 0 && l.lines[i-1].furniture {
			out[len(out)-1].End = whole.End
		} else {
			out = append(out, whole)
		}
	}
	return out
}

// speaksAsFurniture reports whether line i says of itself, wherever it stands, that it is furniture.
func (l *layout) speaksAsFurniture(i int) bool {
	s, words := l.of(i), l.lines[i].words
	if words > longestPhrase || len(s) > longestFold {
		return false
	}
	if startsWithQuote(s) {
		return isRunTogether(s, words)
	}
	folded := fold(s)
	end := i >= len(l.lines)-closingLines && i > l.body
	return folded == "" && len(s) >= len("***") && !strings.Contains(s, "|") || // a rule, asterisks, a diamond
		matchesPhrase(folded, words, end) ||
		isLabelled(folded, words) ||
		isRunTogether(s, words) ||
		words == 1 && strings.Contains(folded, "@") || // an address
		isPipedMenu(folded) ||
		isOutletLine(folded, words) ||
		isCaption(s, words) ||
		isAside(folded, words)
}

// The most words that any phrase allows, and more bytes than they take.
const (
	longestPhrase = 120
	longestFold   = 1500
)

// fold returns s in lower case, with straight apostrophes and single spaces,
// from its first letter, digit or mark of its own on, and cut where no phrase ends.
func fold(s string) string {
	s = strings.TrimLeftFunc(s[:min(len(s), longestFold)], func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '©' && r != '@'
	})
	out := make([]byte, 0, len(s)+8) // some letters are longer in lower case
	space := false
	for _, r := range s {
		switch {
		case r == ' ' || unicode.IsSpace(r):
			space = true
			continue
		case 'A' <= r && r <= 'Z':
			r += 'a' - 'A'
		case r == '’' || r == 'ʼ':
			r = '\''
		case r >= utf8.RuneSelf:
			r = unicode.ToLower(r)
		}
		if space {
			out = append(out, ' ')
			space = false
		}
		out = utf8.AppendRune(out, r)
	}
	return string(out)
}

// startsWithQuote reports whether s starts with a quotation mark: then it is what somebody says.
func startsWithQuote(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return strings.ContainsRune(`"“„«‘'`, r)
}

// isLabelled reports whether a folded line is a label and the headline of another article.
func isLabelled(s string, words int) bool {
	label, rest, ok := strings.Cut(s, ":")
	return ok && words <= 40 && labels[strings.TrimSpace(label)] && !strings.HasSuffix(rest, ".")
}

// isRunTogether reports whether s is a label and a headline with nothing but a
// colon between, as links to other articles are when a page's tags are taken off.
func isRunTogether(s string, words int) bool {
	label, rest, ok := strings.Cut(s, ":")
	if !ok || words > 32 || label == "" || rest == "" || strings.HasSuffix(s, ".") || strings.Contains(label, "/") || len(label) > 100 || bulleted(s) {
		return false
	}
	first, _ := utf8.DecodeRuneInString(label)
	before, _ := utf8.DecodeLastRuneInString(label)
	after, _ := utf8.DecodeRuneInString(strings.TrimLeft(rest, `"'“‘`))
	return !unicode.IsLower(first) && (unicode.IsLetter(before) || strings.ContainsRune(`?!'"’”)`, before)) && unicode.IsUpper(after) && countWords(rest) >= 3
}

// isPipedMenu reports whether a folded line is the entries of a menu between bars.
func isPipedMenu(s string) bool {
	if strings.Count(s, "|") < 1 {
		return false
	}
	entries, known, short := 0, 0, 0
	for e := range strings.SplitSeq(s, "|") {
		if e = strings.TrimSpace(e); e == "" {
			continue
		}
		entries++
		if menu[e] {
			known++
		}
		if countWords(e) <= 3 && strings.IndexFunc(e, unicode.IsDigit) < 0 {
			short++
		}
	}
	return known >= 2 && short*4 >= entries*3 || known == 1 && entries <= 2 && short == entries
}

// isOutletLine reports whether a folded line is an agency's signature: "AP", "London CNN —", "(Reuters)".
func isOutletLine(s string, words int) bool {
	if words > 8 {
		return false
	}
	name := strings.TrimRight(s, " -–—−:.)")
	if agencies[name] {
		return true
	}
	if _, dash, _ := strings.Cut(s, name+" "); !strings.ContainsAny(dash, "-–—−") {
		return false
	}
	for ok := true; ok; {
		if _, name, ok = strings.Cut(name, " "); agencies[strings.Trim(name, "()/")] {
			return true
		}
	}
	return false
}

// isCaption reports whether s, which has so many words, ends with the credit of a picture: "Jane Doe/Reuters".
func isCaption(s string, words int) bool {
	if words > 80 || endsSentence(s) {
		return false
	}
	s = strings.ToLower(strings.TrimRight(s[max(0, len(s)-60):], ") "))
	if strings.HasSuffix(s, " getty images") || strings.HasSuffix(s, " ap photo") {
		return true
	}
	i := strings.LastIndexByte(s, '/')
	return i > 0 && s[i-1] != ' ' && pictureAgencies[s[i+1:]]
}

// isAside reports whether a folded line tells of the page it stands on, in words that only pages use.
func isAside(s string, words int) bool {
	return words <= 70 && (strings.Contains(s, "all rights reserved") ||
		strings.Contains(s, "content partner offering") || strings.Contains(s, "supported in part by a grant") ||
		strings.Contains(s, "may earn a commission") || strings.Contains(s, "earn us a commission") ||
		strings.Contains(s, "contributed to this report") || strings.Contains(s, "contributed to this story") ||
		words <= 8 && strings.HasSuffix(s, " min read"))
}

// markMenus marks entries of a menu that stand in a row, a line each.
func (l *layout) markMenus() {
	for i := 0; i < len(l.lines); {
		j, known := i, 0
		for j < len(l.lines) && l.lines[j].words <= 4 && !endsSentence(l.of(j)) {
			if menu[fold(l.of(j))] || l.lines[j].furniture {
				known++
			}
			j++
		}
		if n := j - i; n >= 3 && known*2 > n && (i == 0 || j == len(l.lines) || known == n) {
			for k := i; k < j; k++ {
				l.lines[k].furniture = true
			}
		}
		i = max(j, i+1)
	}
}
