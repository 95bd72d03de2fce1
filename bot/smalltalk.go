package bot

import (
	"strings"
	"unicode"
)

// courtesies are what people say to a bot that is no question to its articles, in
// the languages that it reads.
var courtesies = words(`
	hello; hello there; hi; hi there; hey; hey there; howdy; good morning; good afternoon; good evening; good day; yo;
	how are you; how are you doing; hows it going; whats up; nice to meet you;
	thanks; thanks a lot; thank you; thank you so much; thank you very much; many thanks; thx; cheers; great; ok; okay; cool;
	bye; goodbye; good bye; good night; see you;
	who are you; what are you; what is this; what do you do; what can you do; what can i ask; what can i ask you;
	how do you work; how does this work; are you a bot; are you human; can you help me; help me; test; ping;
	bonjour; salut; merci; merci beaucoup; au revoir; qui es tu; qui êtes vous;
	hola; buenos días; gracias; muchas gracias; adiós; quién eres;
	hei; hallo; takk; takk skal du ha; hvem er du; hej; hejsan; tack; tack så mycket; vem är du;
	szia; helló; köszönöm; ki vagy; привет; здравствуйте; спасибо; кто ты; кто вы`)

func words(list string) map[string]bool {
	set := make(map[string]bool)
	for phrase := range strings.SplitSeq(list, ";") {
		set[bare(phrase)] = true
	}
	return set
}

// smallTalk reports whether all of a message is a courtesy, or has no letter or digit.
func smallTalk(text string) bool {
	said := strings.TrimSuffix(bare(text), " verbatim")
	return said == "" || courtesies[said]
}

// bare returns the letters and digits of a text in lower case, one space between words.
func bare(text string) string {
	kept := strings.Map(func(r rune) rune {
		switch {
		case unicode.IsLetter(r), unicode.IsDigit(r), unicode.IsMark(r):
			return unicode.ToLower(r)
		case r == '\'' || r == '’':
			return -1
		}
		return ' '
	}, text)
	return strings.Join(strings.Fields(kept), " ")
}
