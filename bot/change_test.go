package bot

import (
	"context"
	"fmt"
	"io"
	"strings"
	"testing"

	"verbatim/answer"
)

// The chat may hand over a message again: what it wants undone is undone once.
func TestAnUndoThatComesAgainUndoesNothingElse(t *testing.T) {
	b, _ := newBot(t)
	for i, text := range []string{rocks, oceans} {
		m := sends(keeper("ann"), "add", fmt.Sprint(i, ".txt"), text)
		m.ID = fmt.Sprint("load", i)
		b.Handle(t.Context(), m)
	}
	m := keeper("ann")
	m.ID = "undo"
	first := whole(ask(t, b, m, "/articles undo"))
	has(t, b, "0.txt")
	if again := whole(ask(t, b, m, "/articles undo")); again != first {
		t.Errorf("first it says %q, and then %q", first, again)
	}
	has(t, b, "0.txt")
}

// What came again after it was done is told as done, with what takes it back.
func TestARemovalAndAChangeThatComeAgainAreToldAsDone(t *testing.T) {
	b, _ := newBot(t, &answer.Article{ID: "moon.txt", Title: "The moon", Text: rocks})
	form := ask(t, b, keeper("ann"), "/articles replace moon").Form
	m := keeper("ann")
	m.ID, m.Action, m.Fields = "change", &form.Pressed, map[string]string{"text": oceans, "title": "The sea"}
	for range 2 {
		says(t, b.Handle(t.Context(), m), "“The sea” is changed.", "[Undo]")
	}
	asked := ask(t, b, keeper("ann"), "/articles remove sea")
	m = keeper("ann")
	m.ID, m.Action = "remove", labelled(asked, removeLabel)
	for range 2 {
		says(t, b.Handle(t.Context(), m), "“The sea” is taken out.", "[Undo]")
	}
	m.ID = "another"
	says(t, b.Handle(t.Context(), m), string(articleGone))
	says(t, ask(t, b, keeper("ann"), "/articles history"), "2: took out 1 article")
}

// A change may have been made since that nobody noted.
func TestUndoNamesNoChangeThatThereIsNot(t *testing.T) {
	h := newHouse(t)
	h.Handle(t.Context(), sends(keeper("ann"), "add", "a.txt", rocks))
	h.load("here", &answer.Article{ID: "a.txt", Text: oceans})
	if said := plain(ask(t, h.Bot, keeper("ann"), "/articles undo 1")); !strings.Contains(said, "a.txt") || strings.Contains(said, "change 0") {
		t.Errorf("it says %q", said)
	}
}

// An id may have 1,024 bytes, of any characters: all is offered of its article as of any other.
func TestArticlesWithLongIdsCanBeLookedAfter(t *testing.T) {
	for _, letter := range []string{"x", `"`, "<", "\x01", "é", "\u202e"} {
		id := strings.Repeat(letter, 1024/len(letter))
		b, _ := newBot(t, &answer.Article{ID: id, Title: "The harbour", Lang: "en", Text: closesInMay})
		m := keeper("U0123456789ABCDEF")
		m.Channel, m.Thread = "C0123456789ABCDEF", "1700000000.123456"
		shown := ask(t, b, m, "/articles show harbour")
		if labelled(shown, removeLabel) == nil || labelled(shown, replaceLabel) == nil {
			t.Errorf("of ids of %q nothing is offered: %s", letter, whole(shown))
			continue
		}
		if r := press(t, b, m, shown, replaceLabel); r.Form == nil {
			t.Errorf("of ids of %q no form opens: %s", letter, whole(r))
		}
		asked := press(t, b, m, shown, removeLabel)
		if labelled(asked, removeLabel) == nil {
			t.Errorf("of ids of %q none can be taken out: %s", letter, whole(asked))
			continue
		}
		says(t, press(t, b, m, asked, removeLabel), "“The harbour” is taken out.")
		has(t, b)
	}
}

// A chat may end the lines of a text as it likes, and cut what nobody sees.
func TestAFormThatChangesATitleLeavesTheText(t *testing.T) {
	const text = "One is said.\r\n\r\nTwo is said. \r\n"
	b, _ := newBot(t, &answer.Article{ID: "a.txt", Title: "A", Text: text})
	form := ask(t, b, keeper("ann"), "/articles replace a.txt").Form
	m := keeper("ann")
	m.Action, m.Fields = &form.Pressed, map[string]string{"text": "One is said.\n\nTwo is said.", "title": "B"}
	says(t, b.Handle(t.Context(), m), "“B” is changed.")
	library, err := b.tenants.Library("here")
	if err != nil {
		t.Fatal(err)
	}
	if a, _, err := library.Article(t.Context(), "a.txt"); err != nil || a.Text != text || a.Title != "B" {
		t.Errorf("it is %+v, %v", a, err)
	}
}

// What is no date is told, and not kept as one: no filter would find it.
func TestWhatIsNoDateIsNotKept(t *testing.T) {
	b, _ := newBot(t, &answer.Article{ID: "moon.txt", Title: "The moon", Published: "Spring", Text: rocks})
	says(t, b.Handle(t.Context(), sends(keeper("ann"), "add date:yesterday", "sea.txt", oceans)), string(noSuchDate))
	for _, said := range []string{"/articles replace moon date:2019-13", "/articles list after:spring", "/articles list before:20190301"} {
		says(t, ask(t, b, keeper("ann"), said), string(noSuchDate))
	}
	add, change := ask(t, b, keeper("ann"), "/articles add").Form, ask(t, b, keeper("ann"), "/articles replace moon").Form
	m := keeper("ann")
	m.Action, m.Fields = &add.Pressed, map[string]string{"text": oceans, "title": "The sea", "date": "yesterday"}
	says(t, b.Handle(t.Context(), m), "Loaded 1 article.", "“yesterday” is no date") // and what was typed with it is not lost
	m.Action, m.Fields = &change.Pressed, map[string]string{"title": "The rock", "date": "yesterday"}
	says(t, b.Handle(t.Context(), m), "“The rock” is changed.", "“yesterday” is no date")
	for name, date := range map[string]string{"The sea": "", "The rock": "Spring"} {
		if r := ask(t, b, keeper("ann"), "/articles show "+name); strings.Contains(whole(r), "yesterday") || !strings.Contains(whole(r), date) {
			t.Errorf("%s is of another date: %s", name, whole(r))
		}
	}
}

func TestAnExportOfNothingSaysSo(t *testing.T) {
	b, _ := newBot(t)
	if r := ask(t, b, keeper("ann"), "/articles export"); plain(r) != noArticles || len(r.Files) > 0 {
		t.Errorf("it says %q", plain(r))
	}
}

// A file takes a while to come and to be read: what becomes of its article meanwhile is not lost.
func TestWhatIsChangedWhileAFileComesIsNotReplaced(t *testing.T) {
	for name, way := range map[string]func(b *Bot, m Message) Message{
		"by a form": func(b *Bot, m Message) Message {
			form := ask(t, b, keeper("ann"), "/articles replace moon").Form
			m.Text, m.Action, m.Fields = "", &form.Pressed, map[string]string{"title": "The sea"}
			return m
		},
		"by a command": func(_ *Bot, m Message) Message { return m },
	} {
		h := newHouse(t, &answer.Article{ID: "moon.txt", Title: "The moon", Text: rocks})
		m := way(h.Bot, sends(keeper("ann"), "/articles replace moon", "sea.txt", oceans))
		open := m.Files[0].Open
		m.Files[0].Open = func(ctx context.Context) (io.ReadCloser, error) {
			h.load("here", &answer.Article{ID: "moon.txt", Title: "The moon", Text: "The moon is far away."})
			return open(ctx)
		}
		says(t, h.Handle(t.Context(), m), string(changedMeanwhile))
		if a, _, err := h.library("here").Article(t.Context(), "moon.txt"); err != nil || a.Text != "The moon is far away." {
			t.Errorf("%s: it holds %+v, %v", name, a, err)
		}
	}
}
