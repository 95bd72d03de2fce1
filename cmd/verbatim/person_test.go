package main

import (
	"bufio"
	"bytes"
	"context"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/creack/pty"
)

// patience is how long a test waits for the program before it fails.
const patience = 30 * time.Second

// program returns the program as a process of its own, with a home of its own.
func program(t testing.TB, home string, args ...string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithTimeout(t.Context(), patience)
	t.Cleanup(stop)
	c := exec.CommandContext(ctx, self)
	c.Args = append([]string{"verbatim"}, args...) // by which TestMain knows that it is to be the program
	// The compiled reader of PDFs is there: to compile it takes seconds.
	cache, err := os.UserCacheDir()
	if err != nil {
		cache = filepath.Join(home, "cache")
	}
	c.Env = append(os.Environ(), "HOME="+home, "XDG_DATA_HOME="+filepath.Join(home, "data"),
		"XDG_STATE_HOME="+filepath.Join(home, "state"), "XDG_CACHE_HOME="+cache, "TERM=xterm", "NO_COLOR=", "GORACE="+quickEnd)
	return c
}

// narrow is a terminal of 40 columns.
var narrow = pty.Winsize{Rows: 24, Cols: 40}

// person is somebody at a terminal in which the program runs.
type person struct {
	t        *testing.T
	program  *exec.Cmd
	terminal *os.File
	seen     []byte // and not asked for yet
}

func sitDown(t *testing.T, c *exec.Cmd, size pty.Winsize) *person {
	t.Helper()
	terminal, err := pty.StartWithSize(c, &size)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { terminal.Close() })
	return &person{t: t, program: c, terminal: terminal}
}

func (p *person) types(keys string) {
	p.t.Helper()
	if _, err := io.WriteString(p.terminal, keys); err != nil {
		p.t.Fatal(err)
	}
}

// sees waits for words on the terminal and returns what it showed up to them since the last time.
func (p *person) sees(words string) string {
	p.t.Helper()
	buf := make([]byte, 4096)
	for {
		if before, after, ok := bytes.Cut(p.seen, []byte(words)); ok {
			p.seen = after
			return string(before) + words
		}
		n, err := p.terminal.Read(buf)
		if p.seen = append(p.seen, buf[:n]...); err != nil {
			p.t.Fatalf("waiting for %q: %v; the terminal showed %q", words, err, p.seen)
		}
	}
}

// leaves waits for the program to end with a status and returns what it showed last.
func (p *person) leaves(status int) string {
	p.t.Helper()
	rest, _ := io.ReadAll(p.terminal) // its end is an error on Linux
	_ = p.program.Wait()              // the status tells all
	if got := p.program.ProcessState.ExitCode(); got != status {
		p.t.Fatalf("exit status %d; the terminal showed %q", got, rest)
	}
	return string(p.seen) + string(rest)
}

const (
	enter, backspace, tab, up = "\r", "\x7f", "\t", "\x1b[A"
	ctrlC, ctrlD              = "\x03", "\x04"
)

var (
	colour  = regexp.MustCompile(`\x1b\[[0-9;]*m`)
	escapes = regexp.MustCompile(`\x1b\[[0-9;]*[A-Za-z]`)
)

func TestChatAtATerminal(t *testing.T) {
	home := t.TempDir()
	p := sitDown(t, program(t, home, "chat"), narrow)
	shown := strings.ReplaceAll(p.sees("verbatim> "), "\r\n", " ")
	if !strings.Contains(shown, "the 5 articles that ship") || !strings.Contains(shown, "/help") {
		t.Errorf("it starts with %q", shown)
	}
	p.types("helpp" + backspace + enter)
	p.sees("verbatim> ")
	if shown := p.sees("ends the chat, as does"); !colour.MatchString(shown) {
		t.Errorf("help is drawn without a style: %q", shown)
	}
	p.types("/art" + tab + enter)
	p.sees("Articles 1 to 5")
	p.types("half a ques")
	p.sees("half a ques") // from here on Ctrl-C is a key and no signal
	p.types(ctrlC)
	p.sees("verbatim> ")
	p.types(ctrlD)
	p.leaves(done)

	p = sitDown(t, program(t, home, "chat"), narrow)
	p.sees("verbatim> ")
	p.types(up + up + enter)
	p.sees("ends the chat, as does")
	p.types("/quit" + enter)
	p.leaves(done)

	info, err := os.Stat(filepath.Join(home, "state", "verbatim", "history"))
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the history is not its owner's alone: %v, %v", info, err)
	}
}

func TestChatEndsOnASignal(t *testing.T) {
	p := sitDown(t, program(t, t.TempDir(), "chat"), narrow)
	p.sees("verbatim> ")
	p.types("half a ques")
	p.sees("half a ques")
	if err := p.program.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	if shown := p.leaves(failed); !strings.Contains(shown, "verbatim: interrupted") {
		t.Errorf("it ends with %q", shown)
	}
}

func TestAskAtATerminal(t *testing.T) {
	for _, c := range []struct {
		setting  string
		coloured bool
	}{
		{"NO_COLOR=", true},
		{"NO_COLOR=1", false},
		{"TERM=dumb", false},
	} {
		t.Run(c.setting, func(t *testing.T) {
			ask := program(t, t.TempDir(), "ask", "-n", "1", "What did Huawei say about security?")
			ask.Env = append(ask.Env, c.setting)
			shown := sitDown(t, ask, narrow).leaves(done)
			if got := strings.Contains(shown, "\x1b"); got != c.coloured {
				t.Errorf("escape sequences: %t, want %t, in %q", got, c.coloured, shown)
			}
			for line := range strings.Lines(escapes.ReplaceAllString(shown, "")) {
				if n := len([]rune(strings.TrimRight(line, "\r\n"))); n > 40 {
					t.Errorf("%d columns: %q", n, line)
				}
			}
			if !strings.Contains(shown, "-n 2") {
				t.Errorf("there is no hint for more in %q", shown)
			}
		})
	}
}

func TestInterruptedLoadKeepsWhatItReported(t *testing.T) {
	home := t.TempDir()
	c := program(t, home, "load", "--json", "--seeds", "none", "-")
	var errs strings.Builder
	c.Stderr = &errs
	in, out := piped(t, c)
	io.WriteString(in, `{"id":"moon","text":"`+strings.Repeat("The moon is far. ", 100)+`"}`+"\n")
	line, err := out.ReadString('\n')
	if want := `{"id":"moon","status":"loaded","error":""}` + "\n"; line != want {
		t.Fatalf("reported %q, %v", line, err)
	}
	c.Process.Signal(os.Interrupt)
	if c.Wait(); c.ProcessState.ExitCode() != failed {
		t.Errorf("exit status %d", c.ProcessState.ExitCode())
	}
	if !strings.HasPrefix(errs.String(), "verbatim: interrupted: Loaded 1 article in ") {
		t.Errorf("it said %q", errs.String())
	}
	if listed, err := program(t, home, "list").Output(); !strings.HasPrefix(string(listed), "moon\t") {
		t.Errorf("the list is %q, %v", listed, err)
	}
}

// piped starts a program with pipes to write to it and to read from it.
func piped(t *testing.T, c *exec.Cmd) (in io.WriteCloser, out *bufio.Reader) {
	t.Helper()
	in, err := c.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	said, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	return in, bufio.NewReader(said)
}

func TestInterruptedBatchOfQuestions(t *testing.T) {
	c := program(t, t.TempDir(), "ask", "--json", "-")
	in, out := piped(t, c)
	io.WriteString(in, "Who is Ken Hu?\n")
	if line, err := out.ReadString('\n'); !strings.HasPrefix(line, `{"id":"1"`) {
		t.Fatalf("the answer does not come before the next question: %q, %v", line, err)
	}
	c.Process.Signal(os.Interrupt)
	if c.Wait(); c.ProcessState.ExitCode() != failed {
		t.Errorf("exit status %d", c.ProcessState.ExitCode())
	}
}
