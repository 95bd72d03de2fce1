package discord

import (
	"errors"
	"fmt"
	"net/http"
	"slices"
	"time"

	"github.com/gorilla/websocket"
)

// The pauses between tries. At the longest a day has fewer of these than the 1,000 that
// Discord allows to IDENTIFY.
const (
	firstPause   = 500 * time.Millisecond
	longestPause = 2 * time.Minute
)

// refused is an error that Discord answers a request with.
type refused struct {
	Status  int
	Code    int    `json:"code"` // of Discord's own list; 0 where it gives none
	Message string `json:"message"`
}

func (r refused) Error() string {
	if r.Code == 0 {
		return fmt.Sprintf("Discord refuses with status %d", r.Status)
	}
	return fmt.Sprintf("Discord refuses with status %d, code %d: %q", r.Status, r.Code, r.Message)
}

// The codes of refusals that are acted on.
const (
	unknownChannel      = 10003
	unknownMessage      = 10008
	unknownWebhook      = 10015
	unknownInteraction  = 10062
	alreadyAcknowledged = 40060
	missingAccess       = 50001
	takesNoMessages     = 50007
	missingPermissions  = 50013
	invalidWebhookToken = 50027
	threadIsArchived    = 50083
	threadIsThere       = 160004
)

// refusedWith reports whether Discord refuses with a code.
func refusedWith(err error, code int) bool {
	var r refused
	return errors.As(err, &r) && r.Code == code
}

// tooLate reports whether an interaction can no longer be answered as one: it came 3 seconds
// ago without an answer, as what is told again on another connection may have, or its 15
// minutes are over.
func tooLate(err error) bool {
	return refusedWith(err, unknownInteraction) || refusedWith(err, unknownWebhook) || refusedWith(err, invalidWebhookToken)
}

// notThere reports whether Discord knows nothing of what was asked for.
func notThere(err error) bool {
	var r refused
	return errors.As(err, &r) && r.Status == http.StatusNotFound
}

// notAllowed reports whether Discord does not let the bot see what was asked for.
func notAllowed(err error) bool {
	var r refused
	return errors.As(err, &r) && r.Status == http.StatusForbidden
}

// Codes with which Discord closes a connection.
const (
	badToken       = 4004
	badSequence    = 4007
	sessionTimeout = 4009
	badShard       = 4010
	needsShards    = 4011
	badVersion     = 4012
	badIntents     = 4013
	noSuchIntents  = 4014
)

// remedies tell what mends what Discord closes a connection for and would again.
var remedies = map[int]string{
	badToken:      "it is not a token that Discord knows; reset it under Bot in the application's settings and take the new one",
	badShard:      "there is no such shard; leave --discord-shards out, or give a greater number",
	needsShards:   "the bot is in too many servers for so few shards; leave --discord-shards out, or give a greater number",
	badVersion:    "this program is too old for Discord; take a newer one",
	badIntents:    "this program asks for intents that Discord does not know; take a newer one",
	noSuchIntents: "the application may not have the intents that the bot needs; look under Bot in its settings",
}

// closedWith returns the code with which Discord has closed a connection; 0 where it has not.
func closedWith(err error) int {
	var closed *websocket.CloseError
	if errors.As(err, &closed) {
		return closed.Code
	}
	return 0
}

// endsSession reports whether after a code there is nothing to resume.
func endsSession(code int) bool {
	return slices.Contains([]int{websocket.CloseNormalClosure, websocket.CloseGoingAway, badSequence, sessionTimeout}, code)
}

// explain returns in one line what an operator has to mend; nil where another try may do.
func explain(err error) error {
	if code := closedWith(err); remedies[code] != "" {
		return fmt.Errorf("DISCORD_TOKEN: Discord says %d: %s", code, remedies[code])
	}
	var r refused
	switch {
	case !errors.As(err, &r) || r.Status == http.StatusRequestTimeout:
		return nil
	case r.Status == http.StatusUnauthorized:
		return fmt.Errorf("DISCORD_TOKEN: Discord says %d: %s", r.Status, remedies[badToken])
	}
	return fmt.Errorf("no use can be made of Discord: %w; --discord-api may be wrong", r)
}
