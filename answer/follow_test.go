package answer

import (
	"testing"

	"verbatim/answer/text"
)

func TestFollowAndAsksInTheLanguagesOfTheArticles(t *testing.T) {
	l := openLibrary(t)
	load(t, l, english("a", "The harbour is deep."), english("b", "The harbour is old."),
		&Article{ID: "c", Text: "Havna er dyp.", Lang: text.Norwegian})
	for _, c := range []struct{ before, now, want string }{
		{"What did Anna Berg say about fees?", "and NATO?", "What did Anna Berg say about NATO?"},
		{"Hva sa Anna Berg om havna?", "og NATO?", "Hva sa Anna Berg om NATO?"},
		{"Hva sa Anna Berg om havna?", "What did he say about NATO?", "What did Anna Berg say about NATO?"},
		{"What did Anna Berg say about fees?", "Who founded Nokia?", ""},
		{"What did Anna Berg say about fees?", "Hvem grunnla Nokia?", ""},
		{"", "and NATO?", ""},
	} {
		if got, ok, err := l.Follow(c.before, c.now, ""); got != c.want || ok != (c.want != "") || err != nil {
			t.Errorf("%q, then %q: got %q, %t, %v", c.before, c.now, got, ok, err)
		}
	}
	for said, want := range map[string]bool{"and what about NATO": true, "hva med NATO": true, "ok I will look": false, "tusen takk": false} {
		if got, err := l.Asks(said); got != want || err != nil {
			t.Errorf("%q: %t, %v", said, got, err)
		}
	}
}

func TestFollowInAnEmptyLibrary(t *testing.T) {
	l := openLibrary(t)
	if got, ok, err := l.Follow("What did Anna Berg say about fees?", "and NATO?", ""); ok || err != nil {
		t.Errorf("got %q, %v", got, err)
	}
	if got, err := l.Asks("why?"); !got || err != nil {
		t.Errorf("got %t, %v", got, err)
	}
}
