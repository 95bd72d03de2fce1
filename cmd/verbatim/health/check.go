package health

import (
	"context"
	"fmt"
	"strings"
	"time"
)

// checkTime is how long a check may take: a disk that is slower is no longer one to answer from.
const checkTime = 2 * time.Second

// Check is something without which the bot cannot answer.
type Check struct {
	Name string
	Look func(context.Context) (says string, err error) // in a line, without a secret
}

// look makes all checks, and returns a line for each.
func look(ctx context.Context, checks []Check) (ready bool, lines string) {
	var all strings.Builder
	ready = true
	for _, c := range checks {
		says, err := c.within(ctx)
		if err != nil {
			ready, says = false, err.Error()
		}
		fmt.Fprintf(&all, "%s: %s\n", c.Name, strings.Join(strings.Fields(says), " "))
	}
	return ready, all.String()
}

// within makes a check, and waits no longer for it than it may take.
func (c Check) within(ctx context.Context) (string, error) {
	ctx, cancel := context.WithTimeout(ctx, checkTime)
	defer cancel()
	type finding struct {
		says string
		err  error
	}
	found := make(chan finding, 1)
	go func() {
		says, err := c.Look(ctx)
		found <- finding{says, err}
	}()
	select {
	case f := <-found:
		return f.says, f.err
	case <-ctx.Done():
		return "", fmt.Errorf("no answer within %v", checkTime)
	}
}
