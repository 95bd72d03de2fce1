package index

import (
	"encoding/binary"
	"sort"
)

// head is the part of a segment that every search reads: which articles it holds,
// their sentences, and the first term of each block. It is used as it lies on disk,
// with numbers little-endian:
//
//	articles 4 | sentences 4 | blocks 4 | paragraphs 4 | words in all sentences 8
//	articles × { number 8 | first sentence 4 }
//	sentences × { length in words, the top bit set where a paragraph opens 2 }
//	blocks × { end of its first term in the bytes that follow 4 }
//	the first terms, one behind the other
type head struct {
	paragraphs uint32
	words      uint64
	articles   []byte
	sentences  []byte
	ends       []byte
	firsts     []byte
}

const (
	headSize     = 24
	articleSize  = 12
	sentenceSize = 2
	endSize      = 4

	opensBit  = 1 << 15
	maxLength = opensBit - 1
)

func openHead(body []byte) head {
	count := func(at, size int) int { return int(binary.LittleEndian.Uint32(body[at:])) * size }
	h := head{
		paragraphs: binary.LittleEndian.Uint32(body[12:]),
		words:      binary.LittleEndian.Uint64(body[16:]),
	}
	rest := body[headSize:]
	cut := func(n int) (part []byte) {
		part, rest = rest[:n:n], rest[n:]
		return part
	}
	h.articles = cut(count(0, articleSize))
	h.sentences = cut(count(4, sentenceSize))
	h.ends = cut(count(8, endSize))
	h.firsts = rest
	return h
}

// encode is the inverse of openHead.
func (h *head) encode() []byte {
	var b []byte
	b = binary.LittleEndian.AppendUint32(b, uint32(h.articleCount()))
	b = binary.LittleEndian.AppendUint32(b, uint32(h.sentenceCount()))
	b = binary.LittleEndian.AppendUint32(b, uint32(h.blockCount()))
	b = binary.LittleEndian.AppendUint32(b, h.paragraphs)
	b = binary.LittleEndian.AppendUint64(b, h.words)
	for _, part := range [][]byte{h.articles, h.sentences, h.ends, h.firsts} {
		b = append(b, part...)
	}
	return b
}

func (h *head) addArticle(number uint64) {
	h.articles = binary.LittleEndian.AppendUint64(h.articles, number)
	h.articles = binary.LittleEndian.AppendUint32(h.articles, uint32(h.sentenceCount()))
}

func (h *head) addSentence(length int, opens bool) {
	v := uint16(min(length, maxLength))
	if opens {
		v |= opensBit
		h.paragraphs++
	}
	h.sentences = binary.LittleEndian.AppendUint16(h.sentences, v)
	h.words += uint64(length)
}

func (h *head) addBlock(first []byte) {
	h.firsts = append(h.firsts, first...)
	h.ends = binary.LittleEndian.AppendUint32(h.ends, uint32(len(h.firsts)))
}

func (h *head) articleCount() int  { return len(h.articles) / articleSize }
func (h *head) sentenceCount() int { return len(h.sentences) / sentenceSize }
func (h *head) blockCount() int    { return len(h.ends) / endSize }

// article returns the number of the article at an ordinal and its first sentence.
func (h *head) article(ordinal int) (number uint64, first int) {
	at := h.articles[ordinal*articleSize:]
	return binary.LittleEndian.Uint64(at), int(binary.LittleEndian.Uint32(at[8:]))
}

// end returns the sentence behind the last of the article at an ordinal.
func (h *head) end(ordinal int) int {
	if ordinal+1 == h.articleCount() {
		return h.sentenceCount()
	}
	_, first := h.article(ordinal + 1)
	return first
}

// holding returns the ordinal of the article that a sentence belongs to, searching from an ordinal on.
func (h *head) holding(sentence, from int) int {
	if sentence < h.end(from) {
		return from
	}
	return from + sort.Search(h.articleCount()-from, func(i int) bool { return sentence < h.end(from+i) })
}

// sentence returns a sentence's length in words and whether it opens a paragraph.
func (h *head) sentence(i int) (length int, opens bool) {
	v := binary.LittleEndian.Uint16(h.sentences[i*sentenceSize:])
	return int(v &^ opensBit), v&opensBit != 0
}

// blockOf returns the only block that can hold a term, or -1.
func (h *head) blockOf(term string) int {
	return sort.Search(h.blockCount(), func(i int) bool { return string(h.first(i)) > term }) - 1
}

// first returns the first term of the block at i.
func (h *head) first(i int) []byte {
	start := 0
	if i > 0 {
		start = int(binary.LittleEndian.Uint32(h.ends[(i-1)*endSize:]))
	}
	return h.firsts[start:binary.LittleEndian.Uint32(h.ends[i*endSize:])]
}
