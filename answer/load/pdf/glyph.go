package pdf

import (
	"math"
	"unicode"
)

// glyph is a sign as it stands on a page. Lengths are in points, y grows upwards, and the page is turned so that
// most of its text runs to the right.
type glyph struct {
	text     string  // a character, a letter with its accent, or a space
	x, y     float64 // where it starts on the baseline
	end      float64 // the x where the next would start
	size     float64 // of its font
	font     string
	sideways bool // runs in another direction than the text of the page
	unknown  bool // the file does not say which character it is
}

func (g *glyph) isSpace() bool { return g.text == " " }

// page is what stands on one page, in the order of the file.
type page []glyph

// pages reads what stands on each page.
func (e *engine) pages() ([]page, error) {
	n := int(int32(e.call("FPDF_GetPageCount", e.document)))
	if n > maxPages {
		return nil, errPages
	}
	out := make([]page, 0, max(n, 0))
	room := maxGlyphs
	for i := range n {
		p := e.page(i, room)
		if room -= len(p); room <= 0 {
			return nil, errGlyphs
		}
		out = append(out, p)
	}
	return out, nil
}

// page reads page i up to a number of glyphs. A page that is broken is empty.
func (e *engine) page(i, most int) page {
	handle := e.call("FPDF_LoadPage", e.document, uint64(i))
	if handle == 0 {
		return nil
	}
	defer e.call("FPDF_ClosePage", handle)
	of := e.call("FPDFText_LoadPage", handle)
	if of == 0 {
		return nil
	}
	defer e.call("FPDFText_ClosePage", of)
	n := int(int32(e.call("FPDFText_CountChars", of)))
	var p page
	var s style
	for k := range min(n, most) {
		if g, ok := e.glyph(of, uint64(k), &s); ok {
			p = append(p, g)
		}
	}
	return composeAccents(upright(p))
}

// style is what the glyphs of a text object have in common.
type style struct {
	object   uint64
	size     float64
	font     string
	quarters int     // turns to the left that its baseline takes
	level    bool    // the baseline runs from left to right without a slope
	y        float64 // of the baseline, if it is level

	asked       bool    // for the object at hand since the word began, or since
	top, bottom float64 // of a glyph changed
}

// glyph reads character k of a page. What PDFium puts in between words and lines is left out: it is for layout to tell.
func (e *engine) glyph(page, k uint64, s *style) (g glyph, ok bool) {
	r := rune(uint32(e.call("FPDFText_GetUnicode", page, k)))
	if r <= ' ' && r != endHyphen {
		s.asked = false
		if e.call("FPDFText_IsGenerated", page, k) == 1 {
			return g, false
		}
	}
	e.call("FPDFText_GetLooseCharBox", page, k, e.scratch)
	box := e.float32s(4) // left, top, right, bottom
	if !s.asked || box[1] != s.top || box[3] != s.bottom {
		if object := e.call("FPDFText_GetTextObject", page, k); object != s.object || object == 0 {
			*s = e.style(page, k, object)
		}
		s.asked, s.top, s.bottom = true, box[1], box[3]
	}
	origin := [2]float64{box[0], s.y}
	if !s.level {
		origin = e.origin(page, k)
	}
	g = glyph{size: s.size, font: s.font}
	g.turn(s.quarters, origin, box)
	g.text, g.unknown = readSign(r)
	return g, g.text != "" && !math.IsNaN(g.x+g.y+g.end)
}

// turn places g on a page turned by as many quarters to the right as its baseline takes to the left.
func (g *glyph) turn(quarters int, origin [2]float64, box []float64) {
	switch quarters {
	case 0:
		g.x, g.y, g.end = origin[0], origin[1], box[2]
	case 1:
		g.x, g.y, g.end = origin[1], -origin[0], box[1]
	case 2:
		g.x, g.y, g.end = -origin[0], -origin[1], -box[0]
	case 3:
		g.x, g.y, g.end = -origin[1], origin[0], -box[3]
	}
	g.sideways = quarters != 0
}

// origin returns where character k of a page starts on its baseline.
func (e *engine) origin(page, k uint64) [2]float64 {
	e.call("FPDFText_GetCharOrigin", page, k, e.scratch, e.scratch+8)
	return [2]float64(e.float64s(2))
}

// style reads how character k of a page is set.
func (e *engine) style(page, k, object uint64) style {
	s := style{object: object, size: math.Float64frombits(e.call("FPDFText_GetFontSize", page, k))}
	if e.call("FPDFText_GetMatrix", page, k, e.scratch) == 1 {
		m := e.float32s(4)
		s.size *= math.Hypot(m[2], m[3])
		s.level = m[0] > 0 && m[1] == 0
		s.quarters = (int(math.Round(math.Atan2(m[1], m[0])/(math.Pi/2))) + 4) % 4
	}
	s.size, s.y = math.Abs(s.size), e.origin(page, k)[1]
	n := e.call("FPDFText_GetFontInfo", page, k, e.scratch, scratchSize, 0)
	if 0 < n && n <= scratchSize {
		s.font = string(e.bytes(n - 1))
	}
	return s
}

// upright keeps the direction that most of p runs in, and says of the rest that it runs sideways.
func upright(p page) page {
	turned := 0
	for _, g := range p {
		if g.sideways {
			turned++
		}
	}
	if turned*2 > len(p) {
		for i := range p {
			p[i].sideways = !p[i].sideways
		}
	}
	return p
}

// endHyphen is what PDFium gives for a hyphen that ends a line.
const endHyphen = '\x02'

// readSign returns r as text: white space is a space, a ligature its letters, a hyphen a hyphen.
func readSign(r rune) (text string, unknown bool) {
	if letters, ok := ligatures[r]; ok {
		return letters, false
	}
	switch {
	case r == endHyphen || r == '\u2010' || r == '\u2011' || r == '\ufffe':
		return "-", false
	case r == ' ' || r == '\t' || r == '\n' || r == '\r' || unicode.Is(unicode.Zs, r):
		return " ", false
	case r == 0 || r == unicode.ReplacementChar || unicode.Is(unicode.Co, r):
		return unknownSign, true
	case r != softHyphen && (unicode.IsControl(r) || unicode.Is(unicode.Cf, r)), r > unicode.MaxRune, 0xD800 <= r && r < 0xE000:
		return "", false
	}
	return string(r), false
}

const (
	softHyphen  = '\u00ad'
	unknownSign = "\ufffd"
)

var ligatures = map[rune]string{
	'\ufb00': "ff", '\ufb01': "fi", '\ufb02': "fl", '\ufb03': "ffi", '\ufb04': "ffl", '\ufb05': "st", '\ufb06': "st",
}
