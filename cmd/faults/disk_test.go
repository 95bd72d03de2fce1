package faults

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// talking is the program with a keeper and somebody who asks in each of the two chats.
type talking struct {
	*serving
	inSlack   *slackChat
	inDiscord *discordChat
	keepers   []seat
	askers    []seat
	asked     int
}

// newTalking starts the program on a database in a folder, with what is asked about.
func newTalking(t testing.TB, folder string, flags ...string) *talking {
	s := &talking{serving: newServing(t, folder)}
	s.flags = flags
	s.inSlack, s.inDiscord = newSlackChat(t, s.slack), newDiscordChat(t, s.discord)
	for i, user := range []string{"UKEEPER", "UASKER"} {
		s.slack.SetUser(user, map[string]any{"is_admin": i == 0})
	}
	keeper, asker := s.guild.Person(canaryWord+" keeper"), s.guild.Person(canaryWord)
	s.guild.SetAdmin(keeper, true)
	s.keepers = []seat{
		&slackSeat{slackChat: s.inSlack, team: s.team, user: "UKEEPER", channel: "CKEEPER"},
		&discordSeat{discordChat: s.inDiscord, person: keeper, channel: s.guild.Channel("keeper")},
	}
	s.askers = []seat{
		&slackSeat{slackChat: s.inSlack, team: s.team, user: "UASKER", channel: "CASKER"},
		&discordSeat{discordChat: s.inDiscord, person: asker, channel: s.guild.Channel("asker")},
	}
	s.begin()
	for _, k := range s.keepers {
		loaded, ok := k.load("bridge.txt", bridgeText)
		holds(k, loaded, ok, "Loaded")
	}
	return s
}

// answers has everybody ask in every way, which has to be answered as ever.
func (s *talking) answers() {
	s.Helper()
	for _, a := range append(s.askers, s.keepers...) {
		s.asked++
		said, ok := a.mention(aboutOpening)
		holds(a, said, ok, onOpening)
		said, ok = a.command("ask", "question", aboutTrams)
		holds(a, said, ok, onTrams)
		said, ok = a.direct(aboutCup)
		holds(a, said, ok, notAnswered)
	}
}

// settle ends the program and holds it to have answered all, once, and left a sound file.
func (s *talking) settle() {
	s.Helper()
	s.finish()
	both := &soak{serving: s.serving, inSlack: s.inSlack, inDiscord: s.inDiscord}
	both.settle()
	s.must("", "check")
}

// ready returns the status of /readyz, and what it says.
func (s *talking) ready() (status int, text string) {
	text, status = s.page("/readyz")
	return status, text
}

// largeText is an article that takes so many bytes, with a word of its own.
func largeText(word string, bytes int) string {
	line := fmt.Sprintf("The %s of %s goes on and on, mile after mile, and nobody who walks it has seen its end. ", word, canaryWord)
	return strings.Repeat(line, bytes/len(line)+1)
}

// smallDisk is so many bytes of a disk, as root can make one.
const smallDisk = 16 << 20

// The disk fills up while the bot runs. What has no room is refused in one line, in the chat
// and at the command line; everything else is answered as before; /readyz says so; and once
// there is room again all works, without a new start.
func TestDiskFull(t *testing.T) {
	at := t.TempDir()
	if err := syscall.Mount("small", at, "tmpfs", 0, fmt.Sprint("size=", smallDisk)); err != nil {
		t.Skipf("needs root, to mount a small disk: %v", err)
	}
	t.Cleanup(func() { syscall.Unmount(at, syscall.MNT_DETACH) })
	s := newTalking(t, at)
	s.answers()
	for round := range count(1, 5) {
		ballast := filepath.Join(at, "ballast")
		fill(t, ballast)
		refused := 0
		for i := 0; refused < 2*len(s.keepers) && i < 200; i++ {
			k := s.keepers[i%len(s.keepers)]
			said, ok := k.load(fmt.Sprintf("full%d-%d.txt", round, i), largeText(fmt.Sprintf("full%dx%d", round, i), 100<<10))
			if ok && !strings.Contains(said.words, "Loaded") {
				t.Logf("a load is refused with %q", said.words)
				refused++
			}
		}
		if refused == 0 {
			t.Error("no load is refused")
		}
		if _, errs, status := s.run(largeText("full", 1<<20), "load", "--library", "slack:T1", "-"); status != failed || !oneLine(errs) {
			t.Errorf("load ends with %d: %q", status, errs)
		} else {
			t.Logf("load says %q", errs)
		}
		began := time.Now()
		s.answers()
		status, text := s.ready()
		t.Logf("on the full disk the answers took %s; /readyz: %d %q", time.Since(began), status, text)
		if status != 503 {
			t.Errorf("/readyz says %d %q", status, text)
		}
		if err := os.Remove(ballast); err != nil {
			t.Fatal(err)
		}
		for i, k := range s.keepers {
			word := fmt.Sprintf("room%dx%d", round, i)
			said, ok := k.load(word+".txt", largeText(word, 50<<10))
			holds(k, said, ok, "Loaded")
			answer, ok := k.mention("What is said of the " + word + "?")
			holds(k, answer, ok, word)
		}
		s.answers()
		if status, text := s.ready(); status != 200 {
			t.Errorf("with room again /readyz says %d %q", status, text)
		}
	}
	s.settle()
}

// fill writes a file until the disk is full.
func fill(t testing.TB, path string) {
	t.Helper()
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for size := 64 << 10; size > 0; {
		if n, err := f.Write(make([]byte, size)); err != nil && n == 0 {
			size /= 16
		}
	}
}
