package bot

import (
	"context"
	"encoding/json"
	"errors"
	"strconv"
	"strings"

	"verbatim/answer"
	"verbatim/answer/text"
	"verbatim/store"
)

// An errand is what is kept of an Errand: what it is about. What there is to say is found
// when it is run, from the articles as they are then.
type errand struct {
	ID     string `json:"id"`
	Recall string `json:"recall,omitempty"` // the receipt of an answer to be corrected
	Later  string `json:"later,omitempty"`  // the key of a question to be answered
}

// recall is the errand to correct an answer. It is another one each time.
func recall(receipt string, s sent) errand {
	return errand{ID: hashed(receipt, strconv.Itoa(s.Corrected)), Recall: receipt}
}

func later(key string) errand { return errand{ID: hashed(key), Later: key} }

// order keeps an errand to be run, in the place of an earlier one about the same.
func (b *Bot) order(tx *store.Tx, e errand) error {
	value, err := json.Marshal(e)
	if err != nil {
		return err
	}
	return keep(tx, errandKey+hashed(e.Recall, e.Later), value, b.now(), keepErrand)
}

// say has an errand said, if there still is something to say.
func (a *attendant) say(ctx context.Context, e stored[errand]) error {
	find := a.correction
	if e.is.Later != "" {
		find = a.laterAnswer
	}
	said, err := find(ctx, e.is)
	if err != nil || said == nil {
		return err
	}
	return a.do(ctx, *said)
}

// turn is what an errand is said in: the conversation of the people whom it concerns.
func (a *attendant) turn(channel, thread string, of []string) (*turn, error) {
	person := ""
	if len(of) > 0 {
		person = of[0]
	}
	t, err := a.bot.turn(Message{Tenant: a.tenant, Channel: channel, Thread: thread, User: User{ID: person}}, a.library)
	t.of = of
	return t, err
}

// remembered reads what an errand is about; false where that was forgotten.
func remembered[T any](a *attendant, key string) (is T, ok bool, err error) {
	err = a.memory.View(func(tx *store.Tx) error {
		is, ok = keptAs[T](tx, key, a.bot.now())
		return nil
	})
	return is, ok, err
}

// correction draws an answer anew, with a sentence in the place of each quote that no longer stands.
func (a *attendant) correction(ctx context.Context, e errand) (*Errand, error) {
	s, ok, err := remembered[sent](a, sentKey+e.Recall)
	if err != nil || !ok || s.Where == "" {
		return nil, err
	}
	t, err := a.turn(s.Channel, s.Thread, s.Of)
	if err != nil || !t.settings.Corrections {
		return nil, err
	}
	var r Reply
	for _, p := range s.Parts {
		block, err := t.redrawn(ctx, p)
		if err != nil {
			return nil, err
		}
		r.Blocks = append(r.Blocks, block)
	}
	if s.whole() {
		r.Blocks = append(r.Blocks, standsAgain(t.bot.now()))
	}
	return &Errand{ID: e.ID, Sent: s.Where, Reply: t.sealed(ctx, r)}, nil
}

func (t *turn) redrawn(ctx context.Context, p part) (Block, error) {
	switch {
	case p.Heading != "":
		return List{Heading: p.Heading}, nil
	case len(p.Sources) == 0:
		return Paragraph(p.Said), nil
	}
	var found []answer.Quote
	var around text.Span
	for _, s := range p.Sources {
		q, within, err := t.standing(ctx, s, s.said(p.Words))
		if errors.Is(err, answer.ErrNotFound) {
			continue
		}
		if err != nil {
			return nil, err
		}
		if found = append(found, q); len(found) == 1 {
			around = within
		}
	}
	if len(found) == 0 {
		return takenBack(p, t.bot.now()), nil
	}
	quote := found[0]
	if quote.Also = found[1:]; quote.Text() == p.Words {
		quote.Marks = moved(p.Marks, quote.Start)
	}
	if p.Within {
		return quotationWithin(quote, around), nil
	}
	return quotationWithContext(quote), nil
}

// standing returns words as a quote of a source, where they stand there now, or answer.ErrNotFound.
func (t *turn) standing(ctx context.Context, s source, words string) (q answer.Quote, around text.Span, err error) {
	if !s.Gone.IsZero() {
		return q, around, answer.ErrNotFound
	}
	if q, around, err = t.library.InContext(ctx, s.ID, s.At); err == nil && q.Text() == words {
		return q, around, nil
	}
	a, _, err := t.library.Article(ctx, s.ID)
	if err != nil {
		return q, around, err
	}
	at := strings.Index(a.Text, words)
	if at < 0 {
		return q, around, answer.ErrNotFound
	}
	return t.library.InContext(ctx, s.ID, text.Span{Start: at, End: at + len(words)})
}

// laterAnswer answers a question that found nothing when it was asked. Where the articles
// by now answer it no more, or nobody wants it answered, it waits for them again.
func (a *attendant) laterAnswer(ctx context.Context, e errand) (*Errand, error) {
	q, ok, err := remembered[inquiry](a, e.Later)
	if err != nil || !ok {
		return nil, err
	}
	t, err := a.turn(q.Channel, q.Thread, q.Of)
	if err != nil {
		return nil, err
	}
	found, err := t.find(ctx, q.Text, 0)
	if err != nil {
		return nil, err
	}
	if found.Abstained() || !t.settings.AnswerLater {
		return nil, a.unanswered(ctx, e.Later)
	}
	r := t.sayAnswer(found, 0)
	r.Blocks = append([]Block{answeredLater(q)}, r.Blocks...)
	if err := a.receipt(ctx, t, &r, e.ID); err != nil {
		return nil, err
	}
	return &Errand{ID: e.ID, Place: q.Place, Reply: t.sealed(ctx, r)}, nil
}

// unanswered notes of a question that it still waits for an answer.
func (a *attendant) unanswered(ctx context.Context, key string) error {
	return a.bot.write(ctx, a.tenant, func(tx *store.Tx) error { return a.bot.markLater(tx, key, false) })
}

// receipt gives the reply of an errand a receipt, the same each time that it is run.
func (a *attendant) receipt(ctx context.Context, t *turn, r *Reply, id string) error {
	s := sentAs(*r)
	if s == nil || !t.settings.Corrections {
		return nil
	}
	r.Receipt = id
	s.At, s.Channel, s.Thread, s.Of = a.bot.now(), t.Channel, t.Thread, t.of
	return a.bot.write(ctx, a.tenant, func(tx *store.Tx) error {
		before, _ := keptAs[sent](tx, sentKey+id, a.bot.now())
		s.Where = before.Where
		return s.keep(a.bot, tx, id)
	})
}
