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
	l := e.library
	l.write.Lock()
	defer l.write.Unlock()
	added := make([]Added, len(articles))
	var news []*Article
	err := l.tenant.View(func(tx *store.Tx) (err error) {
		news, err = e.foresee(tx, articles, added)
		return err
	})
	if err != nil {
		return nil, err
	}
	analyses, err := analyseAll(ctx, news)
	if err != nil {
		return nil, err
	}
	return added, e.update(0, func(d *edit) error { return d.addAll(analyses, added) })
}

// foresee says what becomes of each article that need not be stored, and returns the others:
// those that differ from what is, or from what another of them will have stored by then.
func (e *Editor) foresee(tx *store.Tx, articles []*Article, added []Added) (news []*Article, err error) {
	if _, err := e.resume(tx, 0); err != nil {
		return nil, err
	}
	changed := map[string]bool{}
	for i, a := range articles {
		if added[i], err = e.foreseen(tx, a); err != nil {
			return nil, err
		}
		if added[i].Status == "" || changed[a.ID] && added[i].Status != Refused {
			added[i] = Added{}
			news, changed[a.ID] = append(news, a), true
		}
	}
	return news, nil
}

// foreseen says what becomes of an article, without a status where it has to be stored.
func (e *Editor) foreseen(tx *store.Tx, a *Article) (Added, error) {
	if err := unfit(a); err != nil {
		return Added{Status: Refused, Err: err}, nil
	}
	number, there := numberOf(tx, a.ID)
	if !there && !e.again {
		return Added{}, nil
	}
	record, err := encodeArticle(a)
	if err != nil {
		return Added{}, err
	}
	done, err := e.addedBefore(tx, a.ID, record)
	if err != nil {
		return Added{}, err
	}
	switch {
	case done != nil && done.Before == nil:
		return Added{Status: Loaded}, nil
	case done != nil:
		return Added{Status: Replaced}, nil
	case there && bytes.Equal(record, tx.Get(numberKey(articleKey, number))):
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

// addAll stores articles, and says what became of those of which that is not known yet.
func (d *edit) addAll(analyses []*analysis, added []Added) (err error) {
	for i := range added {
		if added[i].Status != "" {
			continue
		}
		if added[i], err = d.add(analyses[0]); err != nil {
			return err
		}
		analyses = analyses[1:]
	}
	return nil
}

func (d *edit) add(n *analysis) (outcome Added, err error) {
	if n.failed {
		return Added{Status: Refused, Err: errNoAnalysis}, nil
	}
	record, err := encodeArticle(n.article)
	if err != nil {
		return outcome, err
	}
	if outcome.Twin = twinOf(d.tx, n.article); outcome.Twin == "" {
		outcome.Near = nearTo(d.tx, n)
	}
	outcome.Status, err = d.put(n, record)
	return outcome, err
}

// putAnalyses stores the layouts, the cards and the index of articles that are stored already.
func putAnalyses(tx *store.Tx, analyses []*analysis) error {
	if len(analyses) == 0 {
		return nil
	}
	indexed := make([]index.Article, len(analyses))
	for i, n := range analyses {
		if err := tx.Put(numberKey(layoutKey, n.number), store.Seal(encodeLayout(n.article, &n.layout))); err != nil {
			return err
		}
		if err := tx.Put(numberKey(cardKey, n.number), encodeCard(n.article, &n.layout)); err != nil {
			return err
		}
		indexed[i] = index.Article{Number: n.number, Sentences: n.sentences}
	}
	return index.Write(tx, indexed)
}
