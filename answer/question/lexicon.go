package question

import (
	"maps"
	"slices"
	"strings"
	"sync"

	"verbatim/answer/text"
)

// words is what a language asks and answers with, as it is written down: lists parted
// by spaces, with an underscore within a pair. A file for each language holds its own.
type words struct {
	person, time, place, number, reason string // question words: who, when, how_many
	which                               string // question words that a noun follows

	persons, times, places, numbers string // nouns that name a kind: the year of "which year"

	says      string // verbs of saying
	saidNouns string // nouns among them, or what may be one: claim
	frame     string // words that frame a question and name nobody: compare, anything
	stances   string // nouns for what somebody thinks or said: opinion, quotes
	sources   string // what leads from these to those who hold them: by
	compares  string // what is asked with of several: differ, versus
	topic     string // prepositions that lead to what is talked about
	according string // "according" to
	and       string

	calendar string // what a time is named by: months, weekdays, seasons
	periods  string // what a time may be told with: year, day, evening
	counts   string // what a number is written with: two, hundred, half
	causes   string // what a reason begins with: because

	// What a question is asked with that goes on with the one before.
	links        string // words that it opens with, the usual one first: and, but
	about        string // what leads to a new topic; prepositions first, the usual one before all: about, what_about
	abouts       string // endings that do the work of these prepositions
	more         string // what asks for more of the same: what_else
	how          string
	they, their  string // third persons: he, him; his
	it           string // a thing named before
	that         string // what was said before, the usual one first
	prepositions string // others than those of about: of, at
	articles     string
	chat         string // words of people who talk to each other: I, you
	unsaid       bool   // its verbs need no pronoun beside them: dijo

	fillers  string        // what leads a question in or thanks for its answer
	kinds    kindWords     // what kinds of answers are told by
	contrary contraryWords // what turns a sentence around
	dates    timeWords     // what a time is named with: in March 2019
}

// lexicon is the same, ready to be looked up.
type lexicon struct {
	forms, terms map[string]role // what a word is by its form, and by its term
	pairs        map[string]role // what two words are as a question word, with a space between them

	about, more, fillers phraseSet
	link, topicWord      string // the usual ones: and, about
	thatWord             string
	endings              []string
	unsaid               bool

	times times
	kindLexicon
	contraries

	pronouns map[string]bool  // by form: they, their and it
	stops    map[string]Signs // by form: what a stop word is a sign of, and of any word whether it denies or is a pronoun
}

// lexicons are made when their language is first read: all together take a tenth of a second.
var lexicons = func() map[text.Lang]func() *lexicon {
	all := map[text.Lang]func() *lexicon{}
	for lang, w := range map[text.Lang]*words{
		text.English: &english, text.French: &french, text.Spanish: &spanish, text.Russian: &russian,
		text.Norwegian: &norwegian, text.Swedish: &swedish, text.Hungarian: &hungarian,
	} {
		all[lang] = sync.OnceValue(func() *lexicon { return w.compile(lang) })
	}
	return all
}()

// noLexicon is that of all other languages.
var noLexicon = &lexicon{}

// lexiconOf returns the lexicon of a language, an empty one where there is none.
func lexiconOf(lang text.Lang) *lexicon {
	if lex := lexicons[lang]; lex != nil {
		return lex()
	}
	return noLexicon
}

func (w *words) compile(lang text.Lang) *lexicon {
	lex := &lexicon{
		forms: map[string]role{}, terms: map[string]role{}, pairs: map[string]role{},
		endings: forms(w.abouts), unsaid: w.unsaid,
		times:       w.dates.compile(),
		kindLexicon: w.compileSigns(lang),
		contraries:  w.compileContraries(lang),
	}
	w.classify(lex, lang)
	w.compileKinds(lex, lang)
	lex.compileStops()
	lex.about = lex.phraseSet(w.about, lang, opensAbout, 0)
	lex.more = lex.phraseSet(w.more, lang, opensMore, 0)
	lex.fillers = lex.phraseSet(w.fillers, lang, opensFiller, closesFiller)
	if len(lex.endings) == 0 {
		lex.topicWord, _, _ = strings.Cut(w.about, " ")
	}
	lex.link, _, _ = strings.Cut(w.links, " ")
	lex.thatWord, _, _ = strings.Cut(w.that, " ")
	return lex
}

// compileStops gathers what stop words are a sign of, so that one look-up tells it.
func (lex *lexicon) compileStops() {
	for key := range lex.poles {
		lex.signs[key] |= isPole
	}
	lex.stops, lex.pronouns = maps.Clone(lex.signs), map[string]bool{}
	for form := range lex.denials {
		lex.stops[form] |= Denial
	}
	for form, role := range lex.forms {
		if role.is(asThey | asTheir | asIt) {
			lex.pronouns[form] = true
			lex.stops[form] |= Pronoun
		}
	}
}

// parts returns the words of a text, those with a hyphen in their parts.
func parts(t string, lang text.Lang) []text.Word { return appendParts(nil, t, lang) }

func appendParts(room []text.Word, t string, lang text.Lang) []text.Word {
	return slices.DeleteFunc(text.AppendWords(room, t, text.Span{End: len(t)}, lang), func(w text.Word) bool { return w.Joined })
}

func set(list []string) map[string]bool {
	all := map[string]bool{}
	for _, w := range list {
		all[w] = true
	}
	return all
}

func forms(list string) []string {
	all := strings.Fields(list)
	for i, w := range all {
		all[i] = strings.ReplaceAll(w, "_", " ")
	}
	return all
}

func terms(list string, lang text.Lang) []string {
	var all []string
	for _, w := range text.Words(list, text.Span{End: len(list)}, lang) {
		all = append(all, w.Term)
	}
	return all
}
