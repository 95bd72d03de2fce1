package sandbox

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"math/rand/v2"
	"strings"
)

// pdfOf writes a PDF of objects, numbered from 1, the first of which is the catalog. More
// stands in its trailer.
func pdfOf(more string, objects ...string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n")
	offsets := make([]int, len(objects))
	for i, o := range objects {
		offsets[i] = b.Len()
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	at := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, o := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", o)
	}
	fmt.Fprintf(&b, "trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, strings.ReplaceAll(more, "HERE", fmt.Sprint(at)), at)
	return b.Bytes()
}

// streamOf is an object of bytes, and of what its dictionary says of them.
func streamOf(dict string, data []byte) string {
	return fmt.Sprintf("<< %s /Length %d >>\nstream\n%s\nendstream", dict, len(data), data)
}

func zlibbed(content string) []byte {
	var b bytes.Buffer
	w, _ := zlib.NewWriterLevel(&b, zlib.BestCompression)
	must(w.Write([]byte(content)))
	must(0, w.Close())
	return b.Bytes()
}

const (
	pdfFont = `<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>`
	pdfText = "BT /F1 12 Tf 72 720 Td (The crane sank in the night, said Ann Lee.) Tj ET\n"
)

// onePage is a document of one page, said to be as page says, with a stream to draw it.
func onePage(page, stream string) []byte {
	return pdfOf("", `<< /Type /Catalog /Pages 2 0 R >>`, `<< /Type /Pages /Kids [3 0 R] /Count 1 >>`,
		`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 4 0 R >> >> /Contents 5 0 R `+page+` >>`, pdfFont, stream)
}

// flateBomb unpacks to 64 MiB, through two filters from next to nothing.
func flateBomb(content string) string {
	return streamOf("/Filter [/FlateDecode /FlateDecode]", zlibbed(string(zlibbed(again(content, scaled(64)*mega)))))
}

var pdfMakers = []maker{
	func(r *rand.Rand) (string, []byte) {
		return "spoilt.pdf", spoil(r, onePage("", streamOf("", []byte(again(pdfText, size(r))))))
	},
	func(r *rand.Rand) (string, []byte) { // cross-references that lead back to themselves
		return "xref.pdf", pdfOf(pick(r, "/Prev HERE", "/XRefStm HERE", "/Prev 9", "/Prev -1", "/Prev HERE /XRefStm HERE"), `<< /Type /Catalog /Pages 2 0 R >>`, `<< /Type /Pages /Kids [] /Count 0 >>`)
	},
	func(r *rand.Rand) (string, []byte) { // pages that are their own parents
		kids := pick(r, "[2 0 R]", "[3 0 R]", "[3 0 R 3 0 R 2 0 R]", "2 0 R", "["+again("3 0 R ", 60_000)+"]")
		return "tree.pdf", pdfOf("", `<< /Type /Catalog /Pages 2 0 R >>`, `<< /Type /Pages /Kids `+kids+` /Count `+pick(r, "1", "1000000000", "-1")+` >>`, `<< /Type /Pages /Kids [2 0 R 3 0 R] /Parent 3 0 R /Count 7 >>`)
	},
	func(r *rand.Rand) (string, []byte) { // doublings: 2^40 pages
		objects := []string{`<< /Type /Catalog /Pages 2 0 R >>`}
		for i := range 40 {
			objects = append(objects, fmt.Sprintf(`<< /Type /Pages /Kids [%[1]d 0 R %[1]d 0 R] /Count 1099511627776 >>`, i+3))
		}
		return "pages.pdf", pdfOf("", append(objects, `<< /Type /Page /MediaBox [0 0 9 9] >>`)...)
	},
	func(r *rand.Rand) (string, []byte) {
		return "bomb.pdf", onePage("", flateBomb(pick(r, "\x00", pdfText, "q ", "[ ", "( ", "BT ", "/F1 Do ")))
	},
	func(r *rand.Rand) (string, []byte) { // objects in streams that stand in themselves
		objects := streamOf(pick(r, "/Type /ObjStm /N 1 /First 4 /Extends 3 0 R", "/Type /ObjStm /N 1000000000 /First 4", "/Type /ObjStm /N -1 /First 99"), []byte("3 0 << /Length 3 0 R >>"))
		return "streams.pdf", pdfOf("", `<< /Type /Catalog /Pages 2 0 R >>`, `<< /Type /Pages /Kids [3 0 R] /Count 1 >>`, objects)
	},
	func(r *rand.Rand) (string, []byte) {
		return "box.pdf", onePage(pick(r, "/MediaBox [0 0 1e38 1e38]", "/MediaBox [0 0 -1 -1]", "/Rotate 1000000007", "/UserUnit 1e30", "/MediaBox [0 0 99999999999999999999 1]"), streamOf("", []byte(pdfText)))
	},
	func(r *rand.Rand) (string, []byte) {
		open := pick(r, "[", "<<", "<< /A ", "(", "[<</A ")
		return "deep.pdf", pdfOf("", `<< /Type /Catalog /Pages 2 0 R /Names `+again(open, 1<<(8+r.IntN(12)))+` >>`, `<< /Type /Pages /Kids [] /Count 0 >>`)
	},
	func(r *rand.Rand) (string, []byte) { // forms that draw themselves
		form := streamOf(`/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 5 0 R /Y 5 0 R >> >>`, []byte(again(pick(r, "/X Do ", "/X Do /Y Do "), 1+r.IntN(999))))
		return "forms.pdf", onePage(`/Resources << /XObject << /X 5 0 R >> >>`, form)
	},
	func(r *rand.Rand) (string, []byte) { // lengths, sizes and filters that lie
		dict := pick(r, "/Length 99999999999", "/Length 5 0 R", "/Filter /LZWDecode", "/Filter ["+again("/ASCIIHexDecode ", 9000)+"]", "/Filter /FlateDecode /DecodeParms << /Predictor 15 /Columns 2147483647 >>", "/Filter /JBIG2Decode", "/Filter /Crypt", "/Filter /RunLengthDecode")
		return "lies.pdf", onePage("", streamOf(dict, noise(r, 1<<r.IntN(16))))
	},
	func(r *rand.Rand) (string, []byte) {
		return "locked.pdf", pdfOf(`/Encrypt << /Filter /Standard /V `+pick(r, "1", "5", "99")+` /R 6 /Length 40 /O (x) /U (y) /P -1 >> /ID [(a) (b)]`, `<< /Type /Catalog /Pages 2 0 R >>`, `<< /Type /Pages /Kids [] /Count 0 >>`)
	},
}
