package slack

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"mime"
	"net"
	"net/http"
	"net/url"
	"time"

	"github.com/slack-go/slack"
	"golang.org/x/time/rate"

	"verbatim/bot/adapter"
	"verbatim/bot/vitals"
)

const (
	longestBody = 4 << 20 // bytes; what a person can write comes with more than one
	form        = "application/x-www-form-urlencoded"
)

// endpoint is where Slack posts events, interactions and commands.
type endpoint struct {
	log    *slog.Logger
	secret string
	take   func(d delivery, acknowledge func()) bool
	ready  func() // is called when it listens
	link   *vitals.Link
	doubts *rate.Sometimes // how often the log tells of what is not signed
}

// lastRequests is how long requests that have come are waited for at the end: each waits
// for the disk alone.
const lastRequests = 2 * adapter.NoteTime

// serve listens until ctx ends, and then answers the requests that have come.
func (e endpoint) serve(ctx context.Context, address string) error {
	listener, err := net.Listen("tcp", address)
	if err != nil {
		return fmt.Errorf("--slack-http: %w", err)
	}
	e.log.Info("listening for Slack", "address", listener.Addr().String(), "path", eventsPath)
	e.ready()
	e.link.Opened()
	defer e.link.Closed()
	server := e.server()
	stopped := make(chan error, 1)
	go func() { stopped <- server.Serve(listener) }()
	select {
	case err := <-stopped:
		return fmt.Errorf("--slack-http: %w", err)
	case <-ctx.Done():
	}
	last, cancel := context.WithTimeout(context.WithoutCancel(ctx), lastRequests)
	defer cancel()
	if err := server.Shutdown(last); err != nil {
		e.log.Warn("some requests of Slack are cut off", "error", err)
	}
	return nil
}

// server leaves no room for those who are slow or large on purpose.
func (e endpoint) server() *http.Server {
	return &http.Server{
		Handler:           e.handler(),
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       10 * time.Second,
		WriteTimeout:      10 * time.Second,
		IdleTimeout:       2 * time.Minute,
		MaxHeaderBytes:    16 << 10,
		ErrorLog:          slog.NewLogLogger(e.log.Handler(), slog.LevelDebug),
	}
}

func (e endpoint) handler() http.Handler {
	e.doubts = &rate.Sometimes{First: 1, Interval: time.Minute} // anybody may send such
	mux := http.NewServeMux()
	mux.HandleFunc("POST "+eventsPath, e.receive)
	return mux
}

// receive reads nothing of a body that cannot be Slack's by its headers, and does nothing
// with one before it is known to be.
func (e endpoint) receive(w http.ResponseWriter, r *http.Request) {
	genuine := verifier(r.Header, e.secret)
	if genuine == nil {
		e.doubt(w)
		return
	}
	body, err := io.ReadAll(io.TeeReader(http.MaxBytesReader(w, r.Body, longestBody), genuine))
	if errors.As(err, new(*http.MaxBytesError)) {
		w.WriteHeader(http.StatusRequestEntityTooLarge)
		return
	}
	if err != nil {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	if genuine.Ensure() != nil {
		e.doubt(w)
		return
	}
	d, err := unpack(r.Header.Get("Content-Type"), body)
	if err != nil {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	if challenge, ok := challenged(d); ok {
		w.Header().Set("Content-Type", "text/plain")
		io.WriteString(w, challenge) // where it does not arrive Slack asks again
		return
	}
	e.answer(w, r, d)
}

// doubt refuses what is not known to be Slack's.
func (e endpoint) doubt(w http.ResponseWriter) {
	e.doubts.Do(func() {
		e.log.Warn("something is refused that is not signed as Slack signs now: if nothing of Slack's is answered, SLACK_SIGNING_SECRET is another app's, or the clock is off by more than five minutes")
	})
	w.WriteHeader(http.StatusUnauthorized)
}

// answer has Slack wait until the payload is noted on disk.
func (e endpoint) answer(w http.ResponseWriter, r *http.Request, d delivery) {
	acknowledged := make(chan struct{})
	if !e.take(d, func() { close(acknowledged) }) {
		w.WriteHeader(http.StatusServiceUnavailable)
		return
	}
	select {
	case <-acknowledged:
		w.WriteHeader(http.StatusOK)
	case <-r.Context().Done():
	}
}

// verifier returns what tells, once the body is written to it, whether Slack signed that
// within the last five minutes; nil where the headers say already that it did not. Each has
// to be there once: which of two is meant cannot be known.
func verifier(header http.Header, secret string) *slack.SecretsVerifier {
	if len(header.Values("X-Slack-Signature")) != 1 || len(header.Values("X-Slack-Request-Timestamp")) != 1 {
		return nil
	}
	v, err := slack.NewSecretsVerifier(header, secret)
	if err != nil {
		return nil
	}
	return &v
}

// unpack brings a request to the form in which Socket Mode delivers the same.
func unpack(contentType string, body []byte) (delivery, error) {
	if kind, _, _ := mime.ParseMediaType(contentType); kind != form {
		return delivery{eventPayload, body}, validJSON(body)
	}
	fields, err := url.ParseQuery(string(body))
	if err != nil {
		return delivery{}, err
	}
	if payload := []byte(fields.Get("payload")); len(payload) > 0 {
		return delivery{interactionPayload, payload}, validJSON(payload)
	}
	command := map[string]string{}
	for name := range fields {
		command[name] = fields.Get(name)
	}
	payload, err := json.Marshal(command)
	return delivery{commandPayload, payload}, err
}

func validJSON(payload []byte) error {
	if !json.Valid(payload) {
		return errors.New("that is no JSON")
	}
	return nil
}

// challenged returns what Slack wants to hear when the address is entered in the app's settings.
func challenged(d delivery) (string, bool) {
	var asked struct {
		Type      string `json:"type"`
		Challenge string `json:"challenge"`
	}
	if d.Kind != eventPayload || !bytes.Contains(d.Payload, []byte("url_verification")) || json.Unmarshal(d.Payload, &asked) != nil {
		return "", false
	}
	return asked.Challenge, asked.Type == "url_verification"
}
