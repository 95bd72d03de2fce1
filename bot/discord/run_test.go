package discord

import (
	"context"
	"strings"
	"sync"
	"testing"

	"verbatim/bot"
	"verbatim/bot/adapter/adaptertest"
	"verbatim/bot/discord/discordtest"
)

const (
	moonAsked = adaptertest.Asked
	moonWords = adaptertest.Words
)

// running is the bot on a Discord for tests.
type running struct {
	discord *discordtest.Server
	home    *discordtest.Guild
	channel string // of home
	ada     *discordtest.Person
	stop    func() // ends the bot, and returns when it has ended
	*adaptertest.House
	pace   pace
	shards int
}

// begin starts the bot in one server.
func begin(t *testing.T) *running {
	t.Helper()
	r := prepare(t)
	r.start(t)
	r.discord.Socket(t)
	return r
}

// prepare returns what is there before the bot starts.
func prepare(t testing.TB) *running {
	t.Helper()
	s := discordtest.New(t)
	home := s.Join("Home")
	return &running{
		discord: s, home: home, channel: home.Channel("general"), ada: home.Person("Ada"),
		House: adaptertest.New(t), pace: usualPace,
	}
}

// start starts the bot, as after a restart when it ran before.
func (r *running) start(t *testing.T) {
	t.Helper()
	r.startWith(t, r.Tenants())
}

func (r *running) startWith(t *testing.T, tenants bot.Tenants) {
	t.Helper()
	ended, cancel := r.run(t, tenants)
	r.stop = sync.OnceFunc(func() {
		cancel()
		if err := <-ended; err != nil {
			t.Error(err)
		}
		if strings.Contains(r.Log.String(), "canary") {
			t.Errorf("the log holds something secret: %s", &r.Log)
		}
	})
	t.Cleanup(r.stop)
}

// run starts the bot, and returns what tells with which error it has ended.
func (r *running) run(t *testing.T, tenants bot.Tenants) (ended chan error, cancel func()) {
	ctx, cancel := context.WithCancel(context.WithoutCancel(t.Context()))
	log := r.Logger()
	ended = make(chan error, 1)
	go func() {
		ended <- run(ctx, log, bot.New(log, tenants), Config{Token: discordtest.Token, API: r.discord.URL(), Shards: r.shards}, r.pace)
	}()
	return ended, cancel
}

// says fails the test unless a call shows some words.
func says(t *testing.T, c discordtest.Call, words string) {
	t.Helper()
	if !strings.Contains(c.Shown(), words) {
		t.Errorf("%v says %q, want %q in it", c, c.Shown(), words)
	}
}

// count returns how many calls were made of a route.
func (r *running) count(match func(discordtest.Call) bool) (n int) {
	for _, c := range r.discord.Calls() {
		if match(c) {
			n++
		}
	}
	return n
}

func TestAMentionIsAnsweredInAThread(t *testing.T) {
	r := begin(t)
	m := r.discord.Mention(r.ada, r.channel, moonAsked)
	r.discord.Tell(m)
	opened := r.discord.Await(t, discordtest.Route("thread"))
	if opened.Args["name"] != moonAsked {
		t.Errorf("the thread is named %q", opened.Args["name"])
	}
	says(t, r.discord.Await(t, discordtest.To(m.ID())), moonWords)
	r.discord.Tell(r.discord.Message(r.ada, m.ID(), "How far is the moon away, then?"))
	says(t, r.discord.Await(t, discordtest.To(m.ID())), moonWords)
	r.discord.Tell(r.discord.Message(r.home.Person("Bob"), m.ID(), moonAsked)) // who was not answered there
	r.discord.Tell(r.discord.Mention(r.ada, m.ID(), moonAsked))
	says(t, r.discord.Await(t, discordtest.To(m.ID())), moonWords)
	r.stop()
	if n := r.count(discordtest.To(m.ID())); n != 3 {
		t.Errorf("there are %d answers, three are wanted", n)
	}
}

func TestWhereNoThreadCanBeOpenedTheAnswerIsAReply(t *testing.T) {
	r := begin(t)
	r.discord.Deny(r.channel, discordtest.CreateThreads)
	m := r.discord.Mention(r.ada, r.channel, moonAsked)
	r.discord.Tell(m)
	c := r.discord.Await(t, discordtest.To(r.channel))
	if says(t, c, moonWords); c.ReplyTo != m.ID() {
		t.Errorf("the answer replies to %q", c.ReplyTo)
	}
	r.discord.Tell(r.discord.Press(r.ada, c, "Helpful"))
	r.discord.Await(t, discordtest.OnlyTo(r.ada, r.channel))
}

func TestAReplyToTheBotIsAnswered(t *testing.T) {
	r := begin(t)
	r.discord.Tell(r.discord.Command(r.ada, r.commanded(t), "ask", discordtest.Option{Name: "question", Value: moonAsked}))
	c := r.discord.Await(t, discordtest.To(r.channel))
	reply := r.discord.SilentReply(r.ada, c.ID, moonAsked)
	r.discord.Tell(reply)
	says(t, r.discord.Await(t, discordtest.To(reply.ID())), moonWords)
}

// commanded returns the channel once the commands are there.
func (r *running) commanded(t *testing.T) string {
	t.Helper()
	r.discord.AwaitCommands(t, "ask", findSource)
	return r.channel
}

func TestADirectMessageIsAnsweredWhereItStands(t *testing.T) {
	r := begin(t)
	direct := r.discord.Direct(r.ada)
	r.discord.Tell(r.discord.Message(r.ada, direct, moonAsked))
	c := r.discord.Await(t, discordtest.To(direct))
	says(t, c, moonWords)
	r.discord.Tell(r.discord.Press(r.ada, c, "In context"))
	says(t, r.discord.Await(t, discordtest.To(direct)), moonWords)
	r.home.Remove(r.ada)
	r.discord.Tell(r.discord.Press(r.ada, c, "In context"))
	says(t, r.discord.Await(t, discordtest.OnlyTo(r.ada, direct)), string(bot.NoServer))
}

func TestWithSeveralServersAPersonIsAskedOnce(t *testing.T) {
	r := begin(t)
	other := r.discord.Join("Other")
	other.Add(r.ada)
	r.discord.Join("Third")
	direct := r.discord.Direct(r.ada)
	r.discord.Tell(r.discord.Message(r.ada, direct, moonAsked))
	ask := r.discord.Await(t, discordtest.To(direct))
	if says(t, ask, "[Home]\n[Other]"); strings.Contains(ask.Shown(), "Third") {
		t.Errorf("it asks %s", ask.Shown())
	}
	r.discord.Tell(r.discord.Press(r.ada, ask, "Other"))
	says(t, r.discord.Await(t, discordtest.To(direct)), moonWords)
	r.discord.Tell(r.discord.Message(r.ada, direct, moonAsked))
	says(t, r.discord.Await(t, discordtest.To(direct)), moonWords)
	other.Remove(r.ada)
	r.discord.Tell(r.discord.Press(r.ada, ask, "Other"))
	says(t, r.discord.Await(t, discordtest.OnlyTo(r.ada, direct)), string(bot.NoServer))
	r.discord.Tell(r.discord.Message(r.ada, direct, moonAsked))
	says(t, r.discord.Await(t, discordtest.To(direct)), moonWords) // from Home, the only one there is
}

// What is sent before a server is chosen is not forgotten, nor its files.
func TestFilesWaitForTheServerToBeChosen(t *testing.T) {
	r := begin(t)
	other := r.discord.Join("Other")
	other.Add(r.ada)
	other.SetAdmin(r.ada, true)
	direct := r.discord.Direct(r.ada)
	r.discord.Tell(r.discord.MessageWith(r.ada, direct, "add", discordtest.File{Name: "sun.txt", Content: []byte("The sun is far away.")}))
	r.discord.Tell(r.discord.Press(r.ada, r.discord.Await(t, discordtest.To(direct)), "Other"))
	r.discord.Await(t, func(c discordtest.Call) bool { return strings.HasPrefix(c.Content, "Loaded 1 article") })
}

func TestACommandIsAnsweredAsItWants(t *testing.T) {
	r := begin(t)
	question := discordtest.Option{Name: "question", Value: moonAsked}
	r.discord.Tell(r.discord.Command(r.ada, r.commanded(t), "ask", question))
	says(t, r.discord.Await(t, discordtest.To(r.channel)), moonWords)
	r.discord.Tell(r.discord.Command(r.ada, r.channel, "ask", question, discordtest.Option{Name: "private", Value: true}))
	private := r.discord.Await(t, discordtest.OnlyTo(r.ada, r.channel))
	says(t, private, moonWords)
	r.discord.Tell(r.discord.Press(r.ada, private, "Share in channel"))
	says(t, r.discord.Await(t, discordtest.To(r.channel)), moonWords)
}

func TestTheMenuOfAMessageLooksForItsSource(t *testing.T) {
	r := begin(t)
	claim := r.discord.Message(r.home.Person("Bob"), r.commanded(t), "The moon is 384,400 kilometres away")
	r.discord.Tell(claim)
	r.discord.Tell(r.discord.FindIn(r.ada, findSource, claim.ID()))
	says(t, r.discord.Await(t, discordtest.OnlyTo(r.ada, r.channel)), moonWords)
}

func TestNewPostsAreAnsweredWhereThatIsWanted(t *testing.T) {
	r := begin(t)
	forum := r.home.Forum("questions")
	silent, message := r.discord.ForumPost(r.ada, forum, "The moon", moonAsked)
	r.discord.Tell(silent)
	r.discord.Tell(message)
	keeper := r.home.Person("Eve")
	r.home.SetAdmin(keeper, true)
	r.discord.Tell(r.discord.Mention(r.ada, silent.ID(), "settings unasked on"))
	says(t, r.discord.Await(t, discordtest.To(r.discord.Direct(r.ada))), "Only those who look after me")
	r.discord.Tell(r.discord.Mention(keeper, silent.ID(), "settings unasked on"))
	says(t, r.discord.Await(t, discordtest.To(r.discord.Direct(keeper))), "new posts")
	post, message := r.discord.ForumPost(r.ada, forum, "The moon", moonAsked)
	r.discord.Tell(post)
	r.discord.Tell(message)
	says(t, r.discord.Await(t, discordtest.To(post.ID())), moonWords)
	r.stop()
	if n := r.count(discordtest.To(silent.ID())); n > 0 {
		t.Errorf("a post has %d answers before they are wanted", n)
	}
}
