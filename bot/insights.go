package bot

import "context"

func insightCommands() []Command {
	return []Command{
		{Name: "show", About: "the last weeks", Options: []Option{{Name: "weeks", About: "how many", Kind: Number, Bare: true}}, run: showInsights},
		{Name: "export", About: "all of it, as a table in a file", run: exportInsights},
	}
}

func showInsights(t *turn, ctx context.Context, g given) (Reply, error) {
	return Reply{}, noSuchCommand
}

func exportInsights(t *turn, ctx context.Context, g given) (Reply, error) {
	return Reply{}, noSuchCommand
}

var forgetOptions = []Option{{Name: "who", About: "somebody else, for those who look after me", Kind: Someone}}

func forget(t *turn, ctx context.Context, g given) (Reply, error) { return Reply{}, noSuchCommand }
