package discord

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"time"

	"verbatim/bot"
	"verbatim/bot/adapter"
)

// downloadTime is the most that a download may take, until it is closed.
const downloadTime = 2 * time.Minute

// attachment is a file that somebody attached.
type attachment struct {
	Name string `json:"filename"`
	Size int64  `json:"size"` // in bytes
	URL  string `json:"url"`
}

// fileHosts are where Discord keeps attachments.
var fileHosts = []string{"cdn.discordapp.com", "media.discordapp.net"}

// files returns attachments as the bot reads them.
func (a *api) files(attached []attachment) (files []bot.File) {
	for _, at := range attached {
		files = append(files, bot.File{Name: at.Name, Size: at.Size, Open: func(ctx context.Context) (io.ReadCloser, error) {
			return a.download(ctx, at)
		}})
	}
	return files
}

var errFileHost = errors.New("a file is not where Discord keeps files")

// download opens an attachment. It goes to Discord's own hosts for files, and to the one of
// a configured API, without the token, and to no other that those send it on to.
func (a *api) download(ctx context.Context, at attachment) (io.ReadCloser, error) {
	if !a.keepsFiles(at.URL) {
		return nil, errFileHost
	}
	resp, err := adapter.Download(ctx, network, at.URL, http.Header{"User-Agent": {userAgent}}, downloadTime)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusOK {
		resp.Body.Close()
		return nil, fmt.Errorf("status %d for a file that is attached", resp.StatusCode)
	}
	return http.MaxBytesReader(nil, resp.Body, at.Size), nil // no more of it than Discord has told of
}

// keepsFiles reports whether an address is one of an attachment.
func (a *api) keepsFiles(address string) bool {
	u, err := url.Parse(address)
	return err == nil && adapter.IsAt(u, fileHosts, a.own)
}
