package bot

import (
	"maps"
	"slices"
	"strings"
	"time"
	"unicode"

	"verbatim/answer"
)

// Kind is what an Option takes.
type Kind string

// The kinds of options. Values of Source, Speaker, Outlet, AnArticle and ACollection can be
// suggested while they are typed.
const (
	Words       Kind = "words"
	Number      Kind = "number"
	Day         Kind = "day"  // 2019, 2019-03 or 2019-03-01
	Source      Kind = "from" // an outlet, or an article by its title
	Speaker     Kind = "by"
	Outlet      Kind = "outlet"
	AnArticle   Kind = "article" // by its id or its title
	ACollection Kind = "collection"
	Someone     Kind = "someone" // a person or a group: comes as Message.Mentioned too
	Upload      Kind = "upload"  // files: come as Message.Files
)

// Option is what a command takes: typed behind it as NAME:VALUE, or NAME:"SEVERAL WORDS";
// the value of the one that is Bare also without its name.
type Option struct {
	Name, About string
	Kind        Kind
	Choices     []string // all values there are, where that is few
	Bare        bool
	Required    bool
}

// given is what was typed behind a command, by the names of its options.
type given map[string]string

// read reads what is typed behind a command. What is none of the named options is the value
// of the bare one.
func (c *Command) read(typed string) given {
	g := given{}
	var bare []string
	for rest := strings.TrimSpace(typed); rest != ""; {
		var word string
		if name, value, after, ok := c.named(rest); ok {
			g[name], rest = value, after
			continue
		}
		word, rest = cutWord(rest)
		bare = append(bare, word)
	}
	for _, o := range c.Options {
		if o.Bare && len(bare) > 0 {
			g[o.Name] = strings.Trim(strings.Join(bare, " "), `"“”`)
		}
	}
	return g
}

// named cuts an option with its value off what is typed.
func (c *Command) named(typed string) (name, value, rest string, ok bool) {
	name, behind, found := strings.Cut(typed, ":")
	if !found || !c.takesOption(name) {
		return "", "", "", false
	}
	for _, quotes := range []string{`""`, "“”"} {
		open, end := []rune(quotes)[0], string([]rune(quotes)[1])
		if after, quoted := strings.CutPrefix(behind, string(open)); quoted {
			value, rest, _ = strings.Cut(after, end)
			return strings.ToLower(name), value, strings.TrimSpace(rest), true
		}
	}
	value, rest = cutWord(behind)
	return strings.ToLower(name), value, rest, true
}

func (c *Command) takesOption(name string) bool {
	for _, o := range c.Options {
		if strings.EqualFold(o.Name, name) {
			return true
		}
	}
	return false
}

// cutWord returns the first word of a text and what follows it.
func cutWord(typed string) (word, rest string) {
	end := strings.IndexFunc(typed, unicode.IsSpace)
	if end < 0 {
		return typed, ""
	}
	return typed[:end], strings.TrimSpace(typed[end:])
}

// check returns a Refusal for a date that is none, and for a collection that can have no such name.
func (g given) check() error {
	for _, name := range []string{"date", "after", "before"} {
		if !isDate(g[name]) {
			return noSuchDate
		}
	}
	if name := g["in"]; name != "" && answer.CheckCollection(name) != nil {
		return whichCollection
	}
	return nil
}

// isDate reports whether a text is a date as articles have it, or none.
func isDate(t string) bool {
	return t == "" || slices.ContainsFunc([]string{"2006", "2006-01", time.DateOnly}, func(layout string) bool {
		_, err := time.Parse(layout, t)
		return err == nil
	})
}

// typed returns the options as they would be typed.
func (g given) typed() string {
	var parts []string
	for _, name := range slices.Sorted(maps.Keys(g)) {
		parts = append(parts, name+`:"`+strings.ReplaceAll(g[name], `"`, "")+`"`)
	}
	return strings.Join(parts, " ")
}
