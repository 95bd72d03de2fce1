package discordtest_test

import (
	"errors"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/bwmarrin/discordgo"

	"verbatim/bot/discord/discordtest"
)

// elsewhere sends to a server what is meant for Discord.
type elsewhere struct{ host string }

func (e elsewhere) RoundTrip(r *http.Request) (*http.Response, error) {
	r = r.Clone(r.Context())
	r.URL.Scheme, r.URL.Host = "http", e.host
	return http.DefaultTransport.RoundTrip(r)
}

// client is a client that others wrote, which takes the server for Discord.
func client(t *testing.T, s *discordtest.Server) *discordgo.Session {
	t.Helper()
	d, err := discordgo.New("Bot " + discordtest.Token)
	if err != nil {
		t.Fatal(err)
	}
	at, err := url.Parse(s.URL())
	if err != nil {
		t.Fatal(err)
	}
	d.Client = &http.Client{Transport: elsewhere{at.Host}}
	d.ShouldRetryOnRateLimit = false
	d.Identify.Intents = discordgo.IntentsGuilds | discordgo.IntentsGuildMessages | discordgo.IntentsDirectMessages
	return d
}

// connected returns a client that is connected, and what it is told of messages and interactions.
func connected(t *testing.T, s *discordtest.Server) (*discordgo.Session, <-chan *discordgo.MessageCreate, <-chan *discordgo.InteractionCreate) {
	t.Helper()
	d := client(t, s)
	d.SyncEvents = true
	messages, interactions := make(chan *discordgo.MessageCreate, 100), make(chan *discordgo.InteractionCreate, 100)
	d.AddHandler(func(_ *discordgo.Session, m *discordgo.MessageCreate) { messages <- m })
	d.AddHandler(func(_ *discordgo.Session, i *discordgo.InteractionCreate) { interactions <- i })
	if err := d.Open(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { d.Close() })
	return d, messages, interactions
}

var nobody = &discordgo.MessageAllowedMentions{Parse: []discordgo.AllowedMentionType{}}

func said(text string) *discordgo.MessageSend {
	return &discordgo.MessageSend{Content: text, AllowedMentions: nobody}
}

func TestAClientOfOthersTakesItForDiscord(t *testing.T) {
	s := discordtest.New(t)
	g := s.Join("Home")
	p := g.Person("Ada")
	channel := g.Channel("general")
	d, messages, _ := connected(t, s)
	socket := s.Socket(t)

	s.Tell(s.Message(p, channel, "is 1 < 2?"))
	if m := <-messages; m.Content != "" || m.Author.ID != p.ID || m.GuildID != g.ID || m.Member == nil {
		t.Errorf("without the intent it hears %q of %v", m.Content, m.Author)
	}
	s.Tell(s.Mention(p, channel, "is 1 < 2?"))
	asked := <-messages
	if asked.Content != "<@"+discordtest.Bot+"> is 1 < 2?" {
		t.Errorf("of a mention it hears %q", asked.Content)
	}
	s.Tell(s.Message(p, s.Direct(p), "hello"))
	if m := <-messages; m.Content != "hello" || m.GuildID != "" || m.Member != nil {
		t.Errorf("it is written to with %v", m.Message)
	}

	thread, err := d.MessageThreadStart(channel, asked.ID, "An answer", 1440)
	if err != nil || thread.ID != asked.ID {
		t.Fatalf("it opens the thread %v, %v", thread, err)
	}
	if _, err := d.ChannelMessageSendComplex(thread.ID, said("Yes.")); err != nil {
		t.Fatal(err)
	}
	posted := s.Await(t, discordtest.To(thread.ID))
	if own := <-messages; posted.Shown() != "Yes." || own.ID != posted.ID || own.Author.ID != discordtest.Bot {
		t.Errorf("what it posted is kept as %v", posted)
	}
	s.Tell(s.Reply(p, posted.ID, "why?"))
	if m := <-messages; m.Content != "why?" || m.ReferencedMessage.ID != posted.ID {
		t.Errorf("the reply comes as %v", m.Message)
	}
	if _, err := d.GuildMember(g.ID, "1"); err == nil || !strings.Contains(err.Error(), "Unknown Member") {
		t.Errorf("of a stranger it learns %v", err)
	}

	socket.Reconnect()
	if again := s.Socket(t); !again.Resumed || again.AtResumeURL {
		t.Errorf("it connects again with %v", again)
	}
}

func TestInteractions(t *testing.T) {
	s := discordtest.New(t)
	g := s.Join("Home")
	p := g.Person("Ada")
	channel := g.Channel("general")
	d, _, interactions := connected(t, s)
	_, err := d.ApplicationCommandBulkOverwrite(discordtest.App, "", []*discordgo.ApplicationCommand{
		{Name: "ask", Description: "asks", Options: []*discordgo.ApplicationCommandOption{
			{Name: "question", Description: "what", Type: discordgo.ApplicationCommandOptionString, Required: true},
		}},
		{Name: "Find the source", Type: discordgo.MessageApplicationCommand},
	})
	if err != nil {
		t.Fatal(err)
	}
	s.AwaitCommands(t, "ask", "Find the source")
	answer := func(e discordtest.Event, r *discordgo.InteractionResponse) discordtest.Call {
		t.Helper()
		s.Tell(e)
		i := <-interactions
		if err := d.InteractionRespond(i.Interaction, r); err != nil {
			t.Fatal(err)
		}
		if err := d.InteractionRespond(i.Interaction, r); err == nil {
			t.Error("it may answer twice")
		}
		return s.Await(t, discordtest.Callback(e))
	}
	button := discordgo.ActionsRow{Components: []discordgo.MessageComponent{discordgo.Button{Label: "More", CustomID: "more"}}}
	first := answer(s.Command(p, channel, "ask", discordtest.Option{Name: "question", Value: "why?"}), &discordgo.InteractionResponse{
		Type: discordgo.InteractionResponseChannelMessageWithSource,
		Data: &discordgo.InteractionResponseData{
			Content: "Because.", AllowedMentions: nobody, Flags: discordgo.MessageFlagsEphemeral, Components: []discordgo.MessageComponent{button},
		},
	})
	if first.Shown() != "Because.\n[More]" || !discordtest.OnlyTo(p, channel)(first) {
		t.Errorf("the answer is kept as %v: %s", first, first.Shown())
	}
	e := s.Press(p, first, "More")
	put := answer(e, &discordgo.InteractionResponse{Type: discordgo.InteractionResponseDeferredChannelMessageWithSource})
	if put.Says() {
		t.Error("what is put off says something")
	}
	i := &discordgo.Interaction{AppID: discordtest.App, Token: e.Field("token").(string)}
	if _, err := d.FollowupMessageCreate(i, true, &discordgo.WebhookParams{Content: "More.", AllowedMentions: nobody}); err != nil {
		t.Error(err)
	}
	if more := s.Await(t, discordtest.Answering(e)); more.Content != "More." || more.Ephemeral {
		t.Errorf("more is kept as %v", more)
	}
	s.Expire(e)
	if _, err := d.FollowupMessageCreate(i, true, &discordgo.WebhookParams{Content: "More.", AllowedMentions: nobody}); err == nil {
		t.Error("a token that has expired still holds")
	}
	in := s.FindIn(p, "Find the source", s.Message(p, channel, "They said so.").ID())
	s.Tell(in)
	data := (<-interactions).ApplicationCommandData()
	if got := data.Resolved.Messages[data.TargetID].Content; got != "They said so." {
		t.Errorf("the message is %q", got)
	}
}

func TestItFailsWhenToldTo(t *testing.T) {
	s := discordtest.New(t)
	channel := s.Join("Home").Channel("general")
	d := client(t, s)
	post := func() error {
		_, err := d.ChannelMessageSendComplex(channel, said("Yes."))
		return err
	}
	s.Fail("post", 1, discordtest.Fault{Status: http.StatusTooManyRequests, RetryAfter: 7})
	if limited := (*discordgo.RateLimitError)(nil); !errors.As(post(), &limited) || limited.RetryAfter != 7*time.Second {
		t.Error("it was not told to wait")
	}
	d = client(t, s) // which does not wait
	s.Fail("post", 1, discordtest.Fault{Status: http.StatusForbidden, Code: 50013})
	if refused := (*discordgo.RESTError)(nil); !errors.As(post(), &refused) || refused.Message.Code != 50013 {
		t.Error("it was not refused")
	}
	s.Fail("post", 1, discordtest.Fault{Lost: true})
	if post() == nil {
		t.Error("the answer was not lost")
	}
	s.Deny(channel, discordtest.SendMessages)
	if post() == nil {
		t.Error("it posts where it may not")
	}
	if done := len(s.Calls()); done != 1 {
		t.Errorf("%d posts were done, want 1", done)
	}
}

func TestScripts(t *testing.T) {
	s := discordtest.New(t)
	s.At(discordtest.Identify, 1, func(c *discordtest.Socket) { c.Close(4004) })
	d := client(t, s)
	if err := d.Open(); err == nil || !strings.Contains(err.Error(), "4004") {
		t.Errorf("it opens with %v", err)
	}
	if refused := s.Opened(t); refused.AwaitGone(t) != 0 {
		t.Error("the app closed it")
	}
	s.AllowContent(false)
	d = client(t, s)
	d.Identify.Intents |= discordgo.IntentMessageContent
	if err := d.Open(); err == nil || !strings.Contains(err.Error(), "4014") {
		t.Errorf("it opens with %v", err)
	}
}
