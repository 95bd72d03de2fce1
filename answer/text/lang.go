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
