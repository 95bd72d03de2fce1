package answer

import (
	"hash/fnv"
	"slices"
	"strings"

	"verbatim/answer/text"
)

// An article has marks beside the words of its sentences, which the index finds it by: so a
// question that names an outlet or a speaker is answered without a look at every article. No
// word of a text begins as a mark does.
const (
	everyMark   = "\x01a" // each article has it
	speakerMark = "\x01s" // before each word of the names of those who speak
	russianMark = "\x01r" // before each of these without its ending, where the article is in Russian
	outletMark  = "\x01o" // before up to markWords words of the outlet's name, side by side
	opensMark   = "\x01b" // before its first words, fewer than all and without an article
	wholeMark   = "\x01w" // before all of them, if they are no more than that
	titleMark   = "\x01t" // before the hash of the first markWords words of the title, or of all if it has fewer
)

// markWords is how many words a mark tells of at most. Longer names are looked up in cards.
const markWords = 3

// marksOf returns the marks of an article, each once.
func marksOf(a *Article, l *Layout) []string {
	m := marks{everyMark}
	m.addOutlet(a.Source)
	m.addTitle(a.Title)
	var names []string
	for _, u := range l.Speech {
		if name := u.Speaker.Of(a.Text); !slices.Contains(names, name) {
			names = append(names, name)
			m.addSpeaker(name, a.Lang)
		}
	}
	slices.Sort(m)
	return slices.Compact(m)
}

type marks []string

func (m *marks) addOutlet(name string) {
	words := foldedWords(name)
	for from := range words {
		for to := from + 1; to <= min(len(words), from+markWords); to++ {
			*m = append(*m, outletMark+spaced(words[from:to]))
		}
	}
	words = foldedWords(withoutThe(name))
	for n := 1; n <= min(len(words)-1, markWords); n++ {
		*m = append(*m, opensMark+spaced(words[:n]))
	}
	if len(words) > 0 && len(words) <= markWords {
		*m = append(*m, wholeMark+spaced(words))
	}
}

func (m *marks) addTitle(title string) {
	if words := foldedWords(title); len(words) > 0 {
		*m = append(*m, titleMarkOf(words))
	}
}

func (m *marks) addSpeaker(name string, lang text.Lang) {
	for _, w := range foldedWords(name) {
		*m = append(*m, speakerMark+w)
	}
	if lang == text.Russian {
		for _, w := range russianTerms(name) {
			*m = append(*m, russianMark+w)
		}
	}
}

// titleMarkOf returns the mark of the titles that begin with words, or are those words
// where they are few.
func titleMarkOf(words []string) string {
	h := fnv.New32a()
	h.Write([]byte(spaced(words[:min(len(words), markWords)])))
	return string(h.Sum([]byte(titleMark)))
}

func spaced(words []string) string { return strings.Join(words, " ") }

// marked returns the articles with all of some marks; none of them if there are no marks.
func (v view) marked(all ...string) (found numbers, err error) {
	for i, mark := range all {
		var with numbers
		err := v.x.Each(mark, func(number, _ uint64) bool {
			with.add(number)
			return true
		})
		if err != nil {
			return nil, err
		}
		if i == 0 {
			found = with
		} else {
			found.keep(with)
		}
	}
	return found, nil
}

// isMarked reports whether an article has a mark.
func (v view) isMarked(mark string) (is bool, err error) {
	err = v.x.Each(mark, func(uint64, uint64) bool {
		is = true
		return false
	})
	return is, err
}

// before returns words with a mark before each.
func before(mark string, words []string) []string {
	all := make([]string, len(words))
	for i, w := range words {
		all[i] = mark + w
	}
	return all
}
