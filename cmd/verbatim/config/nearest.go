package config

import (
	"slices"
	"strings"

	"verbatim/answer/text"
)

// instead says what may be meant by a name that no setting has.
func instead(name string, known []string) string {
	if near := nearest(name, known); near != "" {
		return "did you mean " + near + "?"
	}
	return "verbatim config lists them"
}

// nearest returns the name that a wrong one is most like; empty where it is like none. It
// does not tell - from _ nor small letters from capitals.
func nearest(name string, known []string) string {
	slices.Sort(known)
	best, least := "", 2+len(name)/5
	for _, k := range known {
		if d := text.Distance(plain(name), plain(k), least); d < least {
			best, least = k, d
		}
	}
	return best
}

func plain(name string) string { return strings.ToLower(strings.ReplaceAll(name, "_", "-")) }
