package slacktest

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"testing"
	"time"
)

// Body returns how a request looks over HTTP, and its content type.
func (r Request) Body(t testing.TB) (body []byte, contentType string) {
	t.Helper()
	const form = "application/x-www-form-urlencoded"
	values := url.Values{}
	switch r.Type {
	case "slash_commands":
		for name, v := range r.Payload {
			values.Set(name, fmt.Sprint(v))
		}
		return []byte(values.Encode()), form
	}
	payload, err := json.Marshal(r.Payload)
	if err != nil {
		t.Fatal(err)
	}
	if r.Type == "interactive" {
		values.Set("payload", string(payload))
		return []byte(values.Encode()), form
	}
	return payload, "application/json"
}

// Sign returns the headers with which Slack signs a body at a time.
func Sign(secret string, body []byte, at time.Time) http.Header {
	stamp := strconv.FormatInt(at.Unix(), 10)
	mac := hmac.New(sha256.New, []byte(secret))
	fmt.Fprintf(mac, "v0:%s:%s", stamp, body)
	return http.Header{
		"X-Slack-Request-Timestamp": {stamp},
		"X-Slack-Signature":         {"v0=" + hex.EncodeToString(mac.Sum(nil))},
	}
}

// Post sends a request to the app over HTTP, signed, and returns what it answers.
func Post(t testing.TB, address, secret string, r Request) (status int, answer string) {
	t.Helper()
	body, contentType := r.Body(t)
	header := Sign(secret, body, time.Now())
	header.Set("Content-Type", contentType)
	if r.Attempt > 0 {
		header.Set("X-Slack-Retry-Num", strconv.Itoa(r.Attempt))
		header.Set("X-Slack-Retry-Reason", r.Reason)
	}
	return PostRaw(t, address, header, body)
}

// PostRaw sends a body with headers of the test's choice.
func PostRaw(t testing.TB, address string, header http.Header, body []byte) (status int, answer string) {
	t.Helper()
	req, err := http.NewRequestWithContext(t.Context(), http.MethodPost, address, bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	req.Header = header
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	said, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	return resp.StatusCode, string(said)
}
