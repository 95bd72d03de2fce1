package answer

import (
	"context"

	"verbatim/store"
)

// Prepared are articles that were analysed and packed to be stored, which is most of the work
// of adding them and takes no lock.
type Prepared struct {
	articles []*Article
	analyses []*analysis // nil for one that did not seem to be needed
	same     []bool      // the library had it to the byte
	latest   uint64      // as of which state of the library
}

// Prepare prepares articles for an Editor to Put, but for those that the library has already.
// One batch of them may be prepared while another is put. It changes nothing.
func (l *Library) Prepare(ctx context.Context, articles ...*Article) (*Prepared, error) {
	p := &Prepared{articles: articles, analyses: make([]*analysis, len(articles)), same: make([]bool, len(articles))}
	err := l.tenant.View(func(tx *store.Tx) error {
		p.compare(tx)
		return ctx.Err()
	})
	if err != nil {
		return nil, err
	}
	var news []int
	for i, a := range articles {
		if !p.same[i] && unfit(a) == nil {
			news = append(news, i)
		}
	}
	return p, p.analyse(ctx, news)
}

// compare notes which of the articles the library has.
func (p *Prepared) compare(tx *store.Tx) {
	p.latest = latest(tx)
	for i, a := range p.articles {
		p.same[i] = isStored(tx, a)
	}
}

// isStored reports whether the library has an article, to the byte.
func isStored(tx *store.Tx, a *Article) bool {
	number, ok := numberOf(tx, a.ID)
	if !ok {
		return false
	}
	stored, err := articleAt(tx, number)
	return err == nil && same(stored, a)
}

// analyse analyses those of the articles that are not yet.
func (p *Prepared) analyse(ctx context.Context, which []int) error {
	var missing []int
	var articles []*Article
	for _, i := range which {
		if p.analyses[i] == nil {
			missing, articles = append(missing, i), append(articles, p.articles[i])
		}
	}
	analyses, err := analyseAll(ctx, articles, prepare)
	for n, i := range missing {
		p.analyses[i] = analyses[n]
	}
	return err
}
