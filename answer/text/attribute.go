package text

// attributes reports whether t begins with a name and a verb of saying: Dr Liang asked.
func attributes(t string) bool {
	names := 0
	for i := 0; i < len(t) && names < 5; {
		word := wordPrefix(t[i:])
		if word == "" {
			return false
		}
		if names > 0 && speechVerbs[word] {
			return true
		}
		if isLower(rune(word[0])) || names == 0 && isStop(string(word[0]|0x20)+word[1:], English) {
			return false
		}
		names++
		i = skip(t, i+len(word), func(r rune) bool { return r == ' ' || r == '.' || r == '-' })
	}
	return false
}

var speechVerbs = set(`said says asked asks added replied told wrote writes shouted cried answered wondered declared exclaimed
inquired demanded insisted warned joked recalled quipped explained remarked tweeted responded`)
