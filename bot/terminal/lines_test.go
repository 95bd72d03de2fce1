package terminal

import (
	"context"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
	"testing/iotest"
)

func TestLines(t *testing.T) {
	long := strings.Repeat("x", 5000)
	for _, c := range []struct {
		name, in string
		want     []string
	}{
		{"none", "", nil},
		{"ends of lines", "a\nb\r\n\nc", []string{"a", "b", "", "c"}},
		{"no end at the end", "a\n", []string{"a"}},
		{"a long one, and the rest goes on", "a\n" + long + "\nb\n" + long, []string{"a", "!", "b", "!"}},
		{"just as long as is wanted", strings.Repeat("y", 99) + "\nz", []string{strings.Repeat("y", 99), "z"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for line, err := range Lines(t.Context(), strings.NewReader(c.in), 100) {
				if errors.Is(err, ErrLongLine) {
					line = "!"
				} else if err != nil {
					t.Fatal(err)
				}
				got = append(got, line)
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("Lines(%.20q) = %.20q, want %.20q", c.in, got, c.want)
			}
		})
	}
}

func TestLinesTellsOfAFailedRead(t *testing.T) {
	broken := errors.New("broken pipe")
	r := io.MultiReader(strings.NewReader("a\n"), iotest.ErrReader(broken))
	var got []error
	for _, err := range Lines(t.Context(), r, 100) {
		got = append(got, err)
	}
	if !slices.Equal(got, []error{nil, broken}) {
		t.Errorf("errors %v", got)
	}
}

func TestLinesEndsWithItsContextThoughAReadIsUnderWay(t *testing.T) {
	r, w := io.Pipe()
	defer w.Close()
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	go io.WriteString(w, "a\n")
	for line := range Lines(ctx, r, 100) {
		if line != "a" {
			t.Errorf("read %q", line)
		}
		stop()
	}
}
