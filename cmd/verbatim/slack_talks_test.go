package main

import (
	"strings"

	"verbatim/bot/slack/slacktest"
)

const (
	aboutBackdoors = "What did Guo Ping say about backdoors?"
	onBackdoors    = "Huawei has not and will never plant backdoors."
	aboutSpying    = "What did Ren Zhengfei say about spying?" // of which there is more than a page
	aboutFootball  = "Who won the world cup in 1998?"
)

// talks are the ways of speaking with the bot.
var talks = []struct {
	name string
	hold func(*talk)
}{
	{"a mention is answered in its thread", func(k *talk) {
		k.hears(inThread(k.channel, k.asks(aboutBackdoors)), onBackdoors, "Guo Ping, Rotating Chairman", "paragraph 8",
			"[In context]", "[Helpful]", "[Not helpful]")
	}},
	{"a mention in a thread is answered there", func(k *talk) {
		const thread = "1700000000.000001"
		k.tells(k.team.Mention(k.asker, k.channel, thread, aboutBackdoors))
		k.hears(inThread(k.channel, thread), onBackdoors)
	}},
	{"a mention that comes as two events is answered once", func(k *talk) {
		m := k.team.Mention(k.asker, k.channel, "", aboutBackdoors)
		k.tells(k.team.MentionAsMessage(m))
		k.tells(m)
		k.hears(inThread(k.channel, m.TS()), onBackdoors)
		again := k.team.Mention(k.asker, k.channel, m.TS(), aboutSpying)
		k.tells(k.team.MentionAsMessage(again)) // where it would do without the mention
		k.tells(again)
		k.hears(inThread(k.channel, m.TS()), "Ren Zhengfei")
	}},
	{"a direct message is answered", func(k *talk) {
		k.tells(k.team.Message(k.asker, k.direct(), "", aboutBackdoors))
		k.hears(inThread(k.direct(), ""), onBackdoors)
		k.tells(k.team.Message(k.asker, k.direct(), "1700000000.000001", aboutSpying))
		k.hears(inThread(k.direct(), "1700000000.000001"), "Ren Zhengfei")
	}},
	{"/ask answers the asker, who shares it", func(k *talk) {
		k.tells(k.team.Command(k.asker, k.channel, "/ask", aboutBackdoors))
		alone := k.hears(onlyTo(k.asker, k.channel), onBackdoors, "[Share in channel]")
		k.presses(k.other, alone, "Share in channel")
		k.hears(onlyTo(k.other, k.channel), "Only the person who asked")
		k.presses(k.asker, alone, "Share in channel")
		k.hears(inThread(k.channel, ""), "shared an answer to", aboutBackdoors, onBackdoors)
		k.hears(func(c slacktest.Call) bool { return c.Args["delete_original"] == true && c.TS == alone.TS })
	}},
	{"/ask without a question explains itself", func(k *talk) {
		k.tells(k.team.Command(k.asker, k.channel, "/ask", ""))
		k.hears(onlyTo(k.asker, k.channel), "/ask QUESTION", "/articles")
	}},
	{"/articles lists them", func(k *talk) {
		k.tells(k.team.Command(k.asker, k.channel, "/articles", ""))
		k.hears(onlyTo(k.asker, k.channel), "Articles 1 to 5", "Huawei Deny Spying Risk")
	}},
	{"Find the source of what somebody claims", func(k *talk) {
		k.tells(k.team.Shortcut("find_source", k.asker, k.channel, "", k.other, "Guo Ping said that Huawei will never plant backdoors"))
		k.hears(onlyTo(k.asker, k.channel), onBackdoors, "[Share in channel]")
	}},
	{"App Home", func(k *talk) {
		k.tells(k.team.HomeOpened(k.asker, "messages"))
		k.tells(k.team.HomeOpened(k.asker, "home"))
		home := k.slack.Await(k.T, func(c slacktest.Call) bool { return c.Method == "views.publish" && c.User == k.asker })
		for _, words := range []string{"5 articles", "Huawei Deny Spying Risk", "/ask QUESTION"} {
			if !strings.Contains(home.Shown(), words) {
				k.Errorf("App Home does not say %q: %s", words, home.Shown())
			}
		}
	}},
	{"the assistant's pane suggests what has an answer", func(k *talk) {
		opened := k.team.AssistantOpened(k.asker, k.channel)
		thread := opened.Field("event.assistant_thread.thread_ts").(string)
		k.tells(opened)
		suggested := k.hears(slacktest.Method("assistant.threads.setSuggestedPrompts"))
		prompts, _ := suggested.Args["prompts"].([]any)
		if len(prompts) == 0 || len(prompts) > 4 || suggested.Channel != k.direct() || suggested.Thread != thread {
			k.Fatalf("it suggests %v in %s, %s", prompts, suggested.Channel, suggested.Thread)
		}
		for _, p := range prompts {
			k.tells(k.team.Message(k.asker, k.direct(), thread, p.(map[string]any)["message"].(string)))
			k.hears(inThread(k.direct(), thread), "[In context]")
		}
	}},
	{"who was answered asks again in the thread without a mention", func(k *talk) {
		thread := k.asks(aboutBackdoors)
		k.hears(inThread(k.channel, thread), onBackdoors)
		k.writes(k.other, thread, aboutSpying)                       // was not answered here
		k.writes(k.asker, thread, "Thanks, that helps.")             // is no question
		k.tells(k.team.Message(k.asker, k.channel, "", aboutSpying)) // is not in the thread
		k.writes(k.asker, "1700000000.000001", aboutSpying)          // is in another
		m := k.team.Message(k.asker, k.channel, thread, aboutSpying) // is meant for somebody
		k.tells(m.With("event.text", "<@"+k.other+"> "+aboutSpying)) //
		k.writes(k.asker, thread, aboutSpying)
		k.hears(inThread(k.channel, thread), "Ren Zhengfei")
		m = k.team.Mention(k.other, k.channel, thread, aboutBackdoors)
		k.tells(m)
		k.hears(inThread(k.channel, thread), onBackdoors)
		k.writes(k.other, thread, aboutSpying)
		k.hears(inThread(k.channel, thread), "Ren Zhengfei")
	}},
	{"a follow-up keeps the subject", func(k *talk) {
		thread := k.asks("What did Guo Ping say about 5G?")
		k.hears(inThread(k.channel, thread), "5G is safer than 4G")
		k.writes(k.asker, thread, "And what about backdoors?")
		k.hears(inThread(k.channel, thread), "I read that as", "Guo Ping", onBackdoors)
		k.tells(k.team.Message(k.asker, k.direct(), "", "What did Guo Ping say about 5G?"))
		k.hears(inThread(k.direct(), ""), "5G is safer than 4G")
		k.tells(k.team.Message(k.asker, k.direct(), "", "and what about backdoors?"))
		k.hears(inThread(k.direct(), ""), "I read that as", onBackdoors)
	}},
	{"an admin has a channel's new questions answered", func(k *talk) {
		k.slack.SetUser(k.other, map[string]any{"is_admin": true})
		k.tells(k.team.Message(k.asker, k.channel, "", aboutSpying)) // which nobody has asked the bot
		k.tells(k.team.Mention(k.other, k.channel, "", "settings unasked on"))
		k.hears(onlyTo(k.other, k.channel), "In this channel I answer new posts")
		m := k.team.Message(k.asker, k.channel, "", aboutBackdoors)
		k.tells(m)
		k.hears(inThread(k.channel, m.TS()), onBackdoors)
		k.tells(k.team.Message(k.asker, k.channel, "", "Who won the world cup in 1998?")) // which has no answer
		k.tells(k.team.Mention(k.other, k.channel, "", "settings unasked off"))
		k.hears(onlyTo(k.other, k.channel), "only when I am asked")
	}},
	{"an admin says whose follow-ups are answered", func(k *talk) {
		k.slack.SetUser(k.other, map[string]any{"is_admin": true})
		k.tells(k.team.Mention(k.asker, k.channel, "", "settings follow-ups everyone"))
		k.hears(onlyTo(k.asker, k.channel), "Only those who look after me")
		thread := k.asks(aboutBackdoors)
		k.hears(inThread(k.channel, thread), onBackdoors)
		set := func(whose, says string) {
			k.tells(k.team.Message(k.other, "D"+k.other, "", "settings follow-ups "+whose))
			k.hears(inThread("D"+k.other, ""), says)
		}
		set("everyone", "everyone")
		k.writes(k.other, thread, aboutSpying)
		k.hears(inThread(k.channel, thread), "Ren Zhengfei")
		set("mention", "only when I am mentioned")
		k.writes(k.asker, thread, aboutSpying)
		k.tells(k.team.Mention(k.asker, k.channel, thread, aboutBackdoors)) // which is answered behind it
		k.hears(inThread(k.channel, thread), onBackdoors)
		set("asker", "people I answered")
	}},
	{"the buttons of an answer", func(k *talk) {
		thread := k.asks(aboutSpying)
		first := k.hears(inThread(k.channel, thread), "Ren Zhengfei", "[More quotes]")
		k.pressesAll(first, thread)
	}},
	{"the buttons of an answer in a direct message", func(k *talk) {
		k.tells(k.team.Message(k.asker, k.direct(), "", aboutSpying))
		first := k.hears(inThread(k.direct(), ""), "[More quotes]")
		k.presses(k.asker, first, "More quotes")
		k.hears(inThread(k.direct(), ""), "[In context]")
		k.presses(k.asker, first, "Helpful")
		k.hears(inThread(k.direct(), ""), "noted that it helped")
	}},
	{"forged and foreign buttons do nothing", func(k *talk) {
		thread := k.asks(aboutBackdoors)
		said := k.hears(inThread(k.channel, thread), onBackdoors)
		for _, b := range slacktest.Buttons(said) {
			elsewhere := said
			elsewhere.Channel += "X"
			k.tells(k.team.PressButton(k.asker, elsewhere, b))
			k.hears(onlyTo(k.asker, elsewhere.Channel), "That can no longer be done.")
			for _, forged := range []slacktest.Button{
				{ActionID: b.ActionID, Value: b.Value[:len(b.Value)-1]},
				{ActionID: b.ActionID, Value: b.Value[1:] + b.Value[:1]},
				{ActionID: b.ActionID, Value: strings.ToUpper(b.Value)},
				{ActionID: b.ActionID, Value: "1 " + aboutBackdoors},
				{ActionID: b.ActionID},
				{ActionID: "share:1", Value: b.Value},
				{ActionID: "frobnicate", Value: b.Value},
			} {
				k.tells(k.team.PressButton(k.asker, said, forged))
				k.hears(onlyTo(k.asker, k.channel), "That can no longer be done.")
			}
		}
	}},
	{"what the articles do not answer", func(k *talk) {
		thread := k.asks("Who won the football match about backdoors in Brazil?")
		none := k.hears(inThread(k.channel, thread), "The articles do not answer that. I looked for", "[Nearest passages]")
		k.presses(k.asker, none, "Nearest passages")
		k.hears(inThread(k.channel, thread), "They are not an answer.", "[In context]")
		k.hears(inThread(k.channel, k.asks(aboutFootball)), "The articles do not answer that. I looked for")
	}},
	{"a misspelt question", func(k *talk) {
		k.hears(inThread(k.channel, k.asks("What did Guo Ping say about bakdoors?")), "I read “bakdoors” as “backdoors”.", onBackdoors)
	}},
	{"small talk", func(k *talk) {
		k.hears(inThread(k.channel, k.asks("hello")), "What did NAME say about SUBJECT?")
	}},
	{"what is not meant for the bot", func(k *talk) {
		asked := k.team.Message(k.asker, k.channel, "", aboutBackdoors)
		k.tells(asked)
		k.tells(k.team.Edited(asked, aboutBackdoors))
		k.tells(k.team.Deleted(asked))
		k.tells(k.team.BotMessage(k.direct(), "", aboutBackdoors))
		k.tells(k.team.BotMessage(k.channel, asked.TS(), "<@"+k.team.User+"> "+aboutBackdoors))
		k.tells(k.team.Mention("UROBOT", k.channel, "", aboutBackdoors).With("event.bot_id", "BROBOT"))
		for _, subtype := range []string{"bot_message", "channel_join", "message_replied", "assistant_app_thread"} {
			k.tells(k.team.Message(k.asker, k.direct(), "", aboutBackdoors).With("event.subtype", subtype))
		}
		k.tells(k.team.Event(map[string]any{"type": "reaction_added", "user": k.asker, "reaction": "eyes"}))
	}},
	{"an edit or a removal of what was answered", func(k *talk) {
		m := k.team.Message(k.asker, k.direct(), "", aboutBackdoors)
		k.tells(m)
		said := k.hears(inThread(k.direct(), ""), onBackdoors)
		k.tells(k.team.Echo(said))
		k.tells(k.team.Edited(m, aboutSpying))
		k.tells(k.team.Deleted(m))
	}},
	{"the other side of a shared channel", func(k *talk) {
		m := slacktest.FromOtherSide(k.team.Mention(k.asker, k.channel, "", aboutBackdoors), "T9OTHER")
		k.tells(m)
		said := k.hears(inThread(k.channel, m.TS()), onBackdoors)
		if said.Token != k.team.Token {
			k.Errorf("the answer went out with %s", said.Token)
		}
	}},
	{"a workspace that no token is of", func(k *talk) {
		m := k.team.Mention(k.asker, k.channel, "", aboutBackdoors)
		k.tells(m.With("team_id", "T9OTHER").With("context_team_id", "T9OTHER").With("authorizations.0.team_id", "T9OTHER"))
		k.tells(k.team.Command(k.asker, k.channel, "/ask", aboutBackdoors).With("team_id", "T9OTHER"))
		k.hears(onlyTo(k.asker, k.channel), "I am not at work in that workspace")
	}},
}

// pressesAll presses all buttons of an answer to aboutSpying, as the asker and as another.
func (k *talk) pressesAll(first slacktest.Call, thread string) {
	k.Helper()
	k.presses(k.asker, first, "More quotes")
	second := k.hears(inThread(k.channel, thread), "[In context]")
	if second.Shown() == first.Shown() {
		k.Error("more quotes are the same quotes")
	}
	k.presses(k.other, first, "More quotes")
	if alone := k.hears(onlyTo(k.other, k.channel)); alone.Text != second.Text {
		k.Errorf("another is shown %q, not %q", alone.Text, second.Text)
	}
	k.presses(k.asker, first, "In context")
	k.hears(inThread(k.channel, thread), "Ren Zhengfei")
	k.presses(k.other, first, "In context")
	k.hears(onlyTo(k.other, k.channel), "Ren Zhengfei")
	k.presses(k.asker, first, "Helpful")
	k.hears(onlyTo(k.asker, k.channel), "noted that it helped")
	k.presses(k.asker, first, "Not helpful")
	k.hears(onlyTo(k.asker, k.channel), "noted that it did not help")
	k.presses(k.other, first, "Not helpful")
	k.hears(onlyTo(k.other, k.channel), "Only the person who asked")
}
