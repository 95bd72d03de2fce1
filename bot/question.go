package bot

import (
	"context"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"

	"verbatim/answer"
	"verbatim/bot/vitals"
)

// question answers a question, which may follow up the one before.
func (t *turn) question(ctx context.Context, asked string) (Reply, error) {
	if len(asked) > longestAsked {
		return Reply{}, tooLong
	}
	vitals.Of(ctx).Count(vitals.Questions)
	t.Private = t.Private || t.Addressed && t.settings.Private && !t.Alone
	before, err := t.recall()
	if err != nil {
		return Reply{}, err
	}
	whole, follows, err := t.library.Follow(before.Asked, asked, before.Speaker)
	if err != nil {
		return Reply{}, err
	}
	switch {
	case !follows || len(whole) > longestAsked:
		return t.asItStands(ctx, asked)
	case plainly(whole) == plainly(before.Asked):
		return t.furtherOn(ctx, before)
	}
	t.of = union(t.of, before.Of)
	return t.asAWhole(ctx, whole, asked)
}

// plainly returns a question without what makes no other of it.
func plainly(q string) string { return strings.ToLower(strings.Trim(q, "¿?¡!. ")) }

func (t *turn) asItStands(ctx context.Context, asked string) (Reply, error) {
	a, err := t.find(ctx, asked, 0)
	switch {
	case err != nil || !t.speaksTo(a, false):
		return Reply{}, err
	case a.Courtesy:
		return t.sayAnswer(a, 0), nil
	}
	t.spoke(ctx, a)
	t.remember(asked, a, 0)
	t.noteAsked(asked, a)
	return t.sayAnswer(a, 0), nil
}

// spoke counts what is said to a question.
func (t *turn) spoke(ctx context.Context, a *answer.Answer) {
	t.bot.log.DebugContext(ctx, "found", "quotes", len(a.Quotes))
	if a.Abstained() {
		vitals.Of(ctx).Count(vitals.Silences)
		return
	}
	vitals.Of(ctx).Count(vitals.Answers)
}

// furtherOn answers "what else?": with the quotes behind those that were shown.
func (t *turn) furtherOn(ctx context.Context, before conversation) (Reply, error) {
	a, err := t.find(ctx, before.Asked, before.Shown)
	if err != nil || !t.speaksTo(a, true) {
		return Reply{}, err
	}
	t.spoke(ctx, a)
	t.of = union(t.of, before.Of)
	t.remember(before.Asked, a, before.Shown)
	return t.sayAnswer(a, before.Shown), nil
}

// asAWhole answers a follow-up as what it means with the question before. Where the
// articles do not answer that, its own words may still find something.
func (t *turn) asAWhole(ctx context.Context, whole, asked string) (Reply, error) {
	said := readAs
	a, err := t.find(ctx, whole, 0)
	if err != nil {
		return Reply{}, err
	}
	if a.Abstained() {
		alone, err := t.find(ctx, asked, 0)
		if err != nil {
			return Reply{}, err
		}
		if !alone.Abstained() && holdsAny(whole, alone.Sought) {
			a, said = alone, readAsButAlone
		}
	}
	if !t.speaksTo(a, true) {
		return Reply{}, nil
	}
	t.spoke(ctx, a)
	t.remember(whole, a, 0)
	t.noteAsked(whole, a)
	r := t.sayAnswer(a, 0)
	r.Blocks = append([]Block{Paragraph(fmt.Sprintf(said, whole))}, r.Blocks...)
	return r, nil
}

// holdsAny reports whether a question holds one of some words: with none of a follow-up's
// own, such as those of "tell me more", it adds nothing that can be found alone.
func holdsAny(question string, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(question, w) })
}

// speaksTo reports whether there is something to say to a question. One that was not
// addressed to the bot may be meant for somebody else: that it has no answer is then only
// told where it is written as a question about something.
func (t *turn) speaksTo(a *answer.Answer, follows bool) bool {
	if t.Addressed || !a.Abstained() {
		return true
	}
	return !a.Courtesy && strings.Contains(t.Text, "?") && (follows || len(a.Sought) > 1)
}

// find asks for the page of quotes that follows the first `after`, and for one quote
// more, to know whether there is a next page.
func (t *turn) find(ctx context.Context, asked string, after int) (*answer.Answer, error) {
	q, err := t.asking(asked)
	if err != nil {
		return nil, err
	}
	q.Limit = after + t.settings.Quotes + 1
	return t.bot.ask(ctx, t.Tenant, t.library, q)
}

// asking returns a question to the articles that this channel is answered from, as sure as
// its answers are to be.
func (t *turn) asking(asked string) (answer.Question, error) {
	in, err := t.collections()
	return answer.Question{Text: asked, In: in, Langs: t.settings.Languages, Silence: t.bot.silence(t.settings), Within: patience}, err
}

// patience is how long may be looked for an answer: a chat waits three seconds for a reply.
const patience = 2 * time.Second

// findSource looks for what somebody claims. Of a long text it takes the beginning, and says so.
func (t *turn) findSource(ctx context.Context) (Reply, error) {
	vitals.Of(ctx).Count(vitals.Questions)
	claim := beginning(t.Text)
	a, err := t.find(ctx, filterMark.ReplaceAllString(claim, "$0 "), 0)
	if err != nil {
		return Reply{}, err
	}
	t.spoke(ctx, a)
	r := t.sayAnswer(a, 0)
	if a.Abstained() {
		r.Blocks, r.Actions = sayNoSource(a).Blocks, sayNoSource(a).Actions
	}
	if claim != t.Text {
		r.Blocks = append([]Block{Paragraph(beginningOnly)}, r.Blocks...)
	}
	return r, nil
}

// filterMark is what makes a filter of a word. What somebody claims narrows nothing down.
var filterMark = regexp.MustCompile(`(?i)\b(?:from|by|after|before|in):`)

// post answers what nobody asked the bot, where the articles do; else it is silent.
func (t *turn) post(ctx context.Context) (Reply, error) {
	vitals.Of(ctx).Count(vitals.Questions)
	asked := beginning(t.Text)
	a, err := t.find(ctx, asked, 0)
	if err != nil || a.Abstained() {
		return Reply{}, err
	}
	t.spoke(ctx, a)
	t.remember(asked, a, 0)
	t.noteAsked(asked, a)
	return t.sayAnswer(a, 0), nil
}

// beginning returns as much of a text as can be asked.
func beginning(t string) string {
	if len(t) <= longestAsked {
		return t
	}
	return strings.ToValidUTF8(t[:longestAsked], "")
}
