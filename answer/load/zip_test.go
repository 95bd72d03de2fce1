package load

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// zipOf packs files, given as names and contents in turn.
func zipOf(t testing.TB, files ...string) string {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := 0; i < len(files); i += 2 {
		f, err := w.Create(files[i])
		if err == nil {
			_, err = io.WriteString(f, files[i+1])
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestArchive(t *testing.T) {
	path := filepath.Join(t.TempDir(), "news.zip")
	packed := zipOf(t, "b/", "", "b/bees.txt", "Bees hum.", "a/ants.txt", "Ants walk.", `win\ants.txt`, "Ants run.", "x.jsonl", `{"text": "Owls see."}`+"\n{",
		"../up.md", "# Up\n\nCats purr.", "__MACOSX/._bees.txt", "noise", "a/.DS_Store", "noise", "pic.png", "x", "inner.zip", zipOf(t, "a.txt", "x"))
	if err := os.WriteFile(path, []byte(packed), 0o600); err != nil {
		t.Fatal(err)
	}
	articles, errs, notes := all(Each(t.Context(), []string{path}, Options{}))
	if got, want := ids(articles), "bees.txt a/ants.txt win/ants.txt x.jsonl:1 up.md"; got != want {
		t.Errorf("articles %s, want %s", got, want)
	}
	if len(errs) != 2 || !strings.HasPrefix(errs[0], path+"/x.jsonl:2: is not JSON") || !strings.HasPrefix(errs[1], path+"/inner.zip: is an archive in an archive") {
		t.Errorf("errors %q", errs)
	}
	if len(notes) != 1 || !strings.Contains(notes[0], "left out 1 .png") {
		t.Errorf("notes %q", notes)
	}
}

// A process that is killed leaves no temporary file behind.
func TestAnArchiveThatIsNoFileHasNoName(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("an open file keeps its name on Windows")
	}
	folder := t.TempDir()
	t.Setenv("TMPDIR", folder)
	f, done, err := asFile(strings.NewReader("Ants walk."))
	if err != nil {
		t.Fatal(err)
	}
	defer done()
	left, err := os.ReadDir(folder)
	if err != nil || len(left) > 0 {
		t.Errorf("left are %v, %v", left, err)
	}
	held := make([]byte, 4)
	if _, err := f.ReadAt(held, 0); err != nil || string(held) != "Ants" {
		t.Errorf("it holds %q, %v", held, err)
	}
}

func TestArchiveThatIsLockedDamagedOrCut(t *testing.T) {
	whole := zipOf(t, "a.txt", strings.Repeat("Ants walk. ", 200), "b.txt", "Bees hum.")
	locked := []byte(whole)
	central := bytes.Index(locked, []byte("PK\x01\x02"))
	binary.LittleEndian.PutUint16(locked[central+8:], 1)
	damaged := []byte(whole)
	for i := range 8 {
		damaged[40+i] ^= 0xff
	}
	for _, test := range []struct{ name, data, articles, want string }{
		{"locked", string(locked), "b.txt", "a.zip/a.txt: is locked with a password"},
		{"damaged", string(damaged), "b.txt", "a.zip/a.txt: is damaged"},
		{"cut", whole[:len(whole)-30], "", "a.zip: is no zip archive, or one cut short"},
		{"empty", zipOf(t), "", "a.zip: has no article in it"},
		{"large", zipOf(t, "a.txt", strings.Repeat("x", 3000), "b.txt", "Bees hum."), "b.txt", "a.zip/a.txt: is larger than 2.9 KiB"},
	} {
		articles, errs, _ := all(Upload(t.Context(), "a.zip", strings.NewReader(test.data), Options{MaxArticle: 2999}))
		if ids(articles) != test.articles || len(errs) != 1 || !strings.HasPrefix(errs[0], test.want) {
			t.Errorf("%s: %s, %q", test.name, ids(articles), errs)
		}
	}
}

func TestArchiveUnpacksNoMoreThanItsBudget(t *testing.T) {
	var got []string
	l := newLoader(t.Context(), Options{}, func(it Item) bool {
		got = append(got, it.Name)
		return it.Err == nil || strings.Contains(it.Err.Error(), "past 2.0 GiB unpacked")
	})
	packed := zipOf(t, "a.jsonl", `{"text": "Ants walk."}`+"\n"+`{"text": "`+strings.Repeat("x", 1<<20)+`"}`)
	z, err := zip.NewReader(strings.NewReader(packed), int64(len(packed)))
	if err != nil {
		t.Fatal(err)
	}
	left := budget{100_000, 10}
	if ok := l.member(z.File[0], source{name: "a.jsonl", id: "a.jsonl", kind: jsonLines, budget: &left}); !ok || !left.spent() {
		t.Errorf("went on: %v, %v left", ok, left)
	}
	if strings.Join(got, " ") != "a.jsonl:1 a.jsonl:2" {
		t.Errorf("items %q", got)
	}
}

func TestArchiveWithTooManyFiles(t *testing.T) {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for range maxMembers + 1 {
		if _, err := w.CreateHeader(&zip.FileHeader{Name: "a.txt"}); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	_, errs, _ := all(Upload(t.Context(), "a.zip", &b, Options{}))
	if len(errs) != 1 || !strings.Contains(errs[0], "has 100001 files in it, and 100000 are the most") {
		t.Errorf("errors %q", errs)
	}
}

func TestArchiveHoldsNoMoreArticlesThanItsBudget(t *testing.T) {
	l := newLoader(t.Context(), Options{}, func(it Item) bool {
		return it.Err == nil || strings.HasPrefix(it.Err.Error(), "a.jsonl:3: takes its archive past")
	})
	left := budget{1000, 2}
	lines := strings.NewReader(strings.Repeat(`{"text": "Ants walk."}`+"\n", 9))
	if ok := l.lines(source{name: "a.jsonl", id: "a.jsonl", budget: &left, Reader: lines}); !ok || !left.spent() {
		t.Errorf("went on: %v, %v left", ok, left)
	}
}

func TestMemberNamesAreNamesOnly(t *testing.T) {
	long := strings.Repeat("x", 3000) + ".txt"
	packed := zipOf(t, "../../etc/cron.txt", "Ants walk.", "/root/a\x1b[2J\u202etxt.txt", "Bees hum.", `C:\up\..\..\b.txt`, "Cats purr.", long, "Dogs bark.")
	articles, errs, _ := all(Upload(t.Context(), "a.zip", strings.NewReader(packed), Options{}))
	if got, want := ids(articles), "cron.txt a\ufffd[2J\ufffdtxt.txt b.txt"; got != want {
		t.Errorf("articles %q, want %q", got, want)
	}
	if len(errs) != 1 || len(errs[0]) > 400 || !strings.Contains(errs[0], "its id has 3004 bytes") {
		t.Errorf("errors %q", errs)
	}
}

// Archives of older systems have names in code page 437. Two of them must not become one: one
// article would take the place of the other.
func TestMemberNamesOfOtherCodePages(t *testing.T) {
	packed := zipOf(t, "M\x81nchen.txt", "Beer is dear.", "M\x84nchen.txt", "Beer is cheap.", "Zürich.txt", "Beer is rare.")
	articles, errs, _ := all(Upload(t.Context(), "a.zip", strings.NewReader(packed), Options{}))
	if got, want := ids(articles), "München.txt Mänchen.txt Zürich.txt"; got != want || len(errs) > 0 {
		t.Errorf("%q, want %q; %q", got, want, errs)
	}
}

func TestArchiveThatIsADocument(t *testing.T) {
	packed := docxOf(t, para("Ants walk."), "[Content_Types].xml", "<Types/>")
	articles, errs, _ := all(Each(t.Context(), []string{"-"}, Options{Stdin: strings.NewReader(packed)}))
	if len(articles) != 1 || articles[0].Text != "Ants walk." {
		t.Errorf("%v, %q", articles, errs)
	}
}
