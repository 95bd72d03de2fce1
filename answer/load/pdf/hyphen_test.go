package pdf

import (
	"testing"

	"verbatim/answer/text"
)

func TestEndsOfLines(t *testing.T) {
	f := &flow{words: map[string]int{}}
	for _, w := range []string{"coordinate", "co-author", "crane-driver", "crane-man", "man", "driver", "over-", "anti-war", "war"} {
		f.count(w)
	}
	for _, test := range []struct {
		end, next string
		lang      text.Lang
		want      lineBreak
	}{
		{"the har-", "bour", text.English, hyphenGoes},
		{"the har\u00ad", "bour", text.English, hyphenGoes},
		{"to co-", "ordinate it", text.English, hyphenGoes},
		{"a co-", "author,", text.English, hyphenStays},
		{"a crane-", "driver", text.English, hyphenStays},
		{"the anti-", "crane man", text.English, hyphenGoes},
		{"the anti-", "man lobby", text.English, hyphenStays}, // anti- has hyphens, man stands alone
		{"a well-", "known man", text.English, hyphenStays},
		{"mother-in-", "law", text.English, hyphenStays},
		{"an Anglo-", "Saxon", text.English, hyphenStays},
		{"the F-", "16", text.English, hyphenStays},
		{"in 2019-", "2020", text.English, hyphenStays},
		{"and so -", "they said", text.English, wordsBreak},
		{"the harbour", "master", text.English, wordsBreak},
		{"the master—", "asleep", text.English, hyphenStays},
		{"dit-", "il", text.French, hyphenStays},
		{"fami-", "lial", text.French, hyphenGoes},
		{"кто-", "то", text.Russian, hyphenStays},
	} {
		f.lang = test.lang
		if got := f.breakAt(test.end, test.next); got != test.want {
			t.Errorf("%q %q: %d, want %d", test.end, test.next, got, test.want)
		}
	}
}

func TestWrittenOn(t *testing.T) {
	for _, test := range []struct{ date, maker, want string }{
		{"D:20190301120000+01'00'", "Writer LibreOffice 7.4", "2019-03-01"},
		{"D:20190301", "pdfTeX", "2019-03-01"},
		{"D:20190301120000", "Chromium Skia/PDF m120", ""}, // when it was printed
		{"D:20191301120000", "Writer", ""},
		{"D:19010301120000", "Writer", ""},
		{"D:99990301120000", "Writer", ""},
		{"March 2019", "Writer", ""},
		{"", "", ""},
	} {
		if got := writtenOn(test.date, test.maker); got != test.want {
			t.Errorf("%s %s: %q, want %q", test.date, test.maker, got, test.want)
		}
	}
}

func TestPageNumbers(t *testing.T) {
	for _, s := range []string{"3", "- 3 -", "Page 3 of 12", "3/12", "xiv", "Стр. 4", "Sida 2 av 9", "12. oldal", "[7]"} {
		if !isPageNumber(s) {
			t.Errorf("%q is no number of a page", s)
		}
	}
	for _, s := range []string{"3 cranes", "In 2019", "Page", "", "mix"} {
		if isPageNumber(s) {
			t.Errorf("%q is a number of a page", s)
		}
	}
}
