package answer

import (
	"errors"
	"math"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"verbatim/answer/text"
	"verbatim/store"
)

// recorded are articles of all the ways in which they are kept.
func recorded() map[string]*Article {
	long := strings.Repeat("The lighthouse stands on Skerryvore, and 12 ferries sail to it. ", 100)
	noise := make([]byte, 3000)
	for i := range noise {
		noise[i] = byte('!' + rand.IntN(90))
	}
	return map[string]*Article{
		"bare":   {Text: "."},
		"short":  {ID: "a", Lang: text.English, Text: "The lighthouse stands on Skerryvore."},
		"long":   {ID: "b", Title: "Ferries", Author: "Anna Berg", Source: "Herald", URL: "https://a.example", Published: "2019-03-01", Lang: "en", Text: long},
		"marked": {ID: "c", Text: long, Furniture: []text.Span{{Start: 0, End: 4}, {Start: 9, End: 4000}}},
		"brief":  {ID: "c", Text: "Home. The ferry sails.", Furniture: []text.Span{{Start: 0, End: 5}}},
		"other":  {ID: "d", Title: "灯台", Lang: "ja", Text: "灯台はスケリーボアにあります。"},
		"rhyme":  {ID: "d", Lang: "ja", Text: strings.Repeat("灯台", 9)},
		"noise":  {ID: "e", Text: string(noise)},
	}
}

func TestARecordGivesBackItsArticle(t *testing.T) {
	ways := map[packing]bool{}
	for name, a := range recorded() {
		record := encodeArticle(a)
		if got, err := decodeArticle(record); err != nil || !reflect.DeepEqual(got, a) {
			t.Errorf("%s: got %+v, %v", name, got, err)
		}
		ways[packing(record[4])] = true
	}
	if len(ways) != 3 {
		t.Errorf("only packed as %v", ways)
	}
}

// A seal that holds over a content that does not is what a fault of the packing would leave.
func TestNoFlippedBitIsReadAsAnArticle(t *testing.T) {
	for name, a := range recorded() {
		record := encodeArticle(a)
		body, err := store.Unseal(record)
		if err != nil {
			t.Fatal(err)
		}
		for range 300 {
			at, bit := rand.IntN(len(record)), byte(1)<<rand.IntN(8)
			record[at] ^= bit
			if _, err := decodeArticle(record); !errors.Is(err, store.ErrCorrupt) {
				t.Errorf("%s: read with byte %d another: %v", name, at, err)
			}
			got, err := decodeArticle(store.Seal(body))
			if at > 4 && err == nil && !reflect.DeepEqual(got.Text, a.Text) && got.ID+got.Text != a.ID+a.Text {
				t.Errorf("%s: read with byte %d another, sealed: %q", name, at, got.Text)
			}
			record[at] ^= bit
		}
	}
}

func TestWhatIsNoRecordIsToldAsDamage(t *testing.T) {
	for n := range 2000 {
		body := make([]byte, rand.IntN(60))
		for i := range body {
			body[i] = byte(rand.Uint32())
		}
		if len(body) > 0 {
			body[0] %= 6
		}
		if a, err := decodeArticle(store.Seal(body)); !errors.Is(err, store.ErrCorrupt) {
			t.Errorf("%d: %x is read as %+v, %v", n, body, a, err)
		}
	}
}

func TestARecordOfTheOldestFormIsRead(t *testing.T) {
	for name, a := range recorded() {
		if got, err := decodeArticle(oldestRecord(t, a)); err != nil || !reflect.DeepEqual(got, a) {
			t.Errorf("%s: got %+v, %v", name, got, err)
		}
	}
}

func TestAnArticleIsReadInFewSteps(t *testing.T) {
	for name, a := range recorded() {
		record := encodeArticle(a)
		most := 2.0 // the article, and the words of it
		if len(a.Furniture) > 0 {
			most++
		}
		least := math.Inf(1) // as what is pooled may be gone now and then, and other libraries are tended meanwhile
		for tries := 0; least > most && tries < 20_000; tries++ {
			least = min(least, testing.AllocsPerRun(1, func() { decodeArticle(record) }))
		}
		if least > most {
			t.Errorf("%s: %v allocations", name, least)
		}
	}
}

func BenchmarkRecord(b *testing.B) {
	words := strings.Fields("the harbour of a town that ferries leave in spring and come back to when they said it was deep enough for them")
	for name, length := range map[string]int{"short": 40, "long": 1700} {
		var t strings.Builder
		for range length {
			t.WriteString(words[rand.IntN(len(words))] + " ")
		}
		a := &Article{ID: "a", Title: "Ferries", Lang: "en", Text: t.String()}
		record := encodeArticle(a)
		b.Run(name+"/encode", func(b *testing.B) {
			b.SetBytes(int64(len(a.Text)))
			b.ReportAllocs()
			for b.Loop() {
				encodeArticle(a)
			}
		})
		b.Run(name+"/decode", func(b *testing.B) {
			b.SetBytes(int64(len(a.Text)))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := decodeArticle(record); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
