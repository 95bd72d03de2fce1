package answer

import (
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"math/bits"

	"verbatim/answer/index"
	"verbatim/answer/text"
	"verbatim/store"
)

// The keys of a library in its tenant's bucket. Numbers are 8 bytes, big-endian; an
// article gets the next one each time it is stored, so they ascend in the order of loading.
//
//	r/ <number>                       a block of articles' records, each sealed
//	a/ <number>                       an article's record, sealed, of the versions before the blocks
//	f/ <hash>                         a finder of the number of an id
//	i/ <id>                           its number, of the versions before the finders
//	h/ <hash>                         a finder of the texts                   derived
//	d/ <hash>                         a finder of the sketches                derived
//	c/ <number>                       a block of cards, each sealed           derived
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
	articleKey    = "r/"
	oldArticleKey = "a/"
	idKey         = "f/"
	oldIDKey      = "i/"
	hashKey       = "h/"
	sketchKey     = "d/"
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

// keyNumber is the number that a key ends in; 0, which no article has, for one that is cut short.
func keyNumber(key []byte) uint64 {
	if len(key) < 2+8 {
		return 0
	}
	return binary.BigEndian.Uint64(key[len(key)-8:])
}

// lastUsed returns the highest number in the keys of a library.
func lastUsed(tx *store.Tx) (last uint64) {
	for _, part := range []string{articleKey, oldArticleKey} {
		key, _ := tx.Last([]byte(part))
		last = max(last, keyNumber(key))
	}
	return max(last, index.Last(tx))
}

// mostAhead is how far the count of the numbers given may be ahead of those in use: so many articles were
// never loaded and removed, and sets of numbers have a bit for each.
const mostAhead = 1 << 28

// isCounted reports whether the count of the numbers given, which has no seal, can be right.
func isCounted(given, used uint64) bool { return used <= given && given <= used+mostAhead }

// recount makes sure that no number in use is given again, whatever became of the count of them. One
// that is in use far ahead of the count is none: a key is damaged, as Check tells.
func recount(tx *store.Tx) error {
	key, block := tx.Last([]byte(articleKey))
	if err := rekey(tx, key, block); err != nil {
		return err
	}
	given, used := tx.Given(), lastUsed(tx)
	if isCounted(given, used) || used > given+mostAhead {
		return nil
	}
	for given > used+mostAhead {
		given &^= 1 << (bits.Len64(given) - 1) // the bit that was flipped
	}
	return tx.Resume(max(given, used))
}

// hashOf returns a hash of an id or a text.
func hashOf(s string) uint64 {
	sum := sha256.Sum256([]byte(s))
	return binary.BigEndian.Uint64(sum[:])
}

func numberOf(tx *store.Tx, id string) (number uint64, ok bool) {
	if numbers := byID.find(tx, hashOf(id)); len(numbers) > 0 {
		return numbers[0], true
	}
	if number, ok := oldNumberOf(tx, id); ok {
		return number, true
	}
	if byID.misses(tx, hashOf(id)) {
		return searched(tx, id)
	}
	return 0, false
}

// oldNumberOf is numberOf as the versions before the finders kept it.
func oldNumberOf(tx *store.Tx, id string) (number uint64, ok bool) {
	value := tx.Get(append([]byte(oldIDKey), id...))
	if len(value) != 8 {
		return 0, false
	}
	return binary.BigEndian.Uint64(value), true
}

// searched is numberOf where what leads to it is damaged: it reads the cards.
func searched(tx *store.Tx, id string) (number uint64, ok bool) {
	for c, err := range cards(tx) {
		if err == nil && string(c.id) == id {
			number, ok = c.number, true
		}
	}
	return number, ok
}

// putFinders stores what finds articles again by their ids, their texts and their languages.
func putFinders(tx *store.Tx, came []*analysis) error {
	var ids, texts, sketches []pair
	langs := map[text.Lang]int{}
	for _, n := range came {
		ids = append(ids, pair{hashOf(n.article.ID), n.number})
		texts = append(texts, pair{n.hash, n.number})
		for _, band := range n.sketch {
			sketches = append(sketches, pair{band, n.number})
		}
		langs[n.article.Lang]++
	}
	for lang, n := range langs {
		if err := countLanguage(tx, lang, n); err != nil {
			return err
		}
	}
	return errors.Join(byID.put(tx, ids), byText.put(tx, texts), bySketch.put(tx, sketches))
}

// removeNumber takes out the article of an id and a number, and everything that was
// kept for it but in the index. One that is damaged goes too; then its hash and its sketch
// stay behind, and what looks for twins passes over them.
func removeNumber(tx *store.Tx, id string, number uint64) error {
	lang, known := text.Lang(""), false
	if a, err := articleAt(tx, number); err == nil {
		if a.ID != id {
			return store.ErrCorrupt // the number stored for the id is another article's
		}
		if err := removeFinders(tx, a, number); err != nil {
			return err
		}
		lang, known = a.Lang, true
	} else if c, err := decodeCard(number, inBlock(tx, cardKey, number)); err == nil {
		lang, known = c.lang, true
	}
	if known {
		if err := countLanguage(tx, lang, -1); err != nil {
			return err
		}
	}
	return errors.Join(
		byID.remove(tx, hashOf(id), number),
		tx.Delete(append([]byte(oldIDKey), id...)),
		dropFromBlock(tx, cardKey, number),
		dropRecord(tx, number),
		tx.Delete(numberKey(oldArticleKey, number)),
	)
}

// removeFinders takes out what finds an article by its text.
func removeFinders(tx *store.Tx, a *Article, number uint64) error {
	err := byText.remove(tx, hashOf(a.Text), number)
	for _, band := range sketch(a) {
		err = errors.Join(err, bySketch.remove(tx, band, number))
	}
	return err
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
