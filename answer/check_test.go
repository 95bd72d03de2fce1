package answer

import (
	"errors"
	"testing"

	"verbatim/store"
	"verbatim/store/storetest"
)

// Whoever is told of what is found may take his time, and while a transaction is open the file grows
// and cannot be compacted.
func TestNoTransactionIsOpenWhileWhatIsFoundIsTold(t *testing.T) {
	db := storetest.Open(t)
	tenant := db.Tenant("t")
	l, err := Open(tenant)
	if err != nil {
		t.Fatal(err)
	}
	_, err = l.Editor(Origin{By: "kim"}).Add(ctx, english("a", "The lighthouse of Skerry is seen from afar."))
	if err = errors.Join(err, l.Collect(ctx, "Lights", "a")); err != nil {
		t.Fatal(err)
	}
	for _, part := range []string{collectionKey, memberKey, changeKey, articleKey, cardKey} {
		err := tenant.Update(func(tx *store.Tx) error {
			key, _ := tx.Last([]byte(part))
			return tx.Put(key, []byte("spoilt"))
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	told := 0
	_, err = l.Examine(ctx, func(f Finding) {
		told++
		if err := db.Compact(ctx, nil); err != nil {
			t.Errorf("while it is told that %v: %v", f, err)
		}
	}, func(int) {})
	if err != nil || told < 4 {
		t.Errorf("told %d, %v", told, err)
	}
}
