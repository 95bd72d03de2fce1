package bot

import "testing"

func TestSmallTalk(t *testing.T) {
	for text, want := range map[string]bool{
		"hello": true, "Hello!!": true, "Hi, Verbatim": true, "THANKS 🙏": true, "Who are you?": true, "what's up?": true,
		"Qui êtes-vous ?": true, "Привет!": true, "👍": true, "": true,
		"Who are the founders?": false, "hello world program": false, "Thanks to whom?": false, "7": false, "华为": false,
	} {
		if got := smallTalk(text); got != want {
			t.Errorf("smallTalk(%q) = %t", text, got)
		}
	}
}
