package bot

import (
	"context"

	"verbatim/answer"
)

// Field is what of the articles can be named in a question: from:OUTLET, by:SPEAKER.
type Field string

// The fields that Suggest knows.
const (
	Outlet  Field = "from"
	Speaker Field = "by"
	Title   Field = "title"
)

// suggestions is how many values are suggested at most: as many as a chat can show in a list.
const suggestions = 25

// Suggest returns up to 25 values of a field in a tenant's articles that fit what a person
// has typed so far, the best first.
func (b *Bot) Suggest(ctx context.Context, tenant string, of Field, typed string) []string {
	library, err := b.tenants.Library(tenant)
	if err != nil {
		b.log.Error("nothing is suggested", "tenant", tenant, "error", err)
		return nil
	}
	values, err := suggest(ctx, library, of, typed)
	if err != nil {
		b.log.Error("nothing is suggested", "tenant", tenant, "error", err)
		return nil
	}
	return values
}

func suggest(ctx context.Context, library *answer.Library, of Field, typed string) (values []string, err error) {
	var facets []answer.Facet
	switch of {
	case Outlet:
		facets, err = library.Outlets(ctx, typed, suggestions)
	case Speaker:
		facets, err = library.SpeakersNamed(ctx, typed, suggestions)
	case Title:
		return library.Titles(ctx, typed, suggestions)
	}
	for _, f := range facets {
		values = append(values, f.Name)
	}
	return values, err
}
