package slack

import (
	"context"
	"errors"
	"net/http"
	"slices"

	"github.com/slack-go/slack"

	"verbatim/bot"
	"verbatim/bot/adapter"
)

// responseUses is how often Slack takes something at a response_url.
const responseUses = 5

// sending is a reply on its way, in as many posts as it takes. What Slack refuses in one
// way goes in the next.
type sending struct {
	in      *incoming
	hooks   *http.Client // for response_urls, which need no token
	private bool
	alone   bool     // the person alone sees it, among others
	ways    []way    // that Slack has not refused yet, the best first
	uses    int      // that the response_url has left
	stands  standing // what of it everybody sees
}

// way sends a post; rest tells whether others follow it.
type way func(ctx context.Context, m post, rest bool) error

// partial is an error after the first part of a reply went out. It is not unsent, whatever
// it was, for the reply must not begin anew.
type partial struct{ cause error }

func (p partial) Error() string {
	return "only the first part is sent: " + adapter.Bare(p.cause).Error()
}

// closed is an error of a response_url that takes no more, since it is used up or too old.
type closed struct{ error }

func (c closed) Unwrap() error { return c.error }

// errScarce is of a response_url whose last use is needed to say that there is more.
var errScarce = errors.New("the reply has more parts than a response_url takes")

// send returns how a reply is sent. What one person is to see is best answered at the
// response_url: that works where the bot is no member, and always shows.
func (p poster) send(in *incoming, private bool) *sending {
	s := &sending{
		in: in, hooks: p.hooks, private: private, alone: private && (in.at.aside || !in.at.direct),
		uses: responseUses - in.shown.uses, stands: standing{Thread: in.at.thread},
	}
	var answered []way
	if in.at.response != "" {
		answered = []way{s.respond}
	}
	s.ways = append([]way{s.open}, answered...)
	if s.alone {
		s.ways = append(answered, s.ephemeral)
	}
	if s.alone && (in.at.filled || in.at.response == "") { // which may take long, or has no other way
		s.ways = append(s.ways, s.direct)
	}
	return s
}

// all sends posts in order, up to one that fails.
func (s *sending) all(ctx context.Context, posts []post) error {
	for i, m := range posts {
		err := s.one(ctx, m, i+1 < len(posts))
		if err != nil && i > 0 {
			return partial{err}
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (s *sending) one(ctx context.Context, m post, rest bool) (err error) {
	scarce := false
	for len(s.ways) > 0 {
		if err = s.ways[0](ctx, m, rest); !impassable(err) {
			return err
		}
		scarce = scarce || errors.Is(err, errScarce)
		s.ways = s.ways[1:]
	}
	if scarce {
		return errScarce
	}
	return err
}

// impassable reports whether Slack will not take a reply in this way, and may in another.
func impassable(err error) bool {
	var refused slack.SlackErrorResponse
	return errors.Is(err, errScarce) || errors.As(err, new(closed)) ||
		errors.As(err, &refused) && slices.Contains(barred, refused.Err)
}

// barred are the errors of Slack that say that the bot is not in the channel, or may not post
// there.
var barred = []string{
	"not_in_channel", "channel_not_found", "user_not_in_channel", "is_archived", "restricted_action", "restricted_action_read_only_channel",
	"restricted_action_thread_only_channel", "restricted_action_non_threadable_channel", "restricted_action_thread_locked",
}

// open posts for everybody in a channel, or to a person in a direct message.
func (s *sending) open(ctx context.Context, m post, _ bool) error {
	if s.in.shown.ts != "" {
		if err := s.replace(ctx, m); !refused(err) {
			return err
		}
		s.in.shown.ts = "" // somebody has deleted it
	}
	channel, ts, err := s.in.space.api.PostMessageContext(ctx, s.in.at.channel, m.options(s.in.at.thread)...)
	if err == nil {
		s.stands.Channel, s.stands.Posts = channel, append(s.stands.Posts, ts)
	}
	return err
}

// replace puts a post into the place of what was shown before.
func (s *sending) replace(ctx context.Context, m post) error {
	at := s.in.shown
	_, _, _, err := s.in.space.api.UpdateMessageContext(ctx, at.channel, at.ts, m.options("")...)
	if err == nil {
		s.stands.Channel, s.stands.Posts = at.channel, append(s.stands.Posts, at.ts)
		s.in.shown.ts = ""
	}
	return err
}

// refused reports whether Slack has understood and refuses.
func refused(err error) bool { return errors.As(err, new(slack.SlackErrorResponse)) && hopeless(err) }

// direct posts in a direct message.
func (s *sending) direct(ctx context.Context, m post, _ bool) error {
	_, _, err := s.in.space.api.PostMessageContext(ctx, s.in.at.user, m.options("")...)
	return err
}

// ephemeral posts in a channel what only one person sees.
func (s *sending) ephemeral(ctx context.Context, m post, _ bool) error {
	_, err := s.in.space.api.PostEphemeralContext(ctx, s.in.at.channel, s.in.at.user, m.options(s.in.at.seen())...)
	return err
}

// respond posts at the response_url.
func (s *sending) respond(ctx context.Context, m post, rest bool) error {
	if s.uses == 0 || s.uses == 1 && rest {
		return errScarce
	}
	s.uses--
	said := m.response()
	said.ResponseType, said.ThreadTimestamp = slack.ResponseTypeInChannel, s.in.at.thread
	if s.private {
		said.ResponseType, said.ThreadTimestamp = slack.ResponseTypeEphemeral, s.in.at.seen()
	}
	said.ReplaceOriginal = s.in.shown.alone
	s.in.shown.alone = false
	err := slack.PostWebhookCustomHTTPContext(ctx, s.in.at.response, s.hooks, said)
	if hopeless(err) {
		return closed{err}
	}
	return err
}

// tidy takes away what the person alone saw, of which everybody sees the same now.
func (s *sending) tidy(ctx context.Context) error {
	if s.uses == 0 {
		return errScarce
	}
	return slack.PostWebhookCustomHTTPContext(ctx, s.in.at.response, s.hooks, &slack.WebhookMessage{DeleteOriginal: true})
}

// refusalOf returns what a person is told of an error in sending.
func refusalOf(ctx context.Context, err error) bot.Refusal {
	var p partial
	if errors.As(err, &p) && errors.Is(p.cause, errScarce) {
		return bot.CutShort
	}
	return bot.Failed(ctx)
}
