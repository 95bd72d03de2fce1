package discordtest

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"net/http"
	"strings"
	"time"
)

// route is something that can be asked over HTTP, and what it does. It is called with all
// that the server holds, and returns what is answered, or why not.
type route struct {
	name, method, path string
	do                 func(s *Server, c *Call) (any, *refusal)
	open               bool // it needs no token but that in its path
}

var routes = []route{
	{name: "gateway", method: "GET", path: "/gateway", do: (*Server).getGateway, open: true},
	{name: "gateway bot", method: "GET", path: "/gateway/bot", do: (*Server).getGatewayBot},
	{name: "me", method: "GET", path: "/users/@me", do: (*Server).getMe},
	{name: "application", method: "GET", path: "/applications/@me", do: (*Server).getApplication},
	{name: "application", method: "GET", path: "/oauth2/applications/@me", do: (*Server).getApplication},
	{name: "guilds", method: "GET", path: "/users/@me/guilds", do: (*Server).getGuilds},
	{name: "direct", method: "POST", path: "/users/@me/channels", do: (*Server).openDirect},
	{name: "guild", method: "GET", path: "/guilds/{guild}", do: (*Server).getGuild},
	{name: "roles", method: "GET", path: "/guilds/{guild}/roles", do: (*Server).getRoles},
	{name: "channels", method: "GET", path: "/guilds/{guild}/channels", do: (*Server).getChannels},
	{name: "member", method: "GET", path: "/guilds/{guild}/members/{user}", do: (*Server).getMember},
	{name: "channel", method: "GET", path: "/channels/{channel}", do: (*Server).getChannel},
	{name: "archive", method: "PATCH", path: "/channels/{channel}", do: (*Server).archive},
	{name: "message", method: "GET", path: "/channels/{channel}/messages/{message}", do: (*Server).getMessage},
	{name: "post", method: "POST", path: "/channels/{channel}/messages", do: (*Server).post},
	{name: "edit", method: "PATCH", path: "/channels/{channel}/messages/{message}", do: (*Server).edit},
	{name: "delete", method: "DELETE", path: "/channels/{channel}/messages/{message}", do: (*Server).remove},
	{name: "thread", method: "POST", path: "/channels/{channel}/messages/{message}/threads", do: (*Server).openThread},
	{name: "typing", method: "POST", path: "/channels/{channel}/typing", do: (*Server).nothing},
	{name: "join thread", method: "PUT", path: "/channels/{channel}/thread-members/@me", do: (*Server).nothing},
	{name: "commands", method: "GET", path: "/applications/{app}/commands", do: (*Server).getCommands},
	{name: "set commands", method: "PUT", path: "/applications/{app}/commands", do: (*Server).setCommands},
	{name: "add command", method: "POST", path: "/applications/{app}/commands", do: (*Server).addCommand},
	{name: "remove command", method: "DELETE", path: "/applications/{app}/commands/{command}", do: (*Server).removeCommand},
	{name: "commands", method: "GET", path: "/applications/{app}/guilds/{guild}/commands", do: (*Server).getCommands},
	{name: "set commands", method: "PUT", path: "/applications/{app}/guilds/{guild}/commands", do: (*Server).setCommands},
	{name: "callback", method: "POST", path: "/interactions/{interaction}/{token}/callback", do: (*Server).callback, open: true},
	{name: "followup", method: "POST", path: "/webhooks/{app}/{token}", do: (*Server).followup, open: true},
	{name: "message", method: "GET", path: "/webhooks/{app}/{token}/messages/{message}", do: (*Server).getShown, open: true},
	{name: "original", method: "PATCH", path: "/webhooks/{app}/{token}/messages/{message}", do: (*Server).editShown, open: true},
	{name: "delete", method: "DELETE", path: "/webhooks/{app}/{token}/messages/{message}", do: (*Server).removeShown, open: true},
}

// refusal is how Discord refuses a request.
type refusal struct {
	status, code int
	message      string
}

var (
	notAuthorized   = &refusal{401, 0, "401: Unauthorized"}
	unknownRoute    = &refusal{404, 0, "404: Not Found"}
	unknownChannel  = &refusal{404, 10003, "Unknown Channel"}
	unknownGuild    = &refusal{404, 10004, "Unknown Guild"}
	unknownMember   = &refusal{404, 10007, "Unknown Member"}
	unknownMessage  = &refusal{404, 10008, "Unknown Message"}
	unknownUser     = &refusal{404, 10013, "Unknown User"}
	unknownWebhook  = &refusal{404, 10015, "Unknown Webhook"}
	unknownAsked    = &refusal{404, 10062, "Unknown interaction"}
	unknownCommand  = &refusal{404, 10063, "Unknown application command"}
	alreadyAnswered = &refusal{400, 40060, "Interaction has already been acknowledged."}
	missingAccess   = &refusal{403, 50001, "Missing Access"}
	cannotReach     = &refusal{403, 50007, "Cannot send messages to this user"}
	notHere         = &refusal{400, 50024, "Cannot execute action on this channel type"}
	missingRights   = &refusal{403, 50013, "Missing Permissions"}
	badForm         = &refusal{400, 50035, "Invalid Form Body"}
	archived        = &refusal{400, 50083, "Thread is archived"}
	threadThere     = &refusal{400, 160004, "A thread has already been created for this message"}
)

// serve answers requests of a route.
func (s *Server) serve(of route) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		if err != nil {
			return // the app has gone
		}
		c, err := decode(of, r, body)
		if err != nil {
			s.t.Errorf("%s got what cannot be read: %v", of.name, err)
			http.Error(w, "", http.StatusBadRequest)
			return
		}
		s.answer(w, r, c, func() (any, *refusal) {
			if !of.open && strings.TrimPrefix(r.Header.Get("Authorization"), "Bot ") != s.portal.token {
				return nil, notAuthorized
			}
			if refused := s.judge(of, c); refused != nil {
				return nil, refused
			}
			return of.do(s, c)
		})
	}
}

func (s *Server) unknownRoute(w http.ResponseWriter, r *http.Request) {
	s.t.Errorf("%s %s is nothing that this Discord knows", r.Method, r.URL.Path)
	refuse(w, unknownRoute)
}

func refuse(w http.ResponseWriter, r *refusal) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(r.status)
	json.NewEncoder(w).Encode(object{"code": r.code, "message": r.message}) // the app may have gone
}

// parseForm returns the JSON of a form, and the files beside it in the order of their numbers.
func parseForm(body []byte, boundary string) (payload []byte, files []File, err error) {
	form := multipart.NewReader(bytes.NewReader(body), boundary)
	for {
		part, err := form.NextPart()
		if err == io.EOF {
			return payload, files, nil
		}
		if err != nil {
			return nil, nil, err
		}
		content, err := io.ReadAll(part)
		switch {
		case err != nil:
			return nil, nil, err
		case part.FormName() == "payload_json":
			payload = content
		case part.FormName() == fmt.Sprintf("files[%d]", len(files)):
			files = append(files, File{Name: part.FileName(), Content: content})
		default:
			return nil, nil, fmt.Errorf("a part of the form is named %q", part.FormName())
		}
	}
}

// decode reads a request: JSON, or a form that holds it beside files.
func decode(of route, r *http.Request, body []byte) (c *Call, err error) {
	c = &Call{Route: of.name, At: time.Now(), Query: r.URL.Query(), path: r.PathValue}
	c.Channel, c.Guild, c.ID = r.PathValue("channel"), r.PathValue("guild"), r.PathValue("message")
	kind, params, _ := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if kind == "multipart/form-data" {
		if body, c.Files, err = parseForm(body, params["boundary"]); err != nil {
			return nil, err
		}
	}
	if len(body) == 0 {
		return c, nil
	}
	if err := json.Unmarshal(body, &c.Body); err != nil {
		return nil, err
	}
	c.Args, _ = c.Body.(object)
	c.read(c.Args)
	return c, nil
}
