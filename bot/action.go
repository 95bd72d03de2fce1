package bot

import (
	"context"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"verbatim/answer"
	"verbatim/answer/text"
	"verbatim/store"
)

// An action is what a press on an Action does, with the state that this one was given.
type action struct {
	run     func(t *turn, ctx context.Context, state string) (Reply, error)
	forSelf bool // it changes something: only the person may for whom it was made
	keeper  bool // and only as long as that person looks after the bot
}

// actions are what an Action of a Reply can be, by name. Who presses those that only show
// something need not be who asked.
var actions = map[string]action{
	"more":      {run: moreQuotes},
	"context":   {run: inContext},
	"nearest":   {run: nearest},
	"ask":       {run: (*turn).asItStands}, // it is whole, and follows up nothing
	"next":      {run: listOn},
	"said":      {run: saidAgain},
	"share":     {run: share, forSelf: true},
	"sharesaid": {run: shareSaid, forSelf: true},
	"helpful":   {run: func(t *turn, ctx context.Context, state string) (Reply, error) { return t.mark(ctx, state, true) }, forSelf: true},
	"unhelpful": {run: func(t *turn, ctx context.Context, state string) (Reply, error) { return t.mark(ctx, state, false) }, forSelf: true},

	"show":     {run: show},
	"leftout":  {run: leftOutOfChange},
	"history":  {run: historyOn, forSelf: true, keeper: true},
	"add":      {run: openAddForm, forSelf: true, keeper: true},
	"loaded":   {run: loaded, forSelf: true, keeper: true},
	"replace":  {run: openChangeForm, forSelf: true, keeper: true},
	"replaced": {run: replaced, forSelf: true, keeper: true},
	"remove":   {run: askToRemove, forSelf: true, keeper: true},
	"removed":  {run: removed, forSelf: true, keeper: true},
	"keep":     {run: keepArticle, forSelf: true, keeper: true},
	"undo":     {run: undoPressed, forSelf: true, keeper: true},
}

// press does what an action says that this bot made, for this tenant and this channel.
func (t *turn) press(ctx context.Context) (Reply, error) {
	key, err := t.bot.sealing(t.Tenant, t.memory)
	if err != nil {
		return Reply{}, err
	}
	a, known := actions[t.Action.Name]
	made, ok := unseal(key, t.Action.Name, t.Action.State)
	if !known || !ok || !t.isWhere(made) {
		return Reply{}, staleAction
	}
	if t.owner = made.owner; a.forSelf && t.owner != t.User.ID {
		return Reply{}, notYours
	}
	t.of = union(t.of, made.people())
	if a.keeper {
		if err := t.mustKeep(ctx); err != nil {
			return Reply{}, err
		}
	}
	return a.run(t, ctx, made.state)
}

// isWhere reports whether a ticket was made for where it is pressed. What one person sees
// alone stands in no thread.
func (t *turn) isWhere(made ticket) bool {
	return made.channel == t.Channel && (made.thread == t.Thread || made.thread == "" || t.Thread == "")
}

// A page is some of the quotes that answer a question: what More quotes, Share and the
// marks of an answer go back to.
type page struct {
	after  int    // how many quotes come before
	quotes string // tells whether they are still the same; empty where that does not matter
	asked  string
}

func (p page) state() string { return fmt.Sprintf("%d %s %s", p.after, p.quotes, p.asked) }

func pageOf(state string) (page, error) {
	after, rest, _ := strings.Cut(state, " ")
	quotes, asked, _ := strings.Cut(rest, " ")
	n, err := count(after)
	return page{n, quotes, asked}, err
}

// digest returns letters that differ where the quotes do.
func digest(quotes []answer.Quote) string {
	h := sha256.New()
	for _, q := range quotes {
		fmt.Fprintf(h, "%q %d %q\n", q.Article.ID, q.Start, q.Text())
	}
	return base64.RawURLEncoding.EncodeToString(h.Sum(nil)[:8])
}

// again asks what a page goes back to.
func (t *turn) again(ctx context.Context, state string) (p page, a *answer.Answer, err error) {
	if p, err = pageOf(state); err == nil {
		a, err = t.find(ctx, p.asked, p.after)
	}
	return p, a, err
}

func moreQuotes(t *turn, ctx context.Context, state string) (Reply, error) {
	if of, said := strings.CutPrefix(state, saidMark); said {
		return saidAgain(t, ctx, of)
	}
	p, a, err := t.again(ctx, state)
	if err != nil {
		return Reply{}, err
	}
	return t.sayAnswer(a, p.after), nil
}

// share says in the channel what was said to the person alone, if it still holds.
func share(t *turn, ctx context.Context, state string) (Reply, error) {
	_, of, _ := strings.Cut(state, " ") // behind what tells this answer from another to the same question
	p, a, err := t.again(ctx, of)
	if err != nil {
		return Reply{}, err
	}
	if p.after >= len(a.Quotes) || digest(t.shown(a, p.after)) != p.quotes {
		return Reply{}, changedSince
	}
	if err := t.once(ctx, state); err != nil {
		return Reply{}, err
	}
	t.Private = false
	return t.sharedAs(t.sayAnswer(a, p.after), p.asked), nil
}

// sharedAs adds to a reply who shares it, and to what it is an answer.
func (t *turn) sharedAs(r Reply, asked string) Reply {
	by := fmt.Sprintf(sharedAnswer, asked)
	if t.User.Name != "" {
		by = fmt.Sprintf(sharedBy, t.User.Name, asked)
	}
	r.Blocks = append([]Block{Paragraph(by)}, r.Blocks...)
	return r
}

// once returns a Refusal when the answer that a state is of was shared before.
func (t *turn) once(ctx context.Context, state string) error {
	now, key := t.bot.now(), sharedKey+hashed(t.User.ID, t.Channel, state)
	return t.bot.write(ctx, t.Tenant, func(tx *store.Tx) error {
		if by, shared := kept(tx, key, now); shared && string(by) != t.ID { // the same press may be handled again after a restart
			return sharedAlready
		}
		return keep(tx, key, []byte(t.ID), now, keepShared)
	})
}

// A place is where a quote stands, and a hash of its words.
type place struct {
	ID         string
	Start, End int
	Words      string
}

func placed(q answer.Quote) place {
	return place{q.Article.ID, q.Start, q.End, digest([]answer.Quote{q})}
}

func placeOf(q answer.Quote) string {
	state, err := json.Marshal(placed(q))
	if err != nil {
		panic(err) // texts and numbers can always be written
	}
	return string(state)
}

// inContext shows a quote with the paragraphs around it, if its words still stand there.
func inContext(t *turn, ctx context.Context, state string) (Reply, error) {
	var p place
	if err := json.Unmarshal([]byte(state), &p); err != nil {
		return Reply{}, staleAction
	}
	q, around, err := t.library.InContext(ctx, p.ID, text.Span{Start: p.Start, End: p.End})
	if errors.Is(err, answer.ErrNotFound) || err == nil && digest([]answer.Quote{q}) != p.Words {
		return Reply{}, noLongerThere
	}
	if err != nil {
		return Reply{}, err
	}
	return Reply{Blocks: []Block{Paragraph(inItsPlace), quotationWithin(q, around)}, Private: t.private()}, nil
}

// quotationWithin is a quotation with the range of the article around it.
func quotationWithin(q answer.Quote, around text.Span) Quotation {
	said := quotation(q)
	said.Around = around
	if said.Who != "" {
		said.Who = fmt.Sprintf(marked, said.Who) // and who wrote the rest is not told
	}
	return said
}

// nearest shows what comes nearest to an answer.
func nearest(t *turn, ctx context.Context, asked string) (Reply, error) {
	q, err := t.asking(asked)
	if err != nil {
		return Reply{}, err
	}
	q.Limit, q.Nearest = t.settings.Quotes, true
	a, err := t.bot.ask(ctx, t.Tenant, t.library, q)
	if err != nil {
		return Reply{}, err
	}
	r := Reply{Blocks: []Block{Paragraph(notAnAnswer)}, Private: t.private()}
	if a.Abstained() {
		r.Blocks[0] = Paragraph(noMoreQuotes)
	}
	for _, q := range a.Quotes {
		r.Blocks = append(r.Blocks, quotationWithContext(q))
	}
	return r, nil
}

// count reads a number that a state holds; an empty state stands for 0.
func count(state string) (int, error) {
	if state == "" {
		return 0, nil
	}
	n, err := strconv.ParseUint(state, 10, 31)
	if err != nil {
		return 0, staleAction
	}
	return int(n), nil
}
