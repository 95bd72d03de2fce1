package text

import "testing"

func TestDistance(t *testing.T) {
	tests := []struct {
		a, b string
		max  int
		want int
	}{
		{"", "", 2, 0},
		{"huawei", "huawei", 2, 0},
		{"hauwei", "huawei", 2, 1},   // two letters swapped
		{"huawai", "huawei", 2, 1},   // one replaced
		{"huawi", "huawei", 2, 1},    // one left out
		{"huaawei", "huawei", 2, 1},  // one too many
		{"ca", "abc", 3, 3},          // a swapped pair is not changed again
		{"väst", "vast", 1, 1},       // a letter, not its bytes
		{"сноуден", "сноудэн", 1, 1}, //
		{"", "abc", 5, 3},
		{"", "abc", 2, 3}, // more than max is max+1
		{"kitten", "sitting", 1, 2},
		{"abcdef", "uvwxyz", 2, 3}, // given up
	}
	for _, tt := range tests {
		if got := Distance(tt.a, tt.b, tt.max); got != tt.want {
			t.Errorf("Distance(%q, %q, %d) = %d, want %d", tt.a, tt.b, tt.max, got, tt.want)
		}
		if got := Distance(tt.b, tt.a, tt.max); got != tt.want {
			t.Errorf("Distance(%q, %q, %d) = %d, want %d", tt.b, tt.a, tt.max, got, tt.want)
		}
		if got := NewPattern(tt.a).Distance([]byte(tt.b), tt.max); got != tt.want {
			t.Errorf("the pattern %q has the distance %d to %q, want %d", tt.a, got, tt.b, tt.want)
		}
	}
}

func TestDistanceAllocatesNothing(t *testing.T) {
	if n := testing.AllocsPerRun(100, func() { Distance("stoltenbreg", "stoltenberg", 2) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

// FuzzDistance holds Distance to the plain recursive definition.
func FuzzDistance(f *testing.F) {
	f.Add("ca", "abc", 3)
	f.Fuzz(func(t *testing.T, a, b string, max int) {
		ra, rb := []rune(a), []rune(b)
		if len(ra) > 6 || len(rb) > 6 || max < 0 || max > 10 {
			return
		}
		if got, want := Distance(a, b, max), min(slowDistance(ra, rb), max+1); got != want {
			t.Errorf("Distance(%q, %q, %d) = %d, want %d", a, b, max, got, want)
		}
	})
}

// FuzzPattern holds a pattern to Distance.
func FuzzPattern(f *testing.F) {
	f.Add("stoltenberg", "stoltenbreg", 2)
	f.Add("сноуден", "нсоудэн", 3)
	f.Fuzz(func(t *testing.T, a, b string, max int) {
		if max < 0 || max > 100 {
			return
		}
		if got, want := NewPattern(a).Distance([]byte(b), max), Distance(a, b, max); got != want {
			t.Errorf("the pattern %q has the distance %d to %q up to %d, want %d", a, got, b, max, want)
		}
	})
}

func slowDistance(a, b []rune) int {
	i, j := len(a), len(b)
	if i == 0 || j == 0 {
		return i + j
	}
	d := min(slowDistance(a[:i-1], b), slowDistance(a, b[:j-1])) + 1
	cost := 1
	if a[i-1] == b[j-1] {
		cost = 0
	}
	d = min(d, slowDistance(a[:i-1], b[:j-1])+cost)
	if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
		d = min(d, slowDistance(a[:i-2], b[:j-2])+1)
	}
	return d
}

func BenchmarkDistance(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Distance("stoltenbreg", "stoltenberg", 2)
		Distance("huawei", "however", 2)
	}
}

func BenchmarkPattern(b *testing.B) {
	p := NewPattern("stoltenbreg")
	words := [][]byte{[]byte("stoltenberg"), []byte("southbridge")}
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		p.Distance(words[i%2], 2)
	}
}
