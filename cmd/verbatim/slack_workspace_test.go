package main

import (
	"net/http"
	"testing"
	"time"

	"verbatim/bot/slack/slacktest"
)

// An organisation's token answers in all of its workspaces. What is pressed names a
// workspace otherwise than the event did, and is of the same.
func TestAnOrganisation(t *testing.T) {
	t.Parallel()
	for _, overHTTP := range []bool{false, true} {
		s := inSlack(t, overHTTP)
		s.team.Change(func(w *slacktest.Workspace) { w.Enterprise, w.OrgWide = "E1", true })
		s.start(t)
		k := s.talk(t)
		m := slacktest.WithoutTeam(k.team.Mention(k.asker, k.channel, "", aboutSpying))
		k.tells(m)
		said := k.hears(inThread(k.channel, m.TS()), "Ren Zhengfei")
		k.tells(slacktest.WithoutTeam(k.team.Press(k.asker, said, "More quotes")))
		k.hears(inThread(k.channel, m.TS()), "[In context]")
		k.tells(k.team.Command(k.asker, k.channel, "/ask", aboutBackdoors))
		alone := k.hears(onlyTo(k.asker, k.channel), onBackdoors)
		k.tells(slacktest.WithoutTeam(k.team.Press(k.asker, alone, "Share in channel")))
		k.hears(inThread(k.channel, ""), onBackdoors)
		k.hears(func(c slacktest.Call) bool { return c.Args["delete_original"] == true })
		s.settle(t)
	}
}

// Each workspace has its own articles, and its own token.
func TestWorkspacesAreSeparate(t *testing.T) {
	t.Parallel()
	s := inSlack(t, false)
	second := s.slack.Install("T2")
	s.tokens = append(s.tokens, second.Token)
	db := s.home + "/data/verbatim/verbatim.db"
	const fact = "The canal to Weldham was opened by Ada Thornbury in 1871."
	verbatim(t, `{"id": "canal", "text": "`+fact+`"}`, "load", "--db", db, "--library", "slack:T2", "--seeds", "none", "-")
	s.start(t)
	k := s.talk(t)
	const question = "Who opened the canal to Weldham?"
	k.hears(inThread(k.channel, k.asks(question)), "The articles do not answer that.")
	k2 := s.talk(t)
	k2.team = second
	said := k2.hears(inThread(k2.channel, k2.asks(question)), fact)
	if said.Token != second.Token {
		t.Errorf("the answer went out with %s", said.Token)
	}
	k2.tells(k.team.Press(k2.asker, said, "In context").With("message.user", k.team.User).With("message.team", k.team.Team)) // as if the other's bot had written it
	k2.hears(onlyTo(k2.asker, k2.channel), "That can no longer be done.")
	s.settle(t)
}

// A bot that answers whatever is said to it gets no answer.
func TestAnEchoBotIsNotAnswered(t *testing.T) {
	t.Parallel()
	s := inSlack(t, false)
	s.start(t)
	k := s.talk(t)
	thread := k.asks(aboutBackdoors)
	said := k.hears(inThread(k.channel, thread), onBackdoors)
	mention := "<@" + k.team.User + "> " + aboutBackdoors
	forms := []func() slacktest.Request{
		func() slacktest.Request { return k.team.Echo(said) },
		func() slacktest.Request { return k.team.BotMessage(k.channel, thread, said.Text) },
		func() slacktest.Request {
			return k.team.BotMessage(k.channel, thread, aboutBackdoors).With("event.text", mention)
		},
		func() slacktest.Request { return k.team.BotMessage(k.direct(), "", aboutBackdoors) },
		func() slacktest.Request {
			return k.team.Mention("UROBOT", k.channel, thread, aboutBackdoors).With("event.bot_id", "BROBOT")
		},
		func() slacktest.Request {
			return k.team.Mention("UROBOT", k.channel, thread, aboutBackdoors).With("event.app_id", "AROBOT")
		},
		func() slacktest.Request {
			return k.team.Mention("UROBOT", k.channel, thread, aboutBackdoors).With("event.bot_profile", map[string]any{"id": "BROBOT"})
		},
		func() slacktest.Request {
			return k.team.Message(k.asker, k.channel, thread, aboutBackdoors).With("event.subtype", "bot_message")
		},
		func() slacktest.Request { return k.team.Mention(k.team.User, k.channel, thread, aboutBackdoors) },
		func() slacktest.Request { return k.team.Message("USLACKBOT", k.direct(), "", aboutBackdoors) },
	}
	const rounds = 1000
	for i := range rounds {
		k.tells(forms[i%len(forms)]())
	}
	s.settle(t)
}

func TestHTTPTakesOnlyWhatSlackSigned(t *testing.T) {
	t.Parallel()
	s := inSlack(t, true)
	s.start(t)
	k := s.talk(t)
	body, kind := k.team.Mention(k.asker, k.channel, "", aboutBackdoors).Body(t)
	for name, header := range map[string]http.Header{
		"unsigned": {}, "signed by another": slacktest.Sign("fedcba9876543210fedcba9876543210", body, time.Now()),
		"late": slacktest.Sign(signingSecret, body, time.Now().Add(-6*time.Minute)), "early": slacktest.Sign(signingSecret, body, time.Now().Add(6*time.Minute)),
		"for another body": slacktest.Sign(signingSecret, append(body, ' '), time.Now()),
	} {
		header.Set("Content-Type", kind)
		if status, said := slacktest.PostRaw(t, s.address, header, body); status != http.StatusUnauthorized || said != "" {
			t.Errorf("%s: it answers %d, %q", name, status, said)
		}
	}
	asked := slacktest.Request{Type: "events_api", Payload: map[string]any{"type": "url_verification", "challenge": "c1"}}
	if status, said := slacktest.Post(t, s.address, signingSecret, asked); status != http.StatusOK || said != "c1" {
		t.Errorf("to a challenge it answers %d, %q", status, said)
	}
	s.settle(t)
}
