package discord

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"slices"
	"testing"
	"time"
)

// What was put off for everybody, and is then refused, is told to the person alone.
func TestHowAnInteractionIsAnswered(t *testing.T) {
	const (
		callback = "POST /interactions/1/token/callback"
		original = "/webhooks/2/token/messages/@original"
		further  = "POST /webhooks/2/token"
	)
	for _, c := range []struct {
		name   string
		to     call
		late   bool // it is put off
		known  bool // Discord has an answer already
		before bool // it came before a restart
		aside  bool // it is said to the person alone
		want   []string
	}{
		{name: "a command", want: []string{callback + " 4"}},
		{name: "a command, to one", to: call{aside: true}, aside: true, want: []string{callback + " 4 alone"}},
		{name: "a late command", late: true, want: []string{callback + " 5", "PATCH " + original}},
		{name: "a late command, to one", to: call{aside: true}, late: true, aside: true, want: []string{callback + " 5 alone", "PATCH " + original}},
		{name: "a late refusal", late: true, aside: true, want: []string{callback + " 5", "DELETE " + original, further + " alone"}},
		{name: "a press", to: call{pressed: true}, want: []string{callback + " 4"}},
		{name: "a late press", to: call{pressed: true}, late: true, want: []string{callback + " 6", further}},
		{name: "a late press, to one", to: call{pressed: true, aside: true}, late: true, aside: true, want: []string{callback + " 6", further + " alone"}},
		{name: "a command taken at once, which nobody heard", known: true, want: []string{callback + " 4"}},
		{name: "a press taken at once, which nobody heard", to: call{pressed: true}, known: true, want: []string{callback + " 4"}},
		{name: "a command put off before a restart", known: true, before: true, want: []string{callback + " 4", "PATCH " + original}},
		{name: "a press put off before a restart", to: call{pressed: true}, known: true, before: true, want: []string{callback + " 4", "GET " + original, further}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				got = append(got, summary(r))
				if c.known && len(got) == 1 {
					w.WriteHeader(http.StatusBadRequest)
					fmt.Fprintf(w, `{"code":%d,"message":"known"}`, alreadyAcknowledged)
				}
			}))
			defer s.Close()
			c.to.id, c.to.app, c.to.token = "1", "2", "token"
			r := &response{call: &c.to, api: newAPI(Config{API: s.URL}), work: t.Context()}
			if !c.before {
				r.putOffAfter(time.Hour)
			}
			if c.late {
				r.putOff()
			}
			if _, err := r.say(t.Context(), []message{{Content: "so"}}, c.aside); err != nil {
				t.Fatal(err)
			}
			if r.putOff(); !slices.Equal(got, c.want) {
				t.Errorf("it sends %q, want %q", got, c.want)
			}
		})
	}
}

// summary names a request, with its kind, and whether it is for one person alone.
func summary(r *http.Request) string {
	var body struct {
		Type  int `json:"type"`
		Flags int `json:"flags"`
		Data  struct {
			Flags int `json:"flags"`
		} `json:"data"`
	}
	_ = json.NewDecoder(r.Body).Decode(&body) // of a request without one it stays empty
	said := r.Method + " " + r.URL.Path[len("/api/v9"):]
	if body.Type != 0 {
		said += fmt.Sprint(" ", body.Type)
	}
	if body.Flags == 64 || body.Data.Flags == 64 {
		said += " alone"
	}
	return said
}
