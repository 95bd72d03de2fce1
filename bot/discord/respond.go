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
func (r *response) putOff() {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.closed {
		return
	}
	r.tried = true
	ctx, cancel := context.WithTimeout(r.work, callTime)
	defer cancel()
	err := r.back(ctx, r.later(), r.flagged(r.aside))
	r.put = err == nil || refusedWith(err, alreadyAcknowledged)
}

// later returns how an answer is put off: a command shows that something is coming, and
// what is pressed stays as it is.
func (r *response) later() discordgo.InteractionResponseType {
	if r.pressed {
		return discordgo.InteractionResponseDeferredMessageUpdate
	}
	return discordgo.InteractionResponseDeferredChannelMessageWithSource
}

// flagged returns what is told with an answer that is put off.
func (r *response) flagged(aside bool) any {
	if r.pressed || !aside {
		return nil
	}
	return map[string]any{"flags": discordgo.MessageFlagsEphemeral}
}

// nothing answers what is pressed with nothing.
func (r *response) nothing(ctx context.Context) error {
	if r.stop() {
		return nil
	}
	err := r.back(ctx, discordgo.InteractionResponseDeferredMessageUpdate, nil)
	if refusedWith(err, alreadyAcknowledged) {
		return nil
	}
	return err
}

// stop keeps the answer from being put off, and reports whether it was.
func (r *response) stop() (put bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.closed = true
	if r.late != nil {
		r.late.Stop()
	}
	return r.put
}

// say answers with messages, for the person alone or for everybody in the channel.
func (r *response) say(ctx context.Context, all []message, aside bool) error {
	for i := range all {
		if aside {
			all[i].Flags = discordgo.MessageFlagsEphemeral
		}
	}
	return each(all, func(i int, m message) error {
		if i == 0 {
			return r.begin(ctx, m, aside)
		}
		return r.goOn(ctx, m)
	})
}

// begin sends the first message: as the answer itself where that was not put off.
func (r *response) begin(ctx context.Context, m message, aside bool) error {
	if !r.stop() {
		err := r.back(ctx, discordgo.InteractionResponseChannelMessageWithSource, m)
		if !refusedWith(err, alreadyAcknowledged) {
			return err
		}
		if r.late != nil && !r.tried {
			return nil // it was taken the first time it was sent
		}
	}
	original := r.webhook() + "/messages/@original"
	switch {
	case r.pressed:
		return r.goOn(ctx, m)
	case aside == r.aside:
		m.Flags = 0 // which cannot be changed
		return r.api.do(ctx, request{method: http.MethodPatch, path: original, body: m, open: true}, nil)
	}
	err := r.api.do(ctx, request{method: http.MethodDelete, path: original, open: true}, nil)
	if err != nil && !notThere(err) {
		return err
	}
	return r.goOn(ctx, m)
}

// goOn sends a further message.
func (r *response) goOn(ctx context.Context, m message) error {
	return r.api.do(ctx, request{method: http.MethodPost, path: r.webhook(), body: m, open: true, once: true}, nil)
}

func (r *response) webhook() string { return "/webhooks/" + r.app + "/" + r.token }

// back sends the one direct answer that an interaction takes. That it is sent twice does no
// harm: the second is refused.
func (r *response) back(ctx context.Context, kind discordgo.InteractionResponseType, data any) error {
	body := map[string]any{"type": kind}
	if data != nil {
		body["data"] = data
	}
	return r.api.do(ctx, request{method: http.MethodPost, path: "/interactions/" + r.id + "/" + r.token + "/callback", body: body, open: true}, nil)
}
