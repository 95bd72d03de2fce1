package text

import (
	"strings"
	"unicode"
)

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
func Detect(t string) Lang {
	votes, best, n := map[Lang]int{}, Lang(""), 0
	for _, w := range strings.FieldsFunc(t[:min(len(t), 4000)], func(r rune) bool { return !unicode.IsLetter(r) }) {
		for lang := range stopLists {
			if isStop(strings.ToLower(w), lang) {
				votes[lang]++
			}
		}
		n++
	}
	for lang, v := range votes {
		if v > votes[best] || v == votes[best] && lang < best {
			best = lang
		}
	}
	if votes[best]*8 < n {
		return ""
	}
	return best
}

// ParseLang reads a language tag such as "en-GB" or "nb"; empty when it has no stems.
func ParseLang(tag string) Lang {
	tag, _, _ = strings.Cut(strings.ToLower(strings.ReplaceAll(tag, "_", "-")), "-")
	if tag == "nb" || tag == "nn" {
		return Norwegian
	}
	if _, ok := stemmers[Lang(tag)]; ok {
		return Lang(tag)
	}
	return ""
}
