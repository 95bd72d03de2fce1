package bot

import (
	"cmp"
	"context"
	"regexp"
	"slices"
	"strings"

	"verbatim/answer"
	"verbatim/answer/question"
)

func quotesCommand() Command {
	return Command{Name: "quotes", About: "all that somebody said, the newest first", Slash: true, Options: quotesOptions, raw: true, lead: "by", run: quotesAsked}
}

// quotesOptions narrow down what is listed as they narrow a question down.
var quotesOptions = append([]Option{
	{Name: "by", About: "who said it: a name, or a part of it", Kind: Speaker, Bare: true},
	{Name: "about", About: "only what answers this", Kind: Words},
}, slices.DeleteFunc(slices.Clone(askOptions), func(o Option) bool { return o.Bare || o.Kind == Speaker })...)

// quotesAsked lists what somebody said, or those who are quoted where nothing is typed. What
// somebody said about something is a question.
func quotesAsked(t *turn, ctx context.Context, g given) (Reply, error) {
	f, about, err := wantedQuotes(g["by"])
	if err != nil {
		return Reply{}, err
	}
	t.Private = t.Private || t.settings.Private && !t.Alone
	switch {
	case about != "":
		return t.saidAbout(ctx, f, about)
	case f == question.Filter{}:
		return t.quoted(ctx)
	}
	return t.quotations(ctx, saidList{of: f})
}

// aboutMark stands before what was spoken about, and dateMark before what should be a date.
var (
	aboutMark = regexp.MustCompile(`(?i)(?:^|\s)about(?:\s*:\s*|\s+)`)
	dateMark  = regexp.MustCompile(`(?i)(?:^|\s)(?:after|before):`)
)

// wantedQuotes reads what is typed behind the command: by:"Guo Ping" from:CNN, by Guo Ping
// about 5G, or a name alone.
func wantedQuotes(typed string) (f question.Filter, about string, err error) {
	if len(typed) > longestAsked {
		return f, "", tooLong
	}
	rest, f := question.Filters(typed)
	if dateMark.MatchString(rest) {
		return f, "", noSuchDate
	}
	if f.In != "" && answer.CheckCollection(f.In) != nil {
		return f, "", whichCollection
	}
	if at := aboutMark.FindStringIndex(rest); at != nil {
		rest, about = rest[:at[0]], unquoted(rest[at[1]:])
	}
	if by, name := cutWord(strings.TrimSpace(rest)); strings.EqualFold(by, "by") {
		rest = name
	}
	f.By = strings.TrimSpace(f.By + " " + unquoted(rest))
	return f, about, nil
}

// unquoted returns what is typed without the quotation marks around it.
func unquoted(typed string) string { return strings.Trim(strings.TrimSpace(typed), `"“”`) }

// heardFrom returns what a filter leaves of what is said in the articles that this channel is
// answered from.
func (t *turn) heardFrom(f question.Filter) (answer.Utterances, error) {
	in, err := t.collections()
	return answer.Utterances{Filter: f, In: in, Langs: t.settings.Languages}, err
}

// quoted lists those who are quoted most.
func (t *turn) quoted(ctx context.Context) (Reply, error) {
	of, err := t.heardFrom(question.Filter{})
	if err != nil {
		return Reply{}, err
	}
	voices, err := t.library.Voices(ctx, of)
	r := sayVoices(voices)
	r.Private = t.private()
	return r, err
}

// saidAbout asks what somebody said about something, by the whole name where a part of it
// means one person alone.
func (t *turn) saidAbout(ctx context.Context, f question.Filter, about string) (Reply, error) {
	if f.By == "" {
		return t.asItStands(ctx, f.On(about))
	}
	of, err := t.heardFrom(question.Filter{By: f.By})
	if err != nil {
		return Reply{}, err
	}
	voices, err := t.library.Voices(ctx, of)
	switch {
	case err != nil:
		return Reply{}, err
	case len(voices) == 0:
		return t.sayNone(ctx, of)
	}
	f.By = cmp.Or(meant(f.By, voices), f.By)
	return t.asItStands(ctx, f.On(about))
}

func (t *turn) sayNone(ctx context.Context, of answer.Utterances) (Reply, error) {
	r, err := SayNone(ctx, t.library, of, typeQuotes)
	r.Private = t.private()
	return r, err
}
