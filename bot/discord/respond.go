package discord

import (
	"context"
	"net/http"
	"sync"
	"time"

	"github.com/bwmarrin/discordgo"
)

// callTime is how long Discord waits for an interaction to be answered or put off.
const callTime = 3 * time.Second

// original names the first answer to an interaction, also while it is put off.
const original = "@original"

// response is the answer to an interaction, which is at first put off where it takes long.
type response struct {
	*call
	api  *api
	work context.Context

	mu     sync.Mutex
	late   *time.Timer // puts it off; nil for what came before a restart
	tried  bool        // to put it off
	put    bool        // and Discord knows that, or had an answer before
	closed bool        // nothing is to be put off any more
	waits  string      // the message in whose place the answer comes; empty where there is none
	alone  bool        // that one is seen by the person alone
}

func (c *chat) newResponse(to *call) *response {
	return &response{call: to, api: c.api, work: c.work}
}

// putOffAfter has Discord told after a while that the answer comes later.
func (r *response) putOffAfter(long time.Duration) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.late = time.AfterFunc(long, r.putOff)
}

// putOff tells Discord that the answer comes later. A failure is met again by the answer.
// A command shows that something is coming, and what is pressed stays as it is.
func (r *response) putOff() {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.closed {
		return
	}
	ctx, cancel := context.WithTimeout(r.work, callTime)
	defer cancel()
	how := discordgo.InteractionResponseDeferredChannelMessageWithSource
	if r.pressed {
		how = discordgo.InteractionResponseDeferredMessageUpdate
	}
	_ = r.defers(ctx, how, r.aside && !r.pressed)
}

// defers puts the answer off, if Discord does not know that already. A message that the
// person alone sees, or everybody, then waits for the answer, but where what is pressed
// stays as it is.
func (r *response) defers(ctx context.Context, how discordgo.InteractionResponseType, aside bool) error {
	r.tried = true
	var data any
	if aside {
		data = map[string]any{"flags": discordgo.MessageFlagsEphemeral}
	}
	err := r.back(ctx, how, data)
	switch known := refusedWith(err, alreadyAcknowledged); {
	case err != nil && !known:
		return err
	case known && r.late == nil:
		r.recall(ctx)
	case how == discordgo.InteractionResponseDeferredChannelMessageWithSource:
		r.waits, r.alone = original, aside
	}
	r.put = true
	return nil
}

// recall finds out which message waits for an answer that was put off without our knowing:
// before a restart, say. For what is pressed it is none, or it is not what was pressed.
func (r *response) recall(ctx context.Context) {
	if !r.pressed {
		r.waits, r.alone = original, r.aside
		return
	}
	if there := r.first(ctx); there.ID != "" && there.ID != r.on {
		r.waits, r.alone = original, there.Flags&discordgo.MessageFlagsEphemeral != 0
	}
}

// first returns the first answer; a zero one where Discord knows none.
func (r *response) first(ctx context.Context) (there discordgo.Message) {
	err := r.api.do(ctx, request{method: http.MethodGet, path: r.webhook() + "/messages/" + original, open: true}, &there)
	if err != nil {
		return discordgo.Message{}
	}
	return there
}

// takesForm reports whether a form may be opened as the answer.
func (r *response) takesForm() bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.late != nil && !r.sent && !r.put && !r.closed
}

// nothing answers what is pressed with nothing.
func (r *response) nothing(ctx context.Context) error {
	if r.stop() {
		return nil
	}
	err := r.back(ctx, discordgo.InteractionResponseDeferredMessageUpdate, nil)
	if refusedWith(err, alreadyAcknowledged) || tooLate(err) {
		return nil
	}
	return err
}

// stop keeps the answer from being put off, and reports whether it was. Of none it does nothing.
func (r *response) stop() (put bool) {
	if r == nil {
		return false
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.closed = true
	if r.late != nil {
		r.late.Stop()
	}
	return r.put
}
