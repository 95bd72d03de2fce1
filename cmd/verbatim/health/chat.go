package health

import (
	"errors"
	"fmt"
	"time"

	"verbatim/bot/vitals"
)

// Chats returns a check for each chat that the bot answers in: it has to be connected, and to be let in. Clean
// returns what a chat says went wrong without anything secret.
func Chats(v *vitals.Vitals, clean func(string) string) (all []Check) {
	for _, chat := range v.Chats() {
		all = append(all, Check{chat.Name(), func() (string, error) { return connected(chat, clean) }})
	}
	return all
}

func connected(chat *vitals.Chat, clean func(string) string) (string, error) {
	o := chat.Outage()
	if barred := chat.Barred(); o.Down == 0 && len(barred) > 0 {
		return "", fmt.Errorf("connected, but %s", clean(errors.Join(barred...).Error()))
	}
	if o.Down == 0 {
		return "connected", nil
	}
	said := fmt.Sprintf("no connection for %v", time.Since(o.Since).Round(time.Second))
	if o.Of > 1 {
		said = fmt.Sprintf("%d of %d connections are there, one is not for %v", o.Of-o.Down, o.Of, time.Since(o.Since).Round(time.Second))
	}
	if o.Why != nil {
		said += ": " + clean(o.Why.Error())
	}
	return "", errors.New(said)
}
