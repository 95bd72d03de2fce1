package slack

import (
	"math/rand/v2"
	"net/http"
	"strconv"
	"testing"
	"time"

	"verbatim/bot/slack/slacktest"
)

// forgeries change a request that Slack signed so that it must not be taken any more.
var forgeries = []func(r *rand.Rand, header http.Header, body []byte) []byte{
	func(r *rand.Rand, _ http.Header, body []byte) []byte { // another body
		body[r.IntN(len(body))] ^= 1 << r.IntN(8)
		return body
	},
	func(r *rand.Rand, _ http.Header, body []byte) []byte { return body[:r.IntN(len(body))] },
	func(_ *rand.Rand, _ http.Header, body []byte) []byte { return append(body, ' ') },
	func(r *rand.Rand, header http.Header, body []byte) []byte { // another signature
		signature := []byte(header.Get("X-Slack-Signature"))
		signature[r.IntN(len(signature))] ^= 1 << r.IntN(5) // a letter's case, which is bit 5, does not matter
		header.Set("X-Slack-Signature", string(signature))
		return body
	},
	func(r *rand.Rand, header http.Header, body []byte) []byte { // another secret
		header.Set("X-Slack-Signature", slacktest.Sign(strconv.Itoa(r.Int()), body, time.Now()).Get("X-Slack-Signature"))
		return body
	},
	func(r *rand.Rand, header http.Header, body []byte) []byte { // another time, under the same signature
		stamp, _ := strconv.Atoi(header.Get("X-Slack-Request-Timestamp"))
		header.Set("X-Slack-Request-Timestamp", strconv.Itoa(stamp-1-r.IntN(200)))
		return body
	},
	func(r *rand.Rand, header http.Header, body []byte) []byte { // signed, and late or early
		at := time.Duration(301+r.IntN(1e6)) * time.Second
		if r.IntN(2) == 0 {
			at = -at - time.Minute
		}
		for name, values := range slacktest.Sign(secret, body, time.Now().Add(-at)) {
			header[name] = values
		}
		return body
	},
	func(r *rand.Rand, header http.Header, body []byte) []byte { // a header missing, or there twice
		name := []string{"X-Slack-Signature", "X-Slack-Request-Timestamp"}[r.IntN(2)]
		if header.Add(name, header.Get(name)); r.IntN(2) == 0 {
			header.Del(name)
		}
		return body
	},
}

func TestNothingForgedOrLateIsTaken(t *testing.T) {
	h, taken := listening()
	r := rand.New(rand.NewPCG(1, 2))
	const genuine = `{"type":"event_callback","team_id":"T1","event_id":"Ev1","event":{"type":"app_mention","text":"who?"}}`
	for i := range 100_000 {
		body := []byte(genuine)
		header := slacktest.Sign(secret, body, time.Now())
		body = forgeries[i%len(forgeries)](r, header, body)
		if got := status(h, request(header, body)); got != http.StatusUnauthorized || len(*taken) > 0 {
			t.Fatalf("request %d is answered %d: %q %q", i, got, header, body)
		}
	}
}
