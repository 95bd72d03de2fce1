package bot

import (
	"bytes"
	"context"
	"io"
	"slices"
	"strings"
	"testing"

	"verbatim/answer"
)

// keeper is someone who looks after the bot, and may be sent forms and files.
func keeper(user string) Message {
	m := someone(user)
	m.ID = "m-" + user
	m.User.Name = strings.ToUpper(user)
	m.User.Admin = func(context.Context) (bool, error) { return true, nil }
	m.Forms, m.Largest, m.Where = true, 1<<20, "#news"
	return m
}

// sends returns a message with files, each a name and what is in it.
func sends(m Message, text string, files ...string) Message {
	m.Text = text
	for i := 0; i < len(files); i += 2 {
		content := files[i+1]
		m.Files = append(m.Files, File{Name: files[i], Size: int64(len(content)), Open: func(context.Context) (io.ReadCloser, error) {
			return io.NopCloser(strings.NewReader(content)), nil
		}})
	}
	return m
}

// whole returns all words of a reply: what plain does, and what is said of items.
func whole(r Reply) string {
	lines := []string{plain(r)}
	for _, b := range r.Blocks {
		if l, ok := b.(List); ok {
			for _, i := range l.Items {
				lines = append(lines, i.Name+": "+i.About)
			}
		}
	}
	for _, a := range r.Actions {
		lines = append(lines, "["+a.Label+"]")
	}
	return strings.Join(lines, "\n")
}

func says(t *testing.T, r Reply, words ...string) {
	t.Helper()
	for _, w := range words {
		if !strings.Contains(whole(r), w) {
			t.Fatalf("it does not say %q:\n%s", w, whole(r))
		}
	}
}

// ids returns what the library holds.
func ids(t *testing.T, b *Bot) (all []string) {
	t.Helper()
	library, err := b.tenants.Library("here")
	if err != nil {
		t.Fatal(err)
	}
	for a, err := range library.Articles(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, a.ID)
	}
	slices.Sort(all)
	return all
}

func has(t *testing.T, b *Bot, want ...string) {
	t.Helper()
	if got := ids(t, b); !slices.Equal(got, want) {
		t.Fatalf("the articles are %q, want %q", got, want)
	}
}

const (
	rocks  = "The moon is made of rock, said Ada Lovelace, a geologist."
	oceans = "The ocean is eleven kilometres deep."
)

func TestFilesAreLoadedToldAndTakenBack(t *testing.T) {
	b, _ := newBot(t)
	r := b.Handle(t.Context(), sends(keeper("ann"), "add", "rocks.txt", rocks, "oceans.txt", oceans, "empty.txt", "", "song.mp3", "ID3"))
	says(t, r, "Loaded 2 articles (2 not loaded).", "rocks.txt: English, 11 words, 1 sentence", "empty.txt: is empty", "song.mp3: is of a kind", "[Undo]")
	has(t, b, "oceans.txt", "rocks.txt")
	says(t, press(t, b, keeper("ann"), r, showLabel), "rocks.txt", "English", "[Take out]")
	says(t, press(t, b, keeper("ann"), r, undoLabel), "Change 1 is taken back: took out 2 articles.")
	has(t, b)
	says(t, ask(t, b, keeper("bob"), "/articles undo 2"), "put back 2 articles")
	has(t, b, "oceans.txt", "rocks.txt")
}

// The chat may hand over a message again, and after a restart the bot handles it again.
func TestALoadThatComesAgainIsTheSameLoad(t *testing.T) {
	b, _ := newBot(t)
	m := sends(keeper("ann"), "add", "rocks.txt", rocks)
	b.Handle(t.Context(), m)
	b.Handle(t.Context(), m)
	has(t, b, "rocks.txt")
	h := ask(t, b, keeper("ann"), "/articles history")
	says(t, h, "1: loaded 1 article: ANN, ", "#news, “rocks.txt”")
	if strings.Contains(whole(h), "2: ") {
		t.Errorf("it is two changes:\n%s", whole(h))
	}
}

// The history names people as others know them, where the chat tells that with nothing but an id.
func TestTheHistoryNamesPeople(t *testing.T) {
	b, _ := newBot(t)
	m := sends(keeper("u1"), "add", "rocks.txt", rocks)
	m.User.Name, m.User.Called = "", func(context.Context) string { return "Ann Lee" }
	b.Handle(t.Context(), m)
	says(t, ask(t, b, keeper("ann"), "/articles history"), "loaded 1 article: Ann Lee, ")
}

func TestAPastedTextIsLoadedFromAForm(t *testing.T) {
	b, _ := newBot(t)
	r := ask(t, b, keeper("ann"), "/articles add")
	if r.Form == nil || !r.Private {
		t.Fatalf("there is no form in %+v", r)
	}
	m := keeper("ann")
	m.Action = &r.Form.Pressed
	m.Fields = map[string]string{"text": rocks, "title": "On rocks", "outlet": "The Wire", "date": "2019-03", "link": "https://example.org/rocks"}
	says(t, b.Handle(t.Context(), m), "Loaded 1 article.", "On rocks: The Wire, March 2019, English")
	says(t, ask(t, b, keeper("bob"), "What is the moon made of?"), rocks)
	m.Fields = map[string]string{}
	says(t, b.Handle(t.Context(), m), string(nothingToLoad))
}

func TestWithoutFormsAButtonOpensOne(t *testing.T) {
	b, _ := newBot(t)
	m := keeper("ann")
	m.Forms = false
	r := ask(t, b, m, "/articles add")
	says(t, r, "[Open the form]")
	if r = press(t, b, keeper("ann"), r, formLabel); r.Form == nil {
		t.Errorf("no form opens: %q", plain(r))
	}
}

func TestAMessageWithFilesIsLoadedFromItsMenu(t *testing.T) {
	b, _ := newBot(t)
	m := sends(keeper("ann"), "look at this", "rocks.txt", rocks)
	m.Load = true
	says(t, b.Handle(t.Context(), m), "Loaded 1 article.")
	m.Files = nil
	says(t, b.Handle(t.Context(), m), string(nothingToLoad))
}

func TestAnArticleIsTakenOutAfterAQuestion(t *testing.T) {
	b, _ := newBot(t, &answer.Article{ID: "moon.txt", Title: "The moon", Text: rocks}, &answer.Article{ID: "sea.txt", Title: "The sea", Text: oceans})
	r := ask(t, b, keeper("ann"), "/articles remove moon")
	says(t, r, "Take out “The moon”?", "[Take out]", "[Keep it]")
	has(t, b, "moon.txt", "sea.txt")
	says(t, press(t, b, keeper("ann"), r, keepLabel), "“The moon” stays.")
	has(t, b, "moon.txt", "sea.txt")
	says(t, press(t, b, keeper("ann"), r, removeLabel), "“The moon” is taken out.", "[Undo]")
	has(t, b, "sea.txt")
	once := keeper("ann")
	once.ID = "once more"
	says(t, press(t, b, once, r, removeLabel), string(articleGone))
	says(t, ask(t, b, keeper("ann"), "/articles undo"), "put back 1 article")
	has(t, b, "moon.txt", "sea.txt")
}

// What became another article since the person was asked is not taken out.
func TestAChangedArticleIsNotTakenOut(t *testing.T) {
	b, _ := newBot(t, &answer.Article{ID: "moon.txt", Title: "The moon", Text: rocks})
	r := ask(t, b, keeper("ann"), "/articles remove moon")
	says(t, ask(t, b, keeper("bob"), `/articles replace moon title:"Moon rock"`), "“Moon rock” is changed.")
	says(t, press(t, b, keeper("ann"), r, removeLabel), string(changedMeanwhile))
	has(t, b, "moon.txt")
}

func TestAnArticleIsReplaced(t *testing.T) {
	b, _ := newBot(t, &answer.Article{ID: "moon.txt", Title: "The moon", Source: "The Wire", Text: rocks})
	says(t, b.Handle(t.Context(), sends(keeper("ann"), "/articles replace moon", "new.txt", oceans)), "“The moon” is changed.", "[Undo]")
	has(t, b, "moon.txt")
	says(t, ask(t, b, keeper("ann"), "How deep is the ocean?"), oceans)

	r := ask(t, b, keeper("ann"), "/articles replace moon")
	if r.Form == nil || r.Form.Fields[1].Value != oceans {
		t.Fatalf("the form is %+v", r.Form)
	}
	m := keeper("ann")
	m.Action, m.Fields = &r.Form.Pressed, map[string]string{"text": oceans, "title": "The sea", "outlet": "The Wave"}
	says(t, b.Handle(t.Context(), m), "“The sea” is changed.")
	says(t, ask(t, b, keeper("ann"), "/articles show sea"), "The Wave")
	m.ID = "once more"
	says(t, b.Handle(t.Context(), m), string(changedMeanwhile))
	says(t, b.Handle(t.Context(), sends(keeper("ann"), "/articles replace sea", "two.jsonl", `{"text":"one"}`+"\n"+`{"text":"two"}`)), string(oneInTheOther))
}

func TestUndoSaysWhyItCannot(t *testing.T) {
	b, _ := newBot(t)
	says(t, ask(t, b, keeper("ann"), "/articles undo"), string(nothingToUndo))
	says(t, ask(t, b, keeper("ann"), "/articles undo 7"), string(noSuchChange))
	says(t, ask(t, b, keeper("ann"), "/articles undo that"), string(noChangeNumber))
	for i, text := range []string{rocks, oceans} {
		m := sends(keeper("ann"), "add", "a.txt", text)
		m.ID = "load" + string(rune('0'+i))
		b.Handle(t.Context(), m)
	}
	says(t, ask(t, b, keeper("ann"), "/articles undo 1"), "“a.txt” was changed again by change 2. Take that back first.")
}

// Everything that changes the articles is done by those alone who look after them, also
// when they no longer do as they press.
func TestOnlyKeepersChangeArticles(t *testing.T) {
	b, _ := newBot(t, &answer.Article{ID: "moon.txt", Title: "The moon", Text: rocks})
	commands := []string{
		"/articles add https://example.org", "/articles add", "/articles replace moon", "/articles remove moon", "/articles undo",
		"/articles history", "/articles export", "/collections put moon in:x", "/collections take moon in:x", "/collections dissolve x", "/collections here all",
	}
	for _, c := range commands {
		says(t, ask(t, b, someone("eve"), c), string(forKeepers))
	}
	says(t, b.Handle(t.Context(), sends(someone("eve"), "add", "a.txt", oceans)), string(forKeepers))
	says(t, b.Handle(t.Context(), sends(someone("eve"), "", "a.txt", oceans)), string(forKeepers))
	load := sends(someone("eve"), "", "a.txt", oceans)
	load.Load = true
	says(t, b.Handle(t.Context(), load), string(forKeepers))

	asked := ask(t, b, keeper("ann"), "/articles remove moon")
	shown := ask(t, b, keeper("ann"), "/articles show moon")
	for _, p := range []struct {
		r     Reply
		label string
	}{{asked, removeLabel}, {asked, keepLabel}, {shown, removeLabel}, {shown, replaceLabel}} {
		says(t, press(t, b, someone("ann"), p.r, p.label), string(forKeepers)) // demoted meanwhile
		says(t, press(t, b, keeper("bob"), p.r, p.label), string(notYours))
	}
	has(t, b, "moon.txt")
}

func TestListIsChosenAndPaged(t *testing.T) {
	var all []*answer.Article
	for i := range articlesAPage + 2 {
		outlet := "The Wire"
		if i%2 == 0 {
			outlet = "The Wave"
		}
		all = append(all, &answer.Article{ID: string(rune('a' + i)), Source: outlet, Text: oceans})
	}
	b, _ := newBot(t, all...)
	r := ask(t, b, someone("ann"), "/articles")
	says(t, r, "Articles 1 to 10 of 12")
	says(t, press(t, b, someone("ann"), r, moreArticlesLabel), "Articles 11 to 12 of 12")
	says(t, ask(t, b, someone("ann"), `/articles list outlet:"The Wave"`), "Articles 1 to 6 of 6")
	says(t, ask(t, b, someone("ann"), "/articles list language:Klingon"), "I know the languages English")
	says(t, ask(t, b, someone("ann"), "/articles list outlet:Nowhere"), noSuchArticles)
	says(t, ask(t, b, someone("ann"), "/articles show"), string(whichArticle))
	says(t, ask(t, b, someone("ann"), "/articles show nothing"), "I have no article named “nothing”.")
}

// What is exported is loaded again as the same library.
func TestWhatIsExportedIsLoadedAgain(t *testing.T) {
	b, _ := newBot(t, &answer.Article{ID: "moon.txt", Title: "The moon", Text: rocks}, &answer.Article{ID: "sea.txt", Source: "The Wave", Text: oceans})
	ask(t, b, keeper("ann"), "/collections put sea.txt in:Water")
	r := ask(t, b, keeper("ann"), "/articles export")
	says(t, r, "2 articles")
	var archive bytes.Buffer
	if err := r.Files[0].Write(t.Context(), &archive); err != nil || int64(archive.Len()) != r.Files[0].Size {
		t.Fatalf("%d bytes of %d, %v", archive.Len(), r.Files[0].Size, err)
	}
	other, _ := newBot(t)
	says(t, other.Handle(t.Context(), sends(keeper("bob"), "add", r.Files[0].Name, archive.String())), "Loaded 2 articles.")
	has(t, other, "moon.txt", "sea.txt")
	says(t, ask(t, other, keeper("bob"), "/articles show sea.txt"), "The Wave", "Collections: Water")
	m := keeper("ann")
	m.Largest = 0
	says(t, ask(t, b, m, "/articles export"), string(noFilesHere))
}

func TestAChannelIsAnsweredFromItsCollections(t *testing.T) {
	b, _ := newBot(t, &answer.Article{ID: "moon.txt", Title: "The moon", Text: rocks}, &answer.Article{ID: "sea.txt", Title: "The sea", Text: oceans})
	says(t, ask(t, b, keeper("ann"), "/collections put sea in:Water"), "“The sea” is in Water.")
	says(t, ask(t, b, keeper("ann"), "/collections here Wine"), "There is no collection named “Wine”.")
	says(t, ask(t, b, keeper("ann"), "/collections here water"), "This channel is answered from Water.")
	says(t, ask(t, b, someone("eve"), "What is the moon made of?"), notAnswered)
	says(t, ask(t, b, someone("eve"), "How deep is the ocean?"), oceans)
	elsewhere := someone("eve")
	elsewhere.Channel = "C2"
	says(t, ask(t, b, elsewhere, "What is the moon made of?"), rocks)
	says(t, ask(t, b, elsewhere, "What is the moon made of? in:Water"), notAnswered)
	says(t, ask(t, b, keeper("ann"), "/collections"), "Water: 1 article", "answered from Water")
	says(t, ask(t, b, keeper("ann"), "/collections here all"), answeredFromAll)
	says(t, ask(t, b, keeper("ann"), "/collections take sea in:Wine"), "There is no collection named “Wine”.")
	says(t, ask(t, b, keeper("ann"), "/collections put sea in:???"), string(whichCollection))
	says(t, b.Handle(t.Context(), sends(keeper("ann"), "add in:???", "a.txt", rocks)), string(whichCollection))
	says(t, ask(t, b, keeper("ann"), "/collections take sea in:water"), "“The sea” is not in Water any more.")
	says(t, ask(t, b, keeper("ann"), "/collections dissolve Water"), "Water is dissolved.")
}

func TestAnArticleThatIsTooLongForAChatIsRefused(t *testing.T) {
	b, _ := newBot(t)
	long := strings.Repeat("The moon is made of rock. ", longestArticle/26+1)
	says(t, b.Handle(t.Context(), sends(keeper("ann"), "add", "long.txt", long, "rocks.txt", rocks)), "Loaded 1 article (1 not loaded).", "long.txt: has more than 2 MiB")
	has(t, b, "rocks.txt")
}

// Characters that cannot be seen are told to who loads them.
func TestHiddenCharactersAreTold(t *testing.T) {
	b, _ := newBot(t)
	r := b.Handle(t.Context(), sends(keeper("ann"), "add", "a.txt", "The m\u202eoon is \u200bmade of rock."))
	says(t, r, "2 characters that cannot be seen, the first <U+202E>")
}

// While it works it says how far it is.
func TestProgressIsShown(t *testing.T) {
	b, _ := newBot(t)
	var shown []string
	m := sends(keeper("ann"), "add", "rocks.txt", rocks)
	m.Meanwhile = func(r Reply) { shown = append(shown, plain(r)) }
	b.Handle(t.Context(), m)
	if want := []string{"Loading rocks.txt ...", "Loading: 1 article so far, the last one rocks.txt"}; !slices.Equal(shown, want) {
		t.Errorf("it shows %q", shown)
	}
}
