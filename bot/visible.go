package bot

import (
	"fmt"
	"strings"
	"unicode"
)

// hidden are the characters that act on a screen or its reader without being seen:
// controls, directions, zero widths, tags, letters that are blank. The variation
// selectors of emoji are left out.
var hidden = []*unicode.RangeTable{
	unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp, unicode.Co,
	unicode.Noncharacter_Code_Point, unicode.Other_Default_Ignorable_Code_Point,
	{
		R16: []unicode.Range16{{Lo: 0x2800, Hi: 0x2800, Stride: 1}},   // the blank pattern of Braille
		R32: []unicode.Range32{{Lo: 0xe0100, Hi: 0xe01ef, Stride: 1}}, // variation selectors 17 to 256
	},
}

// Hidden reports whether r acts on a screen or its reader without being seen.
func Hidden(r rune) bool { return r < ' ' || r >= 0x7f && unicode.In(r, hidden...) }

// Visible returns text as one line in which every character can be seen: a line
// end or tab as a space, and what is hidden by its number, as in <U+202E>.
func Visible(text string) string {
	if !strings.ContainsFunc(text, Hidden) {
		return text
	}
	var b strings.Builder
	for _, r := range text {
		switch {
		case r == '\n' || r == '\r' || r == '\t':
			b.WriteByte(' ')
		case Hidden(r):
			fmt.Fprintf(&b, "<U+%04X>", r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
