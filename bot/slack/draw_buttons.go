package slack

import (
	"cmp"
	"encoding/json"
	"fmt"

	"github.com/slack-go/slack"

	"verbatim/bot"
	"verbatim/bot/adapter"
)

// Slack's limits for buttons.
const (
	longestLabel = 75
	longestValue = 2000
	mostInARow   = 25
)

// buttons draws a row of buttons, or several where they are many. Whoever does not see
// where they stand is told what they are about, if anything is.
func (d *drawing) buttons(actions []bot.Action, about string) []part {
	var buttons []*slack.ButtonBlockElement
	for _, a := range actions {
		if len(quoted(a.State))-len(`""`) > longestValue {
			continue // it could not come back whole
		}
		buttons = append(buttons, d.button(a, about))
	}
	var all []part
	for _, some := range chunks(buttons, mostInARow, buttonWeight) {
		var row []slack.BlockElement
		for _, b := range some {
			row = append(row, b)
		}
		all = append(all, newPart(nil, slack.NewActionBlock("", row...)))
	}
	return all
}

// button draws an action. The number in its id is there because ids have to differ in a post.
func (d *drawing) button(a bot.Action, about string) *slack.ButtonBlockElement {
	d.ids++
	id := fmt.Sprintf("%s:%d", a.Name, d.ids)
	b := slack.NewButtonBlockElement(id, a.State, plainText(clip(a.Label, longestLabel)))
	if about != "" {
		b.AccessibilityLabel = clip(a.Label+": "+about, longestLabel)
	}
	return b
}

// clip returns words for a label, with an ellipsis for what is too long, or for nothing:
// Slack refuses a label without words.
func clip(words string, most int) string {
	return cmp.Or(adapter.Clip(bot.Visible(adapter.Say(words).Words), most), adapter.Ellipsis)
}

func buttonWeight(b *slack.ButtonBlockElement) int {
	encoded, _ := json.Marshal(b) // a button always has a JSON form
	return len(encoded)
}
