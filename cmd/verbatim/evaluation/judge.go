package evaluation

import (
	"slices"
	"strings"
	"unicode"

	"verbatim/cmd/verbatim/jsonl"

	"golang.org/x/text/unicode/norm"
)

// result is what was answered to a question, and how that compares with what was expected.
type result struct {
	ID       string        `json:"id,omitempty"`
	Line     int           `json:"line"`
	Question string        `json:"question"`
	Outcome  outcome       `json:"outcome"`
	Verdict  verdict       `json:"verdict"`
	Quotes   []jsonl.Quote `json:"quotes"`
	Took     int64         `json:"took_us"`
}

// verdict says in which respects an answer is so. What nothing was expected in is not among them.
type verdict map[respect]bool

type respect string

const (
	articleFirst  respect = "article@1" // the first quote is from an article that answers
	articleAny    respect = "article@3" // or one of the quotes
	answerFirst   respect = "answer@1"  // the first quote holds the expected words
	answerAny     respect = "answer@3"
	speaker       respect = "speaker" // the first of the right quotes is said by the one who was expected
	silent        respect = "abstained_on_answerable"
	rightlySilent respect = "abstained_on_unanswerable"
)

// outcome is what an answer comes to, in a word.
type outcome string

const (
	right        outcome = "right"
	otherSpeaker outcome = "other speaker" // all else is right
	notFirst     outcome = "not first"     // another quote is right, not the first
	otherWords   outcome = "other words"   // of the right article
	wrong        outcome = "wrong"
	noAnswer     outcome = "no answer"  // where there is one
	answered     outcome = "answered"   // where no article answers
	notJudged    outcome = "not judged" // all that is expected is a mistake
)

// grades says how good an outcome is. Silence is neither better nor worse than a wrong answer.
var grades = map[outcome]int{right: 4, otherSpeaker: 3, notFirst: 2, otherWords: 1, wrong: 0, noAnswer: 0, answered: 0}

// judge compares an answer with what was expected of it, as far as that can be.
func judge(want *judged, got *result) {
	got.Verdict = verdict{}
	switch {
	case want.void:
		got.Outcome = notJudged
	case want.answerable():
		got.Verdict[silent] = len(got.Quotes) == 0
		got.Outcome = want.judgeQuotes(got)
	default:
		got.Verdict[rightlySilent] = len(got.Quotes) == 0
		if got.Outcome = right; len(got.Quotes) > 0 {
			got.Outcome = answered
		}
	}
}

// judgeQuotes compares the quotes of an answer where one is expected.
func (want *judged) judgeQuotes(got *result) outcome {
	first := slices.IndexFunc(got.Quotes, want.fits)
	got.judgeAll(len(want.Gold) > 0, articleFirst, articleAny, want.fromGold)
	got.judgeAll(len(want.Answers) > 0, answerFirst, answerAny, want.answers)
	if want.Speaker != "" && first >= 0 {
		got.Verdict[speaker] = sameName(want.Speaker, got.Quotes[first].Speaker)
	}
	isSpeaker, asked := got.Verdict[speaker]
	switch {
	case len(got.Quotes) == 0:
		return noAnswer
	case first < 0 && len(want.Gold) > 0 && got.Verdict[articleAny]:
		return otherWords
	case first < 0:
		return wrong
	case first > 0:
		return notFirst
	case asked && !isSpeaker:
		return otherSpeaker
	}
	return right
}

// judgeAll notes of the first quote, and of any, whether it is so, if anything was expected.
func (got *result) judgeAll(expects bool, first, any respect, is func(jsonl.Quote) bool) {
	if !expects {
		return
	}
	got.Verdict[first] = len(got.Quotes) > 0 && is(got.Quotes[0])
	got.Verdict[any] = slices.ContainsFunc(got.Quotes, is)
}

// fits reports whether a quote is from an expected article and holds expected words.
func (want *judged) fits(q jsonl.Quote) bool {
	return (len(want.Gold) == 0 || want.fromGold(q)) && (len(want.Answers) == 0 || want.answers(q))
}

// fromGold reports whether the words of a quote stand in an expected article.
func (want *judged) fromGold(q jsonl.Quote) bool {
	return slices.Contains(want.Gold, q.Article) ||
		slices.ContainsFunc(q.Also, func(id string) bool { return slices.Contains(want.Gold, id) })
}

func (want *judged) answers(q jsonl.Quote) bool { return holdsAny(q.Text, want.Answers) }

// sameName reports whether two names may be one person's: the last word of one, which tells
// people apart, is a word of the other. So Mr Read is Nick Read, and Ping is Guo Ping.
func sameName(a, b string) bool {
	return slices.Contains(strings.Fields(normal(a)), lastName(b)) || slices.Contains(strings.Fields(normal(b)), lastName(a))
}

// lastName returns the last word of a name as it is compared.
func lastName(name string) string {
	words := normal(name)
	return words[strings.LastIndexByte(words, ' ')+1:]
}

// holdsAny reports whether text holds one of the phrases, word for word.
func holdsAny(text string, phrases []string) bool {
	words := " " + normal(text) + " "
	return slices.ContainsFunc(phrases, func(p string) bool {
		p = normal(p)
		return p != "" && strings.Contains(words, " "+p+" ")
	})
}

// normal returns the words of a text as measures of answers compare them: in lower
// case, without marks and articles (Rajpurkar et al. 2016, SQuAD).
func normal(text string) string {
	spaced := strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsNumber(r) {
			return unicode.ToLower(r)
		}
		return ' '
	}, norm.NFKC.String(text))
	words := strings.Fields(spaced)
	return strings.Join(slices.DeleteFunc(words, func(w string) bool {
		return w == "a" || w == "an" || w == "the"
	}), " ")
}
