package slack

import (
	"encoding/json"
	"regexp"
	"slices"
	"testing"
	"unicode/utf8"
)

// needs says which scope each event and method needs, as Slack's reference has it; empty
// for none.
var needs = map[string]string{
	"app_mention":              "app_mentions:read",
	"message.channels":         "channels:history",
	"message.groups":           "groups:history",
	"message.im":               "im:history",
	"message.mpim":             "mpim:history",
	"app_home_opened":          "",
	"assistant_thread_started": "",

	"auth.test":                             "",
	"chat.postMessage":                      "chat:write",
	"chat.postEphemeral":                    "chat:write",
	"views.publish":                         "",
	"users.info":                            "users:read",
	"bots.info":                             "users:read",
	"assistant.threads.setSuggestedPrompts": "assistant:write",
	"chat.update":                           "chat:write",
	"chat.delete":                           "chat:write",
	"views.open":                            "",
	"conversations.open":                    "im:write",
	"usergroups.list":                       "usergroups:read",
	"usergroups.users.list":                 "usergroups:read",
	"files.info":                            "files:read",
	"files.getUploadURLExternal":            "files:write",
	"files.completeUploadExternal":          "files:write",

	"downloads, and files in a form": "files:read",

	"slash commands and shortcuts": "commands",
}

type manifestJSON struct {
	Display struct {
		Name            string `json:"name"`
		Description     string `json:"description"`
		LongDescription string `json:"long_description"`
		BackgroundColor string `json:"background_color"`
	} `json:"display_information"`
	Features struct {
		AppHome struct {
			ReadOnly *bool `json:"messages_tab_read_only_enabled"` // true when it is left out
		} `json:"app_home"`
		Shortcuts []struct {
			Name        string `json:"name"`
			CallbackID  string `json:"callback_id"`
			Description string `json:"description"`
		} `json:"shortcuts"`
		Commands []struct {
			Command string `json:"command"`
			About   string `json:"description"`
			Hint    string `json:"usage_hint"`
			Escape  bool   `json:"should_escape"`
			URL     string `json:"url"`
		} `json:"slash_commands"`
	} `json:"features"`
	OAuth struct {
		Scopes struct{ Bot []string } `json:"scopes"`
	} `json:"oauth_config"`
	Settings struct {
		Events struct {
			URL string   `json:"request_url"`
			Bot []string `json:"bot_events"`
		} `json:"event_subscriptions"`
		Interactivity struct {
			Enabled bool   `json:"is_enabled"`
			URL     string `json:"request_url"`
		} `json:"interactivity"`
		SocketMode bool `json:"socket_mode_enabled"`
	} `json:"settings"`
}

func readManifest(t *testing.T, public string) (m manifestJSON) {
	t.Helper()
	written, err := json.Marshal(Manifest(public))
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(written, &m); err != nil {
		t.Fatal(err)
	}
	return m
}

func TestTheManifestIsWithinSlacksLimits(t *testing.T) {
	m := readManifest(t, "")
	type text struct {
		what, text  string
		least, most int
	}
	texts := []text{
		{"the name", m.Display.Name, 1, 35},
		{"the description", m.Display.Description, 1, 140},
		{"the long description", m.Display.LongDescription, 175, 4000},
	}
	for _, s := range m.Features.Shortcuts {
		texts = append(texts, text{"a shortcut", s.Name, 1, 24}, text{"its description", s.Description, 1, 150}, text{"its id", s.CallbackID, 1, 255})
	}
	for _, c := range m.Features.Commands {
		texts = append(texts, text{"a command", c.Command, 2, 32}, text{"its description", c.About, 1, 2000}, text{"its usage", c.Hint, 0, 1000})
		if !regexp.MustCompile("^/[a-z_-]+$").MatchString(c.Command) {
			t.Errorf("%q is no slash command", c.Command)
		}
	}
	for _, text := range texts {
		if n := utf8.RuneCountInString(text.text); n < text.least || n > text.most {
			t.Errorf("%s %q has %d characters, of %d to %d", text.what, text.text, n, text.least, text.most)
		}
	}
	if len(m.Features.Commands) == 0 || len(m.Features.Commands) > 50 || len(m.Features.Shortcuts) != 2 {
		t.Errorf("it has %d commands and %d shortcuts", len(m.Features.Commands), len(m.Features.Shortcuts))
	}
	if !regexp.MustCompile("^#[0-9a-f]{6}$").MatchString(m.Display.BackgroundColor) {
		t.Errorf("%q is no colour", m.Display.BackgroundColor)
	}
	if readOnly := m.Features.AppHome.ReadOnly; readOnly == nil || *readOnly {
		t.Error("nobody can write to the bot")
	}
}

func TestTheManifestAsksForWhatIsNeededAndNoMore(t *testing.T) {
	m := readManifest(t, "")
	var needed []string
	for _, scope := range needs {
		if scope != "" && !slices.Contains(needed, scope) {
			needed = append(needed, scope)
		}
	}
	slices.Sort(needed)
	if got := slices.Sorted(slices.Values(m.OAuth.Scopes.Bot)); !slices.Equal(got, needed) {
		t.Errorf("it asks for the scopes %v, and needs %v", got, needed)
	}
	for _, event := range m.Settings.Events.Bot {
		if _, known := needs[event]; !known {
			t.Errorf("which scope does %s need?", event)
		}
	}
}

func TestTheManifestLeadsToOneWayIn(t *testing.T) {
	socket := readManifest(t, "")
	if s := socket.Settings; !s.SocketMode || !s.Interactivity.Enabled || s.Events.URL+s.Interactivity.URL+socket.Features.Commands[0].URL != "" {
		t.Errorf("in Socket Mode it is %+v", s)
	}
	const want = "https://bot.example.org/slack/events"
	http := readManifest(t, "https://bot.example.org")
	if s := http.Settings; s.SocketMode || !s.Interactivity.Enabled || s.Events.URL != want || s.Interactivity.URL != want {
		t.Errorf("over HTTP it is %+v", s)
	}
	for _, c := range http.Features.Commands {
		if c.URL != want {
			t.Errorf("%s goes to %q", c.Command, c.URL)
		}
	}
}

// Of people the bot needs the ids; a question is to reach it as it was typed.
func TestPeopleAreNamedByIDWhereACommandIsAboutThem(t *testing.T) {
	escapes := map[string]bool{}
	for _, c := range readManifest(t, "").Features.Commands {
		escapes[c.Command] = c.Escape
	}
	if !escapes["/forget"] || escapes["/ask"] || escapes["/articles"] {
		t.Errorf("names are escaped in %v", escapes)
	}
}
