package main

import (
	"cmp"
	"encoding/binary"
	"math"
	"slices"
)

// encode writes the table as package related reads it: related/table.go says how.
func encode(lists map[string][]weighted, opposites [][2]string) []byte {
	terms := termsOf(lists, opposites)
	ids := map[string]int{}
	for i, t := range terms {
		ids[t] = i
	}
	head := binary.LittleEndian.AppendUint32(nil, uint32(len(terms)))
	head = binary.LittleEndian.AppendUint32(head, uint32(len(opposites)))
	var records []byte
	start := len(head) + 4*len(terms) + 4*len(opposites)
	for _, t := range terms {
		head = binary.LittleEndian.AppendUint32(head, uint32(start+len(records)))
		records = append(records, byte(len(t)))
		records = append(records, t...)
		records = append(records, byte(len(lists[t])))
		for _, w := range lists[t] {
			records = binary.LittleEndian.AppendUint16(records, uint16(ids[w.term]))
			records = append(records, byte(math.Ceil(w.weight*255)))
		}
	}
	for _, pair := range pairNumbers(opposites, ids) {
		head = binary.LittleEndian.AppendUint32(head, pair)
	}
	return append(head, records...)
}

// termsOf returns every term of the table in order.
func termsOf(lists map[string][]weighted, opposites [][2]string) []string {
	var terms []string
	for t, list := range lists {
		terms = append(terms, t)
		for _, w := range list {
			terms = append(terms, w.term)
		}
	}
	for _, pair := range opposites {
		terms = append(terms, pair[0], pair[1])
	}
	slices.Sort(terms)
	return slices.Compact(terms)
}

// pairNumbers returns the numbers of pairs of terms, the lower in the high half, in order.
func pairNumbers(pairs [][2]string, ids map[string]int) []uint32 {
	var all []uint32
	for _, p := range pairs {
		i, j := ids[p[0]], ids[p[1]]
		all = append(all, uint32(min(i, j)<<16|max(i, j)))
	}
	slices.SortFunc(all, cmp.Compare[uint32])
	return all
}
