package bot

import (
	"context"
	"fmt"
	"strings"

	"verbatim/answer"
	"verbatim/answer/question"
)

// A saidList is a list of what was said, from a place on: what its actions go back to.
type saidList struct {
	of    question.Filter
	after string // the place of the last quotation that was shown before
	shown int    // how many were
}

// saidMark begins the state of what goes on with a list of quotations, and of no answer.
const saidMark = "said "

// state is the place, and behind it what was typed to choose the quotations.
func (l saidList) state() string { return fmt.Sprintf("%d %s\n%s", l.shown, l.after, l.of.On("")) }

func saidListOf(state string) (l saidList, err error) {
	place, typed, _ := strings.Cut(state, "\n")
	shown, after, _ := strings.Cut(place, " ")
	l.after = after
	l.shown, err = count(shown)
	_, l.of = question.Filters(typed)
	return l, err
}

// offerQuotes offers the list of what somebody said.
func offerQuotes(name string) Action {
	return offer(shortened(name), "said", saidList{of: question.Filter{By: name}}.state())
}

// saidAgain lists what the state of an action says.
func saidAgain(t *turn, ctx context.Context, state string) (Reply, error) {
	l, err := saidListOf(state)
	if err != nil {
		return Reply{}, err
	}
	return t.quotations(ctx, l)
}

// quotations shows a page of a list, or tells why there is nothing in it.
func (t *turn) quotations(ctx context.Context, l saidList) (Reply, error) {
	of, err := t.heardFrom(l.of)
	if err != nil {
		return Reply{}, err
	}
	voices, err := t.library.Voices(ctx, of)
	if err != nil {
		return Reply{}, err
	}
	if len(voices) == 0 {
		return t.sayNone(ctx, of)
	}
	of.After = l.after
	page, more, err := t.firstOf(ctx, of)
	if err != nil {
		return Reply{}, err
	}
	return t.sayQuotations(l, page, more, voices), nil
}

// longestPage is how many bytes the quotations of a page have, where it has several: more
// would take several messages of a chat.
const longestPage = 5000

// firstOf returns as many quotations as are shown at once, and whether there are more.
func (t *turn) firstOf(ctx context.Context, of answer.Utterances) (page []answer.Utterance, more bool, err error) {
	length := 0
	for u, err := range t.library.Utterances(ctx, of) {
		if err != nil {
			return nil, false, err
		}
		length += u.Len()
		if len(page) == t.settings.Quotes || len(page) > 0 && length > longestPage {
			return page, true, nil
		}
		page = append(page, u)
	}
	return page, false, nil
}

// sayQuotations says a page of a list, of which all is by some voices.
func (t *turn) sayQuotations(l saidList, page []answer.Utterance, more bool, voices []answer.Facet) Reply {
	r := Reply{Private: t.private()}
	if len(page) == 0 {
		r.Blocks = []Block{Paragraph(noMoreQuotations)}
		return r
	}
	r.Blocks = append(r.Blocks, Paragraph(quotationsNow(l, len(page), voices)))
	var quotes []answer.Quote
	for _, u := range page {
		quotes = append(quotes, u.Quote)
		r.Blocks = append(r.Blocks, quotationWithContext(u.Quote))
	}
	if more {
		next := saidList{l.of, page[len(page)-1].Place, l.shown + len(page)}
		r.Actions = append(r.Actions, offer(moreQuotesLabel, "more", saidMark+next.state()))
	}
	if l.shown == 0 && l.of.By != "" && meant(l.of.By, voices) == "" {
		r.Actions = append(r.Actions, offerOnly(l.of, voices)...)
	}
	if t.Private {
		r.Actions = append(r.Actions, offer(shareLabel, "sharesaid", hashed(t.ID)+" "+digest(quotes)+" "+l.state()))
	}
	return r
}

// QuotationOf returns a quote with who speaks it and where it stands.
func QuotationOf(q answer.Quote) Quotation { return quotation(q) }

// offerOnly offers the list of each of those who may be meant by a part of their names.
func offerOnly(of question.Filter, voices []answer.Facet) (all []Action) {
	part := of.By
	for _, v := range voices[:min(len(voices), voicesMeant)] {
		if of.By = v.Name; !strings.EqualFold(v.Name, part) {
			all = append(all, offer(fmt.Sprintf(onlyThis, v.Name), "said", saidList{of: of}.state()))
		}
	}
	return all
}

// shareSaid says in the channel what was listed for the person alone, if it still holds.
func shareSaid(t *turn, ctx context.Context, state string) (Reply, error) {
	_, of, _ := strings.Cut(state, " ") // behind what tells this list from another one of the same
	words, of, _ := strings.Cut(of, " ")
	l, err := saidListOf(of)
	if err != nil {
		return Reply{}, err
	}
	t.Private = false
	r, err := t.quotations(ctx, l)
	if err != nil {
		return Reply{}, err
	}
	if wordsOf(r) != words {
		return Reply{}, changedSince
	}
	if err := t.once(ctx, state); err != nil {
		return Reply{}, err
	}
	return t.sharedAs(r, "/quotes "+l.of.On("")), nil
}

// wordsOf returns letters that differ where the quotations of a reply do.
func wordsOf(r Reply) string {
	var quotes []answer.Quote
	for _, block := range r.Blocks {
		if q, ok := block.(Quotation); ok {
			quotes = append(quotes, q.Quote)
		}
	}
	return digest(quotes)
}
