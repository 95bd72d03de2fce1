package discord

import (
	"encoding/json"
	"sync"
	"time"
)

// resume answers, once for each tenant, what came before the last restart and was not answered.
func (c *chat) resume(guild string) {
	tenant := tenantOf(guild)
	once, _ := c.resumed.LoadOrStore(tenant, sync.OnceFunc(func() {
		waiting, err := c.bot.Waiting(tenant)
		if err != nil {
			c.log.Error("what waits to be answered is not known", "tenant", tenant, "error", err)
		}
		for _, w := range waiting {
			var d delivery
			err := json.Unmarshal(w.Raw, &d)
			in, readErr := d.read()
			if err != nil || readErr != nil || in == nil {
				c.bot.Done(tenant, w.ID)
				continue
			}
			if in.at.call != nil && time.Since(w.At) > callLives {
				c.bot.Done(tenant, w.ID) // nobody can be told any more, and who might do it then may not now
				continue
			}
			if in.at.call != nil {
				in.answer = c.newResponse(in.at.call)
			}
			c.enqueue(in)
		}
	}))
	once.(func())()
}
