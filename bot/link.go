package bot

import (
	"net/url"
	"strings"
	"unicode/utf8"
)

// A fragment names the quoted words whole up to this length, and by their first and last
// words beyond it, or where there are no words between spaces, characters.
const (
	longestFragment = 120 // bytes
	fragmentWords   = 6
	fragmentRunes   = 20
)

// fragmentDirective begins what in an address is for the browser alone.
const fragmentDirective = ":~:"

// linkTo returns a web address that a browser opens at the quoted words, by a text
// fragment (https://wicg.github.io/scroll-to-text-fragment); empty where there is no web address.
func linkTo(address, quoted string) string {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || u.User != nil {
		return ""
	}
	words := strings.Fields(quoted)
	if len(words) == 0 {
		return address
	}
	address, _, _ = strings.Cut(address, fragmentDirective)
	directive := fragmentDirective + "text=" + fragmentOf(words)
	if !strings.Contains(address, "#") {
		directive = "#" + directive
	}
	return address + directive
}

func fragmentOf(words []string) string {
	whole := strings.Join(words, " ")
	if len(whole) <= longestFragment {
		return encodeFragment(whole)
	}
	if len(words) > 2*fragmentWords {
		return ends(words, fragmentWords, " ")
	}
	return ends(strings.Split(whole, ""), fragmentRunes, "")
}

// ends names a text by its first and last n parts.
func ends(parts []string, n int, space string) string {
	n = min(n, len(parts)/2)
	first, last := strings.Join(parts[:n], space), strings.Join(parts[len(parts)-n:], space)
	return encodeFragment(strings.TrimSpace(first)) + "," + encodeFragment(strings.TrimSpace(last))
}

// encodeFragment escapes all but letters and digits, since & , and - have a meaning there.
func encodeFragment(s string) string {
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	for i := range len(s) {
		c := s[i]
		if c < utf8.RuneSelf && (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9') {
			b.WriteByte(c)
			continue
		}
		b.WriteByte('%')
		b.WriteByte(hex[c>>4])
		b.WriteByte(hex[c&15])
	}
	return b.String()
}
