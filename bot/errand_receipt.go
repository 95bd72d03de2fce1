package bot

import (
	"cmp"
	"context"
	"crypto/rand"
	"encoding/json"
	"slices"
	"time"

	"verbatim/answer"
	"verbatim/answer/text"
	"verbatim/store"
)

// A sent answer is what is kept of a reply with quotes that everybody sees, by its receipt.
type sent struct {
	At      time.Time `json:"at"`
	Where   string    `json:"where,omitempty"` // as the chat finds it again; empty until the chat has told
	Channel string    `json:"channel,omitempty"`
	Thread  string    `json:"thread,omitempty"`
	Of      []string  `json:"of"` // the people whose words may be in it; the first was answered
	Parts   []part    `json:"parts"`

	Corrected int `json:"corrected,omitempty"` // how often it was seen that what it quotes stands no more, or again
}

// A part of a sent answer is a paragraph, a heading, or else a quotation.
type part struct {
	Heading string      `json:"heading,omitempty"`
	Said    string      `json:"said,omitempty"`
	Words   string      `json:"words,omitempty"`
	Marks   []text.Span `json:"marks,omitempty"`   // within the words
	Sources []source    `json:"sources,omitempty"` // where the words stand
	Within  bool        `json:"within,omitempty"`  // it was shown with what stands around it
}

// A source is an article that quoted words stand in.
type source struct {
	ID    string    `json:"id"`
	Title string    `json:"title"`
	At    text.Span `json:"at"`
	Words string    `json:"words,omitempty"` // what stands there, where that is not quite what was quoted
	Gone  time.Time `json:"gone,omitzero"`   // when it was seen that they no longer stand there
}

// complete runs the turn, and writes what it leaves behind.
func (t *turn) complete(ctx context.Context) (Reply, error) {
	before, err := t.library.Latest(ctx)
	if err != nil {
		return Reply{}, err
	}
	r, err := t.run(ctx)
	if err != nil {
		return Reply{}, err
	}
	t.leaveReceipt(&r)
	if len(t.left) > 0 {
		t.leaves(ctx)
		t.catchUp(ctx, before)
	}
	return r, nil
}

// catchUp has everything reviewed once more where the articles have changed since: a review
// of that change may have been over before what the turn left was there.
func (t *turn) catchUp(ctx context.Context, before uint64) {
	after, err := t.library.Latest(ctx)
	if err == nil && after != before {
		err = t.bot.write(ctx, t.Tenant, func(tx *store.Tx) error { return tx.Put([]byte(reviewedKey), []byte(rand.Text())) })
		t.bot.stir(t.library)
	}
	if err != nil {
		t.bot.log.ErrorContext(ctx, "an answer may miss its correction", "tenant", t.Tenant, "message", t.ID, "error", err)
	}
}

// leaveReceipt gives a reply with quotes that everybody will see a receipt, and leaves
// behind what was quoted.
func (t *turn) leaveReceipt(r *Reply) {
	if s := sentAs(*r); s != nil && !r.Private && t.settings.Corrections {
		r.Receipt = rand.Text()
		s.At, s.Channel, s.Thread, s.Of = t.bot.now(), t.Channel, t.Thread, t.of
		t.leave(func(tx *store.Tx) error { return s.keep(t.bot, tx, r.Receipt) })
	}
}

// keep stores what is kept of an answer, without the words of people where these are kept
// for a shorter time.
func (s *sent) keep(b *Bot, tx *store.Tx, receipt string) error {
	chosen, err := b.settingsIn(tx)
	if err != nil {
		return err
	}
	if days(chosen.Questions) < chosen.sent {
		s.forgetPeople()
	}
	value, err := json.Marshal(s)
	if err != nil {
		return err
	}
	return keep(tx, sentKey+receipt, value, s.At, chosen.sent)
}

// said returns the words that stood in a source of some that were quoted.
func (s source) said(quoted string) string { return cmp.Or(s.Words, quoted) }

// sentAs returns what is to be kept of a reply; nil where nothing is quoted in it, and where
// it holds more than quotes, paragraphs and headings.
func sentAs(r Reply) *sent {
	s, quotes := &sent{}, false
	for _, block := range r.Blocks {
		switch b := block.(type) {
		case Paragraph:
			s.Parts = append(s.Parts, part{Said: string(b)})
		case Quotation:
			quotes = true
			s.Parts = append(s.Parts, quoted(b))
		case List:
			if len(b.Items) > 0 {
				return nil
			}
			s.Parts = append(s.Parts, part{Heading: b.Heading})
		}
	}
	if !quotes {
		return nil
	}
	return s
}

func quoted(b Quotation) part {
	p := part{Words: b.Quote.Text(), Marks: moved(b.Quote.Marks, -b.Quote.Start), Within: !b.Around.Empty()}
	for _, q := range append([]answer.Quote{b.Quote}, b.Quote.Also...) {
		s := source{ID: q.Article.ID, Title: shortened(title(q.Article)), At: q.Span}
		if q.Text() != p.Words {
			s.Words = q.Text()
		}
		p.Sources = append(p.Sources, s)
	}
	return p
}

// moved returns spans so many bytes further on.
func moved(spans []text.Span, by int) (all []text.Span) {
	for _, s := range spans {
		all = append(all, text.Span{Start: s.Start + by, End: s.End + by})
	}
	return all
}

// forgetPeople drops the people of an answer, and all paragraphs and headings that may hold words of theirs.
func (s *sent) forgetPeople() {
	s.Of = nil
	s.Parts = slices.DeleteFunc(s.Parts, func(p part) bool {
		said := cmp.Or(p.Said, p.Heading)
		return said != "" && !slices.Contains(setSentences, said)
	})
}

// setSentences are those beside quotes that hold no word of anybody's question.
var setSentences = []string{inItsPlace, notAnAnswer, noMoreQuotes, beginningOnly, differs, ofOthers}

// Sent notes where the reply with a receipt went, as the chat will find it again to change
// it: a text that only the chat reads.
func (b *Bot) Sent(ctx context.Context, tenant, receipt, where string) error {
	late := false
	err := b.write(ctx, tenant, func(tx *store.Tx) error {
		s, ok := keptAs[sent](tx, sentKey+receipt, b.now())
		if !ok {
			return nil
		}
		s.Where = where
		value, err := json.Marshal(s)
		if err != nil {
			return err
		}
		if err := renew(tx, sentKey+receipt, value); err != nil {
			return err
		}
		if late = s.Corrected > 0; late {
			return b.order(tx, recall(receipt, s))
		}
		return nil
	})
	if err == nil && late {
		b.wake(tenant)
	}
	return err
}

// whole reports whether all that is quoted stands wherever it stood.
func (s *sent) whole() bool {
	return !slices.ContainsFunc(s.Parts, func(p part) bool {
		return slices.ContainsFunc(p.Sources, func(s source) bool { return !s.Gone.IsZero() })
	})
}
