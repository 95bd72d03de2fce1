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

// kindLexicon is what of it is looked up in texts.
type kindLexicon struct {
	signs   map[string]Signs // by key
	gerund  string
	capital bool // its months have one
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

func (w *words) compileSigns(lang text.Lang) kindLexicon {
	k := &w.kinds
	lex := kindLexicon{signs: map[string]Signs{}, gerund: k.gerund, capital: k.capital}
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

// compileKinds notes which kinds of answers words ask for. Of two kinds of a word the first counts.
func (w *words) compileKinds(lex *lexicon, lang text.Lang) {
	for _, q := range []struct {
		kind Kind
		list string
	}{{Person, w.person}, {Time, w.time}, {Place, w.place}, {Number, w.number}, {Reason, w.reason}} {
		for _, form := range forms(q.list) {
			if first, _, pair := strings.Cut(form, " "); pair {
				lex.pairs[form] = role{asks: q.kind}
				note(lex.forms, []string{first}, opensPair)
			} else if r := lex.forms[form]; r.asks == Anything {
				r.asks = q.kind
				lex.forms[form] = r
			}
		}
	}
	for _, n := range []struct {
		kind Kind
		list string
	}{{Time, w.times}, {Place, w.places}, {Number, w.numbers}, {Person, w.persons}} {
		for _, term := range terms(n.list, lang) {
			if r := lex.terms[term]; r.noun == Anything {
				r.noun = n.kind
				lex.terms[term] = r
			}
		}
	}
	w.kinds.compileWants(lex, lang)
}

// compileWants notes which words want one sort of time or number.
func (k *kindWords) compileWants(lex *lexicon, lang text.Lang) {
	wants := []string{
		wantYear: k.years, wantDay: k.days, wantDuration: k.durations, wantMoney: k.prices,
		wantShare: k.shares, wantAge: k.ages, wantSize: k.sizes,
	}
	for w, list := range wants {
		for _, form := range forms(list) {
			if pair, ok := lex.pairs[form]; ok {
				pair.want = want(w)
				lex.pairs[form] = pair
			}
			if strings.Contains(form, " ") {
				continue
			}
			for _, term := range terms(form, lang) {
				if r := lex.terms[term]; r.want == wantAny {
					r.want = want(w)
					lex.terms[term] = r
				}
			}
		}
	}
}
