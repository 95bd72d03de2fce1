package bot

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"slices"
	"strings"

	"verbatim/store"
)

// A ticket is what an action's state holds: what to do it with, for whom it was made, and
// in which channel and thread. Nothing of it is kept in the store, so that it works for as long as
// the message that shows the action stands.
type ticket struct {
	owner, channel, thread, state string

	others string // whose words are in it too, each behind a zero byte
}

// mostOthers is how many people are named in a ticket beside its owner, so that there is room for the rest.
const mostOthers = 5

// of returns the ticket with the people whose words are in it.
func (t ticket) of(people []string) ticket {
	others := slices.DeleteFunc(slices.Clone(people), func(p string) bool { return p == t.owner })
	t.others = ""
	for _, p := range others[:min(len(others), mostOthers)] {
		t.others += "\x00" + p
	}
	return t
}

// people returns those whose words are in a ticket, its owner first.
func (t ticket) people() []string { return strings.Split(t.owner+t.others, "\x00") }

// longestState is how many characters a sealed state may have: what the roomiest chat lets a button carry.
const longestState = 2000

const (
	sealingKeySize = 32
	macSize        = 16
)

// seal returns a ticket for the action of a name as an Action's State: letters, digits, - and _.
func (t ticket) seal(key []byte, name string) string {
	var body []byte
	for _, part := range t.parts() {
		body = binary.AppendUvarint(body, uint64(len(part)))
		body = append(body, part...)
	}
	return base64.RawURLEncoding.EncodeToString(append(mac(key, name, body), body...))
}

// leastParts is how many parts a ticket has in which are the words of one person alone.
const leastParts = 4

func (t ticket) parts() []string {
	all := []string{t.owner, t.channel, t.thread, t.state, t.others}
	if t.others == "" {
		return all[:leastParts]
	}
	return all
}

// unseal returns the ticket in a state; false for one that was not sealed with this key for
// an action of this name.
func unseal(key []byte, name, state string) (t ticket, ok bool) {
	sealed, err := base64.RawURLEncoding.Strict().DecodeString(state)
	if err != nil || len(sealed) < macSize || !hmac.Equal(sealed[:macSize], mac(key, name, sealed[macSize:])) {
		return t, false
	}
	return read(sealed[macSize:])
}

// unsealed returns the ticket in a state, whatever key and action it was sealed for.
func unsealed(state string) (t ticket, ok bool) {
	sealed, err := base64.RawURLEncoding.DecodeString(state)
	if err != nil || len(sealed) < macSize {
		return t, false
	}
	return read(sealed[macSize:])
}

func read(body []byte) (t ticket, ok bool) {
	for i, part := range []*string{&t.owner, &t.channel, &t.thread, &t.state, &t.others} {
		if i == leastParts && len(body) == 0 {
			break
		}
		size, n := binary.Uvarint(body)
		if n <= 0 || size > uint64(len(body)-n) {
			return t, false
		}
		*part, body = string(body[n:n+int(size)]), body[n+int(size):]
	}
	return t, len(body) == 0
}

func mac(key []byte, name string, body []byte) []byte {
	h := hmac.New(sha256.New, key)
	h.Write(binary.AppendUvarint(nil, uint64(len(name))))
	h.Write([]byte(name))
	h.Write(body)
	return h.Sum(nil)[:macSize]
}

// sealing returns the key that seals the states of a tenant, and makes it when there is none.
func (b *Bot) sealing(tenant string, memory *store.Tenant) ([]byte, error) {
	if key, ok := b.keys.Load(tenant); ok {
		return key.([]byte), nil
	}
	key := make([]byte, sealingKeySize)
	rand.Read(key)
	err := memory.Update(func(tx *store.Tx) error {
		if known := tx.Get([]byte(sealingKey)); len(known) == sealingKeySize {
			copy(key, known)
			return nil
		}
		return tx.Put([]byte(sealingKey), key)
	})
	if err != nil {
		return nil, err
	}
	b.keys.Store(tenant, key)
	return key, nil
}
