package main

import (
	"archive/zip"
	"bytes"
	"fmt"
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"verbatim/answer/load"
)

// siteHost is where siteOf serves, which is not public.
const siteHost = "127.0.0.1"

// siteOf returns the address of a site that has files as its pages, until the test ends.
func siteOf(t *testing.T, files []txtar.File) string {
	pages := http.NewServeMux()
	for _, f := range files {
		pages.HandleFunc("GET /"+f.Name, func(w http.ResponseWriter, _ *http.Request) { w.Write(f.Data) })
	}
	site := httptest.NewServer(pages)
	t.Cleanup(site.Close)
	return site.URL
}

// madeFiles are those that no archive could hold as text.
func madeFiles(t *testing.T) []txtar.File {
	const words = "“The lighthouse was built in 1871,” said Ada Thornbury, a historian."
	var ships []string
	for n := range 100 {
		ships = append(ships, fmt.Sprintf("ship-%03d.txt", n), fmt.Sprintf("The ship Number %d carried %d lamps, said Captain Bo Reed.", n, 700+n))
	}
	return []txtar.File{
		{Name: "hundred.zip", Data: zipped(t, ships...)},
		{Name: "lighthouse.docx", Data: zipped(t, "word/document.xml", `<?xml version="1.0"?>`+
			`<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>`+
			words+`</w:t></w:r></w:p></w:body></w:document>`)},
		{Name: "harbour.pdf", Data: onceRead(t, pdfSaying("The harbour froze in 1929, said Bo Reed, a pilot."))},
	}
}

// onceRead returns a PDF once it was read here, where nobody waits: under the race detector it can take as long to
// compile the reader of PDFs as a test waits for the program, which finds it compiled then.
func onceRead(t *testing.T, pdf []byte) []byte {
	for item := range load.Upload(t.Context(), "a.pdf", bytes.NewReader(pdf), load.Options{}) {
		if item.Err != nil {
			t.Fatal(item.Err)
		}
	}
	return pdf
}

// zipped packs files, given as names and contents in turn.
func zipped(t *testing.T, parts ...string) []byte {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := 0; i < len(parts); i += 2 {
		f, err := w.Create(parts[i])
		if err == nil {
			_, err = f.Write([]byte(parts[i+1]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// pdfSaying is a PDF of one page with a line on it.
func pdfSaying(line string) []byte {
	drawn := fmt.Sprintf("BT /F1 12 Tf 72 720 Td (%s) Tj ET", line)
	objects := []string{
		"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
		"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 4 0 R >> >> /Contents 5 0 R >>",
		"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
		fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", len(drawn), drawn),
	}
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n")
	places := "0000000000 65535 f \n"
	for i, o := range objects {
		places += fmt.Sprintf("%010d 00000 n \n", b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	table := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n%strailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, places, len(objects)+1, table)
	return b.Bytes()
}
