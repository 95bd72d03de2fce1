package answer

import (
	"math"
	"slices"
	"unicode"
	"unicode/utf8"
)

// Two articles are nearly the same when most of their runs of five words are. Those that may
// be are found by their sketches: each run has a hash, each of 16 bins keeps the least hash
// that falls into it, and four bins together make a band. Articles that share nine in ten
// runs share a band 98 times in 100, and those that share half of them 22 times: what shares
// one is looked at word by word. Short articles are left out, as sharing little makes them alike.
const (
	runWords   = 5
	leastRuns  = 40
	bins       = 16
	bandBins   = 4
	nearShare  = .8
	nearOthers = 8 // are looked at, at most
)

// eachRun calls f with the hash of every run of words of an article, without those that
// touch furniture. Case and marks do not count.
func eachRun(a *Article, f func(hash uint64)) {
	start := 0
	for _, furniture := range a.Furniture {
		runsIn(a.Text[start:furniture.Start], f)
		start = furniture.End
	}
	runsIn(a.Text[start:], f)
}

func runsIn(t string, f func(hash uint64)) {
	var last [runWords]uint64 // the hashes of the last words, the newest at the end
	words := 0
	for i := 0; i < len(t); {
		var word uint64
		if word, i = wordHash(t, i); word == 0 {
			continue
		}
		last[0], last[1], last[2], last[3], last[4] = last[1], last[2], last[3], last[4], word
		if words++; words >= runWords {
			f(runHash(&last))
		}
	}
}

// offset64 and prime64 are those of FNV-1a, runPrime is the golden ratio's.
const (
	offset64 = 14695981039346656037
	prime64  = 1099511628211
	runPrime = 0x9E3779B97F4A7C15
)

// wordHash returns the hash of the word that begins at i, 0 where none does, and where the text goes on after it and the
// character behind it.
func wordHash(t string, i int) (hash uint64, next int) {
	for hash = offset64; i < len(t); {
		c := t[i]
		if low := letters[c]; low > 0 {
			hash = (hash ^ uint64(low)) * prime64
			i++
			continue
		}
		if i++; c < utf8.RuneSelf {
			break
		}
		r, size := foreignLetter(t[i-1:])
		if i += size - 1; r == 0 {
			break
		}
		hash = (hash ^ uint64(r)) * prime64
	}
	if hash == offset64 {
		hash = 0
	}
	return hash, i
}

// letters holds the letters and digits of ASCII in lower case, 0 for all else.
var letters = func() (table [256]byte) {
	for c := range utf8.RuneSelf {
		if b := lower(byte(c)); 'a' <= b && b <= 'z' || '0' <= b && b <= '9' {
			table[c] = b
		}
	}
	return table
}()

// foreignLetter returns the character outside ASCII that a text begins with, in lower case, and its size. It is 0 if it is no
// letter.
func foreignLetter(t string) (r rune, size int) {
	r, size = utf8.DecodeRuneInString(t)
	if r = unicode.ToLower(r); r < utf8.RuneSelf && letters[r] > 0 || r >= utf8.RuneSelf && isWordRune(r) {
		return r, size
	}
	return 0, size
}

// runHash returns the hash of a run.
func runHash(words *[runWords]uint64) (h uint64) {
	for _, word := range words {
		h = (h ^ word) * runPrime
		h ^= h >> 29
	}
	return h
}

// runs returns the hashes of an article's runs, ascending and each once.
func runs(a *Article) (hashes []uint64) {
	eachRun(a, func(hash uint64) { hashes = append(hashes, hash) })
	slices.Sort(hashes)
	return slices.Compact(hashes)
}

// sketch returns the hashes of an article's bands, none of one that is too short to tell.
func sketch(a *Article) (bands []uint64) {
	var least [bins]uint64
	for i := range least {
		least[i] = math.MaxUint64
	}
	n := 0
	eachRun(a, func(hash uint64) {
		n++
		least[hash%bins] = min(least[hash%bins], hash)
	})
	if n < leastRuns {
		return nil
	}
	for i := 0; i < bins; i += bandBins {
		band := uint64(i)
		for _, hash := range least[i : i+bandBins] {
			band = (band ^ hash) * runPrime
			band ^= band >> 31
		}
		bands = append(bands, band)
	}
	return bands
}

// twinOf returns the id of another article with the same text, empty when there is none.
func (d *edit) twinOf(n *analysis) string {
	for _, number := range append(byText.find(d.tx, n.hash), d.came.texts[n.hash]...) {
		other, err := d.articleAt(number)
		if err == nil && other.ID != n.article.ID && other.Text == n.article.Text {
			return other.ID
		}
	}
	return ""
}

// nearTo returns the id of the article that is nearly the same as another, empty where
// there is none that can be found by their sketches.
func (d *edit) nearTo(n *analysis) (id string) {
	var mine []uint64
	most := nearShare
	for _, number := range d.alike(n.sketch) {
		other, err := d.articleAt(number)
		if err != nil || other.ID == n.article.ID {
			continue // taken out without its sketch, as it was damaged; or to be replaced
		}
		if mine == nil {
			mine = runs(n.article)
		}
		if share := shared(mine, runs(other)); share >= most {
			most, id = share, other.ID
		}
	}
	return id
}

// alike returns the numbers of the articles with a band of a sketch, a few of them.
func (d *edit) alike(bands []uint64) (numbers []uint64) {
	for _, band := range bands {
		for _, number := range append(bySketch.find(d.tx, band), d.came.sketches[band]...) {
			if !slices.Contains(numbers, number) {
				numbers = append(numbers, number)
			}
			if len(numbers) == nearOthers {
				return numbers
			}
		}
	}
	return numbers
}

// shared returns which share of the elements of two ascending lists is in both.
func shared(a, b []uint64) float64 {
	both, all := 0, len(a)+len(b)
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0] < b[0]:
			a = a[1:]
		case a[0] > b[0]:
			b = b[1:]
		default:
			a, b = a[1:], b[1:]
			both++
		}
	}
	return float64(both) / float64(max(1, all-both))
}
