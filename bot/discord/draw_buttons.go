package discord

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/bwmarrin/discordgo"

	"verbatim/bot"
	"verbatim/bot/adapter"
)

// Discord's limits for a button.
const (
	longestLabel  = 80
	longestCustom = 100
)

// buttons draws actions. Those of a quote among several bear its number.
func (d *drawing) buttons(actions []bot.Action, number int) []discordgo.Button {
	var all []discordgo.Button
	for _, a := range actions {
		id := d.custom(a.Pressed)
		if id == "" || adapter.Length(id) > longestCustom {
			continue // it could not come back whole
		}
		label, numbered := visible(a.Label), ""
		if number > 0 {
			numbered = fmt.Sprintf(" %d", number)
		}
		label = cmp.Or(adapter.Clip(label, longestLabel-len(numbered)), adapter.Ellipsis) + numbered
		all = append(all, discordgo.Button{Label: label, Style: discordgo.SecondaryButton, CustomID: id})
	}
	return all
}

// rows returns what can be pressed in p in rows: what is about quotes, about items of
// lists, and about the reply.
func (p part) rows() []discordgo.MessageComponent {
	seen := map[string]bool{}
	rows := inRows(p.quotes, seen)
	for _, m := range p.menus {
		rows = append(rows, discordgo.ActionsRow{Components: []discordgo.MessageComponent{m}})
	}
	return append(rows, inRows(p.reply, seen)...)
}

// inRows returns buttons in rows, without those that are seen already: they would do the
// same, and Discord refuses the post.
func inRows(buttons []discordgo.Button, seen map[string]bool) (rows []discordgo.MessageComponent) {
	buttons = slices.DeleteFunc(slices.Clone(buttons), func(b discordgo.Button) bool {
		again := seen[b.CustomID]
		seen[b.CustomID] = true
		return again
	})
	for some := range slices.Chunk(buttons, mostInARow) {
		var row discordgo.ActionsRow
		for _, b := range some {
			row.Components = append(row.Components, b)
		}
		rows = append(rows, row)
	}
	return rows
}
