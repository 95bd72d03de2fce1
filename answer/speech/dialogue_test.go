package speech

import (
	"testing"

	"verbatim/answer/text"
)

// TestDialogue reads a conversation of which only the beginning and the names called out tell who speaks.
func TestDialogue(t *testing.T) {
	article := lines(`
		Anna shut the door. Her brother Tom looked up from his book. He was tired.

		“You are late,” said Tom.

		“It is the rain,” said Anna.

		“It always is.”

		“You could have fetched me.”

		“I had a book to read.”

		“You and your books!”

		“Did you bring the bread, Anna?”

		“I forgot.”

		“Again?” he sighed.

		“Again,” she said.`)
	want := []string{"Tom", "Anna", "Tom", "Anna", "Tom", "Anna", "Tom", "Anna", "Tom", "Anna"}
	for i, u := range Find(article, text.English, text.Paragraphs(article)) {
		if who := u.Speaker.Of(article); i >= len(want) || who != want[i] {
			t.Errorf("%q is said by %q, want %q", u.Said.Of(article), who, want[i])
		}
	}
}

// In news two paragraphs of quotation in a row have one speaker.
func TestNewsIsNoDialogue(t *testing.T) {
	got := said("“It has rained,” said Anna Berg.\n\n“It has rained for a week.”\n\n“It has to stop at some time.”", text.English)
	want := lines(`
		Anna Berg | | said | It has rained,
		Anna Berg | | | It has rained for a week.
		Anna Berg | | | It has to stop at some time.`)
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
