package bot

import (
	"context"
	"slices"
	"strings"
	"unicode"

	"verbatim/answer"
	"verbatim/store"
)

// Command is something a person can type instead of a question.
type Command struct {
	Name  string
	Takes string // what is typed behind it
	About string
	Slash bool // a chat registers it with a slash, for everybody to find
	// Keeper is set where only those may give it, with what it takes, who look after the bot
	// in their tenant.
	Keeper bool

	words []string // all that can be typed behind it, where that is few
	run   func(t *turn, ctx context.Context, args string) (Reply, error)
}

// Commands returns the one table that typing, help, registration and permissions are read off.
func Commands() []Command {
	return []Command{
		{Name: "ask", Takes: "QUESTION", About: "an answer for your eyes, which you can share", Slash: true, run: askPrivately},
		{Name: "articles", About: "the articles I quote from", Slash: true, run: firstArticles},
		{Name: "sources", About: "the outlets I quote from", Slash: true, run: sources},
		{Name: followUps, Takes: "WHOSE", words: followUpsTo, About: "whose further questions I answer without a mention: asker, everyone or mention", Keeper: true, run: setFollowUps},
		{Name: unasked, Takes: "ON|OFF", words: []string{on, off}, About: "whether I answer new posts of this channel, where the articles do", Keeper: true, run: setUnasked},
		{Name: "help", About: "how to ask, and what else I do", run: help},
	}
}

// Usage returns how the command is typed.
func (c *Command) Usage() string {
	usage := c.Name
	if c.Slash {
		usage = "/" + usage
	}
	return strings.TrimSpace(usage + " " + c.Takes)
}

// commandIn returns the command that a text consists of, and what is typed behind it; nil
// when it is none. Without a slash words that could be a question are one: only a command
// alone, or with one of the words that it takes, is a command then.
func commandIn(text string) (*Command, string, error) {
	typed, slash := strings.CutPrefix(text, "/")
	end := strings.IndexFunc(typed, unicode.IsSpace)
	if end < 0 {
		end = len(typed)
	}
	name, args := strings.TrimRight(typed[:end], "!?."), strings.TrimSpace(typed[end:])
	for _, c := range Commands() {
		if strings.EqualFold(c.Name, name) && (slash || c.takes(args)) {
			return &c, args, nil
		}
	}
	if slash {
		return nil, "", noSuchCommand
	}
	return nil, "", nil
}

// takes reports whether words are what the command is typed with: of one that takes a few
// words alone, any single one, since the person is then told which there are.
func (c *Command) takes(args string) bool {
	return args == "" || c.words != nil && !strings.ContainsFunc(args, unicode.IsSpace)
}

func askPrivately(t *turn, ctx context.Context, asked string) (Reply, error) {
	t.Private = true
	if asked == "" {
		return help(t, ctx, "")
	}
	if c, args, err := commandIn(asked); c != nil && c.Name != "ask" || err != nil {
		return t.obey(ctx, c, args, err)
	}
	return t.question(ctx, asked)
}

func help(t *turn, _ context.Context, _ string) (Reply, error) {
	return Reply{Blocks: []Block{Paragraph(whatIAm), Paragraph(howToAsk), commandList()}, Private: t.private()}, nil
}

func commandList() List {
	list := List{Heading: alsoTyped}
	for _, c := range Commands() {
		about := c.About
		if c.Keeper {
			about += keepersOnly
		}
		list.Items = append(list.Items, Item{Name: c.Usage(), About: about})
	}
	return list
}

// sources lists the outlets of the articles, those with the most first.
func sources(t *turn, ctx context.Context, _ string) (Reply, error) {
	n, err := t.library.Size(ctx)
	if err != nil {
		return Reply{}, err
	}
	outlets, err := t.library.Outlets(ctx, "", outletsShown)
	if err != nil {
		return Reply{}, err
	}
	return Reply{Blocks: saySources(n, outlets), Private: t.private()}, nil
}

func firstArticles(t *turn, ctx context.Context, _ string) (Reply, error) {
	return listArticles(t, ctx, "")
}

// listArticles lists a page of the library; its state, if any, says after how many articles.
func listArticles(t *turn, ctx context.Context, state string) (Reply, error) {
	after, err := count(state)
	if err != nil {
		return Reply{}, err
	}
	var shown []*answer.Article
	n := 0
	for a, err := range t.library.Articles(ctx) {
		if err != nil {
			continue // it is damaged, as check says, and its number goes uncounted
		}
		if len(shown) == articlesAPage {
			return t.sayArticles(shown, after, true), nil
		}
		if n++; n > after {
			shown = append(shown, a)
		}
	}
	return t.sayArticles(shown, after, false), nil
}

// unasked is a setting of a channel: whether the bot answers what people begin a
// conversation with there, without being spoken to.
const (
	unasked = "unasked"
	on      = "on"
	off     = "off"
)

func setUnasked(t *turn, _ context.Context, to string) (Reply, error) {
	if to = strings.ToLower(to); to == "" {
		may, err := t.mayAnswerUnasked()
		if to = off; may {
			to = on
		}
		return Reply{Blocks: []Block{Paragraph(unaskedNow[to])}, Private: true}, err
	}
	if unaskedNow[to] == "" {
		return Reply{}, noSuchUnasked
	}
	err := t.memory.Update(func(tx *store.Tx) error { return tx.Put(t.unaskedKey(), []byte(to)) })
	return Reply{Blocks: []Block{Paragraph(unaskedNow[to])}, Private: true}, err
}

func (t *turn) unaskedKey() []byte { return []byte(settingKey + unasked + "/" + t.Channel) }

// Listens reports whether messages that begin a conversation in a channel, and are not
// addressed to the bot, are to be handed to it: those of other channels need not be.
func (b *Bot) Listens(tenant, channel string) bool {
	t := &turn{bot: b, Message: Message{Tenant: tenant, Channel: channel}, memory: b.tenants.Memory(tenant)}
	may, err := t.mayAnswerUnasked()
	if err != nil {
		b.log.Error("whether to listen is not known", "tenant", tenant, "error", err)
	}
	return may
}

// mayAnswerUnasked returns the setting for the channel of the message.
func (t *turn) mayAnswerUnasked() (may bool, err error) {
	err = t.memory.View(func(tx *store.Tx) error {
		may = string(tx.Get(t.unaskedKey())) == on
		return nil
	})
	return may, err
}

// followUps is a setting: to whom the bot answers in its own threads without being spoken to.
const (
	followUps  = "follow-ups"
	toAsker    = "asker"
	toEveryone = "everyone"
	toMentions = "mention"
)

// followUpsTo are the values of followUps, the one that holds unless it is set first.
var followUpsTo = []string{toAsker, toEveryone, toMentions}

func setFollowUps(t *turn, _ context.Context, to string) (Reply, error) {
	if to = strings.ToLower(to); to == "" {
		to, err := t.followUps()
		return Reply{Blocks: []Block{Paragraph(followUpsNow[to])}, Private: true}, err
	}
	if !slices.Contains(followUpsTo, to) {
		return Reply{}, noSuchFollowUps
	}
	err := t.memory.Update(func(tx *store.Tx) error { return tx.Put([]byte(settingKey+followUps), []byte(to)) })
	return Reply{Blocks: []Block{Paragraph(followUpsNow[to])}, Private: true}, err
}

// followUps returns the setting.
func (t *turn) followUps() (to string, err error) {
	err = t.memory.View(func(tx *store.Tx) error {
		to = string(tx.Get([]byte(settingKey + followUps)))
		return nil
	})
	if to == "" {
		to = toAsker
	}
	return to, err
}
