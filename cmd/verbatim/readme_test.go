package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/creack/pty"
)

// transcript is a block of the README that shows a command and what it prints.
var transcript = regexp.MustCompile("(?s)```\n\\$ verbatim (.*?)\n(.*?)```\n")

// What the README shows is what a person with a terminal of 80 columns sees. With
// -update the README is brought up to date.
func TestReadmeShowsWhatIsPrinted(t *testing.T) {
	const path = "../../README.md"
	readme, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	home := t.TempDir()
	verbatim(t, "", "list", "--db", filepath.Join(home, "data", "verbatim", "verbatim.db")) // so that it is not the first time
	shown := 0
	got := transcript.ReplaceAllStringFunc(string(readme), func(block string) string {
		shown++
		command := transcript.FindStringSubmatch(block)[1]
		printed := "```\n$ verbatim " + command + "\n" + atTerminal(t, home, command) + "```\n"
		if printed != block && !*update {
			t.Errorf("it shows\n%s\nand now that is\n%s\n(-update mends it)", block, printed)
		}
		return printed
	})
	if shown == 0 {
		t.Error("it shows no transcript")
	}
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// atTerminal returns what a command shows on a terminal without colours.
func atTerminal(t *testing.T, home, command string) string {
	t.Helper()
	var args []string
	for _, arg := range regexp.MustCompile(`"[^"]*"|\S+`).FindAllString(command, -1) {
		args = append(args, strings.Trim(arg, `"`))
	}
	c := program(t, home, args...)
	c.Env = append(c.Env, "NO_COLOR=1")
	shown := sitDown(t, c, pty.Winsize{Rows: 24, Cols: 80}).leaves(done)
	return strings.ReplaceAll(shown, "\r\n", "\n")
}
