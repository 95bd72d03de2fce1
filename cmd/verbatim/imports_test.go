package main

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// mayImport says for each package of the program which others of it that may import.
var mayImport = map[string][]string{
	"cmd/verbatim/attendance": {"bot", "bot/adapter"},
	"cmd/verbatim/config":     {"answer/text"},
	"cmd/verbatim/control":    {},
	"cmd/verbatim/evaluation": {"answer", "bot", "cmd/verbatim/jsonl"},
	"cmd/verbatim/headroom":   {},
	"cmd/verbatim/health":     {"bot/vitals", "store"},
	"cmd/verbatim/jsonl":      {"answer", "answer/evidence", "answer/text", "bot"},
	"cmd/verbatim/logs":       {"bot/vitals", "cmd/verbatim/value"},
	"cmd/verbatim/progress":   {"answer", "answer/load", "bot", "bot/terminal"},
	"cmd/verbatim/transfer":   {"answer", "answer/load"},
	"cmd/verbatim/upkeep":     {"cmd/verbatim/health", "store"},
	"cmd/verbatim/value":      {},
	"cmd/verbatim":            {"answer", "answer/evidence", "answer/load", "answer/load/sandbox", "answer/load/web", "answer/question", "bot", "bot/adapter", "bot/discord", "bot/slack", "bot/terminal", "cmd/verbatim/attendance", "cmd/verbatim/config", "cmd/verbatim/control", "cmd/verbatim/evaluation", "cmd/verbatim/headroom", "cmd/verbatim/health", "cmd/verbatim/jsonl", "cmd/verbatim/logs", "cmd/verbatim/progress", "cmd/verbatim/transfer", "cmd/verbatim/upkeep", "cmd/verbatim/value", "seeds", "store"},
	"bot/adapter":             {"bot", "bot/vitals"},
	"bot/adapter/adaptertest": {"answer", "answer/text", "bot", "store"},
	"bot/discord":             {"answer", "answer/text", "bot", "bot/adapter", "bot/vitals"},
	"bot/discord/discordtest": {},
	"bot/slack":               {"answer", "answer/text", "bot", "bot/adapter", "bot/vitals"},
	"bot/slack/slacktest":     {},
	"bot/terminal":            {"answer", "answer/text", "bot"},
	"bot":                     {"answer", "answer/load", "answer/question", "answer/text", "bot/vitals", "store"},
	"bot/vitals":              {},
	"answer/load":             {"answer", "answer/load/pdf", "answer/load/web", "answer/text"},
	"answer/load/pdf":         {"answer/text"},
	"answer/load/sandbox":     {"answer", "answer/load"},
	"answer/load/web":         {},
	"answer":                  {"answer/evidence", "answer/index", "answer/question", "answer/related", "answer/speech", "answer/text", "store"},
	"answer/evidence":         {"answer/question"},
	"answer/index":            {"answer/text", "store"},
	"answer/question":         {"answer/text"},
	"answer/related":          {"answer/text"},
	"answer/related/make":     {"answer/text"},
	"answer/speech":           {"answer/text"},
	"answer/text":             {},
	"seeds":                   {},
	"store":                   {},
	"store/storetest":         {"store"},
}

// onlyIn says which packages alone import a library.
var onlyIn = map[string][]string{
	"go.etcd.io/bbolt":                  {"store"},
	"github.com/spf13/cobra":            {"cmd/verbatim"},
	"github.com/spf13/pflag":            {"cmd/verbatim", "cmd/verbatim/config"},
	"github.com/bwmarrin/discordgo":     {"bot/discord"},
	"github.com/slack-go/slack":         {"bot/slack"},
	"github.com/peterh/liner":           {"bot/terminal"},
	"github.com/schollz/progressbar/v3": {"cmd/verbatim/progress"},
	"github.com/rivo/uniseg":            {"bot/adapter", "bot/terminal"},
	"github.com/kljensen/snowball":      {"answer/text"},
	"code.dny.dev/ssrf":                 {"answer/load/web"},
	"github.com/klippa-app/go-pdfium":   {"answer/load/pdf"},
	"github.com/tetratelabs/wazero":     {"answer/load/pdf"},
}

func TestImportsGoOneWay(t *testing.T) {
	for pkg, imports := range packages(t) {
		allowed, known := mayImport[pkg]
		if !known {
			t.Errorf("%s: say in mayImport what it may import", pkg)
		}
		for _, imported := range imports {
			if own, ok := strings.CutPrefix(imported, "verbatim/"); ok && !slices.Contains(allowed, own) {
				t.Errorf("%s imports %s, which it may not", pkg, own)
			}
			for library, owners := range onlyIn {
				if (imported == library || strings.HasPrefix(imported, library+"/")) && !slices.Contains(owners, pkg) {
					t.Errorf("%s imports %s, which only %s may", pkg, library, strings.Join(owners, " and "))
				}
			}
		}
	}
}

// packages returns the packages of the program and what each imports.
func packages(t *testing.T) map[string][]string {
	t.Helper()
	out, err := exec.Command("go", "list", "-json=ImportPath,Imports", "verbatim/...").Output()
	if err != nil {
		t.Fatal(err)
	}
	all := map[string][]string{}
	for d := json.NewDecoder(strings.NewReader(string(out))); d.More(); {
		var p struct {
			ImportPath string
			Imports    []string
		}
		if err := d.Decode(&p); err != nil {
			t.Fatal(err)
		}
		all[strings.TrimPrefix(p.ImportPath, "verbatim/")] = p.Imports
	}
	if len(all) < 5 {
		t.Fatalf("go list tells of %d packages only", len(all))
	}
	return all
}

// What the core says and does is for every chat: it knows none of them by name.
func TestTheCoreNamesNoChat(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("..", "..", "bot", "*.go"))
	if err != nil || len(files) < 10 {
		t.Fatal(files, err)
	}
	for _, f := range files {
		source, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		for _, chat := range []string{"slack", "discord"} {
			if strings.Contains(strings.ToLower(string(source)), chat) {
				t.Errorf("%s names %s", filepath.Base(f), chat)
			}
		}
	}
}
