package bot

import (
	"cmp"
	"context"
	"slices"
	"strings"
)

// mostKeepers is how many people and groups may be named: to know whether somebody is in a
// group may take a call to the chat for each.
const mostKeepers = 50

var keeperOptions = []Option{
	{Name: "add", About: "a person or a group that may look after me", Kind: Someone},
	{Name: "remove", About: "one that may no longer", Kind: Someone},
}

// mustKeep returns a Refusal unless the person may change what concerns everybody: one whom
// the admins named, an admin, or one of a group that they named. All is read at this moment.
func (t *turn) mustKeep(ctx context.Context) error {
	s, err := t.bot.settingsOf(t.memory)
	if err != nil || t.isAmong(s.Keepers) {
		return err
	}
	admin, err := t.isAdmin(ctx)
	if err != nil || admin {
		return err
	}
	return t.mustBeIn(ctx, s.Keepers)
}

// mustBeIn returns a Refusal unless the person is in one of the groups among the keepers. One
// that cannot be looked up, since it is gone from the chat, keeps out nobody who is in another.
func (t *turn) mustBeIn(ctx context.Context, keepers []Mention) error {
	var unknown error
	for _, k := range keepers {
		if !k.Group || t.User.In == nil {
			continue
		}
		in, err := t.User.In(ctx, k.ID)
		if err == nil && in {
			return nil
		}
		unknown = cmp.Or(unknown, err)
	}
	return cmp.Or[error](unknown, forKeepers)
}

// isAmong reports whether the person is named.
func (t *turn) isAmong(keepers []Mention) bool {
	return slices.ContainsFunc(keepers, func(k Mention) bool { return !k.Group && k.ID == t.User.ID })
}

func (t *turn) isAdmin(ctx context.Context) (bool, error) {
	if t.User.Admin == nil {
		return false, nil
	}
	return t.User.Admin(ctx)
}

// setKeepers adds or removes those who are mentioned. Only the chat's own admins may: who
// was named by them names nobody else.
func setKeepers(t *turn, ctx context.Context, g given) error {
	admin, err := t.isAdmin(ctx)
	if err != nil {
		return err
	}
	if !admin {
		return forAdmins
	}
	_, add := g["add"]
	of, remove := g["remove"]
	named := slices.DeleteFunc(slices.Clone(t.Mentioned), func(m Mention) bool { return m.ID == "" })
	switch {
	case add == remove:
		return mended("keepers", keepersBehind)
	case remove && len(named) == 0:
		named = called(t.settings.Keepers, of) // who has left cannot be mentioned
	}
	if len(named) == 0 {
		return mended("keepers", keepersBehind)
	}
	if add && len(t.settings.Keepers)+len(named) > mostKeepers {
		return tooManyKeepers
	}
	return t.choose(ctx, func(s *settings) {
		s.Keepers = leaving(s.Keepers, named)
		if add {
			s.Keepers = append(s.Keepers, named...)
		}
	})
}

// called returns the keepers of a name.
func called(keepers []Mention, name string) (all []Mention) {
	name = strings.TrimPrefix(name, "@")
	for _, k := range keepers {
		if name != "" && (strings.EqualFold(k.Name, name) || k.ID == name) {
			all = append(all, k)
		}
	}
	return all
}

// leaving returns the keepers who are not among others.
func leaving(keepers, others []Mention) []Mention {
	return slices.DeleteFunc(slices.Clone(keepers), func(k Mention) bool {
		return slices.ContainsFunc(others, func(o Mention) bool { return o.ID == k.ID && o.Group == k.Group })
	})
}

func sayKeepers(t *turn) (string, error) {
	var names []string
	for _, k := range t.settings.Keepers {
		name := k.Name
		if name == "" {
			name = k.ID
		}
		names = append(names, shortened(name))
	}
	return keepersNow(names), nil
}
