package config

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/spf13/pflag"
)

// program is what is set in these tests.
type program struct {
	http   string
	shards int
	debug  bool
	grace  time.Duration
	hosts  []string
	token  string
	tokens []string
	size   size
}

// size takes letters alone.
type size string

func (s *size) String() string { return string(*s) }
func (s *size) Type() string   { return "size" }
func (s *size) Set(value string) error {
	if value == "huge" {
		return errors.New("that is too much; name less")
	}
	*s = size(value)
	return nil
}

func (p *program) flags() *pflag.FlagSet {
	f := pflag.NewFlagSet("serve", pflag.ContinueOnError)
	f.StringVar(&p.http, "http", "", "")
	f.IntVar(&p.shards, "discord-shards", 1, "")
	f.BoolVar(&p.debug, "debug", false, "")
	f.DurationVar(&p.grace, "grace", time.Minute, "")
	f.StringSliceVar(&p.hosts, "deny-host", nil, "")
	f.Var(&p.size, "max-size", "")
	f.AddFlagSet(p.secret())
	return f
}

func (p *program) secret() *pflag.FlagSet {
	f := pflag.NewFlagSet("secrets", pflag.ContinueOnError)
	f.Var(Secret(&p.token), "discord-token", "")
	f.Var(Secrets(&p.tokens), "slack-bot-token", "")
	return f
}

// written returns the path of a new file that only its owner can read.
func written(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// filled returns what holds after flags, an environment and a file.
func filled(t *testing.T, p *program, args, environ []string, file string) ([]Setting, error) {
	t.Helper()
	all := p.flags()
	if err := all.Parse(args); err != nil {
		t.Fatal(err)
	}
	return Sources{Environ: environ, File: file}.Fill(all, all)
}

func TestTheStrongerSourceHolds(t *testing.T) {
	file := written(t, "v.yaml", "http: file\ndiscord-shards: 7\ndebug: true\ngrace: 90s\n")
	for _, test := range []struct {
		name, http, from string
		args, environ    []string
		file             string
	}{
		{"nothing", "", "default", nil, nil, ""},
		{"a file", "file", "file " + file + " line 1", nil, nil, file},
		{"the environment", "env", "environment VERBATIM_HTTP", nil, []string{"VERBATIM_HTTP=env"}, file},
		{"a flag", "flag", "flag --http", []string{"--http", "flag"}, []string{"VERBATIM_HTTP=env"}, file},
		{"an empty flag", "", "flag --http", []string{"--http="}, []string{"VERBATIM_HTTP=env"}, file},
		{"an empty variable", "file", "file " + file + " line 1", nil, []string{"VERBATIM_HTTP="}, file},
	} {
		t.Run(test.name, func(t *testing.T) {
			var p program
			held, err := filled(t, &p, test.args, test.environ, test.file)
			if err != nil {
				t.Fatal(err)
			}
			i := slices.IndexFunc(held, func(s Setting) bool { return s.Name == "http" })
			if p.http != test.http || held[i].Value != test.http || held[i].From != test.from {
				t.Errorf("it holds %q, and is told as %+v", p.http, held[i])
			}
			if test.file != "" && (p.shards != 7 || !p.debug || p.grace != 90*time.Second) {
				t.Errorf("of the file holds %+v", p)
			}
		})
	}
}

func TestListsAreWrittenAsEachSourceWritesThem(t *testing.T) {
	want := []string{"a.example", "10.0.0.0/8"}
	for name, text := range map[string]string{
		"in one line":  "deny-host: [a.example, 10.0.0.0/8]",
		"a line each":  "deny-host:\n  - a.example\n  - 10.0.0.0/8\n",
		"with commas":  "deny-host: a.example, 10.0.0.0/8",
		"on Windows":   "\ufeffhttp:\r\ndeny-host: [a.example, 10.0.0.0/8]\r\n",
		"more than it": "---\n# hosts\ndeny-host: ['a.example', \"10.0.0.0/8\", ]\nhttp:\n",
	} {
		var p program
		if _, err := filled(t, &p, nil, nil, written(t, "v.yaml", text)); err != nil || !slices.Equal(p.hosts, want) {
			t.Errorf("%s: %q, %v", name, p.hosts, err)
		}
	}
	var p program
	if _, err := filled(t, &p, nil, []string{"VERBATIM_DENY_HOST= a.example,,10.0.0.0/8 "}, ""); err != nil || !slices.Equal(p.hosts, want) {
		t.Errorf("in the environment: %q, %v", p.hosts, err)
	}
}

// A command takes its own settings, and a file may have those of others.
func TestWhatACommandDoesNotTakeIsLeftAlone(t *testing.T) {
	var p program
	all, wanted := p.flags(), pflag.NewFlagSet("ask", pflag.ContinueOnError)
	wanted.AddFlag(all.Lookup("http"))
	file := written(t, "v.yaml", "http: :1\nmax-size: huge\nslack-bot-token-file: /nowhere\n")
	held, err := Sources{Environ: nil, File: file}.Fill(wanted, all)
	if err != nil || len(held) != 1 || p.http != ":1" {
		t.Errorf("it holds %v, %v", held, err)
	}
	held, err = Sources{Environ: nil, File: written(t, "v.yaml", "htp: :1")}.Fill(wanted, all)
	if err == nil {
		t.Errorf("an unknown key is passed over: %v", held)
	}
}

func TestMistakesAreRefusedInOneLine(t *testing.T) {
	for _, test := range []struct {
		name, file string
		environ    []string
		want       string
	}{
		{"unknown key", "debug: true\nhtpp: :1\n", nil, "FILE:2: htpp: there is no such setting; did you mean http?"},
		{"a key as a variable", "DENY_HOST: a\n", nil, "FILE:1: DENY_HOST: there is no such setting; did you mean deny-host?"},
		{"a key like none", "colour: red\n", nil, "FILE:1: colour: there is no such setting; verbatim config lists them"},
		{"key twice", "http: a\n\nhttp: b\n", nil, "FILE:3: http: it stands in line 1 already; leave one of them out"},
		{"a map", "http:\n  address: :1\n", nil, "FILE:1: http: it takes a value, no settings of its own"},
		{"a list", "http: [a, b]\n", nil, "FILE:1: http: it takes one value, no list"},
		{"a list of lists", "deny-host: [[a]]\n", nil, "FILE:1: deny-host: it takes a plain value"},
		{"an alias", "http: &a x\nmax-size: *a\n", nil, "FILE:2: max-size: it takes a plain value"},
		{"no number", "\ndiscord-shards: many\n", nil, `FILE:2: discord-shards: "many" is no whole number`},
		{"no yes", "debug: maybe\n", nil, `FILE:1: debug: "maybe" is neither true nor false`},
		{"no duration", "grace: soon\n", nil, "FILE:1: grace: the value is no duration such as 90s or 2h"},
		{"its own word", "max-size: huge\n", nil, "FILE:1: max-size: that is too much; name less"},
		{"no settings", "- a\n", nil, "FILE:1: it has to be a setting a line"},
		{"no YAML", "http: a\n\tdebug: true\n", nil, "FILE:2: it is no YAML: found"},
		{"a word alone", "http: a\nnonsense\n", nil, "FILE:2: it is no YAML: could not find expected ':'"},
		{"two documents", "http: a\n---\nhttp: b\n", nil, "FILE: there is more than one document in it"},
		{"unknown variable", "", []string{"VERBATIM_HTPP=:1"}, "VERBATIM_HTPP: there is no such setting; did you mean VERBATIM_HTTP?"},
		{"a wrong variable", "", []string{"VERBATIM_DISCORD_SHARDS=many"}, `VERBATIM_DISCORD_SHARDS: "many" is no whole number`},
		{"a variable's own word", "", []string{"VERBATIM_MAX_SIZE=huge"}, "VERBATIM_MAX_SIZE: that is too much; name less"},
	} {
		t.Run(test.name, func(t *testing.T) {
			path := written(t, "v.yaml", test.file)
			_, err := filled(t, &program{}, nil, test.environ, path)
			if want := strings.ReplaceAll(test.want, "FILE", path); err == nil || !strings.HasPrefix(err.Error(), want) || strings.Contains(err.Error(), "\n") {
				t.Errorf("it says %v\nnot   %s", err, want)
			}
		})
	}
}

func TestAFileThatIsNotThereIsRefused(t *testing.T) {
	missing := filepath.Join(t.TempDir(), "v.yaml")
	for _, path := range []string{missing, t.TempDir(), written(t, "v.yaml", strings.Repeat("#", largestFile+1))} {
		if _, err := filled(t, &program{}, nil, nil, path); err == nil || !strings.HasPrefix(err.Error(), path+": ") || strings.Count(err.Error(), path) != 1 {
			t.Errorf("of %s it says %v", path, err)
		}
	}
}

// What Kubernetes sets beside a service that is called verbatim is nobody's mistake.
func TestVariablesOfOthersArePassedOver(t *testing.T) {
	environ := []string{"VERBATIM_SERVICE_HOST=10.0.0.1", "VERBATIM_SERVICE_PORT=80", "VERBATIM_SERVICE_PORT_HTTP=80", "VERBATIM_PORT=tcp://10.0.0.1:80",
		"VERBATIM_PORT_80_TCP_ADDR=10.0.0.1", "VERBATIM_EVENTS_PORT_80_TCP=tcp://10.0.0.1:80", "VERBATIM_CONFIG=x", "VERBATIM_HTPP=", "OTHER=x", "HOME"}
	if _, err := filled(t, &program{}, nil, environ, ""); err != nil {
		t.Error(err)
	}
}

func TestOnlyWhatHoldsSomethingElseHasChanged(t *testing.T) {
	before, err := filled(t, &program{}, []string{"--http", "a"}, []string{"DISCORD_TOKEN=canary1", "VERBATIM_GRACE=1m"}, "")
	if err != nil {
		t.Fatal(err)
	}
	now, err := filled(t, &program{}, nil, []string{"DISCORD_TOKEN=canary2", "VERBATIM_HTTP=a", "VERBATIM_DEBUG=true"}, "")
	if err != nil {
		t.Fatal(err)
	}
	if got := Changed(before, now); !slices.Equal(got, []string{"debug", "discord-token"}) {
		t.Errorf("changed are %q", got)
	}
}
