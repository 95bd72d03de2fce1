package evaluation

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"strconv"
	"strings"

	"verbatim/bot"
	"verbatim/cmd/verbatim/jsonl"
)

const (
	tableWidth   = 80 // columns
	mostListed   = 20 // questions of a kind
	mostArticles = 5
)

// Figures are what a run came to, as it is told.
type Figures struct {
	run     *Run
	file    string      // of the questions
	against *comparison // with the run in the file earlier; nil for none
	earlier string
}

// Figures returns those of a run, whose questions are from a file.
func (r *Run) Figures(file string) *Figures { return &Figures{run: r, file: file} }

// Compare adds in what the run differs from one before it, which is from a file. They must have
// questions in common.
func (f *Figures) Compare(before *Run, file string) error {
	c := compare(before, f.run)
	if c.Questions == 0 {
		return fmt.Errorf("%s: has none of these questions: name a run of the same questions", file)
	}
	f.against, f.earlier = &c, file
	return nil
}

// Worse returns how many answers are worse than in the run with which this one is compared.
func (f *Figures) Worse() int {
	if f.against == nil {
		return 0
	}
	return f.against.count(worse)
}

// missed is a question that was not answered as expected.
type missed struct {
	ID       string  `json:"id,omitempty"`
	Line     int     `json:"line"`
	Question string  `json:"question"`
	Outcome  outcome `json:"outcome"`
}

// PrintJSON writes what scripts read, in one line.
func (f *Figures) PrintJSON(w io.Writer) error {
	j := struct {
		measure
		Questions int         `json:"questions"`
		Articles  int         `json:"articles"`
		Mistakes  []mistake   `json:"mistakes"`
		NotRight  []missed    `json:"not_right"`
		Against   *comparison `json:"against,omitempty"`
	}{measureOf(f.run.results), len(f.run.results), len(f.run.articles), append([]mistake{}, f.run.mistakes...), []missed{}, f.against}
	for _, r := range f.notRight() {
		j.NotRight = append(j.NotRight, missed{r.ID, r.Line, r.Question, r.Outcome})
	}
	return jsonl.Write(w, j)
}

func (f *Figures) notRight() (all []*result) {
	for i := range f.run.results {
		if r := &f.run.results[i]; r.Outcome != right && r.Outcome != notJudged {
			all = append(all, r)
		}
	}
	return all
}

// Print writes what a person reads.
func (f *Figures) Print(w io.Writer) error {
	var p bytes.Buffer
	fmt.Fprintf(&p, "%s in %s, asked of %s\n\n", bot.Numbered(len(f.run.results), "question"), bot.Visible(f.file), f.where())
	if f.against == nil {
		sayMeasure(&p, measureOf(f.run.results))
	} else {
		f.sayAgainst(&p)
	}
	f.sayMistakes(&p)
	if f.against == nil {
		f.sayNotRight(&p)
	}
	_, err := p.WriteTo(w)
	return err
}

func (f *Figures) where() string {
	return bot.Numbered(len(f.run.articles), "article") + " of " + bot.Visible(f.run.settings.place())
}

// rows are the shares in the table, and where they are in a measure.
var rows = []struct {
	says string
	of   func(measure) rate
}{
	{"Right in all that is expected", func(m measure) rate { return m.Right }},
	{"Right article, first quote", func(m measure) rate { return m.ArticleFirst }},
	{"Right article, any quote", func(m measure) rate { return m.ArticleAny }},
	{"Right words, first quote", func(m measure) rate { return m.AnswerFirst }},
	{"Right words, any quote", func(m measure) rate { return m.AnswerAny }},
	{"Right speaker of a right quote", func(m measure) rate { return m.Speaker }},
	{"Wrongly silent", func(m measure) rate { return m.Silent }},
	{"Wrongly answered", func(m measure) rate { return m.RightlySilent.not() }},
}

// sayMeasure is the table of one run. What no question expected is left out.
func sayMeasure(p *bytes.Buffer, m measure) {
	for _, row := range rows {
		if r := row.of(m); r.of > 0 {
			fmt.Fprintf(p, "%-32s %7d of %-7d %6.1f %%\n", row.says, r.hits, r.of, r.percent())
		}
	}
	fmt.Fprintf(p, "\n%-32s %7s on average\n", "Words in the first quote", m.Words)
	fmt.Fprintf(p, "%-32s %7s median, %s 99th percentile\n", "Time of an answer", milliseconds(m.TookHalf), milliseconds(m.TookMost))
}

func (f *Figures) sayMistakes(p *bytes.Buffer) {
	if len(f.run.mistakes) == 0 {
		return
	}
	fmt.Fprintf(p, "\n%s in the questions, left out above:\n", bot.Numbered(len(f.run.mistakes), "mistake"))
	for _, m := range f.run.mistakes[:min(mostListed, len(f.run.mistakes))] {
		sayItem(p, m.ID, m.Line, m.What)
	}
	sayMore(p, len(f.run.mistakes)-mostListed)
}

func (f *Figures) sayNotRight(p *bytes.Buffer) {
	all := f.notRight()
	if len(all) == 0 {
		return
	}
	fmt.Fprintf(p, "\nNot right: %d\n", len(all))
	for _, r := range all[:min(mostListed, len(all))] {
		sayItem(p, r.ID, r.Line, r.Question)
		sayOutcome(p, "", r)
	}
	sayMore(p, len(all)-mostListed)
}

// sayItem is a line about a question: its id, or else where it stands, and what there is to say.
func sayItem(p *bytes.Buffer, id string, line int, what string) {
	called := cmp.Or(id, "line "+strconv.Itoa(line))
	fmt.Fprintln(p, cutTo(tableWidth, "  "+called+"  "+what))
}

// sayOutcome is a line for what came of a question, and when, with the beginning of the first quote.
func sayOutcome(p *bytes.Buffer, when string, r *result) {
	line := fmt.Sprintf("    %s%-13s", when, r.Outcome)
	if len(r.Quotes) > 0 {
		q := r.Quotes[0]
		line += "  "
		if q.Speaker != "" {
			line += q.Speaker + ": "
		}
		line += q.Text
	}
	fmt.Fprintln(p, strings.TrimRight(cutTo(tableWidth, line), " "))
}

func sayMore(p *bytes.Buffer, more int) {
	if more > 0 {
		fmt.Fprintf(p, "  and %d more, which --json tells\n", more)
	}
}

// cutTo returns text as one line of at most n characters.
func cutTo(n int, text string) string {
	runes := []rune(bot.Visible(text))
	if len(runes) <= n {
		return string(runes)
	}
	return strings.TrimRight(string(runes[:n-1]), " ") + "…"
}
