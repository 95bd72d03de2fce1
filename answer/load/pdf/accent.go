package pdf

import (
	"math"
	"slices"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// accents are the signs that are set over or under a letter, and what they are when they are part of it.
var accents = map[rune]rune{
	'´': '\u0301', '`': '\u0300', 'ˋ': '\u0300', 'ˊ': '\u0301', 'ˆ': '\u0302', '˜': '\u0303', '¯': '\u0304', 'ˉ': '\u0304',
	'˘': '\u0306', '˙': '\u0307', '¨': '\u0308', '˚': '\u030a', '˝': '\u030b', 'ˇ': '\u030c', '¸': '\u0327', '˛': '\u0328',
}

// dotless are letters without the dot that an accent takes the place of.
var dotless = map[string]string{"ı": "i", "ȷ": "j"}

// composeAccents puts together letters and the accents that were set over them by hand, as TeX does, before or after the letter.
func composeAccents(p page) page {
	out := p[:0]
	for i := 0; i < len(p); i++ {
		mark, ok := accentOf(p[i].text)
		switch {
		case !ok:
			out = append(out, p[i])
		case i+1 < len(p) && sits(p[i], p[i+1]):
			i++
			p[i].text = compose(p[i].text, mark)
			out = append(out, p[i])
		case len(out) > 0 && sits(p[i], out[len(out)-1]):
			out[len(out)-1].text = compose(out[len(out)-1].text, mark)
		default:
			out = append(out, p[i])
		}
	}
	return composeStray(out)
}

// maxStray is how many accents of a page are looked at that stand next to no letter in the file.
const maxStray = 200

// composeStray is composeAccents for accents that stand far from their letters in the file, as those of capitals do
// where PDFium takes them for a line of their own.
func composeStray(p page) page {
	out := p[:0]
	stray := 0
	if len(p) > maxCrowd {
		stray = maxStray
	}
	for _, g := range p {
		mark, ok := accentOf(g.text)
		if ok && stray < maxStray {
			stray++
			if i := slices.IndexFunc(p, func(letter glyph) bool { return sits(g, letter) }); i >= 0 {
				p[i].text = compose(p[i].text, mark)
				continue
			}
		}
		out = append(out, g)
	}
	return out
}

func accentOf(s string) (mark rune, ok bool) {
	r, n := utf8.DecodeRuneInString(s)
	if n != len(s) {
		return 0, false
	}
	if unicode.Is(unicode.Mn, r) {
		return r, true
	}
	mark, ok = accents[r]
	return mark, ok
}

// sits reports whether mark is set over or under letter.
func sits(mark, letter glyph) bool {
	r, _ := utf8.DecodeRuneInString(letter.text)
	if !unicode.IsLetter(r) {
		return false
	}
	middle := (mark.x+mark.end)/2 - (letter.x+letter.end)/2
	return math.Abs(middle) < 0.3*letter.size && math.Abs(mark.y-letter.y) < 0.5*letter.size
}

func compose(letter string, mark rune) string {
	if dotted, ok := dotless[letter]; ok {
		letter = dotted
	}
	return norm.NFC.String(letter + string(mark))
}
