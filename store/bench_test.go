package store_test

import (
	"testing"

	"verbatim/store"
	"verbatim/store/storetest"
)

func BenchmarkUpdate(b *testing.B) {
	tenant := storetest.Open(b).Tenant("a")
	value, n := make([]byte, 100), 0
	for b.Loop() {
		n++
		update(b, tenant, func(tx *store.Tx) error { return tx.Put(number(n), value) })
	}
}

func BenchmarkView(b *testing.B) {
	tenant := storetest.Open(b).Tenant("a")
	fill(b, tenant, 100_000)
	n := 0
	b.ReportAllocs()
	for b.Loop() {
		n = (n + 7919) % 100_000
		err := tenant.View(func(tx *store.Tx) error { tx.Get(number(n)); return nil })
		if err != nil {
			b.Fatal(err)
		}
	}
}

// inView runs f in one View of 100,000 keys.
func inView(b *testing.B, f func(tx *store.Tx)) {
	tenant := storetest.Open(b).Tenant("a")
	fill(b, tenant, 100_000)
	b.ReportAllocs()
	if err := tenant.View(func(tx *store.Tx) error { f(tx); return nil }); err != nil {
		b.Fatal(err)
	}
}

func BenchmarkGet(b *testing.B) {
	inView(b, func(tx *store.Tx) {
		n := 0
		for b.Loop() {
			n = (n + 7919) % 100_000
			tx.Get(number(n))
		}
	})
}

func BenchmarkScan(b *testing.B) {
	inView(b, func(tx *store.Tx) {
		for b.Loop() {
			for range tx.Scan(nil) {
			}
		}
		b.SetBytes(100_000 * 108)
	})
}
