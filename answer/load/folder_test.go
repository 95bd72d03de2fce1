package load

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestFolder(t *testing.T) {
	dir := write(t, map[string]string{
		"b.txt": "Bees hum.", "a.txt": "Ants walk.", "deep/c.md": "Cats purr.", "deep/a.txt": "Ants run.", "deep/lines.jsonl": `{"id": "x", "text": "Owls see."}`,
		".hidden.txt": "h", ".git/a.txt": "h", "__MACOSX/b.txt": "h", "Thumbs.db": "h", "x.png": "h", "deep/y.PNG": "h", "z.epub": "h", "README": "h",
	})
	articles, errs, notes := all(Each(t.Context(), []string{dir}, Options{}))
	if got, want := ids(articles), "a.txt b.txt deep/a.txt c.md x"; got != want {
		t.Errorf("articles %s, want %s", got, want)
	}
	if len(errs) > 0 {
		t.Errorf("errors %q", errs)
	}
	if want := dir + ": left out 1 .epub, 2 .png, 1 without an ending; " + kindsRead + " are read"; !slices.Equal(notes, []string{want}) {
		t.Errorf("notes %q", notes)
	}
}

func TestSameNameInAFolderNamesBothByTheirPath(t *testing.T) {
	dir := write(t, map[string]string{"one/a.txt": "Ants walk.", "two/a.txt": "Ants run.", "two/b.txt": "Bees hum."})
	articles, _, _ := all(Each(t.Context(), []string{dir}, Options{}))
	if got := ids(articles); got != "one/a.txt two/a.txt b.txt" {
		t.Errorf("articles %s", got)
	}
}

func TestFolderWithoutArticles(t *testing.T) {
	for _, test := range []struct {
		files map[string]string
		want  string
	}{
		{nil, "has no article in it; "},
		{map[string]string{".DS_Store": "x"}, "has no article in it; "},
		{map[string]string{"a.epub": "x", "b.epub": "x"}, "has no article in it, only 2 .epub; "},
	} {
		_, errs, _ := all(Each(t.Context(), []string{write(t, test.files)}, Options{}))
		if len(errs) != 1 || !strings.Contains(errs[0], test.want) {
			t.Errorf("%v: %q", test.files, errs)
		}
	}
}

func TestLinksInAFolder(t *testing.T) {
	dir := write(t, map[string]string{"a.txt": "Ants walk.", "deep/b.txt": "Bees hum."})
	for link, to := range map[string]string{"deep/loop": "..", "self": "self", "file.txt": "a.txt", "gone.txt": "nowhere"} {
		if err := os.Symlink(to, filepath.Join(dir, link)); err != nil {
			t.Skip("no links here:", err)
		}
	}
	articles, errs, _ := all(Each(t.Context(), []string{dir}, Options{}))
	if got := ids(articles); got != "a.txt b.txt file.txt" {
		t.Errorf("articles %s", got)
	}
	if len(errs) != 2 || !strings.Contains(errs[0], "gone.txt: there is no such file") || !strings.Contains(errs[1], "self: cannot be read") {
		t.Errorf("errors %q", errs)
	}
	link := filepath.Join(t.TempDir(), "link")
	if err := os.Symlink(dir, link); err != nil {
		t.Fatal(err)
	}
	if again, _, _ := all(Each(t.Context(), []string{link}, Options{})); len(again) != len(articles) {
		t.Errorf("through a link to the folder came %s", ids(again))
	}
}
