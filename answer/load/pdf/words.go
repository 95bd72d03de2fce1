package pdf

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Gaps in ems, beyond those between the letters of the same line, that part words.
const (
	gapIsSpace   = 0.11 // where the file has no spaces; TeX squeezes its own to 0.22, a thin space is 0.17
	gapAddsSpace = 0.2  // where it has some
	gapTakes     = 0.05 // a space narrower than this, under the next letter, is none
)

// read sets the text of l and the font of most of it.
func (l *line) read() {
	apart := l.wordGap()
	var b strings.Builder
	fonts := map[string]int{}
	space := false
	for i := 0; i < len(l.glyphs); i++ {
		g := &l.glyphs[i]
		if g.isSpace() {
			space = true
			continue
		}
		fonts[g.font]++
		if last := l.before(i); last != nil {
			gap := (g.x - last.end) / max(g.size, last.size, 1)
			space = space && gap > gapTakes || gap > apart
		}
		if n := l.markAt(i); n > 0 {
			b.WriteString(l.readMark(i, n, b.String()))
			i += n - 1
			continue
		}
		if space && b.Len() > 0 {
			b.WriteByte(' ')
		}
		space = false
		b.WriteString(g.text)
	}
	l.text = norm.NFC.String(strings.TrimSpace(b.String()))
	for font, n := range fonts {
		if n > fonts[l.font] || n == fonts[l.font] && font < l.font {
			l.font = font
		}
	}
}

// before returns the last glyph before i that is no space, nil if there is none.
func (l *line) before(i int) *glyph {
	for i--; i >= 0; i-- {
		if !l.glyphs[i].isSpace() {
			return &l.glyphs[i]
		}
	}
	return nil
}

// wordGap returns how wide a gap parts words in l, in ems. Letters that are set apart for looks are no words.
func (l *line) wordGap() float64 {
	var gaps []float64
	spaces := false
	for i := 1; i < len(l.glyphs); i++ {
		a, b := &l.glyphs[i-1], &l.glyphs[i]
		if b.isSpace() || a.isSpace() {
			spaces = spaces || b.isSpace() && i+1 < len(l.glyphs)
			continue
		}
		gaps = append(gaps, (b.x-a.end)/max(a.size, b.size, 1))
	}
	usual := 0.0
	if len(gaps) >= 8 {
		slices.Sort(gaps)
		usual = max(0, gaps[len(gaps)/2])
	}
	if spaces {
		return usual + gapAddsSpace
	}
	return usual + gapIsSpace
}

// markAt returns how many glyphs from i on are a number or sign set as superscript, 0 if none are.
func (l *line) markAt(i int) int {
	n := 0
	for ; i+n < len(l.glyphs); n++ {
		g := &l.glyphs[i+n]
		raised := g.size <= scriptSize*l.size && g.y > l.y+sameLine*l.size
		if !raised || !strings.Contains(markSigns, g.text) {
			break
		}
	}
	for n > 0 && !isMarkEnd(l.glyphs[i+n-1].text) {
		n--
	}
	return n
}

const markSigns = "0123456789*†‡§¶, "

func isMarkEnd(s string) bool { return s != " " && s != "," }

// readMark returns what the superscript of n glyphs at i is in running text, of which before stands before it: a
// power is one, the mark of a note is left out, and at the start of a line, where it is the note's own, it stands apart.
func (l *line) readMark(i, n int, before string) string {
	var b strings.Builder
	for _, g := range l.glyphs[i : i+n] {
		b.WriteString(g.text)
	}
	mark := strings.ReplaceAll(b.String(), " ", "")
	last, _ := utf8.DecodeLastRuneInString(before)
	switch {
	case before == "":
		return mark + " "
	case unicode.IsDigit(last) || units[lastWord(before)] && (mark == "2" || mark == "3"):
		return superscript.Replace(mark)
	}
	return ""
}

var units = map[string]bool{"m": true, "km": true, "cm": true, "mm": true, "dm": true, "ft": true, "м": true, "км": true, "см": true, "мм": true}

var superscript = strings.NewReplacer("0", "⁰", "1", "¹", "2", "²", "3", "³", "4", "⁴", "5", "⁵", "6", "⁶", "7", "⁷", "8", "⁸", "9", "⁹")

func lastWord(s string) string { return s[strings.LastIndexByte(s, ' ')+1:] }
