package main

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"

	"verbatim/store"
)

// Making an index again takes long where there are many articles: nobody waits without being told.
func TestAnIndexOfAnotherVersionIsTold(t *testing.T) {
	db := filepath.Join(t.TempDir(), "a.db")
	want := verbatim(t, "", "ask", "--db", db, "Who founded Huawei?")
	err := new(app).withDatabase(db, func(db *store.DB) error {
		return db.Tenant("local").Update(func(tx *store.Tx) error { return tx.Put([]byte("v"), []byte("older")) })
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, told := range []string{"verbatim: " + errOtherIndex.Error() + "\n", ""} {
		var out, errs bytes.Buffer
		if status := run(t.Context(), []string{"ask", "--db", db, "Who founded Huawei?"}, strings.NewReader(""), &out, &errs); status != done {
			t.Fatalf("exit status %d: %s", status, &errs)
		}
		if out.String() != want || errs.String() != told {
			t.Errorf("answered %q and told %q, want %q", &out, &errs, told)
		}
	}
}
