package bot

import (
	"fmt"
	"slices"
	"strings"

	"verbatim/answer"
)

// What the bot says of a comparison, and of what differs.
const (
	ofOthers = "And besides"
	differs  = "This differs from the quote above:"
)

// What the articles lack, where they do not answer.
const (
	noneHere       = "There are none here."
	noneWithin     = "None of them is within %s"
	lookedFor      = "I looked for %s"
	narrowedBy     = ", narrowed down by %s"
	answeredBeyond = "; without that there is an answer."
	noneHasIt      = ", which no article has."
	noneHasAny     = ", none of which any article has."
	noneHasSome    = "; no article has %s."
	noneHas        = "No article has %s."

	notNamed      = "No article names %s."
	notQuoted     = "No article quotes anybody called %s."
	nothingOn     = "Nothing here on %s from %s"
	nothingOnThat = "Nothing here on that from %s"
	topicUnheld   = ": no article has %s."
	notTogether   = ": each is here, but not together."
)

// whatIsMissing says why the articles do not answer.
func whatIsMissing(a *answer.Answer) string {
	m, filter := a.Missing, strings.TrimSpace(a.Filter.On(""))
	switch {
	case m.Nothing && filter == "":
		return noneHere
	case m.Nothing:
		return fmt.Sprintf(noneWithin, filter) + beyond(m)
	case len(a.Sides) > 0:
		return missingFromAll(a.Sides)
	case m.Speaker != "" && filter == "":
		return missingFrom(m)
	}
	looked := fmt.Sprintf(lookedFor, inWords(a.Sought))
	if filter != "" {
		looked += fmt.Sprintf(narrowedBy, filter)
	}
	if m.Outside {
		return looked + beyond(m)
	}
	return looked + notHeld(m, a.Sought, filter != "")
}

// beyond ends a sentence about a filter.
func beyond(m answer.Missing) string {
	if m.Outside {
		return answeredBeyond
	}
	return "."
}

// notHeld ends a sentence about words that were looked for with those that no article has.
func notHeld(m answer.Missing, sought []string, narrowed bool) string {
	switch unheld := unheld(m); {
	case len(unheld) == 0:
		return "."
	case len(unheld) < len(sought) || narrowed:
		return fmt.Sprintf(noneHasSome, joined(unheld, " or "))
	case len(unheld) == 1:
		return noneHasIt
	}
	return noneHasAny
}

// unheldWords says which words no article has; nothing where each is in some.
func unheldWords(m answer.Missing) string {
	if unheld := unheld(m); len(unheld) > 0 {
		return fmt.Sprintf(noneHas, joined(unheld, " or "))
	}
	return ""
}

func unheld(m answer.Missing) []string { return slices.Concat(m.Names, m.Words) }

// missingFromAll says why there is nothing of several, at once where it is for the same reason.
func missingFromAll(sides []answer.Side) string {
	var names, all []string
	same := true
	for _, s := range sides {
		names, all = append(names, s.Name), append(all, missingFrom(s.Missing))
		same = same && fmt.Sprint(nameless(s.Missing)) == fmt.Sprint(nameless(sides[0].Missing))
	}
	if !same {
		return strings.Join(all, " ")
	}
	m := sides[0].Missing
	m.Speaker = joined(names, " or ")
	return missingFrom(m)
}

func nameless(m answer.Missing) answer.Missing {
	m.Speaker = ""
	return m
}

// missingFrom says why there is nothing of somebody whose words were asked for.
func missingFrom(m answer.Missing) string {
	topic := slices.DeleteFunc(unheld(m), func(w string) bool { return strings.Contains(m.Speaker, w) })
	switch {
	case len(topic) < len(unheld(m)) && m.Unheard:
		return fmt.Sprintf(notNamed, m.Speaker)
	case m.Unheard:
		return fmt.Sprintf(notQuoted, m.Speaker)
	}
	said := fmt.Sprintf(nothingOnThat, m.Speaker)
	if m.Topic != "" {
		said = fmt.Sprintf(nothingOn, m.Topic, m.Speaker)
	}
	switch {
	case len(topic) > 0:
		return said + fmt.Sprintf(topicUnheld, joined(topic, " or "))
	case m.Quoted && m.Topic != "":
		return said + notTogether
	}
	return said + "."
}
