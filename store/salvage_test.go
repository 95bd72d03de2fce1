package store_test

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"verbatim/store"
)

// held returns all keys and values of all tenants of a file.
func held(t *testing.T, path string) map[string]string {
	t.Helper()
	db := create(t, path)
	all := stored(t, db)
	if err := db.Check(t.Context()); err != nil {
		t.Fatal(err)
	}
	closed(t, db)
	return all
}

// stored returns all keys and values of all tenants.
func stored(t *testing.T, db *store.DB) map[string]string {
	t.Helper()
	ids, err := db.Tenants()
	all := map[string]string{}
	for _, id := range ids {
		err = errors.Join(err, db.Tenant(id).View(func(tx *store.Tx) error {
			all[id] = string(rune(tx.Given()))
			for k, v := range tx.Scan(nil) {
				all[id+"\x00"+string(k)] = string(v)
			}
			return nil
		}))
	}
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestOfASoundFileAllIsSalvaged(t *testing.T) {
	folder := t.TempDir()
	from, to := filepath.Join(folder, "a.db"), filepath.Join(folder, "b.db")
	if err := os.WriteFile(from, sample(t), 0o600); err != nil {
		t.Fatal(err)
	}
	if lost, err := store.Salvage(t.Context(), from, to); lost != 0 || err != nil {
		t.Fatalf("lost %d, %v", lost, err)
	}
	want, got := held(t, from), held(t, to)
	if len(got) != len(want) || len(got) < 800 {
		t.Errorf("%d of %d are brought over", len(got), len(want))
	}
	for key, value := range want {
		if got[key] != value {
			t.Errorf("%q is another", key)
		}
	}
}

// Whatever pages are lost, what the others hold is brought over, and nothing else.
func TestOfADamagedFileTheRestIsSalvaged(t *testing.T) {
	whole, random := sample(t), rand.New(rand.NewPCG(5, 6))
	folder := t.TempDir()
	sound := filepath.Join(folder, "sound.db")
	if err := os.WriteFile(sound, whole, 0o600); err != nil {
		t.Fatal(err)
	}
	want, most := held(t, sound), 0
	for range 30 {
		damaged := bytes.Clone(whole)
		page := 2 + random.IntN(len(whole)/pageSize-2)
		for range 1 + random.IntN(3) {
			damaged[page*pageSize+random.IntN(64)] ^= 1 << random.IntN(8)
		}
		dir := t.TempDir()
		from, to := filepath.Join(dir, "a.db"), filepath.Join(dir, "b.db")
		if err := os.WriteFile(from, damaged, 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := store.Salvage(t.Context(), from, to); err != nil {
			t.Fatal(err)
		}
		got := held(t, to)
		same := 0
		for key, value := range got {
			if want[key] == value {
				same++
			}
		}
		most = max(most, same)
		if len(got)-same > 3 {
			t.Errorf("page %d: %d of %d are others", page, len(got)-same, len(got))
		}
	}
	if most < len(want)/2 {
		t.Errorf("%d of %d are brought over at most", most, len(want))
	}
}

func TestWhatIsNoDatabaseIsNotSalvaged(t *testing.T) {
	folder := t.TempDir()
	from := filepath.Join(folder, "a.db")
	if err := os.WriteFile(from, make([]byte, 3*pageSize), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := store.Salvage(context.Background(), from, filepath.Join(folder, "b.db")); !errors.Is(err, store.ErrCorrupt) {
		t.Errorf("salvaged: %v", err)
	}
	if _, err := os.Stat(filepath.Join(folder, "b.db")); err == nil {
		t.Error("there is a file")
	}
}

// Whatever bit is flipped where the tenants are found, the others are brought over.
func TestWithAnyTenantsNameDamagedTheOthersAreSalvaged(t *testing.T) {
	whole, page := rooted(t)
	all := 0
	for i := range binary.NativeEndian.Uint16(at(whole, page)[10:]) {
		for bit := range 16 { // of how long its key is
			file := bytes.Clone(whole)
			flip(at(file, page)[16+16*int(i)+8:], bit)
			from := saved(t, file)
			lost, err := store.Salvage(t.Context(), from, from+".new")
			if err != nil {
				t.Fatalf("entry %d, bit %d: %v", i, bit, err)
			}
			all += lost
		}
	}
	if all < len(tenants) {
		t.Errorf("%d parts are lost", all)
	}
}

// A part of what can be read must not be taken for all of it.
func TestASalvageThatEndsEarlyLeavesNothingBehind(t *testing.T) {
	from := saved(t, sample(t))
	for n := 0; ; n++ {
		to := from + ".new"
		_, err := store.Salvage(&calls{t.Context(), n}, from, to)
		if err == nil {
			break
		}
		if !errors.Is(err, context.Canceled) {
			t.Fatal(err)
		}
		onlyIn(t, from)
	}
}

func TestWhatIsInUseIsNotSalvaged(t *testing.T) {
	t.Parallel() // it waits for a lock
	path := newPath(t)
	db := create(t, path)
	defer closed(t, db)
	if _, err := store.Salvage(t.Context(), path, path+".new"); !errors.Is(err, store.ErrLocked) {
		t.Errorf("salvaged: %v", err)
	}
	onlyIn(t, path)
}
