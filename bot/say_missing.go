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
	noneWithin     = "None of them is within %s."
	lookedFor      = "I looked for %s"
	narrowedBy     = ", narrowed down by %s"
	answeredBeyond = "; without that there is an answer."
	noneHasIt      = ", which no article has."
	noneHasAny     = ", none of which any article has."
	noneHasSome    = "; no article has %s."
	noneHas        = "No article has %s."

	notNamed      = "No article names %s."
	notQuoted     = "No article quotes %s."
	nothingOn     = "Nothing here on %s from %s"
	nothingOnThat = "Nothing here on that from %s"
	topicUnheld   = ": no article has %s."
	notTogether   = ": both are here, but not together."
)

// whatIsMissing says why the articles do not answer.
func whatIsMissing(a *answer.Answer) string {
	m, filter := a.Missing, strings.TrimSpace(a.Filter.On(""))
	switch {
	case m.Nothing && filter == "":
		return noneHere
	case m.Nothing:
		return fmt.Sprintf(noneWithin, filter)
	case len(a.Sides) > 0:
		var all []string
		for _, s := range a.Sides {
			all = append(all, missingFrom(s.Missing))
		}
		return strings.Join(all, " ")
	case m.Speaker != "" && filter == "":
		return missingFrom(m)
	}
	looked := fmt.Sprintf(lookedFor, inWords(a.Sought))
	if filter != "" {
		looked += fmt.Sprintf(narrowedBy, filter)
	}
	if m.Outside {
		return looked + answeredBeyond
	}
	return looked + notHeld(m, a.Sought, filter != "")
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
