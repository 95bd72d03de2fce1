package text

// The endings of the steps of Porter's stemmer; of those that a word has the first counts.
var (
	plurals      = []string{"sses", "ied", "ies", "us", "ss", "s"}
	tenses       = []string{"eedly", "ingly", "edly", "ing", "eed", "ed"}
	leftByTenses = []string{"at", "bl", "iz", "bb", "dd", "ff", "gg", "mm", "nn", "pp", "rr", "tt"}

	derived = []derivation{
		{"ational", "ate"}, {"fulness", "ful"}, {"iveness", "ive"}, {"ization", "ize"}, {"ousness", "ous"}, {"biliti", "ble"},
		{"lessli", "less"}, {"tional", "tion"}, {"alism", "al"}, {"aliti", "al"}, {"ation", "ate"}, {"entli", "ent"},
		{"fulli", "ful"}, {"iviti", "ive"}, {"ousli", "ous"}, {"anci", "ance"}, {"abli", "able"}, {"alli", "al"},
		{"ator", "ate"}, {"enci", "ence"}, {"izer", "ize"}, {"bli", "ble"}, {"ogi", "og"}, {"li", ""},
	}
	derivedOnce = []derivation{
		{"ational", "ate"}, {"tional", "tion"}, {"alize", "al"}, {"icate", "ic"}, {"ative", ""}, {"iciti", "ic"},
		{"ical", "ic"}, {"ful", ""}, {"ness", ""},
	}
	dropped = []string{"ement", "ance", "ence", "able", "ible", "ment", "ent", "ant", "ism", "ate", "iti", "ous", "ive", "ize",
		"ion", "al", "er", "ic"}
)

// regionPrefixes begin words whose first region begins behind them.
var regionPrefixes = []string{"gener", "commun", "arsen"}

// derivation is an ending, and what takes its place.
type derivation struct{ ending, by string }

// replace replaces the first of some endings, if it lies in the first region.
func (p *porter) replace(derivations []derivation) {
	for _, d := range derivations {
		if !p.ends(d.ending) {
			continue
		}
		if before := p.n - len(d.ending); before >= p.r1 && p.fits(d.ending, before) {
			p.cut(len(d.ending), d.by)
		}
		return
	}
}

// fits reports whether an ending goes with the letters before it, and lies where it has to.
func (p *porter) fits(ending string, before int) bool {
	switch ending {
	case "li":
		return before > 0 && isBeforeLi(p.w[before-1])
	case "ogi":
		return before > 0 && p.w[before-1] == 'l'
	case "ative":
		return before >= p.r2
	}
	return true
}

func isBeforeLi(c byte) bool {
	switch c {
	case 'c', 'd', 'e', 'g', 'h', 'k', 'm', 'n', 'r', 't':
		return true
	}
	return false
}

// drop takes off the first of the endings that are dropped, if it lies in the second region.
func (p *porter) drop() {
	ending := p.first(dropped)
	before := p.n - len(ending)
	if ending == "" || before < p.r2 || ending == "ion" && (before == 0 || p.w[before-1] != 's' && p.w[before-1] != 't') {
		return
	}
	p.cut(len(ending), "")
}

// dropLast takes off a last e, and the second of two l.
func (p *porter) dropLast() {
	last := p.n - 1
	switch {
	case p.r1 > last:
	case p.w[last] == 'e' && (p.r2 <= last || !p.endsShort(last)), p.ends("ll") && p.r2 <= last:
		p.cut(1, "")
	}
}

// stemExceptions are the words that these steps would stem wrongly.
var stemExceptions = func() map[string]string {
	m := pairs(`skis ski skies sky dying die lying lie tying tie idly idl gently gentl ugly ugli early earli only onli
singly singl sky sky news news howe howe atlas atlas cosmos cosmos bias bias andes andes`)
	for _, w := range []string{"inning", "outing", "canning", "herring", "earring", "proceed", "exceed", "succeed"} {
		m[w], m[w+"s"] = w, w
	}
	for _, w := range []string{"proceed", "exceed", "succeed"} {
		m[w+"ed"], m[w+"ing"] = w, w
	}
	return m
}()
