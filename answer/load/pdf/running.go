package pdf

import (
	"cmp"
	"math"
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// outermost is how many rows at the top of a page, and at its foot, may be headers and footers.
const outermost = 3

// takeRunning takes out of each page's lines the headers and footers: those outermost rows that other pages have in
// the same place but for their numbers, numbers of pages, and what browsers print around a page. It returns the
// lines that are left and each header and footer once; mere numbers of pages are in neither.
func takeRunning(pages [][]line) (left [][]line, running []string) {
	places, said := map[string][]place{}, map[string]bool{}
	edges := make([][][]*line, len(pages)) // the rows of a page from the top, and those from its foot
	for n, lines := range pages {
		edges[n] = [][]*line{edge(lines, -1), edge(lines, 1)}
		for _, l := range slices.Concat(edges[n]...) {
			key := pattern(l.text)
			places[key] = append(places[key], place{n, l.y})
		}
	}
	for n, lines := range pages {
		taken := map[*line]bool{}
		for _, from := range edges[n] {
			takeRows(from, taken, func(l *line) bool { return isRunning(l, len(pages), places[pattern(l.text)]) })
		}
		var kept []line
		for i := range lines {
			key := pattern(lines[i].text)
			if !taken[&lines[i]] {
				kept = append(kept, lines[i])
			} else if !isPageNumber(lines[i].text) && !said[key] {
				said[key] = true
				running = append(running, lines[i].text)
			}
		}
		left = append(left, kept)
	}
	return left, running
}

// place is where a line stands: on a page, at a height.
type place struct {
	page int
	y    float64
}

// edge returns the lines in the outermost rows, from the top of the page if direction is -1, from its foot if it is 1.
func edge(lines []line, direction float64) []*line {
	var out []*line
	for i := range lines {
		out = append(out, &lines[i])
	}
	slices.SortStableFunc(out, func(a, b *line) int { return cmp.Compare(direction*a.y, direction*b.y) })
	rows := 0
	for i := 1; i < len(out); i++ {
		if !sameRow(out[i-1], out[i]) {
			rows++
		}
		if rows == outermost {
			return out[:i]
		}
	}
	return out
}

func sameRow(a, b *line) bool { return math.Abs(a.y-b.y) <= sameLine*a.em(b) }

// takeRows takes rows of lines, from the outside, for as long as all lines of a row are running.
func takeRows(lines []*line, taken map[*line]bool, running func(*line) bool) {
	for start := 0; start < len(lines); {
		end := start
		for ; end < len(lines) && sameRow(lines[start], lines[end]); end++ {
			if !running(lines[end]) {
				return
			}
		}
		for _, l := range lines[start:end] {
			taken[l] = true
		}
		start = end
	}
}

// pattern returns a line with its numbers made alike.
func pattern(s string) string {
	return digits.ReplaceAllString(strings.ToLower(s), "#")
}

var digits = regexp.MustCompile(`[0-9]+`)

// isRunning reports whether l may be a header or footer; places are where lines of its pattern stand.
func isRunning(l *line, pages int, places []place) bool {
	if isPageNumber(l.text) || printed.MatchString(l.text) {
		return true
	}
	level := 0
	for _, p := range places {
		if p.page != l.page && math.Abs(p.y-l.y) < 0.5*l.size {
			level++
		}
	}
	return level >= 2 || level == 1 && (pages <= 3 || len(places) == 2 && hasLetters(l.text))
}

func hasLetters(s string) bool { return strings.IndexFunc(s, unicode.IsLetter) >= 0 }

func isPageNumber(s string) bool { return pageNumber.MatchString(strings.ToLower(s)) }

var pageNumber = regexp.MustCompile(`^[-–—\[( |]*(?:(?:page|p\.|pg\.|página|pág\.|стр\.|страница|sida|side|oldal|seite) *)?` +
	`(?:[0-9]{1,4}|[ivxl]{1,6})(?: *(?:/|\||of|sur|de|из|av) *[0-9]{1,4})?(?:\. oldal)?[-–—\]) |.]*$`)

// printed is what browsers print above and below a page: when, and its address.
var printed = regexp.MustCompile(`^[0-9]{1,4}[./-][0-9]{1,2}[./-][0-9]{1,4},? [0-9]{1,2}:[0-9]{2}|^(?:https?|file)://[^ ]+(?: [0-9]+/[0-9]+)?$`)
