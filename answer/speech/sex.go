package speech

// vote counts pronouns of either sex.
type vote struct{ male, female int }

func (v vote) winner() traits {
	const margin = 2
	switch {
	case v.male > margin*v.female:
		return male
	case v.female > margin*v.male:
		return female
	}
	return 0
}

// pronounVotes counts for each name the pronouns that stand between it and the next name.
func (s *story) pronounVotes() map[key]vote {
	votes := map[key]vote{}
	for _, tokens := range s.tokens {
		var last key
		for _, t := range tokens {
			switch {
			case t.mention > 0:
				last = s.mentions[t.mention-1].key()
			case last.words != "" && t.traits&closed != 0 && t.traits&sexes != 0:
				v := votes[last]
				v.count(t.traits)
				votes[last] = v
			}
		}
	}
	return votes
}

func (v *vote) count(t traits) {
	if t&male != 0 {
		v.male++
	}
	if t&female != 0 {
		v.female++
	}
}
