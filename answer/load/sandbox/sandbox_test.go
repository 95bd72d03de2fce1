package sandbox

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"testing/iotest"
	"time"

	"verbatim/answer"
	"verbatim/answer/load"
	"verbatim/answer/text"
)

// roles are what this binary is when its first argument names one: the child, of which the
// fiend does to itself what its input says, and the process that makes hostile files.
var roles = map[string]func() error{
	"child": func() error { return Serve(os.Stdin, os.Stdout) },
	"fiend": func() error { return errors.Join(limit(), serve(os.Stdin, os.Stdout, fiend)) },
	"make": func() error {
		first, _ := strconv.Atoi(os.Args[3])
		n, _ := strconv.Atoi(os.Args[4])
		scale, _ = strconv.Atoi(os.Args[5])
		return makeFiles(os.Args[2], first, n)
	},
}

func TestMain(m *testing.M) {
	if len(os.Args) > 1 && roles[os.Args[1]] != nil {
		if err := roles[os.Args[1]](); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// sandboxOf returns a sandbox of children with a name.
func sandboxOf(t testing.TB, name string) *Sandbox {
	s := New(func() *exec.Cmd { return exec.Command(os.Args[0], name) })
	s.patience = time.Minute // as the machine may be busy
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

// fiend parses as an honest child does, but for articles whose text tells it to do harm.
func fiend(in load.Input, r io.Reader, steps load.Steps) iter.Seq[load.Item] {
	return func(yield func(load.Item) bool) {
		for it := range in.Items(context.Background(), r, steps) {
			if a := it.Article; a != nil {
				if long, ok := preparations[a.Text]; ok {
					steps.Aside(long)
				}
				it = harm(a.Text, it)
			}
			if !yield(it) {
				return
			}
		}
	}
}

// preparations are what the fiend is at before it answers, and where it takes longer than a child has for an input.
var preparations = map[string]func(){
	"prepare": func() { <-time.After(2 * hurry) },
	"stall":   func() { select {} },
}

// hurry is how long a child has where it is to take too long.
const hurry = time.Second / 2

func harm(order string, it load.Item) load.Item {
	switch order {
	case "hang":
		for turn := 0; ; turn++ {
			it.Bytes = int64(turn)
		}
	case "eat":
		for {
			eaten = append(eaten, bytes.Repeat([]byte("x"), 32<<20))
		}
	case "dive":
		return dive(it)
	case "panic":
		panic("a secret of the article")
	case "exit":
		os.Exit(0)
	case "babble":
		fmt.Println(strings.Repeat("babble ", 100_000))
	case "lie":
		it.Article = &answer.Article{ID: "a", Text: "Lies \xff"}
	case "furnish":
		it.Article.Furniture = []text.Span{{Start: 3, End: 1 << 40}}
	case "boast":
		it.Article.Title = strings.Repeat("x", maxReport)
	case "environ":
		it.Note, it.Article = fmt.Sprintf("%q", os.Environ()), nil
	}
	if path, ok := strings.CutPrefix(order, "write "); ok {
		it.Note, it.Article = fmt.Sprint(os.WriteFile(path, []byte("x"), 0o600)), nil
	}
	return it
}

var eaten [][]byte

// dive recurses for as long as the stack goes.
func dive(it load.Item) load.Item {
	if it.Name == "" {
		return it
	}
	it.Name += "."[:len(it.Name)%2]
	it = dive(it)
	it.Bytes++
	return it
}

// upload returns what becomes of a file: the text of an article, an error, or a note.
func upload(ctx context.Context, name, content string, p load.Parser) []string {
	var all []string
	for it := range load.Upload(ctx, name, strings.NewReader(content), load.Options{Parse: p}) {
		switch {
		case it.Article != nil:
			all = append(all, it.Article.Text)
		case it.Err != nil:
			all = append(all, it.Err.Error())
		default:
			all = append(all, it.Note)
		}
	}
	return all
}

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

const news = "Crane lost in harbour\n\nBy Jane Doe\n\nPublished 1 March 2019\n\nThe crane sank in the night, said Ann Lee, who runs the harbour. Nobody was hurt.\n"

func TestChildParsesAsThisProcessDoes(t *testing.T) {
	s := sandboxOf(t, "child")
	long := strings.Repeat(news, 1000)
	lines := strings.Repeat(`{"id": "a", "text": "Ants walk. And so on.", "furniture": [], "collections": ["b", "c"]}`+"\n{}\n\n", 500)
	packed := zipOf(t, "a.txt", news, "b.md", "# Bees\n\nBees hum.", "c.png", "x", "d.jsonl", lines, "e.zip", "x", "f.html", "<p>"+long, "g.txt", "\xff")
	for name, content := range map[string]string{
		"a.txt": news, "long.txt": long, "empty.txt": "", "nul.txt": "a\x00b", "a.md": "# Bees\n\nBees hum.", "a.html": "<title>Bees</title><p>" + long,
		"a.jsonl": lines, "a.zip": packed, "cut.zip": packed[:len(packed)/2], "untold": packed, "a.png": "x", "large.txt": strings.Repeat("x", 21<<20),
	} {
		gather := func(p load.Parser) (all []load.Item) {
			return slices.Collect(load.Upload(t.Context(), name, strings.NewReader(content), load.Options{Parse: p}))
		}
		here, there := gather(nil), gather(s.Parse)
		if len(here) != len(there) {
			t.Errorf("%s: %d items, want %d", name, len(there), len(here))
			continue
		}
		for i := range here {
			here[i].Bytes, there[i].Bytes = 0, 0 // an archive is read in other pieces
			if !reflect.DeepEqual(here[i], there[i]) {
				t.Errorf("%s: %+v, want %+v", name, there[i], here[i])
			}
		}
	}
	if len(s.all) > 1 {
		t.Errorf("%d children for one caller", len(s.all))
	}
}

func TestBytesAreCounted(t *testing.T) {
	s, packed := sandboxOf(t, "child"), zipOf(t, "a.txt", strings.Repeat(news, 1000), "b.txt", news)
	for name, content := range map[string]string{"a.txt": news, "a.zip": packed} {
		var n int64
		for it := range load.Upload(t.Context(), name, strings.NewReader(content), load.Options{Parse: s.Parse}) {
			n += it.Bytes
		}
		if n < int64(len(content)) {
			t.Errorf("%s: %d bytes of %d", name, n, len(content))
		}
	}
}

func TestInputThatCannotBeRead(t *testing.T) {
	s := sandboxOf(t, "child")
	for _, name := range []string{"a.txt", "a.jsonl", "a.zip"} {
		var got []string
		r := io.MultiReader(strings.NewReader(`{"text": "Ants`), iotest.ErrReader(io.ErrUnexpectedEOF))
		for it := range load.Upload(t.Context(), name, r, load.Options{Parse: s.Parse}) {
			got = append(got, fmt.Sprint(it.Err))
		}
		if len(got) != 1 || !strings.HasSuffix(got[0], ": is cut short; copy or download it again") {
			t.Errorf("%s: %q", name, got)
		}
	}
}

// harms are what an article can do to a fiend, and what people are told.
var harms = map[string]string{
	"hang":    "takes longer than",
	"eat":     "needs more than 1.0 GiB of memory to read",
	"dive":    "is nested too deeply",
	"panic":   "makes the program that reads it fail",
	"exit":    "makes the program that reads it fail",
	"babble":  "makes the program that reads it fail",
	"lie":     "makes the program that reads it fail",
	"furnish": "makes the program that reads it fail",
	"boast":   "makes the program that reads it fail",
}

func TestHarmEndsTheChildAlone(t *testing.T) {
	s := sandboxOf(t, "fiend")
	for order, want := range harms {
		if order == "eat" && dataLimit == math.MaxUint64 {
			continue
		}
		if order == "hang" {
			s.patience = hurry
		}
		got := upload(t.Context(), "a.txt", order, s.Parse)
		s.patience = time.Minute
		if len(got) != 1 || !strings.HasPrefix(got[0], "a.txt: ") || !strings.Contains(got[0], want) || strings.ContainsAny(got[0], "\n") || strings.Contains(got[0], "secret") {
			t.Errorf("%s: %q, want one with %q", order, got, want)
		}
		if got := upload(t.Context(), "b.txt", "Bees hum.", s.Parse); !slices.Equal(got, []string{"Bees hum."}) {
			t.Errorf("after %s: %q", order, got)
		}
	}
}

func TestWhatAChildPreparesIsNoTimeOfItsInput(t *testing.T) {
	s := sandboxOf(t, "fiend")
	s.patience = hurry
	want := []string{"prepare"}
	if got := upload(t.Context(), "a.txt", "prepare", s.Parse); !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	if got := upload(t.Context(), "a.txt", "prepare", s.Parse); len(got) != 1 || !strings.Contains(got[0], "makes the program that reads it fail") {
		t.Errorf("once more: %q", got)
	}
	s.preparation = hurry
	if got := upload(t.Context(), "a.txt", "stall", s.Parse); len(got) != 1 || !strings.Contains(got[0], "was not ready within 60 s; save") {
		t.Errorf("for ever: %q", got)
	}
}

func TestArchiveGoesOnAfterAMemberThatHarms(t *testing.T) {
	s := sandboxOf(t, "fiend")
	fails := ": cannot be read: it makes the program that reads it fail; save its text as .txt"
	for name, test := range map[string]struct{ files, want []string }{
		"one":   {[]string{"a.txt", "Ants.", "b.txt", "exit", "c.txt", "Cats.", "d.txt", "Dogs."}, []string{"Ants.", "z.zip/b.txt" + fails, "Cats.", "Dogs."}},
		"last":  {[]string{"a.txt", "Ants.", "b.txt", "exit"}, []string{"Ants.", "z.zip/b.txt" + fails}},
		"lines": {[]string{"a.jsonl", `{"text": "Ants."}` + "\n" + `{"text": "exit"}` + "\n" + `{"text": "Owls."}`, "b.txt", "Bees."}, []string{"z.zip/a.jsonl" + fails, "Bees."}},
		"many": {[]string{"a.txt", "exit", "b.txt", "exit", "c.txt", "Cats.", "d.txt", "exit", "e.txt", "Owls."},
			[]string{"z.zip/a.txt" + fails, "z.zip/b.txt" + fails, "Cats.", "z.zip/d.txt" + fails, "z.zip: is read no further: 3 of its files could not be read safely; take them out"}},
	} {
		got := upload(t.Context(), "z.zip", zipOf(t, test.files...), s.Parse)
		if got = slices.DeleteFunc(got, func(g string) bool { return name == "lines" && g == "Ants." }); !slices.Equal(got, test.want) {
			t.Errorf("%s: %q, want %q", name, got, test.want)
		}
	}
}

func TestChildHasNothingToLose(t *testing.T) {
	t.Setenv("SLACK_BOT_TOKEN", "a secret")
	s := sandboxOf(t, "fiend")
	scratch, cache := t.TempDir(), t.TempDir()
	t.Setenv("TMPDIR", scratch)
	t.Setenv("XDG_CACHE_HOME", cache)
	if got := upload(t.Context(), "a.txt", "environ", s.Parse); !slices.Equal(got, []string{fmt.Sprintf(`["TMPDIR=%s" "XDG_CACHE_HOME=%s"]`, scratch, cache)}) {
		t.Errorf("its environment is %q", got)
	}
	path := filepath.Join(t.TempDir(), "a")
	got := upload(t.Context(), "a.txt", "write "+path, s.Parse)
	if data, err := os.ReadFile(path); len(data) > 0 || len(got) != 1 || got[0] == "<nil>" {
		t.Errorf("it wrote %q (%v): %q", data, err, got)
	}
}

func TestCallerThatGoesAwayEndsTheChild(t *testing.T) {
	s := sandboxOf(t, "fiend")
	ctx, cancel := context.WithCancel(t.Context())
	time.AfterFunc(100*time.Millisecond, cancel)
	var errs []error
	for it := range load.Upload(ctx, "a.txt", strings.NewReader("hang"), load.Options{Parse: s.Parse}) {
		errs = append(errs, it.Err)
	}
	if len(errs) != 1 || !errors.Is(errs[0], context.Canceled) || len(s.all) != 0 {
		t.Errorf("errors %v, %d children left", errs, len(s.all))
	}
	for range load.Upload(t.Context(), "a.jsonl", strings.NewReader(strings.Repeat(`{"text": "Ants."}`+"\n", 9)), load.Options{Parse: s.Parse}) {
		break
	}
	if len(s.all) != 0 {
		t.Errorf("%d children left", len(s.all))
	}
}

func TestChildThatIsKilledIsReplaced(t *testing.T) {
	s := sandboxOf(t, "child")
	for range 3 {
		if got := upload(t.Context(), "a.txt", "Ants walk.", s.Parse); !slices.Equal(got, []string{"Ants walk."}) {
			t.Errorf("%q", got)
		}
		p := s.idle[0]
		p.kill()
		<-p.gone
	}
}

func TestManyCallersShareFewChildren(t *testing.T) {
	s := sandboxOf(t, "child")
	var all sync.WaitGroup
	for i := range 20 {
		all.Go(func() {
			want := fmt.Sprintf("Ants walk in %d rows.", i)
			if got := upload(t.Context(), "a.txt", want, s.Parse); !slices.Equal(got, []string{want}) {
				t.Errorf("%q", got)
			}
		})
	}
	all.Wait()
	if n := len(s.all); n < 1 || n > children {
		t.Errorf("%d children", n)
	}
}

func TestClosedSandboxHasNoChildren(t *testing.T) {
	s := sandboxOf(t, "fiend")
	upload(t.Context(), "a.txt", "Ants walk.", s.Parse)
	p := s.idle[0]
	time.AfterFunc(100*time.Millisecond, func() { s.Close() })
	for range 2 { // while it is parsed, and after
		if got := upload(t.Context(), "a.txt", "hang", s.Parse); !slices.Equal(got, []string{"a.txt: " + errClosed.Error()}) {
			t.Errorf("%q", got)
		}
	}
	if p.cmd.ProcessState == nil || len(s.all)+len(s.idle) != 0 {
		t.Errorf("%v is left", p.cmd)
	}
}

func TestChildrenRestForAWhile(t *testing.T) {
	s := sandboxOf(t, "child")
	upload(t.Context(), "a.txt", "Ants walk.", s.Parse)
	s.sweep()
	if len(s.idle) != 1 {
		t.Error("it was ended at once")
	}
	s.idle[0].idle = time.Now().Add(-idleness)
	s.sweep()
	if len(s.idle)+len(s.all) != 0 {
		t.Error("it was not ended")
	}
}

func TestChildThatDoesNotStart(t *testing.T) {
	s := New(func() *exec.Cmd { return exec.Command(filepath.Join(t.TempDir(), "none")) })
	got := upload(t.Context(), "a.txt", "Ants walk.", s.Parse)
	if len(got) != 1 || !strings.HasPrefix(got[0], "a.txt: cannot be read: the program that reads files does not start") {
		t.Errorf("%q", got)
	}
}
