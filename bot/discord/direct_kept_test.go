package discord

import (
	"encoding/binary"
	"strings"
	"testing"
	"time"

	"verbatim/store"
)

// What a person asked who has to choose a server is not kept for as long as the choice is.
func TestWhatWaitsForAChoiceIsNotKeptForLong(t *testing.T) {
	r, c := connected(t)
	eve := r.discord.Join("Second").Person("Eve")
	r.home.Add(eve)
	r.told(t)
	said, _ := r.alone(t, c, eve)
	if len(said.Actions) != 2 {
		t.Fatalf("it says %q", asRead(said))
	}
	waits := 0
	err := r.Tenants().Memory(directTenant).View(func(tx *store.Tx) error {
		for key, value := range tx.Scan([]byte("n/")) {
			ends := time.Unix(int64(binary.BigEndian.Uint64(value)), 0)
			if strings.Contains(string(value), moonAsked) {
				waits++
			}
			if long := time.Until(ends); long > 24*time.Hour {
				t.Errorf("%s stays for %v", key, long)
			}
		}
		return nil
	})
	if err != nil || waits != 1 {
		t.Errorf("%d wait, %v", waits, err)
	}
}
