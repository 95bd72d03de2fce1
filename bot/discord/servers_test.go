package discord

import "testing"

// Threads that were archived while there was no connection are in no event any more.
func TestWhatAServerDoesNotTellOfAgainIsNotKept(t *testing.T) {
	s := newServers()
	for _, event := range []string{
		`{"id": "1", "channels": [{"id": "2"}], "threads": [{"id": "3", "type": 11}]}`,
		`{"id": "1", "channels": [{"id": "2"}], "threads": [{"id": "4", "type": 11}]}`,
	} {
		if err := s.note(0, "GUILD_CREATE", []byte(event)); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.note(0, "GUILD_UPDATE", []byte(`{"id": "1", "name": "Home"}`)); err != nil { // which tells of no channel
		t.Fatal(err)
	}
	for id, want := range map[string]bool{"2": true, "3": false, "4": true} {
		if _, known := s.channel("1", id); known != want {
			t.Errorf("channel %s is known: %t", id, known)
		}
	}
}
