package text

import "strings"

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

// langCode is a language in a byte, as far as languages are read differently: 0 is the empty one.
type langCode uint8

// coded are the languages by their codes. All that have no stems and are not empty share the last.
var coded = [...]Lang{"", English, French, Hungarian, Norwegian, Russian, Spanish, Swedish, "other"}

func codeOf(lang Lang) langCode {
	last := len(coded) - 1
	for code, l := range coded[:last] {
		if l == lang {
			return langCode(code)
		}
	}
	return langCode(last)
}

func (c langCode) lang() Lang { return coded[c] }

// ParseLang reads a language tag such as "en-GB" or "nb"; empty when it has no stems.
func ParseLang(tag string) Lang {
	tag, _, _ = strings.Cut(strings.ToLower(strings.TrimSpace(strings.ReplaceAll(tag, "_", "-"))), "-")
	if lang, ok := languageNames[tag]; ok {
		return lang
	}
	if _, ok := stemmers[Lang(tag)]; ok {
		return Lang(tag)
	}
	return ""
}

// languageNames are other codes of the languages: ISO 639-2, and the two written forms of Norwegian.
var languageNames = map[string]Lang{
	"eng": English, "fra": French, "fre": French, "hun": Hungarian, "nb": Norwegian, "nn": Norwegian, "nor": Norwegian,
	"nob": Norwegian, "nno": Norwegian, "rus": Russian, "spa": Spanish, "swe": Swedish,
}
