package answer

import (
	"crypto/sha256"
	"encoding/binary"

	"verbatim/answer/text"
	"verbatim/store"
)

// The keys of a library in its tenant's bucket. Numbers are 8 bytes, big-endian; an
// article gets the next one each time it is stored, so they ascend in the order of loading.
//
//	a/ <number>                       the article's record, sealed
//	i/ <id>                           its number
//	h/ <SHA-256 of the text, 16>      that another article may have the same text derived
//	   <number>
//	d/ <band of its sketch, 8>        that it may be nearly the same as another derived
//	   <number>
//	l/ <number>                       its layout, sealed                      derived
//	c/ <number>                       its card, sealed                        derived
//	x/ ...                            the index, as its package says          derived
//	n/ <language>                     how many articles are in it             derived
//	k/ <collection, folded>           its name, sealed
//	m/ <collection, folded> 0 <id>    the id, sealed: that the article is in it, once it is there
//	g/ <change>                       what is known of a change, sealed
//	j/ <change> <id>                  what it did to an article, sealed
//	o/ <change> <id>                  the article's record as it was before
//	q/ <SHA-256 of a request, 16>     the change that answered it
//	e                                 how many transactions have changed the articles
//	v                                 the analysis that made what is derived
const (
	articleKey    = "a/"
	idKey         = "i/"
	hashKey       = "h/"
	sketchKey     = "d/"
	layoutKey     = "l/"
	cardKey       = "c/"
	languageKey   = "n/"
	collectionKey = "k/"
	memberKey     = "m/"
	changeKey     = "g/"
	entryKey      = "j/"
	recordKey     = "o/"
	requestKey    = "q/"
	latestKey     = "e"
	versionKey    = "v"
)

// analysisVersion changes whenever the same article would be analysed differently.
const analysisVersion = "6"

const hashSize = 16

func numberKey(part string, number uint64) []byte {
	return binary.BigEndian.AppendUint64([]byte(part), number)
}

func keyNumber(key []byte) uint64 { return binary.BigEndian.Uint64(key[len(key)-8:]) }

func textHash(text string) []byte {
	sum := sha256.Sum256([]byte(text))
	return append([]byte(hashKey), sum[:hashSize]...)
}

func numberOf(tx *store.Tx, id string) (number uint64, ok bool) {
	value := tx.Get(append([]byte(idKey), id...))
	if len(value) != 8 {
		return 0, false
	}
	return binary.BigEndian.Uint64(value), true
}

// articleAt returns the article of a number that is kept for one, or store.ErrCorrupt.
func articleAt(tx *store.Tx, number uint64) (*Article, error) {
	return decodeArticle(tx.Get(numberKey(articleKey, number)))
}

func layoutAt(tx *store.Tx, number uint64) (*Layout, error) {
	value, err := store.Unseal(tx.Get(numberKey(layoutKey, number)))
	if err != nil {
		return nil, err
	}
	var b bearings
	b.decode(value)
	return &b.Layout, nil
}

// twinOf returns the id of another article with the same text, empty when there is none.
func twinOf(tx *store.Tx, a *Article) string {
	for key := range tx.Scan(textHash(a.Text)) {
		other, err := articleAt(tx, keyNumber(key))
		if err == nil && other.ID != a.ID && other.Text == a.Text {
			return other.ID
		}
	}
	return ""
}

func putNumber(tx *store.Tx, id string, number uint64) error {
	return tx.Put(append([]byte(idKey), id...), binary.BigEndian.AppendUint64(nil, number))
}

// putFinders stores what finds an article again by its id, its text and its language.
func putFinders(tx *store.Tx, n *analysis) error {
	a := n.article
	if err := putNumber(tx, a.ID, n.number); err != nil {
		return err
	}
	if err := tx.Put(binary.BigEndian.AppendUint64(textHash(a.Text), n.number), nil); err != nil {
		return err
	}
	if err := putSketch(tx, n); err != nil {
		return err
	}
	return countLanguage(tx, a.Lang, +1)
}

// removeNumber takes out the article of an id and a number, and everything that was
// kept for it but in the index. One that is damaged goes too; then its hash and its sketch
// stay behind, and what looks for twins passes over them.
func removeNumber(tx *store.Tx, id string, number uint64) error {
	keys := [][]byte{
		append([]byte(idKey), id...),
		numberKey(layoutKey, number),
		numberKey(cardKey, number),
		numberKey(articleKey, number),
	}
	lang, known := text.Lang(""), false
	if a, err := articleAt(tx, number); err == nil {
		if a.ID != id {
			return store.ErrCorrupt // the number stored for the id is another article's
		}
		keys = append(keys, binary.BigEndian.AppendUint64(textHash(a.Text), number))
		for _, band := range sketch(a) {
			keys = append(keys, sketchKeyOf(band, number))
		}
		lang, known = a.Lang, true
	} else if c, err := decodeCard(keys[2], tx.Get(keys[2])); err == nil {
		lang, known = c.lang, true
	}
	if known {
		if err := countLanguage(tx, lang, -1); err != nil {
			return err
		}
	}
	for _, key := range keys {
		if err := tx.Delete(key); err != nil {
			return err
		}
	}
	return nil
}

func countLanguage(tx *store.Tx, lang text.Lang, by int) error {
	key := append([]byte(languageKey), lang...)
	n := by
	if value := tx.Get(key); len(value) == 8 {
		n += int(binary.BigEndian.Uint64(value))
	}
	if n <= 0 {
		return tx.Delete(key)
	}
	return tx.Put(key, binary.BigEndian.AppendUint64(nil, uint64(n)))
}
