package pdf

import (
	"math"
	"slices"
)

// inOrder returns the lines of a page, which come in the order of the file, in the order a person reads them. Most
// files are written in that order, which tells better than the page does what belongs to what; where the page
// speaks against it, the page is right.
func inOrder(lines []line) []line {
	if len(lines) > maxPlaced || drawnAsRead(lines) {
		return lines
	}
	return byPlace(lines)
}

// maxPlaced is how many lines of a page are put in order by where they stand.
const maxPlaced = 600

// drawnAsRead reports whether no line was drawn after one below or to the right of it, and no two columns row by row.
func drawnAsRead(lines []line) bool {
	against, rows := 0, 0
	for j := 1; j < len(lines); j++ {
		if lines[j-1].leftOf(&lines[j]) && lines[j-1].level(&lines[j]) {
			rows++
		}
		for i := range j {
			if lines[j].reads(&lines[i]) {
				against++
				break
			}
		}
	}
	return against == 0 && rows*3 <= len(lines)
}

// leftOf reports whether l ends before o starts.
func (l *line) leftOf(o *line) bool { return l.x1 <= o.x0 }

// reads reports whether l is certainly read before o: it stands above it, or level and to the left.
func (l *line) reads(o *line) bool {
	if l.overlaps(o) {
		return l.y > o.y+0.5*l.em(o)
	}
	return l.leftOf(o) && math.Abs(l.y-o.y) < 0.5*l.em(o)
}

// byPlace puts lines in the order of where they stand, after Breuel: a line is read before one below that shares
// some of its width, and before one that is wholly to the right, unless a line between the two, from top to
// bottom, shares some of the width of both. It takes time in the third power of the lines.
func byPlace(lines []line) []line {
	n := len(lines)
	waits := make([]int, n) // how many lines are still to be read before it
	before := make([][]int, n)
	for i := range n {
		for j := range n {
			if i != j && comesBefore(lines, i, j) {
				before[i] = append(before[i], j)
				waits[j]++
			}
		}
	}
	out := make([]line, 0, n)
	done := make([]bool, n)
	for range n {
		next := nextOf(lines, waits, done)
		done[next] = true
		out = append(out, lines[next])
		for _, j := range before[next] {
			waits[j]--
		}
	}
	return out
}

// nextOf returns the line that waits for the fewest, and of those the highest.
func nextOf(lines []line, waits []int, done []bool) int {
	best := -1
	for i := range lines {
		if done[i] {
			continue
		}
		if best < 0 || waits[i] < waits[best] || waits[i] == waits[best] && lines[i].y > lines[best].y {
			best = i
		}
	}
	return best
}

func comesBefore(lines []line, i, j int) bool {
	a, b := &lines[i], &lines[j]
	if a.overlaps(b) {
		return a.y > b.y || a.y == b.y && i < j
	}
	if !a.leftOf(b) {
		return false
	}
	top, bottom := max(a.y, b.y), min(a.y, b.y)
	return !slices.ContainsFunc(lines, func(c line) bool {
		return bottom < c.y && c.y < top && c.overlaps(a) && c.overlaps(b)
	})
}
