package faults

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// The exit statuses of the program; the last two stand where there is none.
const (
	done          = 0
	failed        = 1
	endedBySignal = -1
	hung          = -2
)

// program is the program on a database of its own.
type program struct {
	testing.TB
	db    string   // the path of the file
	home  string   // what it keeps beside the database stands here
	under []string // the command line that it runs under, such as strace with its flags
	env   []string // beside what it always has
}

// newProgram returns the program on a database in a folder, which is made by its first command.
func newProgram(t testing.TB, folder string) *program {
	return &program{TB: t, db: filepath.Join(folder, "a.db"), home: t.TempDir()}
}

// command is the program with args, not started. It sees nothing of the environment of the
// person who tries it but the path.
func (p *program) command(args ...string) *exec.Cmd {
	line := append(append([]string{}, p.under...), binary, "--db", p.db, "--seeds", "none")
	line = append(line, args...)
	c := exec.Command(line[0], line[1:]...)
	c.Dir = p.home
	c.Env = append([]string{"HOME=" + p.home, "XDG_DATA_HOME=" + p.home, "XDG_STATE_HOME=" + p.home,
		"PATH=" + os.Getenv("PATH")}, p.env...)
	c.SysProcAttr = &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGKILL}
	return c
}

// process is the program while it runs.
type process struct {
	*exec.Cmd
	t         testing.TB
	out, errs transcript
	status    int // once it has ended
}

// start starts the program with args, and in for its standard input.
func (p *program) start(in string, args ...string) *process {
	p.Helper()
	c := p.command(args...)
	c.Stdin = strings.NewReader(in)
	return p.started(c)
}

// started starts a command.
func (p *program) started(c *exec.Cmd) *process {
	p.Helper()
	r := &process{Cmd: c, t: p.TB}
	r.Stdout, r.Stderr = &r.out, &r.errs
	if err := r.Start(); err != nil {
		p.Fatal(err)
	}
	return r
}

// longest is how long a process may take to end.
const longest = time.Minute

// end waits for the process to end and returns its exit status, which is hung after the longest time.
func (r *process) end() (status int) {
	r.t.Helper()
	late := time.AfterFunc(longest, r.kill)
	err := r.Wait()
	r.out.close()
	r.errs.close()
	if r.ProcessState == nil {
		r.t.Fatal(err)
	}
	if r.status = r.ProcessState.ExitCode(); !late.Stop() {
		r.status = hung
	}
	return r.status
}

// kill ends the process, and what it started, as kill -9 does.
func (r *process) kill() { syscall.Kill(-r.Process.Pid, syscall.SIGKILL) }

// run has the program do what args say to its end.
func (p *program) run(in string, args ...string) (out, errs string, status int) {
	p.Helper()
	r := p.start(in, args...)
	status = r.end()
	return r.out.String(), r.errs.String(), status
}

// must is run for what has to be done.
func (p *program) must(in string, args ...string) (out string) {
	p.Helper()
	out, errs, status := p.run(in, args...)
	if status != done {
		p.Fatalf("verbatim %s: exit status %d: %s", strings.Join(args, " "), status, errs)
	}
	return out
}

// oneLine reports whether errs tells a person in one line what is wrong, as a command that fails must.
func oneLine(errs string) bool {
	return strings.HasPrefix(errs, "verbatim: ") && strings.Index(errs, "\n") == len(errs)-1
}

// answer is what is read of a line of ask --json.
type answer struct {
	Question, Error string
	Abstained       bool
	Quotes          []quote
}

type quote struct {
	Text, Article string
	Start, End    int
}

// ask asks all questions in one process.
func (p *program) ask(questions []string, flags ...string) []answer {
	p.Helper()
	return decode[answer](p, p.must(strings.Join(questions, "\n")+"\n", append(flags, "ask", "--json", "-")...))
}

// decode reads a line of JSON for each element.
func decode[T any](t testing.TB, lines string) []T {
	t.Helper()
	var all []T
	for d := json.NewDecoder(strings.NewReader(lines)); d.More(); {
		var v T
		if err := d.Decode(&v); err != nil {
			t.Fatalf("%v in %q", err, lines)
		}
		all = append(all, v)
	}
	return all
}
