package index

import (
	"encoding/binary"
	"math/bits"
)

// postings is a posting list that was read: its articles in order, with their impacts. The
// sentences of each are read where they are asked for.
type postings struct {
	articles []uint32
	impacts  []uint8
	places   []places
}

// places is where the sentences of some postings lie, which follow each other.
type places struct {
	first int // of the postings
	in    []byte
}

func (p *postings) reset() {
	p.articles, p.impacts, p.places = p.articles[:0], p.impacts[:0], p.places[:0]
}

// postings reads the list of a word.
func (s *segment) postings(w *word, p *postings) {
	p.reset()
	in := w.list
	if len(in) == 0 && w.articles > 0 {
		in = s.at(listColumn, w.listAt)
	}
	if w.articles <= sparse {
		p.readSparse(in, w.articles)
		return
	}
	for left := w.articles; left > 0; {
		n := int(in[0]) + 1
		in = p.readBlock(in, n)
		left -= n
	}
}

// readSparse reads a short list. Each posting has places of its own.
func (p *postings) readSparse(in []byte, n int) {
	last := -1
	for i := range n {
		var distance int
		distance, in = number(in)
		last += distance
		p.articles, p.impacts = append(p.articles, uint32(last)), append(p.impacts, in[0])
		p.places = append(p.places, places{i, in[1:]})
		in = afterPlaces(in[1:], in[0])
	}
}

// readBlock reads a block of n postings and returns what follows it.
func (p *postings) readBlock(in []byte, n int) (rest []byte) {
	width := uint(in[1])
	size := int(binary.LittleEndian.Uint32(in[3:]))
	last := binary.LittleEndian.Uint32(in[7:])
	first := len(p.articles)
	p.articles = append(p.articles, last)
	packed := in[blockHead:]
	impacts := packed[packedSize(n, int(width)):]
	p.articles = unpack(p.articles, packed, n-1, width)
	p.impacts = append(p.impacts, impacts[:n]...)
	p.places = append(p.places, places{first, impacts[n : n+size]})
	return impacts[n+size:]
}

// unpack appends n articles by their packed distances from the one before, less one. What
// follows them is long enough to be read a machine word at a time, but at the end of a part.
func unpack(to []uint32, packed []byte, n int, width uint) []uint32 {
	last := to[len(to)-1]
	mask := uint64(1)<<width - 1
	bit := uint(0)
	for range n {
		at := bit >> 3
		var w uint64
		if at+8 <= uint(len(packed)) {
			w = binary.LittleEndian.Uint64(packed[at:])
		} else {
			w = upTo8(packed[at:])
		}
		last += uint32(w>>(bit&7)&mask) + 1
		to = append(to, last)
		bit += width
	}
	return to
}

// upTo8 reads what is left of the bytes of a machine word.
func upTo8(b []byte) (w uint64) {
	for i, v := range b {
		w |= uint64(v) << (8 * i)
	}
	return w
}

// afterPlaces returns what follows the sentences of a posting with an impact.
func afterPlaces(in []byte, impact uint8) []byte {
	n := int(impact & 15)
	if n == farOften {
		n, in = number(in)
	}
	return in[skipNumbers(in, n):]
}

// skipNumbers returns how many bytes the first n numbers of variable length take.
func skipNumbers(in []byte, n int) (size int) {
	for n >= 8 && size+8 <= len(in) {
		ends := ^binary.LittleEndian.Uint64(in[size:]) & 0x8080808080808080
		n -= bits.OnesCount64(ends)
		size += 8
	}
	for ; n > 0; size++ {
		if in[size] < 0x80 {
			n--
		}
	}
	return size
}

// placesOf returns the sentences of a posting, as a list has them.
func (p *postings) placesOf(i int) []byte {
	low, high := 0, len(p.places)
	for high-low > 1 {
		if mid := (low + high) / 2; p.places[mid].first <= i {
			low = mid
		} else {
			high = mid
		}
	}
	in, first := p.places[low].in, p.places[low].first
	skip := 0
	for ; first < i; first++ {
		if n := int(p.impacts[first] & 15); n < farOften {
			skip += n
			continue
		}
		in = in[skipNumbers(in, skip):]
		n, rest := number(in)
		in, skip = rest, n
	}
	return in[skipNumbers(in, skip):]
}
