package index

import (
	"encoding/binary"
	"math/bits"
	"slices"
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
	first       int // of the postings
	in          []byte
	posting, at int // the posting that was asked for last, and where its sentences begin
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
		p.places = append(p.places, places{first: i, in: in[1:]})
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
	p.places = append(p.places, places{first: first, in: impacts[n : n+size], posting: first})
	return impacts[n+size:]
}

// unpack appends n articles by their packed distances from the one before, less one. What
// follows them is long enough to be read a machine word at a time, but at the end of a part.
func unpack(to []uint32, packed []byte, n int, width uint) []uint32 {
	first := len(to)
	last := to[first-1]
	to = slices.Grow(to, n)[:first+n]
	mask := uint64(1)<<width - 1
	bit := uint(0)
	out := to[first:]
	for i := range out {
		at := bit >> 3
		var w uint64
		if at+8 <= uint(len(packed)) {
			w = binary.LittleEndian.Uint64(packed[at:])
		} else {
			w = upTo8(packed[at:])
		}
		last += uint32(w>>(bit&7)&mask) + 1
		out[i] = last
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
	n := timesIn(impact)
	if n == farOften {
		n, in = number(in)
	}
	for ; n > 0; in = in[1:] {
		if in[0] < 0x80 {
			n--
		}
	}
	return in
}

// matches appends the sentences of an article that a list has.
func (p *postings) matches(article uint32, to []match) []match {
	i, ok := slices.BinarySearch(p.articles, article)
	if !ok {
		return to
	}
	return p.matchesAt(int32(i), to)
}

// matchesAt appends the sentences of a posting.
func (p *postings) matchesAt(posting int32, to []match) []match {
	in := p.placesOf(int(posting))
	times := timesIn(p.impacts[posting])
	if times == farOften {
		times, in = number(in)
	}
	sentence := 0
	for i := range times {
		distance := int(in[0])
		if distance < 0x80 {
			in = in[1:]
		} else {
			distance, in = number(in)
		}
		sentence += distance
		if i > 0 && distance == 0 {
			to[len(to)-1].times++
			continue
		}
		to = append(to, match{sentence, 1})
	}
	return to
}

// placesOf returns the sentences of a posting, as a list has them.
func (p *postings) placesOf(i int) []byte {
	if len(p.articles) <= sparse {
		return p.places[i].in
	}
	b := &p.places[i/blockPostings]
	if i < b.posting {
		b.posting, b.at = b.first, 0
	}
	b.at = skipPlaces(b.in, b.at, p.impacts[b.posting:i])
	b.posting = i
	return b.in[b.at:]
}

// skipPlaces returns where what follows the sentences of postings with some impacts begins,
// those of the first of which begin at a byte.
func skipPlaces(in []byte, at int, impacts []uint8) int {
	const lows, ones, sixteens = 0x0f0f0f0f0f0f0f0f, 0x0101010101010101, 0x1010101010101010
	places := 0 // that are yet to be skipped
	for len(impacts) > 0 {
		if len(impacts) >= 8 {
			if times := binary.LittleEndian.Uint64(impacts) & lows; (times+ones)&sixteens == 0 { // none says farOften
				places += int(times * ones >> 56)
				impacts = impacts[8:]
				continue
			}
		}
		n := timesIn(impacts[0])
		if impacts = impacts[1:]; n == farOften {
			at = skipNumbers(in, at, places)
			times, size := binary.Uvarint(in[at:])
			n, places, at = int(times), 0, at+size
		}
		places += n
	}
	return skipNumbers(in, at, places)
}

// skipNumbers returns where what follows n numbers of variable length begins.
func skipNumbers(in []byte, at, n int) int {
	const tops = 0x8080808080808080
	for n > 8 && at+8 <= len(in) { // so that one at least is left, and at is where it or a part of it begins
		n -= 8 - bits.OnesCount64(binary.LittleEndian.Uint64(in[at:])&tops)
		at += 8
	}
	for ; n > 0; at++ {
		if in[at] < 0x80 {
			n--
		}
	}
	return at
}
