package vitals

import (
	"sync"
	"time"
)

// storage is what is known of the database from the work on it.
type storage struct {
	mu      sync.Mutex
	last    error // of the last write
	written time.Time
	damaged time.Time
}

// Stored notes how a write to the database has ended: nil where it was made.
func (v *Vitals) Stored(err error) {
	v.store.mu.Lock()
	defer v.store.mu.Unlock()
	v.store.last, v.store.written = err, time.Now()
}

// LastStored returns how the last write to the database has ended; nil where that was longer ago.
func (v *Vitals) LastStored(within time.Duration) error {
	v.store.mu.Lock()
	defer v.store.mu.Unlock()
	if time.Since(v.store.written) >= within {
		return nil
	}
	return v.store.last
}

// Damaged notes that the database was found to be damaged.
func (v *Vitals) Damaged() {
	v.store.mu.Lock()
	defer v.store.mu.Unlock()
	v.store.damaged = time.Now()
}

// LastDamage returns when damage was found last; the zero time where none was.
func (v *Vitals) LastDamage() time.Time {
	v.store.mu.Lock()
	defer v.store.mu.Unlock()
	return v.store.damaged
}
