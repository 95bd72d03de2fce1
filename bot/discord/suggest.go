package discord

import (
	"context"
	"strings"
	"unicode/utf8"

	"github.com/bwmarrin/discordgo"
)

// Discord's limits for what it offers to somebody who types.
const (
	mostChoices   = 25
	longestChoice = 100 // characters
)

// suggest offers what fits what a person is typing in a field of a command.
func (c *chat) suggest(t typing) {
	ctx, cancel := context.WithTimeout(c.work, callTime)
	defer cancel()
	guild := t.guild
	if guild == "" {
		guild, _ = c.chosenServer(ctx, t.user) // or nothing is suggested
	}
	choices := []*discordgo.ApplicationCommandOptionChoice{}
	if guild != "" && c.servers.has(guild) {
		for _, s := range c.bot.Suggest(ctx, tenantOf(guild), t.field, t.text) {
			if whole := opening(s); whole != "" && len(choices) < mostChoices {
				choices = append(choices, &discordgo.ApplicationCommandOptionChoice{Name: whole, Value: whole})
			}
		}
	}
	r := c.newResponse(&t.call)
	if err := r.back(ctx, discordgo.InteractionApplicationCommandAutocompleteResult, map[string]any{"choices": choices}); err != nil {
		c.log.DebugContext(ctx, "nothing is suggested", "tenant", tenantOf(guild), "error", err)
	}
}

// opening returns the words of a text that there is room for: the first of a title name it too.
func opening(s string) string {
	for utf8.RuneCountInString(s) > longestChoice {
		s = s[:max(0, strings.LastIndexByte(s, ' '))]
	}
	return s
}
