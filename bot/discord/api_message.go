package discord

import (
	"context"
	"encoding/json"
	"net/http"
)

// post posts a message in a channel, and returns its id.
func (a *api) post(ctx context.Context, channel string, m message) (string, error) {
	return a.made(ctx, request{method: http.MethodPost, path: "/channels/" + channel + "/messages", body: m, files: m.Files})
}

// change puts a message in the place of one in a channel.
func (a *api) change(ctx context.Context, channel, id string, m message) error {
	return a.do(ctx, request{method: http.MethodPatch, path: "/channels/" + channel + "/messages/" + id, body: m.edit(), files: m.Files}, nil)
}

// remove removes a message, which need not be there.
func (a *api) remove(ctx context.Context, channel, id string) error {
	err := a.do(ctx, request{method: http.MethodDelete, path: "/channels/" + channel + "/messages/" + id}, nil)
	if refusedWith(err, unknownMessage) {
		return nil
	}
	return err
}

// made sends a request that makes or changes a message, and returns its id; an empty one
// where what Discord answers cannot be read.
func (a *api) made(ctx context.Context, q request) (id string, err error) {
	var told []byte
	if err := a.do(ctx, q, &told); err != nil {
		return "", err
	}
	var m struct {
		ID string `json:"id"`
	}
	_ = json.Unmarshal(told, &m) // it is made all the same
	return m.ID, nil
}
