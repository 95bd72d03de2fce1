package bot

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"
	"time"
)

const (
	weeksShown  = 4
	mostWeeks   = 53
	topicsShown = 10
)

func insightCommands() []Command {
	weeks := []Option{{Name: "weeks", About: "how many weeks back", Kind: Number, Bare: true}}
	return []Command{
		{Name: "show", About: "the last weeks", Options: weeks, run: showInsights},
		{Name: "export", About: "all of it, as a table in a file", Options: weeks, run: exportInsights},
	}
}

// insights are what was asked in some weeks, counted.
type insights struct {
	weeks  map[time.Time]*tally // by their first days
	topics []*asking
	quoted map[string]*quotedArticle // by id
}

// tally is how often something was asked and answered in a week.
type tally struct {
	times, answered, unhelpful int
	titles                     []string // of the articles that were quoted
}

// quotedArticle is how often an article was quoted.
type quotedArticle struct {
	title      string
	times      int
	paragraphs map[int]int
}

// insightsOf counts what was asked from the first day of a week on.
func (t *turn) insightsOf(ctx context.Context, since time.Time) (*insights, error) {
	in := &insights{weeks: map[time.Time]*tally{}, quoted: map[string]*quotedArticle{}}
	all := gathering{}
	for q, err := range each[inquiry](ctx, t.bot, t.memory, askedKey, askedFrom(since)) {
		if err != nil {
			return nil, err
		}
		in.count(q.is)
		all.ask(q.is)
	}
	for m, err := range each[mark](ctx, t.bot, t.memory, feedbackKey, feedbackKey) {
		if err != nil {
			return nil, err
		}
		if !m.is.Helpful && !m.is.At.Before(since) {
			all.mark(m.is)
		}
	}
	in.topics = all.joined()
	return in, nil
}

func (in *insights) count(q inquiry) {
	week := firstOfWeek(q.At)
	if in.weeks[week] == nil {
		in.weeks[week] = &tally{}
	}
	in.weeks[week].add(q)
	for _, c := range q.Quoted {
		a := in.quoted[c.ID]
		if a == nil {
			a = &quotedArticle{paragraphs: map[int]int{}}
			in.quoted[c.ID] = a
		}
		a.title = c.Title
		a.times++
		a.paragraphs[c.Paragraph]++
	}
}

func (c *tally) add(q inquiry) {
	if c.times++; !q.silent() || q.Later {
		c.answered++
	}
	for _, quote := range q.Quoted {
		if !slices.Contains(c.titles, quote.Title) {
			c.titles = append(c.titles, quote.Title)
		}
	}
}

// firstOfWeek returns the beginning of the Monday of a week, in UTC.
func firstOfWeek(t time.Time) time.Time {
	day := t.UTC().Truncate(24 * time.Hour)
	return day.AddDate(0, 0, -(int(day.Weekday())+6)%7)
}

// since returns the first day of so many weeks, this one included.
func (t *turn) since(typed string, otherwise int) (time.Time, error) {
	weeks := otherwise
	if typed != "" {
		n, ok := within(typed, 1, mostWeeks)
		if !ok {
			return time.Time{}, noSuchWeeks
		}
		weeks = n
	}
	return firstOfWeek(t.bot.now()).AddDate(0, 0, -7*(weeks-1)), nil
}

func showInsights(t *turn, ctx context.Context, g given) (Reply, error) {
	since, err := t.since(g["weeks"], weeksShown)
	if err != nil {
		return Reply{}, err
	}
	in, err := t.insightsOf(ctx, since)
	if err != nil {
		return Reply{}, err
	}
	privacy := Paragraph(fmt.Sprintf(insightsPrivacy, t.settings.Questions))
	blocks := append([]Block{privacy}, in.blocks()...)
	if len(blocks) == 1 {
		blocks = []Block{Paragraph(nothingAsked), privacy}
	}
	return Reply{Blocks: blocks, Private: true}, nil
}

// blocks are a list for each that there is something to tell of.
func (in *insights) blocks() (blocks []Block) {
	for _, list := range []List{in.byWeek(), in.unanswered(), in.unhelpful(), in.mostQuoted()} {
		if len(list.Items) > 0 {
			blocks = append(blocks, list)
		}
	}
	return blocks
}

func (in *insights) byWeek() List {
	list := List{Heading: weekHeading}
	for _, week := range slices.SortedFunc(maps.Keys(in.weeks), func(a, b time.Time) int { return b.Compare(a) }) {
		c := in.weeks[week]
		list.Items = append(list.Items, Item{Name: weekOf(week), About: weekSaid(c.times, c.times-c.answered)})
	}
	return list
}

func (in *insights) unanswered() List {
	list := List{Heading: unansweredHead}
	for _, a := range first(in.topics, func(a *asking) int { return a.open }) {
		list.Items = append(list.Items, Item{Name: shortened(a.phrase()), About: unansweredSaid(a.open, a.last)})
	}
	return list
}

func (in *insights) unhelpful() List {
	list := List{Heading: unhelpfulHead}
	for _, a := range first(in.topics, func(a *asking) int { return a.unhelpful }) {
		list.Items = append(list.Items, Item{Name: shortened(a.phrase()), About: timesSaid(a.unhelpful)})
	}
	return list
}

// first returns those with the highest numbers above 0, the last asked first among equals.
func first(all []*asking, of func(*asking) int) []*asking {
	some := slices.DeleteFunc(slices.Clone(all), func(a *asking) bool { return of(a) == 0 })
	slices.SortStableFunc(some, func(a, b *asking) int { return cmp.Or(of(b)-of(a), b.last.Compare(a.last)) })
	return some[:min(len(some), topicsShown)]
}

func (in *insights) mostQuoted() List {
	list := List{Heading: mostQuotedHead}
	ids := slices.SortedFunc(maps.Keys(in.quoted), func(a, b string) int {
		return cmp.Or(in.quoted[b].times-in.quoted[a].times, cmp.Compare(a, b))
	})
	for _, id := range ids[:min(len(ids), topicsShown)] {
		a := in.quoted[id]
		n := commonest(a.paragraphs)
		list.Items = append(list.Items, Item{Name: a.title, About: quotedSaid(a.times, n, a.paragraphs[n])})
	}
	return list
}

// commonest returns the number that was counted most often, the lowest of several.
func commonest(counts map[int]int) (most int) {
	for _, n := range slices.Sorted(maps.Keys(counts)) {
		if counts[n] > counts[most] {
			most = n
		}
	}
	return most
}
