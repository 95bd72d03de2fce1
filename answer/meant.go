package answer

import (
	"slices"
	"strings"
)

// This file tells what names mean: which outlets, titles and people.

// fromOutlet returns the articles that are meant by a name, which has words: those from an outlet
// whose name has them, side by side, and those whose title they are or begin.
func (v view) fromOutlet(name string) (found numbers, err error) {
	words := foldedWords(name)
	if found, err = v.marked(outletMark + spaced(words[:min(len(words), markWords)])); err != nil {
		return nil, err
	}
	if len(words) > markWords {
		of := from(name)
		if found, err = v.only(found, func(c card) bool { return of(c.outlet) }); err != nil {
			return nil, err
		}
	}
	titled, err := v.marked(titleMarkOf(words))
	if err != nil {
		return nil, err
	}
	titled, err = v.only(titled, func(c card) bool { return isTitled(c.title, name) })
	for number := range titled.each {
		found.add(number)
	}
	return found, err
}

// only returns those of some articles whose cards a function lets through.
func (v view) only(articles numbers, lets func(card) bool) (left numbers, err error) {
	for number := range articles.each {
		c, err := cardAt(v.tx, number)
		if err != nil {
			return nil, err
		}
		if lets(c) {
			left.add(number)
		}
	}
	return left, nil
}

// heardBy returns the articles in which a person speaks.
func (v view) heardBy(p person) (numbers, error) {
	may, err := v.mayHear(p)
	if err != nil {
		return nil, err
	}
	return v.only(may, func(c card) bool {
		for name := range c.speakers() {
			if p.maybe(name) && p.is(string(name), c.lang) {
				return true
			}
		}
		return false
	})
}

// mayHear returns the articles with all the words of a person's name in those of who speaks there.
func (v view) mayHear(p person) (numbers, error) {
	may, err := v.marked(before(speakerMark, p.words)...)
	if err != nil {
		return nil, err
	}
	russian, err := v.marked(before(russianMark, p.russian)...)
	for number := range russian.each {
		may.add(number)
	}
	return may, err
}

// from returns what reports whether an outlet is meant by a name: it has its words, side by side.
func from(name string) func(outlet []byte) bool {
	words := foldedWords(name)
	known := map[string]bool{}
	return func(outlet []byte) bool {
		meant, ok := known[string(outlet)]
		if !ok {
			meant = holdsWords(foldedWords(string(outlet)), words)
			known[string(outlet)] = meant
		}
		return meant
	}
}

// isTitled reports whether a name is a title, or its beginning: of no fewer words than a mark
// tells of, as a chat may have no room for more of them.
func isTitled(title []byte, name string) bool {
	words, all := foldedWords(name), foldedWords(string(title))
	if len(words) == 0 || len(all) < len(words) {
		return false
	}
	return slices.Equal(all[:len(words)], words) && (len(words) == len(all) || len(words) >= markWords)
}

// isOutlet reports whether a name is that of an outlet, or the beginning of one and of no speaker.
func (v view) isOutlet(name string) (bool, error) {
	words := foldedWords(name)
	whole, opens, err := v.outlets(words)
	if whole || !opens || err != nil {
		return whole, err
	}
	someone, err := v.isSpeaker(name)
	return !someone, err
}

// outlets reports whether the name of an outlet, without an article before it, is some
// words, and whether one begins with them.
func (v view) outlets(words []string) (whole, opens bool, err error) {
	if len(words) <= markWords {
		if whole, err = v.isMarked(wholeMark + spaced(words)); whole || err != nil {
			return whole, whole, err
		}
		opens, err = v.isMarked(opensMark + spaced(words))
		return false, opens, err
	}
	articles, err := v.marked(opensMark + spaced(words[:markWords]))
	if err != nil {
		return false, false, err
	}
	_, err = v.only(articles, func(c card) bool {
		outlet := foldedWords(withoutThe(string(c.outlet)))
		whole = whole || slices.Equal(outlet, words)
		opens = opens || len(outlet) >= len(words) && slices.Equal(outlet[:len(words)], words)
		return false
	})
	return whole, opens, err
}

// isSpeaker reports whether a name is part of that of anybody who speaks.
func (v view) isSpeaker(name string) (bool, error) {
	words := foldedWords(name)
	if len(words) == 1 {
		return v.isMarked(speakerMark + words[0])
	}
	articles, err := v.marked(before(speakerMark, words)...)
	if err != nil {
		return false, err
	}
	for number := range articles.each {
		c, err := cardAt(v.tx, number)
		if err != nil {
			return false, err
		}
		for speaker := range c.speakers() {
			if holdsInOrder(foldedWords(string(speaker)), words) {
				return true, nil
			}
		}
	}
	return false, nil
}

// withoutThe returns the name of an outlet without an English article before it.
func withoutThe(name string) string {
	if the, rest, ok := strings.Cut(name, " "); ok && strings.EqualFold(the, "the") {
		return rest
	}
	return name
}
