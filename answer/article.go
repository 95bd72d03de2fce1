// Package answer is a library of articles that answers questions with their exact words.
package answer

import (
	"time"

	"verbatim/answer/question"
	"verbatim/answer/text"
)

// Article is a text as it was loaded, with what is known about it. An empty
// field is not known.
type Article struct {
	ID        string // names the article in its library; loading it again replaces the article
	Title     string
	Author    string
	Source    string // the outlet
	URL       string
	Published string // as far as it is known: 2019, 2019-03 or 2019-03-01
	Lang      text.Lang
	Text      string      // exactly as loaded: valid UTF-8, never changed
	Furniture []text.Span // page furniture in Text, in order: never indexed, never quoted
}

// Quote is a range of an article. It has no words of its own: they are Article.Text[Start:End].
type Quote struct {
	Article *Article
	text.Span
	Speaker, Role text.Span   // ranges of the article too; empty when it is not sure who speaks
	Paragraph     int         // counted from 1
	Marks         []text.Span // the words of the quote that the question asked for
	Also          []Quote     // the same words, or nearly the same, in other articles; the newest first
	Differs       bool        // it tells another number or date than the quote before it does, of the same thing
	Side          int         // whose words they are: counted from 1 among Answer.Sides; 0 for nobody's of them
	Score         float64     // how likely it answers, 0 to 1, comparable between questions and libraries
	Why           *Why        // how it came about; nil unless that was asked for
}

// Text returns the words of q.
func (q Quote) Text() string { return q.Of(q.Article.Text) }

// Question is what a person asks.
type Question struct {
	Text    string        // with what narrows it down, such as from:CNN, as question.Filters reads it
	Limit   int           // the most quotes wanted, but for those that differ and for one of each side; 0 means 3
	Silence float64       // the score below which the articles do not answer; 0 means the usual
	Within  time.Duration // how long may be looked for an answer, a little more at most; 0 sets no limit
	Explain bool          // how each quote came about is wanted too
	Nearest bool          // the passages that come nearest are wanted, whether they answer or not
	In      []string      // the collections of which the articles may be quoted; none leaves all
	Langs   []text.Lang   // the languages of the articles that may be quoted; none leaves all
}

// Answer is what the library says to a question.
type Answer struct {
	Question   string          // as it was asked
	Filter     question.Filter // what it was narrowed down to, in plain words too
	Chips      []Chip          // what narrowed it down, part by part
	Quotes     []Quote         // best first; none when the articles do not answer, unless the nearest were wanted
	Near       bool            // there are none, and there would be if the nearest were wanted
	Taken      []Taken         // the words that were taken for others
	DidYouMean string          // the question in the library's spelling, where that differs
	AsTyped    string          // the question with the words that were taken for others in quotation marks, as which they are not; empty where none was
	Courtesy   bool            // it was no question but a greeting, a thanks or the like
	Sought     []string        // the words of the question that were looked for
	Missing    Missing         // why there are none
	Partial    bool            // there was no time to look at all articles that may have one
	Damaged    bool            // part of the library is, which Check names: this is an answer without that
	Sides      []Side          // those whose words were asked for, where they are several
	Took       time.Duration
}

// Chip is a part of a question that narrowed its answer down, and can be taken off.
type Chip struct {
	Says    string // this part, for people: from: CNN, since 2019-01, in 2019
	Without string // the question without it, as Ask reads it
}

// Abstained reports whether the articles do not answer.
func (a *Answer) Abstained() bool { return len(a.Quotes) == 0 }
