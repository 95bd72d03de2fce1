package answer

import "verbatim/answer/text"

// A person is whose words are asked for, by name.
type person struct {
	words   []string
	russian []string // without the endings that a Russian name is written with
}

func newPerson(name string) person { return person{foldedWords(name), russianTerms(name)} }

// maybe reports whether is may be true of a speaker's name.
func (p person) maybe(speaker []byte) bool {
	return len(p.words) > 0 && mayStartWord(speaker, p.words[len(p.words)-1][:1])
}

// is reports whether an article in a language means the person by a speaker's name: the
// person's names stand in it in order, the surname among them. In Hungarian that is the
// first of a name, else the last.
func (p person) is(speaker string, lang text.Lang) bool {
	words, names := foldedWords(speaker), p.words
	if lang == text.Russian {
		words, names = russianTerms(speaker), p.russian
	}
	if len(words) == 0 || len(names) == 0 {
		return false
	}
	if lang == text.Hungarian {
		return words[0] == names[0] && holdsInOrder(words, names)
	}
	return words[len(words)-1] == names[len(names)-1] && holdsInOrder(words, names)
}

// holdsInOrder reports whether a list of words holds those of another in their order.
func holdsInOrder(words, others []string) bool {
	for _, w := range words {
		if len(others) > 0 && w == others[0] {
			others = others[1:]
		}
	}
	return len(others) == 0
}

func russianTerms(name string) (all []string) {
	for _, w := range text.Words(name, text.Span{End: len(name)}, text.Russian) {
		if !w.Joined {
			all = append(all, w.Term)
		}
	}
	return all
}
