package load

import (
	"archive/zip"
	"strings"
	"testing"
)

const (
	wordXML = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"`
	styles  = `<w:styles ` + wordXML + `><w:style w:styleId="Titel"><w:name w:val="Title"/></w:style><w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>
		<w:style w:styleId="Verzeichnis1"><w:name w:val="toc 1"/></w:style><w:style w:styleId="Geheim"><w:name w:val="Secret"/><w:rPr><w:vanish/></w:rPr></w:style></w:styles>`
)

// docxOf packs a body, and further parts given as names and contents in turn.
func docxOf(t testing.TB, body string, parts ...string) string {
	t.Helper()
	return zipOf(t, append([]string{"word/document.xml", `<?xml version="1.0"?><w:document ` + wordXML + `><w:body>` + body + `</w:body></w:document>`}, parts...)...)
}

// para is a paragraph of one run.
func para(text string) string {
	return `<w:p><w:r><w:t xml:space="preserve">` + text + `</w:t></w:r></w:p>`
}

func styled(id, text string) string {
	return `<w:p><w:pPr><w:pStyle w:val="` + id + `"/></w:pPr><w:r><w:t>` + text + `</w:t></w:r></w:p>`
}

func TestDocxText(t *testing.T) {
	for name, test := range map[string]struct{ body, want string }{
		"runs":           {`<w:p><w:r><w:t xml:space="preserve">The crane </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>sank</w:t></w:r><w:r><w:t>.</w:t></w:r></w:p>`, "The crane sank."},
		"white space":    {`<w:p> <w:r> <w:t> The crane </w:t> </w:r> </w:p>`, "The crane"},
		"paragraphs":     {para("One.") + `<w:p/>` + para(" ") + para("Two."), "One.\n\nTwo."},
		"characters":     {`<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:t>ship</w:t><w:noBreakHyphen/><w:t>yard</w:t><w:tab/><w:t>har</w:t><w:softHyphen/><w:t>bour` + "\u00ad" + `s</w:t><w:br/><w:t>quay</w:t></w:r></w:p>`, "ship-yard\tharbours\nquay"},
		"entities":       {para("Ropes &amp; knots &#x2014; &lt;all&gt;"), "Ropes & knots — <all>"},
		"tracked":        {`<w:p><w:r><w:t>It </w:t></w:r><w:del><w:r><w:delText>sank</w:delText></w:r></w:del><w:ins><w:r><w:t>floats</w:t></w:r></w:ins></w:p>`, "Itfloats"},
		"moved":          {`<w:p><w:moveFrom><w:r><w:t>Old place.</w:t></w:r></w:moveFrom></w:p><w:p><w:moveTo><w:r><w:t>New place.</w:t></w:r></w:moveTo></w:p>`, "New place."},
		"break deleted":  {`<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t xml:space="preserve">One </w:t></w:r></w:p>` + para("two.") + para("Three."), "One two.\n\nThree."},
		"hidden":         {`<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>no</w:t><w:br/></w:r><w:r><w:rPr><w:vanish w:val="false"/></w:rPr><w:t>yes</w:t></w:r><w:r><w:rPr><w:rStyle w:val="Geheim"/></w:rPr><w:t>no</w:t></w:r></w:p>` + styled("Geheim", "no"), "yes"},
		"fields":         {`<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>See page 4.</w:t></w:r></w:p>`, "See page 4."},
		"link":           {`<w:p><w:hyperlink><w:r><w:t>the port</w:t></w:r></w:hyperlink></w:p>`, "the port"},
		"control":        {`<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>` + para("In a control.") + `</w:sdtContent></w:sdt>`, "In a control."},
		"contents":       {styled("Verzeichnis1", "Chapter 1 ..... 3") + para("Text."), "Text."},
		"formula":        {`<w:p><m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath></w:p>`, "a+b"},
		"list":           {`<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>First.</w:t></w:r></w:p>` + para("Then."), "First.\n\nThen."},
		"table":          {`<w:tbl><w:tr><w:tc>` + para("Port") + `</w:tc><w:tc>` + para("Cranes") + `</w:tc></w:tr><w:tr><w:tc>` + para("Oslo") + `</w:tc><w:tc>` + para("4") + `</w:tc></w:tr></w:tbl>`, "Port\tCranes\n\nOslo\t4"},
		"layout table":   {`<w:tbl><w:tr><w:tc>` + para("One.") + para("Two.") + `</w:tc><w:tc>` + para("Three.") + `</w:tc></w:tr></w:tbl>`, "One.\n\nTwo.\n\nThree."},
		"table in table": {`<w:tbl><w:tr><w:tc><w:tbl><w:tr><w:tc>` + para("a") + `</w:tc><w:tc>` + para("b") + `</w:tc></w:tr></w:tbl></w:tc></w:tr></w:tbl>`, "a\tb"},
		"box": {`<w:p><w:r><w:t>Before </w:t><mc:AlternateContent><mc:Choice><w:txbxContent>` + para("In a box.") + `</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>` + para("In a box.") +
			`</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t xml:space="preserve"> after.</w:t></w:r></w:p>` + para("End."), "Before after.\n\nIn a box.\n\nEnd."},
		"other vocabulary": {`<w:p><x:t xmlns:x="urn:x">no</x:t><w:r><w:t>yes</w:t></w:r></w:p>`, "yes"},
	} {
		a, err := readDocx([]byte(docxOf(t, test.body, "word/styles.xml", styles)), source{id: "a.docx"})
		if err != nil || a.Text != test.want {
			t.Errorf("%s: %v, %v, want %q", name, a, err, test.want)
		}
	}
}

func TestDocxNotesStandAtTheEnd(t *testing.T) {
	notes := `<w:footnotes ` + wordXML + `><w:footnote w:type="separator" w:id="-1">` + para("---") + `</w:footnote><w:footnote w:id="1">` + para("A note.") + `</w:footnote></w:footnotes>`
	a, err := readDocx([]byte(docxOf(t, para("Text."), "word/footnotes.xml", notes, "word/endnotes.xml", strings.ReplaceAll(strings.ReplaceAll(notes, "footnote", "endnote"), "A note", "The last"))), source{})
	if want := "Text.\n\nA note.\n\nThe last."; err != nil || a.Text != want {
		t.Errorf("%v, %v, want %q", a, err, want)
	}
}

func TestDocxFields(t *testing.T) {
	core := func(title, author string) string {
		return `<cp:coreProperties xmlns:cp="urn:cp" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>` + title + `</dc:title><dc:creator>` + author + `</dc:creator></cp:coreProperties>`
	}
	text := para(strings.Repeat("The harbour lost its crane in the night. ", 8))
	headed := styled("berschrift1", "A heading") + styled("Titel", "The crane that sank") + text
	for _, test := range []struct{ body, core, title, author string }{
		{headed, core("Crane lost", "Ann Lee"), "Crane lost", "Ann Lee"},
		{headed, core("Microsoft Word - crane.doc", "Administrator"), "The crane that sank", ""},
		{headed, "", "The crane that sank", ""},
		{styled("berschrift1", "A heading") + text, "<broken", "A heading", ""},
		{styled("Titel", "Crane lost") + para("By Jane Doe") + text, core("", "Typist"), "Crane lost", "Jane Doe"},
	} {
		a, err := readDocx([]byte(docxOf(t, test.body, "word/styles.xml", styles, "docProps/core.xml", test.core)), source{})
		if err != nil || a.Title != test.title || a.Author != test.author || a.Published != "" {
			t.Errorf("%v, %v, want %q by %q", a, err, test.title, test.author)
		}
	}
}

func TestDocxPartsAreFoundByTheirRelations(t *testing.T) {
	packed := zipOf(t, "_rels/.rels", `<Relationships><Relationship Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/odd/main.xml"/></Relationships>`,
		`odd\main.xml`, `<x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><x:p><x:r><x:t>Here.</x:t></x:r></x:p></x:body></x:document>`)
	if a, err := readDocx([]byte(packed), source{}); err != nil || a.Text != "Here." {
		t.Errorf("%v, %v", a, err)
	}
}

func TestDocxThatIsNone(t *testing.T) {
	table := `<w:tbl><w:tr><w:tc>`
	for name, test := range map[string]struct{ data, want string }{
		"text":      {"Not a document.", "is no Word document"},
		"cut":       {docxOf(t, para("Text."))[:200], "is no Word document"},
		"locked":    {"\xd0\xcf\x11\xe0 and so on", "is locked with a password"},
		"sheet":     {zipOf(t, "_rels/.rels", `<R><Relationship Type="x/officeDocument" Target="xl/workbook.xml"/></R>`, "xl/workbook.xml", `<workbook/>`), "is no Word document"},
		"empty":     {docxOf(t, `<w:p/>`), "is empty"},
		"broken":    {docxOf(t, `<w:p><w:r>`), "is no Word document"},
		"entities":  {zipOf(t, "word/document.xml", `<!DOCTYPE d [<!ENTITY a "aa"><!ENTITY x SYSTEM "file:///etc/passwd">]><w:document `+wordXML+`>`+para("&x;")+`</w:document>`), "is no Word document"},
		"no UTF-8":  {docxOf(t, para("\xff")), "is no Word document"},
		"nested":    {docxOf(t, strings.Repeat(table, 100)+para("x")+strings.Repeat(`</w:tc></w:tr></w:tbl>`, 100)), "has tables or boxes in one another beyond reason"},
		"as a .txt": {"PK\x03\x04", "is no Word document"},
	} {
		if a, err := readDocx([]byte(test.data), source{}); err == nil || !strings.HasPrefix(err.Error(), test.want) {
			t.Errorf("%s: %v, %v, want %q", name, a, err, test.want)
		}
	}
}

func TestDocxUnpacksNoMoreThanItsRation(t *testing.T) {
	long := para(strings.Repeat("x", 2000))
	for name, packed := range map[string]string{
		"a long part": docxOf(t, long),
		"many parts":  docxOf(t, para("x"), "word/footnotes.xml", long),
	} {
		files, err := zip.NewReader(strings.NewReader(packed), int64(len(packed)))
		if err != nil {
			t.Fatal(err)
		}
		d := document{files: files.File, left: 1000}
		if _, _, err := d.text(); err != errXML {
			t.Errorf("%s: %v", name, err)
		}
	}
}
