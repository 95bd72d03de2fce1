package slack

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"slices"

	"github.com/slack-go/slack"

	"verbatim/bot"
)

// responseUses is how often Slack takes something at a response_url.
const responseUses = 5

// poster sends to Slack what the bot says.
type poster struct {
	log   *slog.Logger
	hooks *http.Client // for response_urls, which need no token
}

func newPoster(log *slog.Logger) poster {
	return poster{log, client()}
}

// reply sends a reply to where it belongs, in as many posts as it takes. The error is
// unsent only where no part of the reply went out.
func (p poster) reply(ctx context.Context, in *incoming, r bot.Reply) error {
	at := in.at
	switch {
	case len(r.Blocks) == 0:
		return nil
	case at.aside && at.pressed && !r.Private:
		return p.share(ctx, in, r)
	case at.aside:
		return each(draw(r), func(i int, m post) error { return p.aside(ctx, in, i, m) })
	case r.Private && !at.direct:
		return each(draw(r), func(i int, m post) error { return p.ephemeral(ctx, in, i, m) })
	}
	return each(draw(r), func(_ int, m post) error { return p.open(ctx, in, m) })
}

// each sends posts in order, up to one that fails.
func each(posts []post, send func(int, post) error) error {
	for i, m := range posts {
		err := send(i, m)
		if i > 0 && errors.As(err, new(unsent)) {
			return errors.New("only the first part of an answer is sent: " + bare(err).Error())
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// open posts for everybody in a channel, or to a person in a direct message.
func (p poster) open(ctx context.Context, in *incoming, m post) error {
	_, _, err := in.space.api.PostMessageContext(ctx, in.at.channel, m.options(in.at.thread)...)
	return err
}

// ephemeral posts in a channel what only one person sees. Where the bot is not in the
// channel, a press can be answered all the same.
func (p poster) ephemeral(ctx context.Context, in *incoming, i int, m post) error {
	_, err := in.space.api.PostEphemeralContext(ctx, in.at.channel, in.at.user, m.options(in.at.thread)...)
	if notThere(err) && in.at.response != "" {
		return p.respond(ctx, in, i, m, slack.ResponseTypeEphemeral)
	}
	return err
}

// aside answers what only one person sees beside it. What a response_url takes no more is
// posted, where the bot can.
func (p poster) aside(ctx context.Context, in *incoming, i int, m post) error {
	if i < responseUses && in.at.response != "" {
		return p.respond(ctx, in, i, m, slack.ResponseTypeEphemeral)
	}
	_, err := in.space.api.PostEphemeralContext(ctx, in.at.channel, in.at.user, m.options(in.at.thread)...)
	return err
}

// share posts for everybody what one person saw, and takes away what that person saw.
func (p poster) share(ctx context.Context, in *incoming, r bot.Reply) error {
	err := each(draw(r), func(i int, m post) error {
		err := p.open(ctx, in, m)
		if notThere(err) && in.at.response != "" {
			return p.respond(ctx, in, i, m, slack.ResponseTypeInChannel)
		}
		return err
	})
	if err != nil || in.at.response == "" {
		return err
	}
	err = slack.PostWebhookCustomHTTPContext(ctx, in.at.response, p.hooks, &slack.WebhookMessage{DeleteOriginal: true})
	if err != nil {
		p.log.Warn("an answer is shared, and still shown to the person alone", "tenant", in.team.tenant(), "message", in.id, "error", bare(err))
	}
	return nil
}

// respond sends a post to a response_url, as the i-th.
func (p poster) respond(ctx context.Context, in *incoming, i int, m post, to string) error {
	if i >= responseUses {
		return errors.New("the answer has more parts than a response_url takes")
	}
	no := false
	return slack.PostWebhookCustomHTTPContext(ctx, in.at.response, p.hooks, &slack.WebhookMessage{
		Text: m.Text, Blocks: &slack.Blocks{BlockSet: m.Blocks}, ResponseType: to, ThreadTimestamp: in.at.thread,
		Parse: "none", UnfurlLinks: &no, UnfurlMedia: &no,
	})
}

// options say how a post is sent: Slack looks for nothing in it that it could make a
// mention or a preview of.
func (m post) options(thread string) []slack.MsgOption {
	options := []slack.MsgOption{
		slack.MsgOptionText(m.Text, false), slack.MsgOptionBlocks(m.Blocks...),
		slack.MsgOptionParse(false), slack.MsgOptionLinkNames(false),
		slack.MsgOptionDisableLinkUnfurl(), slack.MsgOptionDisableMediaUnfurl(), slack.MsgOptionDisableMarkdown(),
	}
	if thread != "" {
		options = append(options, slack.MsgOptionTS(thread))
	}
	return options
}

// notThere reports whether Slack refuses since the bot is not in the channel.
func notThere(err error) bool {
	var refused slack.SlackErrorResponse
	return errors.As(err, &refused) && slices.Contains([]string{"not_in_channel", "channel_not_found", "user_not_in_channel"}, refused.Err)
}

func (p poster) home(ctx context.Context, in *incoming, view slack.HomeTabViewRequest) error {
	_, err := in.space.api.PublishViewContext(ctx, slack.PublishViewContextRequest{UserID: in.at.user, View: view})
	return err
}

// prompts shows questions to begin with in the assistant's pane.
func (p poster) prompts(ctx context.Context, in *incoming, questions []string) error {
	if len(questions) == 0 {
		return nil
	}
	all := slack.AssistantThreadsSetSuggestedPromptsParameters{ChannelID: in.at.channel, ThreadTS: in.at.thread}
	for _, q := range questions {
		all.AddPrompt(q, q)
	}
	return in.space.api.SetAssistantThreadsSuggestedPromptsContext(ctx, all)
}

// admin asks Slack whether the person looks after the workspace.
func (in *incoming) admin(ctx context.Context) (bool, error) {
	user, err := in.space.api.GetUserInfoContext(ctx, in.at.user)
	if err != nil {
		return false, err
	}
	return user.IsAdmin || user.IsOwner || user.IsPrimaryOwner, nil
}
