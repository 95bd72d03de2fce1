package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"verbatim/store"
)

// checked runs check and returns its exit status, and what it says.
func checked(t *testing.T, args ...string) (status int, out, errs string) {
	t.Helper()
	var o, e strings.Builder
	status = run(t.Context(), append([]string{"check"}, args...), strings.NewReader(""), &o, &e)
	return status, o.String(), e.String()
}

// spoil changes the value of the first key with a prefix in a tenant of a database.
func spoil(t *testing.T, db, tenant, prefix string, how func(value []byte)) {
	t.Helper()
	err := new(app).withDatabase(db, func(d *store.DB) error {
		return d.Tenant(tenant).Update(func(tx *store.Tx) error {
			key, value := tx.Seek([]byte(prefix), []byte(prefix))
			if key == nil {
				t.Fatalf("%s has no %q", tenant, prefix)
			}
			value = bytes.Clone(value)
			how(value)
			return tx.Put(bytes.Clone(key), value)
		})
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestCheckNamesAllThatIsDamagedInAllLibraries(t *testing.T) {
	db := ofVersion(t, current)
	verbatim(t, "", "load", "--db", db, "--library", "other", "--seeds", "none", "testdata/versions/first.jsonl")
	sound := verbatim(t, "", "check", "--db", db)
	if sound != "The database is sound. It holds 5 articles in 2 libraries.\n" {
		t.Fatalf("before it says %q", sound)
	}
	half := func(value []byte) { clear(value[len(value)/2:]) }
	spoil(t, db, "local", "c/", half)
	spoil(t, db, "other", "x/s", half)
	spoil(t, db, "local#memory", "s/all", half)
	status, out, errs := checked(t, "--db", db)
	for _, want := range []string{
		"local: article ", "other: part ", "local: what the bot remembers: the settings is damaged: check --repair drops it", "check --repair makes it again",
	} {
		if !strings.Contains(out, want) {
			t.Errorf("it does not say %q: %q", want, out)
		}
	}
	if status != failed || strings.Count(errs, "\n") != 1 || !strings.Contains(errs, "check --repair mends what can be mended") {
		t.Errorf("exit status %d, %q", status, errs)
	}
	if status, out, _ := checked(t, "--db", db, "--library", "other"); status != failed || strings.Contains(out, "local") {
		t.Errorf("of one library: exit status %d, %q", status, out)
	}
	lines := decodeLines(t, db)
	last := lines[len(lines)-1]
	if last["sound"] != false || last["articles"] != 5. || lines[0]["mends"] == "" || lines[0]["library"] != "local" {
		t.Errorf("in JSON it is %v", lines)
	}
	if status, _, errs := checked(t, "--db", db, "--repair"); status != done {
		t.Errorf("repaired: exit status %d, %q", status, errs)
	}
	if got := verbatim(t, "", "check", "--db", db); got != sound {
		t.Errorf("after that it says %q", got)
	}
}

func decodeLines(t *testing.T, db string) (lines []map[string]any) {
	t.Helper()
	_, out, _ := checked(t, "--db", db, "--json")
	for d := json.NewDecoder(strings.NewReader(out)); d.More(); {
		var line map[string]any
		if err := d.Decode(&line); err != nil {
			t.Fatal(err)
		}
		lines = append(lines, line)
	}
	return lines
}

// What is lost is said to be, and the rest can be exported.
func TestWhatIsLostIsNamedAndTheRestExported(t *testing.T) {
	db := ofVersion(t, 5) // which keeps each article under a key of its own
	verbatim(t, "", "list", "--db", db)
	spoil(t, db, "local", "a/", func(value []byte) { clear(value[len(value)/2:]) })
	for range 2 {
		status, out, errs := checked(t, "--db", db, "--repair")
		if status != failed || out != "local: article ferry: what was stored is damaged: load it again, or remove it; meanwhile it is not quoted\n" {
			t.Errorf("exit status %d, %q, %q", status, out, errs)
		}
	}
	archive := filepath.Join(t.TempDir(), "a.zip")
	var out, errs strings.Builder
	if status := run(t.Context(), []string{"export", "--db", db, archive}, strings.NewReader(""), &out, &errs); status != failed || !strings.Contains(errs.String(), "article ferry") {
		t.Errorf("exported: exit status %d, %q", status, errs.String())
	}
	again := filepath.Join(t.TempDir(), "b.db")
	verbatim(t, "", "load", "--db", again, "--seeds", "none", archive)
	if got := verbatim(t, "", "list", "--db", again); !strings.HasPrefix(got, "lamp\t") || strings.Contains(got, "ferry") {
		t.Errorf("it holds %q", got)
	}
	verbatim(t, "", "load", "--db", db, "testdata/versions/first.jsonl")
	verbatim(t, "", "check", "--db", db)
}

// A file whose structure is damaged is brought over as far as it can be read.
func TestWhatCanBeReadOfADamagedFileIsBroughtOver(t *testing.T) {
	db := ofVersion(t, current)
	file, err := os.ReadFile(db)
	if err != nil {
		t.Fatal(err)
	}
	const pageSize = 4096
	for page := 3; page < len(file)/pageSize; page++ { // the first that is of a tree
		if p := file[page*pageSize:]; p[8] == 2 && p[10] > 3 {
			p[16+4] ^= 0x40 // where its first entry lies
			p[16+7] ^= 0x40
			break
		}
	}
	if err := os.WriteFile(db, file, 0o600); err != nil {
		t.Fatal(err)
	}
	if status, _, errs := checked(t, "--db", db); status != failed || !strings.Contains(errs, "put a backup back") || !strings.Contains(errs, "check --repair") {
		t.Fatalf("exit status %d, %q", status, errs)
	}
	if status, _, errs := checked(t, "--db", db, "--repair"); status != failed || !strings.Contains(errs, "verbatim restore "+db+repaired) {
		t.Fatalf("repaired: exit status %d, %q", status, errs)
	}
	verbatim(t, "", "restore", "--db", db, db+repaired)
	if got := verbatim(t, "", "check", "--db", db); !strings.HasPrefix(got, "The database is sound.") {
		t.Errorf("it says %q", got)
	}
}

// A name by which a library is found is put right in its place, wherever a bit of it was flipped.
func TestANameThatIsDamagedIsPutRightInItsPlace(t *testing.T) {
	db := ofVersion(t, current)
	verbatim(t, "", "load", "--db", db, "testdata/versions/first.jsonl")
	sound := verbatim(t, "", "check", "--db", db)
	whole, err := os.ReadFile(db)
	if err != nil {
		t.Fatal(err)
	}
	repaired, name := 0, []byte("local#memory")
	for from := 0; bytes.Contains(whole[from:], name); {
		from += bytes.Index(whole[from:], name) + 1
		file := bytes.Clone(whole)
		file[from] ^= 4
		if err := os.WriteFile(db, file, 0o600); err != nil {
			t.Fatal(err)
		}
		if status, _, errs := checked(t, "--db", db); status == failed && strings.Contains(errs, "check --repair") {
			repaired++
			if status, out, errs := checked(t, "--db", db, "--repair"); status != done || !strings.Contains(out, "1 flipped bit: put right") {
				t.Errorf("repaired: exit status %d, %q, %q", status, out, errs)
			}
		}
		if got := verbatim(t, "", "check", "--db", db); got != sound {
			t.Errorf("after that it says %q", got)
		}
	}
	if repaired < 2 { // where it stands and where it is listed
		t.Errorf("%d were put right", repaired)
	}
}

// The first pages lead to all the others.
func TestCheckTellsThatAFlippedBitWasPutRight(t *testing.T) {
	db := ofVersion(t, current)
	sound := verbatim(t, "", "check", "--db", db)
	for page := range 2 {
		file, err := os.ReadFile(db)
		if err != nil {
			t.Fatal(err)
		}
		file[page*os.Getpagesize()+16+48] ^= 1 // of the number of the transaction
		if err := os.WriteFile(db, file, 0o600); err != nil {
			t.Fatal(err)
		}
		if status, out, errs := checked(t, "--db", db); status != done || out != sound || !strings.Contains(errs, "was put right") {
			t.Errorf("page %d: exit status %d, %q, %q", page, status, out, errs)
		}
		if status, _, errs := checked(t, "--db", db); status != done || errs != "" {
			t.Errorf("page %d, again: exit status %d, %q", page, status, errs)
		}
	}
}

// Whoever mistypes the name of a library must not be told that all is well.
func TestOfALibraryThatThereIsNotCheckSaysSo(t *testing.T) {
	db := ofVersion(t, current)
	status, out, errs := checked(t, "--db", db, "--library", "lokal")
	if status != failed || out != "" || !strings.Contains(errs, `there is no library "lokal": name one of "local"`) {
		t.Errorf("exit status %d, %q, %q", status, out, errs)
	}
}
