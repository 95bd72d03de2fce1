package bot

import "context"

// Errand is something the bot has to say without being asked just now: an answer to what it
// could not answer before, or a correction of what it answered.
type Errand struct {
	ID    string // the same each time the same errand is run, for a chat to send it once
	Place string // where: the Place of the Message that is answered now
	Sent  string // what is to be changed: as Sent was told of it; empty for a new post at Place
	Reply Reply
}

// Sent notes where the reply with a receipt went, as the chat will find it again to change
// it: a text that only the chat reads.
func (b *Bot) Sent(ctx context.Context, tenant, receipt, where string) error {
	return nil
}

// Attend runs the errands of a tenant until ctx ends: it looks whenever the articles change,
// and at first, and has do say each, one after the other. An errand that do has done, or
// that is Hopeless, is settled; with any other error it is run again later, also after a
// restart.
func (b *Bot) Attend(ctx context.Context, tenant string, do func(context.Context, Errand) error) {
	<-ctx.Done()
}

// Hopeless is an error of an errand that cannot be run, now or later: the channel is gone, say.
type Hopeless struct{ Cause error }

func (h Hopeless) Error() string { return "it cannot be said: " + h.Cause.Error() }

func (h Hopeless) Unwrap() error { return h.Cause }
