package slack

import (
	"context"
	"encoding/json"
	"errors"
	"slices"

	"github.com/slack-go/slack"

	"verbatim/bot"
	"verbatim/bot/adapter"
)

// Slack's limits for a modal, and for what stands in it.
const (
	longestTitle    = 24
	longestField    = 2000 // of its label or hint
	longestValueIn  = 3000 // that a person may fill in
	longestMetadata = 3000
	mostFiles       = 10 // of 10 MB each
)

// origin is what a modal holds of where it was opened, and gives back when it is sent.
type origin struct {
	State    string `json:"state"` // of the form
	Team     string `json:"team,omitempty"`
	Channel  string `json:"channel,omitempty"`
	Thread   string `json:"thread,omitempty"`
	Begun    bool   `json:"begun,omitempty"`
	Name     string `json:"name,omitempty"`
	Response string `json:"response,omitempty"`
	Pressed  bool   `json:"pressed,omitempty"` // by a button, to which the response belongs
}

// open opens a form for the person.
func (p poster) open(ctx context.Context, in *incoming, f *bot.Form) error {
	_, err := in.space.api.OpenViewContext(ctx, in.trigger, drawForm(f, in.origin(f.State)))
	var refused slack.SlackErrorResponse
	if errors.As(err, &refused) && slices.Contains(tooLate, refused.Err) {
		return bot.FormLate
	}
	return err
}

// tooLate are the errors of Slack for a trigger_id that opens nothing any more.
var tooLate = []string{"expired_trigger_id", "exchanged_trigger_id", "invalid_trigger_id"}

// origin returns what a form made for a message holds.
func (in *incoming) origin(state string) string {
	o := origin{
		State: state, Team: in.team.id, Channel: in.message.Channel, Thread: in.message.Thread, Begun: in.at.begun, Name: in.at.name,
		Response: in.at.response, Pressed: in.at.pressed,
	}
	held := quotedJSON(o)
	if adapter.Length(held) > longestMetadata {
		o.Response, o.Name = "", "" // the reply goes another way
		held = quotedJSON(o)
	}
	return held
}

func quotedJSON(o origin) string {
	b, _ := json.Marshal(o) // texts always have a JSON form
	return string(b)
}

// drawForm draws a form as a modal.
func drawForm(f *bot.Form, origin string) slack.ModalViewRequest {
	var blocks []slack.Block
	for _, p := range sections(line{adapter.Say(f.About)}) {
		blocks = append(blocks, p.blocks...)
	}
	for _, field := range f.Fields {
		blocks = append(blocks, drawField(field))
	}
	return slack.ModalViewRequest{
		Type: slack.VTModal, Title: plainText(clip(f.Title, longestTitle)), Submit: plainText(clip(f.Submit, longestTitle)),
		Blocks: slack.Blocks{BlockSet: blocks}, CallbackID: f.Name, PrivateMetadata: origin,
	}
}

// drawField draws a field. A value that is longer than what may be filled in is left out,
// since it could not come back whole.
//
// Which files are of use is for the bot to say: Slack would refuse the whole form for a
// kind that it does not know.
func drawField(f bot.Field) *slack.InputBlock {
	var element slack.BlockElement = slack.NewFileInputBlockElement(f.Name).WithMaxFiles(mostFiles)
	if !f.Files {
		text := slack.NewPlainTextInputBlockElement(nil, f.Name)
		text.Multiline, text.MaxLength = f.Long, longestValueIn
		if adapter.Length(f.Value) <= longestValueIn {
			text.InitialValue = f.Value
		}
		element = text
	}
	var hint *slack.TextBlockObject
	if f.Hint != "" {
		hint = plainText(clip(f.Hint, longestField))
	}
	input := slack.NewInputBlock(f.Name, plainText(clip(f.Label, longestField)), hint, element)
	input.Optional = !f.Required
	return input
}
