package speech

import (
	"strings"
	"sync"

	"verbatim/answer/text"
)

// traits say what a word can be. Most words have none; some have several: "report" can be a cue, "chief" an office
// or a modifier, and the rules decide by the place.
type traits uint32

const (
	cueStrong   traits = 1 << iota // a verb that hardly does anything but report words: said, told
	cueWeak                        // a verb that often does: called, warned, laughed
	cueBound                       // a form without a subject of its own: saying, adding
	heWord                         // he
	sheWord                        // she
	itWord                         // it
	theyWord                       // they, we, I: a pronoun that names nobody
	determiner                     // a, the, his, several: begins a noun phrase
	indefinite                     // a
	definite                       // the, this: the noun phrase was spoken of before
	link                           // a preposition or conjunction: ends a noun phrase
	genitive                       // of, for, at: ties a noun to the one before it
	conjunction                    // and, but: joins nouns, or begins a sentence
	relative                       // who, which
	filler                         // an auxiliary or adverb that may stand between subject and verb
	adverb                         // by its ending
	being                          // is, was: with a past form it is a passive, and its subject says nothing
	origin                         // according to: the speaker follows
	office                         // chairman, founder, spokesman
	modifier                       // former, deputy, Republican
	honorific                      // Mr, Dr and every other title that is not an office
	male                           // he, his, Mr, spokesman, John
	female                         // she, her, Mrs, spokeswoman, Mary
	suffix                         // Jr, III
	particle                       // de, von, bin
	calendar                       // Monday, January
	body                           // University, Ltd: the name is no person's
	firm                           // company: stands for the one that the article is about
	people                         // officials, someone: persons, but no one's title
	shortened                      // no., etc.: the stop is part of the word
	that                           // that: what is said follows
	barely                         // said: a clause may follow without "that"
)

const (
	cue     = cueStrong | cueWeak
	pronoun = heWord | sheWord | itWord | theyWord
	// closed are the words of grammar. They are no part of a name, however they are spelt.
	closed = pronoun | determiner | link | conjunction | relative | filler | origin
	title  = office | modifier | honorific
	sexes  = male | female
)

// language is what the rules know of a language.
type language struct {
	words     map[string]traits
	dashes    bool     // a paragraph that opens with a dash is speech
	adverbs   string   // the ending of adverbs
	past      string   // the ending of verbs in the past: he mumbled
	elided    bool     // l'accord is two words
	clitics   []string // pronouns that are tied to the verb: dit-il
	dropped   bool     // a verb may go without its subject: dijo
	compounds []string // offices that end compounds: finansminister
	stacked   bool     // an organisation stands between office and name: тренер Спартака Иван Орлов
	postposed bool     // an office follows its holder: Nagy Anna igazgató
	stories   sync.Pool
}

// isPast reports whether a word has the ending of a verb in the past.
func (l *language) isPast(w string) bool {
	return l.past != "" && len(w) > len(l.past)+2 && strings.HasSuffix(w, l.past)
}

// group lists words that share their traits.
type group struct {
	traits traits
	words  string
}

var languages = map[text.Lang]func() *language{
	text.English: sync.OnceValue(english), text.French: sync.OnceValue(french), text.Hungarian: sync.OnceValue(hungarian),
	text.Norwegian: sync.OnceValue(norwegian), text.Russian: sync.OnceValue(russian), text.Spanish: sync.OnceValue(spanish),
	text.Swedish: sync.OnceValue(swedish),
}

// speak returns the language of an article. English stands in for one that is not known: its cues and titles are
// met in every other, and a wrong guess says nothing.
func speak(lang text.Lang) *language {
	if make := languages[lang]; make != nil {
		return make()
	}
	return languages[text.English]()
}

// lexicon joins groups, and those that all languages share.
func lexicon(groups ...group) map[string]traits {
	words := map[string]traits{}
	for _, g := range append(groups, everywhere...) {
		for w := range strings.FieldsSeq(g.words) {
			words[w] |= g.traits
		}
	}
	return words
}

var everywhere = []group{
	{particle, `
		de da do dos das di del della der den ten ter van von zu zur du des la le el al bin ibn ben abu af av y e und`},
	{suffix, "jr sr jr. sr. ii iii iv phd"},
	{honorific, "dr dr. prof prof."},
	{male, maleNames}, {female, femaleNames},
	{office, "ceo cfo cto coo"},
	{body, `
		university institute corp corp. inc inc. ltd ltd. llc plc group company bank committee commission council party
		association union college school foundation center centre house department ministry agency times post news
		network street tower`},
}
