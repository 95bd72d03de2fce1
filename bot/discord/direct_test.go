package discord

import (
	"strings"
	"testing"
	"time"

	"golang.org/x/time/rate"

	"verbatim/bot"
	"verbatim/bot/discord/discordtest"
)

// aMember is a request whether somebody is in a server.
var aMember = discordtest.Route("member")

// alone answers what a person writes to the bot alone, and returns in how many servers
// that was asked for.
func (r *running) alone(t *testing.T, c *chat, who *discordtest.Person) (said bot.Reply, asked int) {
	t.Helper()
	before := r.discord.Asked(aMember)
	said, _, err := c.reply(t.Context(), c.read(t, r.discord.Message(who, r.discord.Direct(who), moonAsked)))
	if err != nil {
		t.Fatal(err)
	}
	return said, r.discord.Asked(aMember) - before
}

// asRead returns the sentences of a reply, and what can be pressed.
func asRead(r bot.Reply) (all string) {
	for _, b := range r.Blocks {
		switch b := b.(type) {
		case bot.Paragraph:
			all += string(b)
		case bot.Quotation:
			all += b.Quote.Text()
		}
	}
	for _, a := range r.Actions {
		all += "[" + a.Label + "]"
	}
	return all
}

// Where a person is found is known for a while, and then asked of one server at most.
func TestAPersonIsNotLookedForAgain(t *testing.T) {
	r, c := connected(t)
	nobody := r.discord.Join("Nobody here")
	second := r.discord.Join("Second")
	eve := nobody.Person("Eve")
	nobody.Remove(eve)
	r.told(t)
	for _, step := range []struct {
		name  string
		does  func()
		says  string
		asked int
	}{
		{"in none, first", func() {}, string(bot.NoServer), 3},
		{"in none, again", func() {}, string(bot.NoServer), 0},
		{"in one, first", func() { c.finds = newFinds(); r.home.Add(eve) }, moonWords, 3},
		{"in one, again", func() {}, moonWords, 1},
		{"in another", func() { r.home.Remove(eve); second.Add(eve) }, moonWords, 1 + 3},
		{"in two, first", func() { c.finds = newFinds(); r.home.Add(eve) }, "[Home][Second]", 3},
		{"in two, again", func() {}, "[Home][Second]", 0},
		{"one that the bot has left", func() { second.Leave(); r.told(t) }, moonWords, 0},
	} {
		step.does()
		said, asked := r.alone(t, c, eve)
		if !strings.Contains(asRead(said), step.says) || asked != step.asked {
			t.Errorf("%s: %d servers are asked, want %d; it says %q", step.name, asked, step.asked, asRead(said))
		}
	}
}

// In many servers a person is looked for in a few for each message, and then chooses also
// the only one, for it to be known for good.
func TestInManyServersEachMessageAsksAFew(t *testing.T) {
	r, c := connected(t)
	for _, name := range []string{"B", "C", "D"} {
		r.discord.Join(name)
	}
	last := r.discord.Join("Last")
	eve := last.Person("Eve")
	r.told(t)
	c.finds = newFinds()
	c.finds.most = 2
	for i, want := range []struct {
		says  string
		asked int
	}{{string(bot.LooksOn), 2}, {string(bot.LooksOn), 2}, {bot.WhichServer + "[Last]", 1}} {
		if said, asked := r.alone(t, c, eve); asRead(said) != want.says || asked != want.asked {
			t.Errorf("message %d: %d servers are asked; it says %q", i, asked, asRead(said))
		}
	}
	r.home.Add(eve) // of those that are found first one can choose while further ones are looked for
	c.finds = newFinds()
	c.finds.most = 2
	if said, _ := r.alone(t, c, eve); asRead(said) != bot.WhichServer+string(bot.LooksOn)+"[Home]" {
		t.Errorf("it says %q", asRead(said))
	}
}

// However many look for a server, the servers are asked at one rate for all.
func TestServersAreAskedAtARate(t *testing.T) {
	r, c := connected(t)
	for _, name := range []string{"B", "C"} {
		r.discord.Join(name)
	}
	r.told(t)
	c.finds.asks = rate.NewLimiter(rate.Every(time.Hour), 10)
	for i, who := range []*discordtest.Person{r.home.Person("Bob"), r.home.Person("Eve")} {
		r.alone(t, c, who)
		if left := int(c.finds.asks.Tokens()); left != 10-3*(i+1) {
			t.Errorf("after %d people %d more servers may be asked", i+1, left)
		}
	}
}

// Whoever writes too often is refused before any server is asked.
func TestTooManyDirectMessagesAskNoServer(t *testing.T) {
	r, c := connected(t)
	const most = 200
	var refused int
	for range most {
		if said, asked := r.alone(t, c, r.ada); asked == 0 && !strings.Contains(asRead(said), moonWords) {
			refused++
		}
	}
	if asked := r.discord.Asked(aMember); refused == 0 || asked+refused != most {
		t.Errorf("%d are refused, and for %d a server is asked", refused, asked)
	}
}

// What is found is known for a while, and of no more people than there is room for.
func TestWhatIsFoundEnds(t *testing.T) {
	f, now := newFinds(), time.Now()
	f.keep("1", find{in: []string{"7"}, until: now.Add(time.Minute)}, now)
	if len(f.of("1", now).in) != 1 || len(f.of("1", now.Add(time.Minute)).in) != 0 || len(f.of("2", now).in) != 0 {
		t.Errorf("of somebody is known %v", f.all)
	}
	for i := range 2 * mostFound {
		f.keep(time.Duration(i).String(), find{until: now.Add(time.Minute)}, now)
		if len(f.all) > mostFound {
			t.Fatalf("of %d people it is known where they are", len(f.all))
		}
	}
}
