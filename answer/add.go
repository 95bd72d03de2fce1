package answer

import (
	"bytes"
	"context"
	"errors"
	"unicode/utf8"

	"verbatim/answer/index"
	"verbatim/store"
)

// Status says what adding an article did.
type Status string

const (
	Loaded   Status = "loaded"
	Replaced Status = "replaced"
	Same     Status = "same" // the library had it already, to the byte
	Refused  Status = "refused"
)

// Added is the outcome for one article of Add.
type Added struct {
	Status Status
	Twin   string // the id of another article with the same text, if there is one
	Near   string // or else of one with nearly the same text
	Err    error  // why it was refused
}

// maxID is the longest id in bytes.
const maxID = 1024

var (
	errNoID       = errors.New("an article needs an id of 1 to 1024 bytes of UTF-8")
	errNoText     = errors.New("there is no text in it")
	errNoAnalysis = errors.New("its text brings out a fault in the analysis: load it in parts, and report the one that is refused")
	errNotUTF8    = errors.New("the text is not UTF-8: save it as UTF-8 and load it again")
)

// Add stores articles with their index in one transaction: when it returns without an
// error all of them, but for those it says are refused, are on disk. With an error they
// may be or may not be: adding them again does no harm. No history tells of it.
func (l *Library) Add(ctx context.Context, articles ...*Article) ([]Added, error) {
	return (&Editor{library: l}).Add(ctx, articles...)
}

// Add is Library.Add, noted in the history. Where its request was answered before it says
// of what that stored already what became of it then, and leaves what others made of it since.
func (e *Editor) Add(ctx context.Context, articles ...*Article) ([]Added, error) {
	p, err := e.library.Prepare(ctx, articles...)
	if err != nil {
		return nil, err
	}
	return e.Put(ctx, p)
}

// Put is Add of articles that are prepared. What is stored of them is as the library has
// them by then, whatever was changed since they were prepared.
func (e *Editor) Put(ctx context.Context, p *Prepared) ([]Added, error) {
	l := e.library
	l.write.Lock()
	defer l.write.Unlock()
	added := make([]Added, len(p.articles))
	var news []int
	err := l.tenant.View(func(tx *store.Tx) (err error) {
		news, err = e.foresee(tx, p, added)
		return err
	})
	if err != nil {
		return nil, err
	}
	if err := p.analyse(ctx, news); err != nil {
		return nil, err
	}
	return added, e.update(0, func(d *edit) error {
		for _, i := range news {
			if added[i], err = d.add(p.analyses[i]); err != nil {
				return err
			}
		}
		return nil
	})
}

// foresee says what becomes of each article that need not be stored, and returns the others:
// those that differ from what is, or from what another of them will have stored by then.
func (e *Editor) foresee(tx *store.Tx, p *Prepared, added []Added) (news []int, err error) {
	if _, err := e.resume(tx, 0); err != nil {
		return nil, err
	}
	if p.latest != latest(tx) {
		p.compare(tx)
	}
	changed := map[string]bool{}
	for i, a := range p.articles {
		if added[i], err = e.foreseen(tx, p, i); err != nil {
			return nil, err
		}
		if added[i].Status == "" || changed[a.ID] && added[i].Status != Refused {
			added[i] = Added{}
			news, changed[a.ID] = append(news, i), true
		}
	}
	return news, nil
}

// foreseen says what becomes of an article, without a status where it has to be stored.
func (e *Editor) foreseen(tx *store.Tx, p *Prepared, i int) (Added, error) {
	a := p.articles[i]
	if err := unfit(a); err != nil {
		return Added{Status: Refused, Err: err}, nil
	}
	if done, err := e.addedBefore(tx, a); done != "" || err != nil {
		return Added{Status: done}, err
	}
	if p.same[i] {
		return Added{Status: Same}, nil
	}
	return Added{}, nil
}

func unfit(a *Article) error {
	switch {
	case a.ID == "" || len(a.ID) > maxID || !utf8.ValidString(a.ID):
		return errNoID
	case len(bytes.TrimSpace([]byte(a.Text))) == 0:
		return errNoText
	case !utf8.ValidString(a.Text):
		return errNotUTF8
	}
	return nil
}

func (d *edit) add(n *analysis) (outcome Added, err error) {
	if n.failed {
		return Added{Status: Refused, Err: errNoAnalysis}, nil
	}
	if outcome.Twin = d.twinOf(n); outcome.Twin == "" {
		outcome.Near = d.nearTo(n)
	}
	outcome.Status, err = d.put(n, n.record)
	return outcome, err
}

// putAnalyses stores the cards and the index of articles that are stored already.
func putAnalyses(tx *store.Tx, analyses []*analysis) error {
	if len(analyses) == 0 {
		return nil
	}
	indexed := make([]index.Article, len(analyses))
	for i, n := range analyses {
		indexed[i] = n.indexed
		indexed[i].Number = n.number
	}
	if err := putCards(tx, analyses); err != nil {
		return err
	}
	return index.Write(tx, indexed)
}
