package answer

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"hash/crc32"
	"slices"
	"sync"

	"verbatim/answer/text"
	"verbatim/store"
)

// An article's record, sealed, is: how its content is packed; the checksum of the content; a
// bit for each part that the content has, and their lengths; the content, packed. The content
// is the fields, the text and the furniture, end to end.
const (
	fieldParts    = 7
	textPart      = fieldParts
	furniturePart = textPart + 1
	parts         = furniturePart + 1
	recordHead    = 1 + 4 + 2
)

// rooms are kept from one article to the next, for its content to be laid out in.
var rooms = sync.Pool{New: func() any { return new([]byte) }}

// encodeArticle returns an article's record.
func encodeArticle(a *Article) []byte {
	room := rooms.Get().(*[]byte)
	defer rooms.Put(room)
	head, content := layOut(a, (*room)[:0])
	*room = content
	record, how := pack(head, content)
	record[0] = byte(how)
	return store.Seal(record)
}

// recordHash returns a hash of the article in a record, however it is packed; nil for none.
func recordHash(record []byte) []byte {
	if record == nil {
		return nil
	}
	if a, err := decodeArticle(record); err == nil && packing(record[4]) <= zipped {
		head, content := layOut(a, nil)
		record = append(head, content...)
	}
	sum := sha256.Sum256(record)
	return sum[:hashSize]
}

// layOut returns what a record has before its content, but for the packing, and appends the
// content to room.
func layOut(a *Article, room []byte) (head, content []byte) {
	head, content = make([]byte, recordHead, 64+len(a.Text)), room
	has := uint16(0)
	for i, part := range [...]string{a.ID, a.Title, a.Author, a.Source, a.URL, a.Published, string(a.Lang), a.Text, spansOf(a.Furniture)} {
		if part != "" {
			has |= 1 << i
			head = binary.AppendUvarint(head, uint64(len(part)))
			content = append(content, part...)
		}
	}
	binary.LittleEndian.PutUint32(head[1:], checksum(content))
	binary.LittleEndian.PutUint16(head[5:], has)
	return head, content
}

// spansOf returns spans, of which there may be none, as a record has them.
func spansOf(spans []text.Span) string {
	if len(spans) == 0 {
		return ""
	}
	var w spanWriter
	w.spans(spans)
	return string(w.out)
}

// same reports whether two articles are the same to the byte.
func same(a, b *Article) bool {
	return a.ID == b.ID && a.Text == b.Text && a.Title == b.Title && a.Author == b.Author && a.Source == b.Source &&
		a.URL == b.URL && a.Published == b.Published && a.Lang == b.Lang && slices.Equal(a.Furniture, b.Furniture)
}

func checksum(content []byte) uint32 {
	return crc32.Checksum(content, crc32.MakeTable(crc32.Castagnoli))
}

// decodeArticle returns a copy of the article in a record, or store.ErrCorrupt where it is
// not to the byte what was stored.
func decodeArticle(sealed []byte) (*Article, error) {
	record, err := store.Unseal(sealed)
	switch {
	case err != nil:
		return nil, err
	case len(record) < recordHead:
		return nil, store.ErrCorrupt
	case packing(record[0]) > zipped:
		return decodeOldest(record)
	}
	lengths, total, packed := cutLengths(record)
	room := rooms.Get().(*[]byte)
	defer rooms.Put(room)
	content, err := unpack(room, packed, packing(record[0]), total)
	if err != nil || checksum(content) != binary.LittleEndian.Uint32(record[1:]) {
		return nil, store.ErrCorrupt
	}
	rest := string(content[:total-lengths[furniturePart]])
	next := func(part int) (s string) {
		s, rest = rest[:lengths[part]], rest[lengths[part]:]
		return s
	}
	a := &Article{next(0), next(1), next(2), next(3), next(4), next(5), text.Lang(next(6)), next(textPart), nil}
	if spans := content[total-lengths[furniturePart]:]; len(spans) > 0 {
		a.Furniture = (&spanReader{in: spans}).spans(nil)
	}
	return a, nil
}

// decodeOrRecover is decodeArticle that puts a single flipped bit right where two checksums say that
// it is: one is of the record, and one of its content.
func decodeOrRecover(sealed []byte) (*Article, error) {
	a, err := decodeArticle(sealed)
	if err == nil {
		return a, nil
	}
	record, ok := store.Recover(sealed)
	if !ok || packing(record[0]) > zipped {
		return nil, err
	}
	return decodeArticle(store.Seal(record))
}

// cutLengths returns the lengths of the parts of a record's content, their sum and what
// follows them. Of what is no record, as its key was damaged, they may be any.
func cutLengths(record []byte) (lengths [parts]int, total int, rest []byte) {
	has, rest := binary.LittleEndian.Uint16(record[5:]), record[recordHead:]
	for i := range lengths {
		if has>>i&1 == 0 {
			continue
		}
		n, size := binary.Uvarint(rest)
		if size <= 0 || n > maxContent {
			return lengths, 0, nil
		}
		lengths[i], rest = int(n), rest[size:]
		total += lengths[i]
	}
	return lengths, total, rest
}

// maxContent is more than any part of an article can have: no value has as much.
const maxContent = 1 << 32

// oldest is what a record of the oldest form holds of an article beside its text.
type oldest struct {
	ID, Title, Author, Source, URL, Published string
	Lang                                      text.Lang
	Furniture                                 []text.Span
}

// decodeOldest returns the article in a record of the oldest form: the length of the fields,
// which is above every packing; the fields as JSON; the text.
func decodeOldest(record []byte) (*Article, error) {
	length, size := binary.Uvarint(record)
	var f oldest
	if size <= 0 || length > uint64(len(record)-size) || json.Unmarshal(record[size:size+int(length)], &f) != nil {
		return nil, store.ErrCorrupt
	}
	return &Article{f.ID, f.Title, f.Author, f.Source, f.URL, f.Published, f.Lang, string(record[size+int(length):]), f.Furniture}, nil
}
