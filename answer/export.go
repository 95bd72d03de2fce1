package answer

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"io"

	"verbatim/answer/text"
	"verbatim/store"
)

// What load reads of one archive at most, and so what an export puts into one.
const (
	partArticles = 100_000
	partText     = 1 << 30 // bytes, of the twice as many that are read
)

// exported is an article on a line of its own, as load reads it. As the line tells its
// furniture, be there any or not, load takes all of it as it stands.
type exported struct {
	ID          string    `json:"id"`
	Title       string    `json:"title,omitempty"`
	Author      string    `json:"author,omitempty"`
	Source      string    `json:"source,omitempty"`
	URL         string    `json:"url,omitempty"`
	Published   string    `json:"published,omitempty"`
	Lang        text.Lang `json:"lang,omitempty"`
	Collections []string  `json:"collections,omitempty"`
	Furniture   [][2]int  `json:"furniture"`
	Text        string    `json:"text"`
}

// Export writes all articles, with their fields and collections, into zip archives that
// load reads: loaded into an empty library they are the same to the byte. part opens the
// n-th archive, counted from 1, which is closed once it is whole; each has at most so many
// bytes, 0 for as many as load reads. It returns how many articles it wrote, and opens no
// part for none. Where articles are damaged the error is LeftOut, and the archives hold all
// others; where one does not fit it is Unfit. No transaction is open while it writes.
func (l *Library) Export(ctx context.Context, most int64, part func(n int) (io.WriteCloser, error)) (articles int, err error) {
	x := exporter{most: most, part: part}
	if x.flate, err = flate.NewWriter(&x.packed, flate.DefaultCompression); err != nil {
		return 0, err
	}
	var left LeftOut
	for n, err := range l.filed(ctx) {
		a := n.article
		if errors.Is(err, store.ErrCorrupt) {
			a, err = l.recovered(n.number)
		}
		if f, damaged := err.(Finding); damaged {
			left = append(left, f)
			continue
		}
		if err != nil {
			return x.articles, x.stop(err)
		}
		collections, err := l.CollectionsOf(ctx, a.ID)
		if err == nil {
			err = x.add(a, collections)
		}
		if err != nil {
			return x.articles, x.stop(err)
		}
	}
	if err := ctx.Err(); err != nil {
		return x.articles, x.stop(err)
	}
	if err := x.close(); err != nil || left == nil {
		return x.articles, err
	}
	return x.articles, left
}

// Unfit is an article that alone is larger, in bytes, than an archive of an export may be.
type Unfit struct {
	Article    string // its id
	Size, Most int64
}

func (u Unfit) Error() string {
	return fmt.Sprintf("article %s has %d bytes when it is packed, more than fit into a part of %d", u.Article, u.Size, u.Most)
}

// LeftOut are the articles that an export goes without, as they are damaged.
type LeftOut []Finding

func (l LeftOut) Error() string {
	if len(l) == 1 {
		return fmt.Sprintf("left out what is damaged: article %s", l[0].Article)
	}
	return fmt.Sprintf("left out what is damaged: article %s and %d more; check names them", l[0].Article, len(l)-1)
}

// Unwrap returns store.ErrCorrupt.
func (l LeftOut) Unwrap() error { return store.ErrCorrupt }

// recovered returns an article that is damaged, if a single flipped bit is all, as both the checksum
// of its record and that of its content say. It is never quoted so. Or else the error is a Finding.
func (l *Library) recovered(number uint64) (a *Article, err error) {
	err = l.tenant.View(func(tx *store.Tx) error {
		a, err = decodeOrRecover(recoveredAt(tx, number))
		return err
	})
	if errors.Is(err, store.ErrCorrupt) {
		_, c := l.cardOf(number)
		return nil, lost(string(c.id), number)
	}
	return a, err
}

// recoveredAt is recordAt that puts a flipped bit in the table of a block right.
func recoveredAt(tx *store.Tx, number uint64) []byte {
	key, block := tx.Seek([]byte(articleKey), numberKey(articleKey, number))
	if _, _, ok := cutTable(block); key != nil && !ok {
		for n, record := range valuesIn(key, recoverTable(block)) {
			if n == number {
				return record
			}
		}
	}
	return recordAt(tx, number)
}

// exporter writes articles to one archive after the other.
type exporter struct {
	most     int64
	part     func(n int) (io.WriteCloser, error)
	parts    int
	articles int

	out      io.WriteCloser // nil where no archive is open
	zip      *zip.Writer
	size     int64 // of the archive at hand, once it is closed
	members  int
	unpacked int
	packed   bytes.Buffer // the article at hand
	flate    *flate.Writer
}

func (x *exporter) add(a *Article, collections []string) error {
	line, err := exportLine(a, collections)
	if err != nil {
		return err
	}
	header, err := x.pack(line)
	if err != nil {
		return err
	}
	size := int64(x.packed.Len()+2*len(header.Name)) + memberOverhead
	if !x.fits(size, len(line)) {
		if err := x.close(); err != nil {
			return err
		}
	}
	if x.out == nil {
		if err := x.open(); err != nil {
			return err
		}
		if !x.fits(size, len(line)) {
			return Unfit{a.ID, x.size + size, x.most}
		}
	}
	w, err := x.zip.CreateRaw(header)
	if err == nil {
		_, err = w.Write(x.packed.Bytes())
	}
	x.articles, x.members, x.size, x.unpacked = x.articles+1, x.members+1, x.size+size, x.unpacked+len(line)
	return err
}

// fits reports whether the archive at hand has room for a line that takes size bytes of it.
func (x *exporter) fits(size int64, line int) bool {
	return (x.most <= 0 || x.size+size <= x.most) && x.members < partArticles && (x.members == 0 || x.unpacked+line <= partText)
}

// The bytes that a zip archive takes for a member beside its name and content, and for itself.
const (
	memberOverhead  = 30 + 46
	archiveOverhead = 22 + 20 + 56
)

// pack compresses a line beforehand, so that its size is known before it is written.
func (x *exporter) pack(line []byte) (*zip.FileHeader, error) {
	x.packed.Reset()
	x.flate.Reset(&x.packed)
	if _, err := x.flate.Write(line); err != nil {
		return nil, err
	}
	if err := x.flate.Close(); err != nil {
		return nil, err
	}
	return &zip.FileHeader{
		//lint:ignore SA1019 what is written raw has no other date, and none is no date that every program reads
		ModifiedDate: 1<<5 | 1, // the first that there is, so that the same export is the same archive

		Name: fmt.Sprintf("%06d.jsonl", x.articles+1), Method: zip.Deflate, CRC32: crc32.ChecksumIEEE(line),
		UncompressedSize64: uint64(len(line)), CompressedSize64: uint64(x.packed.Len()),
	}, nil
}

func (x *exporter) open() (err error) {
	x.parts++
	if x.out, err = x.part(x.parts); err != nil {
		return err
	}
	x.zip, x.size, x.members, x.unpacked = zip.NewWriter(x.out), archiveOverhead, 0, 0
	return nil
}

// close ends the archive at hand, if there is one.
func (x *exporter) close() error {
	if x.out == nil {
		return nil
	}
	return x.stop(x.zip.Close())
}

// stop closes the archive at hand, whole or not, and returns err or why it cannot be closed.
func (x *exporter) stop(err error) error {
	if x.out == nil {
		return err
	}
	if cerr := x.out.Close(); err == nil {
		err = cerr
	}
	x.out = nil
	return err
}

func exportLine(a *Article, collections []string) ([]byte, error) {
	furniture := make([][2]int, len(a.Furniture))
	for i, f := range a.Furniture {
		furniture[i] = [2]int{f.Start, f.End}
	}
	var line bytes.Buffer
	e := json.NewEncoder(&line)
	e.SetEscapeHTML(false)
	err := e.Encode(exported{a.ID, a.Title, a.Author, a.Source, a.URL, a.Published, a.Lang, collections, furniture, a.Text})
	return line.Bytes(), err
}
