package answer

import (
	"slices"
	"strings"

	"verbatim/answer/question"
	"verbatim/answer/text"
	"verbatim/store"
)

// Follow returns the question that is meant where one only makes sense after another that
// was asked before it in the same conversation, as question.Follow does. It is not ok
// where the question stands alone. A follow-up is too short to tell its language, so that
// it is first read in that of the question before. It keeps the filter of that, but for what
// it narrows down itself; nothing but an outlet or dates is the same question, narrowed down.
func (l *Library) Follow(before, now, speaker string) (whole string, ok bool, err error) {
	langs, err := l.languages()
	if err != nil {
		return "", false, err
	}
	before, now = clip(before, maxQuestion), clip(now, maxQuestion)
	rest, kept := question.Filters(before)
	words, own := question.Filters(now)
	earlier := rest
	heard := kept.By != "" && question.Courtesy(rest) // as Ask answers it
	if heard {
		earlier = "What did " + kept.By + " say?"
	}
	whole, ok = follow(earlier, words, speaker, langs)
	if ok && heard && !strings.Contains(whole, kept.By) {
		kept.By = "" // it asks for the words of another
	}
	switch {
	case ok && own == (question.Filter{}) && plainly(whole) == plainly(earlier):
		return before, true, nil
	case ok:
		return kept.With(own).On(whole), true, nil
	case earlier != "" && own.By == "" && own != (question.Filter{}) && strings.TrimSpace(words) == "":
		return kept.With(own).On(rest), true, nil
	}
	return "", false, nil
}

func follow(before, now, speaker string, langs []text.Lang) (whole string, ok bool) {
	for _, lang := range slices.Compact([]text.Lang{languageOf(before, langs), languageOf(now, langs)}) {
		if whole, ok = question.Follow(before, now, speaker, lang); ok {
			return whole, true
		}
	}
	return "", false
}

// plainly returns a question without what makes no other of it.
func plainly(q string) string { return strings.ToLower(strings.Trim(q, "¿?¡!. ")) }

// Asks reports whether a text that is not addressed to anybody is written as a question or
// as what follows one, and not as chatter.
func (l *Library) Asks(t string) (bool, error) {
	langs, err := l.languages()
	if err != nil {
		return false, err
	}
	t, _ = question.Filters(clip(t, maxQuestion))
	return question.Asks(t, languageOf(t, langs)), nil
}

// languages returns the languages of the articles, the most used first.
func (l *Library) languages() (langs []text.Lang, err error) {
	err = l.tenant.View(func(tx *store.Tx) error {
		langs = languages(tx)
		return nil
	})
	return langs, err
}
