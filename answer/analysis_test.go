package answer

import (
	"errors"
	"path/filepath"
	"testing"

	"verbatim/store"
)

// A fault that a text brings out ends nothing but the load of that text.
func TestWhatCannotBeAnalysedIsRefused(t *testing.T) {
	if n := analyseAnyhow(nil); !n.failed || len(n.indexed.Sentences) != heading {
		t.Errorf("no article is analysed as %+v", n)
	}
	db, err := store.Open(filepath.Join(t.TempDir(), "a.db"), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	err = db.Tenant("t").Update(func(tx *store.Tx) error {
		added, err := newEdit(tx, nil).add(&analysis{article: &Article{ID: "a", Text: "Words."}, failed: true})
		if added.Status != Refused || !errors.Is(added.Err, errNoAnalysis) {
			t.Errorf("it is %+v", added)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
