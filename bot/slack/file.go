package slack

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"slices"
	"time"

	"github.com/slack-go/slack"

	"verbatim/bot"
	"verbatim/bot/adapter"
)

// file is something attached to a message or a form.
type file struct {
	ID       string `json:"id"`
	Name     string `json:"name"`
	Title    string `json:"title"`
	Size     int64  `json:"size"`
	Mode     string `json:"mode"`
	External bool   `json:"is_external"`
	Access   string `json:"file_access"`
	Private  string `json:"url_private"`
	Download string `json:"url_private_download"`
}

// How Slack says what a file is, where it is not one that it keeps and shows.
const (
	modeExternal = "external"        // it is kept by another service, whose address is whatever that says
	accessAsk    = "check_file_info" // of a shared channel: files.info tells the rest
	accessNone   = "access_denied"
)

// goneModes are the modes of files that Slack no longer shows.
var goneModes = []string{"tombstone", "hidden_by_limit"}

// goneErrors are what files.info says of them.
var goneErrors = []string{"access_denied", "file_deleted", "file_not_found"}

// fileHosts are where Slack keeps files. No other host is sent a token for a file: what a
// message says of where its files are is said by whoever made them.
var fileHosts = []string{"files.slack.com", "files.slack-gov.com"}

// apiHosts are those of Slack's Web API. One that is configured instead, such as a local
// server's, keeps files itself too.
var apiHosts = []string{"slack.com", "slack-gov.com"}

const downloadTime = 5 * time.Minute

// errNotSlack is of an address for a file that is none of Slack's.
var errNotSlack = errors.New("the address of a file is none of Slack's")

// attached returns files as the bot reads them.
func (w *workspace) attached(files []file) []bot.File {
	var all []bot.File
	for _, f := range files {
		all = append(all, bot.File{Name: cmp.Or(f.Name, f.Title, f.ID), Size: f.Size, Open: func(ctx context.Context) (io.ReadCloser, error) {
			return w.open(ctx, f)
		}})
	}
	return all
}

// open downloads a file that Slack keeps. The reader has to end it where it becomes too long.
func (w *workspace) open(ctx context.Context, f file) (io.ReadCloser, error) {
	if f.Access == accessAsk {
		var err error
		if f, err = w.info(ctx, f.ID); err != nil {
			return nil, err
		}
	}
	switch {
	case f.External || f.Mode == modeExternal:
		return nil, bot.FileElsewhere
	case f.Access == accessNone || slices.Contains(goneModes, f.Mode):
		return nil, bot.FileGone
	}
	address, err := url.Parse(cmp.Or(f.Download, f.Private))
	if err != nil || !w.keepsFiles(address) {
		return nil, bot.FileElsewhere
	}
	return w.download(ctx, address)
}

// info asks Slack for what a message did not tell of a file.
func (w *workspace) info(ctx context.Context, id string) (file, error) {
	told, _, _, err := w.api.GetFileInfoContext(ctx, id, 0, 0)
	var refused slack.SlackErrorResponse
	if errors.As(err, &refused) && slices.Contains(goneErrors, refused.Err) {
		return file{}, bot.FileGone
	}
	if err != nil {
		return file{}, fmt.Errorf("a file's whereabouts: %w", adapter.Bare(err))
	}
	return file{
		ID: told.ID, Name: told.Name, Size: int64(told.Size), Mode: told.Mode, External: told.IsExternal,
		Private: told.URLPrivate, Download: told.URLPrivateDownload,
	}, nil
}

// keepsFiles reports whether an address is one at which Slack keeps files, to the letter.
func (w *workspace) keepsFiles(address *url.URL) bool {
	given := w.address
	if own, err := url.Parse(given); err == nil && slices.Contains(apiHosts, own.Host) {
		given = ""
	}
	return adapter.IsAt(address, fileHosts, given)
}

// download sends the token to an address of Slack's, and to none that this leads to.
func (w *workspace) download(ctx context.Context, address *url.URL) (io.ReadCloser, error) {
	header := http.Header{"Authorization": {"Bearer " + w.token}}
	resp, err := adapter.Download(ctx, network, address.String(), header, downloadTime)
	if err != nil {
		return nil, fmt.Errorf("a file cannot be downloaded: %w", err)
	}
	switch resp.StatusCode {
	case http.StatusOK:
		return resp.Body, nil
	case http.StatusNotFound, http.StatusGone, http.StatusForbidden, http.StatusFound: // to where people sign in
		err = bot.FileGone
	default:
		err = fmt.Errorf("a file cannot be downloaded: status %s from Slack", resp.Status)
	}
	resp.Body.Close()
	return nil, err
}
