package speech

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// register keeps the names that were read, as the vocabulary keeps words, and for the article that is read what its
// mentions of them tell.
type register struct {
	lang    *language
	names   numbering
	entries []entry // by the numbers of their names; the first is nobody's
	article uint32  // the articles so far
	spelt   []byte  // the name that is looked up
}

// entry is a name in lower case and without titles, as all mentions share it that are spelt so.
type entry struct {
	words string
	parts []int32 // its words, as names of their own
	own   int32   // how many of them name it: Oslo is not short for the University of Oslo
	frame int32   // the name of its first and last word
	thing bool    // an organisation
	given traits  // the sex that its first word tells

	in findings
}

// findings are what an article tells of a name.
type findings struct {
	article     uint32
	first       int32   // of a name of several words: its first mention
	count       int32   // and how many there are
	sex         traits  // of whoever has it
	ends, holds []int32 // the names of several words that end in it, and those that have it for a word
	longest     int32   // of those of which it is the frame the longest
	forms       [4]form // by what titles tell: Mr Berg is not Mrs Berg
}

// form is a name where the titles before it tell the same of the sex.
type form struct {
	votes  votes
	person int32 // 1 + the person, once that is found
}

func newRegister(lang *language) *register {
	return &register{lang: lang, names: newNumbering(), entries: make([]entry, 1)}
}

// begin begins a new article. Where the register has grown too large it is forgotten.
func (r *register) begin() {
	if r.names.full(1 << 14) {
		r.names.forget()
		clear(r.entries)
		r.entries = r.entries[:1]
	}
	r.article++
}

// number returns the place among the entries of a name as it stands in a text.
func (r *register) number(name string) int32 {
	r.spelt = r.spelt[:0]
	for i := range len(name) {
		c := name[i]
		switch {
		case c >= utf8.RuneSelf:
			return r.enter(strings.ToLower(strings.Join(strings.Fields(name), " ")))
		case 'A' <= c && c <= 'Z':
			c += 'a' - 'A'
		case classes[c] == blank && c <= ' ':
			if c = ' '; r.spelt[len(r.spelt)-1] == c {
				continue
			}
		}
		r.spelt = append(r.spelt, c)
	}
	if n, _ := r.names.find(string(r.spelt)); n > 0 {
		return n
	}
	return r.enter(string(r.spelt))
}

// enter returns the place of a name that is in lower case, its words one space apart.
func (r *register) enter(words string) int32 {
	n, key := r.names.find(words)
	if n > 0 {
		return n
	}
	n = r.names.add(words, key)
	words = r.names.words[n]
	r.entries = append(r.entries, entry{})
	fields := strings.Fields(words)
	e := entry{words: words, own: int32(len(fields)), frame: n, parts: []int32{n}}
	if given := r.lang.words[fields[0]] & sexes; given == male || given == female {
		e.given = given
	}
	if last := len(fields) - 1; last > 0 {
		e.parts = e.parts[:0]
		for _, w := range fields {
			e.parts = append(e.parts, r.enter(w))
		}
		if of := slices.Index(fields, "of"); of > 0 {
			e.own = int32(of)
		}
		if last > 1 {
			e.frame = r.enter(fields[0] + " " + fields[last])
		}
	}
	for _, w := range fields {
		e.thing = e.thing || r.lang.words[w]&body != 0
	}
	r.entries[n] = e
	return n
}

// entry returns a name by its number.
func (r *register) entry(n int32) *entry {
	e := &r.entries[n]
	if e.in.article != r.article {
		e.in = findings{article: r.article, ends: e.in.ends[:0], holds: e.in.holds[:0]}
	}
	return e
}

// named returns the number of a name in lower case that was read in the article, or 0.
func (r *register) named(words string) int32 {
	if n, _ := r.names.find(words); r.entries[n].in.article == r.article {
		return n
	}
	return 0
}

// hasWord reports whether a word in lower case is one of those of a name.
func (r *register) hasWord(name int32, word string) bool {
	is := func(part int32) bool { return r.entries[part].words == word }
	return slices.ContainsFunc(r.entries[name].parts, is)
}

// form returns that form of a name that titles with the traits before it make.
func (e *entry) form(titles traits) *form {
	i := 0
	if titles&male != 0 {
		i++
	}
	if titles&female != 0 {
		i += 2
	}
	return &e.in.forms[i]
}
