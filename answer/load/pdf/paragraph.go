package pdf

import (
	"context"
	"math"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"verbatim/answer/text"
)

// How paragraphs part, in ems but for the first.
const (
	gapParts     = 1.2 // times the usual distance of baselines
	indentLeast  = 0.7 // of a first line
	indentMost   = 6   // more is not an indent but another place
	shortBy      = 1.0 // more room than the next line's first word needs
	sizeParts    = 0.07
	headingLines = 1.6 // the most between the lines of a heading
)

// paragraph is lines that belong together.
type paragraph struct {
	lines []line
	aside bool // a note, caption or the like, in smaller type than the body
	opens bool // nothing but asides stands above it in its column
}

func (p *paragraph) first() *line { return &p.lines[0] }
func (p *paragraph) last() *line  { return &p.lines[len(p.lines)-1] }

// flow is the text of a file in order.
type flow struct {
	paragraphs []paragraph
	running    []string // headers and footers
	body       float64  // the size most of it is set in
	words      map[string]int
	lang       text.Lang
	indented   bool // paragraphs start with an indent
}

// arrange puts what stands on pages in order, unless the context ends before.
func arrange(ctx context.Context, pages []page) (*flow, error) {
	byPage := make([][]line, len(pages))
	var sideways []string
	for n, p := range pages {
		if ctx.Err() != nil {
			return nil, errTime
		}
		lines, turned := linesOf(p, n)
		byPage[n] = lines
		for _, l := range turned {
			sideways = append(sideways, l.text)
		}
	}
	f := &flow{}
	byPage, f.running = takeRunning(byPage)
	f.running = append(f.running, sideways...)
	var lines []line
	for _, page := range byPage {
		if ctx.Err() != nil {
			return nil, errTime
		}
		lines = append(lines, inOrder(page)...)
	}
	f.body = bodySize(lines)
	f.readWords(lines)
	f.part(lines)
	f.mend()
	return f, nil
}

// bodySize returns the size that most glyphs have.
func bodySize(lines []line) float64 {
	counts := map[float64]int{}
	best, most := 0.0, 0
	for _, l := range lines {
		size := math.Round(l.size*10) / 10
		counts[size] += len(l.glyphs)
		if counts[size] > most {
			best, most = size, counts[size]
		}
	}
	return best
}

// part makes paragraphs of lines.
func (f *flow) part(lines []line) {
	for start := 0; start < len(lines); {
		end := start + 1
		for end < len(lines) && lines[end].under(&lines[end-1]) {
			end++
		}
		f.partRun(lines[start:end])
		start = end
	}
}

// under reports whether l goes on in the column of above.
func (l *line) under(above *line) bool {
	return l.page == above.page && l.y < above.y && l.overlaps(above)
}

// partRun makes paragraphs of lines of one column.
func (f *flow) partRun(run []line) {
	usual := leading(run)
	opens := true
	for i := range run {
		left, right := margins(run, i)
		run[i].indent, run[i].room = run[i].x0-left, right-run[i].x1
		if i == 0 || f.parts(run, i, usual) {
			aside := run[i].size < f.body*(1-sizeParts) || caption.MatchString(run[i].text)
			f.paragraphs = append(f.paragraphs, paragraph{aside: aside, opens: opens})
			opens = opens && aside
		}
		p := &f.paragraphs[len(f.paragraphs)-1]
		p.lines = append(p.lines, run[i])
	}
}

// caption is how the text under a picture or over a table starts.
var caption = regexp.MustCompile(`^(?:Figure|Fig\.|Table|Tableau|Figura|Cuadro|Tabla|Рис\.|Рисунок|Таблица|Figur|Tabell|Ábra|Táblázat) ?[0-9]+[.:]|^[0-9]+\. (?:ábra|táblázat)[.:]`)

// leading returns, by size in tenths of a point, the usual distance between the baselines of lines.
func leading(run []line) map[int]float64 {
	counts := map[int]map[int]int{}
	for i := 1; i < len(run); i++ {
		if size := tenths(run[i].size); size == tenths(run[i-1].size) {
			if counts[size] == nil {
				counts[size] = map[int]int{}
			}
			counts[size][tenths(run[i-1].y-run[i].y)]++
		}
	}
	usual := map[int]float64{}
	for size, distances := range counts {
		best, most := 0, 0
		for d, n := range distances {
			if n > most || n == most && d < best {
				best, most = d, n
			}
		}
		usual[size] = float64(best) / 10
	}
	return usual
}

func tenths(x float64) int { return int(math.Round(x * 10)) }

// parts reports whether line i of run starts a paragraph.
func (f *flow) parts(run []line, i int, usual map[int]float64) bool {
	a, b := &run[i-1], &run[i]
	if math.Abs(a.size-b.size) > sizeParts*a.em(b) {
		return true
	}
	distance := a.y - b.y
	if a.size > f.body*(1+sizeParts) {
		return distance > headingLines*a.size || a.font != b.font
	}
	leading := min(usual[tenths(b.size)], 2.5*b.size)
	if leading > 0 && distance > gapParts*leading {
		return true
	}
	if startsItem(b.text) {
		return true
	}
	return !startsLower(b.text) && (a.font != b.font && a.room > shortBy*a.size || isIndented(run, i) || a.endsShort(b))
}

// margins returns the left and right edges of the lines around line i of run that are set as it is.
func margins(run []line, i int) (left, right float64) {
	left, right = run[i].x0, run[i].x1
	for _, step := range []int{-1, 1} {
		for k := i + step; k >= 0 && k < len(run) && abs(k-i) <= 12 && math.Abs(run[k].size-run[i].size) <= sizeParts*run[i].size; k += step {
			left, right = min(left, run[k].x0), max(right, run[k].x1)
		}
	}
	return left, right
}

func abs(n int) int { return max(n, -n) }

// isIndented reports whether line i of run starts further right than the one before it and the one after it, or, as
// in a list of books, further left.
func isIndented(run []line, i int) bool {
	b := &run[i]
	least := indentLeast * b.size
	by := b.x0 - run[i-1].x0
	if by < least {
		return by < -least && b.indent < least && i+1 < len(run) && run[i+1].x0-b.x0 >= least
	}
	return by <= indentMost*b.size && (i+1 == len(run) || b.x0-run[i+1].x0 >= least || run[i+1].y < b.y-2*b.size)
}

// endsShort reports whether l left room at its end for the first word of next.
func (l *line) endsShort(next *line) bool {
	return l.room > next.firstWord()+shortBy*l.size && !strings.HasSuffix(l.text, "-")
}

// firstWord returns the width of the first word of l.
func (l *line) firstWord() float64 {
	word, _, _ := strings.Cut(l.text, " ")
	n := utf8.RuneCountInString(word)
	for i := range l.glyphs {
		if n--; n <= 0 {
			return l.glyphs[i].end - l.x0
		}
	}
	return l.x1 - l.x0
}

func startsLower(s string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, `"'“‘«„»(`))
	return unicode.IsLower(r)
}

// startsItem reports whether s starts with the mark of a list.
func startsItem(s string) bool {
	r, n := utf8.DecodeRuneInString(s)
	return strings.ContainsRune("•▪●◦‣○■", r) && n < len(s)
}

// endsSentence reports whether s ends with a mark that ends sentences, or with one behind a closing mark.
func endsSentence(s string) bool {
	s = strings.TrimRight(s, `"'”’»“)] `)
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".!?…:;", r) || s == ""
}
