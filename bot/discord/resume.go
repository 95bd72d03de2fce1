package discord

import (
	"encoding/json"
	"time"

	"verbatim/bot"
)

// resume answers, once for each tenant, what came before the last restart and was not answered.
func (c *chat) resume(guild string) {
	tenant := tenantOf(guild)
	err := c.inbox.Resume(tenant, func(w bot.Received) bool {
		var d delivery
		err := json.Unmarshal(w.Raw, &d)
		in, readErr := d.read()
		if err != nil || readErr != nil || in == nil {
			return false
		}
		if in.at.call != nil {
			if time.Since(w.At) > callLives {
				return false // nobody can be told any more, and who might do it then may not now
			}
			in.answer = c.newResponse(in.at.call)
		}
		in.since = time.Now()
		c.enqueue(in)
		return true
	})
	if err != nil {
		c.log.Error("what waits to be answered is not known", "tenant", tenant, "error", err)
	}
}
