package bot

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"verbatim/answer/text"
)

// What a setting may be at most. More quotes fit no message of a chat whole.
const (
	mostQuotes = 5
	mostDays   = 365
)

// within reads a whole number that lies in a range.
func within(typed string, least, most int) (n int, ok bool) {
	n, err := strconv.Atoi(strings.TrimSpace(typed))
	return n, err == nil && least <= n && n <= most
}

func setQuotes(t *turn, ctx context.Context, g given) error {
	n, ok := within(g.only(), 1, mostQuotes)
	if !ok {
		return mended("quotes", quotesBehind)
	}
	return t.choose(ctx, func(s *settings) { s.Quotes = n })
}

func setCaution(t *turn, ctx context.Context, g given) error {
	to := strings.ToLower(g.only())
	if _, ok := cautions[to]; !ok {
		return mended("caution", cautionBehind)
	}
	return t.choose(ctx, func(s *settings) { s.Caution = to })
}

// setQuestions has what was asked kept for so many days, also what is kept already.
func setQuestions(t *turn, ctx context.Context, g given) error {
	days, ok := within(g.only(), 0, mostDays)
	if !ok {
		return mended("questions", daysBehind)
	}
	if days > t.bot.KeepQuestions {
		return keptAtMost(t.bot.KeepQuestions)
	}
	if err := t.choose(ctx, func(s *settings) { s.Questions = days }); err != nil {
		return err
	}
	return t.shorten(ctx, days)
}

// switched chooses on or off.
func (t *turn) switched(ctx context.Context, name string, g given, of func(*settings) *bool) error {
	to := strings.ToLower(g.only())
	if to != on && to != off {
		return mended(name, onOrOffBehind)
	}
	return t.choose(ctx, func(s *settings) { *of(s) = to == on })
}

// setCorrections refuses what the operator does not let it keep answers for.
func setCorrections(t *turn, ctx context.Context, g given) error {
	if t.settings.sent == 0 && strings.EqualFold(g.only(), on) {
		return keepsNoAnswers
	}
	return t.switched(ctx, "corrections", g, func(s *settings) *bool { return &s.Corrections })
}

// allLanguages stands for no choice among them.
const allLanguages = "all"

func setLanguages(t *turn, ctx context.Context, g given) error {
	names := strings.FieldsFunc(g.only(), func(r rune) bool { return r == ',' || r == ';' || unicode.IsSpace(r) })
	var langs []text.Lang
	for _, name := range names {
		lang, err := languageNamed(name)
		if err != nil && !strings.EqualFold(name, allLanguages) {
			return mended("languages", languagesBehind(languageNames()))
		}
		if lang != "" && !slices.Contains(langs, lang) {
			langs = append(langs, lang)
		}
	}
	if len(names) == 0 || len(names) > 1 && slices.ContainsFunc(names, func(n string) bool { return strings.EqualFold(n, allLanguages) }) {
		return mended("languages", languagesBehind(languageNames()))
	}
	return t.choose(ctx, func(s *settings) { s.Languages = langs })
}
