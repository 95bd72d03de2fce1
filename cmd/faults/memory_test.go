package faults

import (
	"fmt"
	"strings"
	"sync"
	"testing"
)

// mostMemory is what serve is allowed of its address space, in MiB. Go takes some 1300 of it before anything is
// loaded; with less than 2048 serve does not start.
const mostMemory = 2048

// Serve has little memory. Large files, and many at once, are loaded or refused, in one line;
// nothing ends the program, and everything is answered before, meanwhile and after. With less
// memory still it says so before it loads anything.
func TestMemory(t *testing.T) {
	small := newProgram(t, t.TempDir())
	small.under = []string{"prlimit", fmt.Sprint("--as=", (mostMemory-100)<<20)}
	if _, said, status := small.run("", "load", "-"); status != 1 || !strings.Contains(said, "ulimit -v") || strings.Count(said, "\n") != 1 {
		t.Errorf("with too little memory it ends with %d: %s", status, said)
	}
	s := newServing(t, t.TempDir())
	s.under = []string{"prlimit", fmt.Sprint("--as=", mostMemory<<20)}
	k := talkingOn(s)
	k.answers()
	loaded, refused := 0, 0
	for round := range rounds(t, count(2, 20)) {
		var all sync.WaitGroup
		var mu sync.Mutex
		for i, keeper := range k.keepers {
			all.Go(func() {
				word := spelt(2*round + i)
				said, ok := keeper.load(word+".txt", largeText(word, round%3<<20+1<<19)) // the largest is more than may be
				mu.Lock()
				defer mu.Unlock()
				switch {
				case ok && strings.Contains(said.words, "Loaded"):
					loaded++
				case ok:
					refused++
					t.Logf("refused: %.200q", said.words)
				}
			})
		}
		all.Go(func() { k.askers[0].mention(aboutOpening) })
		all.Wait()
		k.answers()
	}
	t.Logf("%d loads were done, %d refused, with %d MiB", loaded, refused, mostMemory)
	k.settle()
}
