package answer

import (
	"testing"

	"verbatim/answer/text"
)

func TestATagTellsTheLanguageAndTheDate(t *testing.T) {
	for _, lang := range tagLangs {
		if got := tag(tagOf(&Article{Published: "2019-03-31", Lang: lang})).lang(); got != lang {
			t.Errorf("an article in %q is tagged as in %q", lang, got)
		}
	}
	if got := newTag("", "xx").lang(); got != "" {
		t.Errorf("a language that is not known is tagged as %q", got)
	}
	ascending := []string{"", "1999", "1999-12", "1999-12-31", "2019", "2019-01", "2019-01-01", "2019-01-31", "2019-02"}
	for i, later := range ascending[1:] {
		if earlier := ascending[i]; newTag(earlier, text.Swedish).published() >= newTag(later, text.English).published() {
			t.Errorf("%q is tagged as no earlier than %q", earlier, later)
		}
	}
	if dateOf("lunch") != 0 || dateOf("2019-02-30") != 0 {
		t.Error("what is no date is tagged as one")
	}
}

func TestWhatIsSurelyBetweenDates(t *testing.T) {
	for _, c := range []struct {
		published, after, before string
		want                     bool
	}{
		{"", "", "", true},
		{"", "2019", "", false},
		{"", "", "2019", false},
		{"2019", "2019", "", true},
		{"2019", "2019-01-01", "", true},
		{"2019", "2019-01-02", "", false},
		{"2019-03", "2019-03", "2019-04", true},
		{"2019-03-31", "2019-03", "2019-04", true},
		{"2019-04-01", "2019-03", "2019-04", false},
		{"2019", "", "2019-03", false},
		{"2019-03", "", "2019-03-02", false},
		{"2018", "", "2019-03", true},
		{"2019-02", "", "2019-03-02", true},
		{"2019-03-01", "", "2019-03-02", true},
		{"2018-12-31", "2018-12-31", "2019", true},
	} {
		if got := between(c.after, c.before)(newTag(c.published, "")); got != c.want {
			t.Errorf("%q from %q on and before %q: %t", c.published, c.after, c.before, got)
		}
	}
}
