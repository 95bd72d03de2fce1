package answer

import (
	"fmt"
	"slices"
	"testing"

	"verbatim/store"
	"verbatim/store/storetest"
)

func newest(t *testing.T, l *Library, n int) (all []string) {
	t.Helper()
	articles, err := l.Newest(ctx, n)
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range articles {
		all = append(all, a.ID)
	}
	return all
}

func size(t *testing.T, l *Library) int {
	t.Helper()
	n, err := l.Size(ctx)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func TestNewestAndSize(t *testing.T) {
	l := openLibrary(t)
	if got := newest(t, l, 3); len(got) > 0 || size(t, l) != 0 {
		t.Errorf("an empty library has %v", got)
	}
	for n := range 40 {
		load(t, l, english(fmt.Sprint(n), fmt.Sprintf("Ferry %d sails.", n)))
	}
	for n := 2; n < 38; n++ {
		if err := l.Remove(ctx, fmt.Sprint(n)); err != nil {
			t.Fatal(err)
		}
	}
	load(t, l, english("0", "Ferry 0 is late."))
	for n, want := range map[int][]string{
		-1: nil, 0: nil, 1: {"0"}, 2: {"0", "39"}, 3: {"0", "39", "38"}, 4: {"0", "39", "38", "1"}, 1 << 62: {"0", "39", "38", "1"},
	} {
		if got := newest(t, l, n); !slices.Equal(got, want) {
			t.Errorf("the newest %d are %v, want %v", n, got, want)
		}
	}
	if got := size(t, l); got != 4 {
		t.Errorf("the size is %d", got)
	}
}

func TestNewestPassesOverWhatIsDamaged(t *testing.T) {
	tenant := storetest.Open(t).Tenant("t")
	l, err := Open(tenant)
	if err != nil {
		t.Fatal(err)
	}
	load(t, l, english("a", "“It is deep,” said Anna Berg."), english("b", "“It is old,” said Bo Lie."))
	flipABit(t, tenant, articleKey)
	if got := newest(t, l, 2); !slices.Equal(got, []string{"b"}) {
		t.Errorf("the newest are %v", got)
	}
	if got, err := l.Speakers(ctx, 2); err != nil || !slices.Equal(got, []string{"Bo Lie"}) {
		t.Errorf("the speakers are %v, %v", got, err)
	}
}

func TestSpeakers(t *testing.T) {
	l := openLibrary(t)
	load(t, l,
		english("old", "“It is new,” said Carl Dahl. “It is big,” said Carl Dahl. “It is red,” said Carl Dahl."),
		english("a", "“It is old,” said Bo Lie.\n\n“It is deep,” said Anna Berg.\n\n“They sail at noon,” she added."),
		english("b", "“Nothing at all is known,” said a spokesman.\n\n“We agree with that,” said Nokia.\n\n“I do not know,” he said."))
	got, err := l.Speakers(ctx, 2)
	if want := []string{"Anna Berg", "Bo Lie"}; err != nil || !slices.Equal(got, want) {
		t.Errorf("got %q, %v, want %q", got, err, want)
	}
}

func TestIsFullName(t *testing.T) {
	for name, want := range map[string]bool{
		"Guo Ping": true, "Ursula von der Leyen": true, "Го Пин": true, "J. K. Rowling": true,
		"": false, "Nokia": false, "a spokesman": false, "Anna\nBerg": false, "Unit 8200": false, "the Mayor": false,
	} {
		if got := isFullName(name); got != want {
			t.Errorf("%q: %t", name, got)
		}
	}
}

func BenchmarkNewest(b *testing.B) {
	tenant := storetest.Open(b).Tenant("t")
	l, err := Open(tenant)
	if err != nil {
		b.Fatal(err)
	}
	// 11,000 articles as a store holds them; no index is needed to find the newest.
	err = tenant.Update(func(tx *store.Tx) error {
		for n := range 11_000 {
			a := english(fmt.Sprint(n), "The ferry sails.")
			if err := putBlocks(tx, articleKey, []blockValue{{uint64(n + 1), encodeArticle(a)}}); err != nil {
				return err
			}
			if err := countLanguage(tx, a.Lang, +1); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if all, err := l.Newest(ctx, 10); err != nil || len(all) != 10 {
			b.Fatal(len(all), err)
		}
	}
}
