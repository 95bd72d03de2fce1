package pdf

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"
)

var update = flag.Bool("update", false, "write the texts that are expected")

// The files were made by different programs from texts that they must give back: LaTeX, XeLaTeX, LibreOffice, Chromium,
// WeasyPrint, Pango and Ghostscript, in one to three columns, hyphenated, with accents set by hand, notes and headers.
func TestTexts(t *testing.T) {
	names, err := filepath.Glob("../testdata/pdf/*.pdf")
	if err != nil || len(names) < 9 {
		t.Fatal(names, err)
	}
	for _, name := range names {
		if filepath.Base(name) == "locked.pdf" {
			continue
		}
		t.Run(filepath.Base(name), func(t *testing.T) {
			d, err := Read(t.Context(), readFile(t, name))
			if err != nil {
				t.Fatal(err)
			}
			checkDocument(t, d)
			golden := strings.TrimSuffix(name, ".pdf") + ".golden"
			if *update {
				if err := os.WriteFile(golden, []byte(d.Text), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			if want := string(readFile(t, golden)); d.Text != want {
				t.Errorf("got\n%s\nwant\n%s", d.Text, want)
			}
			if first, _, _ := strings.Cut(d.Text, "\n"); d.Title != first {
				t.Errorf("the title is %q, above the text stands %q", d.Title, first)
			}
		})
	}
}

func readFile(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// checkDocument checks what must hold of every document.
func checkDocument(t *testing.T, d *Document) {
	t.Helper()
	if !utf8.ValidString(d.Text + d.Title + d.Author + d.Created) {
		t.Errorf("not UTF-8: %q", d.Text)
	}
	end := 0
	for _, s := range d.Aside {
		if s.Start < end || s.End < s.Start || s.End > len(d.Text) {
			t.Fatalf("asides %v of %d bytes", d.Aside, len(d.Text))
		}
		end = s.End
	}
}

func TestWhatRepeatsStandsAtTheEndOnce(t *testing.T) {
	d, err := Read(t.Context(), readFile(t, "../testdata/pdf/office-header-ru.pdf"))
	if err != nil || len(d.Aside) != 1 {
		t.Fatalf("%v, asides %v", err, d.Aside)
	}
	if got := d.Aside[0].Of(d.Text); got != "The Weekly Tide, number 12" || strings.Count(d.Text, got) != 1 || d.Aside[0].End != len(d.Text) {
		t.Errorf("aside %q", got)
	}
}

func TestRefusals(t *testing.T) {
	for _, test := range []struct {
		name string
		data []byte
		want error
	}{
		{"nothing", nil, ErrBroken},
		{"no PDF", []byte("%PDF-1.7 and nothing else"), ErrBroken},
		{"a picture", fileOf("0 0 m 9 9 l S"), ErrNoText},
		{"white space", fileOf("BT /F1 9 Tf (   ) Tj ET"), ErrNoText},
		{"no pages", pdfOf("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [] /Count 0 >>"), ErrNoText},
		{"locked", readFile(t, "../testdata/pdf/locked.pdf"), ErrLocked},
	} {
		if d, err := Read(t.Context(), test.data); !errors.Is(err, test.want) {
			t.Errorf("%s: %+v, %v", test.name, d, err)
		}
	}
}

// A file that keeps the engine busy is given up when the context ends, and the next one is read.
func TestContextEndsReading(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Read(ctx, readFile(t, "../testdata/pdf/rows-en.pdf")); err == nil {
		t.Error("read in no time")
	}
	if _, err := Read(t.Context(), readFile(t, "../testdata/pdf/rows-en.pdf")); err != nil {
		t.Error(err)
	}
}

// show draws lines of text, each at a place.
func show(lines ...string) string { return "BT /F1 10 Tf " + strings.Join(lines, " ") + " ET" }

func at(x, y int, s string) string { return fmt.Sprintf("1 0 0 1 %d %d Tm (%s) Tj", x, y, s) }

func TestLayout(t *testing.T) {
	for _, test := range []struct{ name, content, want string }{
		{"lines and paragraphs",
			show(at(50, 700, "The crane was bought in May, they said, and it"), at(50, 688, "sank."), at(62, 676, "Nobody saw it go. The harbour master slept on"), at(50, 664, "the quay that night.")),
			"The crane was bought in May, they said, and it sank.\n\nNobody saw it go. The harbour master slept on the quay that night."},
		{"a gap parts words",
			show("1 0 0 1 50 700 Tm [(The)-300(crane)-300(sa)20(nk)-300(at)-280(night)] TJ"),
			"The crane sank at night"},
		{"letters set apart are one word",
			show("2 Tc " + at(50, 700, "The crane sank at night, and nobody saw it")),
			"The crane sank at night, and nobody saw it"},
		{"the mark of a note", show("1 0 0 1 50 700 Tm (It sank) Tj /F1 6 Tf 4 Ts (12) Tj 0 Ts /F1 10 Tf ( in 10) Tj /F1 6 Tf 4 Ts (3) Tj 0 Ts /F1 10 Tf ( m) Tj /F1 6 Tf 4 Ts (2) Tj 0 Ts /F1 10 Tf ( of mud.) Tj"),
			"It sank in 10³ m² of mud."},
		{"a hyphen at the end of a line", show(at(50, 700, "The har-"), at(50, 688, "bour was a well-"), at(50, 676, "known place.")),
			"The harbour was a well-known place."},
		{"lines drawn from the last to the first", show(at(50, 676, "night fell."), at(50, 688, "crane went down as"), at(50, 700, "It was late when the")),
			"It was late when the crane went down as night fell."},
		{"a capital over two lines", show("/F1 24 Tf 1 0 0 1 50 688 Tm (T) Tj /F1 10 Tf 1 0 0 1 66 700 Tm (he crane sank) Tj 1 0 0 1 66 688 Tm (that night.) Tj"),
			"The crane sank that night."},
	} {
		d, err := Read(t.Context(), fileOf(test.content))
		if err != nil {
			t.Errorf("%s: %v", test.name, err)
		} else if d.Text != test.want {
			t.Errorf("%s:\ngot  %q\nwant %q", test.name, d.Text, test.want)
		}
	}
}

// fileOf returns a PDF of pages that draw what contents say.
func fileOf(contents ...string) []byte {
	objects := []string{"<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"}
	kids := ""
	for _, c := range contents {
		n := len(objects) + 1
		kids += fmt.Sprintf("%d 0 R ", n)
		objects = append(objects,
			fmt.Sprintf("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << /Font << /F1 3 0 R >> >> /Contents %d 0 R >>", n+1),
			fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", len(c), c))
	}
	objects[1] = fmt.Sprintf("<< /Type /Pages /Kids [%s] /Count %d >>", kids, len(contents))
	return pdfOf(objects...)
}

// pdfOf returns a PDF of objects, numbered from 1, of which the first is the catalog.
func pdfOf(objects ...string) []byte {
	var b strings.Builder
	b.WriteString("%PDF-1.7\n")
	offsets := ""
	for i, o := range objects {
		offsets += fmt.Sprintf("%010d 00000 n \n", b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF", len(objects)+1, offsets, len(objects)+1, start)
	return []byte(b.String())
}

func FuzzRead(f *testing.F) {
	f.Add(fileOf(show(at(50, 700, "The crane sank."))))
	f.Add(readFile(f, "../testdata/pdf/rows-en.pdf"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if d, err := Read(t.Context(), data); err == nil {
			checkDocument(t, d)
		} else if strings.Contains(err.Error(), "\n") {
			t.Errorf("error in two lines: %q", err)
		}
	})
}
