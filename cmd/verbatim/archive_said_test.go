package main

import (
	"slices"
	"strings"
	"testing"
)

// listening is what a conversation hears on a chat that tells what the bot does there by
// calls of some type.
type listening[Call any] struct {
	*testing.T
	chat chatOf[Call]

	owed  bool   // a reply is to come that nobody heard yet
	last  Call   // the reply that was heard last
	heard []Call // all that was heard, in order
}

// chatOf is what a listener has to know of a chat.
type chatOf[Call any] struct {
	await   func(testing.TB, func(Call) bool) Call // the first that was not returned before
	calls   func() []Call
	says    func(Call) bool // shows something in this conversation
	read    func(Call) string
	unasked func(Call) bool // may be no response to anything
	alone   func(Call) bool // one person reads it
	offers  func(Call) []string
}

// next returns the next thing that is said: of the bot's own accord, or in reply.
func (l *listening[Call]) next(unasked bool) Call {
	l.Helper()
	said := l.chat.await(l.T, func(c Call) bool { return l.counts(c) && l.isUnasked(c) == unasked })
	l.heard = append(l.heard, said)
	l.Log(l.chat.read(said))
	return said
}

// counts reports whether a call says more than how far work is.
func (l *listening[Call]) counts(c Call) bool {
	return l.chat.says(c) && !slices.ContainsFunc([]string{"Loading", "Putting the articles together"}, func(way string) bool {
		return strings.HasPrefix(l.chat.read(c), way)
	})
}

// isUnasked reports whether a call says what is said unasked alone.
func (l *listening[Call]) isUnasked(c Call) bool {
	return l.chat.unasked(c) && slices.ContainsFunc([]string{"This was asked on ", "A quote was taken back on ", " stands in the articles again "}, func(words string) bool {
		return strings.Contains(l.chat.read(c), words)
	})
}

// does notes that the person does something, to which a reply is to come. One that is still
// to come to what was done before comes first.
func (l *listening[Call]) does() {
	l.Helper()
	l.reply()
	l.owed = true
}

// reply returns the last reply, once it is there.
func (l *listening[Call]) reply() Call {
	l.Helper()
	if l.owed {
		l.last, l.owed = l.next(false), false
	}
	return l.last
}

func (l *listening[Call]) hears(words ...string) {
	l.Helper()
	if !l.owed {
		l.Fatalf("nothing was done to which a reply could have %q", words)
	}
	l.has(l.reply(), words)
}

func (l *listening[Call]) hearsAlone(words ...string) {
	l.Helper()
	if l.hears(words...); !l.chat.alone(l.last) {
		l.Fatalf("others too read %s", l.chat.read(l.last))
	}
}

func (l *listening[Call]) isTold(words ...string) {
	l.Helper()
	l.has(l.next(true), words)
}

// has looks for words, however the lines are broken.
func (l *listening[Call]) has(c Call, words []string) {
	l.Helper()
	said := strings.Join(strings.Fields(l.chat.read(c)), " ")
	for _, w := range words {
		if !strings.Contains(said, w) {
			l.Fatalf("it does not say %q:\n%s", w, l.chat.read(c))
		}
	}
}

// offering returns what was said last that offers something by a label.
func (l *listening[Call]) offering(label string) (offer Call) {
	l.Helper()
	l.reply()
	for _, c := range slices.Backward(l.heard) {
		if slices.Contains(l.chat.offers(c), label) {
			return c
		}
	}
	l.Fatalf("%q is not offered", label)
	return offer
}

// settles holds the bot, which has ended, to have said nothing but what was heard.
func (l *listening[Call]) settles() {
	l.Helper()
	said := slices.DeleteFunc(l.chat.calls(), func(c Call) bool { return !l.counts(c) })
	if len(said) == len(l.heard) {
		return
	}
	l.Errorf("it said %d things, of which %d were looked for", len(said), len(l.heard))
	for _, c := range said {
		l.Log(l.chat.read(c))
	}
}
