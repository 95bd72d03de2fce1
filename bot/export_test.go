package bot

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"verbatim/answer"
	"verbatim/store"
)

// Where an article is damaged the others are sent, and the log does not name it.
func TestWhatIsSoundIsExported(t *testing.T) {
	h := newHouse(t, &answer.Article{ID: "sea.txt", Text: oceans}, &answer.Article{ID: "Secret plans.txt", Text: rocks})
	err := h.db.Tenant("here").Update(func(tx *store.Tx) error {
		key, block := tx.Seek([]byte("r/"), []byte("r/"))
		block = slices.Clone(block)
		for i := range 8 { // of the last record, before its checksum
			block[len(block)-12-i] ^= 0xff
		}
		return tx.Put(slices.Clone(key), block)
	})
	if err != nil {
		t.Fatal(err)
	}
	r := ask(t, h.Bot, keeper("ann"), "/articles export")
	says(t, r, "1 article, in a form", "as damaged: 1 article.")
	var archive bytes.Buffer
	if len(r.Files) != 1 || r.Files[0].Write(t.Context(), &archive) != nil {
		t.Fatalf("it sends %d files", len(r.Files))
	}
	other, _ := newBot(t)
	says(t, other.Handle(t.Context(), sends(keeper("bob"), "add", r.Files[0].Name, archive.String())), "Loaded 1 article.")
	if strings.Contains(h.log.String(), "Secret") || h.Vitals().LastDamage().IsZero() {
		t.Errorf("the log says %q, damage was noted %v", h.log.String(), h.Vitals().LastDamage())
	}
}

// An article that no file can hold is named to who asks for it, and not in the log.
func TestAnArticleThatFitsIntoNoFileIsNamed(t *testing.T) {
	var text strings.Builder
	random := rand.New(rand.NewPCG(1, 2))
	for range 2000 { // which does not pack well
		fmt.Fprintf(&text, "The %x hums at %x. ", random.Uint64(), random.Uint64())
	}
	h := newHouse(t, &answer.Article{ID: "Secret plans.txt", Text: text.String()})
	m := keeper("ann")
	m.Largest = 4 << 10
	says(t, ask(t, h.Bot, m, "/articles export"), "“Secret plans.txt” is larger")
	if h.log.Len() > 0 {
		t.Errorf("the log says %q", h.log.String())
	}
}
