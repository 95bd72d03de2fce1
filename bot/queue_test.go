package bot

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"testing"
)

func TestQueueKeepsTheOrderOfAConversation(t *testing.T) {
	q := NewQueue(100)
	var mu sync.Mutex
	done := map[string][]int{}
	for i := range 100 {
		for _, c := range []string{"a", "b", "c"} {
			if !q.Do(c, func() {
				mu.Lock()
				defer mu.Unlock()
				done[c] = append(done[c], i)
			}) {
				t.Fatalf("job %d of %s was not taken", i, c)
			}
		}
	}
	if err := q.Wait(t.Context()); err != nil {
		t.Fatal(err)
	}
	for c, order := range done {
		if len(order) != 100 || !slices.IsSorted(order) {
			t.Errorf("%s was done in the order %v", c, order)
		}
	}
}

func TestASlowConversationDelaysNoOther(t *testing.T) {
	q := NewQueue(2)
	release := make(chan struct{})
	started := make(chan struct{})
	q.Do("slow", func() { close(started); <-release })
	<-started
	for i := range 50 {
		done := make(chan struct{})
		q.Do(fmt.Sprint(i), func() { close(done) })
		<-done
	}
	for i, want := range []bool{true, true, false} {
		if got := q.Do("slow", func() {}); got != want {
			t.Errorf("job %d behind the slow one: taken is %t, want %t", i+1, got, want)
		}
	}
	ended, end := context.WithCancel(t.Context())
	end()
	if err := q.Wait(ended); !errors.Is(err, context.Canceled) {
		t.Errorf("Wait returns %v while a job runs", err)
	}
	close(release)
	if err := q.Wait(t.Context()); err != nil {
		t.Error(err)
	}
}
