package bot

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"io"
	"strings"
	"testing"

	"verbatim/answer"
)

// zipped returns an archive of files, each a name and what is in it.
func zipped(t *testing.T, files ...string) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(files); i += 2 {
		w, err := z.Create(files[i])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(w, files[i+1]); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// What is exported knows the collections of its articles, and is loaded into them again.
func TestWhatIsExportedIsLoadedIntoItsCollections(t *testing.T) {
	b, _ := newBot(t, &answer.Article{ID: "moon.txt", Title: "The moon", Text: rocks}, &answer.Article{ID: "sea.txt", Title: "The sea", Text: oceans})
	ask(t, b, keeper("ann"), "/collections put sea in:Water")
	var archive bytes.Buffer
	if err := ask(t, b, keeper("ann"), "/articles export").Files[0].Write(t.Context(), &archive); err != nil {
		t.Fatal(err)
	}
	other, _ := newBot(t)
	says(t, other.Handle(t.Context(), sends(keeper("bob"), "add in:All", "a.zip", archive.String())), "Loaded 2 articles.")
	says(t, ask(t, other, keeper("bob"), "/collections"), "Water: 1 article", "All: 2 articles")
}

// What cannot be the name of a collection is told before anything is loaded.
func TestNothingIsLoadedIntoWhatIsNoCollection(t *testing.T) {
	b, log := newBot(t, &answer.Article{ID: "moon.txt", Title: "The moon", Text: rocks})
	for _, name := range []string{"!!!", strings.Repeat("x", 101)} {
		r := b.Handle(t.Context(), sends(keeper("ann"), "add in:"+name, "sea.txt", oceans))
		says(t, r, string(whichCollection))
		says(t, ask(t, b, keeper("ann"), "/collections put moon in:"+name), string(whichCollection))
	}
	has(t, b, "moon.txt")
	says(t, ask(t, b, keeper("ann"), "/collections take moon in:Nowhere"), "There is no collection named “Nowhere”.")
	if log.Len() > 0 {
		t.Errorf("logged is %s", log)
	}
}

// However many files are refused, and whatever they are called, what is said of them is short.
func TestWhatIsSaidOfManyFilesIsShort(t *testing.T) {
	b, _ := newBot(t)
	long := strings.Repeat("x", 30_000)
	files := []string{long + ".bin", "?", long + ".txt", rocks, "one.txt", oceans}
	for i := range 500 {
		files = append(files, fmt.Sprint(i, ".txt"), "", fmt.Sprint("__MACOSX/._", i, ".txt"), "x", fmt.Sprint(i, long[:200], ".mp3"), "x")
	}
	m := sends(keeper("ann"), "add", long+".zip", zipped(t, files...))
	longest := 0
	m.Meanwhile = func(r Reply) { longest = max(longest, len(whole(r))) }
	r := b.Handle(t.Context(), m)
	says(t, r, "Loaded 1 article", "not loaded")
	if n := len(whole(r)); n > 20_000 || longest > 2000 {
		t.Errorf("it says %d characters, and %d meanwhile", n, longest)
	}
	r = b.Handle(t.Context(), sends(keeper("ann"), "/articles replace one", long+".txt", ""))
	if n := len(whole(r)); n > 1000 {
		t.Errorf("of one it says %d characters", n)
	}
}

// A load that is broken off tells what it loaded before.
func TestALoadThatIsBrokenOffTellsWhatIsThere(t *testing.T) {
	b, _ := newBot(t)
	ctx, end := context.WithCancel(t.Context())
	m := sends(keeper("ann"), "add", "rocks.txt", rocks)
	m.Files = append(m.Files, File{Name: "never.txt", Open: func(ctx context.Context) (io.ReadCloser, error) {
		<-ctx.Done()
		return nil, ctx.Err()
	}})
	m.Meanwhile = func(r Reply) {
		if strings.Contains(plain(r), "so far") {
			end()
		}
	}
	r := b.Handle(ctx, m)
	has(t, b, "rocks.txt")
	says(t, r, "Loaded 1 article.", brokenOff, "rocks.txt", "[Undo]")
}

// A link that is filled in beside a file is the article's.
func TestTheLinkOfAFormIsOfItsFileToo(t *testing.T) {
	b, _ := newBot(t)
	form := ask(t, b, keeper("ann"), "/articles add").Form
	m := sends(keeper("ann"), "", "rocks.txt", rocks)
	m.Action, m.Fields = &form.Pressed, map[string]string{"link": "https://example.org/rocks", "title": "On rocks"}
	says(t, b.Handle(t.Context(), m), "Loaded 1 article.")
	says(t, ask(t, b, keeper("ann"), "/articles show rocks.txt"), "On rocks", "https://example.org/rocks")
}

// What a file tells of collections is not always a name; its articles are loaded all the same.
func TestAFileWithNamesOfNoCollectionIsLoaded(t *testing.T) {
	b, log := newBot(t)
	line := `{"id":"sea","text":"` + oceans + `","collections":["!!!","Water",""]}`
	r := b.Handle(t.Context(), sends(keeper("ann"), "add", "a.jsonl", line))
	says(t, r, "Loaded 1 article.", "[Undo]")
	says(t, ask(t, b, keeper("ann"), "/collections"), "Water: 1 article")
	if strings.Contains(whole(r), brokenOff) || log.Len() > 0 {
		t.Errorf("it says %s, and logs %s", whole(r), log)
	}
}
