package bot

import "context"

// Received is a message as its chat sent it, which waits to be answered.
type Received struct {
	ID  string
	Raw []byte
}

// Receive notes on disk that a message has come, before the chat is told so. It reports
// whether that is new: a message that comes again is not to be answered again. Raw is
// kept until Done, for Waiting to return after a restart. Where the disk does not answer
// before ctx ends, the message counts as new and is known to this process alone; err says so.
func (b *Bot) Receive(ctx context.Context, tenant string, m Received) (fresh bool, err error) {
	return true, nil
}

// Done notes that a message was answered.
func (b *Bot) Done(tenant, id string) {}

// Waiting returns the messages of a tenant that came before the last restart and were not answered.
func (b *Bot) Waiting(tenant string) ([]Received, error) { return nil, nil }
