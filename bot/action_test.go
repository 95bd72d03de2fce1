package bot

import (
	"bytes"
	"fmt"
	"log/slog"
	"strings"
	"testing"

	"verbatim/answer"
	"verbatim/answer/text"
	"verbatim/store"
)

// moons are articles of which each answers "Which moon is made of cheese?".
func moons(n int) (all []*answer.Article) {
	for i := range n {
		id := fmt.Sprintf("moon%d.txt", i)
		all = append(all, &answer.Article{ID: id, Lang: text.English, Title: fmt.Sprint("Moons, part ", i), Text: fmt.Sprintf(
			"Part %d begins here.\n\nThe moon number %d is made of cheese, said Ann Lee, the astronomer of the town.\n\nPart %d ends here.", i, i, i)})
	}
	return all
}

const aboutMoons = "Which moon is made of cheese?"

// someone asks or presses as a person in a thread of a channel.
func someone(user string) Message {
	return Message{Tenant: "here", Channel: "C1", Thread: "T1", User: User{ID: user}, Addressed: true}
}

func ask(t *testing.T, b *Bot, m Message, asked string) Reply {
	t.Helper()
	m.Text = asked
	return b.Handle(t.Context(), m)
}

// press has someone press the action of a reply that has a label, the first of them.
func press(t *testing.T, b *Bot, m Message, r Reply, label string) Reply {
	t.Helper()
	a := labelled(r, label)
	if a == nil {
		t.Fatalf("%q is not offered by %q", label, plain(r))
	}
	m.Action = a
	return b.Handle(t.Context(), m)
}

func labelled(r Reply, label string) *Pressed {
	actions := r.Actions
	for _, block := range r.Blocks {
		switch b := block.(type) {
		case Quotation:
			actions = append(actions, b.Actions...)
		case List:
			for _, i := range b.Items {
				actions = append(actions, i.Actions...)
			}
		}
	}
	for _, a := range actions {
		if a.Label == label {
			return &a.Pressed
		}
	}
	return nil
}

func TestPagesOfQuotesFollowEachOther(t *testing.T) {
	b, _ := newBot(t, moons(7)...)
	r := ask(t, b, someone("ann"), aboutMoons)
	seen := map[string]bool{}
	for pages := 1; ; pages++ {
		if strings.Count(plain(r), "> ") > quotesAPage {
			t.Errorf("a page of %q", plain(r))
		}
		for line := range strings.SplitSeq(plain(r), "\n") {
			if seen[line] {
				t.Errorf("%q is shown twice", line)
			}
			seen[line] = true
		}
		if labelled(r, moreQuotesLabel) == nil {
			break
		}
		r = press(t, b, someone("ann"), r, moreQuotesLabel)
	}
	if len(seen) != 7 {
		t.Errorf("%d quotes, want 7", len(seen))
	}
}

func TestWhoeverReadsAnAnswerMayLookFurther(t *testing.T) {
	b, _ := newBot(t, moons(5)...)
	r := ask(t, b, someone("ann"), aboutMoons)
	for _, label := range []string{moreQuotesLabel, inContextLabel} {
		if got := press(t, b, someone("ann"), r, label); got.Private || !strings.Contains(plain(got), "cheese") {
			t.Errorf("%s by the asker: private %t, %q", label, got.Private, plain(got))
		}
		if got := press(t, b, someone("bob"), r, label); !got.Private || !strings.Contains(plain(got), "cheese") {
			t.Errorf("%s by another: private %t, %q", label, got.Private, plain(got))
		}
	}
	for _, label := range []string{helpfulLabel, unhelpfulLabel} {
		if got := press(t, b, someone("bob"), r, label); !got.Private || plain(got) != string(notYours) {
			t.Errorf("%s by another: %q", label, plain(got))
		}
	}
}

func TestInContextShowsTheParagraphsAround(t *testing.T) {
	b, _ := newBot(t, moons(1)...)
	r := press(t, b, someone("ann"), ask(t, b, someone("ann"), aboutMoons), inContextLabel)
	q := r.Blocks[1].(Quotation)
	if whole := q.Quote.Article.Text; q.Around.Of(whole) != whole {
		t.Errorf("around the quote stands %q", q.Around.Of(q.Quote.Article.Text))
	}
	before, after := q.Beside()
	if got := before.Of(q.Quote.Article.Text) + q.Quote.Text() + after.Of(q.Quote.Article.Text); got != q.Quote.Article.Text {
		t.Errorf("the parts together are %q", got)
	}
}

func TestWordsThatNoLongerStandThereAreNotShown(t *testing.T) {
	b, _ := newBot(t, moons(1)...)
	r := ask(t, b, someone("ann"), aboutMoons)
	here, err := b.tenants.Library("here")
	if err != nil {
		t.Fatal(err)
	}
	changed := moons(1)[0]
	changed.Text = strings.ReplaceAll(changed.Text, "cheese", "quartz")
	if _, err := here.Add(t.Context(), changed); err != nil {
		t.Fatal(err)
	}
	if got := press(t, b, someone("ann"), r, inContextLabel); plain(got) != string(noLongerThere) || !got.Private {
		t.Errorf("a replaced article: %q", plain(got))
	}
	if err := here.Remove(t.Context(), "moon0.txt"); err != nil {
		t.Fatal(err)
	}
	if got := press(t, b, someone("ann"), r, inContextLabel); plain(got) != string(noLongerThere) || !got.Private {
		t.Errorf("an article that was taken out: %q", plain(got))
	}
}

func TestAPrivateAnswerIsSharedByWhoAskedAsItWas(t *testing.T) {
	b, _ := newBot(t, moons(4)...)
	m := someone("ann")
	m.Private = true
	r := ask(t, b, m, aboutMoons)
	if !r.Private {
		t.Fatal("the answer is not private")
	}
	shared := press(t, b, m, r, shareLabel)
	if want := fmt.Sprintf(sharedAnswer, aboutMoons) + "\n" + plain(r); shared.Private || plain(shared) != want {
		t.Errorf("private %t, %q; want %q", shared.Private, plain(shared), want)
	}
	if again := press(t, b, m, r, shareLabel); plain(again) != plain(shared) {
		t.Errorf("the same press, handled again, is answered with %q", plain(again))
	}
	m.ID = "another press"
	if got := press(t, b, m, r, shareLabel); plain(got) != string(sharedAlready) || !got.Private {
		t.Errorf("shared a second time: %q", plain(got))
	}
	m.ID, m.User.Name = "2", "Ann"
	r = ask(t, b, m, aboutMoons)
	if shared := press(t, b, m, r, shareLabel); !strings.HasPrefix(plain(shared), fmt.Sprintf(sharedBy, "Ann", aboutMoons)+"\n") {
		t.Errorf("another answer to the same is shared as %q", plain(shared))
	}
	m.ID = "3"
	r = ask(t, b, m, aboutMoons)
	bob := someone("bob")
	bob.Private = true
	if got := press(t, b, bob, r, shareLabel); plain(got) != string(notYours) || !got.Private {
		t.Errorf("shared by another: %q", plain(got))
	}
	here, _ := b.tenants.Library("here")
	if err := here.Remove(t.Context(), r.Blocks[0].(Quotation).Quote.Article.ID); err != nil {
		t.Fatal(err)
	}
	if got := press(t, b, m, r, shareLabel); plain(got) != string(changedSince) || !got.Private {
		t.Errorf("shared after a change: %q", plain(got))
	}
}

func TestMarksAreKeptOnceForEachPersonAndAnswer(t *testing.T) {
	b, _ := newBot(t, moons(1)...)
	r := ask(t, b, someone("ann"), aboutMoons)
	for _, label := range []string{helpfulLabel, unhelpfulLabel} {
		if got := press(t, b, someone("ann"), r, label); !got.Private || len(got.Blocks) != 1 {
			t.Errorf("%s is answered with %q", label, plain(got))
		}
	}
	var marks []string
	_ = b.tenants.Memory("here").View(func(tx *store.Tx) error {
		for key, value := range tx.Scan([]byte(feedbackKey + "ann/")) {
			_ = key
			marks = append(marks, string(value[stampSize:]))
		}
		return nil
	})
	if len(marks) != 1 || !strings.Contains(marks[0], `"helpful":false`) || !strings.Contains(marks[0], aboutMoons) {
		t.Errorf("kept is %q, want the last mark alone", marks)
	}
}

func TestTheNearestAreLabelledAsNoAnswer(t *testing.T) {
	b, _ := newBot(t, moons(1)...)
	r := ask(t, b, someone("ann"), "Which town has an astronomer who plays the violin in Madrid?")
	if !strings.HasPrefix(plain(r), notAnswered) {
		t.Fatalf("answered with %q", plain(r))
	}
	near := press(t, b, someone("ann"), r, nearestLabel)
	if got := plain(near); !strings.HasPrefix(got, notAnAnswer+"\n> ") || labelled(near, helpfulLabel) != nil {
		t.Errorf("the nearest are shown as %q", got)
	}
}

// Actions that nobody made for this place and person do nothing, and say so privately.
func TestForeignForgedAndStaleActionsDoNothing(t *testing.T) {
	b, _ := newBot(t, moons(5)...)
	r := ask(t, b, someone("ann"), aboutMoons)
	more := *labelled(r, moreQuotesLabel)
	elsewhere := someone("ann")
	elsewhere.Channel = "C2"
	beside := someone("ann")
	beside.Thread = "T2"
	for _, c := range []struct {
		name string
		from Message
		p    Pressed
	}{
		{"no name", someone("ann"), Pressed{"", more.State}},
		{"no such name", someone("ann"), Pressed{"burn", more.State}},
		{"another name", someone("ann"), Pressed{"share", more.State}},
		{"no state", someone("ann"), Pressed{"more", ""}},
		{"a state in the clear", someone("ann"), Pressed{"more", "3  " + aboutMoons}},
		{"a state that is cut", someone("ann"), Pressed{"more", more.State[:len(more.State)-2]}},
		{"another channel", elsewhere, more},
		{"another thread", beside, more},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.from.Action = &c.p
			if got := b.Handle(t.Context(), c.from); plain(got) != string(staleAction) || !got.Private {
				t.Errorf("answered with %q", plain(got))
			}
		})
	}
}

func TestActionsWorkAfterARestartAndInNoOtherTenant(t *testing.T) {
	b, _ := newBot(t, moons(5)...)
	r := ask(t, b, someone("ann"), aboutMoons)
	var log bytes.Buffer
	again := New(slog.New(slog.NewTextHandler(&log, nil)), b.tenants)
	if got := press(t, again, someone("ann"), r, moreQuotesLabel); !strings.Contains(plain(got), "> ") {
		t.Errorf("after a restart: %q", plain(got))
	}
	other, _ := newBot(t, moons(5)...)
	if got := press(t, other, someone("ann"), r, moreQuotesLabel); plain(got) != string(staleAction) {
		t.Errorf("in another tenant: %q", plain(got))
	}
}

// However long a question may be, what is offered for its answer can be carried by a button.
func TestStatesFitAButton(t *testing.T) {
	b, _ := newBot(t, moons(5)...)
	asked := aboutMoons + strings.Repeat(" й", (longestAsked-len(aboutMoons))/3)
	r := ask(t, b, someone("a person with an id of forty characters!"), asked)
	for _, label := range []string{moreQuotesLabel, helpfulLabel, unhelpfulLabel, inContextLabel} {
		if labelled(r, label) == nil {
			t.Errorf("%s is not offered for a long question: %q", label, plain(r))
		}
	}
}
