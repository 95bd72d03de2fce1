package discord

import (
	"cmp"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/bwmarrin/discordgo"
)

// sameCommands reports whether what Discord has is what is wanted, so that nothing need be
// registered. Discord is to be asked for all languages.
func sameCommands(has, wanted []*discordgo.ApplicationCommand) bool {
	return reflect.DeepEqual(known(has), known(wanted))
}

// A knownCommand is what we say of a command. Discord adds ids, a version, and what it
// takes for granted, and orders commands and contexts as it likes.
type knownCommand struct {
	kind           discordgo.ApplicationCommandType
	name, about    string
	names, abouts  map[discordgo.Locale]string
	permissions    int64 // 0 for what everybody may use
	contexts       []discordgo.InteractionContextType
	installedWhere []discordgo.ApplicationIntegrationType
	options        []knownOption
}

type knownOption struct {
	kind                   discordgo.ApplicationCommandOptionType
	name, about            string
	names, abouts          map[discordgo.Locale]string
	required, autocomplete bool
	longest                int
	choices                string
	options                []knownOption
}

func known(commands []*discordgo.ApplicationCommand) []knownCommand {
	all := []knownCommand{}
	for _, c := range commands {
		all = append(all, knownCommand{
			kind: cmp.Or(c.Type, discordgo.ChatApplicationCommand), name: c.Name, about: c.Description,
			names: valued(deref(c.NameLocalizations)), abouts: valued(deref(c.DescriptionLocalizations)),
			permissions: deref(c.DefaultMemberPermissions),
			contexts:    ordered(deref(c.Contexts)), installedWhere: ordered(deref(c.IntegrationTypes)),
			options: knownOptions(c.Options),
		})
	}
	slices.SortFunc(all, func(a, b knownCommand) int {
		return cmp.Or(cmp.Compare(a.kind, b.kind), strings.Compare(a.name, b.name))
	})
	return all
}

// knownOptions returns what we say of options, and of what is below them.
func knownOptions(options []*discordgo.ApplicationCommandOption) (all []knownOption) {
	for _, o := range options {
		k := knownOption{
			kind: o.Type, name: o.Name, about: o.Description, names: valued(o.NameLocalizations), abouts: valued(o.DescriptionLocalizations),
			required: o.Required, autocomplete: o.Autocomplete, longest: o.MaxLength, options: knownOptions(o.Options),
		}
		for _, c := range o.Choices {
			k.choices += fmt.Sprintf("%q: %q ", c.Name, c.Value)
		}
		all = append(all, k)
	}
	return all
}

// deref returns what p points to; its zero value where that is nothing.
func deref[T any](p *T) (v T) {
	if p != nil {
		v = *p
	}
	return v
}

// valued returns nil for an empty map: Discord does not tell them apart.
func valued(m map[discordgo.Locale]string) map[discordgo.Locale]string {
	if len(m) == 0 {
		return nil
	}
	return m
}

func ordered[T cmp.Ordered](values []T) []T { return slices.Sorted(slices.Values(values)) }
