package slacktest_test

import (
	"testing"

	"github.com/slack-go/slack"

	"verbatim/bot/slack/slacktest"
)

// What is old is forgotten, what is newer stays, and who watches sees each call.
func TestWhatIsOldIsForgotten(t *testing.T) {
	s := slacktest.New(t)
	api := slack.New(s.Install("T1").Token, slack.OptionAPIURL(s.API()))
	watched := 0
	s.Watch(func(slacktest.Call) { watched++ })
	for range 10 {
		if _, _, err := api.PostMessage("C1", slack.MsgOptionText("Yes.", false)); err != nil {
			t.Fatal(err)
		}
	}
	s.ForgetAllBut(3)
	if left := s.Standing("C1"); len(left) != 3 || watched != 10 {
		t.Errorf("%d messages are left, and %d calls were seen", len(left), watched)
	}
}
