package pdf

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"verbatim/answer/text"
)

// What the end of a line is in running text.
type lineBreak int

const (
	wordsBreak lineBreak = iota // a space
	hyphenGoes                  // nothing: the hyphen only broke the word
	hyphenStays
)

// longestWord is more bytes than any word has that a line ends with.
const longestWord = 200

// readWords counts the words of lines, but for those that the ends of lines may have broken.
func (f *flow) readWords(lines []line) {
	f.words = map[string]int{}
	var sample strings.Builder
	broken := false
	for _, l := range lines {
		words := strings.Fields(l.text)
		if broken {
			words = words[1:]
		}
		if broken = hyphenated(l.text); broken && len(words) > 0 {
			words = words[:len(words)-1]
		}
		for _, w := range words {
			f.count(w)
		}
		if sample.Len() < maxSample {
			sample.WriteString(l.text + "\n")
		}
	}
	f.lang = text.Detect(sample.String())
}

// maxSample is how many bytes of a text tell its language.
const maxSample = 10_000

// count counts a word, and the part before its first hyphen as one that has a hyphen behind it.
func (f *flow) count(w string) {
	w = bare(w)
	f.words[w]++
	if first, rest, ok := strings.Cut(w, "-"); ok && rest != "" {
		f.words[first+"-"]++
	}
}

// bare returns a word in lower case without the marks around it.
func bare(w string) string { return strings.ToLower(strings.TrimFunc(w, notLetter)) }

func notLetter(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }

func hyphenated(s string) bool {
	r, n := utf8.DecodeLastRuneInString(s)
	return (r == '-' || r == softHyphen) && n < len(s)
}

func trimHyphen(s []byte) []byte {
	_, n := utf8.DecodeLastRune(s)
	return bytes.TrimRight(s[:len(s)-n], "-")
}

// breakAt tells what stands between the end of a line and the next line.
func (f *flow) breakAt(end, next string) lineBreak {
	last, n := utf8.DecodeLastRuneInString(end)
	before, _ := utf8.DecodeLastRuneInString(end[:len(end)-n])
	first, _ := utf8.DecodeRuneInString(next)
	switch {
	case last == softHyphen:
		return hyphenGoes
	case last == '—' || last == '/':
		if unicode.IsLetter(before) {
			return hyphenStays
		}
		return wordsBreak
	case last != '-' || notLetter(before):
		return wordsBreak
	case !unicode.IsLetter(before) || !unicode.IsLower(first):
		return hyphenStays
	}
	tail, _, _ := strings.Cut(next, " ")
	return f.mendWord(bare(lastWord(end)), bare(tail))
}

// mendWord tells whether a and b, which stood at the end of a line and the start of the next with a hyphen between, are one
// word without it: as the text has it elsewhere, or else if nothing speaks for a compound.
func (f *flow) mendWord(a, b string) lineBreak {
	whole, compound := f.words[a+b], f.words[a+"-"+b]
	switch {
	case whole != compound && max(whole, compound) > 0:
		if whole > compound {
			return hyphenGoes
		}
		return hyphenStays
	case strings.Contains(a, "-") || compounding[a] || clitics[f.lang][firstPart(b)]:
		return hyphenStays
	case f.words[a+"-"] > 0 && f.words[b] > 0:
		return hyphenStays
	}
	return hyphenGoes
}

func firstPart(s string) string {
	first, _, _ := strings.Cut(s, "-")
	return first
}

func set(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}

// compounding are words that other words hang on to with a hyphen, and that hardly any word starts with.
var compounding = set(`self well ex long short high half full part two three four five six seven eight nine ten twenty thirty forty fifty
	vice quasi pseudo so-called decision cross right left first second third north south east west demi mi celle ceux celui peut grand`)

// clitics are words that hang on to the word before them with a hyphen.
var clitics = map[text.Lang]map[string]bool{
	text.French:  set(`il elle on ils elles ce je tu moi toi lui nous vous leur là ci même mêmes être t dire vous`),
	text.Russian: set(`то либо нибудь таки за под ка`),
}
