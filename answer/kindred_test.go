package answer

import (
	"strings"
	"testing"

	"verbatim/answer/text"
)

func TestAWordThatNoArticleHoldsIsFoundByItsFamily(t *testing.T) {
	l := openLibrary(t)
	load(t, l, &Article{ID: "ru", Lang: text.Russian, Text: "Сотрудничество началось весной. Потом был построен мост."})
	const want = "Сотрудничество началось весной."
	if got := first(ask(t, l, "сотрудничали")); !strings.HasPrefix(got, want) {
		t.Errorf("answered with %q, want %q", got, want)
	}
}
