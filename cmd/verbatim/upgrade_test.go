package main

import (
	"context"
	"encoding/json"
	"errors"
	"os"
	"strings"
	"testing"

	"verbatim/answer"
	"verbatim/store"
)

// runs runs a command and returns its exit status and what it says on standard error.
func runs(t *testing.T, args ...string) (status int, said string) {
	t.Helper()
	var out, errs strings.Builder
	status = run(t.Context(), args, strings.NewReader(""), &out, &errs)
	return status, errs.String()
}

// isCurrent reports whether the library in a file has an index of this version.
func isCurrent(t *testing.T, path string) (current bool) {
	t.Helper()
	err := new(app).withDatabase(path, func(db *store.DB) (err error) {
		current, err = answer.IsCurrent(db.Tenant("local"))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return current
}

func TestBeforeAnUpgradeACopyIsKept(t *testing.T) {
	db := ofVersion(t, current-1)
	kept := db + ".before-upgrade"
	if status, said := runs(t, "list", "--db", db); status != done || !strings.Contains(said, "is kept as "+kept) {
		t.Fatalf("exit status %d, %q", status, said)
	}
	if isCurrent(t, kept) || !isCurrent(t, db) {
		t.Error("what is kept is not what was there before")
	}
	was, err := os.ReadFile(kept)
	if err != nil {
		t.Fatal(err)
	}
	if status, said := runs(t, "list", "--db", db, "--library", "other"); status != done || strings.Contains(said, "is kept") {
		t.Errorf("the second time: exit status %d, %q", status, said)
	}
	if is, err := os.ReadFile(kept); err != nil || string(is) != string(was) {
		t.Error("the copy was changed")
	}
	if status, said := runs(t, "restore", "--db", db, kept); status != failed || !strings.Contains(said, "--force") {
		t.Errorf("it is put back unasked: exit status %d, %q", status, said)
	}
	if status, said := runs(t, "restore", "--db", db, "--force", kept); status != done || isCurrent(t, db) {
		t.Errorf("it is not put back as it was: exit status %d, %q", status, said)
	}
}

// Whoever does not want to wait for an upgrade need not, and the next command makes it.
func TestAnUpgradeIsInterrupted(t *testing.T) {
	db := ofVersion(t, current-1)
	for _, command := range []string{"list", "history"} {
		ctx, end := context.WithCancel(t.Context())
		var out, errs strings.Builder
		saying := writing(func(p []byte) (int, error) {
			if strings.Contains(string(p), errOtherIndex.Error()) {
				end()
			}
			return errs.Write(p)
		})
		if status := run(ctx, []string{command, "--db", db}, strings.NewReader(""), &out, saying); status != failed || !strings.Contains(errs.String(), "interrupted") {
			t.Errorf("%s: exit status %d, %q", command, status, &errs)
		}
		if isCurrent(t, db) {
			t.Errorf("%s: it is made all the same", command)
		}
	}
	if status, said := runs(t, "list", "--db", db); status != done || !isCurrent(t, db) {
		t.Errorf("the next one: exit status %d, %q", status, said)
	}
}

// An index that was not made to its end is of no older version, which could read nothing of it.
func TestOfAnIndexThatWasBrokenOffNoCopyIsKept(t *testing.T) {
	db := ofVersion(t, current)
	broken, end := context.WithCancel(t.Context())
	err := new(app).withDatabase(db, func(d *store.DB) error {
		return answer.At(d.Tenant("local")).Reindex(broken, func(int, int) { end() })
	})
	if !errors.Is(err, context.Canceled) {
		t.Fatal(err)
	}
	if status, said := runs(t, "list", "--db", db); status != done || !strings.Contains(said, "not made to its end") || !isCurrent(t, db) {
		t.Errorf("exit status %d, %q", status, said)
	}
	if _, err := os.Stat(db + ".before-upgrade"); err == nil {
		t.Error("a copy is kept")
	}
}

// What reads the log of serve line by line finds an upgrade there, in the same form as the rest.
func TestServeLogsAnUpgrade(t *testing.T) {
	t.Parallel()
	s := inSlack(t, false)
	s.args = []string{"--db", ofVersion(t, current-1), "--library", "local", "--log-format", "json"}
	s.start(t)
	k := s.talk(t)
	k.hears(inThread(k.channel, k.asks(aboutBackdoors)), "")
	s.stop(t)
	for _, told := range []string{`"msg":"the database as it was is kept as `, `"msg":"` + errOtherIndex.Error()} {
		if !strings.Contains(s.log.String(), told) {
			t.Errorf("it does not log %s", told)
		}
	}
	for line := range strings.Lines(s.log.String()) {
		if !json.Valid([]byte(line)) {
			t.Errorf("it logs %s", line)
		}
	}
}

// Of a backup that an older version made it is found out whether it is sound without making
// another of it, which that version could not read.
func TestACheckUpgradesNothing(t *testing.T) {
	db := ofVersion(t, current-1)
	status, said := runs(t, "check", "--db", db)
	if status != done || said != "verbatim: local: "+errUnindexed.Error()+"\n" {
		t.Errorf("exit status %d, %q", status, said)
	}
	if isCurrent(t, db) {
		t.Error("it is of this version now")
	}
	if _, err := os.Stat(db + ".before-upgrade"); err == nil {
		t.Error("a copy is kept")
	}
	if said := verbatim(t, "", "check", "--db", db); said != "The database is sound. It holds 2 articles.\n" {
		t.Errorf("it says %q", said)
	}
}
