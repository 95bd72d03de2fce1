package discord

import (
	"cmp"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/bwmarrin/discordgo"
)

// spoken are the languages that the bot reads, but for English.
var spoken = []discordgo.Locale{
	discordgo.French, discordgo.SpanishES, discordgo.Swedish, discordgo.Norwegian, discordgo.Russian, discordgo.Hungarian,
}

// commandName is what Discord lets a command behind a slash be called, and its options.
var commandName = regexp.MustCompile(`^[-_'\p{L}\p{N}]{1,32}$`)

// naming is a command or an option, as far as Discord has rules for its words.
type naming struct {
	path          string
	kind          discordgo.ApplicationCommandType
	name, about   string
	names, abouts map[discordgo.Locale]string
}

// namings returns the commands and all that is below them.
func namings() (all []naming) {
	for _, c := range commands() {
		all = append(all, naming{c.Name, c.Type, c.Name, c.Description, *c.NameLocalizations, *c.DescriptionLocalizations})
		all = append(all, namingsOf(c.Name, c.Options)...)
	}
	return all
}

func namingsOf(above string, options []*discordgo.ApplicationCommandOption) (all []naming) {
	for _, o := range options {
		path := above + " " + o.Name
		all = append(all, naming{path, discordgo.ChatApplicationCommand, o.Name, o.Description, o.NameLocalizations, o.DescriptionLocalizations})
		all = append(all, namingsOf(path, o.Options)...)
	}
	return all
}

// Every command and option is named and described as Discord allows, in English and in
// every language for which there are words.
func TestLocales(t *testing.T) {
	worded := 0
	for _, c := range namings() {
		names, abouts := []string{c.name}, []string{c.about}
		for _, l := range spoken {
			if len(wordings[c.path]) > 0 {
				names, abouts = append(names, c.names[l]), append(abouts, c.abouts[l])
			}
		}
		if len(names) > 1 {
			worded++
		}
		for _, name := range names {
			slash := commandName.MatchString(name) && name == strings.ToLower(name)
			menu := name != "" && utf8.RuneCountInString(name) <= 32
			if c.kind == discordgo.ChatApplicationCommand && !slash || !menu {
				t.Errorf("%s: the name %q", c.path, name)
			}
		}
		for _, about := range abouts {
			if n := utf8.RuneCountInString(about); n > 100 || n == 0 != (c.kind == discordgo.MessageApplicationCommand) {
				t.Errorf("%s: the description %q of %d characters", c.path, about, n)
			}
		}
	}
	if worded != len(wordings) {
		t.Errorf("of %d wordings %d are used", len(wordings), worded)
	}
}

// No two things beside each other have the same name in a language.
func TestNamesDiffer(t *testing.T) {
	for _, l := range append(spoken, discordgo.EnglishUS) {
		seen := map[string]bool{}
		for _, c := range namings() {
			name := cmp.Or(c.names[l], c.name)
			beside := strings.TrimSuffix(c.path, c.name) + "/" + name
			if seen[beside] {
				t.Errorf("%s: two are %q", l, beside)
			}
			seen[beside] = true
		}
	}
}

// A command has at most 8,000 characters in all its names and descriptions, and 25 options.
func TestLongestCommand(t *testing.T) {
	sums, options := map[string]int{}, map[string]int{}
	for _, c := range namings() {
		command, _, _ := strings.Cut(c.path, " ")
		sums[command] += utf8.RuneCountInString(c.name + c.about)
		for _, words := range []map[discordgo.Locale]string{c.names, c.abouts} {
			for _, w := range words {
				sums[command] += utf8.RuneCountInString(w)
			}
		}
		options[strings.TrimSuffix(c.path, " "+c.name)]++
	}
	for command, sum := range sums {
		if sum > 8000 {
			t.Errorf("%s: %d characters", command, sum)
		}
	}
	for of, n := range options {
		if n > 25 && strings.Contains(of, " ") {
			t.Errorf("%s: %d options", of, n)
		}
	}
}
