package bot

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"verbatim/answer"
	"verbatim/answer/text"
	"verbatim/store"
)

// talks are two people's words about two subjects.
var talks = []*answer.Article{
	{ID: "paul.txt", Lang: text.English, Title: "Paul", Text: "“The harbour of Arlen will be closed in May,” said Paul Stone, the mayor.\n\n“The library of Arlen will stay open,” said Paul Stone, the mayor."},
	{ID: "mary.txt", Lang: text.English, Title: "Mary", Text: "“The harbour of Arlen must stay open,” said Mary Wood, a fisher."},
}

func overhears(user, said string) Message {
	m := someone(user)
	m.Addressed, m.Text = false, said
	return m
}

func TestAFollowUpKeepsTheSubject(t *testing.T) {
	b, _ := newBot(t, talks...)
	first := ask(t, b, someone("ann"), "What did Paul Stone say about the harbour?")
	if !strings.Contains(plain(first), "closed in May") {
		t.Fatalf("answered with %q", plain(first))
	}
	r := ask(t, b, someone("ann"), "and what about the library?")
	if got := plain(r); !strings.HasPrefix(got, "I read that as “What did Paul Stone say about the library?”.\n> “The library of Arlen") {
		t.Errorf("the follow-up is answered with %q", got)
	}
	alone := ask(t, b, someone("ann"), "What did Mary Wood say about the harbour?")
	if got := plain(alone); !strings.HasPrefix(got, "> ") || !strings.Contains(got, "must stay open") {
		t.Errorf("a question of its own is answered with %q", got)
	}
}

// Where the subject before has no answer, what the words alone find is shown, and said to be that.
func TestAFollowUpThatIsOnlyAnsweredAloneSaysSo(t *testing.T) {
	b, _ := newBot(t, talks...)
	ask(t, b, someone("ann"), "What did Ann Lee say about the harbour?")
	const whole = "What did Ann Lee say about the library?"
	got := plain(ask(t, b, someone("ann"), "and what about the library?"))
	if !strings.HasPrefix(got, fmt.Sprintf(readAsButAlone, whole)+"\n> “The library of Arlen") {
		t.Errorf("answered with %q", got)
	}
	if got := plain(ask(t, b, someone("ann"), "and Paul Stone?")); !strings.HasPrefix(got, "I read that as “What did Paul Stone say about the library?”.") {
		t.Errorf("the next is answered with %q", got)
	}
}

func TestAFollowUpIsOfItsOwnConversation(t *testing.T) {
	b, _ := newBot(t, talks...)
	ask(t, b, someone("ann"), "What did Paul Stone say about the harbour?")
	elsewhere := someone("ann")
	elsewhere.Thread = "T2"
	if got := plain(ask(t, b, elsewhere, "and what about the library?")); strings.Contains(got, "I read that") {
		t.Errorf("another thread remembers: %q", got)
	}
	channel := someone("ann")
	channel.Thread = ""
	ask(t, b, channel, "What did Paul Stone say about the harbour?")
	bob := channel
	bob.User.ID = "bob"
	if got := plain(ask(t, b, bob, "and what about the library?")); strings.Contains(got, "I read that") {
		t.Errorf("where there is no thread another's question is remembered: %q", got)
	}
}

func TestWhoIsAnsweredInAThreadWithoutAMention(t *testing.T) {
	const chatter = "Great, see you at the harbour."
	for _, c := range []struct {
		setting, user, said string
		answered            bool
	}{
		{toAsker, "ann", "What did Mary Wood say about the harbour?", true},
		{toAsker, "ann", "and what about the library?", true},
		{toAsker, "ann", chatter, false},
		{toAsker, "ann", "thanks", false},
		{toAsker, "bob", "What did Mary Wood say about the harbour?", false},
		{toEveryone, "bob", "What did Mary Wood say about the harbour?", true},
		{toEveryone, "bob", chatter, false},
		{toMentions, "ann", "What did Mary Wood say about the harbour?", false},
	} {
		t.Run(c.setting+" "+c.user+" "+c.said, func(t *testing.T) {
			b, _ := newBot(t, talks...)
			keeper := someone("ann")
			keeper.User.Admin = func(context.Context) (bool, error) { return true, nil }
			if got := plain(ask(t, b, keeper, "settings follow-ups "+c.setting)); got != followUpsNow[c.setting] {
				t.Fatalf("the setting is answered with %q", got)
			}
			ask(t, b, someone("ann"), "What did Paul Stone say about the harbour?")
			if got := plain(b.Handle(t.Context(), overhears(c.user, c.said))); (got != "") != c.answered {
				t.Errorf("answered with %q", got)
			}
		})
	}
}

func TestWhatIsNotMeantForTheBotIsNotAnswered(t *testing.T) {
	const asked = "What did Mary Wood say about the harbour?"
	b, _ := newBot(t, talks...)
	ask(t, b, someone("ann"), "What did Paul Stone say about the harbour?")
	toOthers, otherThread, noThread := overhears("ann", asked), overhears("ann", asked), overhears("ann", asked)
	toOthers.Others, otherThread.Thread, noThread.Thread = true, "T9", ""
	for name, m := range map[string]Message{"to others": toOthers, "in another thread": otherThread, "in the channel": noThread} {
		if got := plain(b.Handle(t.Context(), m)); got != "" {
			t.Errorf("%s: answered with %q", name, got)
		}
	}
}

// Nothing keeps the bot talking that does not speak to it.
func TestFollowUpsWithoutAMentionEnd(t *testing.T) {
	b, _ := newBot(t, talks...)
	ask(t, b, someone("ann"), "What did Paul Stone say about the harbour?")
	answered := 0
	for range 2 * mostUnasked {
		if len(b.Handle(t.Context(), overhears("ann", "What did Mary Wood say about the harbour?")).Blocks) > 0 {
			answered++
		}
	}
	if answered != mostUnasked {
		t.Errorf("answered %d times, want %d", answered, mostUnasked)
	}
	ask(t, b, someone("ann"), "What did Paul Stone say about the harbour?")
	if len(b.Handle(t.Context(), overhears("ann", "What did Mary Wood say about the harbour?")).Blocks) == 0 {
		t.Error("spoken to again, it does not answer a follow-up")
	}
}

func TestOnlyKeepersChangeWhatConcernsEverybody(t *testing.T) {
	b, _ := newBot(t)
	for name, admin := range map[string]func(context.Context) (bool, error){
		"nobody": nil,
		"member": func(context.Context) (bool, error) { return false, nil },
	} {
		m := someone(name)
		m.User.Admin = admin
		if r := ask(t, b, m, "settings follow-ups everyone"); plain(r) != string(forKeepers) || !r.Private {
			t.Errorf("%s is told %q", name, plain(r))
		}
	}
	m := someone("unknown")
	m.User.Admin = func(context.Context) (bool, error) { return false, errors.New("the chat is away") }
	if r := ask(t, b, m, "settings follow-ups everyone"); plain(r) != string(WentWrong) {
		t.Errorf("where it cannot be known: %q", plain(r))
	}
	m.User.Admin = func(context.Context) (bool, error) { return true, nil }
	if r := ask(t, b, m, "settings follow-ups sometimes"); plain(r) != string(mended(followUps, followUpsBehind)) {
		t.Errorf("another word is answered with %q", plain(r))
	}
	if r := ask(t, b, m, "settings follow-ups"); plain(r) != followUpsNow[toAsker] {
		t.Errorf("unchanged it is %q", plain(r))
	}
}

func TestFindTheSource(t *testing.T) {
	b, _ := newBot(t, talks...)
	m := someone("ann")
	m.Claim, m.Private = true, true
	r := ask(t, b, m, "I read somewhere that the harbour of Arlen will be closed in May, is that so")
	if !r.Private || !strings.Contains(plain(r), "closed in May") {
		t.Errorf("private %t, %q", r.Private, plain(r))
	}
	if r = ask(t, b, m, "by:Reuters The harbour of Arlen will be closed in May"); !strings.Contains(plain(r), "closed in May") {
		t.Errorf("a claim with what looks like a filter: %q", plain(r))
	}
	r = ask(t, b, m, "The harbour of Arlen will be closed in May. "+strings.Repeat("La la. ", 500))
	if got := plain(r); !strings.HasPrefix(got, beginningOnly+"\n") || !strings.Contains(got, "closed in May") {
		t.Errorf("of a long text: %q", got)
	}
}

// What is said to one person alone has no part in the thread that others read.
func TestAPrivateQuestionStaysOutOfTheThread(t *testing.T) {
	b, _ := newBot(t, talks...)
	ask(t, b, someone("ann"), "What did Mary Wood say about the harbour?")
	if r := ask(t, b, someone("bob"), "/ask What did Paul Stone say about the harbour?"); !r.Private {
		t.Fatalf("not private: %q", plain(r))
	}
	if got := plain(ask(t, b, someone("ann"), "and what about the library?")); strings.Contains(got, "Paul Stone say") {
		t.Errorf("the thread is answered with %q", got)
	}
	if r := b.Handle(t.Context(), overhears("bob", "What did Mary Wood say about the harbour?")); len(r.Blocks) > 0 {
		t.Errorf("one who was only answered alone is answered without a mention: %q", plain(r))
	}
}

func TestWhatElseShowsFurtherQuotes(t *testing.T) {
	b, _ := newBot(t, moons(5)...)
	first := plain(ask(t, b, someone("ann"), aboutMoons))
	second := plain(ask(t, b, someone("ann"), "what else?"))
	if !strings.HasPrefix(second, "> ") || strings.Contains(second, strings.SplitN(first, "\n", 2)[0]) {
		t.Errorf("after\n%s\nit says\n%s", first, second)
	}
	if third := plain(ask(t, b, someone("ann"), "what else?")); third != noMoreQuotes {
		t.Errorf("in the end it says %q", third)
	}
}

// That there is no answer is not told to those who may talk to each other.
func TestSilenceIsNotToldToWhoDidNotAsk(t *testing.T) {
	for said, told := range map[string]bool{
		"Who won the cup in Oslo?": true, "Is that so?": false, "wtf??": false, "Who cares": false, "Shall we have lunch, Bob?": false,
		"what do you think?": false, "ok Bob": false, "/shrug why?": false, strings.Repeat("long ", 400) + "right?": false,
	} {
		b, _ := newBot(t, talks...)
		ask(t, b, someone("ann"), "What did Paul Stone say about the harbour?")
		if got := plain(b.Handle(t.Context(), overhears("ann", said))); (got != "") != told {
			t.Errorf("%q is answered with %q", said, got)
		}
	}
}

// The disk may be full, and the answers are good all the same.
func TestAnswersGoOnWithoutADiskToRemember(t *testing.T) {
	b, log := newBot(t, talks...)
	full := store.Options{MaxSize: 1 << 15}
	db, err := store.Open(filepath.Join(t.TempDir(), "full.db"), full)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	err = nil
	for i := 0; err == nil && i < 1000; i++ {
		err = db.Tenant("here").Update(func(tx *store.Tx) error { return tx.Put(fmt.Append(nil, i), make([]byte, 1<<10)) })
	}
	if !errors.Is(err, store.ErrFull) {
		t.Fatal(err)
	}
	b.tenants.Memory = func(string) *store.Tenant { return db.Tenant("here") }
	r := ask(t, b, someone("ann"), "What did Paul Stone say about the harbour?")
	if !strings.Contains(plain(r), "closed in May") {
		t.Errorf("answered with %q", plain(r))
	}
	if !strings.Contains(log.String(), "not remembered") || labelled(r, helpfulLabel) != nil {
		t.Errorf("offered are %v, and the log says %q", r.Actions, log)
	}
}

// A channel's new posts are answered once its keepers want that, and only where there is an answer.
func TestPostsAreAnsweredWhereThatIsWanted(t *testing.T) {
	b, _ := newBot(t, talks...)
	post := func(said string) string {
		m := someone("ann")
		m.Addressed, m.Text, m.Forum = false, said, m.Channel
		return plain(b.Handle(t.Context(), m))
	}
	const answered, unanswered = "The harbour: what did Mary Wood say about it? I wonder.", "Who won the cup in Oslo?"
	if got := post(answered); got != "" {
		t.Errorf("before it is wanted it says %q", got)
	}
	keeper := someone("ann")
	keeper.User.Admin = func(context.Context) (bool, error) { return true, nil }
	if got := plain(ask(t, b, keeper, "settings unasked on")); got != unaskedNow[on] {
		t.Fatalf("the setting is answered with %q", got)
	}
	if got := post(answered); !strings.Contains(got, "must stay open") {
		t.Errorf("it says %q", got)
	}
	if got := post(unanswered); got != "" {
		t.Errorf("without an answer it says %q", got)
	}
	keeper.Channel = "C2"
	if got := plain(ask(t, b, keeper, "settings unasked")); got != unaskedNow[off] {
		t.Errorf("in another channel the setting is %q", got)
	}
}
