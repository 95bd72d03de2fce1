package bot

import (
	"context"
	"strings"

	"verbatim/answer"
)

// suggestions is how many values are suggested at most: as many as a chat can show in a list.
const suggestions = 25

// Suggest returns up to 25 values of a kind in a tenant's articles that fit what a person
// has typed so far, the best first; none where a kind is not of the articles.
func (b *Bot) Suggest(ctx context.Context, tenant string, of Kind, typed string) []string {
	library, err := b.tenants.Library(tenant)
	if err != nil {
		b.log.ErrorContext(ctx, "nothing is suggested", "tenant", tenant, "error", err)
		return nil
	}
	values, err := suggest(ctx, library, of, typed)
	if err != nil {
		b.log.ErrorContext(ctx, "nothing is suggested", "tenant", tenant, "error", err)
		return nil
	}
	return values
}

func suggest(ctx context.Context, library *answer.Library, of Kind, typed string) ([]string, error) {
	switch of {
	case AnArticle:
		return library.Titles(ctx, typed, suggestions)
	case Outlet:
		outlets, err := library.Outlets(ctx, typed, suggestions)
		return namesOf(outlets), err
	case ACollection:
		return fitting(ctx, library, typed)
	case Source:
		outlets, err := library.Outlets(ctx, typed, suggestions)
		if err != nil || typed == "" {
			return namesOf(outlets), err
		}
		titles, err := library.Titles(ctx, typed, suggestions-len(outlets))
		return append(namesOf(outlets), titles...), err
	case Speaker:
		speakers, err := library.SpeakersNamed(ctx, typed, suggestions)
		return namesOf(speakers), err
	}
	return nil, nil
}

// fitting returns the collections whose name begins as typed.
func fitting(ctx context.Context, library *answer.Library, typed string) (names []string, err error) {
	collections, err := library.Collections(ctx)
	for _, c := range collections {
		if len(names) < suggestions && strings.HasPrefix(strings.ToLower(c.Name), strings.ToLower(typed)) {
			names = append(names, c.Name)
		}
	}
	return names, err
}

func namesOf(facets []answer.Facet) (names []string) {
	for _, f := range facets {
		names = append(names, f.Name)
	}
	return names
}
