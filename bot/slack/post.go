package slack

import (
	"context"
	"log/slog"
	"net/http"

	"github.com/slack-go/slack"

	"verbatim/bot"
)

// poster sends to Slack what the bot says.
type poster struct {
	log   *slog.Logger
	hooks *http.Client // for response_urls, which need no token
}

func newPoster(log *slog.Logger) poster {
	return poster{log, client()}
}

// reply sends a reply to where it belongs. The error is unsent only where no part of the
// reply went out.
func (p poster) reply(ctx context.Context, in *incoming, r bot.Reply) error {
	if len(r.Blocks) == 0 {
		return nil
	}
	s := p.send(in, r.Private || in.at.aside && !in.at.pressed)
	if err := s.all(ctx, draw(r)); err != nil || s.private || !in.at.aside || in.at.response == "" {
		return err
	}
	if err := s.tidy(ctx); err != nil {
		p.log.Warn("an answer is shared, and still shown to the person alone", "tenant", in.team.tenant(), "message", in.id, "error", bare(err))
	}
	return nil
}

// response returns a post for a response_url.
func (m post) response() *slack.WebhookMessage {
	no := false
	return &slack.WebhookMessage{
		Text: m.Text, Blocks: &slack.Blocks{BlockSet: m.Blocks}, Parse: "none", UnfurlLinks: &no, UnfurlMedia: &no,
	}
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

// admin asks Slack whether the person looks after the workspace. Those of another company
// may be in a channel that is shared with it, and look after their own.
func (in *incoming) admin(ctx context.Context) (bool, error) {
	user, err := in.space.api.GetUserInfoContext(ctx, in.at.user)
	if err != nil {
		return false, err
	}
	return in.hosts(user) && (user.IsAdmin || user.IsOwner || user.IsPrimaryOwner), nil
}

// hosts reports whether a person belongs to the workspace, or to the organisation where the
// bot is installed in a whole one.
func (in *incoming) hosts(user *slack.User) bool {
	ours, theirs := in.team.id, user.TeamID
	if in.space.Everywhere && user.Enterprise.EnterpriseID != "" {
		ours, theirs = in.space.Enterprise, user.Enterprise.EnterpriseID
	}
	return !user.IsStranger && (theirs == "" || theirs == ours)
}
