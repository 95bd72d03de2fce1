package bot

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"verbatim/store"
)

// memoryParts are what a tenant's memory holds, by how their keys begin, the first that fits: whether
// it ends, and what reports whether its value can be read.
var memoryParts = []struct {
	prefix, says string
	ends         bool
	reads        func(value []byte) bool
}{
	{receivedKey, "a message that was received", true, func(v []byte) bool { return len(v) == 0 || isA[Received](v) }},
	{conversationKey, "a conversation", true, isA[conversation]},
	{askedKey, "a question that was asked", true, isA[inquiry]},
	{sentKey, "an answer that was given", true, isA[sent]},
	{errandKey, "what is still to be said", true, json.Valid},
	{feedbackKey, "whether an answer helped", true, isA[mark]},
	{shelfKey, "what a button does", true, anything},
	{noteKey, "a note", true, anything},
	{sharedKey, "that an answer was shared", true, anything},
	{settingsKey, "the settings", false, isA[settings]},
	{settingKey + "in/", "the collections of a channel", false, isA[[]string]},
	{settingKey, "a setting", false, anything},
	{reviewedKey, "what was looked at last", false, anything},
	{sealingKey, "the key of the buttons", false, func(v []byte) bool { return len(v) == sealingKeySize }},
}

func isA[T any](value []byte) bool { return json.Unmarshal(value, new(T)) == nil }

func anything([]byte) bool { return true }

// ExamineMemory reads all that is remembered of a tenant, and reports what cannot be read: a
// record that does not decode, or the end of which is not noted, or that ends and is not
// there. No transaction is open for long.
func ExamineMemory(ctx context.Context, memory *store.Tenant, found func(what string)) error {
	return eachDamaged(ctx, memory, func(damaged map[string]string) error {
		for _, key := range slices.Sorted(maps.Keys(damaged)) {
			found(damaged[key])
		}
		return nil
	})
}

// RepairMemory drops what ExamineMemory finds, and returns how many records.
func RepairMemory(ctx context.Context, memory *store.Tenant) (dropped int, err error) {
	for {
		n := 0
		err := eachDamaged(ctx, memory, func(damaged map[string]string) error {
			some, err := dropDamaged(memory, damaged)
			n += some
			return err
		})
		dropped += n
		if n == 0 || err != nil { // without a record its end is damaged too
			return dropped, err
		}
	}
}

// dropDamaged drops records that are damaged, as far as they still are.
func dropDamaged(memory *store.Tenant, damaged map[string]string) (n int, err error) {
	if len(damaged) == 0 {
		return 0, nil
	}
	err = memory.Update(func(tx *store.Tx) error {
		n = 0
		for key := range damaged {
			if _, still := damageOf(tx, key, tx.Get([]byte(key))); !still {
				continue
			}
			n++
			if err := tx.Delete([]byte(key)); err != nil {
				return err
			}
		}
		return nil
	})
	return n, err
}

// eachDamaged visits what is damaged, by its key, some hundred records at a time.
func eachDamaged(ctx context.Context, memory *store.Tenant, visit func(damaged map[string]string) error) error {
	for from := []byte{}; from != nil; {
		if err := ctx.Err(); err != nil {
			return err
		}
		damaged := map[string]string{}
		err := memory.View(func(tx *store.Tx) error {
			for range recordsAtOnce {
				key, value := tx.Seek(nil, from)
				if key == nil {
					from = nil
					return nil
				}
				if what, is := damageOf(tx, string(key), value); is {
					damaged[string(key)] = what
				}
				from = append(slices.Clone(key), 0)
			}
			return nil
		})
		if err == nil {
			err = visit(damaged)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// damageOf says what is damaged where a record is; false where it is sound, or not there.
func damageOf(tx *store.Tx, key string, value []byte) (what string, is bool) {
	if value == nil {
		return "", false
	}
	if end, of := strings.CutPrefix(key, endKey); of {
		return "the end of a record", !endsThen(tx, end)
	}
	for _, part := range memoryParts {
		name, of := strings.CutPrefix(key, part.prefix)
		if !of {
			continue
		}
		if !part.ends {
			return part.says, !part.reads(value)
		}
		sound := len(value) >= stampSize && name != "" && part.reads(value[stampSize:]) &&
			tx.Get(slices.Concat([]byte(endKey), value[:stampSize], []byte(key))) != nil
		return part.says, !sound
	}
	return fmt.Sprintf("a record of no kind (%q)", clipped(key)), true
}

// endsThen reports whether the record is there that ends as the rest of a key says.
func endsThen(tx *store.Tx, end string) bool {
	if len(end) <= stampSize {
		return false
	}
	record := tx.Get([]byte(end[stampSize:]))
	return len(record) >= stampSize && string(record[:stampSize]) == end[:stampSize]
}

// clipped is the beginning of a key, which may name what a person asked.
func clipped(key string) string { return key[:min(2, len(key))] }
