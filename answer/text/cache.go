package text

import (
	"hash/maphash"
	"strings"
	"sync/atomic"
)

// entry is what is known of a word as it stands in a text.
type entry struct {
	surface string
	lang    Lang
	form    string
	term    string
	stop    bool
	acronym bool // in capitals it is another word than in lower case: US, IT
}

// entries keeps words that were seen, each in one of two places, so that a word that comes often is analysed once.
// It is bounded by its size, and nobody waits: a lost write costs one analysis. On news 97 % of words are found in it.
var entries [1 << 17]atomic.Pointer[entry]

var seed = maphash.MakeSeed()

// lookup returns what is known of a word as it stands in a text of lang.
func lookup(surface string, lang Lang) *entry {
	h := hash(surface, lang)
	first, second := &entries[h%uint64(len(entries))], &entries[h>>32%uint64(len(entries))]
	for _, place := range []*atomic.Pointer[entry]{first, second} {
		if e := place.Load(); e != nil && e.surface == surface && e.lang == lang {
			return e
		}
	}
	e := analyse(surface, lang)
	if first.Load() == nil {
		first.Store(e)
	} else {
		second.Store(e)
	}
	return e
}

func hash(surface string, lang Lang) uint64 {
	h := maphash.String(seed, surface)
	if lang != "" {
		h += uint64(lang[0])*31 + uint64(lang[len(lang)-1])
	}
	return h
}

// analyse works out what lookup keeps. The strings it returns do not hold on to the text.
func analyse(surface string, lang Lang) *entry {
	surface = strings.Clone(surface)
	form := fold(surface, lang)
	return &entry{
		surface: surface, lang: lang,
		form: form, term: term(form, lang), stop: isStop(form, lang) || isContraction(form, lang),
		acronym: lang == English && acronyms[form],
	}
}
