package sandbox

import (
	"math/rand/v2"
	"strings"
)

const (
	wordHead = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>`
	wordTail = `</w:body></w:document>`
	wordPara = `<w:p><w:r><w:t>The crane sank in the night, said Ann Lee.</w:t></w:r></w:p>`
)

// documentOf packs the parts of a Word document.
func documentOf(parts ...packed) []byte { return zipped(nil, parts...) }

// nested is n times open, what is inside, and n times close.
func nested(n int, open, inside, closing string) string {
	return strings.Repeat(open, n) + inside + strings.Repeat(closing, n)
}

var docxMakers = []maker{
	func(r *rand.Rand) (string, []byte) {
		return "spoilt.docx", spoil(r, documentOf(deflated("word/document.xml", []byte(wordHead+again(wordPara, size(r))+wordTail))))
	},
	func(r *rand.Rand) (string, []byte) { // sound outside, spoilt inside
		return "inside.docx", documentOf(deflated("word/document.xml", spoil(r, []byte(wordHead+again(wordPara, size(r))+wordTail))))
	},
	func(r *rand.Rand) (string, []byte) {
		return "giga.docx", documentOf(bomb("word/document.xml", wordHead, again(pick(r, " ", wordPara, "<w:p/>", "<w:tbl>", "x"), mega), wordTail, scale))
	},
	func(r *rand.Rand) (string, []byte) {
		part := pick(r, "word/styles.xml", "word/footnotes.xml", "docProps/core.xml", "_rels/.rels")
		return "part.docx", documentOf(deflated("word/document.xml", []byte(wordHead+wordPara+wordTail)), bomb(part, "<a>", again(pick(r, " ", "<a/>", "<a>", "<title>x</title>"), mega), "", scale))
	},
	func(r *rand.Rand) (string, []byte) {
		entities := laughs(`<!ENTITY e0 "ha">`, `<!ENTITY e%[2]d "&e%[1]d;&e%[1]d;&e%[1]d;">`)
		return "laughs.docx", documentOf(deflated("word/document.xml", []byte("<!DOCTYPE d ["+entities+pick(r, "", `<!ENTITY x SYSTEM "file:///etc/passwd">`)+"]>"+wordHead+"<w:p><w:r><w:t>&e30;&x;</w:t></w:r></w:p>"+wordTail)))
	},
	func(r *rand.Rand) (string, []byte) {
		tag := pick(r, "w:p", "w:r", "w:tbl", "w:tc", "w:tr", "w:txbxContent", "w:del", "w:pPr", "w:rPr", "x", "w:sdt")
		return "deep.docx", documentOf(deflated("word/document.xml", []byte(wordHead+nested(pick(r, 60, 5000, 100_000), "<"+tag+">", wordPara, "</"+tag+">")+wordTail)))
	},
	func(r *rand.Rand) (string, []byte) {
		attributes := bomb("word/document.xml", wordHead+"<w:p", again(pick(r, ` a=""`, ` w:val="x"`, ` xmlns:a="b"`), mega), ">"+wordPara+"</w:p>"+wordTail, 1+r.IntN(scaled(30)))
		return "attributes.docx", documentOf(attributes)
	},
	func(r *rand.Rand) (string, []byte) {
		return "runs.docx", documentOf(bomb("word/document.xml", wordHead, again(pick(r, `<w:r><w:rPr><w:b/></w:rPr><w:t>a</w:t></w:r>`, `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr></w:p>`, `<w:tr><w:tc/></w:tr>`, `<w:br/>`), mega), wordTail, 1+r.IntN(scaled(30))))
	},
}

var pageMakers = []maker{
	func(r *rand.Rand) (string, []byte) {
		tag := pick(r, "div", "b", "a", "table", "tr", "ul", "font", "p", "select", "svg", "template", "math", "blockquote", "span", "form", "nobr")
		return "deep.html", []byte(nested(pick(r, 400, 5000, 100_000), "<"+tag+">", "<p>"+again(news, 4000), pick(r, "", "</"+tag+">")))
	},
	func(r *rand.Rand) (string, []byte) { // tags that end each other
		return "tangled.html", []byte(again(pick(r, "<b><i><p>", "<a><table><a>", "<table><td><p><table>", "<font><div></font>", "<li><ul></li>", "<nobr><p>", "</p></br>", "<svg><p>", "<i><b></i></b>"), size(r)) + news)
	},
	func(r *rand.Rand) (string, []byte) {
		return "attributes.html", []byte("<html><body><p " + again(pick(r, "a ", `a="b" `, `class="x" `, "style='", "=", "\x00"), size(r)) + ">" + again(news, 3000))
	},
	texts("many.html", "<p>", "<p>a", "<br>", "<li>a ", "<td>", "<a href=x>a</a>", "<img>", "<script>", "<!--", "<![CDATA[", "&amp", "&#0;", "<h1>a</h1>", "<", "<p>"+news+"</p>", "<title>a", "<style>*{}", "<meta charset=x>", "<time>1 March 2019</time>"),
	func(r *rand.Rand) (string, []byte) {
		head := pick(r, `<meta charset="utf-16">`, `<meta charset="x-user-defined">`, `<meta charset="iso-2022-jp">`, `<meta charset="gb18030">`, `<meta charset="utf-7">`)
		return "charset.html", []byte(head + "<p>" + again(pick(r, "\xff", "\x1b$B", "\x81", "+ADw-", "\xfe"), size(r)) + news)
	},
	func(r *rand.Rand) (string, []byte) {
		json := pick(r, again("[", 1<<16), again(`{"@graph":`, 1<<16), `{"@type": "NewsArticle", "author": `+again(`[`, 9000), `{"articleBody": "`+again("x", size(r)))
		return "linked.html", []byte(`<script type="application/ld+json">` + json + `</script><p>` + again(news, 3000))
	},
	func(r *rand.Rand) (string, []byte) {
		field := pick(r, `<title>`, `<meta name="author" content="`, `<meta property="og:site_name" content="`, `<h1>`, `<link rel="canonical" href="`, `<meta name="date" content="`)
		return "field.html", []byte(field + again(pick(r, "x", " a", "2019-", "\u202e", "&#8238;", "By "), size(r)) + `"></title></h1><p>` + again(news, 3000))
	},
	func(r *rand.Rand) (string, []byte) {
		return "spoilt.html", spoil(r, []byte("<html><head><title>Crane lost</title></head><body><article><h1>Crane lost</h1><p>"+again(news, 4000)+"</p></article></body></html>"))
	},
}
