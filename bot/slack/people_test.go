package slack

import (
	"reflect"
	"testing"

	"verbatim/bot"
	"verbatim/bot/slack/slacktest"
)

func TestWhoIsMentionedIsNamed(t *testing.T) {
	r := prepare(t)
	r.slack.SetGroup("S1", "U1", "U3")
	q := r.home.Mention("U1", "C1", "", "").With("event.text", "<@"+r.home.User+"> add <@U2>, <@U3|bo>, <!subteam^S1> and <!subteam^S9>")
	want := []bot.Mention{{ID: "U2", Name: "Person U2"}, {ID: "U3", Name: "bo"}, {ID: "S1", Name: "s1", Group: true}, {ID: "S9", Group: true}}
	if got := r.chatOf(t).able(r.reads(t, q)).Mentioned; !reflect.DeepEqual(got, want) {
		t.Errorf("it mentions %v, want %v", got, want)
	}
}

func TestWhoWritesIsNamedOnceThatIsWanted(t *testing.T) {
	r := prepare(t)
	m := r.chatOf(t).able(r.reads(t, r.home.Message("U1", "D1", "", "undo")))
	if m.User.Name != "" || m.User.Called(t.Context()) != "Person U1" {
		t.Errorf("it is %q, called %q", m.User.Name, m.User.Called(t.Context()))
	}
	if m := r.chatOf(t).able(r.reads(t, r.home.Command("U1", "C1", "/ask", "who?"))); m.User.Name != "u1" {
		t.Errorf("with a command it is %q", m.User.Name)
	}
}

func TestWhoIsInAGroupIsAsked(t *testing.T) {
	r := prepare(t)
	r.slack.SetGroup("S1", "U1", "U3")
	for user, want := range map[string]bool{"U1": true, "U2": false} {
		m := r.chatOf(t).able(r.reads(t, r.home.Message(user, "D1", "", "who?")))
		if is, err := m.User.In(t.Context(), "S1"); err != nil || is != want {
			t.Errorf("%s is in it: %t, %v", user, is, err)
		}
	}
	m := r.chatOf(t).able(r.reads(t, r.home.Message("U1", "D1", "", "who?")))
	if is, err := m.User.In(t.Context(), "S9"); err == nil || is {
		t.Errorf("in a group that is not there: %t, %v", is, err)
	}
}

func TestAMessageTellsWhereItComesFrom(t *testing.T) {
	r := prepare(t)
	for name, c := range map[string]struct {
		from         slacktest.Request
		where, place string
	}{
		"a mention":          {r.home.Mention("U1", "C1", "5.0", "who?"), bot.InChannel, `{"channel":"C1","thread":"5.0"}`},
		"a direct message":   {r.home.Message("U1", "D1", "", "who?"), bot.InDirect, `{"channel":"D1"}`},
		"a command":          {r.home.Command("U1", "C1", "/ask", "who?"), "#c1", ""},
		"in private":         {r.home.Command("U1", "G1", "/ask", "who?").With("channel_name", "privategroup"), bot.InPrivate, ""},
		"between two people": {r.home.Command("U1", "D1", "/ask", "who?").With("channel_name", "directmessage"), bot.InDirect, ""},
		"a shortcut":         {r.home.Shortcut(findSource, "U1", "C1", "", "U2", "it is"), "#c1", ""},
	} {
		if m := r.chatOf(t).able(r.reads(t, c.from)); m.Where != c.where || m.Place != c.place {
			t.Errorf("%s comes from %q, %q", name, m.Where, m.Place)
		}
	}
}
