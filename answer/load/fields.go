package load

import (
	"fmt"
	"slices"
	"strings"

	"verbatim/answer"
	"verbatim/answer/text"
)

// maxID is the most bytes of an id: it is a key, and has to be typed to be shown or removed.
const maxID = 1024

// headLines is how many lines the title, the byline and the date are looked for in.
const headLines = 20

// complete fills the fields of a that its format did not tell from its text,
// and marks the furniture, to which the lines of also belong. It returns a, or
// why a cannot be an article.
func complete(a *answer.Article, also ...text.Span) (*answer.Article, error) {
	if err := tidy(a); err != nil {
		return nil, err
	}
	l := layOut(a.Text)
	l.mark(also)
	l.markPhrases()
	l.readKeys(a)
	h := l.headline(a)
	l.readHead(a, h)
	l.readDateline(a)
	l.markPlaces(h)
	l.keepSome(h)
	a.Furniture = l.spans()
	bound(a)
	return a, nil
}

// maxField is the most bytes of a title, an author, an outlet or a date, and of an address:
// more is something else, and would be shown with every quote.
const maxField = 1000

// bound cuts fields that are longer. An address that is cut leads nowhere, so there is none then.
func bound(a *answer.Article) {
	for _, f := range []*string{&a.Title, &a.Author, &a.Source, &a.Published} {
		if len(*f) > maxField {
			*f = strings.ToValidUTF8((*f)[:maxField], "")
		}
	}
	if len(a.URL) > 2*maxField {
		a.URL = ""
	}
}

// tidy brings the fields of a that were told to how articles have them, or says why it cannot.
func tidy(a *answer.Article) error {
	a.ID = strings.ToValidUTF8(a.ID, "\ufffd")
	if len(a.ID) > maxID {
		return fmt.Errorf("its id has %d bytes, and %d are the most; shorten it", len(a.ID), maxID)
	}
	for _, f := range []*string{&a.Title, &a.Author, &a.Source, &a.URL} {
		*f = oneLine(*f)
	}
	return nil
}

// language returns the language of t: that of a tag, even if it is one without
// stems, or else what t reads like.
func language(tag, t string) text.Lang {
	if tag != "" {
		return text.ParseLang(tag)
	}
	return text.Detect(t)
}

// oneLine returns s with runs of white space as one space, and none around it.
func oneLine(s string) string {
	return strings.ToValidUTF8(strings.Join(strings.Fields(s), " "), "\ufffd")
}

// keys are the names that files give to an article's fields.
var keys = map[string]func(*answer.Article) *string{
	"title":       func(a *answer.Article) *string { return &a.Title },
	"headline":    func(a *answer.Article) *string { return &a.Title },
	"author":      func(a *answer.Article) *string { return &a.Author },
	"authors":     func(a *answer.Article) *string { return &a.Author },
	"byline":      func(a *answer.Article) *string { return &a.Author },
	"source":      func(a *answer.Article) *string { return &a.Source },
	"outlet":      func(a *answer.Article) *string { return &a.Source },
	"publisher":   func(a *answer.Article) *string { return &a.Source },
	"publication": func(a *answer.Article) *string { return &a.Source },
	"url":         func(a *answer.Article) *string { return &a.URL },
	"link":        func(a *answer.Article) *string { return &a.URL },
	"canonical":   func(a *answer.Article) *string { return &a.URL },
	"date":        func(a *answer.Article) *string { return &a.Published },
	"published":   func(a *answer.Article) *string { return &a.Published },
	"pubdate":     func(a *answer.Article) *string { return &a.Published },
}

// setKey sets the field of a that key names, unless it is known, and reports whether there is one.
func setKey(a *answer.Article, key, value string) bool {
	field, ok := keys[strings.ToLower(strings.TrimSpace(key))]
	if !ok {
		return false
	}
	f, value := field(a), oneLine(value)
	if f == &a.Published {
		value = parseDate(value)
	}
	if strings.HasPrefix(value, "http://") || strings.HasPrefix(value, "https://") {
		f = &a.URL
	}
	if *f == "" {
		*f = value
	}
	return true
}

// readKeys reads lines such as "Author: Jane Doe", if l starts with two or more of them.
func (l *layout) readKeys(a *answer.Article) {
	n := 0
	for n < min(len(l.lines), headLines) && keys[l.keyOf(n)] != nil {
		n++
	}
	if n < 2 {
		return
	}
	for i := range n {
		_, value, _ := strings.Cut(l.of(i), ":")
		setKey(a, l.keyOf(i), value)
		l.lines[i].furniture = true
	}
}

func (l *layout) keyOf(i int) string {
	key, _, _ := strings.Cut(l.of(i), ":")
	if len(key) == l.lines[i].Len() {
		return ""
	}
	return strings.ToLower(key)
}

// bodyStart returns the line that the body of l starts with: the first of
// prose, or the first that is a sentence if all paragraphs are short.
func (l *layout) bodyStart() int {
	if l.body < len(l.lines) {
		return l.body
	}
	return max(slices.IndexFunc(l.lines, func(ln line) bool {
		return ln.words >= 4 && strings.HasSuffix(ln.Of(l.text), ".")
	}), 0)
}

// headline returns the line of a's title, and sets the title if it is not known
// yet. Of the lines above the body it is the one that shares most of its words
// with the body, or the first if none does by far. It is -1 if there is none.
func (l *layout) headline(a *answer.Article) int {
	body := l.bodyStart()
	if a.Title != "" {
		return l.find(a.Title, min(body, headLines))
	}
	if body >= len(l.lines) || body > headLines {
		return -1
	}
	var terms map[string]bool // which most articles do without
	best, most := -1, 0.0
	for i := range body {
		if !l.mayBeHeadline(i) {
			continue
		}
		if terms == nil {
			terms = l.bodyTerms(body, a.Lang)
		}
		share := l.sharedTerms(i, terms, a.Lang)
		if share < headlineShare || share < headlineNames && isNames(strings.Fields(l.of(i))) {
			continue
		}
		if best < 0 || share >= most+headlineMargin {
			best, most = i, share
		}
	}
	if best >= 0 {
		a.Title = oneLine(l.of(best))
	}
	return best
}

const (
	headlineShare  = 0.25 // of its words a headline has at least so many in common with the body
	headlineNames  = 0.6  // or so many, if it might be somebody's name
	headlineMargin = 0.4  // by so much more must a line share to be the headline instead of one above it
	headlineSample = 4000 // bytes of the body
)

// find returns the line among the first n that reads as title, or -1.
func (l *layout) find(title string, n int) int {
	want := fold(title)
	for i := range n {
		if fold(l.of(i)) == want {
			return i
		}
	}
	return -1
}

// mayBeHeadline reports whether line i has the shape of a headline.
func (l *layout) mayBeHeadline(i int) bool {
	ln, s := l.lines[i], l.of(i)
	return !ln.furniture && 2 <= ln.words && ln.words <= 30 && !strings.HasSuffix(s, ":") && !strings.Contains(s, "|") &&
		(!endsSentence(s) || endsAsHeadline(s) || endsAsQuotation(s) || endsAsAbbreviation(s)) &&
		parseDay(s) == "" && !menu[fold(s)]
}

// endsAsQuotation holds for: Huawei urges US to "press the button".
func endsAsQuotation(s string) bool {
	return strings.HasSuffix(s, `"`) || strings.HasSuffix(s, "”") || strings.HasSuffix(s, "'") || strings.HasSuffix(s, "’")
}

// endsAsAbbreviation holds for: Firm denies spying on the U.S.
func endsAsAbbreviation(s string) bool {
	last := s[strings.LastIndexByte(s, ' ')+1:]
	return strings.Contains(strings.TrimSuffix(last, "."), ".")
}

// bodyTerms returns the terms that the first of the body's text is about.
func (l *layout) bodyTerms(body int, lang text.Lang) map[string]bool {
	terms := map[string]bool{}
	start := l.lines[body].Start
	for i := body; i < len(l.lines) && l.lines[i].Start < start+headlineSample; i++ {
		at := l.lines[i].Span
		at.End = min(at.End, at.Start+headlineSample)
		for at.End < len(l.text) && l.text[at.End]&0xC0 == 0x80 { // not within a rune
			at.End++
		}
		for _, w := range text.Words(l.text, at, lang) {
			terms[w.Term] = true
		}
	}
	return terms
}

// sharedTerms returns which share of the words of line i are among terms, not counting stop words.
func (l *layout) sharedTerms(i int, terms map[string]bool, lang text.Lang) float64 {
	n, shared := 0, 0
	for _, w := range text.Words(l.text, l.lines[i].Span, lang) {
		if w.Stop || w.Joined {
			continue
		}
		n++
		if terms[w.Term] {
			shared++
		}
	}
	return float64(shared) / float64(max(n, 1))
}
