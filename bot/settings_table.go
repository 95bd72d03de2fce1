package bot

import (
	"context"
	"slices"
	"strings"
)

// A setting is what keepers may choose by a command of its own, behind settings.
type setting struct {
	name, about string
	takes       string // what is typed behind its name, for people
	options     []Option
	set         func(t *turn, ctx context.Context, g given) error // chooses what was typed
	says        func(t *turn) (string, error)                     // what holds now
}

// The names of settings, and the values of those that have words for them.
const (
	unasked   = "unasked"
	followUps = "follow-ups"

	on  = "on"
	off = "off"

	usual = "usual" // how sure the bot is to be before it answers
	low   = "low"
	high  = "high"

	toAsker    = "asker" // to whom the bot answers in its own threads without being spoken to
	toEveryone = "everyone"
	toMentions = "mention"
)

// followUpsTo are the values of followUps, the one that holds unless it is set first.
var followUpsTo = []string{toAsker, toEveryone, toMentions}

// cautions are the values of caution, and the score below which nothing answers for each;
// 0 stands for that of the engine.
var cautions = map[string]float64{low: .3, usual: 0, high: .7}

// only returns the value of a setting that takes just one.
func (g given) only() string {
	for _, value := range g {
		return value
	}
	return ""
}

func settingTable() []setting {
	return []setting{
		{name: "keepers", about: "who looks after me besides the admins here", takes: "add:@NAME | remove:@NAME",
			options: keeperOptions, set: setKeepers, says: sayKeepers},
		{name: unasked, about: "whether I answer new posts of this channel, where the articles do", takes: "on | off",
			options: oneOf("answer", on, off), set: setUnasked, says: sayUnasked},
		{name: followUps, about: "whose further questions I answer without a mention", takes: "asker | everyone | mention",
			options: oneOf("whose", followUpsTo...), set: setFollowUps, says: chosen(func(s settings) string { return followUpsNow[s.FollowUps] })},
		{name: "languages", about: "of which languages I quote articles", takes: "NAMES | all",
			options: taking("names", Words, "languages of articles, or all"), set: setLanguages, says: chosen(languagesNow)},
		{name: "quotes", about: "how many quotes an answer shows at once", takes: "1 to 5",
			options: taking("number", Number, "1 to 5"), set: setQuotes, says: chosen(quotesNow)},
		{name: "caution", about: "how sure I want to be of an answer before I give it", takes: "low | usual | high",
			options: oneOf("caution", low, usual, high), set: setCaution, says: chosen(func(s settings) string { return cautionNow[s.Caution] })},
		onOrOff("private", "whether who mentions me is answered alone", privateNow, func(s *settings) *bool { return &s.Private }),
		{name: "questions", about: "for how many days I keep what was asked", takes: "0 to 365",
			options: taking("days", Number, "0 to 365"), set: setQuestions, says: chosen(questionsNow)},
		onOrOff("answer-later", "whether I answer what found nothing, once articles do", answerLaterNow, func(s *settings) *bool { return &s.AnswerLater }),
		{name: "corrections", about: "whether I correct answers whose quotes no longer stand", takes: "on | off",
			options: oneOf("switch", on, off), set: setCorrections, says: chosen(correctionsNow)},
	}
}

func oneOf(name string, values ...string) []Option {
	return []Option{{Name: name, About: strings.Join(values, ", "), Kind: Words, Choices: values, Bare: true}}
}

func taking(name string, kind Kind, about string) []Option {
	return []Option{{Name: name, About: about, Kind: kind, Bare: true}}
}

// onOrOff is a setting that is one or the other.
func onOrOff(name, about string, now map[bool]string, of func(*settings) *bool) setting {
	set := func(t *turn, ctx context.Context, g given) error { return t.switched(ctx, name, g, of) }
	return setting{name, about, "on | off", oneOf("switch", on, off), set, chosen(func(s settings) string { return now[*of(&s)] })}
}

// chosen says what holds of the settings of the tenant.
func chosen(says func(settings) string) func(*turn) (string, error) {
	return func(t *turn) (string, error) { return says(t.settings), nil }
}

func settingCommands() []Command {
	all := []Command{{Name: "show", About: "all of it, and how to change it", run: showSettings}}
	for _, s := range settingTable() {
		all = append(all, Command{Name: s.name, About: s.about, Options: s.options, run: s.run})
	}
	return all
}

// run chooses what is typed, if anything is, and says what holds then.
func (s setting) run(t *turn, ctx context.Context, g given) (Reply, error) {
	if len(g) > 0 {
		if err := s.set(t, ctx, g); err != nil {
			return Reply{}, err
		}
	}
	said, err := s.says(t)
	return Reply{Blocks: []Block{Paragraph(said)}, Private: true}, err
}

func showSettings(t *turn, _ context.Context, _ given) (Reply, error) {
	list := List{Heading: settingsHeading}
	for _, s := range settingTable() {
		said, err := s.says(t)
		if err != nil {
			return Reply{}, err
		}
		list.Items = append(list.Items, Item{Name: "/settings " + s.name + " " + s.takes, About: said})
	}
	return Reply{Blocks: []Block{list}, Private: true}, nil
}

func setUnasked(t *turn, ctx context.Context, g given) error {
	to := strings.ToLower(g.only())
	if unaskedNow[to] == "" {
		return mended(unasked, onOrOffBehind)
	}
	return t.setUnasked(ctx, to)
}

func sayUnasked(t *turn) (string, error) {
	may, err := t.mayAnswerUnasked()
	if may {
		return unaskedNow[on], err
	}
	return unaskedNow[off], err
}

func setFollowUps(t *turn, ctx context.Context, g given) error {
	to := strings.ToLower(g.only())
	if !slices.Contains(followUpsTo, to) {
		return mended(followUps, followUpsBehind)
	}
	return t.choose(ctx, func(s *settings) { s.FollowUps = to })
}
