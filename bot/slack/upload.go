package slack

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"time"

	"github.com/slack-go/slack"

	"verbatim/bot"
	"verbatim/bot/adapter"
)

// uploadTime is for the upload of a file, however large.
const uploadTime = 30 * time.Minute

// upload hands files to Slack, which shows them nowhere before they are shared.
func (p poster) upload(ctx context.Context, in *incoming, files []bot.Attachment) (uploaded []slack.FileSummary, err error) {
	for _, f := range files {
		at, err := in.space.api.GetUploadURLExternalContext(ctx, slack.GetUploadURLExternalParameters{FileName: f.Name, FileSize: int(f.Size)})
		if err != nil {
			return nil, err
		}
		if err := p.put(ctx, in.space, at.UploadURL, f); err != nil {
			return nil, fmt.Errorf("a file is not uploaded: %w", err)
		}
		uploaded = append(uploaded, slack.FileSummary{ID: at.FileID, Title: f.Name})
	}
	return uploaded, nil
}

// put writes a file to where Slack takes it, as it is made and without holding it in memory.
// The address itself tells Slack whose the file is: it needs no token.
func (p poster) put(ctx context.Context, w *workspace, to string, f bot.Attachment) error {
	address, err := url.Parse(to)
	if err != nil || !w.keepsFiles(address) {
		return errNotSlack
	}
	body := func() (io.ReadCloser, error) {
		return adapter.Written(func(to io.Writer) error { return f.Write(ctx, to) }), nil
	}
	first, _ := body()
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, to, first)
	if err != nil {
		return err
	}
	req.ContentLength, req.GetBody = f.Size, body
	req.Header.Set("Content-Type", "application/octet-stream")
	resp, err := p.files.Do(req)
	if err != nil {
		return adapter.Bare(err)
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return fmt.Errorf("status %s from Slack", resp.Status)
	}
	return nil
}

// share shows uploaded files where the reply stands, or where that is for the person alone,
// or the bot cannot post there, in a direct message.
func (s *sending) share(ctx context.Context, files []slack.FileSummary) error {
	if len(files) == 0 {
		return nil
	}
	if !s.alone {
		err := s.complete(ctx, files, s.in.at.channel, s.in.at.thread)
		if !impassable(err) {
			return err
		}
	}
	direct, _, _, err := s.in.space.api.OpenConversationContext(ctx, &slack.OpenConversationParameters{Users: []string{s.in.at.user}})
	if err != nil {
		return err
	}
	return s.complete(ctx, files, direct.ID, "")
}

func (s *sending) complete(ctx context.Context, files []slack.FileSummary, channel, thread string) error {
	_, err := s.in.space.api.CompleteUploadExternalContext(ctx, slack.CompleteUploadExternalParameters{
		Files: files, Channel: channel, ThreadTimestamp: thread,
	})
	return err
}
