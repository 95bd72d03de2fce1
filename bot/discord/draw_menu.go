package discord

import (
	"cmp"
	"slices"

	"github.com/bwmarrin/discordgo"

	"verbatim/bot"
	"verbatim/bot/adapter"
)

// Discord's limits for a menu in a message.
const (
	mostChosen    = 25  // of which one is chosen
	longestOption = 100 // characters of a label, and of what is said below it
)

// menuPrefix begins the id of a menu, which only has to differ from the others of a
// message: what is chosen comes with an id of its own.
const menuPrefix = "of:"

// choices draws what can be done with the items of a list: for what can be done with
// several a menu with their names, and for what can be done with one a button.
func (d *drawing) choices(items []bot.Item) (all []part) {
	var labels []string
	offers := map[string][]discordgo.SelectMenuOption{}
	seen := map[string]bool{}
	for _, item := range items {
		for _, a := range item.Actions {
			id := d.custom(a.Pressed)
			if id == "" || adapter.Length(menuPrefix+id) > longestCustom || seen[id] {
				continue // it could not come back whole, or is there already
			}
			seen[id] = true
			if offers[a.Label] == nil {
				labels = append(labels, a.Label)
			}
			offers[a.Label] = append(offers[a.Label], menuOption(item, id))
		}
	}
	for _, label := range labels {
		if one := offers[label]; len(one) == 1 {
			shown := cmp.Or(adapter.Clip(visible(label), longestLabel), adapter.Ellipsis)
			all = append(all, part{reply: []discordgo.Button{{Label: shown, Style: discordgo.SecondaryButton, CustomID: one[0].Value}}})
			continue
		}
		for some := range slices.Chunk(offers[label], mostChosen) {
			all = append(all, part{menus: []discordgo.SelectMenu{menu(label, some)}})
		}
	}
	return all
}

func menuOption(item bot.Item, id string) discordgo.SelectMenuOption {
	return discordgo.SelectMenuOption{
		Label: cmp.Or(adapter.Clip(visible(item.Name), longestOption), adapter.Ellipsis), Description: adapter.Clip(visible(item.About), longestOption), Value: id,
	}
}

func menu(label string, options []discordgo.SelectMenuOption) discordgo.SelectMenu {
	return discordgo.SelectMenu{
		MenuType: discordgo.StringSelectMenu, CustomID: menuPrefix + options[0].Value,
		Placeholder: adapter.Clip(visible(label), longestOption), Options: options,
	}
}
