package discord

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"slices"

	"verbatim/bot"
)

// hopeless are the codes of refusals that another try does not mend.
var hopeless = []int{unknownChannel, unknownMessage, missingAccess, takesNoMessages, missingPermissions}

// errand says in a server what the bot has to say there without being asked just now. The
// error is bot.Hopeless where that cannot be said, now or later.
func (c *chat) errand(ctx context.Context, guild string, e bot.Errand) error {
	do := c.tell
	if e.Sent != "" {
		do = c.amend
	}
	went, err := do(ctx, guild, e)
	if slices.ContainsFunc(hopeless, func(code int) bool { return refusedWith(err, code) }) {
		return bot.Hopeless{Cause: err}
	}
	if err == nil {
		c.receipt(ctx, guild, e.Reply.Receipt, went)
	}
	return err
}

// tell posts a reply where something was answered. Of what is posted in part the rest is
// given up, since the next try would repeat it.
func (c *chat) tell(ctx context.Context, guild string, e bot.Errand) (sent, error) {
	var s spot
	if err := json.Unmarshal([]byte(e.Place), &s); err != nil || s.Channel == "" {
		return sent{}, bot.Hopeless{Cause: errors.New("no place of an answer")}
	}
	if err := c.stays(ctx, guild, s.User); err != nil {
		return sent{}, err
	}
	in := s.incoming(e.ID, guild)
	channel, err := c.channelFor(ctx, in, false)
	if err != nil {
		return sent{}, err
	}
	ids, err := each(messages(e.Reply, c.shelve(in, guild, e.Reply)), func(i int, m message) (string, error) {
		if i == 0 && s.Message != "" {
			m.Answers = in.reference(channel)
		}
		return c.api.post(ctx, channel, m.once(e.ID, i))
	})
	if len(ids) > 0 && err != nil {
		err = bot.Hopeless{Cause: err}
	}
	return sent{Channel: channel, Messages: ids, Alone: in.at.direct}, err
}

// stays returns an error where a person who wrote to the bot alone is in the server no more,
// whose words are then for others.
func (c *chat) stays(ctx context.Context, guild, user string) error {
	if user == "" {
		return nil
	}
	_, is, err := c.member(ctx, guild, user)
	if err == nil && !is {
		return bot.Hopeless{Cause: errors.New("the person has left the server")}
	}
	return err
}

// once returns a message that Discord takes once for a part of an errand.
func (m message) once(errand string, i int) message {
	m.Nonce, m.OnlyOnce = nonce(fmt.Sprintf("errand/%s/%d", errand, i)), true
	return m
}

// amend puts a reply in the place of one that was sent, also in a thread that is archived.
func (c *chat) amend(ctx context.Context, guild string, e bot.Errand) (sent, error) {
	var was sent
	if err := json.Unmarshal([]byte(e.Sent), &was); err != nil || was.Channel == "" || len(was.Messages) == 0 {
		return sent{}, bot.Hopeless{Cause: errors.New("no trace of an answer")}
	}
	in := spot{Channel: was.Channel}.incoming(e.ID, guild)
	if was.Alone { // there what is pressed names no server
		in.guild = ""
	}
	all := messages(e.Reply, c.shelve(in, guild, e.Reply))
	var now sent
	err := c.api.awake(ctx, was.Channel, func() (err error) {
		now, err = c.redraw(ctx, e.ID, was, all)
		return err
	})
	return now, err
}

// redraw puts messages in the place of others: further ones are posted behind them, and of
// the others those are removed in whose place nothing comes. One that somebody has removed
// stays away.
func (c *chat) redraw(ctx context.Context, errand string, was sent, all []message) (sent, error) {
	now := sent{Channel: was.Channel, Alone: was.Alone}
	var gone error
	for i, m := range all[:min(len(all), len(was.Messages))] {
		err := c.api.change(ctx, was.Channel, was.Messages[i], m)
		switch {
		case refusedWith(err, unknownMessage):
			gone = err
			continue
		case err != nil:
			return sent{}, err
		}
		now.Messages = append(now.Messages, was.Messages[i])
	}
	if len(now.Messages) == 0 && gone != nil {
		return sent{}, gone
	}
	for i := len(was.Messages); i < len(all); i++ {
		id, err := c.api.post(ctx, was.Channel, all[i].once(errand, i))
		if err != nil {
			return sent{}, err
		}
		now.Messages = append(now.Messages, id)
	}
	for _, id := range was.Messages[min(len(all), len(was.Messages)):] {
		if err := c.api.remove(ctx, was.Channel, id); err != nil {
			return sent{}, err
		}
	}
	return now, nil
}

// awake does something in a channel that may be an archived thread, in which nothing can
// be changed. That is taken out of the archive for it and then put back.
func (a *api) awake(ctx context.Context, channel string, do func() error) error {
	err := do()
	if !refusedWith(err, threadIsArchived) {
		return err
	}
	if err := a.archive(ctx, channel, false); err != nil {
		return err
	}
	err = do()
	_ = a.archive(ctx, channel, true) // or it is archived by itself
	return err
}

func (a *api) archive(ctx context.Context, thread string, is bool) error {
	return a.do(ctx, request{method: http.MethodPatch, path: "/channels/" + thread, body: map[string]any{"archived": is}}, nil)
}
