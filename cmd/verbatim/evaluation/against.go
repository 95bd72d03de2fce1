package evaluation

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"verbatim/cmd/verbatim/jsonl"
)

// comparison is what two runs have in common and in what they differ.
type comparison struct {
	At        time.Time     `json:"at"`        // of the earlier
	Questions int           `json:"questions"` // that both asked
	New       int           `json:"new"`       // that only the later asked
	Gone      int           `json:"gone"`      // that only the earlier asked
	Before    measure       `json:"before"`    // of those in both
	After     measure       `json:"after"`
	Changes   []change      `json:"changes"`
	Articles  articleChange `json:"articles"`
	Settings  []string      `json:"settings"` // that differ
}

// change is what became of the answer to a question.
type change struct {
	Kind     kind    `json:"change"`
	ID       string  `json:"id,omitempty"`
	Line     int     `json:"line"`
	Question string  `json:"question"`
	Before   outcome `json:"before"`
	After    outcome `json:"after"`
	was, is  *result
}

type kind string

const (
	worse          kind = "worse"
	better         kind = "better"
	newlySilent    kind = "newly silent" // and neither better nor worse
	newlyAnswering kind = "newly answering"
	otherQuote     kind = "other quote"
	asBefore       kind = ""
)

// kinds are the ways to change, what wants looking at first.
var kinds = []kind{worse, better, newlySilent, newlyAnswering, otherQuote}

// articleChange is how the articles of two runs differ, by their ids.
type articleChange struct {
	Before  int      `json:"before"`
	After   int      `json:"after"`
	Added   []string `json:"added"`
	Removed []string `json:"removed"`
	Changed []string `json:"changed"`
}

// compare judges an earlier run by what is expected now, so that a change in the
// questions is not taken for one in the answers.
func compare(before, after *Run) comparison {
	c := comparison{At: before.settings.At, Articles: compareArticles(before.articles, after.articles), Changes: []change{}}
	c.Settings = settingsChanged(before.settings, after.settings)
	earlier, later := before.byKey(), after.byKey()
	var was, is []result
	at := map[*result]*judged{}
	for i := range after.questions {
		at[&after.results[i]] = &after.questions[i]
	}
	for key, now := range later {
		then := earlier[key]
		if then == nil {
			c.New++
			continue
		}
		judge(at[now], then)
		was, is = append(was, *then), append(is, *now)
		if k := kindOf(then, now); k != asBefore {
			c.Changes = append(c.Changes, change{k, now.ID, now.Line, now.Question, then.Outcome, now.Outcome, then, now})
		}
	}
	slices.SortFunc(c.Changes, func(a, b change) int { return cmp.Compare(a.Line, b.Line) })
	c.Questions, c.Gone = len(is), len(earlier)-len(is)
	c.Before, c.After = measureOf(was), measureOf(is)
	return c
}

// count returns how many answers changed in one way.
func (c *comparison) count(k kind) (n int) {
	for _, change := range c.Changes {
		if change.Kind == k {
			n++
		}
	}
	return n
}

// kindOf tells how an answer changed.
func kindOf(was, is *result) kind {
	change := grades[is.Outcome] - grades[was.Outcome]
	silentBefore, silentNow := len(was.Quotes) == 0, len(is.Quotes) == 0
	switch {
	case change > 0:
		return better
	case change < 0:
		return worse
	case silentNow && !silentBefore:
		return newlySilent
	case silentBefore && !silentNow:
		return newlyAnswering
	case !silentNow && !sameQuote(was.Quotes[0], is.Quotes[0]):
		return otherQuote
	}
	return asBefore
}

// sameQuote reports whether a person sees the same quote. Its place may have moved in the article.
func sameQuote(a, b jsonl.Quote) bool {
	return a.Article == b.Article && a.Text == b.Text && a.Speaker == b.Speaker
}

func compareArticles(before, after []articleSum) articleChange {
	c := articleChange{Before: len(before), After: len(after), Added: []string{}, Removed: []string{}, Changed: []string{}}
	was, is := sums(before), sums(after)
	for _, a := range before {
		if is[a.ID] == "" {
			c.Removed = append(c.Removed, a.ID)
		}
	}
	for _, a := range after {
		switch was[a.ID] {
		case "":
			c.Added = append(c.Added, a.ID)
		case a.Sum:
		default:
			c.Changed = append(c.Changed, a.ID)
		}
	}
	return c
}

func sums(articles []articleSum) map[string]string {
	all := map[string]string{}
	for _, a := range articles {
		all[a.ID] = a.Sum
	}
	return all
}

// settingsChanged returns the settings that differ, as "version: before -> after".
func settingsChanged(before, after settings) []string {
	all := []string{}
	for _, s := range []struct{ name, before, after string }{
		{"version", before.Version, after.Version},
		{"articles of", before.place(), after.place()},
		{"most quotes", fmt.Sprint(before.Quotes), fmt.Sprint(after.Quotes)},
	} {
		if s.before != s.after {
			all = append(all, fmt.Sprintf("%s: %s -> %s", s.name, cmp.Or(s.before, "unknown"), cmp.Or(s.after, "unknown")))
		}
	}
	return all
}

// place is where the articles were: "the library local".
func (s settings) place() string {
	if s.Loaded != "" {
		return s.Loaded
	}
	return "the library " + s.Library
}
