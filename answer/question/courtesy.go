package question

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"
)

// courtesies are what people say that is no question to the articles, in the languages
// that Verbatim reads.
var courtesies = phrases(`
	hello; hi; hey; howdy; good morning; morning; good afternoon; good evening; good day; yo; welcome; welcome back;
	how are you; how are you doing; hows it going; whats up; nice to meet you; happy birthday; congratulations; congrats;
	thanks; thanks a lot; thank you; thank you so much; thank you very much; many thanks; thx; ty; cheers; great; ok; okay; cool;
	well done; nice; perfect; awesome; wow; huh; hm; hmm; ah; oh; aha; interesting; really; seriously; right; got it; noted; will do; makes sense; good point;
	are you sure; lol; haha; yes; no; sure; please; sorry; never mind; no worries; no problem; you are welcome; sounds good;
	bye; goodbye; good bye; good night; see you; see you later; see you tomorrow; have a nice day; brb; be right back; afk;
	who are you; what are you; what is this; what do you do; what can you do; what can i ask; what can i ask you;
	how do you work; how does this work; are you a bot; are you human; are you there; can you help me; help me; test; ping;
	bonjour; bonsoir; salut; merci; merci beaucoup; au revoir; qui es tu; qui êtes vous; ça va;
	hola; buenos días; buenas tardes; buenas noches; gracias; muchas gracias; adiós; quién eres; qué tal;
	hei; hallo; god morgen; takk; tusen takk; takk skal du ha; ha det; hvem er du; hej; hejsan; god morgon; tack; tack så mycket; hej då; vem är du;
	szia; helló; jó reggelt; köszönöm; viszlát; ki vagy; привет; здравствуйте; доброе утро; спасибо; пока; кто ты; кто вы`)

// addressed are those to whom a courtesy may be said without being more than one.
var addressed = phrases(`
	verbatim; bot; there; all; everyone; everybody; team; guys; folks; friends; again; tous; à tous; toutes; todos; a todos;
	equipo; alle; alle sammen; alla; mindenkinek; всем; everyone here; you all; yall`)

// longestCourtesy is how many bytes the longest courtesy has with those it is said to.
var longestCourtesy = longest(courtesies) + len(" ") + longest(addressed)

func longest(phrases map[string]bool) (most int) {
	for phrase := range phrases {
		most = max(most, len(phrase))
	}
	return most
}

func phrases(list string) map[string]bool {
	set := map[string]bool{}
	for phrase := range strings.SplitSeq(list, ";") {
		set[bare(phrase)] = true
	}
	return set
}

// Courtesy reports whether a text is a greeting, a thanks or the like, with or without
// those it is said to, or has no letter or digit: there is nothing in it to answer.
func Courtesy(text string) bool {
	var room [64]byte // for all that may be one
	said := appendBare(room[:0], text, longestCourtesy)
	if len(said) == 0 || courtesies[string(said)] {
		return true
	}
	for i, c := range said {
		if c == ' ' && courtesies[string(said[:i])] && addressed[string(said[i+1:])] {
			return true
		}
	}
	return false
}

// bare returns the letters and digits of a text in lower case, one space between words.
func bare(text string) string { return string(appendBare(nil, text, math.MaxInt)) }

// appendBare appends what bare returns, as far as a byte behind most.
func appendBare(dst []byte, text string, most int) []byte {
	parted := false
	for _, r := range text {
		switch {
		case len(dst) > most:
			return dst
		case unicode.IsLetter(r), unicode.IsDigit(r), unicode.IsMark(r):
			if parted && len(dst) > 0 {
				dst = append(dst, ' ')
			}
			dst, parted = utf8.AppendRune(dst, unicode.ToLower(r)), false
		case r != '\'' && r != '’':
			parted = true
		}
	}
	return dst
}
