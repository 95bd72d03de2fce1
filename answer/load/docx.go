package load

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"github.com/dustin/go-humanize"

	"verbatim/answer"
)

// maxXML is the most bytes of XML that are unpacked of one document, some times what a long book takes.
const maxXML = 32 << 20

var (
	errNoDocument = errors.New("is no Word document, or one cut short; save it again as .docx")
	errLocked     = errors.New("is locked with a password, or of an old kind; save it as .docx without one")
	errXML        = fmt.Errorf("unpacks to more than %s, the most that is read; split it", humanize.IBytes(maxXML))
)

// readDocx reads a Word document (Office Open XML, ECMA-376): its text is what its
// pages show, a paragraph a line with a blank one between, notes at the end. What was
// deleted with changes tracked, what is hidden, comments, and what stands in the margins
// of pages are left out.
func readDocx(data []byte, s source) (*answer.Article, error) {
	if bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0")) {
		return nil, errLocked
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return nil, errNoDocument
	}
	d := document{files: z.File, left: maxXML}
	t, title, err := d.text()
	if err != nil {
		return nil, err
	}
	if err := checkText(t); err != nil {
		return nil, err
	}
	stated, author := d.properties()
	if stated != "" {
		title = stated
	}
	a, err := complete(&answer.Article{ID: s.id, Title: title, URL: s.url, Lang: language("", t), Text: t})
	if err == nil && a.Author == "" { // who the text says wrote it may not be who typed it
		a.Author = oneLine(author)
	}
	return a, err
}

// document is a package of parts, of which left bytes more are unpacked.
type document struct {
	files []*zip.File
	left  int64
	main  string // the name of the main part
}

// text returns the text of the document, and the title that it shows.
func (d *document) text() (text, title string, err error) {
	d.main = d.target("/officeDocument", "word/document.xml")
	w := docxText{styles: d.styles()}
	if err := d.read(d.main, w.read); err != nil {
		return "", "", err
	}
	if !w.isDocument {
		return "", "", errNoDocument
	}
	for _, notes := range []string{"footnotes.xml", "endnotes.xml"} {
		err := d.read(path.Join(path.Dir(d.main), notes), w.read)
		if err != nil && !errors.Is(err, errNoDocument) {
			return "", "", err
		}
	}
	return strings.Join(w.paragraphs, "\n\n"), w.title, nil
}

// read reads the part called name, which is errNoDocument where there is none or no XML.
func (d *document) read(name string, read func(*xml.Decoder) error) error {
	for _, f := range d.files {
		if !strings.EqualFold(strings.TrimPrefix(memberName(f), "/"), name) {
			continue
		}
		r, err := f.Open()
		if err != nil {
			return errNoDocument
		}
		defer r.Close()
		err = read(xml.NewDecoder(&rationed{r, &d.left}))
		switch {
		case d.left < 0:
			return errXML
		case err != nil && err != errNested:
			return errNoDocument
		}
		return err
	}
	return errNoDocument
}

// rationed is a reader of a part that ends when the document has been unpacked far enough.
type rationed struct {
	io.Reader
	left *int64
}

func (r *rationed) Read(p []byte) (int, error) {
	n, err := r.Reader.Read(p)
	if *r.left -= int64(n); *r.left < 0 {
		return 0, errXML
	}
	return n, err
}

// target returns the part that the package relates to by a type that ends in kind, else usual.
func (d *document) target(kind, usual string) string {
	var all struct {
		Relationship []struct {
			Type   string `xml:",attr"`
			Target string `xml:",attr"`
		}
	}
	d.decode("_rels/.rels", &all)
	for _, r := range all.Relationship {
		if strings.HasSuffix(r.Type, kind) {
			return strings.TrimPrefix(path.Clean(r.Target), "/")
		}
	}
	return usual
}

// decode decodes a part into v, as far as it goes: the document can be read without.
func (d *document) decode(name string, v any) {
	_ = d.read(name, func(x *xml.Decoder) error { return x.Decode(v) })
}

// style is what is read of a style.
type style struct {
	name   string // in lower case: "title", "heading 1" whatever the language
	hidden bool
}

// styles returns the styles by their ids.
func (d *document) styles() map[string]style {
	var part struct {
		Style []struct {
			ID     string  `xml:"styleId,attr"`
			Name   value   `xml:"name"`
			Hidden *toggle `xml:"rPr>vanish"`
		} `xml:"style"`
	}
	d.decode(path.Join(path.Dir(d.main), "styles.xml"), &part)
	all := map[string]style{}
	for _, s := range part.Style {
		all[s.ID] = style{strings.ToLower(s.Name.Val), s.Hidden.on()}
	}
	return all
}

// properties returns what the document says of itself.
func (d *document) properties() (title, author string) {
	var core struct {
		Title   string `xml:"title"`
		Creator string `xml:"creator"`
	}
	d.decode(d.target("/core-properties", "docProps/core.xml"), &core)
	if isFileName(core.Title) {
		core.Title = ""
	}
	if nobody[strings.ToLower(core.Creator)] {
		core.Creator = ""
	}
	return core.Title, core.Creator
}

// isFileName reports whether a title is what a program put there of its own accord.
func isFileName(title string) bool {
	t := strings.ToLower(title)
	return strings.HasPrefix(t, "microsoft word") || strings.HasSuffix(t, ".doc") || strings.HasSuffix(t, ".docx") ||
		t == "untitled" || t == "document" || t == "document1"
}

// nobody are the authors that programs put into documents.
var nobody = lookup(`user | admin | administrator | author | unknown | microsoft office user | python-docx | apache poi | un-named | owner | windows user`)
