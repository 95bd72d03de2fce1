package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

// A chatting is a conversation of people with the bot, on some chat. The first of them, Ada,
// is one of those who look after it there. What it does wrong ends the test.
type chatting interface {
	speaks(name string)                     // who does what follows
	types(text string, files ...txtar.File) // what is written, or a command that is given
	presses(label string)                   // the first of the buttons with it that were shown last
	fills(fields map[string]string, files ...txtar.File)
	hears(words ...string)           // the next reply, which has the words
	hearsAlone(words ...string)      // so too, and nobody else does
	isTold(words ...string)          // what the bot says of its own accord
	receives(name string) txtar.File // the file that came with the last reply
}

// archive is a conversation that every chat is to hold, and the files that it names.
type archive struct {
	*txtar.Archive
	name    string
	channel bool // all of it is said in one channel, where the chat has channels
	people  bool // several take part, which not every chat has
}

// hold holds the conversation of an archive. A line of it is one of
//
//	: channel            is so, by the fields of archive
//	~ NAME               speaks from here on
//	> TEXT + FILE FILE   is typed, with files
//	! LABEL              is pressed
//	= FIELD: VALUE | FIELD: VALUE + FILE   is filled into the form that opened
//	< WORDS              stand in the reply, of which further such lines tell too
//	( WORDS              stand in a reply that the person alone reads
//	* WORDS              stand in what is said unasked
//	@ NAME = WORDS       is the file that came with the reply, and what stands in it, if that is text
//
// The files are those of the archive, and those that tests make; WEB stands for the address
// of a site on which those of the archive are pages.
func (a archive) hold(t *testing.T, c chatting) {
	h := &held{files: append(a.Files, madeFiles(t)...)}
	said := strings.ReplaceAll(string(a.Comment), "WEB", siteOf(t, a.Files))
	for block := range strings.SplitSeq(strings.TrimSpace(said), "\n\n") {
		for line := range strings.SplitSeq(block, "\n") {
			h.line(t, c, line)
		}
		h.expect(c)
	}
}

// held is how far a conversation is held.
type held struct {
	files   []txtar.File
	mark    string // of the lines that are gathered
	gathers []string
}

func (h *held) line(t *testing.T, c chatting, line string) {
	mark, rest, _ := strings.Cut(line, " ")
	if mark != h.mark {
		h.expect(c)
	}
	text, names, _ := strings.Cut(rest, " + ")
	switch mark {
	case "#", ":":
	case "~":
		c.speaks(rest)
	case ">":
		c.types(text, h.named(t, names)...)
	case "!":
		c.presses(rest)
	case "=":
		c.fills(fieldsIn(text), h.named(t, names)...)
	case "@":
		h.files = append(h.files, received(t, c, rest))
	case "<", "(", "*":
		h.mark, h.gathers = mark, append(h.gathers, rest)
	default:
		t.Fatalf("the archive has the line %q", line)
	}
}

// expect has what was gathered of a reply heard.
func (h *held) expect(c chatting) {
	switch h.mark {
	case "<":
		c.hears(h.gathers...)
	case "(":
		c.hearsAlone(h.gathers...)
	case "*":
		c.isTold(h.gathers...)
	}
	h.mark, h.gathers = "", nil
}

func (h *held) named(t *testing.T, names string) (files []txtar.File) {
	for _, name := range strings.Fields(names) {
		found := false
		for _, f := range h.files {
			if f.Name == name && !found {
				files, found = append(files, f), true
			}
		}
		if !found {
			t.Fatalf("the archive has no file %q", name)
		}
	}
	return files
}

// received is the file that came, by a name and words that stand in it.
func received(t *testing.T, c chatting, told string) txtar.File {
	name, words, _ := strings.Cut(told, " = ")
	f := c.receives(name)
	if !strings.Contains(string(f.Data), words) {
		t.Fatalf("%s does not have %q:\n%s", name, words, f.Data)
	}
	return f
}

func fieldsIn(text string) map[string]string {
	fields := map[string]string{}
	for part := range strings.SplitSeq(text, " | ") {
		name, value, _ := strings.Cut(part, ": ")
		fields[strings.TrimSpace(name)] = value
	}
	return fields
}

// archives returns the conversations that every chat has to hold.
func archives(t *testing.T) (all []archive) {
	t.Helper()
	here, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	paths, err := filepath.Glob(filepath.Join(here, "testdata", "talk", "*.txt"))
	if err != nil || len(paths) < 5 {
		t.Fatal(paths, err)
	}
	for _, path := range paths {
		read, err := txtar.ParseFile(path)
		if err != nil {
			t.Fatal(err)
		}
		has := func(mark string) bool { return strings.Contains("\n"+string(read.Comment), "\n: "+mark+"\n") }
		all = append(all, archive{read, strings.TrimSuffix(filepath.Base(path), ".txt"), has("channel"), has("people")})
	}
	return all
}
