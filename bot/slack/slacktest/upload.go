package slacktest

import (
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"
)

// mostUploaded is Slack's limit for a file, in bytes.
const mostUploaded = 1_000_000_000

// uploadURL is where the app may put a file. It tells Slack by itself whose that is.
func (s *Server) uploadURL(c *Call) (map[string]any, string) {
	f := &File{ID: s.nameLocked("F"), Name: first(c.Args, "filename"), length: first(c.Args, "length"), workspace: c.workspace}
	var length int64
	if _, err := fmt.Sscan(f.length, &length); err != nil || length <= 0 || length > mostUploaded || f.Name == "" {
		s.t.Errorf("an upload of %q bytes is announced, under the name %q", f.length, f.Name)
		return nil, "invalid_arguments"
	}
	s.files[f.ID] = f
	return map[string]any{"file_id": f.ID, "upload_url": s.URL + "/upload/" + f.ID}, ""
}

// takeFile takes an upload, as raw bytes.
func (s *Server) takeFile(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("Authorization") != "" {
		s.t.Error("an upload came with a token, which it does not need")
	}
	if f := s.nextFault("upload"); f.Status != 0 {
		w.WriteHeader(f.Status)
		return
	}
	content, err := io.ReadAll(r.Body)
	var f *File
	s.change(func() {
		if f = s.files[r.PathValue("id")]; f != nil && err == nil && !f.uploaded {
			f.Content, f.uploaded = string(content), true
		}
	})
	if f == nil || err != nil || fmt.Sprint(len(content)) != f.length {
		http.Error(w, "", http.StatusBadRequest)
		return
	}
	fmt.Fprintf(w, "OK - %d", len(content))
}

// shareFiles ends an upload, and shows the files in a channel.
func (s *Server) shareFiles(c *Call) (map[string]any, string) {
	var told []any
	listed, _ := c.Args["files"].([]any)
	for _, item := range listed {
		item, _ := item.(map[string]any)
		f := s.files[first(item, "id")]
		switch {
		case f == nil || f.workspace != c.workspace:
			return nil, "file_not_found"
		case !f.uploaded:
			return nil, "invalid_arguments"
		case c.Channel != "" && !strings.ContainsAny(c.Channel[:1], "CDG"):
			return nil, "channel_not_found"
		}
		f.Channel, f.Thread = c.Channel, c.Thread
		told = append(told, f.told())
	}
	return map[string]any{"files": told}, ""
}

// AwaitFile returns the first file that the app has shared in a channel, once there is one.
func (s *Server) AwaitFile(t testing.TB, channel string) (found File) {
	t.Helper()
	s.await(t, "a file", func() bool {
		for _, f := range s.files {
			if f.uploaded && f.Channel == channel {
				found = *f
				return true
			}
		}
		return false
	})
	return found
}

// openDirect opens the conversation of the app with a person.
func (s *Server) openDirect(c *Call) (map[string]any, string) {
	user := first(c.Args, "users")
	if user == "" {
		return nil, "users_list_not_supplied"
	}
	return map[string]any{"channel": map[string]any{"id": "D" + user}}, ""
}
