package evaluation

import (
	"encoding/json"
	"maps"
	"testing"

	"verbatim/cmd/verbatim/jsonl"
)

// quotesOf makes quotes of an article and words, in turn.
func quotesOf(parts ...string) (all []jsonl.Quote) {
	for i := 0; i < len(parts); i += 2 {
		all = append(all, jsonl.Quote{Article: parts[i], Text: parts[i+1], Speaker: "Mr Read"})
	}
	return all
}

func TestJudge(t *testing.T) {
	sun := judged{Expected: Expected{Gold: []string{"a"}, Answers: []string{"the Sun"}}}
	said := judged{Expected: Expected{Answers: []string{"sun"}, Speaker: "Nick Read"}}
	other := judged{Expected: Expected{Speaker: "Guo Ping"}}
	for _, c := range []struct {
		name   string
		want   judged
		quotes []jsonl.Quote
		came   outcome
		is     verdict
	}{
		{"right", sun, quotesOf("a", "“Sun”, he said."), right,
			verdict{articleFirst: true, articleAny: true, answerFirst: true, answerAny: true, silent: false}},
		{"not first", sun, quotesOf("b", "The moon.", "a", "A sun."), notFirst,
			verdict{articleFirst: false, articleAny: true, answerFirst: false, answerAny: true, silent: false}},
		{"other words of the right article", sun, quotesOf("a", "Sunday it was."), otherWords,
			verdict{articleFirst: true, articleAny: true, answerFirst: false, answerAny: false, silent: false}},
		{"the words of another article", sun, quotesOf("b", "A sun."), wrong,
			verdict{articleFirst: false, articleAny: false, answerFirst: true, answerAny: true, silent: false}},
		{"the same words in both", sun, []jsonl.Quote{{Article: "b", Text: "A sun.", Also: []string{"a"}}}, right,
			verdict{articleFirst: true, articleAny: true, answerFirst: true, answerAny: true, silent: false}},
		{"wrongly silent", sun, nil, noAnswer,
			verdict{articleFirst: false, articleAny: false, answerFirst: false, answerAny: false, silent: true}},
		{"the speaker by another form of the name", said, quotesOf("b", "A sun."), right,
			verdict{answerFirst: true, answerAny: true, speaker: true, silent: false}},
		{"a wrong quote has no right speaker", said, quotesOf("b", "A moon."), wrong,
			verdict{answerFirst: false, answerAny: false, silent: false}},
		{"another speaker", other, quotesOf("b", "A sun."), otherSpeaker, verdict{speaker: false, silent: false}},
		{"rightly silent", judged{}, nil, right, verdict{rightlySilent: true}},
		{"wrongly answered", judged{}, quotesOf("a", "A sun."), answered, verdict{rightlySilent: false}},
		{"nothing left to judge by", judged{void: true}, nil, notJudged, verdict{}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := result{Quotes: c.quotes}
			judge(&c.want, &got)
			if got.Outcome != c.came || !maps.Equal(got.Verdict, c.is) {
				t.Errorf("%s, %v\nwant %s, %v", got.Outcome, got.Verdict, c.came, c.is)
			}
		})
	}
}

func TestMeasure(t *testing.T) {
	sun := judged{Expected: Expected{Gold: []string{"a", "c"}, Answers: []string{"the Sun"}}}
	any := judged{Expected: Expected{Gold: []string{"a", "c"}}}
	results := []result{{Took: 10}, {Took: 20}, {Took: 30}, {Took: 40}, {Took: 950}}
	for i, c := range []struct {
		want   judged
		quotes []jsonl.Quote
	}{
		{sun, quotesOf("b", "It is the moon.", "a", "“Sun”, he said.")},
		{any, quotesOf("c", "Sunday it was.")},
		{sun, nil},
		{judged{}, nil},
		{judged{}, quotesOf("a", "Sun.")},
	} {
		results[i].Quotes = c.quotes
		judge(&c.want, &results[i])
	}
	got, err := json.Marshal(measureOf(results))
	const want = `{"article@1":33.33,"article@3":66.67,"answer@1":0.00,"answer@3":50.00,"words_in_first_quote":3.5,` +
		`"abstained_on_answerable":33.33,"abstained_on_unanswerable":50.00,"took_us":210.0,"took_us_p50":30,"took_us_p99":950,"right":40.00}`
	if err != nil || string(got) != want {
		t.Errorf("got  %s, %v\nwant %s", got, err, want)
	}
}

func TestSameName(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"Nick Read", "Mr Read", true},
		{"Ping", "Guo Ping", true},
		{"Dr Liang", "Liang Hua", true},
		{"Guo Ping", "Ken Hu", false},
		{"Nick Read", "Nick Clegg", false},
		{"Guo Ping", "", false},
		{"", "", false},
	} {
		if got := sameName(c.a, c.b); got != c.want {
			t.Errorf("sameName(%q, %q) = %t", c.a, c.b, got)
		}
	}
}

func TestHoldsAny(t *testing.T) {
	for _, c := range []struct {
		text, phrase string
		want         bool
	}{
		{"It costs $47,000 a year.", "47,000", true},
		{"It costs $147,000 a year.", "47,000", false},
		{"The “White-House” said", "a white house", true},
		{"ﬁnal", "Final", true},
		{"anything", "", false},
		{"anything", "the", false},
	} {
		if got := holdsAny(c.text, []string{c.phrase}); got != c.want {
			t.Errorf("holdsAny(%q, %q) = %t", c.text, c.phrase, got)
		}
	}
}
