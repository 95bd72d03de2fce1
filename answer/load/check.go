package load

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dustin/go-humanize"

	"verbatim/answer"
	"verbatim/answer/text"
)

// faults says what is wrong with an input that cannot be read, and what mends it.
var faults = []struct {
	err error
	why string
}{
	{fs.ErrNotExist, "there is no such file or folder; check the spelling"},
	{fs.ErrPermission, "may not be read; allow this user to read it"},
	{zip.ErrFormat, "is no zip archive, or one cut short; copy or download it again"},
	{zip.ErrChecksum, "is damaged; copy or download it again"},
	{zip.ErrAlgorithm, "is packed in a way that is not read; pack it again as an ordinary zip"},
	{io.ErrUnexpectedEOF, "is cut short; copy or download it again"},
}

// whyUnreadable says why an input could not be read.
func whyUnreadable(err error) string {
	for _, f := range faults {
		if errors.Is(err, f.err) {
			return f.why
		}
	}
	var corrupt flate.CorruptInputError
	if errors.As(err, &corrupt) {
		return whyUnreadable(zip.ErrChecksum)
	}
	if path := (*fs.PathError)(nil); errors.As(err, &path) {
		return "cannot be read: " + path.Err.Error()
	}
	return err.Error()
}

var utf8BOM = []byte("\ufeff")

// errTooLarge is a read that came to its limit.
type errTooLarge int64

func (e errTooLarge) Error() string {
	return fmt.Sprintf("is larger than %s, the most that is read as one article; split it", humanize.IBytes(uint64(e)))
}

// readAll reads r to its end, or returns errTooLarge when that is more than limit bytes away.
func readAll(r io.Reader, limit int64) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(r, limit+1))
	if err == nil && int64(len(data)) > limit {
		err = errTooLarge(limit)
	}
	return data, err
}

// signatures are the first bytes of files that are often taken for text.
var signatures = []struct{ bytes, is string }{
	{"\xff\xfe\x00\x00", "is UTF-32 text; save it as UTF-8"},
	{"\x00\x00\xfe\xff", "is UTF-32 text; save it as UTF-8"},
	{"\xff\xfe", "is UTF-16 text; save it as UTF-8"},
	{"\xfe\xff", "is UTF-16 text; save it as UTF-8"},
	{"%PDF-", "is a PDF; name it .pdf"},
	{"PK\x03\x04", "is a zip archive or an office document; name archives .zip and documents .docx"},
	{"\xd0\xcf\x11\xe0", "is an office document of an old kind; save it as .docx"},
	{"{\\rtf", "is an RTF document; save it as .docx or .txt"},
	{"\x1f\x8b", "is packed with gzip; unpack it first"},
}

// utf8Text returns data as the text of an article, which is data to the byte
// but for a byte order mark, or an error that says why it cannot be one.
func utf8Text(data []byte) (string, error) {
	for _, s := range signatures {
		if bytes.HasPrefix(data, []byte(s.bytes)) {
			return "", errors.New(s.is)
		}
	}
	if at := invalidUTF8(data); at >= 0 {
		return "", fmt.Errorf("is not UTF-8 text (byte %d); save it as UTF-8", at)
	}
	t := string(bytes.TrimPrefix(data, utf8BOM))
	return t, checkText(t)
}

// checkText says why t, valid UTF-8, cannot be the text of an article.
func checkText(t string) error {
	switch {
	case t == "":
		return errors.New("is empty; there is nothing to quote")
	case strings.IndexFunc(t, visible) < 0:
		return errors.New("holds nothing but white space; there is nothing to quote")
	}
	if at := strings.IndexByte(t, 0); at >= 0 {
		return fmt.Errorf("is not text (a zero byte at %d); save it as UTF-8 text", at)
	}
	return nil
}

// maxSentences is the most sentences that an article may have. A book of 20 MiB has some
// 200,000; of a file made of short lines each would cost more than its text, to store and to ask.
const maxSentences = 300_000

// checkSentences says why an article has too many sentences.
func checkSentences(a *answer.Article) error {
	if len(a.Text) < 2*maxSentences { // a sentence has a byte, and one before the next
		return nil
	}
	n := 0
	for _, p := range text.Paragraphs(a.Text) {
		n += len(text.Sentences(a.Text, p, a.Lang))
	}
	if n > maxSentences {
		return fmt.Errorf("falls into more than %s sentences, the most that are read as one article; split it", humanize.Comma(maxSentences))
	}
	return nil
}

func visible(r rune) bool {
	return !unicode.IsSpace(r) && !unicode.Is(unicode.Cf, r) && r != 0
}

// invalidUTF8 returns the offset of the first byte of data that is not UTF-8, or -1.
func invalidUTF8(data []byte) int {
	if utf8.Valid(data) {
		return -1
	}
	at := 0
	for {
		r, n := utf8.DecodeRune(data[at:])
		if r == utf8.RuneError && n < 2 {
			return at
		}
		at += n
	}
}
