package evaluation

import (
	"bytes"
	"fmt"
	"strings"

	"verbatim/bot"
)

// sayAgainst tells in what two runs differ: what was asked, what they come to, and what
// became of each answer.
func (f *Figures) sayAgainst(p *bytes.Buffer) {
	c := f.against
	fmt.Fprintf(p, "Compared with %s of %s: %s in both", bot.Visible(f.earlier),
		f.against.At.Local().Format("2006-01-02 15:04"), bot.Numbered(c.Questions, "question"))
	if c.New > 0 {
		fmt.Fprintf(p, ", %d new", c.New)
	}
	if c.Gone > 0 {
		fmt.Fprintf(p, ", %d gone", c.Gone)
	}
	fmt.Fprintln(p)
	for _, s := range c.Settings {
		fmt.Fprintln(p, bot.Visible(s))
	}
	c.Articles.say(p)
	sayMeasures(p, c.Before, c.After)
	c.sayCounts(p)
	for _, k := range kinds {
		c.sayChanges(p, k)
	}
}

func (a *articleChange) say(p *bytes.Buffer) {
	fmt.Fprintf(p, "Articles: %d before, %d now; %d added, %d removed, %d changed\n",
		a.Before, a.After, len(a.Added), len(a.Removed), len(a.Changed))
	for _, part := range []struct {
		what string
		ids  []string
	}{{"added", a.Added}, {"removed", a.Removed}, {"changed", a.Changed}} {
		for _, id := range part.ids[:min(mostArticles, len(part.ids))] {
			fmt.Fprintln(p, cutTo(tableWidth, fmt.Sprintf("  %-8s %s", part.what, id)))
		}
		sayMore(p, len(part.ids)-mostArticles)
	}
}

// sayMeasures is the table of two runs. What neither expected is left out.
func sayMeasures(p *bytes.Buffer, before, after measure) {
	fmt.Fprintf(p, "\n%-32s %9s %9s %9s\n", "", "before", "now", "change")
	for _, row := range rows {
		b, a := row.of(before), row.of(after)
		if b.of+a.of > 0 {
			fmt.Fprintf(p, "%-32s %7.1f %% %7.1f %%%s\n", row.says, b.percent(), a.percent(), difference(a.percent()-b.percent()))
		}
	}
	fmt.Fprintf(p, "\n%-32s %9s %9s\n", "Words in the first quote", before.Words, after.Words)
	fmt.Fprintf(p, "%-32s %9s %9s\n", "Time of an answer, median", milliseconds(before.TookHalf), milliseconds(after.TookHalf))
	fmt.Fprintf(p, "%-32s %9s %9s\n", "Time, 99th percentile", milliseconds(before.TookMost), milliseconds(after.TookMost))
}

// difference is a column with a number and its sign; empty for nothing that would be seen.
func difference(d float64) string {
	s := fmt.Sprintf("%+10.1f", d)
	if strings.Trim(s, " +-0.") == "" {
		return ""
	}
	return s
}

// sayCounts is "1 worse, 2 better, 21 as before".
func (c *comparison) sayCounts(p *bytes.Buffer) {
	var counts []string
	for _, k := range kinds {
		if n := c.count(k); n > 0 || k == worse || k == better {
			counts = append(counts, fmt.Sprintf("%d %s", n, k))
		}
	}
	fmt.Fprintf(p, "\n%s, %d as before\n", strings.Join(counts, ", "), c.Questions-len(c.Changes))
}

// sayChanges lists the questions whose answers changed in one way.
func (c *comparison) sayChanges(p *bytes.Buffer, k kind) {
	n := c.count(k)
	if n == 0 {
		return
	}
	fmt.Fprintf(p, "\n%s%s: %d\n", strings.ToUpper(string(k[:1])), k[1:], n)
	listed := 0
	for _, change := range c.Changes {
		if change.Kind == k && listed < mostListed {
			listed++
			change.say(p)
		}
	}
	sayMore(p, n-mostListed)
}

// say shows a question with what came of it in both runs.
func (c *change) say(p *bytes.Buffer) {
	sayItem(p, c.ID, c.Line, c.Question)
	sayOutcome(p, "before  ", c.was)
	sayOutcome(p, "now     ", c.is)
}
