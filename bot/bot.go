package bot

import (
	"context"
	"errors"
	"log/slog"
	"strings"
	"unicode/utf8"

	"verbatim/answer"
)

const (
	quotesAPage   = 3
	articlesAPage = 20
	longestAsked  = 2000 // runes; more is a text, not a question
)

// Bot answers messages. It keeps nothing between two of them, and may be used
// from many goroutines.
type Bot struct {
	log     *slog.Logger
	library func(tenant string) (*answer.Library, error)
}

// New returns a bot that answers each tenant from the library that the given
// function opens for it.
func New(log *slog.Logger, library func(tenant string) (*answer.Library, error)) *Bot {
	return &Bot{log, library}
}

// Handle returns what there is to say to m: the zero Reply when m is not addressed
// to the bot, and never an error, since whatever goes wrong is said too.
func (b *Bot) Handle(ctx context.Context, m Message) Reply {
	if !m.Addressed {
		return Reply{}
	}
	reply, err := b.respond(ctx, m)
	if err == nil {
		return reply
	}
	var refusal Refusal
	if !errors.As(err, &refusal) {
		b.log.Error("no answer", "tenant", m.Tenant, "message", m.ID, "error", err)
		refusal = wentWrong
	}
	return Reply{Blocks: []Block{Paragraph(refusal)}, Private: true}
}

func (b *Bot) respond(ctx context.Context, m Message) (Reply, error) {
	run, state, err := understand(m)
	if err != nil {
		return Reply{}, err
	}
	library, err := b.library(m.Tenant)
	if err != nil {
		return Reply{}, err
	}
	return run(ctx, library, state)
}

// understand returns what m wants done, and with what: the action it presses, the
// command it consists of, or else the question it asks.
func understand(m Message) (action, string, error) {
	if m.Action != nil {
		run, ok := actions[m.Action.Name]
		if !ok {
			return nil, "", staleAction
		}
		return run, m.Action.State, nil
	}
	asked := strings.TrimSpace(strings.ToValidUTF8(m.Text, "\uFFFD"))
	if run, err := commandIn(asked); run != nil || err != nil {
		return run, "", err
	}
	if utf8.RuneCountInString(asked) > longestAsked {
		return nil, "", tooLong
	}
	return question, asked, nil
}
