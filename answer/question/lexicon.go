package question

import (
	"maps"
	"slices"
	"strings"

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

// lexicon is the same, ready to be looked up: what questions are read with by form, what
// texts are matched against by term.
type lexicon struct {
	asks  map[string]Kind // by form
	nouns map[string]Kind // by term

	says, frame        map[string]bool // by term
	stances, compares  map[string]bool // by term; sources by form
	sources, saidNouns map[string]bool
	which, topic       map[string]bool // by form
	according, and     map[string]bool // by form
	calendar, periods  map[string]bool // by term
	counts, causes     map[string]bool // by term

	times times

	kindLexicon
	contraries
	followUps

	pronouns map[string]bool  // by form: they, their and it
	stops    map[string]Signs // by form: what a stop word is a sign of, and of any word whether it denies or is a pronoun
}

// followUps are the words of follow-ups, by their forms, with a space between two.
type followUps struct {
	links, about, more, how, they, their, it, that, prepositions, articles, chat, fillers map[string]bool

	link, topicWord, thatWord string // the usual ones: and, about, that
	endings                   []string
	unsaid                    bool
}

var lexicons = func() map[text.Lang]*lexicon {
	all := map[text.Lang]*lexicon{"": {}}
	for lang, w := range map[text.Lang]*words{
		text.English: &english, text.French: &french, text.Spanish: &spanish, text.Russian: &russian,
		text.Norwegian: &norwegian, text.Swedish: &swedish, text.Hungarian: &hungarian,
	} {
		all[lang] = w.compile(lang)
	}
	return all
}()

// lexiconOf returns the lexicon of a language, an empty one where there is none.
func lexiconOf(lang text.Lang) *lexicon {
	if lex := lexicons[lang]; lex != nil {
		return lex
	}
	return lexicons[""]
}

func (w *words) compile(lang text.Lang) *lexicon {
	termSet := func(list string) map[string]bool { return set(terms(list, lang)) }
	lex := &lexicon{
		asks: kinds(map[Kind][]string{
			Person: forms(w.person), Time: forms(w.time), Place: forms(w.place),
			Number: forms(w.number), Reason: forms(w.reason),
		}),
		nouns: kinds(map[Kind][]string{
			Person: terms(w.persons, lang), Time: terms(w.times, lang),
			Place: terms(w.places, lang), Number: terms(w.numbers, lang),
		}),
		says: termSet(w.says), frame: termSet(w.frame),
		stances: termSet(w.stances), compares: termSet(w.compares), sources: set(forms(w.sources)), saidNouns: set(forms(w.saidNouns)),
		which: set(forms(w.which)), topic: set(forms(w.topic)),
		according: set(forms(w.according)), and: set(forms(w.and)),
		calendar: termSet(w.calendar), periods: termSet(w.periods),
		counts: termSet(w.counts), causes: termSet(w.causes),
		times:       w.dates.compile(),
		kindLexicon: w.compileKinds(lang),
		contraries:  w.compileContraries(lang),
		followUps:   w.compileFollowUps(lang),
		pronouns:    map[string]bool{},
	}
	for _, list := range []map[string]bool{lex.they, lex.their, lex.it} {
		maps.Copy(lex.pronouns, list)
	}
	lex.compileStops()
	return lex
}

// compileStops gathers what stop words are a sign of, so that one look-up tells it.
func (lex *lexicon) compileStops() {
	for key := range lex.poles {
		lex.signs[key] |= isPole
	}
	lex.stops = maps.Clone(lex.signs)
	for form := range lex.denials {
		lex.stops[form] |= Denial
	}
	for form := range lex.pronouns {
		lex.stops[form] |= Pronoun
	}
}

func (w *words) compileFollowUps(lang text.Lang) followUps {
	phrases := func(list string) map[string]bool {
		all := map[string]bool{}
		for _, phrase := range forms(list) {
			all[formsOf(parts(phrase, lang))] = true
		}
		return all
	}
	f := followUps{
		links: phrases(w.links), about: phrases(w.about), more: phrases(w.more), how: phrases(w.how),
		they: phrases(w.they), their: phrases(w.their), it: phrases(w.it), that: phrases(w.that),
		prepositions: phrases(w.prepositions), articles: phrases(w.articles), chat: phrases(w.chat), fillers: phrases(w.fillers),
		endings: forms(w.abouts), unsaid: w.unsaid,
	}
	if len(f.endings) == 0 {
		f.topicWord, _, _ = strings.Cut(w.about, " ")
	}
	f.link, _, _ = strings.Cut(w.links, " ")
	f.thatWord, _, _ = strings.Cut(w.that, " ")
	return f
}

// parts returns the words of a text, those with a hyphen in their parts.
func parts(t string, lang text.Lang) []text.Word {
	return slices.DeleteFunc(text.Words(t, text.Span{End: len(t)}, lang), func(w text.Word) bool { return w.Joined })
}

// formsOf joins the forms of words with spaces.
func formsOf(words []text.Word) string {
	all := make([]string, len(words))
	for i, w := range words {
		all[i] = w.Form
	}
	return strings.Join(all, " ")
}

func kinds(lists map[Kind][]string) map[string]Kind {
	all := map[string]Kind{}
	for kind, list := range lists {
		for _, w := range list {
			all[w] = kind
		}
	}
	return all
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
