package bot

import (
	"fmt"
	"time"

	"github.com/dustin/go-humanize/english"
)

// What the bot says of what it was asked.
const (
	nothingKept    Refusal = "What is asked is not kept here, so I have not noted that."
	noSuchWeeks    Refusal = "Type a number of weeks from 1 to 53 behind it."
	noFileHere     Refusal = "I cannot send a file here. Ask me where files can be sent."
	tableTooLarge  Refusal = "That is too much for one file. Type /insights export with a number of weeks behind it."
	whoToForget    Refusal = "Mention the person behind who:, as in /forget who:@NAME."
	forgetIsForYou Refusal = "What another person asked is for them to drop, or for those who look after me here."

	nothingAsked    = "Nothing was asked in that time that I still keep."
	insightsPrivacy = "Who asked is not shown. I keep what was asked for %d days."
	weekHeading     = "By week"
	unansweredHead  = "Asked and not answered"
	unhelpfulHead   = "Marked not helpful"
	mostQuotedHead  = "Quoted most"
	tableExported   = "All that was asked in that time, a line for each question and week."
)

const dayOf = "2 January 2006"

func takenBack(p part, now time.Time) Paragraph {
	when := now
	if gone := p.Sources[0].Gone; !gone.IsZero() {
		when = gone
	}
	return Paragraph(fmt.Sprintf("A quote was taken back on %s: “%s” was replaced or taken out, and the words quoted here no longer stand in it.",
		when.UTC().Format(dayOf), p.Sources[0].Title))
}

func standsAgain(now time.Time) Paragraph {
	return Paragraph(fmt.Sprintf("What was taken back here stands in the articles again since %s.", now.UTC().Format(dayOf)))
}

func answeredLater(q inquiry) Paragraph {
	return Paragraph(fmt.Sprintf("This was asked on %s: “%s”. The articles answer it now:", q.At.UTC().Format(dayOf), q.Text))
}

// week names a week by its number and its days.
func weekOf(monday time.Time) string {
	_, n := monday.ISOWeek()
	return fmt.Sprintf("Week %d, %s to %s", n, monday.Format("2 January"), monday.AddDate(0, 0, 6).Format(dayOf))
}

func weekSaid(asked, silent int) string {
	return fmt.Sprintf("%s, %d answered, %d not", english.Plural(asked, "question", ""), asked-silent, silent)
}

func unansweredSaid(times int, last time.Time) string {
	return fmt.Sprintf("%s, last on %s", timesSaid(times), last.UTC().Format(dayOf))
}

func timesSaid(n int) string {
	switch n {
	case 1:
		return "once"
	case 2:
		return "twice"
	}
	return fmt.Sprintf("%d times", n)
}

func quotedSaid(times, paragraph, there int) string {
	if there == times {
		return fmt.Sprintf("%s, paragraph %d", timesSaid(times), paragraph)
	}
	return fmt.Sprintf("%s, most of all paragraph %d, %s", timesSaid(times), paragraph, timesSaid(there))
}

// forgotten says how much was dropped of what a person asked.
func forgotten(questions, marks, rest int) string {
	var dropped []string
	for _, part := range []struct {
		n         int
		one, many string
	}{{questions, "question", ""}, {marks, "mark of answers", "marks of answers"}, {rest, "trace of what was asked", "traces of what was asked"}} {
		if part.n > 0 {
			dropped = append(dropped, english.Plural(part.n, part.one, part.many))
		}
	}
	if len(dropped) == 0 {
		return "There was nothing to forget."
	}
	return "Forgotten: " + inWords(dropped) + "."
}

// tableHead names the columns of the table that insights are exported as.
var tableHead = []string{"week", "question", "times", "answered", "not helpful", "articles quoted"}
