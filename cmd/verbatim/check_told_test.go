package main

import (
	"io"
	"testing"

	"verbatim/cmd/verbatim/control"
	"verbatim/store"
)

// A client of serve that takes its time, as behind a pager, keeps nobody from changing the library.
func TestWhatACheckFindsIsToldWhenTheLibraryCanBeChanged(t *testing.T) {
	path := ofVersion(t, current)
	spoil(t, path, "local", "c/", func(value []byte) { clear(value) })
	err := new(app).withDatabase(path, func(db *store.DB) error {
		a := &app{errs: io.Discard}
		a.host = &host{a.tenantsOf(db, ""), control.Call{}}
		library, err := a.host.entry("local").open(t.Context(), a)
		if err != nil {
			return err
		}
		told := 0
		a.out = writing(func(p []byte) (int, error) {
			told++
			return len(p), library.Collect(t.Context(), "Lights")
		})
		k := checking{app: a}
		if err := k.file(t.Context(), path); told == 0 {
			t.Errorf("nothing is told, %v", err)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
