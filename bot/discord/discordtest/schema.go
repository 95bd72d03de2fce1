package discordtest

import (
	"fmt"
	"net/url"
	"os"
	"strings"
	"sync"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// schemaFile names the variable of the environment that names the file of the OpenAPI
// schema that Discord publishes. Where it is not set nothing is held to the schema.
const schemaFile = "DISCORD_OPENAPI"

// schema is what Discord publishes of its API, compiled as far as it was needed.
type schema struct {
	mu       sync.Mutex
	compiler *jsonschema.Compiler
	compiled map[string]*jsonschema.Schema
}

var published = sync.OnceValues(func() (*schema, error) {
	path := os.Getenv(schemaFile)
	if path == "" {
		return nil, nil
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	doc, err := jsonschema.UnmarshalJSON(f)
	if err != nil {
		return nil, err
	}
	c := jsonschema.NewCompiler()
	return &schema{compiler: c, compiled: map[string]*jsonschema.Schema{}}, c.AddResource("openapi.json", doc)
})

// invalid returns what in the body of a request the published schema does not allow.
func invalid(of route, body any) []string {
	s, err := published()
	if err != nil {
		return []string{schemaFile + ": " + err.Error()}
	}
	if s == nil {
		return nil
	}
	one, err := s.of(of)
	if err != nil {
		return []string{err.Error()}
	}
	if err := one.Validate(body); err != nil {
		return []string{fmt.Sprint("by the schema: ", err)}
	}
	return nil
}

// named are the schema's names for the parts of a path.
var named = strings.NewReplacer("{channel}", "{channel_id}", "{message}", "{message_id}", "{app}", "{application_id}",
	"{guild}", "{guild_id}", "{user}", "{user_id}", "{command}", "{command_id}", "{interaction}/{token}", "{interaction_id}/{interaction_token}",
	"webhooks/{app}/{token}", "webhooks/{webhook_id}/{webhook_token}")

// of returns the schema of the body of a route.
func (s *schema) of(r route) (*jsonschema.Schema, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	at := strings.NewReplacer("~", "~0", "/", "~1").Replace(named.Replace(r.path))
	at = fmt.Sprintf("openapi.json#/paths/%s/%s/requestBody/content/application~1json/schema", url.PathEscape(at), strings.ToLower(r.method))
	if s.compiled[at] != nil {
		return s.compiled[at], nil
	}
	one, err := s.compiler.Compile(at)
	if err == nil {
		s.compiled[at] = one
	}
	return one, err
}
