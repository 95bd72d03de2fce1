package load

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"
)

// docxText gathers the text of the parts of a Word document. It walks the elements
// without recursion, and holds but the parts that stand in others.
type docxText struct {
	styles     map[string]style
	paragraphs []string
	title      string // the first paragraph in the style of a title, else of a heading
	titled     bool   // by a title
	isDocument bool   // a part of it is

	*xml.Decoder
	frames []*frame
	hidden bool // is the run at hand
	inText bool
	keep   bool // the white space around the text at hand
}

// frame gathers what stands in a part, in a row or a cell of a table, or in a box.
type frame struct {
	paragraphs []string
	cells      [][]string // of a row

	at    strings.Builder // the paragraph at hand
	style style
	boxes []string // that hang on it
	joins bool     // its end was deleted, so that the next goes on with it
}

// deepestFrame is how many tables and boxes may stand in one another.
const deepestFrame = 50

var errNested = errors.New("has tables or boxes in one another beyond reason; save its text as .txt")

// unseen are the elements that pages do not show, or show in another form beside them.
var unseen = lookup(`del | moveFrom | delText | instrText | delInstrText | Fallback | sdtPr | sectPr | tblPr | trPr | tcPr | rt`)

// characters are the elements that stand for some. A soft hyphen shows only at the end of a line.
var characters = map[string]string{"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}

// value is the element of a property, toggle that of one that is on or off.
type value struct {
	Val string `xml:"val,attr"`
}

type toggle value

func (t *toggle) on() bool { return t != nil && t.Val != "0" && t.Val != "false" && t.Val != "off" }

// wordName returns the name of an element, empty for those of other vocabularies that matter nothing.
func wordName(n xml.Name) string {
	switch {
	case strings.Contains(n.Space, "wordprocessingml"),
		strings.HasSuffix(n.Space, "/markup-compatibility/2006") && n.Local == "Fallback",
		strings.HasSuffix(n.Space, "/math") && n.Local == "t":
		return n.Local
	}
	return ""
}

// read adds the text of the part that x reads.
func (t *docxText) read(x *xml.Decoder) error {
	t.Decoder, t.frames = x, []*frame{{}}
	for {
		token, err := x.Token()
		if err == io.EOF {
			t.finish()
			t.paragraphs = append(t.paragraphs, t.top().paragraphs...)
			return nil
		}
		if err != nil {
			return err
		}
		switch token := token.(type) {
		case xml.StartElement:
			err = t.start(token)
		case xml.EndElement:
			t.end(wordName(token.Name))
		case xml.CharData:
			t.chars(string(token))
		}
		if err != nil {
			return err
		}
	}
}

func (t *docxText) top() *frame { return t.frames[len(t.frames)-1] }

func (t *docxText) start(e xml.StartElement) error {
	name := wordName(e.Name)
	if unseen[name] {
		return t.Skip()
	}
	switch name {
	case "document":
		t.isDocument = true
	case "footnote", "endnote":
		if kind := attribute(e, "type"); kind != "" && kind != "normal" { // the lines that set notes apart
			return t.Skip()
		}
	case "tr", "tc", "txbxContent":
		if len(t.frames) == deepestFrame {
			return errNested
		}
		t.frames = append(t.frames, &frame{})
	case "p":
		t.top().style = style{}
	case "pPr":
		return t.paragraph(e)
	case "r":
		t.hidden = t.top().style.hidden
	case "rPr":
		return t.run(e)
	case "t":
		t.inText, t.keep = true, attribute(e, "space") == "preserve"
	}
	if s := characters[name]; s != "" && !t.hidden {
		t.top().at.WriteString(s)
	}
	return nil
}

// paragraph reads the properties of a paragraph.
func (t *docxText) paragraph(e xml.StartElement) error {
	var p struct {
		Style value     `xml:"pStyle"`
		Gone  *struct{} `xml:"rPr>del"`
	}
	err := t.DecodeElement(&p, &e)
	t.top().style, t.top().joins = t.styles[p.Style.Val], p.Gone != nil
	return err
}

// run reads the properties of a run.
func (t *docxText) run(e xml.StartElement) error {
	var r struct {
		Style  value   `xml:"rStyle"`
		Vanish *toggle `xml:"vanish"`
	}
	err := t.DecodeElement(&r, &e)
	switch {
	case r.Vanish != nil:
		t.hidden = r.Vanish.on()
	case t.styles[r.Style.Val].hidden:
		t.hidden = true
	}
	return err
}

func (t *docxText) chars(s string) {
	if !t.inText || t.hidden {
		return
	}
	if !t.keep {
		s = strings.TrimSpace(s)
	}
	t.top().at.WriteString(strings.ReplaceAll(s, "\u00ad", ""))
}

func (t *docxText) end(name string) {
	switch name {
	case "t":
		t.inText = false
	case "p":
		if t.top().joins {
			t.top().joins = false
			return
		}
		t.finish()
	case "tr", "tc", "txbxContent":
		t.finish()
		inner := t.top()
		t.frames = t.frames[:len(t.frames)-1]
		outer := t.top()
		switch name {
		case "tr":
			outer.paragraphs = append(outer.paragraphs, row(inner.cells)...)
		case "tc":
			outer.cells = append(outer.cells, inner.paragraphs)
		default:
			outer.boxes = append(outer.boxes, inner.paragraphs...)
		}
	}
}

// finish ends the paragraph at hand; the boxes that hang on it follow. An entry of a table of contents is none.
func (t *docxText) finish() {
	f := t.top()
	p := strings.TrimSpace(f.at.String())
	if p != "" && !strings.HasPrefix(f.style.name, "toc ") {
		f.paragraphs = append(f.paragraphs, p)
		isTitle := f.style.name == "title"
		if isTitle && !t.titled || t.title == "" && f.style.name == "heading 1" {
			t.title, t.titled = oneLine(p), isTitle
		}
	}
	f.at.Reset()
	f.paragraphs, f.boxes = append(f.paragraphs, f.boxes...), nil
}

// row returns a row of a table as one paragraph, its cells with tabs between, unless a cell
// holds several: then it is there to lay out a page, and they are as they would be elsewhere.
func row(cells [][]string) []string {
	var all, line []string
	for _, c := range cells {
		all = append(all, c...)
		line = append(line, strings.Join(c, " "))
	}
	for _, c := range cells {
		if len(c) > 1 || len(all) == 0 {
			return all
		}
	}
	return []string{strings.Trim(strings.Join(line, "\t"), "\t")}
}

func attribute(e xml.StartElement, local string) string {
	for _, a := range e.Attr {
		if a.Name.Local == local {
			return a.Value
		}
	}
	return ""
}
