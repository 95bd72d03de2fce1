package terminal

import (
	"context"
	"errors"
	"io"
	"strings"

	"verbatim/bot"
)

// endOfText is a line that ends a text of several lines.
const endOfText = "."

// fill asks for the fields of a form, one after the other, and returns what the bot says to
// them. Where the lines end before the form does nothing is sent.
func (c *Chat) fill(ctx context.Context, f bot.Form) (bot.Reply, error) {
	if err := c.draw(bot.Reply{Blocks: []bot.Block{bot.Paragraph(f.Title), bot.Paragraph(f.About)}}); err != nil {
		return bot.Reply{}, err
	}
	m := c.message()
	m.Action, m.Fields = &f.Pressed, map[string]string{}
	for _, field := range f.Fields {
		value, err := c.field(ctx, field)
		if errors.Is(err, io.EOF) {
			return bot.Reply{}, nil
		}
		if err != nil {
			return bot.Reply{}, err
		}
		if field.Files {
			_, m.Files = attached("add " + value)
			continue
		}
		m.Fields[field.Name] = value
	}
	return c.Bot.Handle(ctx, m), nil
}

// field asks for a field. An empty line leaves what stands there already.
func (c *Chat) field(ctx context.Context, f bot.Field) (string, error) {
	ask := f.Label
	if f.Hint != "" {
		ask += " (" + f.Hint + ")"
	}
	switch {
	case f.Files:
		ask += " Paths, with spaces between them:"
	case f.Long:
		ask += " A line with a dot alone ends it:"
	case f.Value != "":
		ask += " [" + f.Value + "]:"
	default:
		ask += ":"
	}
	if err := c.draw(bot.Reply{Blocks: []bot.Block{bot.Paragraph(ask)}}); err != nil {
		return "", err
	}
	if f.Long {
		return c.lines(ctx, f.Value)
	}
	line, err := c.Read(ctx)
	if err == nil && strings.TrimSpace(line) == "" {
		return f.Value, nil
	}
	return strings.TrimSpace(line), err
}

// lines reads a text of several lines.
func (c *Chat) lines(ctx context.Context, already string) (string, error) {
	var all []string
	for {
		line, err := c.Read(ctx)
		if err != nil {
			return "", err
		}
		if strings.TrimSpace(line) == endOfText {
			break
		}
		all = append(all, line)
	}
	if len(all) == 0 {
		return already, nil
	}
	return strings.Join(all, "\n"), nil
}
