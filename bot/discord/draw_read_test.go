package discord

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// seen is what a reader has of markdown that Discord shows.
type seen struct {
	words strings.Builder
	bold  strings.Builder // those of the words that are bold
	links []string
	acts  []string // markup, mentions and addresses that nobody meant to be there
}

// Discord's markdown, as far as the bot writes it on purpose.
var (
	escapedOne = regexp.MustCompile(`^\\([^0-9A-Za-z\s])`)
	codeNumber = regexp.MustCompile("^`(U\\+[0-9A-F]+(?: U\\+[0-9A-F]+)*)`(?:[^`]|$)")
	boldWords  = regexp.MustCompile(`^\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?:[^*]|$)`)
	maskedLink = regexp.MustCompile(`^\[((?:\\[\s\S]|[^\\\[\]])+)\]\(([^\s()<>\\]+)\)`)
	codeWords  = regexp.MustCompile("^`([\\w /:@|-]+)`(?:[^`]|$)")
)

// live are the rules of Discord's markdown that take effect where they begin.
var live = []*regexp.Regexp{
	regexp.MustCompile(`^<(@[!&]?|#|a?:|/|t:|id:|https?:|\+|[\w.]+@)`), // mentions, emoji, commands, times, addresses
	regexp.MustCompile(`^@(everyone|here)`),
	regexp.MustCompile(`(?i)^(https?|discord|steam)://`),
	regexp.MustCompile(`(?i)^discord(app)?\.(gg|com|new)/`),
	regexp.MustCompile("^`"), // code and code fences
	regexp.MustCompile(`^(\*|_\S|__|~~|\|\|)`),
	regexp.MustCompile(`^:[^\s:]+:`),
	regexp.MustCompile(`^\[[^\]]*\]\(`),
	regexp.MustCompile(`^¯\\_\(ツ\)_/¯`),
}

// begins are the characters with which any of these rules begins.
const begins = "\\`*[<@:_~|¯hHdDsS"

// liveAtStart are those that take effect only where a line begins.
var liveAtStart = regexp.MustCompile(`^[^\S\n]*(#{1,3} |-# |[-*+] |\d+[.)] |>)`)

// read reads markdown as Discord does. What is hidden and stands there as a number in code
// is read as the character.
func read(markdown string) *seen {
	s := new(seen)
	s.read(markdown, true, false)
	return s
}

func (s *seen) read(rest string, start, bold bool) {
	for rest != "" {
		if start && liveAtStart.MatchString(rest) {
			s.acts = append(s.acts, fmt.Sprintf("%.20q at the start of a line", rest))
		}
		start = false
		if first, size := utf8.DecodeRuneInString(rest); !strings.ContainsRune(begins, first) {
			s.take(rest[:size], bold)
			rest, start = rest[size:], first == '\n'
			continue
		}
		if m := escapedOne.FindStringSubmatch(rest); m != nil {
			s.take(m[1], bold)
			rest = rest[len(m[0]):]
			continue
		}
		if m := codeNumber.FindStringSubmatch(rest); m != nil {
			s.take(characters(m[1]), bold)
			rest = rest[len(m[1])+2:]
			continue
		}
		if m := boldWords.FindStringSubmatch(rest); m != nil && !bold {
			s.read(m[1], false, true)
			rest = rest[len(m[1])+4:]
			continue
		}
		if m := maskedLink.FindStringSubmatch(rest); m != nil && !bold {
			s.read(m[1], false, false)
			s.links = append(s.links, m[2])
			rest = rest[len(m[0]):]
			continue
		}
		if m := codeWords.FindStringSubmatch(rest); m != nil {
			s.take(m[1], false)
			rest = rest[len(m[1])+2:]
			continue
		}
		for _, rule := range live {
			if rule.MatchString(rest) {
				s.acts = append(s.acts, fmt.Sprintf("%.20q", rest))
			}
		}
		_, size := utf8.DecodeRuneInString(rest)
		s.take(rest[:size], bold)
		rest = rest[size:]
	}
}

func (s *seen) take(words string, bold bool) {
	s.words.WriteString(words)
	if bold {
		s.bold.WriteString(words)
	}
}

// characters returns what numbers such as U+202E stand for.
func characters(numbers string) string {
	var b strings.Builder
	for n := range strings.FieldsSeq(numbers) {
		r, err := strconv.ParseUint(strings.TrimPrefix(n, "U+"), 16, 32)
		if err != nil {
			panic(err) // the expression lets only numbers through
		}
		b.WriteRune(rune(r))
	}
	return b.String()
}

// quoteOf returns the markdown inside a description that is a quote and nothing else, once
// Discord has taken the white space at its ends; false where there is none.
func quoteOf(description string) (string, bool) {
	var lines []string
	for l := range strings.SplitSeq(strings.TrimFunc(description, unicode.IsSpace), "\n") {
		inside, ok := strings.CutPrefix(l, "> ")
		if !ok {
			return "", false
		}
		lines = append(lines, inside)
	}
	return strings.Join(lines, "\n"), true
}

// quoted returns the words of an article that posts quote, put together.
func quoted(posts []post) string {
	var words strings.Builder
	for _, m := range posts {
		for _, e := range m.Embeds {
			if inside, ok := quoteOf(e.Description); ok {
				words.WriteString(read(inside).words.String())
			}
		}
	}
	return words.String()
}
