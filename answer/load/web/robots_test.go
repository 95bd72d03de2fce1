package web

import (
	"strings"
	"testing"
)

func TestRobots(t *testing.T) {
	for _, test := range []struct {
		name, file, allowed, kept string
	}{
		{"nothing", "", "/ /a", ""},
		{"no page at all", "User-agent: *\nDisallow: /", "", "/ /a?b"},
		{"an empty rule", "User-agent: *\nDisallow:", "/ /a", ""},
		{"another program", "User-agent: other\nDisallow: /\n", "/a", ""},
		{"a name that starts alike", "User-agent: verb\nDisallow: /\nUser-agent: verbatims\nDisallow: /", "/a", ""},
		{"by name", "user-agent: *\ndisallow: /\n\nUser-Agent: Verbatim/2.0\nDisallow: /b", "/a", "/b"},
		{"several groups of a name", "User-agent: verbatim\nDisallow: /a\n\nUser-agent: *\nDisallow: /\n\nUser-agent: verbatim\nDisallow: /b", "/c", "/a /b"},
		{"a group of several names", "User-agent: other\nUser-agent: verbatim\nCrawl-delay: soon\nDisallow: /a", "/b", "/a"},
		{"the longest rule", "User-agent: *\nDisallow: /a\nAllow: /a/b\nDisallow: /a/b/c", "/ /a/b", "/a /a/c /a/b/c"},
		{"rules as long", "User-agent: *\nDisallow: /a\nAllow: /a", "/a", ""},
		{"anything within", "User-agent: *\nDisallow: /*/print\nDisallow: *.pdf$", "/a /print /x.pdf?y", "/a/print /a/b/print/c /x.pdf"},
		{"anything at the end", "User-agent: *\nDisallow: /a*", "/b /b/a", "/a /ab"},
		{"the end", "User-agent: *\nDisallow: /a$\nDisallow: /b*c*d$", "/ab /bcde", "/a /bcd /bxcxd"},
		{"escapes", "User-agent: *\nDisallow: /%7eann/caf%c3%a9\nDisallow: /a%2fb\nDisallow: /ü", "/a/b", "/~ann/café /%7Eann/caf%C3%A9 /a%2Fb /%c3%bc"},
		{"a query", "User-agent: *\nDisallow: /*?print=", "/a", "/a?print=1"},
		{"comments, spaces and other line ends", "\ufeff# no\r\nUser-agent : * # all\rDisallow:\t/a # here\r\n", "/b", "/a"},
		{"rules of nobody", "Disallow: /\nUser-agent: *\nAllow: /a", "/ /a", ""},
		{"what is no such file", "<html>Disallow: /</html>\x00%", "/", ""},
	} {
		r := robots{rules: parseRobots(test.file)}
		for path := range strings.FieldsSeq(test.allowed) {
			if !r.allow(path) {
				t.Errorf("%s: %s is kept", test.name, path)
			}
		}
		for path := range strings.FieldsSeq(test.kept) {
			if r.allow(path) {
				t.Errorf("%s: %s is allowed", test.name, path)
			}
		}
	}
}

func FuzzRobots(f *testing.F) {
	f.Add("User-agent: *\nDisallow: /a*b$", "/a%2fb")
	f.Fuzz(func(t *testing.T, file, path string) {
		r := robots{rules: parseRobots(file)}
		if r.allow(path) != r.allow(normalPath(path)) {
			t.Errorf("%q is read otherwise than %q", path, normalPath(path))
		}
	})
}
