package main

import (
	"strings"
	"testing"

	"verbatim/bot/discord/discordtest"
)

// An article that the library does not begin with, and a question that it answers.
const (
	canalText  = "“The canal to Weldham was opened in 1871,” said Ada Thornbury, a historian. It is 40 miles long."
	canalAsked = "What did Ada Thornbury say about the canal to Weldham?"
	canalWords = "The canal to Weldham was opened in 1871"
)

func canalFile(name string) discordtest.File {
	return discordtest.File{Name: name, Content: []byte(canalText)}
}

// keeping is a talk with somebody who may manage the server.
func keeping(t *testing.T) *discordTalk {
	t.Parallel()
	s := newInDiscord(t)
	s.start(t)
	k := s.talk(t)
	k.guild.SetAdmin(k.other, true)
	return k
}

// learns returns what a keeper is told in the end.
func (k *discordTalk) learns(words ...string) discordtest.Call {
	k.Helper()
	return k.hears(inTheEnd(discordtest.OnlyTo(k.other, k.channel)), words...)
}

// inTheEnd matches what comes after how far the work is.
func inTheEnd(match func(discordtest.Call) bool) func(discordtest.Call) bool {
	return func(c discordtest.Call) bool { return match(c) && !strings.HasSuffix(c.Content, " ...") }
}

// opens returns the form that an event opens.
func (k *discordTalk) opens(e discordtest.Event) discordtest.Call {
	k.Helper()
	opened := k.discord.Await(k.T, discordtest.Callback(e))
	if opened.Kind != 9 {
		k.Fatalf("no form opens: %v", opened)
	}
	return opened
}

func (k *discordTalk) sendsOff(form discordtest.Call, values map[string]string, files ...discordtest.File) {
	k.discord.Tell(k.discord.Submit(k.other, form, values, files...))
}

// The whole life of an article: loaded, listed, shown, changed, taken out and back.
func TestArticlesAreKeptInDiscord(t *testing.T) {
	k := keeping(t)
	k.gives(k.asker, "articles add", "file", canalFile("canal.txt"))
	k.hears(discordtest.OnlyTo(k.asker, k.channel), "Only those who look after me")

	k.gives(k.other, "articles add", "file", canalFile("canal.txt"), "title", "The “canal”", "file2", discordtest.File{Name: "b.exe", Content: []byte{0, 1}})
	added := k.learns("Loaded 1 article", "canal", "Not loaded", "b.exe", "[Undo]")
	thread := k.asks(canalAsked)
	k.hears(discordtest.To(thread), canalWords)
	k.gives(k.asker, "ask", "question", canalAsked)
	k.hears(discordtest.To(k.channel), canalWords)
	k.presses(k.other, added, "Undo")
	k.learns("taken back")
	for _, where := range []string{thread, k.channel} { // which are corrected
		k.hears(func(c discordtest.Call) bool { return c.Route == "edit" && c.Channel == where }, "taken back")
	}

	claim := k.discord.MessageWith(k.asker, k.channel, "read this", canalFile("canal.md"))
	k.discord.Tell(claim)
	k.discord.Tell(k.discord.FindIn(k.other, "Load this", claim.ID()))
	k.learns("Loaded 1 article", "canal")

	k.gives(k.other, "articles list", "words", "canal", "language", "English")
	k.learns("Articles 1 to 1 of 1", "canal")
	k.gives(k.other, "articles list")
	list := k.learns("Articles 1 to 6 of 6", "{Huawei Deny Spying Risk}")
	for _, item := range discordtest.Menu(list) {
		if strings.Contains(item.Label, "canal") {
			k.discord.Tell(k.discord.Choose(k.other, list, item.CustomID))
		}
	}
	shown := k.learns("canal", "[Replace or change]", "[Take out]")

	form := k.opens(k.presses(k.other, shown, "Replace or change"))
	k.sendsOff(form, map[string]string{"text": strings.ReplaceAll(canalText, "1871", "1872"), "title": "The canal", "outlet": "The Post", "date": "1999-05-06"})
	k.learns("is changed")
	k.gives(k.other, "articles show", "article", "The canal")
	shown = k.learns("The Post", "1999")
	k.hears(discordtest.To(k.asks(canalAsked)), "1872")
	k.presses(k.other, shown, "Take out")
	sure := k.learns("Take out")
	k.presses(k.other, sure, "Take out")
	k.learns("taken out")
	asked := k.asks(canalAsked)
	k.hears(discordtest.To(asked), "The articles do not answer that.")
	k.gives(k.other, "articles history")
	k.learns("What was changed")
	k.gives(k.other, "articles undo")
	k.learns("taken back")
	k.hears(discordtest.To(asked), "This was asked", "1872")
	k.settle(t)
}

// What is exported is loaded again as it was.
func TestArticlesAreExportedInDiscord(t *testing.T) {
	k := keeping(t)
	k.gives(k.other, "articles export")
	exported := k.learns("5 articles")
	if len(exported.Files) != 1 || !strings.HasSuffix(exported.Files[0].Name, ".zip") {
		t.Fatalf("it sends %d files", len(exported.Files))
	}
	direct := k.discord.Direct(k.other)
	k.discord.Tell(k.discord.MessageWith(k.other, direct, "add", exported.Files...))
	k.hears(inTheEnd(discordtest.To(direct)), "5 there already")
	k.gives(k.other, "insights export")
	if table := k.learns(); len(table.Files) > 1 {
		t.Errorf("it sends %d tables", len(table.Files))
	}
	k.settle(t)
}

// Who has a role that keepers chose may load, for as long as that is so.
func TestKeepersByRoleInDiscord(t *testing.T) {
	k := keeping(t)
	role := k.guild.Role("Editors", k.asker)
	adds := func(words string) {
		t.Helper()
		k.gives(k.asker, "articles add", "file", canalFile("canal.txt"))
		k.hears(inTheEnd(discordtest.OnlyTo(k.asker, k.channel)), words)
	}
	adds("Only those who look after me")
	k.gives(k.other, "settings keepers", "add", role)
	k.learns("Editors")
	adds("Loaded 1 article")
	k.gives(k.other, "settings keepers", "remove", role)
	k.learns()
	adds("Only those who look after me")
	k.gives(k.other, "settings keepers", "add", k.asker)
	k.learns("Ada")
	adds("1 there already")
	k.settle(t)
}

// What is suggested is of the option that is typed in, under whichever command.
func TestWhatIsTypedBehindArticlesIsCompleted(t *testing.T) {
	k := keeping(t)
	e := k.discord.Autocomplete(k.asker, k.channel, "articles show", discordtest.Option{Name: "article", Value: "Huawei Deny"})
	k.discord.Tell(e)
	choices, _ := k.discord.Await(t, discordtest.Callback(e)).Args["choices"].([]any)
	if len(choices) != 1 {
		t.Errorf("it suggests %v", choices)
	}
	k.settle(t)
}

// Forms and menus work after a restart, for whom they were made and where; forged, foreign
// and late ones load and change nothing.
func TestFormsInDiscord(t *testing.T) {
	k := keeping(t)
	third := k.guild.Person("Eve")
	k.guild.SetAdmin(third, true)
	elsewhere := k.discord.Join("Elsewhere")
	elsewhere.Add(k.other)
	elsewhere.SetAdmin(k.other, true)
	there := elsewhere.Channel("general")
	form := k.opens(k.gives(k.other, "articles add"))
	values := map[string]string{"text": canalText, "title": "The canal"}

	k.stop(t)
	k.start(t)
	refused := func(e discordtest.Event, who *discordtest.Person, channel, words string) {
		t.Helper()
		k.discord.Tell(e)
		k.hears(discordtest.OnlyTo(who, channel), words)
	}
	id := form.Args["custom_id"].(string)
	for _, forged := range []string{"", "loaded", "loaded:", "loaded:AAAAAAAAAAAAAAAAAAAAAA", id[:len(id)-1], "removed" + id[strings.Index(id, ":"):], strings.ToUpper(id)} {
		refused(k.discord.Submit(k.other, form, values).With("data.custom_id", forged), k.other, k.channel, "That can no longer be done.")
	}
	refused(k.discord.Submit(third, form, values), third, k.channel, "Only the person")
	moved := form
	moved.Channel = there
	refused(k.discord.Submit(k.other, moved, values), k.other, there, "That can no longer be done.")
	k.guild.SetAdmin(k.other, false)
	refused(k.discord.Submit(k.other, form, values), k.other, k.channel, "Only those who look after me")
	k.guild.SetAdmin(k.other, true)
	k.hears(discordtest.To(k.asks(canalAsked)), "The articles do not answer that.")

	k.sendsOff(form, values)
	k.learns("Loaded 1 article")
	k.settle(t)
}
