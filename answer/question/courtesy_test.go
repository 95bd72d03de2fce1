package question

import "testing"

func TestCourtesy(t *testing.T) {
	for text, want := range map[string]bool{
		"hello": true, "Hello!!": true, "Hi, Verbatim": true, "THANKS 🙏": true, "Who are you?": true, "what's up?": true,
		"Good evening, everyone!": true, "thanks team": true, "Merci à tous": true,
		"Qui êtes-vous ?": true, "Привет!": true, "👍": true, "": true,
		"Who are the founders?": false, "hello world program": false, "Thanks to whom?": false, "7": false, "华为": false,
		"good morning ratings": false, "everyone": false, "Yes Minister": false,
	} {
		if got := Courtesy(text); got != want {
			t.Errorf("Courtesy(%q) = %t", text, got)
		}
	}
}
