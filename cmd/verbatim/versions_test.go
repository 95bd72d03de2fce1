package main

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"verbatim/answer"
	"verbatim/cmd/verbatim/jsonl"
	"verbatim/store"
)

// versions are those of the analysis of which there is a database, and what each could keep.
var versions = []struct {
	n                   int
	setting, allSetting bool
	history             bool
}{
	{1, false, false, false}, {2, true, false, false}, {3, true, true, true}, {4, true, true, true}, {5, true, true, true}, {6, true, true, true},
}

const current = 6

// ofVersion unpacks the database of a version.
func ofVersion(t *testing.T, n int) (path string) {
	t.Helper()
	packed, err := os.ReadFile(fmt.Sprintf("testdata/versions/v%d.db.gz", n))
	if err != nil {
		t.Fatal(err)
	}
	z, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		t.Fatal(err)
	}
	file, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	path = filepath.Join(t.TempDir(), "a.db")
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestADatabaseOfEachVersionIsAsItWas(t *testing.T) {
	for _, v := range versions {
		t.Run(fmt.Sprint(v.n), func(t *testing.T) {
			db := ofVersion(t, v.n)
			var out, errs strings.Builder
			if status := run(t.Context(), []string{"list", "--db", db}, strings.NewReader(""), &out, &errs); status != done {
				t.Fatal(errs.String())
			}
			if tells := strings.Contains(errs.String(), errOtherIndex.Error()); tells != (v.n != current) {
				t.Errorf("it says %q", errs.String())
			}
			holdsAsBefore(t, db)
			if v.history {
				undoneAsBefore(t, db)
			}
			settingsAsBefore(t, db, v.setting, v.allSetting)
			if got := verbatim(t, "", "check", "--db", db); !strings.HasPrefix(got, "The database is sound.") {
				t.Errorf("check says %q", got)
			}
		})
	}
}

// holdsAsBefore makes sure that a database has the articles that each of versions was given,
// and quotes them.
func holdsAsBefore(t *testing.T, db string) {
	t.Helper()
	articles := decode[jsonl.Article](t, verbatim(t, "", "show", "--json", "--all", "--db", db))
	if len(articles) != 2 || articles[0].ID != "ferry" || articles[1].ID != "lamp" ||
		!strings.Contains(articles[1].Text, "twelve miles away") || articles[0].Published != "2025-03-14" {
		t.Errorf("it holds %v", articles)
	}
	if got := verbatim(t, "", "ask", "--db", db, "How long does the crossing to Lundey take?"); !strings.Contains(got, "The crossing takes forty minutes and costs nine crowns.") {
		t.Errorf("it answers %q", got)
	}
	if got := verbatim(t, "", "quotes", "--db", db); !strings.Contains(got, "Anna Berg") || !strings.Contains(got, "It will be seen from twelve miles away") {
		t.Errorf("it quotes %q", got)
	}
}

func undoneAsBefore(t *testing.T, db string) {
	t.Helper()
	changes := decode[jsonl.Change](t, verbatim(t, "", "history", "--json", "--db", db))
	if len(changes) != 3 || changes[0].Removed != 1 || changes[1].Replaced != 1 || changes[2].Loaded != 3 {
		t.Fatalf("the history is %+v", changes)
	}
	verbatim(t, "", "undo", "--db", db, "3")
	verbatim(t, "", "undo", "--db", db, "2")
	got := verbatim(t, "", "show", "--db", db, "bread", "lamp")
	if !strings.Contains(got, "baked rye bread there for thirty years") || !strings.Contains(got, "eleven miles away") {
		t.Errorf("undone are %q", got)
	}
}

func settingsAsBefore(t *testing.T, db string, one, all bool) {
	t.Helper()
	said := verbatim(t, "/settings follow-ups\n/settings quotes\n/settings questions\n", "chat", "--db", db)
	if got := strings.Contains(said, "everyone's follow-ups"); got != one {
		t.Errorf("of follow-ups it says %q", said)
	}
	if got := strings.Contains(said, "up to 2 quotes") && strings.Contains(said, "asked for 30 days"); got != all {
		t.Errorf("of its settings it says %q", said)
	}
}

// An upgrade that is broken off goes on when the database is opened again, and nothing is lost by it.
func TestAnUpgradeThatIsBrokenOffGoesOn(t *testing.T) {
	for _, v := range versions {
		db := ofVersion(t, v.n)
		err := new(app).withDatabase(db, func(d *store.DB) error {
			ctx, kill := context.WithCancel(t.Context())
			return answer.At(d.Tenant("local")).Reindex(ctx, func(int, int) { kill() })
		})
		if !errors.Is(err, context.Canceled) {
			t.Fatalf("version %d: %v", v.n, err)
		}
		holdsAsBefore(t, db)
		if got := verbatim(t, "", "check", "--db", db); !strings.HasPrefix(got, "The database is sound.") {
			t.Errorf("version %d: check says %q", v.n, got)
		}
	}
}

func TestALibraryOfANewerVersionIsLeftAlone(t *testing.T) {
	db := ofVersion(t, current)
	err := new(app).withDatabase(db, func(d *store.DB) error {
		return d.Tenant("local").Update(func(tx *store.Tx) error { return tx.Put([]byte("v"), []byte("999")) })
	})
	if err != nil {
		t.Fatal(err)
	}
	before, err := os.ReadFile(db)
	if err != nil {
		t.Fatal(err)
	}
	for _, args := range []string{"ask ferry", "list", "remove ferry", "check"} {
		var out, errs strings.Builder
		status := run(t.Context(), append(strings.Fields(args), "--db", db), strings.NewReader(""), &out, &errs)
		if !strings.Contains(errs.String(), answer.ErrNewer.Error()) || status != failed {
			t.Errorf("%s: exit status %d, %q", args, status, errs.String())
		}
	}
	if after, err := os.ReadFile(db); err != nil || !bytes.Equal(before, after) {
		t.Errorf("it was changed, or %v", err)
	}
	verbatim(t, "", "check", "--repair", "--db", db)
	holdsAsBefore(t, db)
}
