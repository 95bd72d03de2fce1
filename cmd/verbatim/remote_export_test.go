package main

import (
	"os"
	"strings"
	"testing"
)

// An export that goes without what is damaged says so and fails, beside a serve too.
func TestAnExportBesideServeFailsWhereSomethingIsLeftOut(t *testing.T) {
	t.Parallel()
	db := ofVersion(t, 5) // which keeps each article under a key of its own
	verbatim(t, "", "list", "--db", db)
	spoil(t, db, "local", "a/", func(value []byte) { clear(value[len(value)/2:]) })
	whole, err := os.ReadFile(db)
	if err != nil {
		t.Fatal(err)
	}
	alone := t.TempDir()
	if err := os.WriteFile(alone+"/a.db", whole, 0o600); err != nil {
		t.Fatal(err)
	}
	s, beside := besideServe(t, whole)
	for _, args := range []string{"export FOLDER/e.zip", "export --json FOLDER/e.zip"} {
		all := append([]string{"--db", "FOLDER/a.db"}, strings.Fields(args)...)
		want, got := does(t, alone, "", append([]string{}, all...)...), does(t, beside, "", all...)
		if got != want || got.status != failed || !strings.Contains(got.errs, "left out what is damaged: article ferry") || got.out == "" {
			t.Errorf("%s\nalone:  %+v\nbeside: %+v", args, want, got)
		}
	}
	s.stop(t)
}
