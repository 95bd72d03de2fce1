package text

// Word is a word of a text.
type Word struct {
	Span
	Form   string // case folded, NFC, apostrophes and numbers made alike: what spelling works on
	Term   string // what is matched: the form in one spelling, stemmed
	Stop   bool   // carries no subject of its own: the, is, of
	Joined bool   // the parts of a hyphenated word read as one; the parts stand beside it as words of their own
}

// Words returns the words of t[at.Start:at.End] in order, with spans into t.
func Words(t string, at Span, lang Lang) []Word { return nil }

// Paragraphs returns the paragraphs of t in order, each without the white space around it.
func Paragraphs(t string) []Span { return nil }

// Sentences returns the sentences of one paragraph of t in order, each without the white space around it.
// Together they hold every byte of the paragraph that is not white space.
func Sentences(t string, paragraph Span, lang Lang) []Span { return nil }
