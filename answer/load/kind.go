package load

import (
	"bufio"
	"bytes"
	"io"
	"path"
	"strings"
)

// kind is what an input is written in.
type kind int

const (
	untold       kind = iota // the name does not say
	other                    // one that is not read
	plainText                // text
	markdownText             // text with front matter and marks
	htmlPage                 // HTML
	wordDocument             // Office Open XML, as Word writes it
	pdfDocument              // PDF
	jsonLines                // JSON, an article a line
	zipArchive               // zip
)

// kindsRead lists the kinds for people.
const kindsRead = ".txt, .md, .html, .pdf, .docx, .jsonl and .zip"

var kindsByExtension = map[string]kind{
	"":          untold,
	".txt":      plainText,
	".text":     plainText,
	".md":       markdownText,
	".markdown": markdownText,
	".html":     htmlPage,
	".htm":      htmlPage,
	".xhtml":    htmlPage,
	".pdf":      pdfDocument,
	".docx":     wordDocument,
	".docm":     wordDocument,
	".jsonl":    jsonLines,
	".ndjson":   jsonLines,
	".zip":      zipArchive,
}

// kindOf tells the kind of a file from its name.
func kindOf(name string) kind {
	if k, ok := kindsByExtension[strings.ToLower(path.Ext(name))]; ok {
		return k
	}
	return other
}

// kindsByType are the media types that say what a web address holds.
var kindsByType = map[string]kind{
	"text/html":                    htmlPage,
	"application/xhtml+xml":        htmlPage,
	"application/pdf":              pdfDocument,
	"text/markdown":                markdownText,
	"application/jsonl":            jsonLines,
	"application/x-jsonlines":      jsonLines,
	"application/x-ndjson":         jsonLines,
	"application/zip":              zipArchive,
	"application/x-zip-compressed": zipArchive,

	"application/vnd.openxmlformats-officedocument.wordprocessingml.document": wordDocument,
}

// looseTypes are the media types that servers give to files of many kinds.
var looseTypes = map[string]bool{"": true, "text/plain": true, "application/octet-stream": true, "application/json": true}

// kindOfResponse tells the kind of what a server sent as mediaType under a path.
func kindOfResponse(mediaType, urlPath string) kind {
	if k, ok := kindsByType[mediaType]; ok {
		return k
	}
	if !looseTypes[mediaType] {
		return other
	}
	k, known := kindsByExtension[strings.ToLower(path.Ext(urlPath))]
	if !known || k == untold {
		if mediaType == "text/plain" {
			return plainText
		}
		return untold
	}
	return k
}

// sniff tells the kind of r from its first bytes, and returns a reader that still has them.
func sniff(r io.Reader) (io.Reader, kind) {
	b := bufio.NewReaderSize(r, 4096)
	head, _ := b.Peek(1024)
	head = bytes.ToLower(bytes.TrimLeft(bytes.TrimPrefix(head, utf8BOM), " \t\r\n"))
	switch {
	case bytes.HasPrefix(head, []byte("pk\x03\x04")):
		return b, zipArchive
	case bytes.HasPrefix(head, []byte("%pdf-")):
		return b, pdfDocument
	case bytes.HasPrefix(head, []byte("<!doctype html")), bytes.HasPrefix(head, []byte("<html")):
		return b, htmlPage
	case bytes.HasPrefix(bytes.ReplaceAll(head, []byte(" "), nil), []byte(`{"`)):
		return b, jsonLines
	case bytes.HasPrefix(head, []byte("---\n")):
		return b, markdownText
	}
	return b, plainText
}
