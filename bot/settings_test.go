package bot

import (
	"context"
	"errors"
	"strings"
	"testing"

	"verbatim/answer"
	"verbatim/answer/text"
	"verbatim/store"
)

func TestSettings(t *testing.T) {
	behind := languagesBehind(languageNames())
	for _, c := range []struct {
		typed, want string
		changes     bool
	}{
		{"follow-ups", followUpsNow[toAsker], false},
		{"follow-ups EVERYONE", followUpsNow[toEveryone], true},
		{"follow-ups whenever", string(mended("follow-ups", followUpsBehind)), false},
		{"unasked", unaskedNow[off], false},
		{"unasked On", unaskedNow[on], true},
		{"unasked maybe", string(mended("unasked", onOrOffBehind)), false},
		{"languages", languagesNow(settings{}), false},
		{"languages french, EN", "I quote only articles in French and English.", true},
		{"languages Svenska", string(mended("languages", behind)), false},
		{"languages all", languagesNow(settings{}), false},
		{"languages all, French", string(mended("languages", behind)), false},
		{"languages ,", string(mended("languages", behind)), false},
		{"quotes", quotesNow(settings{Quotes: 3}), false},
		{"quotes 5", quotesNow(settings{Quotes: 5}), true},
		{"quotes 1", quotesNow(settings{Quotes: 1}), true},
		{"quotes 0", string(mended("quotes", quotesBehind)), false},
		{"quotes 6", string(mended("quotes", quotesBehind)), false},
		{"quotes many", string(mended("quotes", quotesBehind)), false},
		{"caution", cautionNow[usual], false},
		{"caution HIGH", cautionNow[high], true},
		{"caution low", cautionNow[low], true},
		{"caution 0.5", string(mended("caution", cautionBehind)), false},
		{"private", privateNow[false], false},
		{"private on", privateNow[true], true},
		{"private yes", string(mended("private", onOrOffBehind)), false},
		{"questions", questionsNow(settings{Questions: 90}), false},
		{"questions 7", questionsNow(settings{Questions: 7}), true},
		{"questions 1", questionsNow(settings{Questions: 1}), true},
		{"questions 0", questionsNow(settings{}), true},
		{"questions -1", string(mended("questions", daysBehind)), false},
		{"questions 366", string(mended("questions", daysBehind)), false},
		{"questions 1.5", string(mended("questions", daysBehind)), false},
		{"answer-later", answerLaterNow[true], false},
		{"answer-later off", answerLaterNow[false], true},
		{"answer-later 1", string(mended("answer-later", onOrOffBehind)), false},
		{"corrections", correctionsNow(settings{Corrections: true, sent: keepSent}), false},
		{"corrections off", correctionsNow(settings{}), true},
		{"corrections never", string(mended("corrections", onOrOffBehind)), false},
		{"keepers", keepersNow(nil), false},
		{"keepers add:nobody", string(mended("keepers", keepersBehind)), false},
		{"keepers nobody", keepersNow(nil), false},
	} {
		t.Run(c.typed, func(t *testing.T) {
			h := newHouse(t)
			if r := ask(t, h.Bot, admin("kim"), "/settings "+c.typed); plain(r) != c.want || !r.Private {
				t.Errorf("it says %q, want %q", plain(r), c.want)
			}
			name, _ := cutWord(c.typed)
			h.restart()
			if now := plain(ask(t, h.Bot, admin("kim"), "/settings "+name)); strings.HasPrefix(c.want, "Type ") == (now == c.want) {
				t.Errorf("and then it is %q", now)
			}
			if now := plain(ask(t, h.Bot, elsewhere("kim"), "/settings "+name)); c.changes && now == c.want {
				t.Errorf("of another tenant it is %q too", now)
			}
			if r := ask(t, h.Bot, someone("ann"), "/settings "+c.typed); plain(r) != string(forKeepers) {
				t.Errorf("to others it says %q", plain(r))
			}
		})
	}
}

// elsewhere is an admin of another tenant, in a channel of the same name.
func elsewhere(user string) Message {
	m := admin(user)
	m.Tenant = "there"
	return m
}

func TestSettingsAreShownInOneList(t *testing.T) {
	h := newHouse(t)
	ask(t, h.Bot, admin("kim"), "/settings quotes 2")
	r := ask(t, h.Bot, admin("kim"), "settings")
	list := r.Blocks[0].(List)
	if len(list.Items) != len(settingTable()) || !r.Private {
		t.Fatalf("it shows %v", r.Blocks)
	}
	for i, s := range settingTable() {
		if item := list.Items[i]; !strings.HasPrefix(item.Name, "/settings "+s.name+" ") || item.About == "" {
			t.Errorf("of %s it shows %q", s.name, item)
		}
	}
	if got := list.Items[4].About; got != quotesNow(settings{Quotes: 2}) {
		t.Errorf("it says %q", got)
	}
}

func TestASettingFromBeforeThereWereOthersHolds(t *testing.T) {
	h := newHouse(t)
	err := h.tenants.Memory("here").Update(func(tx *store.Tx) error { return tx.Put([]byte("s/follow-ups"), []byte(toEveryone)) })
	if err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if got := plain(ask(t, h.Bot, admin("kim"), "settings follow-ups")); got != followUpsNow[toEveryone] {
			t.Errorf("it is %q", got)
		}
		ask(t, h.Bot, admin("kim"), "settings quotes 2")
	}
}

func TestQuotesAndLanguagesOfAnswers(t *testing.T) {
	swedish := &answer.Article{ID: "sv", Lang: text.Swedish, Title: "Hamnen", Text: "NATO har en hamn i Arlen."}
	h := newHouse(t, append(moons(5), swedish, harbour("en", "NATO has a harbour in Arlen."))...)
	ask(t, h.Bot, admin("kim"), "/settings quotes 2")
	first := ask(t, h.Bot, someone("ann"), aboutMoons)
	second := press(t, h.Bot, someone("ann"), first, moreQuotesLabel)
	third := ask(t, h.Bot, someone("ann"), "what else?")
	for i, r := range []Reply{first, second, third} {
		if n := strings.Count(plain(r), "> "); n != 2 {
			t.Errorf("page %d has %d quotes", i+1, n)
		}
	}
	ask(t, h.Bot, admin("kim"), "/settings languages swedish")
	if got := plain(ask(t, h.Bot, someone("ann"), "NATO Arlen")); !strings.Contains(got, "en hamn") || strings.Contains(got, "harbour") {
		t.Errorf("in Swedish it says %q", got)
	}
	if r := ask(t, h.Bot, someone("ann"), aboutMoons); strings.Contains(plain(r), "> ") || labelled(r, nearestLabel) != nil {
		t.Errorf("of articles in English it says %q", plain(r))
	}
}

func TestMentionsAreAnsweredAloneWhereThatIsWanted(t *testing.T) {
	h := newHouse(t, talks...)
	ask(t, h.Bot, admin("kim"), "/settings private on")
	r := ask(t, h.Bot, someone("ann"), aboutHarbour)
	if !r.Private || r.Receipt != "" || labelled(r, shareLabel) == nil {
		t.Errorf("private %t, offered are %v", r.Private, r.Actions)
	}
	if shared := press(t, h.Bot, someone("ann"), r, shareLabel); shared.Private || shared.Receipt == "" {
		t.Error("a shared answer is as any other")
	}
	direct := someone("ann")
	direct.Alone = true
	if r := ask(t, h.Bot, direct, aboutHarbour); r.Private {
		t.Error("where nobody else reads, an answer is private")
	}
}

func TestAChannelsCollectionsAreOfThatChannelAndTenant(t *testing.T) {
	h := newHouse(t)
	in := func(tenant, channel string) *turn {
		m := someone("ann")
		m.Tenant, m.Channel = tenant, channel
		made, err := h.turn(m, h.library(tenant))
		if err != nil {
			t.Fatal(err)
		}
		return made
	}
	if err := in("here", "C1").setCollections(t.Context(), []string{"Water", "Land"}); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ tenant, channel, want string }{{"here", "C1", "Water Land"}, {"here", "C2", ""}, {"there", "C1", ""}} {
		if got, err := in(c.tenant, c.channel).collections(); strings.Join(got, " ") != c.want || err != nil {
			t.Errorf("%s %s: %q, %v", c.tenant, c.channel, got, err)
		}
	}
	if err := in("here", "C1").setCollections(t.Context(), nil); err != nil || strings.Contains(h.memory("here"), "Water") {
		t.Errorf("they are still set: %v", err)
	}
}

func TestWhoMayLookAfterTheBot(t *testing.T) {
	h := newHouse(t)
	may := func(m Message) string { return plain(ask(t, h.Bot, m, "/settings quotes")) }
	in := func(user string, groups ...string) Message {
		m := someone(user)
		m.User.In = func(_ context.Context, group string) (bool, error) {
			return strings.Contains(strings.Join(groups, " "), group), nil
		}
		return m
	}
	appoint := admin("kim")
	appoint.Mentioned = []Mention{{ID: "ann", Name: "Ann"}, {ID: "G1", Name: "editors", Group: true}}
	if got := plain(ask(t, h.Bot, appoint, "/settings keepers add:@ann")); got != "The admins here look after me, and besides them: Ann, editors." {
		t.Fatalf("it says %q", got)
	}
	kept := quotesNow(firstSettings)
	for name, c := range map[string]struct {
		m    Message
		want string
	}{
		"the named":               {someone("ann"), kept},
		"the admins":              {admin("kim"), kept},
		"one of the group":        {in("bob", "G1"), kept},
		"one of another group":    {in("bob", "G2"), string(forKeepers)},
		"where there are none":    {someone("bob"), string(forKeepers)},
		"of a person's id":        {in("bob", "ann"), string(forKeepers)},
		"called as a group":       {someone("G1"), string(forKeepers)},
		"nobody":                  {someone(""), string(forKeepers)},
		"the same name elsewhere": {Message{Tenant: "there", Channel: "C1", User: User{ID: "ann"}, Addressed: true}, string(forKeepers)},
	} {
		if got := may(c.m); got != c.want {
			t.Errorf("%s: %q", name, got)
		}
	}
	away := someone("bob")
	away.User.In = func(context.Context, string) (bool, error) { return true, errors.New("the chat is away") }
	if got := may(away); got != string(WentWrong) {
		t.Errorf("where it cannot be known: %q", got)
	}
	crony := someone("ann")
	crony.Mentioned = []Mention{{ID: "bob", Name: "Bob"}}
	if got := plain(ask(t, h.Bot, crony, "/settings keepers add:@bob")); got != string(forAdmins) {
		t.Errorf("one who was named names another: %q", got)
	}
	if got := plain(ask(t, h.Bot, admin("kim"), `/settings keepers remove:"@Ann"`)); got != "The admins here look after me, and besides them: editors." {
		t.Errorf("after one was removed: %q", got)
	}
	if got := may(someone("ann")); got != string(forKeepers) {
		t.Errorf("who was removed: %q", got)
	}
}
