package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

// A chatting is a conversation of a keeper of the articles with the bot, on some chat. What
// it does wrong ends the test.
type chatting interface {
	types(text string, files ...txtar.File) // what is written, or a command that is given
	presses(label string)                   // the last button with it that was shown
	fills(fields map[string]string, files ...txtar.File)
	hears(words ...string)           // the next reply, which has the words
	isTold(words ...string)          // what the bot says of its own accord
	receives(name string) txtar.File // the file that came with the last reply
}

// holdArchive holds the conversation of an archive. A line of it is one of
//
//	> TEXT + FILE FILE   is typed, with files
//	! LABEL              is pressed
//	= FIELD: VALUE | FIELD: VALUE + FILE   is filled into the form that opened
//	< WORDS              stand in the reply, of which further such lines tell too
//	* WORDS              stand in what is said unasked
//	@ NAME               is the file that came with the reply
//
// and the files of the archive are those that it names.
func holdArchive(t *testing.T, path string, c chatting) {
	archive, err := txtar.ParseFile(path)
	if err != nil {
		t.Fatal(err)
	}
	a := &archived{files: archive.Files}
	for block := range strings.SplitSeq(strings.TrimSpace(string(archive.Comment)), "\n\n") {
		for line := range strings.SplitSeq(block, "\n") {
			a.line(t, c, line)
		}
		a.expect(c)
	}
}

// archived is an archive of which a conversation is held.
type archived struct {
	files   []txtar.File
	mark    string // of the lines that are gathered
	gathers []string
}

func (a *archived) line(t *testing.T, c chatting, line string) {
	mark, rest, _ := strings.Cut(line, " ")
	if mark != a.mark {
		a.expect(c)
	}
	text, names, _ := strings.Cut(rest, " + ")
	switch mark {
	case "#":
	case ">":
		c.types(text, a.named(t, names)...)
	case "!":
		c.presses(rest)
	case "=":
		c.fills(fieldsIn(text), a.named(t, names)...)
	case "@":
		a.files = append(a.files, c.receives(rest))
	case "<", "*":
		a.mark, a.gathers = mark, append(a.gathers, rest)
	default:
		t.Fatalf("the archive has the line %q", line)
	}
}

// expect has what was gathered of a reply heard.
func (a *archived) expect(c chatting) {
	switch a.mark {
	case "<":
		c.hears(a.gathers...)
	case "*":
		c.isTold(a.gathers...)
	}
	a.mark, a.gathers = "", nil
}

func (a *archived) named(t *testing.T, names string) (files []txtar.File) {
	for _, name := range strings.Fields(names) {
		found := false
		for _, f := range a.files {
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

func fieldsIn(text string) map[string]string {
	fields := map[string]string{}
	for part := range strings.SplitSeq(text, " | ") {
		name, value, _ := strings.Cut(part, ": ")
		fields[strings.TrimSpace(name)] = value
	}
	return fields
}

// archives returns the conversations that every chat has to hold.
func archives(t *testing.T) []string {
	t.Helper()
	here, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	all, err := filepath.Glob(filepath.Join(here, "testdata", "talk", "*.txt"))
	if err != nil || len(all) < 5 {
		t.Fatal(all, err)
	}
	return all
}
