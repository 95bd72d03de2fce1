package main

import (
	"bufio"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// wordNet is what is used of WordNet.
type wordNet struct {
	synsets   map[string]*synset   // by part of speech and offset: v02207206
	senses    map[string][]meaning // by lemma in lower case
	irregular map[string][]string  // the lemmas of forms that no rule makes: found, find
}

// synset is a set of lemmas that mean the same.
type synset struct {
	lemmas   []string
	links    []link
	instance bool // a name: Normandy is an instance of a region
}

// link leads from a lemma of a synset, or from all, to a lemma of another, or to all.
type link struct {
	symbol   string // WordNet's pointer symbol, as in relations
	synset   string
	from, to int // which lemma, from 1; 0 for all
}

// meaning is one sense of a lemma.
type meaning struct {
	synset string
	share  float64 // of the uses of the lemma; a lemma's shares add up to 1
}

// partsOfSpeech leads the names of WordNet's files to its letters, in the order of its numbers.
var partsOfSpeech = []struct{ name, letter string }{{"noun", "n"}, {"verb", "v"}, {"adj", "a"}, {"adv", "r"}}

// readWordNet reads the folder of WordNet's database files, whose format is in wndb(5WN).
func readWordNet(dir string) (*wordNet, error) {
	n := &wordNet{map[string]*synset{}, map[string][]meaning{}, map[string][]string{}}
	tags := map[string]int{}
	err := eachLine(filepath.Join(dir, "cntlist.rev"), func(f []string) { readTag(tags, f) })
	for _, pos := range partsOfSpeech {
		for _, file := range []struct {
			name string
			read func([]string)
		}{
			{"data." + pos.name, func(f []string) { n.readSynset(pos.letter, f) }},
			{"index." + pos.name, func(f []string) { n.readSenses(pos.letter, tags, f) }},
			{pos.name + ".exc", func(f []string) { n.irregular[f[0]] = append(n.irregular[f[0]], f[1:]...) }},
		} {
			if err == nil {
				err = eachLine(filepath.Join(dir, file.name), file.read)
			}
		}
	}
	for _, senses := range n.senses {
		shareOut(senses)
	}
	return n, err
}

// eachLine calls read with the fields of each line of a file, but for the gloss. The licence at its head is indented.
func eachLine(name string, read func([]string)) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	const longestLine = 1 << 20
	s := bufio.NewScanner(f)
	for s.Buffer(nil, longestLine); s.Scan(); {
		if line, _, _ := strings.Cut(s.Text(), " | "); line != "" && line[0] != ' ' {
			read(strings.Fields(line))
		}
	}
	return s.Err()
}

// readTag reads how often a sense was met in the texts that were tagged by hand: buy%2:40:00:: 1 102.
func readTag(tags map[string]int, f []string) {
	lemma, sense, _ := strings.Cut(f[0], "%")
	pos := "nvara"[sense[0]-'1'] // the fifth are satellites: adjectives too
	tags[tagKey(string(pos), lemma, f[1])], _ = strconv.Atoi(f[2])
}

func tagKey(pos, lemma, sense string) string { return pos + " " + lemma + " " + sense }

// readSynset reads a line of a data file.
func (n *wordNet) readSynset(pos string, f []string) {
	s := &synset{}
	lemmas, rest := int(hex(f[3])), f[4:]
	for range lemmas {
		lemma, _, _ := strings.Cut(rest[0], "(") // galore(ip)
		s.lemmas = append(s.lemmas, strings.ToLower(lemma))
		rest = rest[2:]
	}
	links, _ := strconv.Atoi(rest[0])
	for rest = rest[1:]; links > 0; links, rest = links-1, rest[4:] {
		ends := hex(rest[3])
		s.links = append(s.links, link{rest[0], rest[2] + rest[1], int(ends >> 8), int(ends & 0xff)})
		s.instance = s.instance || rest[0] == "@i"
	}
	n.synsets[pos+f[0]] = s
}

// hex reads a hexadecimal number, as WordNet writes counts of lemmas and ends of links.
func hex(s string) int64 {
	n, _ := strconv.ParseInt(s, 16, 32)
	return n
}

// readSenses reads a line of an index file, where a lemma's synsets stand in the order of its senses' numbers. A sense
// that no tagged text has counts the less the later it stands.
func (n *wordNet) readSenses(pos string, tags map[string]int, f []string) {
	links, _ := strconv.Atoi(f[3])
	for i, offset := range f[6+links:] {
		count := float64(tags[tagKey(pos, f[0], fmt.Sprint(i+1))])
		n.senses[f[0]] = append(n.senses[f[0]], meaning{pos + offset, count + 1/float64(i+1)})
	}
}

// shareOut makes shares of the counts of a lemma's senses.
func shareOut(senses []meaning) {
	sum := 0.0
	for _, m := range senses {
		sum += m.share
	}
	for i := range senses {
		senses[i].share /= sum
	}
}

// lemmas returns the lemmas in order, so that sums come out the same each time.
func (n *wordNet) lemmas() []string { return slices.Sorted(maps.Keys(n.senses)) }
