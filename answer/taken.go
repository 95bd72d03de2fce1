package answer

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Taken is a word of a question that no article has, and the one that it was taken for.
type Taken struct{ Typed, Meant string }

// tellTaken tells which words of a question were taken for others, and how it reads both ways.
func (a *Answer) tellTaken(asked string, fixes []fix) {
	slices.SortFunc(fixes, func(a, b fix) int { return cmp.Compare(a.Start, b.Start) })
	fixes = slices.CompactFunc(fixes, func(a, b fix) bool { return a.Start == b.Start })
	if len(fixes) == 0 {
		return
	}
	meant := func(f fix) string { return likeTyped(f.meant, f.Of(asked)) }
	for _, f := range fixes {
		a.Taken = append(a.Taken, Taken{f.Of(asked), meant(f)})
	}
	a.DidYouMean = a.Filter.On(replaced(asked, fixes, meant))
	a.AsTyped = a.Filter.On(replaced(asked, fixes, func(f fix) string { return `"` + f.Of(asked) + `"` }))
}

// replaced returns a question with something else in the place of its words that were taken for others.
func replaced(asked string, fixes []fix, by func(fix) string) string {
	var b strings.Builder
	at := 0
	for _, f := range fixes {
		b.WriteString(asked[at:f.Start] + by(f))
		at = f.End
	}
	return b.String() + asked[at:]
}

// likeTyped writes a word as the one that it replaces: with a capital, and as a possessive.
func likeTyped(word, typed string) string {
	if r, _ := utf8.DecodeRuneInString(typed); unicode.IsUpper(r) {
		word = capital(word)
	}
	for _, s := range []string{"'s", "’s"} {
		if strings.HasSuffix(typed, s) && !strings.HasSuffix(word, s) {
			return word + s
		}
	}
	return word
}

func capital(word string) string {
	r, size := utf8.DecodeRuneInString(word)
	return string(unicode.ToUpper(r)) + word[size:]
}
