package bot

import (
	"sync"

	"verbatim/answer"
)

// bells wake those who attend to the tenants of a library.
type bells struct {
	mu  sync.Mutex
	all map[*answer.Library][]chan struct{}
}

// hang returns a bell of a library, and what takes it down.
func (b *bells) hang(l *answer.Library) (bell chan struct{}, down func()) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.all == nil {
		b.all = map[*answer.Library][]chan struct{}{}
	}
	bell = make(chan struct{}, 1)
	b.all[l] = append(b.all[l], bell)
	return bell, func() { b.takeDown(l, bell) }
}

func (b *bells) takeDown(l *answer.Library, bell chan struct{}) {
	b.mu.Lock()
	defer b.mu.Unlock()
	var left []chan struct{}
	for _, other := range b.all[l] {
		if other != bell {
			left = append(left, other)
		}
	}
	b.all[l] = left
	if len(left) == 0 {
		delete(b.all, l)
	}
}

// ring rings all bells of a library. One that rings already goes on to.
func (b *bells) ring(l *answer.Library) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, bell := range b.all[l] {
		select {
		case bell <- struct{}{}:
		default:
		}
	}
}

// stir wakes whoever attends to the tenants of a library, which has changed.
func (b *Bot) stir(l *answer.Library) { b.bells.ring(l) }

// wake wakes whoever attends to a tenant.
func (b *Bot) wake(tenant string) {
	if l, err := b.tenants.Library(tenant); err == nil {
		b.stir(l)
	}
}
