package main

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"verbatim/bot/vitals"
	"verbatim/cmd/verbatim/health"
	"verbatim/store"
)

// code is what a manual shows as code: a block, a word or an indented line.
var code = regexp.MustCompile("(?s)```.*?```|`[^`\n]+`|(?m:^ {4,}[^\n]*$)")

// named are the expressions by which code names something of the program.
var named = map[string]*regexp.Regexp{
	"command":  regexp.MustCompile(`(?:^|[\s/\x60$])verbatim ([a-z]+)`),
	"flag":     regexp.MustCompile(`(?:verbatim [^\n\x60|]*?|^\x60)(--[a-z-]+)`),
	"variable": regexp.MustCompile(`(VERBATIM_[A-Z_]+)`),
	"metric":   regexp.MustCompile(`(verbatim_[a-z_]+)`),
}

// What the manuals name in their code is there: commands, flags, settings and metrics.
func TestManualsNameWhatIsThere(t *testing.T) {
	there := nameable(t)
	for _, path := range []string{"OPERATING.md", "../../README.md"} {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, shown := range code.FindAllString(string(text), -1) {
			for kind, names := range named {
				for _, m := range names.FindAllStringSubmatch(shown, -1) {
					if !slices.Contains(there[kind], m[1]) {
						t.Errorf("%s names the %s %s, and there is none: %s", path, kind, m[1], shown)
					}
				}
			}
		}
	}
}

// nameable returns what the program has of each kind.
func nameable(t *testing.T) map[string][]string {
	a := &app{}
	root := a.root()
	all := map[string][]string{"command": {"completion"}, "flag": {"--help"}, "metric": metrics(t)}
	for _, c := range root.Commands() {
		all["command"] = append(all["command"], c.Name())
		for _, of := range append(c.Commands(), c) {
			all["flag"] = append(all["flag"], regexp.MustCompile(`--[a-z-]+`).FindAllString(of.UsageString(), -1)...)
		}
	}
	for _, f := range strings.Fields(a.settings(root).FlagUsages()) {
		if name, ok := strings.CutPrefix(f, "--"); ok {
			all["variable"] = append(all["variable"], "VERBATIM_"+strings.ToUpper(strings.ReplaceAll(name, "-", "_")))
		}
	}
	return all
}

// metrics returns the names of what serve tells in numbers.
func metrics(t *testing.T) []string {
	path := filepath.Join(t.TempDir(), "a.db")
	db, err := store.Open(path, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	v := vitals.New()
	v.Chat("chat")
	health.Measure(v, db, path)
	var page bytes.Buffer
	if _, err := v.WriteTo(&page); err != nil {
		t.Fatal(err)
	}
	return regexp.MustCompile(`verbatim_[a-z_]+`).FindAllString(page.String(), -1)
}
