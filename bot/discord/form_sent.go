package discord

import "github.com/bwmarrin/discordgo"

// filled is a part of a form as it is sent off: a field, or what holds fields.
type filled struct {
	Type       int      `json:"type"`
	CustomID   string   `json:"custom_id"`
	Value      string   `json:"value"`
	Values     []string `json:"values"` // the ids of files
	Component  *filled  `json:"component"`
	Components []filled `json:"components"`
}

// submit completes a form that is sent off. It is answered to everybody only where the
// message with the button that opened it is for everybody.
func (i *interaction) submit(in *incoming) {
	i.acts(in, i.Data.CustomID)
	in.at.call.sent = true
	in.message.Fields = map[string]string{}
	for _, part := range i.Data.Components {
		i.fill(in, part)
	}
	in.message.Private = i.Message.ID == "" || i.Message.Flags&discordgo.MessageFlagsEphemeral != 0
}

// fill takes what stands in a part of a form.
func (i *interaction) fill(in *incoming, part filled) {
	switch part.Type {
	case textInput:
		in.message.Fields[part.CustomID] = part.Value
	case fileUpload:
		in.attached = append(in.attached, i.files(part.Values...)...)
	case labelled:
		if part.Component != nil {
			i.fill(in, *part.Component)
		}
	}
}
