package vitals

import (
	"sync"
	"time"
)

// storage is what is known of the database from the work on it.
type storage struct {
	mu      sync.Mutex
	last    error // of the last write
	damage  error
	damaged time.Time
}

// Stored notes how a write to the database has ended: nil where it was made.
func (v *Vitals) Stored(err error) {
	v.store.mu.Lock()
	defer v.store.mu.Unlock()
	v.store.last = err
}

// LastStored returns how the last write to the database has ended.
func (v *Vitals) LastStored() error {
	v.store.mu.Lock()
	defer v.store.mu.Unlock()
	return v.store.last
}

// Damaged notes that the database was found to be damaged.
func (v *Vitals) Damaged(err error) {
	v.store.mu.Lock()
	defer v.store.mu.Unlock()
	v.store.damage, v.store.damaged = err, time.Now()
}

// LastDamage returns what damage was found last, and when; nil where none was.
func (v *Vitals) LastDamage() (error, time.Time) {
	v.store.mu.Lock()
	defer v.store.mu.Unlock()
	return v.store.damage, v.store.damaged
}
