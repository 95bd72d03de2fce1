package bot

import (
	"encoding/binary"
	"slices"
	"time"

	"verbatim/store"
)

// The keys of a tenant's memory. What is kept for a while has the time of its end, 8 bytes,
// big-endian, in Unix seconds, before its value.
//
//	r/ <id of a message>            received: the message as its chat sent it until it is answered, then nothing
//	c/ <conversation, hashed>       what was asked and answered there last
//	q/ <time> <question, hashed>    what was asked, for insights and to be answered later
//	a/ <receipt>                    an answer that everybody sees, to be corrected
//	e/ <errand>                     what is to be said without being asked just now
//	v                               which change of the articles the last review looked at
//	f/ <person> / <answer, hashed>  whether it helped
//	b/ <name>                       the state of an action, for a button that cannot carry it
//	n/ <name>                       what a chat has noted
//	d/ <answer, hashed>             that it was shared
//	x/ <end> <key>                  that the record of key ends then
//	s/all                           the settings, as JSON
//	s/unasked/ <channel>            whether new posts there are answered
//	s/in/ <channel>                 the collections it is answered from, as JSON
//	k                               the key that seals the states of actions
const (
	receivedKey     = "r/"
	conversationKey = "c/"
	askedKey        = "q/"
	sentKey         = "a/"
	errandKey       = "e/"
	reviewedKey     = "v"
	feedbackKey     = "f/"
	shelfKey        = "b/"
	noteKey         = "n/"
	sharedKey       = "d/"
	endKey          = "x/"
	settingKey      = "s/"
	sealingKey      = "k"
)

// How long is kept what is not kept for ever. Chats send a message again within minutes;
// an answer that is a day late is none.
const (
	keepReceived     = time.Hour // once it is answered
	keepWaiting      = 24 * time.Hour
	keepShared       = 30 * 24 * time.Hour
	keepPassing      = time.Hour // where what was asked is not to be kept
	keepConversation = 30 * 24 * time.Hour
	keepSent         = 30 * 24 * time.Hour // so long an answer is corrected, and a question answered later
	keepErrand       = 30 * 24 * time.Hour
)

const stampSize = 8

// endedAWrite is how many records that have ended are taken out with each that is kept.
const endedAWrite = 4

// keep stores a value under a key until its time ends, in the place of an earlier one.
func keep(tx *store.Tx, key string, value []byte, now time.Time, long time.Duration) error {
	if err := drop(tx, key); err != nil {
		return err
	}
	end := stamp(now.Add(long))
	if err := tx.Put(append(append([]byte(endKey), end...), key...), nil); err != nil {
		return err
	}
	if err := tx.Put([]byte(key), append(end, value...)); err != nil {
		return err
	}
	return dropEnded(tx, now, endedAWrite)
}

// kept returns the value that is kept under a key, for the time of tx; false where there is none any more.
func kept(tx *store.Tx, key string, now time.Time) ([]byte, bool) {
	record := tx.Get([]byte(key))
	if len(record) < stampSize || ended(record, now) {
		return nil, false
	}
	return record[stampSize:], true
}

// drop takes out what is kept under a key, if anything is.
func drop(tx *store.Tx, key string) error {
	record := tx.Get([]byte(key))
	if len(record) < stampSize {
		return nil
	}
	if err := tx.Delete(append(append([]byte(endKey), record[:stampSize]...), key...)); err != nil {
		return err
	}
	return tx.Delete([]byte(key))
}

func stamp(t time.Time) []byte { return binary.BigEndian.AppendUint64(nil, uint64(t.Unix())) }

// ended reports whether the stamp that a record begins with is past.
func ended(record []byte, now time.Time) bool {
	return int64(binary.BigEndian.Uint64(record)) <= now.Unix()
}

// renew puts another value in the place of one that is kept, until the same end.
func renew(tx *store.Tx, key string, value []byte) error {
	record := tx.Get([]byte(key))
	if len(record) < stampSize {
		return nil
	}
	return tx.Put([]byte(key), slices.Concat(record[:stampSize], value))
}
