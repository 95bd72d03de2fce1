package index

import (
	"encoding/binary"
	"math/bits"
)

// A posting list tells which articles hold a term, and in which of their sentences. It
// consists of postings: an article, an impact, and the sentences, one for each time that the
// term stands there, so that one comes as often as it does.
//
// An impact is a byte that bounds what the term can be worth in the article: how often it
// stands there in the low half, farOften for as often or oftener; a bit that is set where it
// stands twice in a paragraph, or in two sentences side by side; and above it how long the
// shortest of its sentences is, as lengthClass counts. It depends on nothing but the article,
// so that it need not be made again when others come.
//
// In a short list a posting is the distance to the article from the one before, the impact, and
// the sentences. A list of more than sparse postings is made of blocks of up to blockPostings:
//
//	postings, less one 1 | bits of a distance 1 | the greatest impact 1 | bytes of the sentences 4 | the first article 4
//	the distances of the others from those before, less one, packed
//	the impacts
//	the sentences of each
//
// The sentences of a posting are the distances between them, of the first from that which the
// article begins with; where the impact says farOften, how many there are comes first.

const (
	sparse        = 16
	blockPostings = 128
	blockHead     = 11

	farOften = 15
)

// timesIn returns how often a term stands in an article, up to farOften.
func timesIn(impact uint8) int { return int(impact & 15) }

// The other parts of an impact.
const (
	togetherBit = 1 << 4
	lengthShift = 5
)

// lengthClasses are the shortest sentences of each class.
var lengthClasses = [8]uint16{0, 5, 8, 12, 17, 24, 34, 50}

// lengthClass returns the class of a sentence of so many words.
func lengthClass(length int) (class uint8) {
	for class = 7; int(lengthClasses[class]) > length; class-- {
	}
	return class
}

// greater returns the impact that bounds what each of two does.
func greater(a, b uint8) uint8 {
	return max(a&15, b&15) | (a|b)&togetherBit | min(a>>lengthShift, b>>lengthShift)<<lengthShift
}

// listWriter writes posting lists.
type listWriter struct {
	*builder
	articles, sentences int // of the list at hand
	out                 []byte

	block   []uint32 // articles
	impacts []uint8
	places  []byte // the sentences of the block
}

// write returns the list of some occurrences of a term, which is valid until the next.
func (w *listWriter) write(all []occurrence) []byte {
	w.out, w.articles, w.sentences = w.out[:0], 0, 0
	postings := 0
	for i := range all {
		if i == 0 || all[i].article != all[i-1].article {
			postings++
		}
	}
	last := -1
	for len(all) > 0 {
		n := 1
		for n < len(all) && all[n].article == all[0].article {
			n++
		}
		impact := w.place(all[:n])
		article := all[0].article
		if postings <= sparse {
			w.out = binary.AppendUvarint(w.out, uint64(int(article)-last))
			w.out = append(append(w.out, impact), w.places...)
			w.places = w.places[:0]
			last = int(article)
		} else {
			w.block, w.impacts = append(w.block, article), append(w.impacts, impact)
			if len(w.block) == blockPostings {
				w.flush()
			}
		}
		w.articles++
		all = all[n:]
	}
	w.flush()
	return w.out
}

// place adds the sentences of a posting to places and returns its impact.
func (w *listWriter) place(all []occurrence) uint8 {
	if len(all) >= farOften {
		w.places = binary.AppendUvarint(w.places, uint64(len(all)))
	}
	last := uint32(w.builder.articles[all[0].article].firstSentence)
	impact, shortest := uint8(min(len(all), farOften)), maxLength
	for i, o := range all {
		w.places = binary.AppendUvarint(w.places, uint64(o.sentence-last))
		if i == 0 || o.sentence != last {
			w.sentences++
		}
		here := &w.builder.sentences[o.sentence]
		if i > 0 && (o.sentence-last < 2 || here.paragraph == w.builder.sentences[last].paragraph) {
			impact |= togetherBit
		}
		last = o.sentence
		shortest = min(shortest, int(here.length&maxLength))
	}
	return impact | lengthClass(shortest)<<lengthShift
}

// flush writes the block at hand.
func (w *listWriter) flush() {
	if len(w.block) == 0 {
		return
	}
	width, greatest := 0, w.impacts[0]
	for i := 1; i < len(w.block); i++ {
		width = max(width, bits.Len32(w.block[i]-w.block[i-1]-1))
		greatest = greater(greatest, w.impacts[i])
	}
	w.out = append(w.out, byte(len(w.block)-1), byte(width), greatest)
	w.out = binary.LittleEndian.AppendUint32(w.out, uint32(len(w.places)))
	w.out = binary.LittleEndian.AppendUint32(w.out, w.block[0])
	w.out = appendPacked(w.out, w.block, width)
	w.out = append(append(w.out, w.impacts...), w.places...)
	w.block, w.impacts, w.places = w.block[:0], w.impacts[:0], w.places[:0]
}

// appendPacked appends the distances of articles from those before, less one, in so many bits each.
func appendPacked(out []byte, articles []uint32, width int) []byte {
	var buffer uint64
	held := 0
	for i := 1; i < len(articles); i++ {
		buffer |= uint64(articles[i]-articles[i-1]-1) << held
		for held += width; held >= 8; held -= 8 {
			out = append(out, byte(buffer))
			buffer >>= 8
		}
	}
	if held > 0 {
		out = append(out, byte(buffer))
	}
	return out
}

func packedSize(postings, width int) int { return ((postings-1)*width + 7) / 8 }
