package slack

import (
	"fmt"
	"iter"
	"net/url"
	"strings"

	"github.com/slack-go/slack"

	"verbatim/bot"
)

// Words are drawn as rich_text and plain_text throughout. Slack reads neither for
// markup, mentions or emoji: what an article or a person wrote is seen as it was written.

// sections draws a line as rich text.
func sections(l line) []part {
	var all []part
	for _, piece := range cut(l, room) {
		section := slack.NewRichTextSection(elements(piece)...)
		all = append(all, newPart(aloud(piece), slack.NewRichTextBlock("", section)))
	}
	return all
}

// remarks draws a line in small print.
func remarks(l line) []part {
	var all []part
	for _, piece := range cut(l, room) {
		small := plainText(bot.Visible(piece.words()))
		all = append(all, newPart(aloud(piece), slack.NewContextBlock("", small)))
	}
	return all
}

// say returns the ink of words other than a quote's, on one line.
func say(words string) ink {
	return ink{words: strings.TrimSpace(oneLine.Replace(strings.ToValidUTF8(words, "\uFFFD")))}
}

var oneLine = strings.NewReplacer("\r\n", " ", "\n", " ", "\r", " ", "\t", " ")

// stacked returns lines below each other, without the empty ones.
func stacked(lines ...line) line {
	var all line
	for _, l := range lines {
		if l.words() == "" {
			continue
		}
		if all != nil {
			all = append(all, ink{words: "\n"})
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
		if i.link != "" {
			all = append(all, slack.NewRichTextSectionLinkElement(i.link, bot.Visible(i.words), nil))
			continue
		}
		for run, hidden := range runs(i.words) {
			if hidden {
				all = append(all, slack.NewRichTextSectionTextElement(numbered(run), style(ink{code: true})))
			} else {
				all = append(all, slack.NewRichTextSectionTextElement(run, style(i)))
			}
		}
	}
	return all
}

func style(i ink) *slack.RichTextSectionTextStyle {
	if !i.bold && !i.code {
		return nil
	}
	return &slack.RichTextSectionTextStyle{Bold: i.bold, Code: i.code}
}

// runs yields what is seen and what is hidden in words, in turn.
func runs(words string) iter.Seq2[string, bool] {
	return func(yield func(string, bool) bool) {
		start, was := 0, false
		for at, r := range words {
			is := hiddenAt(words, at, r)
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

// hiddenAt reports whether the character r at an offset of words has to be shown by its
// number. Line ends and tabs are seen as such.
func hiddenAt(words string, at int, r rune) bool {
	switch r {
	case '\n', '\t':
		return false
	case '\r':
		return !strings.HasPrefix(words[at:], "\r\n")
	}
	return bot.Hidden(r)
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
	u, err := url.Parse(s)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" ||
		strings.ContainsFunc(s, func(r rune) bool { return r == ' ' || bot.Hidden(r) }) ||
		length(s) > longestLink || len(quoted(s)) > widestLink {
		return ""
	}
	return s
}
