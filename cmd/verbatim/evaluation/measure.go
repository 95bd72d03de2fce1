package evaluation

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// measure is how answers compare with what was expected of them: shares in per cent.
type measure struct {
	ArticleFirst  rate    `json:"article@1"` // the first quote is from an article that answers
	ArticleAny    rate    `json:"article@3"`
	AnswerFirst   rate    `json:"answer@1"` // it holds one of the expected words
	AnswerAny     rate    `json:"answer@3"`
	Words         average `json:"words_in_first_quote"`
	Silent        rate    `json:"abstained_on_answerable"`
	RightlySilent rate    `json:"abstained_on_unanswerable"`
	Took          average `json:"took_us"`
	TookHalf      int64   `json:"took_us_p50"`
	TookMost      int64   `json:"took_us_p99"`
	Speaker       rate    `json:"speaker,omitzero"` // of the first quote that is right
	Right         rate    `json:"right"`            // in all that was expected
}

// measureOf counts what was found.
func measureOf(results []result) measure {
	var m measure
	took := make([]int64, 0, len(results))
	for _, r := range results {
		for respect, rate := range m.rates() {
			if is, judged := r.Verdict[respect]; judged {
				rate.add(is)
			}
		}
		if _, expects := r.Verdict[silent]; expects && len(r.Quotes) > 0 {
			m.Words.add(len(strings.Fields(r.Quotes[0].Text)))
		}
		if r.Outcome != notJudged {
			m.Right.add(r.Outcome == right)
		}
		m.Took.add(int(r.Took))
		took = append(took, r.Took)
	}
	slices.Sort(took)
	m.TookHalf, m.TookMost = percentile(took, 50), percentile(took, 99)
	return m
}

func (m *measure) rates() map[respect]*rate {
	return map[respect]*rate{
		articleFirst: &m.ArticleFirst, articleAny: &m.ArticleAny, answerFirst: &m.AnswerFirst, answerAny: &m.AnswerAny,
		speaker: &m.Speaker, silent: &m.Silent, rightlySilent: &m.RightlySilent,
	}
}

// percentile returns the number below which p per cent of sorted numbers are; 0 of none.
func percentile(sorted []int64, p int) int64 {
	if len(sorted) == 0 {
		return 0
	}
	return sorted[min(len(sorted)*p/100, len(sorted)-1)]
}

// rate is how often something was so.
type rate struct{ hits, of int }

func (r *rate) add(hit bool) {
	r.of++
	if hit {
		r.hits++
	}
}

// MarshalJSON returns the per cent.
func (r rate) MarshalJSON() ([]byte, error) { return fmt.Appendf(nil, "%.2f", r.percent()), nil }

func (r rate) percent() float64 { return 100 * float64(r.hits) / float64(max(r.of, 1)) }

// not is how often it was not so.
func (r rate) not() rate { return rate{r.of - r.hits, r.of} }

// average is the mean of numbers.
type average struct{ sum, of int }

func (a *average) add(n int) { a.sum, a.of = a.sum+n, a.of+1 }

func (a average) String() string { return fmt.Sprintf("%.1f", float64(a.sum)/float64(max(a.of, 1))) }

func (a average) MarshalJSON() ([]byte, error) { return []byte(a.String()), nil }

// milliseconds is a time in microseconds as people read it.
func milliseconds(us int64) string {
	return fmt.Sprintf("%.1f ms", float64(us)/float64(time.Millisecond/time.Microsecond))
}
