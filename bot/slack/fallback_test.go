package slack

import (
	"slices"
	"testing"
)

func TestQuoteAloud(t *testing.T) {
	tests := []struct {
		pieces []string
		want   []string
	}{
		{nil, nil},
		{[]string{"Yes & no."}, []string{"“Yes &amp; no.”"}},
		{[]string{"Yes, ", "perhaps, ", "no."}, []string{"“Yes, ", "perhaps, ", "no.”"}},
		{[]string{"“Yes”, he said."}, []string{"“Yes”, he said."}},
		{[]string{"He said ", "«no»."}, []string{"He said ", "«no»."}},
		{[]string{"It’s\none line."}, []string{"“It’s one line.”"}},
	}
	for _, test := range tests {
		var pieces []line
		for _, p := range test.pieces {
			pieces = append(pieces, line{{Words: p}})
		}
		if got := quoteAloud(pieces); !slices.Equal(got, test.want) {
			t.Errorf("%q is read as %q, want %q", test.pieces, got, test.want)
		}
	}
}
