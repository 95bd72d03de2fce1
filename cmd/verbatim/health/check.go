package health

import (
	"context"
	"fmt"
	"strings"
	"time"

	"golang.org/x/sync/singleflight"
)

// lookTime is how long it may take to look: a disk that is slower is no longer one to answer from.
const lookTime = 2 * time.Second

// Check is something without which the bot cannot answer.
type Check struct {
	Name string
	Look func() (says string, err error) // in a line, without a secret
}

// looks are those that are under way. Those who want the same at the same time share one, so
// that a disk that hangs holds no more than one of each, however often somebody asks.
type looks struct{ all singleflight.Group }

// at makes all checks, and returns a line for each.
func (l *looks) at(ctx context.Context, checks []Check) (ready bool, lines string) {
	var all strings.Builder
	ready = true
	for _, c := range checks {
		says, err := l.within(ctx, c.Name, c.Look)
		if err != nil {
			ready, says = false, err.Error()
		}
		fmt.Fprintf(&all, "%s: %s\n", c.Name, strings.Join(strings.Fields(says), " "))
	}
	return ready, all.String()
}

// within looks, and waits no longer for that than it may take.
func (l *looks) within(ctx context.Context, name string, look func() (string, error)) (string, error) {
	ctx, cancel := context.WithTimeout(ctx, lookTime)
	defer cancel()
	found := l.all.DoChan(name, func() (any, error) { return look() })
	select {
	case f := <-found:
		return f.Val.(string), f.Err
	case <-ctx.Done():
		return "", fmt.Errorf("no answer within %v", lookTime)
	}
}
