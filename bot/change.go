package bot

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"verbatim/answer"
	"verbatim/bot/vitals"
)

// removeAsked asks whether an article is to be taken out.
func removeAsked(t *turn, ctx context.Context, g given) (Reply, error) {
	a, which, err := t.one(ctx, g["article"])
	if a == nil {
		return which, err
	}
	return askToRemove(t, ctx, a.ID)
}

func askToRemove(t *turn, ctx context.Context, id string) (Reply, error) {
	a, err := t.stored(ctx, id)
	if err != nil {
		return Reply{}, err
	}
	return Reply{
		Blocks:  []Block{Paragraph(fmt.Sprintf(askRemove, title(a)))},
		Actions: []Action{offer(removeLabel, "removed", editionOf(a)), offer(keepLabel, "keep", a.ID)},
		Private: true,
	}, nil
}

// removed takes out the article of which the person was asked.
func removed(t *turn, ctx context.Context, state string) (Reply, error) {
	a, err := t.seen(ctx, state)
	if err != nil {
		return t.didBefore(ctx, removedNow, err)
	}
	editor := t.library.Editor(t.origin(ctx)).While(a)
	err = editor.Remove(ctx, a.ID)
	switch {
	case errors.Is(err, answer.ErrChanged):
		return Reply{}, changedMeanwhile
	case err != nil:
		return Reply{}, err
	}
	vitals.Of(ctx).Count(vitals.Removed)
	t.bot.stir(t.library)
	return t.didChange(fmt.Sprintf(removedNow, title(a)), editor.Change()), nil
}

func keepArticle(t *turn, ctx context.Context, id string) (Reply, error) {
	a, err := t.stored(ctx, id)
	if err != nil {
		return Reply{}, err
	}
	return Reply{Blocks: []Block{Paragraph(fmt.Sprintf(stays, title(a)))}, Private: true}, nil
}

// undoAsked takes back the change of a number, or the last one.
func undoAsked(t *turn, ctx context.Context, g given) (Reply, error) {
	typed := strings.TrimPrefix(g["number"], "#")
	if typed == "" {
		last, err := t.lastChange(ctx)
		if err != nil {
			return Reply{}, err
		}
		return t.undo(ctx, last)
	}
	number, err := strconv.ParseUint(typed, 10, 64)
	if err != nil {
		return Reply{}, noChangeNumber
	}
	return t.undo(ctx, number)
}

// lastChange returns the last change that can be taken back and is not itself a taking back,
// or the one that this message has taken back before it came again.
func (t *turn) lastChange(ctx context.Context) (uint64, error) {
	changes, err := t.library.History(ctx, 0, answer.KeptChanges)
	if err != nil {
		return 0, err
	}
	if i := slices.IndexFunc(changes, t.isAsked); i >= 0 && changes[i].Undoes != 0 {
		return changes[i].Undoes, nil
	}
	for _, c := range changes {
		if c.Open && c.Undoes == 0 {
			return c.Number, nil
		}
	}
	return 0, nothingToUndo
}

// isAsked reports whether a change was made for this very message.
func (t *turn) isAsked(c answer.Change) bool { return c.Request == t.request() }

// didBefore tells of the change that was made for this message before it came again, as it
// does after a restart; where there is none it returns why there can be none now.
func (t *turn) didBefore(ctx context.Context, said string, why error) (Reply, error) {
	changes, err := t.library.History(ctx, 0, answer.KeptChanges)
	i := slices.IndexFunc(changes, t.isAsked)
	if err != nil || i < 0 {
		return Reply{}, why
	}
	return t.didChange(fmt.Sprintf(said, titleOf(changes[i])), changes[i].Number), nil
}

func undoPressed(t *turn, ctx context.Context, state string) (Reply, error) {
	number, err := strconv.ParseUint(state, 10, 64)
	if err != nil {
		return Reply{}, staleAction
	}
	return t.undo(ctx, number)
}

func (t *turn) undo(ctx context.Context, number uint64) (Reply, error) {
	done, err := t.library.Editor(t.origin(ctx)).Undo(ctx, number)
	var later *answer.Conflict
	switch {
	case errors.Is(err, answer.ErrNotFound):
		return Reply{}, noSuchChange
	case errors.Is(err, answer.ErrUndone):
		return Reply{}, undoneAlready
	case errors.As(err, &later):
		return Reply{}, conflictWith(later)
	case err != nil:
		return Reply{}, err
	}
	t.bot.stir(t.library)
	return t.didChange(fmt.Sprintf(undidNow, number, effects(done)), done.Number), nil
}

// historyAPage is how many changes are told at once.
const historyAPage = 10

func historyAsked(t *turn, ctx context.Context, _ given) (Reply, error) {
	return t.history(ctx, 0)
}

// historyOn tells the changes before the one of a number.
func historyOn(t *turn, ctx context.Context, state string) (Reply, error) {
	before, err := count(state)
	if err != nil {
		return Reply{}, err
	}
	return t.history(ctx, uint64(before))
}

func (t *turn) history(ctx context.Context, before uint64) (Reply, error) {
	changes, err := t.library.History(ctx, before, historyAPage+1)
	if err != nil {
		return Reply{}, err
	}
	if len(changes) == 0 {
		return Reply{Blocks: []Block{Paragraph(noHistory)}, Private: true}, nil
	}
	r := Reply{Private: true}
	list := List{Heading: historyNow}
	for _, c := range changes[:min(len(changes), historyAPage)] {
		list.Items = append(list.Items, changeItem(c))
	}
	r.Blocks = []Block{list}
	if len(changes) > historyAPage {
		r.Actions = []Action{offer(olderLabel, "history", strconv.FormatUint(changes[historyAPage-1].Number, 10))}
	}
	return r, nil
}

func changeItem(c answer.Change) Item {
	number := strconv.FormatUint(c.Number, 10)
	item := Item{Name: number + ": " + didWhat(c), About: listing(whoDid(c), titlesOf(c), undoneBy(c))}
	if c.Open {
		item.Actions = []Action{offer(undoLabel, "undo", number)}
	}
	return item
}
