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
	errNoID    = errors.New("an article needs an id of 1 to 1024 bytes of UTF-8")
	errNoText  = errors.New("there is no text in it")
	errNotUTF8 = errors.New("the text is not UTF-8: save it as UTF-8 and load it again")
)

// Add stores articles with their index in one transaction: when it returns without an
// error all of them, but for those it says are refused, are on disk. With an error they
// may be or may not be: adding them again does no harm.
func (l *Library) Add(ctx context.Context, articles ...*Article) ([]Added, error) {
	l.write.Lock()
	defer l.write.Unlock()
	news, err := l.news(articles)
	if err != nil {
		return nil, err
	}
	analyses, err := analyseAll(ctx, news)
	if err != nil {
		return nil, err
	}
	added := make([]Added, len(articles))
	err = l.tenant.Update(func(tx *store.Tx) error {
		return addAll(tx, articles, analyses, added)
	})
	return added, err
}

// news returns the articles that are fit to be stored and differ from what is, or from
// what another of them will have stored by then.
func (l *Library) news(articles []*Article) (news []*Article, err error) {
	changed := map[string]bool{}
	err = l.tenant.View(func(tx *store.Tx) error {
		for _, a := range articles {
			same, err := stored(tx, a)
			if err != nil {
				return err
			}
			if unfit(a) == nil && (!same || changed[a.ID]) {
				news, changed[a.ID] = append(news, a), true
			}
		}
		return nil
	})
	return news, err
}

// stored reports whether the library has just this article.
func stored(tx *store.Tx, a *Article) (bool, error) {
	number, ok := numberOf(tx, a.ID)
	if !ok {
		return false, nil
	}
	record, err := encodeArticle(a)
	return bytes.Equal(record, tx.Get(numberKey(articleKey, number))), err
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

// addAll stores the articles that have an analysis and says of each what became of it.
func addAll(tx *store.Tx, articles []*Article, analyses []*analysis, added []Added) error {
	current := isCurrent(tx)
	fresh := map[*Article]*analysis{}
	for _, n := range analyses {
		fresh[n.article] = n
	}
	var kept []*analysis
	for i, a := range articles {
		n := fresh[a]
		if n == nil {
			added[i] = Added{Status: Same}
			if err := unfit(a); err != nil {
				added[i] = Added{Status: Refused, Err: err}
			}
			continue
		}
		var err error
		if added[i], err = add(tx, n); err != nil {
			return err
		}
		kept = append(superseded(kept, a.ID), n)
	}
	if err := putAnalyses(tx, kept); err != nil {
		return err
	}
	if !current {
		return nil // so that the next Open still makes the index again
	}
	return tx.Put([]byte(versionKey), []byte(analysisVersion))
}

// superseded leaves out the analysis of an earlier article of the same id in the same Add.
func superseded(kept []*analysis, id string) []*analysis {
	for i, n := range kept {
		if n.article.ID == id {
			return append(kept[:i], kept[i+1:]...)
		}
	}
	return kept
}

func add(tx *store.Tx, n *analysis) (Added, error) {
	a := n.article
	outcome := Added{Status: Loaded}
	if old, ok := numberOf(tx, a.ID); ok {
		outcome.Status = Replaced
		if err := removeNumber(tx, a.ID, old); err != nil {
			return outcome, err
		}
	}
	record, err := encodeArticle(a)
	if err != nil {
		return outcome, err
	}
	outcome.Twin = twinOf(tx, a)
	if n.number, err = tx.Sequence(); err != nil {
		return outcome, err
	}
	return outcome, putArticle(tx, a, n.number, record)
}

// putAnalyses stores the layouts, the cards and the index of articles that are stored already.
func putAnalyses(tx *store.Tx, analyses []*analysis) error {
	if len(analyses) == 0 {
		return nil
	}
	indexed := make([]index.Article, len(analyses))
	for i, n := range analyses {
		if err := tx.Put(numberKey(layoutKey, n.number), encodeLayout(&n.layout)); err != nil {
			return err
		}
		if err := tx.Put(numberKey(cardKey, n.number), encodeCard(n.article, &n.layout)); err != nil {
			return err
		}
		indexed[i] = index.Article{Number: n.number, Sentences: n.sentences}
	}
	return index.Write(tx, indexed)
}
