package discord

import (
	"fmt"
	"net/url"
	"strings"
	"unicode/utf16"

	"github.com/bwmarrin/discordgo"
)

// broken returns which of Discord's limits a post breaks.
func (m post) broken() (found []string) {
	hold := func(what string, n, most int) {
		if n > most {
			found = append(found, fmt.Sprintf("%s: %d, at most %d", what, n, most))
		}
	}
	units := func(s string) int { return len(utf16.Encode([]rune(s))) }
	hold("content", units(m.Content), 2000)
	hold("embeds", len(m.Embeds), 10)
	hold("rows", len(m.Components), 5)
	if m.Content == "" && len(m.Embeds) == 0 {
		found = append(found, "it says nothing")
	}
	sum := 0
	for _, e := range m.Embeds {
		texts := map[string]int{"title": 256, "description": 4096, "author": 256, "footer": 2048, "address": 2048}
		values := map[string]string{"title": e.Title, "description": e.Description}
		if e.Author != nil {
			values["author"] = e.Author.Name
		}
		if e.Footer != nil {
			values["footer"] = e.Footer.Text
		}
		hold("fields", len(e.Fields), 25)
		for i, f := range e.Fields {
			name, value := fmt.Sprint("name of field ", i), fmt.Sprint("value of field ", i)
			texts[name], texts[value] = 256, 1024
			values[name], values[value] = f.Name, f.Value
			if strings.TrimSpace(f.Name) == "" || strings.TrimSpace(f.Value) == "" {
				found = append(found, "an empty field")
			}
		}
		own := 0
		for what, s := range values {
			hold(what, units(s), texts[what])
			own += units(s)
		}
		if own == 0 {
			found = append(found, "an empty embed")
		}
		if sum += own; e.URL != "" {
			hold("address", units(e.URL), texts["address"])
			if u, err := url.Parse(e.URL); err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
				found = append(found, "a link to "+e.URL)
			}
		}
	}
	hold("texts of embeds", sum, 6000)
	return append(found, m.brokenButtons()...)
}

func (m post) brokenButtons() (found []string) {
	ids := map[string]bool{}
	for _, c := range m.Components {
		row := c.(discordgo.ActionsRow)
		if n := len(row.Components); n < 1 || n > 5 {
			found = append(found, fmt.Sprintf("a row of %d", n))
		}
		for _, c := range row.Components {
			if menu, ok := c.(discordgo.SelectMenu); ok {
				found = append(found, brokenMenu(menu, len(row.Components))...)
				continue
			}
			b := c.(discordgo.Button)
			label, id := len(utf16.Encode([]rune(b.Label))), len(b.CustomID)
			if ids[b.CustomID] || id < 1 || id > 100 || label < 1 || label > 80 {
				found = append(found, fmt.Sprintf("a button %q with the id %q", b.Label, b.CustomID))
			}
			ids[b.CustomID] = true
		}
	}
	return found
}

// brokenMenu returns what is wrong with a menu in a row of some components.
func brokenMenu(menu discordgo.SelectMenu, inRow int) (found []string) {
	values := map[string]bool{}
	for _, o := range menu.Options {
		label, about := len(utf16.Encode([]rune(o.Label))), len(utf16.Encode([]rune(o.Description)))
		if values[o.Value] || len(o.Value) < 1 || len(o.Value) > 100 || label < 1 || label > 100 || about > 100 {
			found = append(found, fmt.Sprintf("a choice %q of the value %q", o.Label, o.Value))
		}
		values[o.Value] = true
	}
	if n := len(menu.Options); inRow != 1 || n < 1 || n > 25 || len(menu.CustomID) > 100 || len(utf16.Encode([]rune(menu.Placeholder))) > 150 {
		found = append(found, fmt.Sprintf("a menu %q of %d", menu.Placeholder, n))
	}
	return found
}
