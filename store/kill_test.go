package store_test

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"

	"verbatim/store"
)

// childWrite puts a number and its twin in each transaction, from the first that is
// missing on, and says each number once it is durable.
func childWrite(args []string) { write(args, func(*store.DB) error { return nil }) }

// childCompact is childWrite that compacts the file after each number.
func childCompact(args []string) {
	write(args, func(db *store.DB) error { return db.Compact(context.Background(), nil) })
}

func write(args []string, after func(*store.DB) error) {
	db, err := store.Open(args[0], store.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	out := bufio.NewWriter(os.Stdout)
	for n, _ := strconv.Atoi(args[1]); ; n++ {
		err := db.Tenant("a").Update(func(tx *store.Tx) error {
			return errors.Join(tx.Put(number(n), twin(n)), tx.Put(append(number(n), "twin"...), twin(n)))
		})
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Fprintln(out, n)
		out.Flush()
		if err := after(db); err != nil {
			fmt.Println(err)
			return
		}
	}
}

// twin is the value of a number, at times on a page or many of its own.
func twin(n int) []byte { return []byte(strings.Repeat(fmt.Sprintln(n), n%97*n%31)) }

func TestWhatWasAcknowledgedSurvivesKills(t *testing.T) {
	for what, numbers := range map[string]int{"write": 40, "compact": 4} {
		t.Run(what, func(t *testing.T) { kill(t, what, numbers) })
	}
}

// kill kills children of the name after up to so many numbers each, at moments that differ.
func kill(t *testing.T, name string, numbers int) {
	path, next, r := newPath(t), 0, rand.New(rand.NewPCG(5, 6))
	for round := range 10 {
		writer := child(t, name, path, fmt.Sprint(next))
		lines, _ := start(t, writer)
		for acknowledged := next + r.IntN(numbers); next <= acknowledged; next++ {
			if !lines.Scan() || lines.Text() != fmt.Sprint(next) {
				t.Fatalf("round %d: the child says %q, not %d", round, lines.Text(), next)
			}
		}
		time.Sleep(time.Duration(r.IntN(30)) * time.Millisecond) // to kill at any moment of what it does now
		if err := writer.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		for lines.Scan() { // what it could still say
			if lines.Text() == fmt.Sprint(next) {
				next++
			}
		}
		if writer.Wait() == nil {
			t.Fatal("the child was not killed")
		}
		next = survived(t, path, next)
	}
}

// survived makes sure that the first numbers, the acknowledged ones among them, are
// there whole and nothing else is. It returns how many they are: at most one more.
func survived(t *testing.T, path string, acknowledged int) int {
	t.Helper()
	db := create(t, path)
	defer closed(t, db)
	onlyIn(t, path)
	if err := db.Check(t.Context()); err != nil {
		t.Fatal(err)
	}
	all := contents(t, db.Tenant("a"))
	n := len(all) / 2
	if n != acknowledged && n != acknowledged+1 || len(all)%2 != 0 {
		t.Fatalf("%d keys are left of %d acknowledged numbers", len(all), acknowledged)
	}
	for i := range n {
		want := string(twin(i))
		if key := string(number(i)); all[key] != want || all[key+"twin"] != want {
			t.Fatalf("number %d is torn", i)
		}
	}
	return n
}
