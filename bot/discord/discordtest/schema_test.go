package discordtest

import (
	"encoding/json"
	"os"
	"testing"
)

// With the schema that Discord publishes, what it does not allow is told.
func TestThePublishedSchema(t *testing.T) {
	if os.Getenv(schemaFile) == "" {
		t.Skip(schemaFile + " names no schema")
	}
	for _, test := range []struct {
		route, body string
		valid       bool
	}{
		{"post", `{"content":"x","allowed_mentions":{"parse":[]}}`, true},
		{"post", `{"content":7}`, false},
		{"post", `{"embeds":[{"color":-1}]}`, false},
		{"edit", `{"allowed_mentions":{"parse":["nobody"]}}`, false},
		{"thread", `{"name":"x","auto_archive_duration":1440}`, true},
		{"thread", `{"name":"x","auto_archive_duration":7}`, false},
		{"callback", `{"type":5,"data":{"flags":64}}`, true},
		{"callback", `{"type":99}`, false},
		{"followup", `{"content":"x","flags":64}`, true},
		{"original", `{"components":[{"type":1,"components":[]}]}`, false},
		{"direct", `{"recipient_id":"1"}`, true},
		{"set commands", `[{"name":"ask","description":"x","default_member_permissions":32}]`, true},
		{"set commands", `[{"name":"ask","description":"x","default_member_permissions":"32"}]`, false},
		{"add command", `{"description":"x"}`, false},
	} {
		for _, r := range routes {
			if r.name != test.route {
				continue
			}
			var body any
			if err := json.Unmarshal([]byte(test.body), &body); err != nil {
				t.Fatal(err)
			}
			if wrong := invalid(r, body); (len(wrong) == 0) != test.valid {
				t.Errorf("%s %s: %s: %q", r.method, r.path, test.body, wrong)
			}
		}
	}
}
