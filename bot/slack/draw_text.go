package slack

import (
	"fmt"
	"iter"
	"strings"

	"github.com/slack-go/slack"

	"verbatim/bot"
	"verbatim/bot/adapter"
)

// Words are drawn as rich_text and plain_text throughout. Slack reads neither for
// markup, mentions or emoji: what an article or a person wrote is seen as it was written.

// sections draws a line as rich text.
func sections(l line) []part {
	var all []part
	for _, piece := range weights.Cut(l, room) {
		section := slack.NewRichTextSection(elements(piece)...)
		all = append(all, newPart(aloud(piece), slack.NewRichTextBlock("", section)))
	}
	return all
}

// remarks draws a line in small print.
func remarks(l line) []part {
	var all []part
	for _, piece := range weights.Cut(l, room) {
		small := plainText(bot.Visible(piece.Words()))
		all = append(all, newPart(aloud(piece), slack.NewContextBlock("", small)))
	}
	return all
}

// stacked returns lines below each other, without the empty ones.
func stacked(lines ...line) line {
	var all line
	for _, l := range lines {
		if l.Words() == "" {
			continue
		}
		if all != nil {
			all = append(all, ink{Words: "\n"})
		}
		all = append(all, l...)
	}
	return all
}

// elements draws a line inside a block of rich text. What is hidden in it becomes code,
// as in <U+202E>, so that it is told from the same characters in the words themselves.
func elements(l line) []slack.RichTextSectionElement {
	var all []slack.RichTextSectionElement
	for _, i := range l {
		if i.Link != "" {
			all = append(all, slack.NewRichTextSectionLinkElement(i.Link, bot.Visible(i.Words), nil))
			continue
		}
		for run, hidden := range runs(i.Words) {
			if hidden {
				all = append(all, slack.NewRichTextSectionTextElement(numbered(run), style(ink{Code: true})))
			} else {
				all = append(all, slack.NewRichTextSectionTextElement(run, style(i)))
			}
		}
	}
	return all
}

func style(i ink) *slack.RichTextSectionTextStyle {
	if !i.Bold && !i.Code {
		return nil
	}
	return &slack.RichTextSectionTextStyle{Bold: i.Bold, Code: i.Code}
}

// runs yields what is seen and what is hidden in words, in turn.
func runs(words string) iter.Seq2[string, bool] {
	return func(yield func(string, bool) bool) {
		start, was := 0, false
		for at, r := range words {
			is := adapter.HiddenAt(words, at, r)
			if is != was && at > start {
				if !yield(words[start:at], was) {
					return
				}
				start = at
			}
			was = is
		}
		if start < len(words) {
			yield(words[start:], was)
		}
	}
}

func numbered(words string) string {
	var b strings.Builder
	for _, r := range words {
		fmt.Fprintf(&b, "<U+%04X>", r)
	}
	return b.String()
}

func plainText(words string) *slack.TextBlockObject {
	return slack.NewTextBlockObject(slack.PlainTextType, words, false, false)
}

const (
	longestLink = 3000 // Slack's limit
	widestLink  = 6000 // as JSON, where & takes six characters: more would leave a post no room for words
)

// webAddress returns an address if Slack takes it for a link, and else nothing: one that
// it does not take would have it refuse the post.
func webAddress(s string) string {
	if _, ok := adapter.WebAddress(s); !ok || adapter.Length(s) > longestLink || len(quoted(s)) > widestLink {
		return ""
	}
	return s
}
