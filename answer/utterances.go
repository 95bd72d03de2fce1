package answer

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"iter"
	"math"
	"slices"
	"strconv"
	"strings"

	"verbatim/answer/question"
	"verbatim/answer/speech"
	"verbatim/answer/text"
	"verbatim/store"
)

// Utterances chooses what people said, of those whom an article names; an empty field leaves all.
type Utterances struct {
	Filter  question.Filter // By is the name of who said it, or a part of that
	Article string          // the id of the article that it stands in
	In      []string        // as in Question
	Langs   []text.Lang     // so too
	After   string          // the Place of an utterance: those behind it in the list
}

// Utterance is a quotation as its article has it, without the marks around it.
type Utterance struct {
	Quote
	Place string // where the list goes on behind it, also when articles come and go meanwhile
}

// isQuotation reports whether an utterance can be listed: it is in words of the speaker, it is
// known who that is, and it is no furniture.
func isQuotation(a *Article, u speech.Utterance) bool {
	return u.Kind != speech.Reported && !u.Speaker.Empty() && !overlapsAny(a.Furniture, u.Said)
}

// Utterances yields what was said, the newest article first and those without a date last,
// in the order of the text within each. It holds one article at a time, and no transaction
// is open between two of them. It leaves out articles that are damaged, which Check names.
func (l *Library) Utterances(ctx context.Context, of Utterances) iter.Seq2[Utterance, error] {
	return func(yield func(Utterance, error) bool) {
		err := l.eachUtterance(ctx, of, func(u Utterance) bool { return yield(u, nil) })
		if err != nil {
			yield(Utterance{}, err)
		}
	}
}

// eachUtterance visits what was said until a visit returns false, which is no error.
func (l *Library) eachUtterance(ctx context.Context, of Utterances, visit func(Utterance) bool) error {
	begin, err := positionOf(of.After)
	if err != nil {
		return err
	}
	articles, err := l.heardIn(of, begin)
	if err != nil {
		return err
	}
	for _, at := range articles {
		if ctx.Err() != nil {
			break
		}
		for u := range l.heard(at.number).utterances(of) {
			at.start = u.Start
			u.Place = at.String()
			if at.compare(begin) > 0 && !visit(u) {
				return nil
			}
		}
	}
	return ctx.Err()
}

// heardIn returns where the articles stand, behind a position, in which somebody says what is
// chosen: in the order of the list.
func (l *Library) heardIn(of Utterances, begin position) (all []position, err error) {
	err = l.view(func(tx *store.Tx) error {
		for v, err := range of.voices(tx) {
			if err != nil {
				return err
			}
			at := position{number: v.number, start: math.MaxInt}
			at.day, _ = question.FirstDay(string(v.published))
			if at.compare(begin) > 0 && (len(all) == 0 || all[len(all)-1] != at) {
				all = append(all, at)
			}
		}
		return nil
	})
	slices.SortFunc(all, position.compare)
	return all, err
}

// heard returns the article of a number; an empty one where it is gone or damaged.
func (l *Library) heard(number uint64) (s *source) {
	err := l.view(func(tx *store.Tx) (err error) {
		s, err = openSource(tx, number)
		return err
	})
	if err != nil {
		return &source{article: &Article{}, layout: &Layout{}}
	}
	return s
}

// utterances yields the quotations of an article whose speakers are chosen.
func (s *source) utterances(of Utterances) iter.Seq[Utterance] {
	a, named := s.article, of.named()
	return func(yield func(Utterance) bool) {
		paragraphs, paragraph := s.layout.Paragraphs, 1
		for _, u := range s.layout.Speech {
			for len(paragraphs) > 0 && paragraphs[0].End < u.Said.End {
				if s.isProse(paragraphs[0]) {
					paragraph++
				}
				paragraphs = paragraphs[1:]
			}
			if !isQuotation(a, u) || !named([]byte(u.Speaker.Of(a.Text)), a.Lang) {
				continue
			}
			if !yield(Utterance{Quote: Quote{Article: a, Span: u.Said, Speaker: u.Speaker, Role: u.Role, Paragraph: paragraph}}) {
				return
			}
		}
	}
}

// position is where an utterance stands among all.
type position struct {
	day    string // of its article, empty where that is not known
	number uint64 // of its article
	start  int
}

func (p position) compare(q position) int {
	return cmp.Or(cmp.Compare(q.day, p.day), cmp.Compare(q.number, p.number), cmp.Compare(p.start, q.start))
}

func (p position) String() string { return fmt.Sprintf("%d %d %s", p.number, p.start, p.day) }

var errPlace = errors.New("there is no such place in the list of quotations")

// positionOf reads a position; an empty text is one before all.
func positionOf(place string) (p position, err error) {
	if place == "" {
		return position{day: "~", number: math.MaxUint64, start: -1}, nil
	}
	parts := strings.SplitN(place, " ", 3)
	if len(parts) < 3 {
		return p, errPlace
	}
	p.number, err = strconv.ParseUint(parts[0], 10, 64)
	if err == nil {
		p.start, err = strconv.Atoi(parts[1])
	}
	if p.day = parts[2]; err != nil {
		return p, errPlace
	}
	return p, nil
}
