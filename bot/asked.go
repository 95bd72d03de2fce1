package bot

import (
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"verbatim/answer"
	"verbatim/store"
)

// An inquiry is a question that the bot was asked, and what it quoted.
type inquiry struct {
	Text    string    `json:"text"` // as a whole, where it followed up another
	At      time.Time `json:"at"`
	Of      []string  `json:"of"` // the people whose words are in it; the first one asked it
	Channel string    `json:"channel,omitempty"`
	Thread  string    `json:"thread,omitempty"`
	Place   string    `json:"place,omitempty"` // where it can be answered later; empty for what was asked privately
	Quoted  []cited   `json:"quoted,omitempty"`
	Later   bool      `json:"later,omitempty"` // it found nothing, and is answered since
}

// cited is a quote as it is remembered: where it stands, a hash of its words, and how
// people call that.
type cited struct {
	place
	Title     string `json:"title"`
	Paragraph int    `json:"paragraph"`
}

func (q *inquiry) silent() bool { return len(q.Quoted) == 0 }

// askedFrom is the first key of what was asked at a time or after it.
func askedFrom(t time.Time) string { return askedKey + fmt.Sprintf("%016x", max(t.UnixNano(), 0)) }

func days(n int) time.Duration { return time.Duration(n) * 24 * time.Hour }

// noteAsked leaves behind that a question was asked, and the first page of its answer;
// nothing where nobody wants that kept, and of what holds no word to look for.
func (t *turn) noteAsked(asked string, a *answer.Answer) {
	if a.Abstained() && len(a.Sought) == 0 {
		return
	}
	q := inquiry{Text: asked, At: t.bot.now(), Of: t.of, Channel: t.Channel, Thread: t.Thread}
	if !t.private() {
		q.Place = t.Place
	}
	for _, quote := range t.shown(a, 0) {
		q.Quoted = append(q.Quoted, cited{placed(quote), shortened(title(quote.Article)), quote.Paragraph})
	}
	key := askedFrom(q.At) + "/" + hashed(t.ID, t.Channel, t.Thread, t.User.ID, asked)
	t.leave(func(tx *store.Tx) error {
		s, err := t.bot.settingsIn(tx)
		if err != nil || s.Questions == 0 {
			return err
		}
		value, err := json.Marshal(q)
		if err != nil {
			return err
		}
		return keep(tx, key, value, q.At, days(s.Questions))
	})
}

// union returns some people, and others who are not among them.
func union(people, others []string) []string {
	all := slices.Clone(people)
	for _, o := range others {
		if !slices.Contains(all, o) {
			all = append(all, o)
		}
	}
	return all
}
