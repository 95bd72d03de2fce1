package bot

import (
	"maps"
	"testing"
)

func TestOptionsAreReadWhereverTheyStand(t *testing.T) {
	c := &Command{Options: listOptions}
	for _, test := range []struct {
		typed string
		want  given
	}{
		{"", given{}},
		{"moon", given{"words": "moon"}},
		{"  the   moon ", given{"words": "the moon"}},
		{"outlet:BBC", given{"outlet": "BBC"}},
		{`outlet:"The Wire" moon`, given{"outlet": "The Wire", "words": "moon"}},
		{`moon OUTLET:“The Wire” after:2019-01 rock`, given{"outlet": "The Wire", "after": "2019-01", "words": "moon rock"}},
		{`words:"a b" in:x`, given{"words": "a b", "in": "x"}},
		{"colour:red", given{"words": "colour:red"}},
		{`outlet:"never closed`, given{"outlet": "never closed"}},
		{"outlet:", given{"outlet": ""}},
		{`"a phrase"`, given{"words": "a phrase"}},
		{"https://example.org/a:b", given{"words": "https://example.org/a:b"}},
	} {
		if got := c.read(test.typed); !maps.Equal(got, test.want) {
			t.Errorf("%q is read as %v, want %v", test.typed, got, test.want)
		}
	}
}

// What is typed again as it was read is read as the same.
func TestOptionsAreTypedAsTheyAreRead(t *testing.T) {
	c := &Command{Options: listOptions}
	for _, g := range []given{{}, {"words": "the moon"}, {"outlet": "The Wire: late", "after": "2019", "words": "a  b"}} {
		if got := c.read(g.typed()); !maps.Equal(got, g) {
			t.Errorf("%v is typed as %q, which is read as %v", g, g.typed(), got)
		}
	}
}

func TestCommandsHaveCommands(t *testing.T) {
	for _, test := range []struct {
		said, want string // the name of the command; empty for a question
		err        bool
	}{
		{"/articles", "list", false},
		{"articles", "list", false},
		{"/articles show the moon", "show", false},
		{"articles show the moon", "show", false},
		{"articles about the moon", "", false},
		{"/articles about the moon", "", true},
		{"/ARTICLES Undo 3", "undo", false},
		{"help", "help", false},
		{"help me", "", false},
		{"/nothing", "", true},
	} {
		c, _, err := commandIn(test.said)
		if (err != nil) != test.err || (c == nil) != (test.want == "") || c != nil && c.Name != test.want {
			t.Errorf("%q is the command %v with the error %v", test.said, c, err)
		}
	}
}

// Every option has what a chat needs to show it, every command something that runs it.
func TestTheTableIsWhole(t *testing.T) {
	var check func(c Command)
	check = func(c Command) {
		if c.Name == "" || c.About == "" || (c.run == nil) == (len(c.Subs) == 0) {
			t.Errorf("the command %q says %q, has %d commands, and runs: %t", c.Name, c.About, len(c.Subs), c.run != nil)
		}
		bare := 0
		for _, o := range c.Options {
			if o.Bare {
				bare++
			}
			if o.Name == "" || o.About == "" || o.Kind == "" {
				t.Errorf("%s has the option %+v", c.Name, o)
			}
		}
		if bare > 1 {
			t.Errorf("%s has %d bare options", c.Name, bare)
		}
		for _, s := range c.Subs {
			check(s)
		}
	}
	for _, c := range Commands() {
		check(c)
	}
}
