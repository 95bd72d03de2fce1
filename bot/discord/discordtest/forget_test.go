package discordtest_test

import (
	"testing"

	"verbatim/bot/discord/discordtest"
)

// What is old is forgotten, what is newer stays, who watches sees each call, and a
// connection goes on.
func TestWhatIsOldIsForgotten(t *testing.T) {
	s := discordtest.New(t)
	channel := s.Join("Home").Channel("general")
	d, messages, _ := connected(t, s)
	watched := 0
	s.Watch(func(c discordtest.Call) {
		if c.Says() {
			watched++
		}
	})
	var last string
	for range 10 {
		m, err := d.ChannelMessageSendComplex(channel, said("Yes."))
		if err != nil {
			t.Fatal(err)
		}
		last = m.ID
		<-messages
	}
	s.ForgetAllBut(3)
	if left := len(s.Calls()); left != 3 || watched != 10 || !s.Shows(last) {
		t.Errorf("%d calls are left, and %d were seen; the last message is there: %t", left, watched, s.Shows(last))
	}
	e := s.Message(s.Guilds()[0].Person("Ada"), channel, "hello")
	s.Tell(e)
	if m := <-messages; m.ID != e.ID() {
		t.Errorf("it hears %s, not %s", m.ID, e.ID())
	}
}
