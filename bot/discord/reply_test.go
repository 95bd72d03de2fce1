package discord

import (
	"testing"

	"verbatim/bot"
	"verbatim/bot/discord/discordtest"
)

func TestWhatAMessageKnowsOfItsPlace(t *testing.T) {
	r, c := connected(t)
	thread := r.home.Thread(r.channel, "Moon")
	r.told(t)
	question := discordtest.Option{Name: "question", Value: "Who?"}
	direct := r.discord.Direct(r.ada)
	asked := r.discord.Mention(r.ada, r.channel, "Who?")
	elsewhere := r.discord.Mention(r.ada, r.channel, "Who?").With("channel_id", "5")
	for name, test := range map[string]struct {
		e            discordtest.Event
		where, place string
		forms        bool
	}{
		"a mention":        {asked, "#general", `{"channel":"` + r.channel + `","message":"` + asked.ID() + `","opens":true,"title":"Who?"}`, false},
		"in a thread":      {r.discord.Mention(r.ada, thread, "Who?"), "#general", `{"channel":"` + thread + `"}`, false},
		"a command":        {r.discord.Command(r.ada, thread, ask, question), "#general", `{"channel":"` + thread + `"}`, true},
		"to one person":    {r.discord.Command(r.ada, r.channel, "help"), "#general", "", true},
		"a direct message": {r.discord.Message(r.ada, direct, "Who?"), bot.InDirect, `{"channel":"` + direct + `","user":"` + r.ada.ID + `"}`, false},
		"who knows where":  {elsewhere, bot.InChannel, `{"channel":"5"}`, false},
	} {
		t.Run(name, func(t *testing.T) {
			in := c.read(t, test.e)
			var m bot.Message
			c.enable(in, &m)
			if m.Where != test.where || m.Place != test.place || m.Forms != test.forms || m.Largest != 10<<20 || m.Meanwhile == nil {
				t.Errorf("it is from %s, at %s, takes forms %v, files up to %d", m.Where, m.Place, m.Forms, m.Largest)
			}
		})
	}
}

// Who is in a role is told by an interaction, and asked for where none tells.
func TestWhoIsInARole(t *testing.T) {
	r, c := connected(t)
	role, other := r.home.Role("Keepers", r.ada), r.home.Role("Others")
	bob := r.home.Person("Bob")
	for name, e := range map[string]discordtest.Event{
		"a command":        r.discord.Command(r.ada, r.channel, "help"),
		"a message":        r.discord.Mention(r.ada, r.channel, "help"),
		"a direct message": r.discord.Message(r.ada, r.discord.Direct(r.ada), "help"),
		"of another":       r.discord.Mention(bob, r.channel, "help"),
	} {
		t.Run(name, func(t *testing.T) {
			belongs := c.read(t, e).belongs(c, r.home.ID)
			for id, want := range map[string]bool{role.ID: name != "of another", other.ID: false, r.home.ID: true, "5": false} {
				if is, err := belongs(t.Context(), id); is != want || err != nil {
					t.Errorf("%s: %v, %v", id, is, err)
				}
			}
		})
	}
	asked := r.discord.Mention(bob, r.channel, "help")
	belongs := c.read(t, asked).belongs(c, r.home.ID)
	r.home.Remove(bob)
	if is, err := belongs(t.Context(), r.home.ID); is || err != nil {
		t.Errorf("who has left is in it: %v, %v", is, err)
	}
}

// The name of a role is read where it is mentioned.
func TestARoleIsReadByItsName(t *testing.T) {
	r, c := connected(t)
	role := r.home.Role("Keepers")
	r.told(t)
	e := r.discord.Mention(r.ada, r.channel, "settings keepers <@&"+role.ID+">").With("mention_roles", []any{role.ID})
	in := c.read(t, e)
	if got := in.message; got.Text != "settings keepers @Keepers" || len(got.Mentioned) != 1 || got.Mentioned[0] != (bot.Mention{ID: role.ID, Name: "Keepers", Group: true}) {
		t.Errorf("it is read as %q with %v", got.Text, got.Mentioned)
	}
}
