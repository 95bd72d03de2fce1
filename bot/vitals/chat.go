package vitals

import (
	"context"
	"slices"
	"sync"
	"sync/atomic"
	"time"
)

// Count is something that a chat counts.
type Count int

// What is counted.
const (
	Messages Count = iota
	Questions
	Answers
	Silences
	Refusals
	Failures
	Panics
	Loaded
	Refused
	Removed
	Reconnects
	Throttled
	counts
)

// counted names what is counted, and says what that is.
var counted = [counts]struct{ name, help string }{
	Messages:   {"messages", "New messages that were taken in, whether anything was to be said to them or not."},
	Questions:  {"questions", "Questions that were put to the articles."},
	Answers:    {"answers", "Questions that were answered with quotes."},
	Silences:   {"silences", "Questions that the articles do not answer."},
	Refusals:   {"refusals", "Messages that got a reason in the place of what they wanted."},
	Failures:   {"failures", "Messages at which something went wrong: the log says what, at level error."},
	Panics:     {"panics", "Faults of the program at a message, of which the log tells where."},
	Loaded:     {"articles_loaded", "Articles that were loaded or replaced."},
	Refused:    {"articles_refused", "Articles that could not be loaded."},
	Removed:    {"articles_removed", "Articles that were taken out."},
	Reconnects: {"reconnects", "Connections that were opened in the place of another."},
	Throttled:  {"throttled", "Requests that the chat held back with status 429."},
}

// Step is a part of a message's way.
type Step int

// The steps of a message's way, in their order.
const (
	Noted Step = iota
	Waited
	Answered
	Sent
	steps
)

// stepped names the steps.
var stepped = [steps]string{Noted: "noted", Waited: "waited", Answered: "answered", Sent: "sent"}

func (s Step) String() string { return stepped[s] }

// Chat holds the vitals of one chat. A nil one counts nothing.
type Chat struct {
	name   string
	counts [counts]atomic.Uint64
	took   [steps]histogram

	mu     sync.Mutex
	links  []*Link
	queues []queue
	begun  time.Time // zero while the bot is not to answer in the chat
	failed error     // why no connection could be opened, or none be kept
	barred map[int]error
}

// queue is something in which messages wait.
type queue struct {
	name string
	long func() int
}

func newChat(name string) *Chat { return &Chat{name: name, barred: map[int]error{}} }

// Name returns the name of the chat.
func (c *Chat) Name() string { return c.name }

// Begin notes that the bot is to answer in the chat from now on, and returns ctx for that.
func (c *Chat) Begin(ctx context.Context) context.Context {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.begun, c.failed = time.Now(), nil
	clear(c.barred)
	return context.WithValue(ctx, chatKey{}, c)
}

// End notes that the bot is not to answer in the chat any more.
func (c *Chat) End() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.begun = time.Time{}
}

// Count counts one more of something.
func (c *Chat) Count(what Count) { c.Add(what, 1) }

// Add counts n more of something.
func (c *Chat) Add(what Count, n int) {
	if c != nil {
		c.counts[what].Add(uint64(n))
	}
}

// Took notes how long a step of a message's way has taken.
func (c *Chat) Took(s Step, long time.Duration) {
	if c != nil {
		c.took[s].observe(long)
	}
}

// Queue has something measured in which messages wait, in the place of another of that
// name: long returns how many do.
func (c *Chat) Queue(name string, long func() int) {
	if c == nil {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	others := slices.DeleteFunc(slices.Clone(c.queues), func(q queue) bool { return q.name == name })
	c.queues = append(others, queue{name, long})
}
