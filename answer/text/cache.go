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

// entries keeps the words seen last, one for each hash, so that a word that comes often is analysed once. It is
// bounded by its size, and readers never wait: a lost write costs one analysis.
var entries [1 << 16]atomic.Pointer[entry]

var seed = maphash.MakeSeed()

// longestWord is how many bytes a word may have to be stemmed and kept; what is longer is none.
const longestWord = 128

// lookup returns what is known of a word as it stands in a text of lang.
func lookup(surface string, lang Lang) *entry {
	slot := &entries[hash(surface, lang)%uint64(len(entries))]
	if e := slot.Load(); e != nil && e.surface == surface && e.lang == lang {
		return e
	}
	e := analyse(surface, lang)
	if len(surface) <= longestWord {
		slot.Store(e)
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
		acronym: acronyms[lang][form],
	}
}
