package bot

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"verbatim/answer"
	"verbatim/answer/load"
	"verbatim/bot/vitals"
)

// mostTold is how many articles of a load are told of one by one.
const mostTold = 10

// loading is one load, and what has become of it so far.
type loading struct {
	*turn
	material material
	editor   *answer.Editor

	stored  int                   // articles that are there, however they came
	count   map[answer.Status]int // articles by what became of them
	told    []told                // the first of those that are there
	refused []Item                // and of these, and of the notes
	notes   []Item
	noted   int // how many notes there are
	pieces  int // of furniture
	broken  bool
}

// told is an article of a load that is told of.
type told struct {
	id    string
	added answer.Added
}

// note notes what became of a batch.
func (l *loading) note(batch []load.Item, added []answer.Added) {
	if l.count == nil {
		l.count = map[answer.Status]int{}
	}
	for _, item := range batch {
		switch {
		case item.Article != nil:
			l.article(item, added[0])
			added = added[1:]
		case item.Err != nil:
			l.refuse(item.Name, item.Err)
		default:
			l.noted++
			l.notes = withFirst(l.notes, item.Name, item.Note)
		}
	}
	if len(l.told) > 0 {
		l.meanwhile(fmt.Sprintf(loadingSoFar, plural(l.stored), shortened(batch[len(batch)-1].Name)))
	}
}

func (l *loading) article(item load.Item, added answer.Added) {
	if added.Status == answer.Refused {
		l.refuse(item.Name, added.Err)
		return
	}
	l.stored++
	l.count[added.Status]++
	l.pieces += len(item.Article.Furniture)
	if len(l.told) < mostTold {
		l.told = append(l.told, told{item.Article.ID, added})
	}
}

func (l *loading) refuse(name string, err error) {
	l.count[answer.Refused]++
	name, why := whyNot(name, err)
	l.refused = withFirst(l.refused, name, why)
}

// counted counts what became of the load.
func (l *loading) counted(ctx context.Context) {
	chat := vitals.Of(ctx)
	chat.Add(vitals.Loaded, l.count[answer.Loaded]+l.count[answer.Replaced])
	chat.Add(vitals.Refused, l.count[answer.Refused])
}

// whyNot returns the name of what is not loaded, and why it is not.
func whyNot(name string, err error) (string, string) {
	var refusal *load.Refusal
	if errors.As(err, &refusal) {
		return shortened(refusal.Name), shortened(refusal.Why)
	}
	return shortened(name), shortened(err.Error())
}

// withFirst adds an item to those of a list that are told: an archive may hold a great many.
func withFirst(items []Item, name, about string) []Item {
	if len(items) == mostTold {
		return items
	}
	return append(items, Item{Name: shortened(name), About: about})
}

// reply tells what became of the load, and offers to take it back.
func (l *loading) reply(ctx context.Context) (Reply, error) {
	r := Reply{Private: l.private(), Blocks: []Block{Paragraph(l.summary())}}
	if l.broken {
		r.Blocks = append(r.Blocks, Paragraph(brokenOff))
	}
	list := List{Heading: loadedHeading}
	for _, one := range l.told {
		item, err := l.tell(ctx, one)
		if err != nil {
			return Reply{}, err
		}
		list.Items = append(list.Items, item)
	}
	r.Blocks = append(r.Blocks, some(list, l.stored)...)
	r.Blocks = append(r.Blocks, some(List{Heading: refusedHeading, Items: l.refused}, l.count[answer.Refused])...)
	r.Blocks = append(r.Blocks, some(List{Heading: notedHeading, Items: l.notes}, l.noted)...)
	r.Blocks = append(r.Blocks, l.bot.tenants.littleRoom()...)
	if change := l.editor.Change(); change != 0 {
		number := strconv.FormatUint(change, 10)
		r.Actions = append(r.Actions, offer(undoLabel, "undo", number))
		if l.pieces > 0 {
			r.Actions = append(r.Actions, offer(leftOutLabel, "leftout", number))
		}
	}
	return r, nil
}

// some returns a list with its first items, and how many more there are; nothing for an empty one.
func some(list List, all int) []Block {
	if len(list.Items) == 0 {
		return nil
	}
	list.Items = list.Items[:min(len(list.Items), mostTold)]
	if more := all - len(list.Items); more > 0 {
		list.Items = append(list.Items, Item{Name: fmt.Sprintf(andMore, strconv.Itoa(more))})
	}
	return []Block{list}
}

// summary is "Loaded 12 articles (3 replaced, 2 were there already, 1 refused)."
func (l *loading) summary() string {
	var asides []string
	for _, aside := range []struct {
		status answer.Status
		said   string
	}{{answer.Replaced, "replaced"}, {answer.Same, "there already"}, {answer.Refused, "not loaded"}} {
		if n := l.count[aside.status]; n > 0 {
			asides = append(asides, fmt.Sprint(n, " ", aside.said))
		}
	}
	said := loadedNothing
	if l.stored > 0 {
		said = fmt.Sprintf("Loaded %s.", plural(l.count[answer.Loaded]+l.count[answer.Replaced]))
	}
	if len(asides) > 0 {
		said = strings.TrimSuffix(said, ".") + " (" + strings.Join(asides, ", ") + ")."
	}
	return said
}

// tell tells of an article what a person wants to check: its fields, how much it holds,
// what of it is never quoted, and which other is like it.
func (l *loading) tell(ctx context.Context, one told) (Item, error) {
	a, layout, err := l.library.Article(ctx, one.id)
	if errors.Is(err, answer.ErrNotFound) { // taken out in this moment
		return Item{Name: one.id}, nil
	}
	if err != nil {
		return Item{}, err
	}
	left := ""
	if n := len(a.Furniture); n > 0 {
		left = fmt.Sprintf(piecesLeftOut, Numbered(n, "piece"))
	}
	parts := []string{statusNow[one.added.Status], a.Source, date(a.Published), languageOf(a.Lang), extent(a, layout), left, l.alike(ctx, one.added), hiddenIn(a)}
	return Item{
		Name: shortened(title(a)), About: listing(parts...), Link: linkTo(a.URL, ""),
		Actions: []Action{offer(showLabel, "show", a.ID)},
	}, nil
}

// alike tells which other article is the same as one, or nearly.
func (l *loading) alike(ctx context.Context, added answer.Added) string {
	for _, other := range []struct{ id, said string }{{added.Twin, sameAs}, {added.Near, nearlyAs}} {
		if other.id == "" {
			continue
		}
		name := other.id
		if a, _, err := l.library.Article(ctx, other.id); err == nil {
			name = title(a)
		}
		return fmt.Sprintf(other.said, shortened(name))
	}
	return ""
}

// leftOutOfChange shows what is never quoted of the articles of a load.
func leftOutOfChange(t *turn, ctx context.Context, state string) (Reply, error) {
	change, err := strconv.ParseUint(state, 10, 64)
	if err != nil {
		return Reply{}, staleAction
	}
	ids, err := t.library.Concerned(ctx, change, mostTold)
	if err != nil {
		return Reply{}, err
	}
	r := Reply{Private: true}
	for _, id := range ids {
		a, _, err := t.library.Article(ctx, id)
		if err != nil || len(a.Furniture) == 0 {
			continue // taken out since, or damaged as check says
		}
		list := leftOut(a)
		list.Heading = shortened(title(a)) + ": " + list.Heading
		r.Blocks = append(r.Blocks, list)
	}
	if len(r.Blocks) == 0 {
		return Reply{}, articleGone
	}
	return r, nil
}
