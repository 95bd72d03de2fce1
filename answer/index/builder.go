package index

// builder collects articles, in the order of their numbers, to make a segment of them. An
// article is given by begin, then its marks, its lists of names and its sentences, and end.
type builder struct {
	kinds  []kind
	ofForm map[string]int32 // the last kind with a form
	terms  []term
	ofTerm map[string]int32

	articles  []builtArticle
	sentences []builtSentence
	tokens    []token // of all articles: marks, names and sentences
	ends      []int   // in tokens, of the lists of names
	bys       []int   // the lists that sentences are found by
	occurs    []occurrence

	words, paragraphs int
}

// builtArticle is an article that was added. Its tokens, lists, sentences begin where those of the one before end.
type builtArticle struct {
	number, tag               uint64
	layout                    []byte
	words                     int
	tokens, ends              int // where they begin
	marksEnd                  int // in tokens
	listsEnd                  int // in ends
	firstSentence, firstToken int
}

// builtSentence is a sentence that was added.
type builtSentence struct {
	end       int // in tokens
	bysEnd    int
	paragraph uint32 // as the builder counts them
	length    uint16 // as the segment has it
	mark      uint8
}

// token is a kind and, in the low byte, the mark of a word.
type token uint32

func (t token) kind() int32 { return int32(t >> 8) }

// kind is a type of words in the making.
type kind struct {
	form   string
	term   int32
	flags  Flags
	before int32  // another with the same form, or -1
	count  uint32 // how often it stands in sentences
	names  uint32 // as often as a name, not counting the first words of sentences
}

// term is a term in the making.
type term struct {
	text   string
	occurs int
}

// occurrence is a term in a sentence of an article, both as the builder counts them.
type occurrence struct {
	term              int32
	article, sentence uint32
}

func newBuilder() *builder {
	return &builder{ofForm: map[string]int32{}, ofTerm: map[string]int32{}}
}

// kind returns the number of the kind of a word.
func (b *builder) kind(form, text string, flags Flags) int32 {
	form, text = clipped(form), clipped(text)
	last, known := b.ofForm[form]
	if !known {
		last = -1
	}
	for k := last; k >= 0; k = b.kinds[k].before {
		if b.kinds[k].flags == flags && b.terms[b.kinds[k].term].text == text {
			return k
		}
	}
	k := int32(len(b.kinds))
	b.kinds = append(b.kinds, kind{form: form, term: b.term(text), flags: flags, before: last})
	b.ofForm[form] = k
	return k
}

func (b *builder) term(text string) int32 {
	t, known := b.ofTerm[text]
	if !known {
		t = int32(len(b.terms))
		b.terms = append(b.terms, term{text: text})
		b.ofTerm[text] = t
	}
	return t
}

func (b *builder) begin(number, tag uint64, layout []byte) {
	n := len(b.tokens)
	b.articles = append(b.articles, builtArticle{number: number, tag: tag, layout: layout, tokens: n, marksEnd: n,
		ends: len(b.ends), listsEnd: len(b.ends), firstSentence: len(b.sentences), firstToken: n})
}

func (b *builder) last() *builtArticle { return &b.articles[len(b.articles)-1] }

// mark adds a term of the article as a whole: it counts as one of its first sentence.
func (b *builder) mark(k int32) {
	b.tokens = append(b.tokens, token(k)<<8)
	a := b.last()
	a.marksEnd, a.firstToken = len(b.tokens), len(b.tokens)
	b.occur(k, a.firstSentence)
}

func (b *builder) beginNames() {
	b.ends = append(b.ends, len(b.tokens))
	b.last().listsEnd = len(b.ends)
}

func (b *builder) name(k int32, mark uint8) {
	b.tokens = append(b.tokens, token(k)<<8|token(mark))
	b.ends[len(b.ends)-1] = len(b.tokens)
	b.last().firstToken = len(b.tokens)
}

// list returns the words of a list of names of the article at hand.
func (b *builder) list(i int) []token {
	a := b.last()
	from := a.marksEnd
	if i > 0 {
		from = b.ends[a.ends+i-1]
	}
	return b.tokens[from:b.ends[a.ends+i]]
}

func (b *builder) beginSentence(opens bool, mark uint8) {
	s := builtSentence{end: len(b.tokens), bysEnd: len(b.bys), mark: mark}
	if opens {
		s.length = opensBit
		b.paragraphs++
	}
	s.paragraph = uint32(b.paragraphs)
	b.sentences = append(b.sentences, s)
}

func (b *builder) word(k int32, mark uint8) {
	b.tokens = append(b.tokens, token(k)<<8|token(mark))
	s, w := &b.sentences[len(b.sentences)-1], &b.kinds[k]
	s.end = len(b.tokens)
	if w.flags&Joined == 0 {
		w.count++
		if s.length&maxLength > 0 && w.flags&Capital != 0 { // the first word of a sentence tells nothing
			w.names++
		}
		if s.length&maxLength < maxLength {
			s.length++
		}
		b.last().words++
		b.words++
	}
	if w.flags&Stop == 0 {
		b.occur(k, len(b.sentences)-1)
	}
}

// by has the sentence at hand be found by a list of names.
func (b *builder) by(list int) {
	b.bys = append(b.bys, list)
	b.sentences[len(b.sentences)-1].bysEnd = len(b.bys)
	for _, t := range b.list(list) {
		if b.kinds[t.kind()].flags&Stop == 0 {
			b.occur(t.kind(), len(b.sentences)-1)
		}
	}
}

func (b *builder) occur(k int32, sentence int) {
	t := b.kinds[k].term
	b.terms[t].occurs++
	b.occurs = append(b.occurs, occurrence{t, uint32(len(b.articles) - 1), uint32(sentence)})
}
