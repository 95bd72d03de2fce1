package answer

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"verbatim/answer/speech"
	"verbatim/store"
)

// Size returns how many articles the library holds, without reading one.
func (l *Library) Size(ctx context.Context) (articles int, err error) {
	err = l.view(func(tx *store.Tx) error {
		for _, n := range languageCounts(tx) {
			articles += int(n)
		}
		return nil
	})
	return articles, err
}

// Newest returns the n articles that were loaded last, the newest first, without those
// that are damaged, which Check names.
func (l *Library) Newest(ctx context.Context, n int) (all []*Article, err error) {
	err = l.view(func(tx *store.Tx) error {
		for _, number := range lastNumbers(tx, n) {
			if a, err := articleAt(tx, number); err == nil {
				all = append(all, a)
			}
		}
		return ctx.Err()
	})
	return all, err
}

// Speakers returns the full names of those whom the n articles that were loaded last quote,
// as they stand there: the most quoted first, each once.
func (l *Library) Speakers(ctx context.Context, n int) (names []string, err error) {
	counts := map[string]int{}
	err = l.view(func(tx *store.Tx) error {
		for _, number := range lastNumbers(tx, n) {
			s, err := openSource(tx, number)
			if err != nil {
				continue // damaged, as Check will say
			}
			for _, u := range s.layout.Speech {
				if u.Kind == speech.Reported {
					continue
				}
				if name := u.Speaker.Of(s.article.Text); isFullName(name) {
					counts[name]++
				}
			}
		}
		return ctx.Err()
	})
	return slices.SortedFunc(maps.Keys(counts), func(a, b string) int {
		return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a, b))
	}), err
}

// isFullName reports whether what an article calls a speaker is a name of several words, of
// which the first and the last have a capital. One word may be a surname or a company.
func isFullName(name string) bool {
	words := strings.Split(name, " ")
	for _, w := range []string{words[0], words[len(words)-1]} {
		if r, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(r) {
			return false
		}
	}
	return len(words) > 1 && !strings.ContainsFunc(name, func(r rune) bool {
		return unicode.IsDigit(r) || unicode.IsControl(r)
	})
}

// lastNumbers returns the numbers of the last n articles, the newest first. A store is read
// forwards alone, so that it starts n numbers before the last, and twice as far back each
// time that too few of those still have an article.
func lastNumbers(tx *store.Tx, n int) []uint64 {
	last, _ := tx.Last([]byte(articleKey))
	if last == nil {
		last, _ = tx.Last([]byte(oldArticleKey))
	}
	if last == nil || n <= 0 {
		return nil
	}
	end := keyNumber(last)
	for reach := uint64(n); ; reach *= 2 {
		from := end - min(reach-1, end)
		numbers := numbersFrom(tx, from)
		if len(numbers) < n && from > 0 {
			continue
		}
		slices.Reverse(numbers)
		return numbers[:min(n, len(numbers))]
	}
}

// numbersFrom returns the numbers of the articles from the given one on.
func numbersFrom(tx *store.Tx, number uint64) (all []uint64) {
	for number := range records(tx, number) {
		all = append(all, number)
	}
	return all
}
