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
func newTalking(t testing.TB, folder string) *talking { return talkingOn(newServing(t, folder)) }

// talkingOn starts the program, and has it load what is asked about.
func talkingOn(of *serving) *talking {
	s := &talking{serving: of}
	s.inSlack, s.inDiscord = newSlackChat(s, s.slack), newDiscordChat(s, s.discord)
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
	s.agree()
}

// settle ends the program and holds it to have answered all, once, and left a sound file.
func (s *talking) settle() {
	s.Helper()
	s.finish()
	s.agree()
	s.must("", "check")
}

// agree holds both chats to have answered all so far, and nothing else.
func (s *talking) agree() {
	s.Helper()
	both := &soak{serving: s.serving, inSlack: s.inSlack, inDiscord: s.inDiscord}
	both.settle()
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

// smallDisk is how large the disk is that fills up, in bytes: with more room than that in
// which serve begins to warn.
const smallDisk = 128 << 20

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
	for round := range rounds(t, count(1, 5)) {
		ballast := filepath.Join(at, "ballast")
		fill(t, ballast)
		refused := 0
		for i := 0; refused < 2*len(s.keepers) && i < 200; i++ {
			k := s.keepers[i%len(s.keepers)]
			said, ok := k.load(fmt.Sprintf("full%d-%d.txt", round, i), largeText(fmt.Sprintf("full%dx%d", round, i), 100<<10))
			if ok && !strings.Contains(said.words, "Loaded") {
				holds(k, said, ok, "I have no room left")
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
			word := spelt(1000*round + i)
			said, ok := k.load(word+".txt", largeText(word, 50<<10))
			holds(k, said, ok, "Loaded")
			answer, ok := k.mention("How does the " + word + " go on?")
			holds(k, answer, ok, word)
		}
		s.answers()
		if status, text := s.ready(); status != 200 {
			t.Errorf("with room again /readyz says %d %q", status, text)
		}
	}
	s.settle()
}

// The disk does nothing for a while, and then goes on. What is asked meanwhile waits, and is
// answered then, once, and what was asked before is answered no more when the chat delivers
// it again; nothing ends the program. Where it reads what the disk has not given it yet, all
// of it waits, /healthz too: a page of the mapped file that is not there stops a whole thread,
// and the next collection of garbage waits for that.
func TestDiskStopped(t *testing.T) {
	d := mountDisk(t)
	s := newTalking(t, d.at)
	s.answers()
	told := map[string]int{}
	for round := range rounds(t, count(1, 20)) {
		d.stop()
		began, loaded := time.Now(), make(chan struct{})
		go func() {
			defer close(loaded)
			word := spelt(round)
			said, ok := s.keepers[round%2].load(word+".txt", largeText(word, 100<<10))
			holds(s.keepers[round%2], said, ok, "Loaded")
		}()
		for time.Since(began) < stopped {
			for _, path := range []string{"/healthz", "/readyz"} {
				_, status := s.page(path)
				told[fmt.Sprint(path, " ", status)]++
			}
		}
		d.resume()
		<-loaded
		s.answers()
	}
	t.Logf("while the disk had stopped serve told %v", told)
	s.settle()
}

// stopped is for how long a disk does nothing: longer than a chat waits for an answer.
const stopped = 4 * time.Second

// Now and then a read, a write or a sync fails. What cannot be done is refused, nothing ends
// the program, and once the disk is well all works, without a new start.
func TestDiskFails(t *testing.T) {
	d := mountDisk(t)
	s := newTalking(t, d.at)
	s.answers()
	told := map[string]int{}
	for round := range rounds(t, count(5, 100)) {
		d.fail(3 + round%20)
		for i, k := range s.keepers {
			word := spelt(2*round + i)
			said, ok := k.load(word+".txt", largeText(word, 20<<10))
			told[outcome("load", said, ok, "Loaded")]++
			said, ok = k.mention(aboutOpening)
			told[outcome("question", said, ok, onOpening)]++
			said, ok = s.askers[i].command("ask", "question", aboutTrams)
			told[outcome("question", said, ok, onTrams)]++
		}
		d.fail(0)
		s.answers()
	}
	t.Logf("on the disk that fails: %v", told)
	s.settle()
}

// outcome is what became of something that was asked.
func outcome(of string, what said, came bool, words string) string {
	switch {
	case !came:
		return of + " unanswered"
	case strings.Contains(what.words, words):
		return of + " done"
	case strings.Contains(what.words, "went wrong"):
		return of + " refused"
	}
	return fmt.Sprintf("%s: %.80s", of, what.words)
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
