package speech

import (
	"slices"
	"testing"

	"verbatim/answer/text"
)

func TestQuotations(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"straight", `"One," he said. "Two."`, []string{"One,", "Two."}},
		{"curly", "“One,” he said. “Two.”", []string{"One,", "Two."}},
		{"mixed", "“One,\" he said.", []string{"One,"}},
		{"typewriter", "``One,'' he said. ''Two,'' too.", []string{"One,", "Two,"}},
		{"guillemets", "«One», he said.", []string{"One"}},
		{"spaced guillemets", "« One », he said.", []string{"One"}},
		{"guillemets turned inwards", "»One«, he said.", []string{"One"}},
		{"guillemets of one direction", "»One», he said.", []string{"One"}},
		{"low and high", "„One“, he said. „Two”, too.", []string{"One", "Two"}},
		{"closing marks at both ends", "”One”, he said.", []string{"One"}},
		{"single", "‘One,’ he said. 'Two,' too.", []string{"One,", "Two,"}},
		{"single with an apostrophe", "‘I don’t know,’ he said.", []string{"I don’t know,"}},
		{"single with a possessive", "‘The boys’ room,’ he said.", []string{"The boys’ room,"}},
		{"apostrophes are no marks", "The boys' and girls' '90s room; rock 'n roll, 'tis Anna's.", nil},
		{"inches are no marks", `A 6" board and a 9" board.`, nil},
		{"nested", "“One ‘two’ three,” he said.", []string{"One ‘two’ three,"}},
		{"nested straight", `"One "two" three," he said.`, []string{`One "two" three,`}},
		{"nested guillemets share a mark", "«One «two», he said.", []string{"One «two"}},
		{"a mark before the stop", "He said “one”.", []string{"one"}},
		{"never closed, then another", "“One of them is not shut. “Two,” he said.", []string{"Two,"}},
		{"never closed, with a cue", "“One, he said. “Two.”", []string{"One,", "Two."}},
		{"never closed, alone", "“One of them", []string{"One of them"}},
		{"never closed, within a sentence", "He saw “one of them", nil},
		{"an attribute is no mark", `<a href="one two">three</a>`, nil},
		{"a cell of a table", `"He said ""one"" and left."`, []string{"one"}},
		{"nothing between", "“” and \"\"", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, q := range quotations(nil, c.text, speak(text.English), text.Paragraphs(c.text)) {
				got = append(got, q.said.Of(c.text))
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("%s\ngot  %q\nwant %q", c.text, got, c.want)
			}
		})
	}
}

func TestQuotationGoesOnInTheNextParagraph(t *testing.T) {
	article := "“One.\n\n“Two.\n\nThree.\n\n“Four.”"
	var open []bool
	for _, q := range quotations(nil, article, speak(text.English), text.Paragraphs(article)) {
		open = append(open, q.open)
	}
	if want := []bool{true, false, false}; !slices.Equal(open, want) {
		t.Errorf("open %v, want %v: only a paragraph that the next goes on with is open", open, want)
	}
}
