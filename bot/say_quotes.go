package bot

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dustin/go-humanize"

	"verbatim/answer"
	"verbatim/answer/question"
)

// What the bot says of who is quoted.
const (
	onlyThis = "Only %s" // the quotations of one of several

	quotedMost       = "Those quoted most, of %s"
	nobodyQuoted     = "The articles quote nobody by name."
	noMoreQuotations = "That was the last quotation."
	quotationsFromTo = "Quotations %s to %s of %s"
	mayBeSeveral     = " by “%s”, who may be several: %s"

	nobodyWithin = "The articles quote nobody by name, narrowed down by %s."
	notWithin    = "The articles quote %s, but not narrowed down by %s."
	nobodyCalled = "The articles quote nobody called “%s”."
	nearestNames = "Near to it: %s."
	typeQuotes   = "Type /quotes for those who are quoted most."
)

const (
	voicesShown = 10 // of those who are quoted
	voicesMeant = 4  // of those who may be meant: a row of buttons holds few more
)

// sayVoices lists those who are quoted most by a name, which begins with a capital letter,
// and offers what each of them said.
func sayVoices(voices []answer.Facet) (r Reply) {
	voices = slices.DeleteFunc(voices, func(v answer.Facet) bool {
		first, _ := utf8.DecodeRuneInString(v.Name)
		return !unicode.IsUpper(first)
	})
	if len(voices) == 0 {
		return Reply{Blocks: []Block{Paragraph(nobodyQuoted)}}
	}
	list := List{Heading: fmt.Sprintf(quotedMost, Numbered(len(voices), "name"))}
	for _, v := range voices[:min(len(voices), voicesShown)] {
		list.Items = append(list.Items, Item{Name: v.Name, About: Numbered(v.Count, "quotation")})
		r.Actions = append(r.Actions, offerQuotes(v.Name))
	}
	r.Blocks = []Block{list}
	return r
}

// quotationsNow tells which quotations of a list are shown, so many, and whose.
func quotationsNow(l saidList, shown int, voices []answer.Facet) string {
	total := 0
	for _, v := range voices {
		total += v.Count
	}
	now := Numbered(total, "quotation")
	if shown < total {
		now = fmt.Sprintf(quotationsFromTo, comma(l.shown+1), comma(l.shown+shown), comma(total))
	}
	if name := meant(l.of.By, voices); name != "" {
		now += " by " + name
	} else if l.of.By != "" {
		now += fmt.Sprintf(mayBeSeveral, l.of.By, counted(voices))
	}
	if within := besides(l.of, ""); within != "" {
		now += ", narrowed down by " + within
	}
	return now + "."
}

// meant returns whose quotations are listed by a name or a part of one, empty where it may be
// several: a whole name of several words is that of one, even if others add something to it.
func meant(by string, voices []answer.Facet) string {
	for _, v := range voices {
		if by != "" && len(voices) == 1 || strings.Contains(by, " ") && strings.EqualFold(by, v.Name) {
			return v.Name
		}
	}
	return ""
}

// counted names voices, the first of many, and how many quotations each has.
func counted(voices []answer.Facet) string {
	var names []string
	for _, v := range voices[:min(len(voices), voicesMeant)] {
		names = append(names, fmt.Sprintf("%s (%s)", v.Name, comma(v.Count)))
	}
	said := strings.Join(names, ", ")
	if more := len(voices) - len(names); more > 0 {
		said += " " + fmt.Sprintf(andMore, comma(more))
	}
	return said
}

func comma(n int) string { return humanize.Comma(int64(n)) }

// besides returns what narrows quotations down beside who says them, as it is typed.
func besides(f question.Filter, article string) string {
	f.By = ""
	if article != "" {
		article = "article:" + article
	}
	return f.On(article)
}

// SayNone tells that nothing was said of what is chosen, and what would mend that: the names
// that come nearest, or else how those who are quoted are listed.
func SayNone(ctx context.Context, l *answer.Library, of answer.Utterances, howListed string) (Reply, error) {
	within := besides(of.Filter, of.Article)
	switch {
	case of.Filter.By == "" && within == "":
		return Reply{Blocks: []Block{Paragraph(nobodyQuoted)}}, nil
	case of.Filter.By == "":
		return Reply{Blocks: []Block{Paragraph(fmt.Sprintf(nobodyWithin, within))}}, nil
	}
	of.Filter, of.Article = question.Filter{By: of.Filter.By}, ""
	voices, err := l.Voices(ctx, of)
	if err != nil {
		return Reply{}, err
	}
	if len(voices) > 0 && within != "" {
		r := Reply{Blocks: []Block{Paragraph(fmt.Sprintf(notWithin, counted(voices), within))}}
		for _, v := range voices[:min(len(voices), voicesMeant)] {
			r.Actions = append(r.Actions, offerQuotes(v.Name))
		}
		return r, nil
	}
	like, err := l.VoicesLike(ctx, of, voicesMeant)
	return sayNobody(of.Filter.By, like, howListed), err
}

func sayNobody(by string, like []string, howListed string) Reply {
	said := fmt.Sprintf(nobodyCalled, shortened(by)) + " "
	if len(like) == 0 {
		return Reply{Blocks: []Block{Paragraph(said + howListed)}}
	}
	r := Reply{Blocks: []Block{Paragraph(said + fmt.Sprintf(nearestNames, strings.Join(like, ", ")))}}
	for _, name := range like {
		r.Actions = append(r.Actions, offerQuotes(name))
	}
	return r
}
