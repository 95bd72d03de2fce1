package discord

import (
	"context"
	"encoding/json"
	"net/http"

	"github.com/bwmarrin/discordgo"
)

// say answers with messages, for the person alone or for everybody in the channel, and
// returns their ids, as far as Discord tells them.
func (r *response) say(ctx context.Context, all []message, aside bool) ([]string, error) {
	for i := range all {
		if aside {
			all[i].Flags = discordgo.MessageFlagsEphemeral
		}
	}
	return each(all, func(i int, m message) (string, error) {
		if i == 0 {
			return r.begin(ctx, m, aside)
		}
		return r.goOn(ctx, m)
	})
}

// begin sends the first message: as the answer itself where that was not put off. With
// files it takes longer than Discord waits.
func (r *response) begin(ctx context.Context, m message, aside bool) (string, error) {
	put := r.stop()
	if !put && len(m.Files) == 0 {
		id, err := r.answer(ctx, m)
		if !refusedWith(err, alreadyAcknowledged) {
			return id, err
		}
		if r.late != nil && !r.tried {
			return "", nil // it was taken the first time it was sent
		}
		r.recall(ctx)
	} else if !put {
		if err := r.defers(ctx, discordgo.InteractionResponseDeferredChannelMessageWithSource, aside); err != nil {
			return "", err
		}
	}
	return r.finish(ctx, m, aside)
}

// finish sends a message in the place of the one that waits, if there is one that is seen
// by the same people.
func (r *response) finish(ctx context.Context, m message, aside bool) (string, error) {
	switch {
	case r.waits == "":
		return r.goOn(ctx, m)
	case aside == r.alone:
		return r.change(ctx, m)
	}
	err := r.api.do(ctx, request{method: http.MethodDelete, path: r.waiting(), open: true}, nil)
	if err != nil && !notThere(err) {
		return "", err
	}
	return r.goOn(ctx, m)
}

// meanwhile shows how far the work for the answer is. What was not put off is put off for
// that, with a message in whose place the answer comes.
func (r *response) meanwhile(ctx context.Context, m message, aside bool) (err error) {
	if !r.stop() {
		if err := r.defers(ctx, discordgo.InteractionResponseDeferredChannelMessageWithSource, aside); err != nil {
			return err
		}
	}
	switch {
	case r.waits != "" && (r.alone || !aside):
		_, err = r.change(ctx, m)
	case r.waits == "":
		if aside {
			m.Flags = discordgo.MessageFlagsEphemeral
		}
		r.waits, err = r.goOn(ctx, m)
		r.alone = aside
	}
	return err
}

// change puts a message in the place of the one that waits.
func (r *response) change(ctx context.Context, m message) (string, error) {
	return r.api.made(ctx, request{method: http.MethodPatch, path: r.waiting(), body: m.edit(), files: m.Files, open: true})
}

// goOn sends a further message.
func (r *response) goOn(ctx context.Context, m message) (string, error) {
	path := r.webhook() + "?wait=true" // for the message to be told
	return r.api.made(ctx, request{method: http.MethodPost, path: path, body: m, files: m.Files, open: true, once: true})
}

func (r *response) webhook() string { return "/webhooks/" + r.app + "/" + r.token }

func (r *response) waiting() string { return r.webhook() + "/messages/" + r.waits }

// answer sends a message as the direct answer, and returns its id.
func (r *response) answer(ctx context.Context, m message) (id string, err error) {
	var told []byte
	q := r.direct(discordgo.InteractionResponseChannelMessageWithSource, m)
	q.path += "?with_response=true"
	if err := r.api.do(ctx, q, &told); err != nil {
		return "", err
	}
	var made struct {
		Resource struct {
			Message struct {
				ID string `json:"id"`
			} `json:"message"`
		} `json:"resource"`
	}
	_ = json.Unmarshal(told, &made) // what cannot be read has no id, and is sent all the same
	return made.Resource.Message.ID, nil
}

// back sends a direct answer.
func (r *response) back(ctx context.Context, kind discordgo.InteractionResponseType, data any) error {
	return r.api.do(ctx, r.direct(kind, data), nil)
}

// direct is the one direct answer that an interaction takes. That it is sent twice does no
// harm: the second is refused.
func (r *response) direct(kind discordgo.InteractionResponseType, data any) request {
	body := map[string]any{"type": kind}
	if data != nil {
		body["data"] = data
	}
	return request{method: http.MethodPost, path: "/interactions/" + r.id + "/" + r.token + "/callback", body: body, open: true}
}
