package vitals

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
)

// RequestID names a message on its way through the bot, by its tenant and its id there: the
// same however often the chat sends it, and after a restart. It tells neither of them.
func RequestID(tenant, message string) string {
	sum := sha256.Sum256(fmt.Appendf(nil, "%q %q", tenant, message))
	return hex.EncodeToString(sum[:6])
}

type (
	chatKey    struct{}
	requestKey struct{}
)

// Of returns the vitals of the chat that ctx is for; nil, which counts nothing, where it is for none.
func Of(ctx context.Context) *Chat {
	c, _ := ctx.Value(chatKey{}).(*Chat)
	return c
}

// WithRequest returns ctx for the work on a message.
func WithRequest(ctx context.Context, id string) context.Context {
	return context.WithValue(ctx, requestKey{}, id)
}

// Request returns the id of the message that ctx is for; empty where it is for none.
func Request(ctx context.Context) string {
	id, _ := ctx.Value(requestKey{}).(string)
	return id
}
