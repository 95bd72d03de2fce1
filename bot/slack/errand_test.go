package slack

import (
	"errors"
	"strings"
	"testing"

	"verbatim/bot"
	"verbatim/bot/slack/slacktest"
)

var home = team{id: "T1"}

// posts is a reply of so many posts, each beginning with a word.
func posts(n int, word string) bot.Reply {
	var r bot.Reply
	for range n {
		r.Blocks = append(r.Blocks, bot.Paragraph(word+strings.Repeat(" a", 1900)))
	}
	return r
}

// read returns how what stands in a channel begins, and holds its threads to be one.
func (r *running) read(t *testing.T, channel, thread string) string {
	t.Helper()
	var words []string
	for i, c := range r.slack.Standing(channel) {
		if c.Thread != thread && (i == 0 || thread != "") {
			t.Errorf("%q stands in the thread %q", c.Text[:10], c.Thread)
		}
		words = append(words, strings.Fields(c.Text)[0])
	}
	return strings.Join(words, " ")
}

func TestAnErrandIsPostedInItsPlace(t *testing.T) {
	r := prepare(t)
	c := r.chatOf(t)
	in := r.reads(t, r.home.Mention("U1", "C1", "5.0", "who?"))
	if err := c.run(home, bot.Errand{ID: "1", Place: c.able(in).Place, Reply: posts(3, "now")}); err != nil {
		t.Fatal(err)
	}
	if got := r.read(t, "C1", "5.0"); got != "now now now" {
		t.Errorf("it reads %s", got)
	}
	for _, call := range r.slack.Calls() {
		if call.Method == "chat.postMessage" && (call.Args["parse"] != "none" || call.Args["link_names"] != "false") {
			t.Errorf("it may ping: %v", call.Args)
		}
	}
}

func TestAnErrandThatIsBrokenOffGoesOn(t *testing.T) {
	r := prepare(t)
	e := bot.Errand{ID: "1", Place: standing{Channel: "C1", Thread: "5.0"}.String(), Reply: posts(3, "now")}
	r.slack.Fail("chat.postMessage", 1, slacktest.Fault{})
	r.slack.Fail("chat.postMessage", 1, slacktest.Fault{Error: "fatal_error"})
	if err := r.chatOf(t).run(home, e); err == nil || errors.As(err, new(bot.Hopeless)) {
		t.Fatalf("it ends with %v", err)
	}
	if err := r.chatOf(t).run(home, e); err != nil { // as after a restart
		t.Fatal(err)
	}
	if got := r.read(t, "C1", "5.0"); got != "now now now" {
		t.Errorf("it reads %s", got)
	}
}

// What Slack may have posted is not posted again.
func TestAnErrandIsNotRepeatedWhereItMayBeDone(t *testing.T) {
	r := prepare(t)
	r.slack.Fail("chat.postMessage", 1, slacktest.Fault{Lost: true})
	if err := r.chatOf(t).run(home, bot.Errand{ID: "1", Place: standing{Channel: "C1"}.String(), Reply: posts(1, "now")}); err != nil {
		t.Fatal(err)
	}
	if got := r.read(t, "C1", ""); got != "now" {
		t.Errorf("it reads %s", got)
	}
}

func TestWhatWasSaidIsChanged(t *testing.T) {
	for name, c := range map[string]struct {
		was, is int
		thread  string
		want    string
		times   int
	}{
		"as much":               {2, 2, "5.0", "now now", 2},
		"more":                  {1, 3, "5.0", "now now now", 1},
		"more, where no thread": {1, 2, "", "now now", 1},
		"less":                  {3, 1, "5.0", "now", 2},
		"nothing":               {2, 0, "5.0", "was was", 2},
	} {
		t.Run(name, func(t *testing.T) {
			r := prepare(t)
			chat := r.chatOf(t)
			in := r.reads(t, r.home.Mention("U1", "C1", "5.0", "who?"))
			in.at.thread = c.thread
			stands, err := chat.post.reply(t.Context(), in, posts(c.was, "was"))
			if err != nil || len(stands.Posts) != c.was {
				t.Fatalf("it stands at %v, %v", stands, err)
			}
			for range c.times { // the second time there is nothing to be done
				if err := chat.run(home, bot.Errand{ID: "1", Sent: stands.String(), Reply: posts(c.is, "now")}); err != nil {
					t.Fatal(err)
				}
			}
			all := r.slack.Standing("C1")
			if got := r.read(t, "C1", c.thread); got != c.want {
				t.Errorf("it reads %s", got)
			}
			if last := all[len(all)-1]; c.thread == "" && last.Thread != stands.Posts[0] {
				t.Errorf("what is added stands in the thread %q", last.Thread)
			}
		})
	}
}

func TestWhichErrandsAreHopeless(t *testing.T) {
	for err, hopeless := range map[string]bool{
		"channel_not_found": true, "message_not_found": true, "cant_update_message": true, "is_archived": true,
		"not_in_channel": true, "edit_window_closed": true, "thread_not_found": true, "msg_too_long": true,
		"missing_scope": false, "token_revoked": false, "internal_error": false, "fatal_error": false,
	} {
		r := prepare(t)
		r.slack.Fail("chat.update", 1, slacktest.Fault{Error: err})
		got := r.chatOf(t).run(home, bot.Errand{ID: "1", Sent: `{"channel":"C1","posts":["1.0"]}`, Reply: says("now")})
		if got == nil || errors.As(got, new(bot.Hopeless)) != hopeless {
			t.Errorf("%s gives %v", err, got)
		}
	}
	c := prepare(t).chatOf(t)
	for name, e := range map[string]bot.Errand{
		"no place":       {ID: "1", Reply: says("now")},
		"another's form": {ID: "1", Place: "#news", Reply: says("now")},
	} {
		if err := c.run(home, e); !errors.As(err, new(bot.Hopeless)) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if err := c.run(team{id: "T9"}, bot.Errand{ID: "1", Place: `{"channel":"C1"}`, Reply: says("now")}); !errors.As(err, new(bot.Hopeless)) {
		t.Errorf("of a workspace without a token: %v", err)
	}
}
