package bot

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"verbatim/answer"
)

// Say puts an answer into words: `count` of its quotes, after the first `after`, and what
// belongs to these. It offers more when the answer holds more.
func Say(a *answer.Answer, after, count int) Reply {
	r := sayFound(a, after, count)
	if a.Partial {
		r.Blocks = append(r.Blocks, Paragraph(partly))
	}
	return r
}

func sayFound(a *answer.Answer, after, count int) Reply {
	switch {
	case a.Courtesy:
		return Reply{Blocks: []Block{Paragraph(howToAsk)}}
	case a.Abstained():
		return sayNothingFound(a)
	}
	if after >= len(a.Quotes) {
		return Reply{Blocks: []Block{Paragraph(noMoreQuotes)}}
	}
	var r Reply
	if len(a.Taken) > 0 && after == 0 {
		r.Blocks = append(r.Blocks, sayTaken(a.Taken))
	}
	end := pageEnd(a, after, count)
	r.Blocks = append(r.Blocks, sayQuotes(a, after, end)...)
	if end < len(a.Quotes) {
		r.Actions = append(r.Actions, offer(moreQuotesLabel, "more", page{after: end, asked: a.Question}.state()))
	}
	if len(a.Taken) > 0 && after == 0 {
		r.Actions = append(r.Actions, offer(asTypedLabel, "ask", a.AsTyped))
	}
	return r
}

// sayTaken says which words of a question were taken for others.
func sayTaken(words []answer.Taken) Paragraph {
	all := make([]string, len(words))
	for i, w := range words {
		all[i] = fmt.Sprintf(tookWord, w.Typed, w.Meant)
	}
	return Paragraph(fmt.Sprintf(tookWords, inWords(all)))
}

// sayAnswer says a page of an answer in a conversation: there it can be shared and marked.
func (t *turn) sayAnswer(a *answer.Answer, after int) Reply {
	r := Say(a, after, t.settings.Quotes)
	if after == 0 && !a.Abstained() {
		r.Actions = append(r.Actions, offerWithout(a.Chips)...)
	}
	r.Private = t.private()
	if after >= len(a.Quotes) {
		return r
	}
	this := page{after, digest(t.shown(a, after)), a.Question}.state()
	if t.Private {
		r.Actions = append(r.Actions, offer(shareLabel, "share", hashed(t.ID)+" "+this))
	}
	if after == 0 && t.owner == t.User.ID && t.settings.Questions > 0 {
		r.Actions = append(r.Actions, offer(helpfulLabel, "helpful", this), offer(unhelpfulLabel, "unhelpful", this))
	}
	return r
}

// shown returns the quotes on the page of an answer that follows the first `after`.
func (t *turn) shown(a *answer.Answer, after int) []answer.Quote {
	return a.Quotes[after:pageEnd(a, after, t.settings.Quotes)]
}

// mostChips is how many parts of a question can be taken off it: a row of buttons holds few more.
const mostChips = 4

// offerWithout offers to ask again without what narrowed an answer down.
func offerWithout(chips []answer.Chip) (all []Action) {
	for _, c := range chips[:min(len(chips), mostChips)] {
		all = append(all, offer(fmt.Sprintf(without, c.Says), "ask", c.Without))
	}
	return all
}

func offer(label, name, state string) Action { return Action{label, Pressed{name, state}} }

func sayNothingFound(a *answer.Answer) Reply {
	if len(a.Sought) == 0 {
		return Reply{Blocks: []Block{Paragraph(nothingSought)}}
	}
	r := Reply{Blocks: []Block{Paragraph(notAnswered + " " + whatIsMissing(a))}}
	if a.DidYouMean != "" {
		r.Blocks = append(r.Blocks, Paragraph(fmt.Sprintf(didYouMean, a.DidYouMean)))
		r.Actions = append(r.Actions, offer(askThatLabel, "ask", a.DidYouMean))
	}
	if a.Near {
		r.Actions = append(r.Actions, offer(nearestLabel, "nearest", a.Question))
	}
	r.Actions = append(r.Actions, offerWithout(a.Chips)...)
	return r
}

// sayNoSource tells that nothing was found of what is claimed.
func sayNoSource(a *answer.Answer) Reply {
	r := Reply{Blocks: []Block{Paragraph(strings.TrimSpace(noSource + " " + unheldWords(a.Missing)))}}
	if a.Near {
		r.Actions = []Action{offer(nearestLabel, "nearest", a.Question)}
	}
	return r
}

func listed(heading string, articles []*answer.Article) List {
	list := List{Heading: heading}
	for _, a := range articles {
		list.Items = append(list.Items, Item{Name: shortened(title(a)), About: listing(a.Source, date(a.Published)), Link: linkTo(a.URL, "")})
	}
	return list
}

// longestListed is how many characters of a title stand in a list.
const longestListed = 200

// shortened cuts a long text where it shows that it does.
func shortened(t string) string {
	if runes := []rune(t); len(runes) > longestListed {
		return string(runes[:longestListed]) + "…"
	}
	return t
}

func quotationWithContext(q answer.Quote) Quotation {
	said := quotation(q)
	said.Actions = []Action{offer(inContextLabel, "context", placeOf(q))}
	return said
}

func quotation(q answer.Quote) Quotation {
	words := q.Article.Text
	said := Quotation{
		Quote:   q,
		Who:     listing(q.Speaker.Of(words), q.Role.Of(words)),
		Sources: []Citation{citation(q)},
	}
	var near []Citation
	for _, other := range q.Also {
		c := citation(other)
		if c.Nearly = other.Text() != q.Text(); c.Nearly {
			near = append(near, c)
		} else {
			said.Sources = append(said.Sources, c)
		}
	}
	said.Sources = append(said.Sources, near...)
	return said
}

func citation(q answer.Quote) Citation {
	a := q.Article
	paragraph := fmt.Sprint("paragraph ", q.Paragraph)
	return Citation{Article: a.ID, Title: title(a), URL: a.URL, Link: linkTo(a.URL, q.Text()), Place: listing(a.Source, date(a.Published), paragraph)}
}

func title(a *answer.Article) string {
	if a.Title == "" {
		return a.ID
	}
	return a.Title
}

// date writes a date of an article for people; what is not such a date stays as it is.
func date(published string) string {
	if t, err := time.Parse(time.DateOnly, published); err == nil {
		return t.Format("2 January 2006")
	}
	if t, err := time.Parse("2006-01", published); err == nil {
		return t.Format("January 2006")
	}
	return published
}

// listing joins the parts that are known.
func listing(parts ...string) string {
	known := parts[:0:0]
	for _, p := range parts {
		if p != "" {
			known = append(known, p)
		}
	}
	return strings.Join(known, ", ")
}

// mostNamed is how many words are named of those that were looked for.
const mostNamed = 8

// inWords joins words as a sentence does: a, b and c.
func inWords(words []string) string { return joined(words, " and ") }

func joined(words []string, last string) string {
	if n := len(words); n > mostNamed {
		words = append(slices.Clone(words[:mostNamed-1]), fmt.Sprintf(moreWords, n-mostNamed+1))
	}
	n := len(words) - 1
	if n <= 0 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:n], ", ") + last + words[n]
}
