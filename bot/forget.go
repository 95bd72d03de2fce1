package bot

import (
	"context"
	"encoding/json"
	"errors"
	"slices"
	"strings"

	"verbatim/store"
)

var forgetOptions = []Option{{Name: "who", About: "somebody else, for those who look after me", Kind: Someone}}

// forget drops what the person asked, or, for keepers, what another did.
func forget(t *turn, ctx context.Context, g given) (Reply, error) {
	who := t.User.ID
	if _, another := g["who"]; another || len(t.Mentioned) > 0 {
		if err := t.mustKeep(ctx); errors.Is(err, forKeepers) {
			return Reply{}, forgetIsForYou
		} else if err != nil {
			return Reply{}, err
		}
		n := slices.IndexFunc(t.Mentioned, func(m Mention) bool { return !m.Group && m.ID != "" })
		if n < 0 {
			return Reply{}, whoToForget
		}
		who = t.Mentioned[n].ID
	}
	f := &forgetting{turn: t, who: who}
	if err := f.all(ctx); err != nil {
		return Reply{}, err
	}
	return Reply{Blocks: []Block{Paragraph(forgotten(f.questions, f.marks, f.traces))}, Private: true}, nil
}

// forgetting drops what one person asked from the memory of a tenant.
type forgetting struct {
	*turn
	who                      string
	mixed                    []string // the questions that hold words of others too, who may have marked their answers
	questions, marks, traces int
}

// mend returns what is to stand in the place of a record; nil to drop it. It is not ok for
// a record that holds nothing of the person. One that cannot be read may, and is dropped.
type mend func(key string, value []byte) (instead []byte, ok bool)

// all looks through everything that may hold words of the person: the questions first,
// which tell what others may have kept of them.
func (f *forgetting) all(ctx context.Context) error {
	for _, part := range []struct {
		prefix string
		mend   mend
		count  *int
	}{
		{askedKey, f.inquiry, &f.questions},
		{feedbackKey, f.mark, &f.marks},
		{conversationKey, f.conversation, &f.traces},
		{sentKey, f.answer, &f.traces},
		{shelfKey, f.action, &f.traces},
	} {
		n, err := f.part(ctx, part.prefix, part.mend)
		if *part.count += n; err != nil {
			return err
		}
	}
	return nil
}

// part mends the records under a prefix, and returns how many.
func (f *forgetting) part(ctx context.Context, prefix string, m mend) (n int, err error) {
	var keys []string
	for r, err := range f.bot.records(ctx, f.memory, prefix, prefix) {
		if err != nil {
			return 0, err
		}
		if _, ok := m(r.key, r.value); ok {
			keys = append(keys, r.key)
		}
	}
	return len(keys), f.revise(ctx, keys, func(tx *store.Tx, r record) error {
		instead, ok := m(r.key, r.value)
		switch {
		case !ok:
			return nil
		case instead == nil:
			return drop(tx, r.key)
		}
		return renew(tx, r.key, instead)
	})
}

func (f *forgetting) inquiry(_ string, value []byte) ([]byte, bool) {
	var q inquiry
	if json.Unmarshal(value, &q) != nil {
		return nil, true
	}
	if !slices.Contains(q.Of, f.who) {
		return nil, false
	}
	if len(q.Of) > 1 && !slices.Contains(f.mixed, q.Text) {
		f.mixed = append(f.mixed, q.Text)
	}
	return nil, true
}

func (f *forgetting) mark(key string, value []byte) ([]byte, bool) {
	var m mark
	own := strings.HasPrefix(key, feedbackKey+f.who+"/")
	return nil, own || json.Unmarshal(value, &m) != nil || slices.Contains(m.Of, f.who) || slices.Contains(f.mixed, m.Asked)
}

// conversation leaves of a conversation with others who they are.
func (f *forgetting) conversation(_ string, value []byte) ([]byte, bool) {
	var c conversation
	if json.Unmarshal(value, &c) != nil {
		return nil, true
	}
	asked := slices.Contains(c.Of, f.who) || len(c.Of) == 0 // nobody was noted in what is older
	if !slices.Contains(c.Answered, f.who) && !slices.Contains(c.Of, f.who) {
		return nil, false
	}
	if asked {
		c.Asked, c.Of, c.Shown, c.Speaker = "", nil, 0, ""
	}
	c.Answered = slices.DeleteFunc(c.Answered, func(person string) bool { return person == f.who })
	if len(c.Answered) == 0 {
		return nil, true
	}
	instead, err := json.Marshal(c)
	return instead, err == nil
}

// answer leaves of an answer what was quoted, so that it can be corrected all the same.
func (f *forgetting) answer(_ string, value []byte) ([]byte, bool) {
	var s sent
	if json.Unmarshal(value, &s) != nil {
		return nil, true
	}
	if !slices.Contains(s.Of, f.who) {
		return nil, false
	}
	s.forgetPeople()
	instead, err := json.Marshal(s)
	return instead, err == nil
}

// action drops the state of a button: it holds what was asked.
func (f *forgetting) action(_ string, value []byte) ([]byte, bool) {
	made, ok := unsealed(string(value))
	holds := func(asked string) bool { return strings.Contains(made.state, asked) }
	return nil, !ok || slices.Contains(made.people(), f.who) || slices.ContainsFunc(f.mixed, holds)
}
