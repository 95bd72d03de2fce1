package bot

import (
	"context"
	"time"

	"verbatim/answer"
)

// marredEvery is how often it is logged at most that the answers of a tenant go without something.
const marredEvery = 10 * time.Minute

// ask asks a library, and notes where an answer went without what is damaged.
func (b *Bot) ask(ctx context.Context, tenant string, library *answer.Library, q answer.Question) (*answer.Answer, error) {
	a, err := library.Ask(ctx, q)
	if err != nil || !a.Damaged {
		return a, err
	}
	b.vitals.Damaged()
	if b.marred.allow(tenant, b.now()) {
		b.log.WarnContext(ctx, "answered without what is damaged: verbatim check tells what is", "tenant", tenant)
	}
	return a, nil
}
