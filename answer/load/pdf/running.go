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

// takeRunning takes out of each page's lines the headers and footers: those outermost lines that other pages have in
// the same place but for their numbers, numbers of pages, and what browsers print around a page. It returns the
// lines that are left and each header and footer once; mere numbers of pages are in neither.
func takeRunning(pages [][]line) (left [][]line, running []string) {
	places := map[string][]place{}
	edges := make([][]int, len(pages))
	for n, lines := range pages {
		edges[n] = edge(lines)
		for _, i := range edges[n] {
			key := pattern(lines[i].text)
			places[key] = append(places[key], place{n, lines[i].y})
		}
	}
	for n, lines := range pages {
		var kept []line
		for i, l := range lines {
			if !slices.Contains(edges[n], i) || !isRunning(l, n, len(pages), places[pattern(l.text)], lines) {
				kept = append(kept, l)
			} else if !isPageNumber(l.text) && !slices.ContainsFunc(running, func(s string) bool { return pattern(s) == pattern(l.text) }) {
				running = append(running, l.text)
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

// edge returns which of lines stand in the outermost rows.
func edge(lines []line) []int {
	byHeight := make([]int, len(lines))
	for i := range byHeight {
		byHeight[i] = i
	}
	slices.SortFunc(byHeight, func(a, b int) int { return cmp.Compare(lines[b].y, lines[a].y) })
	return slices.Compact(append(rows(lines, byHeight), rows(lines, reversed(byHeight))...))
}

// rows returns the first of order that make up the outermost rows.
func rows(lines []line, order []int) []int {
	n := 0
	for k, i := range order {
		if k > 0 && math.Abs(lines[i].y-lines[order[k-1]].y) > sameLine*lines[i].size {
			n++
		}
		if n == outermost {
			return order[:k:k]
		}
	}
	return order
}

func reversed(s []int) []int {
	s = slices.Clone(s)
	slices.Reverse(s)
	return s
}

// pattern returns a line with its numbers made alike.
func pattern(s string) string {
	return digits.ReplaceAllString(strings.ToLower(s), "#")
}

var digits = regexp.MustCompile(`[0-9]+`)

// isRunning reports whether l of page n is a header or footer; places are where lines of its pattern stand.
func isRunning(l line, n, pages int, places []place, lines []line) bool {
	if isPageNumber(l.text) {
		return isOutermost(l, lines)
	}
	if printed.MatchString(l.text) {
		return true
	}
	level := 0
	for _, p := range places {
		if p.page != n && math.Abs(p.y-l.y) < 0.5*l.size {
			level++
		}
	}
	return level >= 2 || level == 1 && (pages <= 3 || len(places) == 2 && hasLetters(l.text))
}

// isOutermost reports whether no line of a page stands above l, or none below.
func isOutermost(l line, lines []line) bool {
	above, below := false, false
	for _, o := range lines {
		above = above || o.y > l.y+sameLine*l.size
		below = below || o.y < l.y-sameLine*l.size
	}
	return !above || !below
}

func hasLetters(s string) bool { return strings.IndexFunc(s, unicode.IsLetter) >= 0 }

func isPageNumber(s string) bool { return pageNumber.MatchString(strings.ToLower(s)) }

var pageNumber = regexp.MustCompile(`^[-–—\[( |]*(?:(?:page|p\.|pg\.|página|pág\.|стр\.|страница|sida|side|oldal|seite) *)?` +
	`(?:[0-9]{1,4}|[ivxl]{1,6})(?: *(?:/|\||of|sur|de|из|av) *[0-9]{1,4})?(?:\. oldal)?[-–—\]) |.]*$`)

// printed is what browsers print above and below a page: when, and its address.
var printed = regexp.MustCompile(`^[0-9]{1,4}[./-][0-9]{1,2}[./-][0-9]{1,4},? [0-9]{1,2}:[0-9]{2}|^(?:https?|file)://[^ ]+(?: [0-9]+/[0-9]+)?$`)
