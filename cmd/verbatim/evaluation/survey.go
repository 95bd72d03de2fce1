package evaluation

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"verbatim/answer"
)

// judged is a question with what can be expected of its answer: articles by their ids, and
// what the articles do not have left out.
type judged struct {
	Expected
	void bool // something was expected, and nothing of it is left
}

// mistake is what is wrong with what a question expects. The bot is not to blame for that.
type mistake struct {
	ID   string `json:"id,omitempty"`
	Line int    `json:"line"`
	What string `json:"mistake"`
}

// survey is what a library has of what questions expect.
type survey struct {
	articles []articleSum
	ids      map[string][]string  // of the articles that questions name, by how they name them
	phrases  map[string][]*phrase // by their first words
	wanted   []wanted
}

// articleSum tells whether an article is what it was.
type articleSum struct {
	ID  string `json:"article"`
	Sum string `json:"sum"`
}

// wanted is a question with the words that it expects to stand in the articles.
type wanted struct {
	*Expected
	answers []*phrase
	speaker []*phrase // the last of the names, if one is expected
}

// phrase is words that are looked for, and where they stand.
type phrase struct {
	of                *Expected
	text              string
	words             string // of it that must stand there, in their normal form
	inGold, elsewhere bool
}

func newSurvey(questions []Expected) *survey {
	s := &survey{ids: map[string][]string{}, phrases: map[string][]*phrase{}}
	for i := range questions {
		s.want(&questions[i])
	}
	return s
}

func (s *survey) want(e *Expected) {
	for _, name := range e.Gold {
		s.ids[name] = nil
	}
	w := wanted{Expected: e}
	for _, text := range e.Answers {
		w.answers = append(w.answers, s.phrase(e, text, normal(text)))
	}
	if e.Speaker != "" {
		w.speaker = []*phrase{s.phrase(e, e.Speaker, lastName(e.Speaker))}
	}
	s.wanted = append(s.wanted, w)
}

func (s *survey) phrase(e *Expected, text, words string) *phrase {
	p := &phrase{of: e, text: text, words: words}
	first, _, _ := strings.Cut(words, " ")
	s.phrases[first] = append(s.phrases[first], p)
	return p
}

// visit notes what an article has of what is expected.
func (s *survey) visit(a *answer.Article) error {
	sum, err := sumOf(a)
	if err != nil {
		return err
	}
	s.articles = append(s.articles, articleSum{a.ID, sum})
	for i, name := range []string{a.ID, a.Title} {
		if _, named := s.ids[name]; named && (i == 0 || name != a.ID) {
			s.ids[name] = append(s.ids[name], a.ID)
		}
	}
	if len(s.phrases) > 0 {
		s.find(a)
	}
	return nil
}

// find notes which phrases stand in an article: in its text, or its byline.
func (s *survey) find(a *answer.Article) {
	words := normal(a.Text + "\n" + a.Author)
	for at := 0; at < len(words); {
		word, _, _ := strings.Cut(words[at:], " ")
		for _, p := range s.phrases[word] {
			if rest := words[at:]; !p.inGold && strings.HasPrefix(rest, p.words) && (len(rest) == len(p.words) || rest[len(p.words)] == ' ') {
				p.stands(a)
			}
		}
		at += len(word) + len(" ")
	}
}

// stands notes that a phrase stands in an article.
func (p *phrase) stands(a *answer.Article) {
	if slices.Contains(p.of.Gold, a.ID) || slices.Contains(p.of.Gold, a.Title) {
		p.inGold = true
	}
	p.elsewhere = p.elsewhere || !p.inGold
}

// sumOf returns what differs where anything of an article does that answers depend on.
func sumOf(a *answer.Article) (string, error) {
	of := *a
	of.ID = ""
	data, err := json.Marshal(of)
	if err != nil {
		return "", err
	}
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:8]), nil
}

// judged returns the questions as they can be judged, and the mistakes in what they expect.
func (s *survey) judged() (all []judged, mistakes []mistake) {
	for _, w := range s.wanted {
		j, wrong := s.check(w)
		all = append(all, j)
		for _, what := range wrong {
			mistakes = append(mistakes, mistake{w.ID, w.Line, what})
		}
	}
	return all, mistakes
}

// check leaves out of a question what the articles do not have, and says what that is.
func (s *survey) check(w wanted) (j judged, wrong []string) {
	j.Expected = *w.Expected
	j.Gold = nil
	for _, name := range w.Gold {
		if len(s.ids[name]) == 0 {
			wrong = append(wrong, fmt.Sprintf("no article has the id or title %q", name))
		}
		j.Gold = append(j.Gold, s.ids[name]...)
	}
	if what := j.missing("words", w.answers...); what != "" {
		wrong = append(wrong, what)
		j.Answers = nil
	}
	if what := j.missing("name", w.speaker...); what != "" {
		wrong = append(wrong, what)
		j.Speaker = ""
	}
	j.void = w.answerable() && !j.answerable()
	return j, wrong
}

// missing says of phrases, if there are any, that none stands where it should; empty if one does.
func (j *judged) missing(what string, phrases ...*phrase) string {
	who := "no article has"
	var texts []string
	for _, p := range phrases {
		if p.inGold || p.elsewhere && len(j.Gold) == 0 {
			return ""
		}
		if p.elsewhere {
			who = "only other articles have"
		}
		texts = append(texts, strconv.Quote(p.text))
	}
	if len(phrases) == 0 {
		return ""
	}
	return who + " the " + what + " " + strings.Join(texts, " or ")
}
