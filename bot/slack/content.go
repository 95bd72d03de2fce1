package slack

import (
	"cmp"
	"encoding/json"
	"fmt"
	"strings"
)

// content is a message as an interaction holds it. What is forwarded, or posted by an app, may
// have no text of its own.
type content struct {
	Text        string          `json:"text"`
	Blocks      json.RawMessage `json:"blocks"`
	Attachments json.RawMessage `json:"attachments"`
	Files       []file          `json:"files"`
}

// attachment is what stands below a message, such as another message.
type attachment struct {
	Title    string          `json:"title"`
	Text     string          `json:"text"`
	Fallback string          `json:"fallback"`
	Blocks   json.RawMessage `json:"blocks"`
	Files    []file          `json:"files"`
	Share    bool            `json:"is_share"` // it is another message, which somebody has forwarded
}

// words returns what is read in a message, with Slack's markup: its text, or else what its
// blocks and attachments say. What is of another form than Slack's says nothing.
func (c *content) words() string {
	if strings.TrimSpace(c.Text) != "" {
		return c.Text
	}
	lines := []string{wordsOf(c.Blocks)}
	for _, a := range c.below() {
		lines = append(lines, a.Title, cmp.Or(a.Text, wordsOf(a.Blocks), a.Fallback))
	}
	return strings.TrimSpace(strings.Join(lines, "\n"))
}

// withShared returns what is read in a message and in those that are forwarded with it.
func (c *content) withShared() string {
	lines := []string{c.words()}
	for _, a := range c.below() {
		if shared := cmp.Or(a.Text, wordsOf(a.Blocks)); a.Share && strings.TrimSpace(c.Text) != "" {
			lines = append(lines, shared)
		}
	}
	return strings.Join(lines, "\n")
}

// below returns what stands below a message; nothing where that is of another form than Slack's.
func (c *content) below() (all []attachment) {
	_ = json.Unmarshal(c.Attachments, &all)
	return all
}

// files returns what is attached to a message, and to those that are forwarded with it.
func (c *content) files() []file {
	all := c.Files
	for _, a := range c.below() {
		all = append(all[:len(all):len(all)], a.Files...)
	}
	return all
}

// wordsOf returns what blocks say, with Slack's markup.
func wordsOf(blocks json.RawMessage) string {
	var all []block
	_ = json.Unmarshal(blocks, &all)
	var words strings.Builder
	for _, b := range all {
		b.write(&words)
	}
	return strings.TrimSpace(words.String())
}

// block is a block or a part of one, as far as it holds words.
type block struct {
	Type     string          `json:"type"`
	Text     json.RawMessage `json:"text"` // words, or an object that has them
	URL      string          `json:"url"`  // of a link
	Fields   []block         `json:"fields"`
	Elements []block         `json:"elements"`
}

// write writes the words of a block; what stands on lines of its own ends with one.
func (b block) write(to *strings.Builder) {
	if b.Type == "actions" {
		return // what may be pressed is not what is claimed
	}
	var words string
	var object block
	switch {
	case b.Type == "link" && b.URL != "":
		_ = json.Unmarshal(b.Text, &words)
		fmt.Fprintf(to, "<%s|%s>", escapes.Replace(b.URL), escapes.Replace(words))
	case json.Unmarshal(b.Text, &words) == nil && b.Type == "mrkdwn":
		to.WriteString(words)
	case words != "":
		to.WriteString(escapes.Replace(words))
	case json.Unmarshal(b.Text, &object) == nil:
		object.write(to)
	}
	for _, inside := range [][]block{b.Fields, b.Elements} {
		for _, part := range inside {
			part.write(to)
		}
	}
	inline := b.Type == "text" || b.Type == "link"
	if !inline && !strings.HasSuffix(to.String(), "\n") {
		to.WriteString("\n")
	}
}
