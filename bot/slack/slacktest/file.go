package slacktest

import (
	"io"
	"maps"
	"net/http"
	"strings"
)

// File is a file that Slack keeps.
type File struct {
	ID, Name string
	Content  string
	Channel  string // where the app shared it, if it did
	Thread   string

	workspace *Workspace
	length    string // as the app has told before the upload
	uploaded  bool
}

// WithFiles attaches files to what a person says, or to the message of a shortcut.
func (w *Workspace) WithFiles(r Request, files ...map[string]any) Request {
	all := make([]any, len(files))
	for i, f := range files {
		all[i] = f
	}
	if r.Type == "interactive" {
		return r.With("message.files", all)
	}
	if r.Field("event.type") == "message" {
		r = r.With("event.subtype", "file_share")
	}
	return r.With("event.files", all)
}

// Keep has Slack keep a file, and returns how a message tells of it.
func (w *Workspace) Keep(name, content string) map[string]any {
	f := &File{ID: w.server.name("F"), Name: name, Content: content, workspace: w}
	w.server.change(func() { w.server.files[f.ID] = f })
	return f.told()
}

// ToldLater is how a message of a shared channel tells of a file: files.info says the rest.
func ToldLater(f map[string]any) map[string]any {
	return map[string]any{"id": f["id"], "mode": "file_access", "file_access": "check_file_info"}
}

func (f *File) told() map[string]any {
	at := f.workspace.server.URL + "/files-pri/" + f.workspace.Team + "-" + f.ID + "/"
	return map[string]any{
		"id": f.ID, "name": f.Name, "title": f.Name, "size": len(f.Content), "mode": "hosted", "is_external": false,
		"file_access": "visible", "url_private": at + f.Name, "url_private_download": at + "download/" + f.Name,
	}
}

// serveFile gives a file to the app that is in its workspace. Others are led to where people sign in.
func (s *Server) serveFile(w http.ResponseWriter, r *http.Request) {
	fault := s.nextFault("download")
	if fault.Hold != nil && !s.hold(fault, r) {
		return
	}
	_, id, _ := strings.Cut(r.PathValue("id"), "-")
	var f *File
	s.change(func() {
		s.downloads++
		f = s.files[id]
	})
	switch {
	case fault.Status != 0:
		w.WriteHeader(fault.Status)
	case f == nil:
		http.NotFound(w, r)
	case r.Header.Get("Authorization") != "Bearer "+f.workspace.Token:
		http.Redirect(w, r, s.URL+"/signin?redir="+r.URL.Path, http.StatusFound)
	default:
		io.WriteString(w, f.Content)
	}
}

// Downloads is how often a file was asked for.
func (s *Server) Downloads() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.downloads
}

func (s *Server) fileInfo(c *Call) (map[string]any, string) {
	f := s.files[first(c.Args, "file")]
	if f == nil || f.workspace != c.workspace {
		return nil, "file_not_found"
	}
	told := maps.Clone(f.told())
	maps.Copy(told, f.workspace.altered[f.ID])
	return map[string]any{"file": told}, ""
}

// Alter has files.info tell other things of a file.
func (w *Workspace) Alter(f map[string]any, fields map[string]any) {
	w.Change(func(w *Workspace) { w.altered[first(f, "id")] = fields })
}
