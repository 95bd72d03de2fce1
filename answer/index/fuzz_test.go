package index

import (
	"encoding/binary"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// inMemory returns a segment of articles that was not written.
func inMemory(articles []Article) *segment {
	b := newBuilder()
	for i := range articles {
		b.add(&articles[i])
	}
	e := b.encode()
	s := &segment{head: e.head}
	for c := range e.columns {
		s.parts[c] = e.columns[c].parts
	}
	for _, n := range e.lengths {
		s.lengths = binary.LittleEndian.AppendUint32(s.lengths, n)
	}
	return s
}

// postingArticles returns articles as some bytes say: how many without the word go before, in
// which sentence it stands, how often, and how long that is.
func postingArticles(steps []byte) (all []Article) {
	tide, other := Word{Form: "tide", Term: "tide"}, Word{Form: "other", Term: "other"}
	for ; len(steps) >= 4 && len(all) < 1000; steps = steps[4:] {
		for range steps[0] & 31 {
			all = append(all, plainArticle(uint64(len(all)), nil))
		}
		far := int(steps[1]) * int(steps[1]) * int(steps[1]) >> 16
		a := plainArticle(uint64(len(all)), make([][]string, far+2)...)
		for i := range 1 + int(steps[0]>>5) {
			s := &a.Sentences[far*(i+1)/3%len(a.Sentences)]
			s.Words = slices.Concat(s.Words, slices.Repeat([]Word{tide}, int(steps[2])%40), slices.Repeat([]Word{other}, int(steps[3])/3))
		}
		for i := range a.Sentences {
			a.Sentences[i].Opens = i%(1+int(steps[0]>>4)) == 0
		}
		all = append(all, a)
	}
	return all
}

func FuzzPostings(f *testing.F) {
	rng := rand.New(rand.NewPCG(3, 4))
	for _, n := range []int{1, sparse, sparse + 1, blockPostings, blockPostings + 1, 3 * blockPostings} {
		steps := make([]byte, 4*n)
		for i := range steps {
			steps[i] = byte(rng.Uint32() >> rng.IntN(32))
		}
		f.Add(steps)
	}
	f.Add([]byte{1, 200, 14, 3, 0, 0, 15, 0, 255, 130, 16, 90})
	f.Fuzz(func(t *testing.T, steps []byte) {
		all := postingArticles(steps)
		if len(all) == 0 {
			return
		}
		s := inMemory(all)
		w := s.lookup(hashOf("tide"), "tide")
		var p postings
		s.postings(&w, &p)
		sentences, articles := 0, 0
		for ordinal := range all {
			want, impact := all[ordinal].matchesOf("tide")
			if got := p.matches(uint32(ordinal), nil); !slices.Equal(got, want) {
				t.Fatalf("in article %d it stands in %v, want %v", ordinal, got, want)
			}
			if len(want) > 0 {
				if p.articles[articles] != uint32(ordinal) || p.impacts[articles] != impact {
					t.Fatalf("posting %d is of article %d with impact %x, want %d with %x", articles, p.articles[articles], p.impacts[articles], ordinal, impact)
				}
				articles++
			}
			sentences += len(want)
		}
		if w.articles != articles || w.sentences != sentences || len(p.articles) != articles {
			t.Errorf("%d articles, %d sentences and %d postings, want %d and %d", w.articles, w.sentences, len(p.articles), articles, sentences)
		}
	})
}

// matchesOf returns the sentences that hold a term, and the impact of the article.
func (a *Article) matchesOf(term string) (all []match, impact uint8) {
	times, shortest, last, opened := 0, maxLength, -2, 0
	for i := range a.Sentences {
		if i > 0 && a.Sentences[i].Opens {
			opened = i
		}
		n := a.count(i, term)
		if n == 0 {
			continue
		}
		if n > 1 || i == last+1 || last >= opened {
			impact = togetherBit
		}
		all = append(all, match{i, n})
		times, shortest, last = times+n, min(shortest, a.Sentences[i].count()), i
	}
	return all, impact | uint8(min(times, farOften)) | lengthClass(shortest)<<lengthShift
}

func TestPackedDistancesOfAnyWidthAreRead(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	for width := range 33 {
		for _, n := range []int{1, 2, 3, 7, 8, 9, 64, blockPostings} {
			want := []uint32{rng.Uint32N(10)}
			for left := uint64(1<<32 - 1 - 10); len(want) < n; {
				distance := rng.Uint64N(1 << width)
				if distance > left/2 {
					distance = 0
				}
				left -= distance + 1
				want = append(want, want[len(want)-1]+uint32(distance)+1)
			}
			packed := appendPacked(nil, want, width)
			if len(packed) != packedSize(n, width) {
				t.Errorf("%d of %d bits take %d bytes, want %d", n, width, len(packed), packedSize(n, width))
			}
			for _, behind := range []int{0, 3, 9} {
				in := append(slices.Clone(packed), slices.Repeat([]byte{0xff}, behind)...)
				if got := unpack(want[:1:1], in, n-1, uint(width)); !slices.Equal(got, want) {
					t.Errorf("%d of %d bits are %v, want %v", n, width, got, want)
				}
			}
		}
	}
}

// The class of a length says no more than it is.
func TestLengthClassesBoundLengths(t *testing.T) {
	for length := range 200 {
		class := lengthClass(length)
		if int(lengthClasses[class]) > length || int(class+1) < len(lengthClasses) && int(lengthClasses[class+1]) <= length {
			t.Errorf("a length of %d is of class %d", length, class)
		}
	}
}

func FuzzLookup(f *testing.F) {
	f.Add("tide table tide", "table")
	f.Add("", "")
	f.Add("\xff a \x00 прилив  x", "\xff")
	f.Add(strings.Repeat("a b c d e f g h i j k l m n o p ", 40), "q")
	f.Fuzz(func(t *testing.T, text, asked string) {
		words := strings.Split(text, " ")
		s := inMemory([]Article{plainArticle(1, words, words[:1])})
		times := map[string]int{clipped(words[0]): 1}
		for _, w := range words {
			times[clipped(w)]++
		}
		for _, w := range append(words, asked, asked+" ", strings.TrimSuffix(asked, "a")) {
			want := times[clipped(w)]
			if got := s.lookup(hashOf(w), w); got.count != want || got.articles != min(1, want) {
				t.Errorf("%q stands %d times in %d articles, want %d", w, got.count, got.articles, want)
			}
		}
	})
}
