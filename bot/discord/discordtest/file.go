package discordtest

import (
	"net/http"
	"strconv"
)

// File is a file that somebody attaches, or the bot. It is the value of an option that
// takes one.
type File struct {
	Name    string
	Content []byte
}

// Role is a group of people in a server. It can be the value of an option, as a *Person can.
type Role struct{ ID, Name string }

// MessageWith is a message to which a person attaches files.
func (s *Server) MessageWith(p *Person, channel, text string, files ...File) Event {
	return s.written(p.object(), channel, func(m object) {
		m["content"], m["attachments"] = text, s.attachments(files)
	})
}

// attachments keeps files where Discord keeps them, and returns what it tells of them.
func (s *Server) attachments(files []File) []any {
	all := []any{}
	for _, f := range files {
		all = append(all, s.attachment(f))
	}
	return all
}

func (s *Server) attachment(f File) object {
	id := s.newID()
	s.files[id] = f
	return object{
		"id": id, "filename": f.Name, "size": len(f.Content), "content_type": "application/octet-stream", "ephemeral": true,
		"url": s.http.URL + filesPath + id + "/" + s.secret("file"), "proxy_url": s.http.URL + filesPath + id,
	}
}

// filesPath is where files are kept, which real Discord does on hosts of their own.
const filesPath = "/attachments/"

// Elsewhere has the files with a name be where an address says.
func (s *Server) Elsewhere(name, address string) { s.change(func() { s.moved[name] = address }) }

// serveFile serves an attachment. Nobody needs a token for that.
func (s *Server) serveFile(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("Authorization") != "" {
		s.t.Errorf("a file is asked for with a token")
	}
	s.mu.Lock()
	f, known := s.files[r.PathValue("id")]
	address := s.moved[f.Name]
	s.mu.Unlock()
	switch {
	case !known:
		http.NotFound(w, r)
	case address != "":
		http.Redirect(w, r, address, http.StatusFound)
	default:
		w.Header().Set("Content-Length", strconv.Itoa(len(f.Content)))
		w.Write(f.Content) // the app may have gone
	}
}
