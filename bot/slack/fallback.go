package slack

import (
	"strings"
	"unicode/utf16"

	"verbatim/bot"
)

// escape returns words for a text beside blocks, as one line. There only what stands in
// angle brackets acts: <!here>, <@U1>, <https://a|b>. With &, < and > escaped none can
// come about. A bare @here or @channel is text, since Slack looks for names in a text
// only when asked to (parse=full, link_names), and nothing here asks for it.
func escape(words string) string { return escapes.Replace(bot.Visible(words)) }

var escapes = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")

// escapedLength returns the UTF-16 units that a character of a line takes in a text
// beside blocks, shown by its number where it is hidden.
func escapedLength(r rune, hidden bool) int {
	switch {
	case hidden && r > 0xffff:
		return len("&lt;U+10FFFF&gt;")
	case hidden:
		return len("&lt;U+FFFF&gt;")
	case r == '&':
		return len("&amp;")
	case r == '<' || r == '>':
		return len("&lt;")
	}
	return utf16.RuneLen(r)
}

// aloud returns a line for a text beside blocks, with its lines apart.
func aloud(l line) []string {
	var lines []string
	for one := range strings.SplitSeq(l.Words(), "\n") {
		if one = strings.TrimSpace(escape(one)); one != "" {
			lines = append(lines, one)
		}
	}
	return lines
}

// quoteAloud returns the pieces of a quote for the texts beside blocks, in quotation
// marks, unless the words bring their own.
func quoteAloud(pieces []line) []string {
	var texts []string
	for _, p := range pieces {
		texts = append(texts, escape(p.Words()))
	}
	if last := len(texts) - 1; last >= 0 && !strings.ContainsAny(texts[0]+texts[last], "\"“”„«»") {
		texts[0] = "“" + texts[0]
		texts[last] += "”"
	}
	return texts
}
