package text

import (
	"strings"
	"sync"
)

// lemmaLists are groups of words that are one to a question, although they have several stems: the forms of a verb or
// a noun that changes within, a country with its people and what is theirs, a number with its figure. The first word
// of a group is what the others are taken for; their own forms need not be listed.
var lemmaLists = map[Lang][]string{
	French:    {frenchForms, frenchNations, frenchNumbers},
	Hungarian: {hungarianForms, hungarianNations, hungarianNumbers},
	Norwegian: {norwegianForms, norwegianNations, norwegianNumbers},
	Russian:   {russianForms, russianNations, russianNumbers},
	Spanish:   {spanishForms, spanishNations, spanishNumbers},
	Swedish:   {swedishForms, swedishNations, swedishNumbers},
}

// stemLemmas are the tables of these lists, by stem, each made when its language is first read.
var stemLemmas = func() map[Lang]func() map[string]string {
	all := map[Lang]func() map[string]string{}
	for lang := range lemmaLists {
		all[lang] = sync.OnceValue(func() map[string]string { return stemsOf(lang) })
	}
	return all
}()

// stemsOf leads the stems of the words of each group to that of the first.
func stemsOf(lang Lang) map[string]string {
	m := map[string]string{}
	for _, group := range lemmaGroups(lang) {
		for _, w := range group[1:] {
			m[stemmed(w, lang)] = stemmed(group[0], lang)
		}
	}
	return m
}

func lemmaGroups(lang Lang) (groups [][]string) {
	for group := range strings.SplitSeq(strings.Join(lemmaLists[lang], ";"), ";") {
		groups = append(groups, strings.Fields(group))
	}
	return groups
}

// lemma returns the stem that a stem is taken for.
func lemma(stem string, lang Lang) string {
	if table := stemLemmas[lang]; table != nil {
		if of, ok := table()[stem]; ok {
			return of
		}
	}
	return stem
}
