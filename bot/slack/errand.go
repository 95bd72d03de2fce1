package slack

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"slices"

	"github.com/slack-go/slack"

	"verbatim/bot"
	"verbatim/bot/adapter"
)

// errandsAtOnce is how many errands are run at the same time, of all tenants together.
const errandsAtOnce = 4

// attend has the errands of a tenant run until the bot ends.
func (c *chat) attend(t team) {
	do := func(ctx context.Context, e bot.Errand) error {
		select {
		case c.errands <- struct{}{}:
			defer func() { <-c.errands }()
			return c.run(t, e)
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	c.attending.Go(func() { c.bot.Attend(c.waiting, t.tenant(), do) })
}

// run runs an errand. It is not broken off when others are no longer begun.
func (c *chat) run(t team, e bot.Errand) error {
	space, err := c.spaces.of(t)
	if err != nil {
		return bot.Hopeless{Cause: err}
	}
	where, err := c.whereOf(t, e)
	if err != nil {
		return err
	}
	r := &rewriting{space: space, at: where, begun: func(at standing) error {
		return c.bot.Note(c.work, t.tenant(), errandNote+e.ID, at.String())
	}}
	err = r.all(c.work, draw(e.Reply))
	if errors.As(err, new(perhaps)) {
		c.log.WarnContext(c.work, "it is not known whether Slack has posted something, so it is not posted again", "tenant", t.tenant(), "errand", e.ID, "error", adapter.Bare(err))
		return nil
	}
	if err != nil {
		return judged(err)
	}
	c.stands(c.work, t.tenant(), e.Reply.Receipt, r.at)
	return nil
}

// errandNote begins the names of notes of errands that are not done yet.
const errandNote = "errand/"

// whereOf returns where an errand leads, with the posts that it has made before it was broken off.
func (c *chat) whereOf(t team, e bot.Errand) (where standing, err error) {
	begun, err := c.bot.Noted(t.tenant(), errandNote+e.ID)
	if err != nil {
		return where, err
	}
	if err := json.Unmarshal([]byte(cmp.Or(begun, e.Sent, e.Place)), &where); err != nil {
		return where, bot.Hopeless{Cause: err}
	}
	return where, nil
}

// rewriting brings the posts of a reply to what they are to be.
type rewriting struct {
	space *workspace
	at    standing
	begun func(standing) error // notes the posts that there are, while others are to follow
}

// all changes the posts that there are, adds what is missing and deletes what is too much.
// It may be broken off after each, and begun again.
func (r *rewriting) all(ctx context.Context, posts []post) error {
	thread := r.at.Thread
	for i, m := range posts {
		if i < len(r.at.Posts) {
			if err := r.change(ctx, r.at.Posts[i], m); err != nil {
				return err
			}
			continue
		}
		if thread == "" && i > 0 {
			thread = r.at.Posts[0]
		}
		if err := r.add(ctx, thread, m); err != nil {
			return err
		}
		if i+1 < len(posts) {
			if err := r.begun(r.at); err != nil {
				return err
			}
		}
	}
	for len(posts) > 0 && len(r.at.Posts) > len(posts) {
		if err := r.drop(ctx); err != nil {
			return err
		}
	}
	return nil
}

func (r *rewriting) change(ctx context.Context, ts string, m post) error {
	_, _, _, err := r.space.api.UpdateMessageContext(ctx, r.at.Channel, ts, m.options("")...)
	return err
}

// add posts what follows. Where Slack may have done so already it is not posted again.
func (r *rewriting) add(ctx context.Context, thread string, m post) error {
	channel, ts, err := r.space.api.PostMessageContext(ctx, r.at.Channel, m.options(thread)...)
	switch {
	case err != nil && !errors.As(err, new(adapter.Unsent)) && !errors.As(err, new(slack.SlackErrorResponse)):
		return perhaps{err}
	case err != nil:
		return err
	}
	r.at.Channel, r.at.Posts = channel, append(r.at.Posts, ts)
	return nil
}

// perhaps is an error of a post that Slack may have made all the same.
type perhaps struct{ error }

func (p perhaps) Unwrap() error { return p.error }

// drop deletes the last post, which somebody may have done before.
func (r *rewriting) drop(ctx context.Context) error {
	last := len(r.at.Posts) - 1
	_, _, err := r.space.api.DeleteMessageContext(ctx, r.at.Channel, r.at.Posts[last])
	if refused(err) && !curable(err) {
		err = nil
	}
	if err == nil {
		r.at.Posts = r.at.Posts[:last]
	}
	return err
}

// cures are the errors of Slack that an operator can mend: what meets them is tried later.
var cures = []string{
	"account_inactive", "invalid_auth", "missing_scope", "no_permission", "not_authed", "org_login_required",
	"team_access_not_granted", "token_expired", "token_revoked",
}

func curable(err error) bool {
	var said slack.SlackErrorResponse
	return errors.As(err, &said) && slices.Contains(cures, said.Err)
}

// judged returns an error of an errand as the bot has to know it.
func judged(err error) error {
	if refused(err) && !curable(err) {
		return bot.Hopeless{Cause: err}
	}
	return adapter.Bare(err)
}
