package main

import (
	"encoding/json"
	"strings"
	"testing"

	"verbatim/bot/discord/discordtest"
)

// A quote is shown whole, in as many messages as it takes, each of which Discord takes.
func TestQuotesOfAnyLengthInDiscord(t *testing.T) {
	t.Parallel()
	s := newInDiscord(t)
	sentences := map[string]string{}
	var lines strings.Builder
	e := json.NewEncoder(&lines)
	for subject, length := range map[string]int{
		"zebra": 100, "walrus": 2000, "lemur": 3001, "badger": 4000, "ocelot": 4096, // which is as long as a sentence is
	} {
		sentence := "The " + subject + " sleeps"
		for len(sentence) < length-1 {
			sentence += " *well* and <@1> |still|"
		}
		sentences[subject] = strings.TrimSpace(sentence[:length-1]) + "."
		if err := e.Encode(map[string]string{"id": subject, "lang": "en", "text": sentences[subject]}); err != nil {
			t.Fatal(err)
		}
	}
	verbatim(t, lines.String(), "load", "--db", s.home+"/data/verbatim/verbatim.db", "--library", "discord:"+s.guild.ID, "--seeds", "none", "-")
	s.start(t)
	k := s.talk(t)
	threads := map[string]string{}
	for subject := range sentences {
		threads[subject] = k.asks("What does the " + subject + " do?")
		first := k.discord.Await(t, discordtest.To(threads[subject]))
		if label := discordtest.Buttons(first)[0].Label; label == "Nearest passages" { // so long a sentence is no answer
			k.presses(k.asker, first, label)
			k.discord.Await(t, discordtest.To(threads[subject]))
		}
	}
	s.stop(t)
	shown := map[string]string{}
	for _, c := range s.discord.Calls() {
		if c.Says() {
			shown[c.Channel] += descriptions(c)
		}
	}
	for subject, sentence := range sentences {
		if got := shown[threads[subject]]; withoutBlanks(got) != withoutBlanks(sentence) {
			t.Errorf("of %d characters it shows %d: %.300q", len(sentence), len(got), got)
		}
	}
}

// descriptions returns what is quoted in the embeds of a message, as it is read.
func descriptions(c discordtest.Call) (quoted string) {
	for _, e := range c.Embeds {
		description, _ := e.(map[string]any)["description"].(string)
		quoted += asRead(description) + "\n"
	}
	return quoted
}

func withoutBlanks(s string) string { return strings.Join(strings.Fields(s), "") }
