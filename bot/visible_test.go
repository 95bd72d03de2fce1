package bot

import (
	"strings"
	"testing"
	"unicode"
)

func TestVisible(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"plain", "Plain words, “quoted”, naïve, 中文, ❤️.", "Plain words, “quoted”, naïve, 中文, ❤️."},
		{"white space", "a\nb\tc\r\nd", "a b c  d"},
		{"terminal sequence", "\x1b[2Jgone", "<U+001B>[2Jgone"},
		{"eight-bit sequence", "\u009b2Jgone", "<U+009B>2Jgone"},
		{"bell, backspace, delete", "\a\b\x7f", "<U+0007><U+0008><U+007F>"},
		{"direction", "user\u202etxt.exe", "user<U+202E>txt.exe"},
		{"isolate", "\u2066x\u2069", "<U+2066>x<U+2069>"},
		{"zero width", "pass\u200bword\ufeff\u200d\u00ad", "pass<U+200B>word<U+FEFF><U+200D><U+00AD>"},
		{"line separator", "a\u2028b\u2029c", "a<U+2028>b<U+2029>c"},
		{"tag", "a\U000e0041", "a<U+E0041>"},
		{"blank letters", "a\u3164\u115f\u2800", "a<U+3164><U+115F><U+2800>"},
		{"broken", "a\xffb", "a\ufffdb"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := strings.ToValidUTF8(Visible(c.text), "\ufffd"); got != c.want {
				t.Errorf("Visible(%q) = %q, want %q", c.text, got, c.want)
			}
		})
	}
}

func FuzzVisible(f *testing.F) {
	f.Add("a\x1b[31m\u202e\u200b\n")
	f.Add("\xff\xc2")
	f.Fuzz(func(t *testing.T, text string) {
		for _, r := range Visible(text) {
			if unicode.IsControl(r) || unicode.Is(unicode.Cf, r) {
				t.Fatalf("Visible(%q) holds %U", text, r)
			}
		}
	})
}
