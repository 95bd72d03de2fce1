package slack

import (
	"context"
	"log/slog"
	"net/http"
	"time"

	"github.com/slack-go/slack"

	"verbatim/bot"
	"verbatim/bot/adapter"
)

// poster sends to Slack what the bot says.
type poster struct {
	log   *slog.Logger
	hooks *http.Client // for response_urls, which need no token
	files *http.Client // for uploads, which need none either
}

func newPoster(log *slog.Logger, trying time.Duration) poster {
	return poster{log, client(trying), uploader()}
}

// reply sends a reply to where it belongs, and returns where it stands for everybody, as far
// as it went out. The error is unsent only where no part of the reply did.
func (p poster) reply(ctx context.Context, in *incoming, r bot.Reply) (standing, error) {
	if r.Form != nil {
		return standing{}, p.open(ctx, in, r.Form)
	}
	files, err := p.upload(ctx, in, r.Files)
	if err != nil || len(r.Blocks)+len(files) == 0 {
		return standing{}, err
	}
	s := p.send(in, r.Private || in.at.aside && (!in.at.pressed || in.at.filled))
	if s.alone && len(files) > 0 {
		r.Blocks = append(r.Blocks[:len(r.Blocks):len(r.Blocks)], bot.Paragraph(bot.FilesAside))
	}
	posts := draw(r)
	if err = s.all(ctx, posts); err == nil {
		err = s.share(ctx, files)
		if err != nil && len(posts) > 0 {
			err = partial{err}
		}
	}
	if err == nil && !s.private && in.at.aside && in.at.response != "" {
		p.tidy(ctx, s)
	}
	return s.stands, err
}

// tidy takes away what the person alone saw, of which everybody sees the same now.
func (p poster) tidy(ctx context.Context, s *sending) {
	if err := s.tidy(ctx); err != nil {
		p.log.WarnContext(ctx, "an answer is shared, and still shown to the person alone", "tenant", s.in.team.tenant(), "message", s.in.id, "error", adapter.Bare(err))
	}
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
