package answer

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"verbatim/store"
	"verbatim/store/storetest"
)

// edited runs f on an editor and returns its change.
func edited(t *testing.T, l *Library, f func(*Editor) error) Change {
	t.Helper()
	e := l.Editor(Origin{By: "Anna", At: time.Date(2026, 5, 4, 12, 0, 0, 0, time.UTC)})
	if err := f(e); err != nil {
		t.Fatal(err)
	}
	c, err := l.ChangeOf(ctx, e.Change())
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func adding(articles ...*Article) func(*Editor) error {
	return func(e *Editor) error {
		_, err := e.Add(ctx, articles...)
		return err
	}
}

func undoing(number uint64) func(*Editor) error {
	return func(e *Editor) error {
		_, err := e.Undo(ctx, number)
		return err
	}
}

func TestWhatWasUndoneIsAnsweredAsBefore(t *testing.T) {
	l := openLibrary(t)
	edited(t, l, adding(english("a", "The lighthouse stands on Skerryvore."), english("b", "The harbour is deep.")))
	edited(t, l, adding(english("a", "The lighthouse stands on Bell Rock.")))
	removal := edited(t, l, func(e *Editor) error { return e.Remove(ctx, "a", "b") })
	if removal.Removed != 2 || !slices.Equal(removal.Titles, []string{"a", "b"}) || !removal.Open {
		t.Errorf("the removal is told as %+v", removal)
	}
	for _, c := range []struct {
		undo uint64
		want string
	}{{3, "The lighthouse stands on Bell Rock."}, {2, "The lighthouse stands on Skerryvore."}, {1, ""}, {6, "The lighthouse stands on Skerryvore."}} {
		edited(t, l, undoing(c.undo))
		if got := first(ask(t, l, "Where does the lighthouse stand?")); got != c.want {
			t.Errorf("with change %d undone it answers %q, want %q", c.undo, got, c.want)
		}
		if err := l.Check(ctx); err != nil {
			t.Error(err)
		}
	}
}

func TestUndoTellsWhatStandsAgainstIt(t *testing.T) {
	l := openLibrary(t)
	titled := func(text string) *Article { return &Article{ID: "a", Title: "Harbours", Text: text} }
	edited(t, l, adding(titled("One."), english("b", "Beside it.")))
	edited(t, l, adding(titled("Two.")))
	edited(t, l, adding(titled("Three.")))
	edited(t, l, undoing(3))
	for change, want := range map[uint64]error{1: &Conflict{2, "Harbours"}, 3: ErrUndone, 0: ErrNotFound, 9: ErrNotFound} {
		_, err := l.Editor(Origin{}).Undo(ctx, change)
		if err == nil || err.Error() != want.Error() {
			t.Errorf("undo %d: %v, want %v", change, err, want)
		}
	}
	if _, _, err := l.Article(ctx, "b"); err != nil {
		t.Errorf("a part of what could not be undone was: %v", err)
	}
	load(t, l, titled("Besides."))
	want := &Conflict{0, "Harbours"}
	for _, change := range []uint64{2, 4} {
		if _, err := l.Editor(Origin{}).Undo(ctx, change); err == nil || err.Error() != want.Error() {
			t.Errorf("undo %d: %v, want %v", change, err, want)
		}
	}
}

func TestConcernedIsInTheOrderOfLoading(t *testing.T) {
	l := openLibrary(t)
	c := edited(t, l, adding(english("c", "One."), english("a", "Two."), english("b", "Three."), english("d", "Four.")))
	if got, err := l.Concerned(ctx, c.Number, 3); err != nil || !slices.Equal(got, []string{"c", "a", "b"}) {
		t.Errorf("got %q, %v", got, err)
	}
	if !slices.Equal(c.Titles, []string{"c", "a", "b"}) || c.Loaded != 4 || c.By != "Anna" || c.At.Year() != 2026 {
		t.Errorf("the change is told as %+v", c)
	}
}

func TestWhatChangesNothingIsNoChange(t *testing.T) {
	l := openLibrary(t)
	edited(t, l, adding(english("a", "One.")))
	e := l.Editor(Origin{Request: "r"})
	added, err := e.Add(ctx, english("a", "One."), english("", "Refused."))
	if err != nil || added[0].Status != Same || added[1].Status != Refused || e.Change() != 0 {
		t.Errorf("added %+v, %v, as change %d", added, err, e.Change())
	}
	if err := e.Remove(ctx, "a", "none"); !errors.Is(err, ErrNotFound) || e.Change() != 0 {
		t.Errorf("removed: %v, as change %d", err, e.Change())
	}
	if changes, err := l.History(ctx, 0, 9); err != nil || len(changes) != 1 {
		t.Errorf("%d changes, %v", len(changes), err)
	}
}

func TestARemovedWreckCannotComeBack(t *testing.T) {
	tenant := storetest.Open(t).Tenant("t")
	l, err := Open(tenant)
	if err != nil {
		t.Fatal(err)
	}
	load(t, l, english("a", "The lighthouse stands on Skerryvore."))
	flipABit(t, tenant, articleKey)
	edited(t, l, adding(english("a", "The lighthouse stands on Bell Rock.")))
	if err := l.Check(ctx); err != nil {
		t.Error(err)
	}
	edited(t, l, undoing(1))
	if got := ids(t, l); len(got) != 0 {
		t.Errorf("there are %q", got)
	}
}

func TestAnUndoingOfManyBytesIsDoneInBatches(t *testing.T) {
	l := openLibrary(t)
	long := strings.Repeat("x", 3<<20)
	var before []*Article
	for n := range 4 {
		before = append(before, english(fmt.Sprint(n), fmt.Sprintf("The ferry number %d sails.\n\n%s", n, long)))
	}
	load(t, l, before...)
	edited(t, l, func(e *Editor) error { return e.Remove(ctx, "0", "1", "2", "3") })
	steps := []step{{size: 3 << 20}, {size: 3 << 20}, {}, {size: 9 << 20}, {size: 1}}
	if got := inBatches(steps); len(got) != 4 || len(got[1]) != 2 || len(inBatches(nil)) != 1 {
		t.Errorf("the batches are %v", got)
	}
	if c := edited(t, l, undoing(1)); c.Loaded != 4 {
		t.Errorf("undone as %+v", c)
	}
	for _, a := range before {
		if got, _, err := l.Article(ctx, a.ID); err != nil || got.Text != a.Text {
			t.Errorf("article %s: %v", a.ID, err)
		}
	}
	if got := first(ask(t, l, "What does ferry number 3 do?")); got != "The ferry number 3 sails." {
		t.Errorf("answered %q", got)
	}
	if err := l.Check(ctx); err != nil {
		t.Error(err)
	}
}

// What comes twice from a chat takes an article out once, and not what somebody loads after that.
func TestARemovalDoneAgainLeavesWhatCameSince(t *testing.T) {
	l := openLibrary(t)
	load(t, l, english("a", "One."))
	remove := func(e *Editor) error { return e.Remove(ctx, "a") }
	again := l.Editor(Origin{Request: "r"})
	if err := errors.Join(remove(l.Editor(Origin{Request: "r"})), adding(english("a", "Two."))(l.Editor(Origin{})), remove(again)); err != nil {
		t.Fatal(err)
	}
	if got := ids(t, l); len(got) != 1 || again.Change() != 1 {
		t.Errorf("there are %q, taken out by change %d", got, again.Change())
	}
}

func TestAnEditorChangesNothingOnceAnArticleIsAnother(t *testing.T) {
	l := openLibrary(t)
	may, june := english("a", "The bridge opened in May."), english("a", "The bridge opened in June.")
	load(t, l, may)
	e := l.Editor(Origin{Request: "1"}).While(may)
	if _, err := e.Add(ctx, english("b", "The bridge is long.")); err != nil {
		t.Fatal(err)
	}
	load(t, l, june)
	if _, err := e.Add(ctx, english("a", "The bridge is closed.")); !errors.Is(err, ErrChanged) {
		t.Errorf("added: %v", err)
	}
	if err := e.Remove(ctx, "a"); !errors.Is(err, ErrChanged) {
		t.Errorf("removed: %v", err)
	}
	if got, _, err := l.Article(ctx, "a"); err != nil || got.Text != june.Text {
		t.Errorf("got %+v, %v", got, err)
	}
	if err := l.Editor(Origin{}).While(june).Remove(ctx, "a"); err != nil {
		t.Error(err)
	}
	if err := l.Editor(Origin{}).While(june).Remove(ctx, "b"); !errors.Is(err, ErrChanged) {
		t.Errorf("one that is gone: %v", err)
	}
}

// What cannot be read can still be taken out, with all that came with it.
func TestALoadIsUndoneThoughAnArticleOfItIsDamaged(t *testing.T) {
	tenant := storetest.Open(t).Tenant("t")
	l, err := Open(tenant)
	if err != nil {
		t.Fatal(err)
	}
	c := edited(t, l, adding(english("a", "One ferry."), english("b", "Two ferries."), english("c", "Three ferries.")))
	err = tenant.Update(func(tx *store.Tx) error {
		number, _ := numberOf(tx, "b")
		return putInBlock(tx, articleKey, number, make([]byte, 20))
	})
	if err != nil {
		t.Fatal(err)
	}
	edited(t, l, undoing(c.Number))
	if got := ids(t, l); len(got) != 0 {
		t.Errorf("then it holds %v", got)
	}
	if all := findings(t, l); len(all) > 0 {
		t.Errorf("found are %v", all)
	}
}

// What an article was before is there still when what it became is damaged.
func TestAnUndoBringsBackWhatADamagedArticleWas(t *testing.T) {
	tenant := storetest.Open(t).Tenant("t")
	l, err := Open(tenant)
	if err != nil {
		t.Fatal(err)
	}
	may := english("a", "The bridge opened in May.")
	load(t, l, may)
	c := edited(t, l, adding(english("a", "The bridge opened in June."), english("b", "Two ferries.")))
	err = tenant.Update(func(tx *store.Tx) error {
		number, _ := numberOf(tx, "a")
		return putInBlock(tx, articleKey, number, make([]byte, 20))
	})
	if err != nil {
		t.Fatal(err)
	}
	edited(t, l, undoing(c.Number))
	if got, _, err := l.Article(ctx, "a"); err != nil || got.Text != may.Text {
		t.Errorf("got %+v, %v", got, err)
	}
	if all := findings(t, l); len(all) > 0 {
		t.Errorf("found are %v", all)
	}
}
