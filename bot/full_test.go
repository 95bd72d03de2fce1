package bot

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"verbatim/answer"
	"verbatim/store"
)

// Who loads what there is no room for is told that, and the rest goes on.
func TestALoadWithoutRoomIsRefusedWithTheReason(t *testing.T) {
	b, _ := newBot(t, talks...)
	db, err := store.Open(filepath.Join(t.TempDir(), "full.db"), store.Options{MaxSize: 1 << 20})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	library, err := answer.Open(db.Tenant("here"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := library.Add(t.Context(), talks...); err != nil {
		t.Fatal(err)
	}
	b.tenants = Tenants{Memory: memoryIn(db), Library: func(string) (*answer.Library, error) { return library, nil }}
	refused := false
	for i := 0; !refused && i < 20; i++ {
		text := strings.Repeat(fmt.Sprintf("The load %d goes on and on. ", i), 4000)
		said := plain(b.Handle(t.Context(), sends(keeper("ann"), "add", fmt.Sprint(i, ".txt"), text)))
		if refused = said == string(noRoom); !refused && !strings.Contains(said, "Loaded") {
			t.Fatalf("it says %q", said)
		}
	}
	if !refused {
		t.Error("everything has room")
	}
	if said := plain(ask(t, b, someone("ann"), "What did Paul Stone say about the harbour?")); !strings.Contains(said, "closed in May") {
		t.Errorf("it answers %q", said)
	}
}
