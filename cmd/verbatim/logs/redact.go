package logs

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

// Redactor writes on, without anything secret, what is written to it: each record of a
// log in one piece, with its message, its attributes and its errors.
type Redactor struct {
	to io.Writer

	mu      sync.Mutex
	secrets []string // with what stands in the place of each behind it
	secret  *strings.Replacer
}

// NewRedactor returns a Redactor that knows these secrets, and those that can be told by their form.
func NewRedactor(to io.Writer, secrets []string) *Redactor {
	r := &Redactor{to: to}
	r.Learn(secrets)
	return r
}

// Learn has the redactor know more secrets beside those that it knows.
func (r *Redactor) Learn(secrets []string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, s := range secrets {
		if s != "" && !slices.Contains(r.secrets, s) {
			r.secrets = append(r.secrets, s, redacted)
		}
	}
	r.secret = strings.NewReplacer(r.secrets...)
}

func (r *Redactor) replacer() *strings.Replacer {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.secret
}

func (r *Redactor) Write(p []byte) (int, error) {
	if _, err := io.WriteString(r.to, r.Clean(string(p))); err != nil {
		return 0, err
	}
	return len(p), nil
}

// Clean returns a text without anything secret.
func (r *Redactor) Clean(text string) string {
	text = r.replacer().Replace(text)
	text = token.ReplaceAllLiteralString(text, redacted)
	return ticket.ReplaceAllString(text, "$1$2"+redacted)
}
