package logs

import (
	"bytes"
	"strings"
	"testing"
)

// Each reload teaches a redactor what it mostly knows; that takes no room.
func TestTheRedactorLearnsEachSecretOnce(t *testing.T) {
	var out bytes.Buffer
	r := NewRedactor(&out, []string{"one-canary", "two-canary"})
	known := len(r.secrets)
	r.Learn([]string{"two-canary", "one-canary", ""})
	if len(r.secrets) != known {
		t.Errorf("it keeps %d strings of the same secrets, instead of %d", len(r.secrets), known)
	}
	r.Learn([]string{"three-canary"})
	if r.Write([]byte("one-canary two-canary three-canary")); strings.Contains(out.String(), "canary") {
		t.Errorf("it forgot: %s", &out)
	}
}
