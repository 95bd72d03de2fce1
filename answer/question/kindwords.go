package question

import (
	"strings"

	"verbatim/answer/text"
)

// kindWords are the words by which a question tells what an answer must hold, and those
// that are signs of such an answer in a text.
type kindWords struct {
	// In a question.
	auxiliary string // what a clause begins with behind a which that has no noun: did
	sorts     string // what stands between which and its noun: type of
	named     string // nouns for what has a name of its own: company
	naming    string // nouns for what something is called: name, term
	called    string // verbs for it
	asking    string // what tells which sort of thing is asked for, and need not stand beside it: cause, role, located

	// Question words and nouns that want one sort of time or number.
	years, days, durations, prices, shares, ages, sizes string

	// In a text; the copula in a question too.
	copula  string // what a definition has behind its subject: is
	means   string // what a definition has instead: means, called
	at      string // prepositions before a place
	by      string // what leads to a manner: by, using
	gerund  string // the ending of a verb behind that
	capital bool   // its months have a capital: May is one, may is not
	money   string // currencies
	share   string // percent
	units   string // of length, weight and the like
	spans   string // of time
	age     string // aged, old
	when    string // what else may tell a time: during, after
	vague   string // what stands where a number may: several
	purpose string // what else may tell a reason: to
}

// kindLexicon is the same, ready to be looked up.
type kindLexicon struct {
	auxiliary, copula, called map[string]bool  // by form
	asking                    map[string]bool  // by term
	sorts, named, naming      map[string]bool  // by term
	wants                     map[string]want  // by form where it is two words, else by term
	signs                     map[string]Signs // by key
	gerund                    string
	capital                   bool // its months have one
}

// want is which time, number or name a question wants, more narrowly than its Kind.
type want uint8

const (
	wantAny want = iota
	wantYear
	wantDay
	wantDuration
	wantMoney
	wantShare
	wantAge
	wantSize
	wantCount // of the nouns that the question counts; those before have units
	wantTerm  // what something is called
)

func (w *words) compileKinds(lang text.Lang) kindLexicon {
	k := &w.kinds
	termSet := func(list string) map[string]bool { return set(terms(list, lang)) }
	lex := kindLexicon{
		auxiliary: set(forms(k.auxiliary)), copula: set(forms(k.copula)),
		sorts: termSet(k.sorts), named: termSet(k.named), naming: termSet(k.naming), called: set(forms(k.called)), asking: termSet(k.asking),
		wants: k.compileWants(lang), signs: map[string]Signs{}, gerund: k.gerund, capital: k.capital,
	}
	for sign, list := range map[Signs]string{
		ofCopula: k.copula, ofMeaning: k.means, ofPlace: k.at, ofMeans: k.by, ofMoney: k.money, ofShare: k.share,
		ofUnit: k.units, ofSpan: k.spans, ofAge: k.age, ofCount: w.counts, ofAmount: k.vague,
		ofCause: w.causes, ofPurpose: k.purpose, ofCalendar: w.calendar,
		ofMonth: w.dates.months, ofPeriod: w.periods, ofMoment: k.when, ofPerson: w.persons,
	} {
		for _, w := range parts(list, lang) {
			lex.signs[key(w)] |= sign
		}
	}
	return lex
}

// key returns what a word is looked up by: its term, but for stop words, whose terms are
// those of other words too: är and år.
func key(w text.Word) string {
	if w.Stop {
		return w.Form
	}
	return w.Term
}

// compileWants has a word that stands in several lists, as the Russian for year and years old does, want what
// the first of them does.
func (k *kindWords) compileWants(lang text.Lang) map[string]want {
	all := map[string]want{}
	for i, list := range [...]string{k.years, k.days, k.durations, k.prices, k.shares, k.ages, k.sizes} {
		for _, form := range forms(list) {
			words := []string{form}
			if !strings.Contains(form, " ") {
				words = terms(form, lang)
			}
			for _, w := range words {
				if all[w] == wantAny {
					all[w] = wantYear + want(i)
				}
			}
		}
	}
	return all
}
