package bot

import (
	"fmt"
	"strings"
	"time"
)

// What the bot says of its settings.
const (
	forKeepers     Refusal = "Only those who look after me here, such as admins, can change that."
	forAdmins      Refusal = "Only the admins here can say who else looks after me."
	keepsNoAnswers Refusal = "Whoever runs me does not let me keep my answers, so that I cannot correct them."
	tooManyKeepers Refusal = "That are more people and groups than I can look up: name a group in the place of its people."

	settingsHeading = "How I work here, and what to type to change it"

	typeBehind      = "Type /settings %s with %s behind it."
	onOrOffBehind   = "on or off"
	followUpsBehind = "asker, everyone or mention"
	cautionBehind   = "low, usual or high"
	quotesBehind    = "a number from 1 to 5"
	daysBehind      = "a number of days from 0 to 365"
	keepersBehind   = "either add: or remove:, and a mention of a person or a group,"
)

// keptAtMost says for how many days the operator lets what was asked be kept.
func keptAtMost(days int) Refusal {
	switch days {
	case 0:
		return "Whoever runs me does not let me keep what was asked."
	case 1:
		return "Whoever runs me lets me keep what was asked for a day at most: type /settings questions with 0 or 1 behind it."
	}
	return Refusal(fmt.Sprintf("Whoever runs me lets me keep what was asked for %d days at most: type /settings questions with 0 to %[1]d behind it.", days))
}

// mended returns what mends a value that a setting does not take.
func mended(setting, behind string) Refusal { return Refusal(fmt.Sprintf(typeBehind, setting, behind)) }

func languagesBehind(names []string) string {
	return "one or more of " + strings.Join(names, ", ") + ", or all,"
}

func keepersNow(names []string) string {
	const admins = "The admins here look after me"
	if len(names) == 0 {
		return admins + "."
	}
	return admins + ", and besides them: " + strings.Join(names, ", ") + "."
}

// unaskedNow says what the setting of unasked means.
var unaskedNow = map[string]string{
	on:  "In this channel I answer new posts that the articles answer, once, without a mention.",
	off: "In this channel I answer only when I am asked.",
}

// followUpsNow says what the setting of followUps means.
var followUpsNow = map[string]string{
	toAsker:    "In my threads I answer follow-ups of the people I answered there, without a mention.",
	toEveryone: "In my threads I answer everyone's follow-ups, without a mention.",
	toMentions: "In my threads I answer only when I am mentioned.",
}

// cautionNow says what the setting of caution means.
var cautionNow = map[string]string{
	low:   "I also answer where I am not sure: more questions get an answer, and more answers are beside the point.",
	usual: "I answer where an answer is likely right, and else say that the articles do not answer.",
	high:  "I answer only where I am quite sure, and say more often that the articles do not answer.",
}

func languagesNow(s settings) string {
	if len(s.Languages) == 0 {
		return "I quote articles in all languages."
	}
	var names []string
	for _, lang := range s.Languages {
		names = append(names, languageOf(lang))
	}
	return "I quote only articles in " + inWords(names) + "."
}

func quotesNow(s settings) string {
	if s.Quotes == 1 {
		return "An answer shows one quote at once."
	}
	return fmt.Sprintf("An answer shows up to %d quotes at once.", s.Quotes)
}

var privateNow = map[bool]string{
	true:  "Whoever mentions me is answered for their eyes alone.",
	false: "Whoever mentions me is answered for everybody to read.",
}

func questionsNow(s settings) string {
	switch s.Questions {
	case 0:
		return "I keep nothing of what was asked for longer than an hour: there are no insights, and what found nothing is not answered later."
	case 1:
		return "I keep what was asked for a day, for /insights. Everybody can drop theirs with /forget."
	}
	return fmt.Sprintf("I keep what was asked for %d days, for /insights. Everybody can drop theirs with /forget.", s.Questions)
}

var answerLaterNow = map[bool]string{
	true:  "When articles come that answer what found nothing in the last 30 days, I answer it where it was asked.",
	false: "What found nothing is not answered later.",
}

func correctionsNow(s settings) string {
	if !s.Corrections {
		return "My answers stay as they are, also when what they quote is replaced or taken out."
	}
	return fmt.Sprintf("When quoted words no longer stand in an article, I correct my answers of the last %s that quoted them.", lasting(s.sent))
}

// lasting tells for how long the last of something lasts: day, 30 days, 12 hours, 90 minutes.
func lasting(d time.Duration) string {
	for _, unit := range []struct {
		long time.Duration
		name string
	}{{days(1), "day"}, {time.Hour, "hour"}, {time.Minute, "minute"}} {
		switch n := d / unit.long; {
		case d == unit.long:
			return unit.name
		case n > 1 && (d%unit.long == 0 || unit.long == time.Minute):
			return fmt.Sprintf("%d %ss", n, unit.name)
		}
	}
	return "moment"
}
