package discord

import (
	"encoding/json"
	"slices"
	"strings"

	"verbatim/bot"
)

// said is a message. Of its components nothing is read, whatever they are.
type said struct {
	ID              string   `json:"id"`
	Channel         string   `json:"channel_id"`
	Guild           string   `json:"guild_id"`
	Type            int      `json:"type"`
	Content         string   `json:"content"`
	Author          *person  `json:"author"`
	Webhook         string   `json:"webhook_id"`
	Application     string   `json:"application_id"`
	Mentions        []person `json:"mentions"`
	MentionRoles    []string `json:"mention_roles"`
	MentionEveryone bool     `json:"mention_everyone"`
	Referenced      *said    `json:"referenced_message"`
	Embeds          []struct {
		Description string `json:"description"`
	} `json:"embeds"`
	Attachments []attachment `json:"attachments"`
	Forwarded   []struct {
		Message *said `json:"message"`
	} `json:"message_snapshots"`
}

// The types of messages in which a person says something.
const (
	plainMessage = 0
	replyMessage = 19
)

// byPerson reports whether a person said it, for certain: a bot that answers bots may never end.
func (s *said) byPerson(us string) bool {
	a := s.Author
	return a != nil && a.ID != "" && a.ID != us && !a.Bot && !a.System && s.Webhook == "" && s.Application == "" &&
		(s.Type == plainMessage || s.Type == replyMessage) && s.ID != "" && s.Channel != ""
}

// answers returns whose message it replies to; empty where it replies to none.
func (s *said) answers() string {
	if s.Referenced == nil || s.Referenced.Author == nil {
		return ""
	}
	return s.Referenced.Author.ID
}

// message understands what is said to the bot, and what is said in threads, where it may
// follow up an answer.
func (d delivery) message() (*incoming, error) {
	var s said
	if err := json.Unmarshal(d.Payload, &s); err != nil {
		return nil, err
	}
	if !s.byPerson(d.Us) {
		return nil, nil
	}
	w := reader{d.Us, named(s.Mentions), d.role}.read(s.Content)
	mentioned := w.us || slices.ContainsFunc(s.Mentions, func(p person) bool { return p.ID == d.Us })
	in := &incoming{id: s.ID, guild: s.Guild, attached: s.Attachments}
	in.at = place{channel: s.Channel, user: s.Author.ID, direct: s.Guild == "", message: s.ID}
	in.message = bot.Message{
		Channel: s.Channel, User: bot.User{ID: s.Author.ID, Name: s.Author.name()}, Text: w.text, Mentioned: w.mentioned,
		Addressed: in.at.direct || mentioned || s.answers() == d.Us,
		Others:    w.others || s.MentionEveryone || len(s.MentionRoles) > 0 || s.answers() != "" && s.answers() != d.Us,
	}
	switch {
	case in.at.direct:
	case d.Channel.isThread():
		in.within(d.Channel, s.ID == s.Channel)
	case !in.message.Addressed:
		return nil, nil
	case d.Channel.opensThreads() && w.text != "":
		in.at.opens, in.message.Thread = true, s.ID // the thread will have the id of the message
	}
	return in, nil
}

// within completes what is said in a thread. The first message of a forum's post has the id
// of the post, which is a thread.
func (in *incoming) within(thread channel, begins bool) {
	in.message.Channel, in.message.Thread = thread.Parent, in.at.channel
	if begins {
		in.message.Forum = thread.Parent
		in.message.Text = strings.TrimSpace(thread.Name + "\n" + in.message.Text)
	}
}

// role returns the name of a role that a message mentions; empty where it is not known.
func (d delivery) role(id string) string { return d.Roles[id] }

// claims returns what a message says: its text, or where it has none what is embedded in it.
func (s *said) claims(us string) string {
	text := s.Content
	for _, e := range s.Embeds {
		if text == "" {
			text = e.Description
		}
	}
	return s.read(us, text)
}

// whole returns the text of a message, and the files attached to it, with those of the
// messages that it forwards.
func (s *said) whole(us string) (text string, files []attachment) {
	text, files = s.read(us, s.Content), s.Attachments
	for _, f := range s.Forwarded {
		if f.Message != nil {
			text = strings.TrimSpace(text + "\n" + s.read(us, f.Message.Content))
			files = append(files[:len(files):len(files)], f.Message.Attachments...)
		}
	}
	return text, files
}

// read returns a text of the message as it is read on the screen.
func (s *said) read(us, text string) string {
	nameless := func(string) string { return "" }
	return reader{us, named(s.Mentions), nameless}.read(text).text
}
