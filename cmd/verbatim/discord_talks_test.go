package main

import (
	"slices"
	"strings"

	"verbatim/bot/discord/discordtest"
)

// discordTalks are the ways of speaking with the bot.
var discordTalks = []struct {
	name string
	hold func(*discordTalk)
}{
	{"a mention is answered in a thread", func(k *discordTalk) {
		thread := k.asks(aboutBackdoors)
		if opened := k.discord.Await(k.T, discordtest.Route("thread")); opened.ID != thread || opened.Args["name"] != aboutBackdoors {
			k.Errorf("the thread is %s, %v", opened.ID, opened.Args)
		}
		k.hears(discordtest.To(thread), onBackdoors, "Guo Ping, Rotating Chairman", "paragraph 8", "[In context]", "[Helpful]", "[Not helpful]")
	}},
	{"a mention in a thread is answered there", func(k *discordTalk) {
		thread := k.guild.Thread(k.channel, "Of people")
		k.mentions(k.asker, thread, aboutBackdoors)
		k.hears(discordtest.To(thread), onBackdoors)
	}},
	{"a reply to the bot is answered", func(k *discordTalk) {
		k.gives(k.asker, "ask", "question", aboutBackdoors)
		said := k.hears(discordtest.To(k.channel), onBackdoors)
		for _, reply := range []discordtest.Event{k.discord.Reply(k.other, said.ID, aboutSpying), k.discord.SilentReply(k.other, said.ID, aboutSpying)} {
			k.discord.Tell(reply)
			k.hears(discordtest.To(reply.ID()), "Ren Zhengfei")
		}
	}},
	{"a direct message is answered", func(k *discordTalk) {
		direct := k.discord.Direct(k.asker)
		k.writes(k.asker, direct, aboutBackdoors)
		k.hears(discordtest.To(direct), onBackdoors)
		k.mentions(k.asker, direct, aboutSpying)
		k.hears(discordtest.To(direct), "Ren Zhengfei")
	}},
	{"/ask is answered in the channel", func(k *discordTalk) {
		e := k.gives(k.asker, "ask", "question", aboutBackdoors)
		if said := k.hears(discordtest.To(k.channel), onBackdoors, "[In context]"); said.Interaction != e.ID() {
			k.Error("it does not answer the command")
		}
	}},
	{"/ask in private is answered to the asker, who shares it", func(k *discordTalk) {
		k.gives(k.asker, "ask", "question", aboutBackdoors, "private", true)
		alone := k.hears(discordtest.OnlyTo(k.asker, k.channel), onBackdoors, "[Share in channel]")
		k.presses(k.asker, alone, "Share in channel")
		k.hears(discordtest.To(k.channel), "shared an answer to", aboutBackdoors, onBackdoors)
	}},
	{"/ask narrowed down", func(k *discordTalk) {
		speakers := k.suggested("by", "Guo")
		if !slices.Contains(speakers, "Guo Ping") {
			k.Fatalf("of speakers it suggests %q", speakers)
		}
		k.gives(k.asker, "ask", "question", "What about backdoors?", "by", "Guo Ping")
		k.hears(discordtest.To(k.channel), onBackdoors)
		k.gives(k.asker, "ask", "question", "What about backdoors?", "by", "Nobody Atall")
		k.hears(discordtest.To(k.channel), "The articles do not answer that.")
		k.gives(k.asker, "ask", "question", "What about backdoors?", "after", "2999")
		k.hears(discordtest.To(k.channel), "The articles do not answer that.")
		if outlets := k.suggested("from", "no outlet of this name"); len(outlets) > 0 {
			k.Errorf("it suggests %q", outlets)
		}
	}},
	{"/help, /articles and /sources", func(k *discordTalk) {
		k.gives(k.asker, "help")
		k.hears(discordtest.OnlyTo(k.asker, k.channel), "/ask QUESTION", "/articles")
		k.gives(k.asker, "articles list")
		k.hears(discordtest.OnlyTo(k.asker, k.channel), "Articles 1 to 5", "Huawei Deny Spying Risk")
		k.gives(k.asker, "sources")
		k.hears(discordtest.OnlyTo(k.asker, k.channel), "5 articles")
	}},
	{"Find the source of what somebody claims", func(k *discordTalk) {
		claim := k.discord.Message(k.other, k.channel, "Guo Ping said that Huawei will never plant backdoors")
		k.discord.Tell(claim)
		k.discord.Tell(k.discord.FindIn(k.asker, "Find the source", claim.ID()))
		k.hears(discordtest.OnlyTo(k.asker, k.channel), onBackdoors, "[Share in channel]")
	}},
	{"who was answered asks again in the thread without a mention", func(k *discordTalk) {
		thread := k.asks(aboutBackdoors)
		k.hears(discordtest.To(thread), onBackdoors)
		k.writes(k.other, thread, aboutSpying)           // was not answered here
		k.writes(k.asker, thread, "Thanks, that helps.") // is no question
		k.writes(k.asker, k.channel, aboutSpying)        // is not in the thread
		k.writes(k.asker, k.guild.Thread(k.channel, "Another"), aboutSpying)
		k.discord.Tell(k.discord.MentionOf(k.other, k.asker, thread, aboutSpying)) // is meant for somebody
		k.writes(k.asker, thread, aboutSpying)
		k.hears(discordtest.To(thread), "Ren Zhengfei")
		k.mentions(k.other, thread, aboutBackdoors)
		k.hears(discordtest.To(thread), onBackdoors)
		k.writes(k.other, thread, aboutSpying)
		k.hears(discordtest.To(thread), "Ren Zhengfei")
	}},
	{"a follow-up keeps the subject", func(k *discordTalk) {
		thread := k.asks("What did Guo Ping say about 5G?")
		k.hears(discordtest.To(thread), "5G is safer than 4G")
		k.writes(k.asker, thread, "And what about backdoors?")
		k.hears(discordtest.To(thread), "I read that as", "Guo Ping", onBackdoors)
	}},
	{"an admin says whose follow-ups are answered", func(k *discordTalk) {
		k.gives(k.asker, "settings follow-ups", "whose", "everyone") // which Discord does not offer to everybody
		k.hears(discordtest.OnlyTo(k.asker, k.channel), "Only those who look after me")
		k.guild.SetAdmin(k.other, true)
		thread := k.asks(aboutBackdoors)
		k.hears(discordtest.To(thread), onBackdoors)
		k.gives(k.other, "settings follow-ups", "whose", "everyone")
		k.hears(discordtest.OnlyTo(k.other, k.channel), "everyone")
		k.writes(k.other, thread, aboutSpying)
		k.hears(discordtest.To(thread), "Ren Zhengfei")
		k.gives(k.other, "settings follow-ups", "whose", "asker")
		k.hears(discordtest.OnlyTo(k.other, k.channel), "people I answered")
	}},
	{"a forum whose posts are answered", func(k *discordTalk) {
		forum := k.guild.Forum("questions")
		opens := func(title, text string) (post string) {
			thread, message := k.discord.ForumPost(k.asker, forum, title, text)
			k.discord.Tell(thread)
			k.discord.Tell(message)
			return thread.ID()
		}
		silent := opens("Backdoors", aboutBackdoors)
		k.guild.SetAdmin(k.other, true)
		k.mentions(k.other, silent, "settings unasked on")
		k.hears(discordtest.To(k.discord.Direct(k.other)), "new posts")
		post := opens("Backdoors", aboutBackdoors)
		k.hears(discordtest.To(post), onBackdoors)
		opens("Football", aboutFootball)     // of which the articles say nothing
		k.writes(k.other, post, aboutSpying) // which is no post
		k.writes(k.asker, post, aboutSpying) // who was answered there
		k.hears(discordtest.To(post), "Ren Zhengfei")
		k.discord.Tell(k.discord.Command(k.other, post, "settings unasked", discordtest.Option{Name: "answer", Value: "off"}))
		k.hears(discordtest.OnlyTo(k.other, post), "only when I am asked")
		opens("Backdoors", aboutBackdoors)
	}},
	{"the buttons of an answer", func(k *discordTalk) {
		thread := k.asks(aboutSpying)
		first := k.hears(discordtest.To(thread), "Ren Zhengfei", "[More quotes]")
		k.pressesAll(first, thread)
	}},
	{"the buttons of an answer in a direct message", func(k *discordTalk) {
		direct := k.discord.Direct(k.asker)
		k.writes(k.asker, direct, aboutSpying)
		first := k.hears(discordtest.To(direct), "[More quotes]")
		k.presses(k.asker, first, "More quotes")
		k.hears(discordtest.To(direct), "[In context 1]")
		k.presses(k.asker, first, "Helpful")
		k.hears(discordtest.OnlyTo(k.asker, direct), "noted that it helped")
	}},
	{"forged and foreign buttons do nothing", func(k *discordTalk) {
		said := k.hears(discordtest.To(k.asks(aboutBackdoors)), onBackdoors)
		forges := func(on discordtest.Call, id string) {
			k.discord.Tell(k.discord.PressButton(k.asker, on, discordtest.Button{CustomID: id}))
			k.hears(discordtest.OnlyTo(k.asker, on.Channel), "That can no longer be done.")
		}
		tried := map[string]bool{} // one of each kind: a person presses so often in a minute, and no more
		for _, b := range discordtest.Buttons(said) {
			name, state, _ := strings.Cut(b.CustomID, ":")
			if tried[name] {
				continue
			}
			tried[name] = true
			elsewhere := said
			elsewhere.Channel = k.guild.Channel("elsewhere")
			forges(elsewhere, b.CustomID)
			for _, id := range []string{
				name, name + ":", name + ":" + state[1:], name + ":" + strings.ToUpper(state), "share:" + state, "server:" + state,
				"frobnicate:" + state, ":" + state, name + ":" + aboutBackdoors,
			} {
				if id != b.CustomID {
					forges(said, id)
				}
			}
		}
	}},
	{"what the articles do not answer", func(k *discordTalk) {
		thread := k.asks("Who won the football match about backdoors in Brazil?")
		none := k.hears(discordtest.To(thread), "The articles do not answer that. I looked for", "[Nearest passages]")
		k.presses(k.asker, none, "Nearest passages")
		k.hears(discordtest.To(thread), "They are not an answer.", "[In context 1]")
		k.hears(discordtest.To(k.asks(aboutFootball)), "The articles do not answer that. I looked for")
	}},
	{"a misspelt question", func(k *discordTalk) {
		k.hears(discordtest.To(k.asks("What did Guo Ping say about bakdoors?")), "I read “bakdoors” as “backdoors”.", onBackdoors)
	}},
	{"what is not meant for the bot", func(k *discordTalk) {
		asked := k.discord.Message(k.asker, k.channel, aboutBackdoors)
		k.discord.Tell(asked)
		k.discord.Tell(k.discord.Edited(asked, "<@"+discordtest.Bot+"> "+aboutBackdoors))
		k.discord.Tell(k.discord.Deleted(asked))
		k.discord.Tell(k.discord.Reply(k.other, asked.ID(), aboutSpying))
		k.discord.Tell(k.discord.MentionOf(k.other, k.asker, k.channel, aboutBackdoors))
		k.discord.Tell(k.discord.Message(k.asker, k.channel, "@everyone "+aboutBackdoors).With("mention_everyone", true))
		k.discord.Tell(k.discord.System(k.asker, k.channel, 7))
		k.discord.Tell(discordtest.Event{Name: "SOMETHING_NEW", Data: map[string]any{"a": 1}})
		k.discord.Tell(discordtest.Event{Name: "MESSAGE_CREATE", Data: map[string]any{"guild_id": k.guild.ID, "content": 7}})
	}},
	{"a component of an unknown type", func(k *discordTalk) {
		odd := []any{map[string]any{"type": 99, "components": []any{map[string]any{"type": 98}}}}
		m := k.discord.Mention(k.asker, k.channel, aboutBackdoors).With("components", odd)
		k.discord.Tell(m)
		k.hears(discordtest.To(m.ID()), onBackdoors)
	}},
	{"where no thread can be opened the answer is a reply", func(k *discordTalk) {
		k.discord.Deny(k.channel, discordtest.CreateThreads)
		asked := k.asks(aboutBackdoors)
		if said := k.hears(discordtest.To(k.channel), onBackdoors); said.ReplyTo != asked {
			k.Errorf("it replies to %q", said.ReplyTo)
		}
	}},
}

// pressesAll presses all buttons of an answer to aboutSpying, as the asker and as another.
func (k *discordTalk) pressesAll(first discordtest.Call, thread string) {
	k.Helper()
	k.presses(k.asker, first, "More quotes")
	second := k.hears(discordtest.To(thread), "[In context 1]")
	if second.Shown() == first.Shown() {
		k.Error("more quotes are the same quotes")
	}
	k.presses(k.other, first, "More quotes")
	if alone := k.hears(discordtest.OnlyTo(k.other, thread)); alone.Content != second.Content {
		k.Errorf("another is shown %q, not %q", alone.Content, second.Content)
	}
	k.presses(k.asker, first, "In context 1")
	k.hears(discordtest.To(thread), "Ren Zhengfei")
	k.presses(k.other, first, "In context 1")
	k.hears(discordtest.OnlyTo(k.other, thread), "Ren Zhengfei")
	k.presses(k.asker, first, "Helpful")
	k.hears(discordtest.OnlyTo(k.asker, thread), "noted that it helped")
	k.presses(k.asker, first, "Not helpful")
	k.hears(discordtest.OnlyTo(k.asker, thread), "noted that it did not help")
	k.presses(k.other, first, "Not helpful")
	k.hears(discordtest.OnlyTo(k.other, thread), "Only the person who asked")
}
