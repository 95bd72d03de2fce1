// Package speech finds who said what in an article.
package speech

import "verbatim/answer/text"

// Utterance is what somebody says. All but its kind are ranges of the article.
type Utterance struct {
	Kind     Kind
	Said     text.Span // the words, without the quotation marks
	Speaker  text.Span // the fullest name the article gives; empty when not sure
	Role     text.Span // "deputy chairman of Huawei's board"; empty when not given
	Addition text.Span // what follows the name beside the words and tells more of the speaker: ", who bakes in Oslo"
	Cue      text.Span // the word that tells it: said, wrote, added; empty when there is none
}

// Find returns who says what in an article, whose paragraphs are given, in order; no two share a byte of what is said.
// Quotation marks set quotations off, dashes where the language has dialogue so, or a name and a colon in a transcript.
// Words held at arm's length and titles of works are left out, and so is what nobody known is reported to have said. Of
// a sentence in which somebody is quoted, no more is reported. The time is linear in the article.
func Find(article string, lang text.Lang, paragraphs []text.Span) []Utterance {
	s := speak(lang).open(article, paragraphs)
	defer s.close()
	return s.utterances(s.beside())
}
