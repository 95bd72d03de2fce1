package speech

// votes counts pronouns of either sex.
type votes struct{ male, female int32 }

func (v votes) winner() traits {
	const margin = 2
	switch {
	case v.male > margin*v.female:
		return male
	case v.female > margin*v.male:
		return female
	}
	return 0
}

// countPronouns counts for each name in a paragraph the pronouns that stand between it and the next name.
func (s *story) countPronouns(tokens []token) {
	var last *form
	for i := range tokens {
		switch t := &tokens[i]; {
		case t.mention > 0:
			m := &s.mentions[t.mention-1]
			last = s.names.entry(m.name).form(m.title)
		case last != nil && t.traits&closed != 0 && t.traits&sexes != 0:
			last.votes.count(t.traits)
		}
	}
}

func (v *votes) count(t traits) {
	if t&male != 0 {
		v.male++
	}
	if t&female != 0 {
		v.female++
	}
}
