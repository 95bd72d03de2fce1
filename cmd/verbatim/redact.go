package main

import (
	"io"
	"regexp"
	"slices"
	"strings"
	"sync"
)

const redacted = "[redacted]"

var (
	// token is any that Slack gives out.
	token = regexp.MustCompile(`\bx(?:ox[a-z]|app)[a-z.]*-[\w.%-]+`)

	// ticket is what follows the path in the address of a socket, or all that follows the
	// host in a response_url: who has it may listen, or speak.
	ticket = regexp.MustCompile(`(\bwss?://[^\s"?]+)\?[^\s"]+|(\bhooks\.slack[\w.-]*/)[^\s"]+`)
)

// redactor writes on, without anything secret, what is written to it: each record of a
// log in one piece, with its message, its attributes and its errors.
type redactor struct {
	to io.Writer

	mu      sync.Mutex
	secrets []string // with what stands in the place of each behind it
	secret  *strings.Replacer
}

// newRedactor returns a redactor that knows these secrets, and those that can be told by their form.
func newRedactor(to io.Writer, secrets []string) *redactor {
	r := &redactor{to: to}
	r.learn(secrets)
	return r
}

// learn has the redactor know more secrets beside those that it knows.
func (r *redactor) learn(secrets []string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, s := range secrets {
		if s != "" && !slices.Contains(r.secrets, s) {
			r.secrets = append(r.secrets, s, redacted)
		}
	}
	r.secret = strings.NewReplacer(r.secrets...)
}

func (r *redactor) replacer() *strings.Replacer {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.secret
}

func (r *redactor) Write(p []byte) (int, error) {
	if _, err := io.WriteString(r.to, r.clean(string(p))); err != nil {
		return 0, err
	}
	return len(p), nil
}

// clean returns a text without anything secret.
func (r *redactor) clean(text string) string {
	text = r.replacer().Replace(text)
	text = token.ReplaceAllLiteralString(text, redacted)
	return ticket.ReplaceAllString(text, "$1$2"+redacted)
}
