// Package bot is what Verbatim does in a conversation, the same on every chat. A
// chat hands Handle a Message and gets a Reply back as a value: where the reply
// goes, and how it is drawn, is the chat's own business.
package bot

import (
	"context"
	"io"

	"verbatim/answer"
	"verbatim/answer/text"
)

// Message is something a person wrote or pressed in a chat.
type Message struct {
	ID        string // names the message in its tenant, for as long as the chat may send it again
	Tenant    string // whose library answers
	Channel   string
	Thread    string // the conversation in the channel; empty where the channel is one conversation
	User      User
	Text      string
	Addressed bool   // the person spoke to the bot; what is not gets a reply only where it follows up an answer
	Alone     bool   // nobody but the person reads the channel, so that nothing there is to be kept private or shared
	Others    bool   // it names other people, so that what is not addressed to the bot is meant for them
	Private   bool   // the answer is for this person alone, who may share it
	Forum     string // the channel in which this message begins a conversation, as a post in a forum does; empty for any other
	Claim     bool   // Text is not a question but claims something, of which the source is wanted
	Load      bool   // the person wants this message loaded that somebody wrote: its Files, and the links in its Text
	Files     []File
	Mentioned []Mention         // the people and groups named in Text, in their order
	Action    *Pressed          // set when the person pressed an Action, or sent a Form, instead of writing
	Fields    map[string]string // what stands in the fields of the Form that was sent, by their names

	// What the chat can do here.
	Forms     bool        // a Reply's Form can be opened for the person
	Largest   int64       // the most bytes of a file that a Reply may carry; 0 where it can carry none
	Meanwhile func(Reply) // shows the person how far long work is, until the Reply takes its place; nil where nothing can be shown
	Where     string      // for people: from where the message comes, such as #news
	Place     string      // names to the chat where a reply goes, for an Errand there later; empty where one person sees it of several
}

// User is the person behind a Message.
type User struct {
	ID, Name string
	Called   func(context.Context) string                          // finds out the name where Name is empty; nil where there is none to find
	Admin    func(context.Context) (bool, error)                   // costs a call to the chat: asked only where it matters
	In       func(ctx context.Context, group string) (bool, error) // so does this; nil where there are no groups
}

// Mention names a person, or a group of people: a role or a user group.
type Mention struct {
	ID, Name string
	Group    bool
}

// File is something attached to a Message, read only if the bot wants it.
type File struct {
	Name string
	Size int64 // in bytes, as the chat tells it
	Open func(context.Context) (io.ReadCloser, error)
}

// Reply is what the bot says. The zero Reply says nothing.
type Reply struct {
	Blocks  []Block
	Actions []Action // what the person may press next
	Files   []Attachment
	Form    *Form  // is opened for the person, in the place of all else; only where Message.Forms
	Private bool   // for the eyes of the person who asked
	Receipt string // where it is not empty: once the reply is sent, for everybody, Sent is to be told under which name
}

// Offers returns the actions of a reply and of what is in it, in the order in which they are read.
func (r Reply) Offers() (all []Action) {
	for _, block := range r.Blocks {
		switch b := block.(type) {
		case Quotation:
			all = append(all, b.Actions...)
		case List:
			for _, item := range b.Items {
				all = append(all, item.Actions...)
			}
		}
	}
	return append(all, r.Actions...)
}

// Attachment is a file that goes with a Reply.
type Attachment struct {
	Name  string
	Size  int64                                        // in bytes; at most Message.Largest
	Write func(ctx context.Context, w io.Writer) error // writes it, the same each time
}

// Form asks a person to fill something in. What is sent comes back as a Message with its Action and Fields.
type Form struct {
	Title  string // at most 24 characters
	Submit string // the label of what sends it
	About  string // a sentence before the fields; may be empty
	Pressed
	Fields []Field
}

// Field is what a person fills in: a line, or more, or files.
type Field struct {
	Name, Label, Hint string
	Value             string // what stands there already
	Long              bool   // several lines
	Files             bool   // files are attached, where the chat can take them in a form: they come as Message.Files
	Required          bool
}

// Block is a part of a Reply: a Paragraph, a Quotation or a List.
type Block interface{ block() }

// Paragraph is a sentence or two of the bot's own.
type Paragraph string

// Quotation is words of an article and where they stand. The words are Quote.Text
// and nothing else: whatever draws them draws all of them, unchanged.
type Quotation struct {
	Quote   answer.Quote
	Around  text.Span  // where it is not empty: this range of the article is shown, with the quote marked in it
	Who     string     // who speaks them, and as what; empty when that is not sure
	Sources []Citation // where they stand; the first is the article of Quote
	Actions []Action   // what the person may do with this quote
}

// Beside returns the ranges of the article that are shown before the quote and after it.
func (q Quotation) Beside() (before, after text.Span) {
	if q.Around.Empty() {
		return text.Span{}, text.Span{}
	}
	return text.Span{Start: q.Around.Start, End: q.Quote.Start}, text.Span{Start: q.Quote.End, End: q.Around.End}
}

// Citation names an article and the place of a quote in it.
type Citation struct {
	Article string // the article's id
	Title   string // the id again when the article has no title
	URL     string
	Link    string // URL with the place of the quote, at which a browser opens it; empty where there is no web address
	Place   string // the outlet, the date and the paragraph, as far as they are known
	Nearly  bool   // the words stand there with small changes
}

// Lead returns what stands before the title of an article that is not the first.
func (c Citation) Lead() string {
	if c.Nearly {
		return nearlyIn
	}
	return alsoIn
}

// List is a heading with a line for each item.
type List struct {
	Heading string
	Items   []Item
}

// Item is a name and what there is to say of it.
type Item struct {
	Name, About string
	Link        string   // a web address that Name leads to, if any
	Actions     []Action // what the person may do with it
}

func (Paragraph) block() {}
func (Quotation) block() {}
func (List) block()      {}

// Action is something the person may do next with one press.
type Action struct {
	Label string
	Pressed
}

// Pressed is an Action coming back. It holds all that is needed to act on it, so
// that it works for as long as the message that offered it stands.
type Pressed struct {
	Name  string // what to do: a word of lower-case letters
	State string // with what: at most 2,000 letters, digits, - and _, which only the bot reads
}

// Refusal is an error meant for the person. Of any other error the person learns
// only that something went wrong.
type Refusal string

func (r Refusal) Error() string { return string(r) }

// Reply returns what tells the person.
func (r Refusal) Reply() Reply { return Reply{Blocks: []Block{Paragraph(r)}, Private: true} }
