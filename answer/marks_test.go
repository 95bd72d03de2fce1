package answer

import (
	"slices"
	"strings"
	"testing"

	"verbatim/answer/speech"
	"verbatim/answer/text"
)

func TestTheMarksOfAnArticle(t *testing.T) {
	a := &Article{Source: "The Yorkshire Post", Title: "A café", Lang: text.Russian, Text: "Ángela Merkel, Меркель"}
	name, russian := text.Span{End: len("Ángela Merkel")}, text.Span{Start: len("Ángela Merkel, "), End: len(a.Text)}
	l := &Layout{Speech: []speech.Utterance{{Speaker: name}, {Speaker: name}, {Speaker: russian}, {}}}
	want := []string{
		everyMark,
		outletMark + "the", outletMark + "yorkshire", outletMark + "post",
		outletMark + "the yorkshire", outletMark + "yorkshire post", outletMark + "the yorkshire post",
		opensMark + "yorkshire", wholeMark + "yorkshire post", titleMarkOf([]string{"a", "cafe"}),
		speakerMark + "angela", speakerMark + "merkel", speakerMark + "меркель",
	}
	for _, term := range slices.Concat(russianTerms("Ángela Merkel"), russianTerms("Меркель")) {
		want = append(want, russianMark+term)
	}
	slices.Sort(want)
	if got := marksOf(a, l); !slices.Equal(got, want) {
		t.Errorf("marked with %q, want %q", got, want)
	}
}

func TestLongNamesAreMarkedByAFewWordsOfThem(t *testing.T) {
	a := &Article{Source: strings.Repeat("word ", 100), Title: "One two three four"}
	got := marksOf(a, &Layout{})
	if want := 1 + markWords + markWords + 1; len(got) != want { // runs of words, openings, and the title
		t.Errorf("%d marks: %q, want %d", len(got), got, want)
	}
	if !slices.Contains(got, titleMarkOf(foldedWords("one TWO three five"))) {
		t.Errorf("%q lack that of the title's first words", got)
	}
}

func TestNumbersAreASet(t *testing.T) {
	var odd, low, none numbers
	for n := uint64(1); n < 1000; n += 2 {
		odd.add(n)
	}
	for n := range uint64(130) {
		low.add(n)
	}
	odd.keep(low)
	if odd.has(131) || odd.has(128) || !odd.has(129) || none.has(0) {
		t.Errorf("%b has others than what both have", odd)
	}
	odd.add(999)
	all := slices.Collect(odd.each)
	if len(all) != 66 || all[0] != 1 || all[64] != 129 || all[65] != 999 || !slices.IsSorted(all) {
		t.Errorf("has %d", all)
	}
}
