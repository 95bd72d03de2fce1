package slack

import (
	"context"
	"encoding/json"
	"time"

	"github.com/slack-go/slack"

	"verbatim/bot"
	"verbatim/bot/adapter"
)

const (
	showTime = 5 * time.Second // to show it once: the work does not wait longer
	showUses = 2               // of the response_url's, so that most are left for the reply
)

// showing is what stands in the place of a reply.
type showing struct {
	channel, ts string // of a post; ts is empty where there is none
	uses        int    // of the response_url
	alone       bool   // it stands there for the person alone
}

// shows reports whether a person can be shown anything that the reply takes the place of.
func (in *incoming) shows() bool {
	if in.at.aside {
		return in.at.response != "" && !in.at.pressed // whose response_url would replace what was pressed
	}
	return in.at.channel != ""
}

// handle returns the bot's reply, and shows meanwhile how far it is.
func (c *chat) handle(in *incoming) bot.Reply {
	m := c.able(in)
	c.recall(in)
	if in.shows() {
		p := adapter.NewProgress(c.pace.show, func(r bot.Reply) { c.show(in, r) })
		m.Meanwhile = p.Tell
		defer p.End()
	}
	return c.bot.Handle(c.of(in), m)
}

// show shows how far the work for a message is, if Slack takes that.
func (c *chat) show(in *incoming, r bot.Reply) {
	ctx, cancel := context.WithTimeout(c.of(in), showTime)
	defer cancel()
	was := in.shown.ts
	err := c.safely(in, func() error { return c.post.show(ctx, in, r) })
	if now := in.shown; err == nil && now.ts != was {
		err = c.bot.NoteForNow(ctx, in.team.tenant(), shownNote+in.id, standing{Channel: now.channel, Posts: []string{now.ts}}.String())
	}
	if err != nil {
		c.log.DebugContext(ctx, "what is done is not shown", "tenant", in.team.tenant(), "message", in.id, "error", adapter.Bare(err))
	}
}

// shownNote begins the names of notes of what is shown of work.
const shownNote = "shown/"

// recall finds what was shown of work that a restart has broken off, so that the reply takes
// the place of that too.
func (c *chat) recall(in *incoming) {
	var at standing
	if in.fresh {
		return
	}
	noted, err := c.bot.Noted(in.team.tenant(), shownNote+in.id)
	if err == nil && json.Unmarshal([]byte(noted), &at) == nil && len(at.Posts) == 1 {
		in.shown.channel, in.shown.ts = at.Channel, at.Posts[0]
	}
}

// clear takes away what was shown of the work, if it still stands.
func (c *chat) clear(ctx context.Context, in *incoming) {
	if err := c.post.clear(ctx, in); err != nil {
		c.log.WarnContext(ctx, "what was shown of the work still stands", "tenant", in.team.tenant(), "message", in.id, "error", adapter.Bare(err))
	}
}

// show puts into the place of a reply how far the work for it is. What is for the person
// alone is not shown among others, where it could not be changed.
func (p poster) show(ctx context.Context, in *incoming, r bot.Reply) error {
	posts := draw(r)
	if len(posts) == 0 || r.Private && !in.at.direct && !in.at.aside {
		return nil
	}
	if in.at.aside {
		return p.showAlone(ctx, in, posts[0])
	}
	if in.shown.ts != "" {
		_, _, _, err := in.space.api.UpdateMessageContext(ctx, in.shown.channel, in.shown.ts, posts[0].options("")...)
		return err
	}
	var err error
	in.shown.channel, in.shown.ts, err = in.space.api.PostMessageContext(ctx, in.at.channel, posts[0].options(in.at.thread)...)
	return err
}

func (p poster) showAlone(ctx context.Context, in *incoming, m post) error {
	if in.shown.uses == showUses {
		return nil
	}
	in.shown.uses++
	said := m.response()
	said.ResponseType, said.ThreadTimestamp, said.ReplaceOriginal = slack.ResponseTypeEphemeral, in.at.seen(), in.shown.alone
	err := slack.PostWebhookCustomHTTPContext(ctx, in.at.response, p.hooks, said)
	in.shown.alone = in.shown.alone || err == nil
	return err
}

// clear takes away what stands where no reply has taken its place.
func (p poster) clear(ctx context.Context, in *incoming) error {
	if in.shown.ts != "" {
		_, _, err := in.space.api.DeleteMessageContext(ctx, in.shown.channel, in.shown.ts)
		in.shown.ts = ""
		return err
	}
	if in.shown.alone {
		in.shown.alone = false
		return slack.PostWebhookCustomHTTPContext(ctx, in.at.response, p.hooks, &slack.WebhookMessage{DeleteOriginal: true})
	}
	return nil
}
