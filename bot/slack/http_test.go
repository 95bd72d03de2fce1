package slack

import (
	"bytes"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strconv"
	"strings"
	"testing"
	"time"

	"verbatim/bot/slack/slacktest"
)

const secret = "8f742231b10e8888abcd99yyyzzz85a5"

// listening returns the endpoint, and what it has taken.
func listening() (http.Handler, *[]delivery) {
	taken := &[]delivery{}
	e := endpoint{log: slog.New(slog.DiscardHandler), secret: secret, take: func(d delivery, acknowledge func()) bool {
		*taken = append(*taken, d)
		acknowledge()
		return true
	}}
	return e.handler(), taken
}

// request is a POST to the endpoint.
func request(header http.Header, body []byte) *http.Request {
	r := httptest.NewRequest(http.MethodPost, eventsPath, bytes.NewReader(body))
	r.Header = header
	return r
}

func status(h http.Handler, r *http.Request) int {
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w.Code
}

func TestTheEndpointTakesWhatSlackSigned(t *testing.T) {
	w := slacktest.New(t).Install("T1")
	press := w.Command("U1", "C1", "/ask", "who?") // made into an interaction below
	press.Type, press.Payload = interactionPayload, map[string]any{"type": "block_actions"}
	for _, c := range []struct {
		r    slacktest.Request
		kind string
		want string
	}{
		{w.Mention("U1", "C1", "", "who?"), eventPayload, `"event_callback"`},
		{press, interactionPayload, `"block_actions"`},
		{w.Command("U1", "C1", "/ask", "who & what?"), commandPayload, `"text":"who \u0026 what?"`},
	} {
		h, taken := listening()
		body, contentType := c.r.Body(t)
		r := request(slacktest.Sign(secret, body, time.Now()), body)
		r.Header.Set("Content-Type", contentType)
		if got := status(h, r); got != http.StatusOK || len(*taken) != 1 {
			t.Errorf("%s: status %d, %d taken", c.kind, got, len(*taken))
			continue
		}
		if d := (*taken)[0]; d.Kind != c.kind || !strings.Contains(string(d.Payload), c.want) {
			t.Errorf("%s is taken as %s: %s", c.kind, d.Kind, d.Payload)
		}
	}
}

func TestTheEndpointAnswersTheChallenge(t *testing.T) {
	h, taken := listening()
	body := []byte(`{"type":"url_verification","challenge":"3eZbrw1a"}`)
	w := httptest.NewRecorder()
	h.ServeHTTP(w, request(slacktest.Sign(secret, body, time.Now()), body))
	if w.Code != http.StatusOK || w.Body.String() != "3eZbrw1a" || len(*taken) != 0 {
		t.Errorf("the challenge is answered %d %q", w.Code, w.Body)
	}
	if got := status(h, request(slacktest.Sign("another", body, time.Now()), body)); got != http.StatusUnauthorized {
		t.Errorf("a forged challenge is answered %d", got)
	}
}

// Where the clock is off, or the secret another app's, nothing of Slack's is taken: that is
// told, and not as often as somebody likes to have the disk filled.
func TestWhatIsNotSignedIsToldOfSeldom(t *testing.T) {
	for name, sign := range map[string]func(body []byte) http.Header{
		"the clock":  func(body []byte) http.Header { return slacktest.Sign(secret, body, time.Now().Add(-time.Hour)) },
		"the secret": func(body []byte) http.Header { return slacktest.Sign("another", body, time.Now()) },
	} {
		t.Run(name, func(t *testing.T) {
			var log bytes.Buffer
			h := endpoint{log: slog.New(slog.NewTextHandler(&log, nil)), secret: secret}.handler()
			for range 100 {
				status(h, request(sign([]byte("{}")), []byte("{}")))
			}
			if n := strings.Count(log.String(), "SLACK_SIGNING_SECRET"); n != 1 || strings.Contains(log.String(), secret) {
				t.Errorf("it is told of %d times: %s", n, &log)
			}
		})
	}
}

func TestTheEndpointReadsTheBodyAlone(t *testing.T) {
	h, taken := listening()
	body := []byte("command=%2Fask&text=who")
	r := request(slacktest.Sign(secret, body, time.Now()), body)
	r.Header.Set("Content-Type", form)
	r.URL.RawQuery = url.Values{"payload": {`{"type":"block_actions"}`}, "text": {"what"}}.Encode()
	if got := status(h, r); got != http.StatusOK || (*taken)[0].Kind != commandPayload || strings.Contains(string((*taken)[0].Payload), "what") {
		t.Errorf("status %d, taken %q", got, *taken)
	}
}

func TestTheEndpointRefuses(t *testing.T) {
	small, now := []byte(`{}`), time.Now()
	signed := func(body []byte, at time.Time) *http.Request { return request(slacktest.Sign(secret, body, at), body) }
	with := func(change func(*http.Request)) *http.Request {
		r := signed(small, now)
		change(r)
		return r
	}
	large := bytes.Repeat([]byte(" "), longestBody+1)
	for name, c := range map[string]struct {
		r    *http.Request
		want int
	}{
		"a request of long ago":     {signed(small, now.Add(-6*time.Minute)), http.StatusUnauthorized},
		"a request of the future":   {signed(small, now.Add(6*time.Minute)), http.StatusUnauthorized},
		"a request before all time": {signed(small, time.Unix(-1<<62, 0)), http.StatusUnauthorized},
		"no signature":              {with(func(r *http.Request) { r.Header.Del("X-Slack-Signature") }), http.StatusUnauthorized},
		"two signatures":            {with(func(r *http.Request) { r.Header.Add("X-Slack-Signature", "v0=00") }), http.StatusUnauthorized},
		"no time":                   {with(func(r *http.Request) { r.Header.Del("X-Slack-Request-Timestamp") }), http.StatusUnauthorized},
		"two times":                 {with(func(r *http.Request) { r.Header.Add("X-Slack-Request-Timestamp", "1") }), http.StatusUnauthorized},
		"a time that is none":       {with(func(r *http.Request) { r.Header.Set("X-Slack-Request-Timestamp", "now") }), http.StatusUnauthorized},
		"a signature of another version": {with(func(r *http.Request) {
			r.Header.Set("X-Slack-Signature", "v1"+r.Header.Get("X-Slack-Signature")[2:])
		}), http.StatusUnauthorized},
		"too much":           {signed(large, now), http.StatusRequestEntityTooLarge},
		"what is no JSON":    {signed([]byte(`{`), now), http.StatusBadRequest},
		"another method":     {with(func(r *http.Request) { r.Method = http.MethodGet }), http.StatusMethodNotAllowed},
		"another path":       {with(func(r *http.Request) { r.URL.Path = "/" }), http.StatusNotFound},
		"a path below it":    {with(func(r *http.Request) { r.URL.Path += "/more" }), http.StatusNotFound},
		"a form of no press": {with(func(r *http.Request) { r.Header.Set("Content-Type", form) }), http.StatusOK},
	} {
		h, taken := listening()
		if got := status(h, c.r); got != c.want || len(*taken) > 0 && c.want != http.StatusOK {
			t.Errorf("%s: status %d, want %d; %d taken", name, got, c.want, len(*taken))
		}
	}
}

// unread is a body that must not be read.
type unread struct{ t *testing.T }

func (u unread) Read([]byte) (int, error) {
	u.t.Error("the body is read")
	return 0, io.EOF
}

func TestABodyIsNotReadWhereTheHeadersAreNotSlacks(t *testing.T) {
	for name, header := range map[string]http.Header{
		"none": {},
		"odd":  {"X-Slack-Signature": {"v0=odd"}, "X-Slack-Request-Timestamp": {strconv.FormatInt(time.Now().Unix(), 10)}},
		"old":  slacktest.Sign(secret, nil, time.Now().Add(-time.Hour)),
	} {
		h, _ := listening()
		r := request(header, nil)
		r.Body = io.NopCloser(unread{t})
		if got := status(h, r); got != http.StatusUnauthorized {
			t.Errorf("%s: status %d", name, got)
		}
	}
}

func TestWhatIsNotTakenComesAgain(t *testing.T) {
	e := endpoint{log: slog.New(slog.DiscardHandler), secret: secret, take: func(delivery, func()) bool { return false }}
	body := []byte(`{}`)
	if got := status(e.handler(), request(slacktest.Sign(secret, body, time.Now()), body)); got != http.StatusServiceUnavailable {
		t.Errorf("status %d", got)
	}
}

func TestTheEndpointHoldsNobodyForLong(t *testing.T) {
	server := endpoint{log: slog.New(slog.DiscardHandler)}.server()
	for name, limit := range map[string]time.Duration{
		"a header": server.ReadHeaderTimeout, "a request": server.ReadTimeout, "an answer": server.WriteTimeout,
	} {
		if limit <= 0 || limit > 10*time.Second {
			t.Errorf("%s may take %s", name, limit)
		}
	}
	server.ReadHeaderTimeout, server.ReadTimeout = 50*time.Millisecond, 100*time.Millisecond
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	go server.Serve(listener) // until it is closed
	defer server.Close()
	for i := range 500 {
		conn, err := net.Dial("tcp", listener.Addr().String())
		if err != nil {
			t.Fatal(err)
		}
		defer conn.Close()
		begun := "POST " + eventsPath + " HTTP/1.1\r\nHost: verbatim\r\n"
		if i%2 == 0 {
			begun += "Content-Length: 100\r\n\r\n{"
		}
		if _, err := io.WriteString(conn, begun); err != nil {
			t.Fatal(err)
		}
		defer io.Copy(io.Discard, conn) // returns when the server ends the connection
	}
}
