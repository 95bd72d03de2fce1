package speech

import (
	"testing"

	"verbatim/answer/text"
)

// TestRules asks of the last quotation of each text which rule finds its speaker, and whom.
func TestRules(t *testing.T) {
	for _, c := range []struct{ rule, text, speaker string }{
		{"name after a dash", "“It has rained for a week.” — Anna Berg", "Anna Berg"},
		{"name after a dash", "“It has rained for a week.”\n\n- Anna Berg.", "Anna Berg"},
		{"name before a colon", "Anna Berg: “It has rained for a week.”", "Anna Berg"},
		{"name after a colon", "‘It has rained for a week’: Anna Berg sums up", "Anna Berg"},
		{"cue before the mark", "Anna Berg told reporters, “It has rained for a week.”", "Anna Berg"},
		{"cue before the mark", "Anna Berg, who bakes in Oslo, said: “It has rained for a week.”", "Anna Berg"},
		{"cue before the mark", "In Oslo on Monday, Anna Berg shrugged, saying, “It has rained for a week.”", "Anna Berg"},
		{"cue before the mark", "A baker who asked not to be named said, “It has rained for a week.”", "A baker"},
		{"cue after the quotation", "“It has rained for a week,” quietly said Anna Berg.", "Anna Berg"},
		{"cue after the quotation", "“It has rained for a week,” said the baker, Anna Berg.", "Anna Berg"},
		{"cue after the quotation", "“It has rained for a week!” wheezed Anna Berg.", "Anna Berg"},
		{"subject after the quotation", "“It has rained for a week,” Anna Berg, a baker in Oslo, said.", "Anna Berg"},
		{"subject after the quotation", "“It has rained for a week,” Anna Berg (a baker) has often said.", "Anna Berg"},
		{"subject after the quotation", "“It has rained for a week,” Anna Berg mumbled.", "Anna Berg"},
		{"subject after the quotation", "“It has rained for a week,” the man who bakes here said.", "the man"},
		{"according to", "“It has rained for a week”, according to Anna Berg.", "Anna Berg"},
		{"strong cue on the left", "Anna Berg said that it had “not stopped raining for a week”.", "Anna Berg"},
		{"cue at the end", "It has “not stopped raining for a week” there, Anna Berg said.", "Anna Berg"},
		{"weak cue on the left", "Anna Berg called the weather “a week of rain and more rain”.", "Anna Berg"},
		{"colon above", "Anna Berg had this to say about the rain:\n\n“It has rained for a week.”", "Anna Berg"},
		{"subject before a colon", "Anna Berg was clear: “It has rained for a week.”", "Anna Berg"},
		{"open paragraph", "“It rains,” said Anna Berg. “And it pours.\n\n“It has rained for a week.”", "Anna Berg"},
		{"same paragraph", "“It rains,” said Anna Berg. “It has rained for a week.”", "Anna Berg"},
		{"next in paragraph", "“It has rained for a week.” “It rains,” said Anna Berg.", "Anna Berg"},
		{"subject of the sentence", "Anna Berg nodded. “It has rained for a week.”", "Anna Berg"},
		{"previous paragraph", "“It rains,” said Anna Berg.\n\n“It has rained for a week.”", "Anna Berg"},
		{"previous paragraph", "Anna Berg said it would rain.\n\n“It has rained for a week.”", "Anna Berg"},
		{"", "“It has rained for a week.”", ""},
	} {
		t.Run(c.rule, func(t *testing.T) {
			s := speak(text.English).open(c.text, text.Paragraphs(c.text))
			defer s.close()
			sources := s.beside()
			speakers := s.converse(sources).speakers
			i := len(speakers) - 1
			if c.rule == "next in paragraph" {
				i = 0
			}
			if by, who := sources[i].by, speakers[i].name.Of(c.text); by != c.rule || who != c.speaker {
				t.Errorf("%s\ngot %q by %q, want %q by %q", c.text, who, by, c.speaker, c.rule)
			}
		})
	}
}
