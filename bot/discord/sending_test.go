package discord

import (
	"context"
	"encoding/json"
	"errors"
	"testing"

	"verbatim/bot"
	"verbatim/bot/adapter"
	"verbatim/bot/discord/discordtest"
)

// connected returns the bot on a Discord for tests, connected, to be given replies that it
// has to send. It answers nothing of its own.
func connected(t *testing.T) (*running, *chat) {
	t.Helper()
	r := prepare(t)
	return r, r.connect(t, func(*chat) {})
}

// connect is connected, of a chat that is changed before anything comes.
func (r *running) connect(t *testing.T, change func(*chat)) *chat {
	t.Helper()
	log := r.Logger()
	ctx, cancel := context.WithCancel(context.WithoutCancel(t.Context()))
	config := Config{Token: discordtest.Token, API: r.discord.URL()}
	api := newAPI(config)
	c := newChat(ctx, log, bot.New(log, r.Tenants()), api, r.pace)
	c.errands = newErrands(ctx, c)
	change(c)
	ended := make(chan error, 1)
	gateway := newGateway(log, config, api, c, r.pace.gateway)
	go func() { ended <- gateway.run(ctx) }()
	t.Cleanup(func() {
		cancel()
		if err := errors.Join(<-ended, adapter.Wait(context.WithoutCancel(ctx), &c.errands.run)); err != nil {
			t.Error(err)
		}
	})
	r.discord.Socket(t)
	r.discord.AwaitCommands(t, ask, findSource)
	return c
}

// read returns what an event is to the bot, to be answered.
func (c *chat) read(t *testing.T, e discordtest.Event) *incoming {
	t.Helper()
	payload, err := json.Marshal(e.Data)
	if err != nil {
		t.Fatal(err)
	}
	d := delivery{Kind: e.Name, Payload: payload, Us: discordtest.Bot}
	c.locate(&d)
	in, err := d.read()
	if err != nil || in == nil {
		t.Fatalf("%s is read as %v, %v", e.Name, in, err)
	}
	if in.at.call != nil {
		in.answer = c.newResponse(in.at.call)
		in.answer.putOffAfter(c.pace.hurry)
	}
	return in
}

// sends sends a reply, which has to succeed.
func (c *chat) sends(t *testing.T, in *incoming, r bot.Reply) {
	t.Helper()
	if err := c.send(t.Context(), in, in.guild, r); err != nil {
		t.Fatal(err)
	}
}

// sentenceOf is a reply of one sentence.
func sentenceOf(text string) bot.Reply { return bot.Reply{Blocks: []bot.Block{bot.Paragraph(text)}} }

// told returns once the bot has taken what it was told before.
func (r *running) told(t *testing.T) {
	t.Helper()
	direct := r.discord.Direct(r.ada)
	r.discord.Tell(r.discord.Message(r.ada, direct, "help"))
	r.discord.Await(t, discordtest.To(direct))
}
