package adapter

import (
	"context"
	"time"
)

const (
	longestAgain = time.Hour // between two times that something is sent again
	mostAgain    = 24        // times, which takes most of a day
)

// Again returns how long it is until something is sent once more that a chat did not take,
// where the first time is after so long and there were so many; false where there is no
// other.
func Again(first time.Duration, before int) (wait time.Duration, more bool) {
	if before >= mostAgain {
		return 0, false
	}
	return min(first<<before, longestAgain), true
}

// Later has something done in a conversation after a while, and after another where too much
// waits in it then; once ctx has ended it is not done.
func (i *Inbox) Later(ctx context.Context, conversation string, wait time.Duration, job func()) {
	time.AfterFunc(wait, func() {
		if ctx.Err() == nil && !i.Answering.Do(conversation, job) {
			i.Later(ctx, conversation, wait, job)
		}
	})
}
