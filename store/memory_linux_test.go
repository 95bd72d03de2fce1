package store_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"syscall"
	"testing"

	"verbatim/store"
)

func init() { children["cramped"] = childCramped }

// limitSpace lets the process have so much address space.
func limitSpace(bytes uint64) {
	var space syscall.Rlimit
	must(syscall.Getrlimit(syscall.RLIMIT_AS, &space))
	space.Cur = bytes
	must(syscall.Setrlimit(syscall.RLIMIT_AS, &space))
}

// spaceInUse returns how much address space the process has.
func spaceInUse() (bytes uint64) {
	status, err := os.ReadFile("/proc/self/statm")
	must(err)
	_, err = fmt.Sscan(string(status), &bytes)
	must(err)
	return bytes * uint64(os.Getpagesize())
}

const ample = 3 << 30 // less than with which the whole of the usual mapping is taken

// childCramped fills a database until it outgrows its mapping where there is no room for a larger
// one. It says how that went, and what goes on then, without and with that room.
func childCramped(args []string) {
	if spaceInUse() > ample/2 {
		fmt.Println("no limit")
		return
	}
	limitSpace(ample)
	db, err := store.Open(args[0], store.Options{})
	must(err)
	tenant, value, n := db.Tenant("a"), make([]byte, 1<<20), 0
	putOne := func(tx *store.Tx) error {
		n++
		return tx.Put(number(n), value)
	}
	for n < 40 {
		must(tenant.Update(putOne))
	}
	limitSpace(spaceInUse() + 40<<20)
	for err == nil {
		err = tenant.Update(putOne)
	}
	fmt.Println(verdict(err))
	fmt.Println(verdict(tenant.View(func(tx *store.Tx) error {
		if len(tx.Get(number(40))) != len(value) {
			return fmt.Errorf("a value is lost")
		}
		return nil
	})))
	limitSpace(ample)
	fmt.Println(verdict(tenant.Update(putOne)))
	fmt.Println(verdict(db.Close()))
}

func TestWithoutRoomForALargerMappingTheDatabaseGoesOn(t *testing.T) {
	path := newPath(t)
	lines := output(t, child(t, "cramped", path))
	if lines[0] == "no limit" {
		t.Skip("the race detector takes more address space than there is here")
	}
	if !strings.HasPrefix(lines[0], "error: "+path+": no memory to map the file: raise the limit") || !slices.Equal(lines[1:], []string{"ok", "ok", "ok"}) {
		t.Errorf("the child says %q", lines)
	}
}
