package discord

import (
	"cmp"
	"context"
	"errors"

	"github.com/bwmarrin/discordgo"

	"verbatim/bot"
	"verbatim/bot/adapter"
)

// Discord's limits for a form, which it calls a modal.
const (
	mostFormParts    = 5 // fields, and the words above them
	longestFormTitle = 45
	longestFieldName = 45
	longestHint      = 100
	longestAboutForm = 4000
	longestValue     = 4000
	mostFormFiles    = 10
)

// The types of what a form is made of, which discordgo does not know all.
const (
	textInput   = 4
	textDisplay = 10
	labelled    = 18
	fileUpload  = 19
)

// modal is a form as Discord opens it.
type modal struct {
	ID         string     `json:"custom_id"`
	Title      string     `json:"title"`
	Components []formPart `json:"components"`
}

// formPart is words, a field, or the label of a field.
type formPart struct {
	Type     int       `json:"type"`
	Content  string    `json:"content,omitempty"` // of words
	Label    string    `json:"label,omitempty"`
	Hint     string    `json:"description,omitempty"`
	Field    *formPart `json:"component,omitempty"`
	ID       string    `json:"custom_id,omitempty"`
	Style    int       `json:"style,omitempty"`
	Value    string    `json:"value,omitempty"`
	Longest  int       `json:"max_length,omitempty"`
	Most     int       `json:"max_values,omitempty"`
	Required *bool     `json:"required,omitempty"`
}

// drawForm draws a form that sends an id back. Where there is no room for all fields, files
// are left out, which can be attached elsewhere.
func drawForm(f bot.Form, id string) modal {
	m := modal{ID: id, Title: cmp.Or(adapter.Clip(visible(f.Title), longestFormTitle), adapter.Ellipsis)}
	for _, field := range f.Fields {
		if field.Files && !field.Required && len(f.Fields) > mostFormParts || adapter.Length(field.Value) > longestValue {
			continue // what is too long could not come back whole
		}
		m.Components = append(m.Components, drawField(field))
	}
	m.Components = m.Components[:min(len(m.Components), mostFormParts)]
	if about := adapter.Clip(visible(f.About), longestAboutForm); about != "" && len(m.Components) < mostFormParts {
		m.Components = append([]formPart{{Type: textDisplay, Content: markdown(line{adapter.Say(about)}, "")}}, m.Components...)
	}
	return m
}

func drawField(f bot.Field) formPart {
	field := formPart{Type: textInput, ID: f.Name, Style: int(discordgo.TextInputShort), Value: f.Value, Longest: longestValue, Required: &f.Required}
	switch {
	case f.Files:
		field = formPart{Type: fileUpload, ID: f.Name, Most: mostFormFiles, Required: &f.Required}
	case f.Long:
		field.Style = int(discordgo.TextInputParagraph)
	}
	label := cmp.Or(adapter.Clip(visible(f.Label), longestFieldName), adapter.Ellipsis)
	return formPart{Type: labelled, Label: label, Hint: adapter.Clip(visible(f.Hint), longestHint), Field: &field}
}

// open opens a form, which only the direct answer to an interaction can: where that was put
// off the person is asked to try again.
func (r *response) open(ctx context.Context, m modal) error {
	if r.sent || r.stop() {
		return errNoForm
	}
	err := r.back(ctx, discordgo.InteractionResponseModal, m)
	switch {
	case tooLate(err):
		return errNoForm
	case !refusedWith(err, alreadyAcknowledged):
		return err
	case r.late != nil && !r.tried:
		return nil // it was opened the first time it was sent
	}
	return errNoForm
}

// errNoForm is the error of a form that can no longer be opened.
var errNoForm = errors.New("no form can be opened any more")
