package store_test

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"verbatim/store"
)

const pageSize = 4096 // of the files that these tests damage

// sample makes a database with pages of every kind: inline and nested trees, a value
// on many pages, free pages. It returns the bytes of its file.
func sample(t *testing.T) []byte {
	t.Helper()
	path := newPath(t)
	db := create(t, path)
	fill(t, db.Tenant("many"), 1000)
	put(t, db.Tenant("few"), "k", "v")
	put(t, db.Tenant("large"), "k", strings.Repeat("L", 10*pageSize))
	update(t, db.Tenant("many"), func(tx *store.Tx) error {
		for i := 300; i < 500; i++ {
			if err := tx.Delete(number(i)); err != nil {
				return err
			}
		}
		return nil
	})
	var file bytes.Buffer
	if _, err := db.WriteTo(&file); err != nil {
		t.Fatal(err)
	}
	closed(t, db)
	if os.Getpagesize() != pageSize {
		t.Skipf("the system's pages have %d bytes", os.Getpagesize())
	}
	return file.Bytes()
}

// childExamine opens, checks and reads each file, and says "ok" with a sum of all that
// it holds, or what is wrong.
func childExamine(paths []string) {
	for _, path := range paths {
		sum, err := examine(path)
		if err == nil {
			fmt.Println("ok", sum)
			continue
		}
		fmt.Println(verdict(err))
	}
}

func examine(path string) (sum uint32, err error) {
	db, err := store.Open(path, store.Options{})
	if err != nil {
		return 0, err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	if err := db.Check(context.Background()); err != nil {
		return 0, err
	}
	ids, err := db.Tenants()
	for _, id := range ids {
		err = errors.Join(err, db.Tenant(id).View(func(tx *store.Tx) error {
			for k, v := range tx.Scan(nil) {
				sum = crc32.Update(sum, crc32.IEEETable, k)
				sum = crc32.Update(sum, crc32.IEEETable, v)
			}
			return nil
		}))
	}
	return sum, err
}

// verdicts has a child examine the files, and makes sure that it says of each that it
// is sound, or names it in one line that calls it corrupt in words for a person.
func verdicts(t *testing.T, files [][]byte) []string {
	t.Helper()
	dir := t.TempDir()
	var paths []string
	for i, file := range files {
		paths = append(paths, filepath.Join(dir, fmt.Sprint(i, ".db")))
		if err := os.WriteFile(paths[i], file, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	lines := output(t, child(t, "examine", paths...))
	if len(lines) != len(paths) {
		t.Fatalf("%d lines about %d files: %q", len(lines), len(paths), lines)
	}
	for i, line := range lines {
		if !strings.HasPrefix(line, "ok ") && !strings.HasPrefix(line, "corrupt: "+paths[i]+": ") {
			t.Errorf("of file %d it is said: %s", i, line)
		}
		if strings.Contains(line, "runtime error") {
			t.Errorf("of file %d a person is told: %s", i, line)
		}
	}
	return lines
}

func TestACutFileIsCorruptAndCrashesNothing(t *testing.T) {
	whole := sample(t)
	lengths := []int{0, 1, 100, 1023, 4095, 4096, 4097, 8191, 8192, 8193, 12288, 16384, len(whole) / 2, len(whole) - 1, len(whole)}
	for n := 5 * pageSize; n < len(whole); n += pageSize {
		lengths = append(lengths, n)
	}
	var files [][]byte
	for _, n := range lengths {
		files = append(files, whole[:n])
	}
	for i, got := range verdicts(t, files) {
		sound := lengths[i] == 0 || lengths[i] == len(whole)
		if strings.HasPrefix(got, "ok") != sound {
			t.Errorf("cut to %d of %d bytes: %s", lengths[i], len(whole), got)
		}
		left := fmt.Sprintf("the database is cut short: put a backup back, or move it away to start anew (%d of %d bytes are left)", lengths[i], len(whole))
		if !sound && lengths[i] > 2*pageSize && !strings.Contains(got, left) {
			t.Errorf("cut to %d of %d bytes: %s", lengths[i], len(whole), got)
		}
	}
}

func TestACutIsToldByEitherMetaPage(t *testing.T) {
	whole := sample(t)
	var files [][]byte
	for page := range 2 {
		file := bytes.Clone(whole[:len(whole)/2])
		clear(at(file, page))
		files = append(files, file)
	}
	for i, got := range verdicts(t, files) {
		if !strings.Contains(got, "the database is cut short") {
			t.Errorf("without meta page %d: %s", i, got)
		}
	}
}

func TestANewFileThatWasCutIsCorruptAndCrashesNothing(t *testing.T) {
	path := newPath(t)
	closed(t, create(t, path))
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var files [][]byte
	for n := 0; n <= len(whole); n += 512 {
		files = append(files, whole[:n])
	}
	for i, got := range verdicts(t, files) {
		if sound := i == 0 || i == len(files)-1; strings.HasPrefix(got, "ok") != sound {
			t.Errorf("cut to %d of %d bytes: %s", len(files[i]), len(whole), got)
		}
	}
}

// A page that is not what was written is noticed, or is one that holds nothing or only
// a part of a value.
func TestALostPageIsNoticedAndCrashesNothing(t *testing.T) {
	whole := sample(t)
	noise := make([]byte, pageSize)
	for i, r := 0, rand.New(rand.NewPCG(1, 2)); i < len(noise); i++ {
		noise[i] = byte(r.Uint32())
	}
	files, pages := [][]byte{whole}, []int{0}
	for page := 2; page < len(whole)/pageSize; page++ {
		if bytes.Contains(at(whole, page), []byte("LLLLLLLL")) {
			continue // a part of the large value
		}
		for _, lost := range [][]byte{make([]byte, pageSize), bytes.Repeat([]byte{0xff}, pageSize), noise, at(whole, page-1)} {
			file := bytes.Clone(whole)
			copy(at(file, page), lost)
			files, pages = append(files, file), append(pages, page)
		}
	}
	noticed, all := 0, verdicts(t, files)
	for i, got := range all {
		if !strings.HasPrefix(got, "ok") {
			noticed++
		} else if got != all[0] {
			t.Errorf("with page %d lost the file is read with other contents", pages[i])
		}
	}
	if noticed < len(files)/2 {
		t.Errorf("%d of %d lost pages were noticed", noticed, len(files)-1)
	}
}

func at(file []byte, page int) []byte { return file[page*pageSize : (page+1)*pageSize] }

func TestFlippedBitsCrashNothing(t *testing.T) {
	whole, r := sample(t), rand.New(rand.NewPCG(3, 4))
	var files [][]byte
	for range 200 {
		file := bytes.Clone(whole)
		page, offset := r.IntN(len(whole)/pageSize), r.IntN(pageSize)
		if r.IntN(2) == 0 {
			offset %= 64 // where the structure is
		}
		at(file, page)[offset] ^= 1 << r.IntN(8)
		files = append(files, file)
	}
	verdicts(t, files)
}

// pageKind is the flag of a page, at byte 8.
type pageKind uint16

const (
	branch   pageKind = 1
	freelist pageKind = 16
)

// pagesOf returns the numbers of the pages of a kind, those no longer in use included.
func pagesOf(file []byte, kind pageKind) (pages []int) {
	for i := 2; i < len(file)/pageSize; i++ {
		if pageKind(binary.NativeEndian.Uint16(at(file, i)[8:])) == kind {
			pages = append(pages, i)
		}
	}
	return pages
}
