package bot

import "context"

// Field is what of the articles can be named in a question: from:OUTLET, by:SPEAKER.
type Field string

// The fields that Suggest knows.
const (
	Outlet  Field = "from"
	Speaker Field = "by"
	Title   Field = "title"
)

// Suggest returns up to 25 values of a field in a tenant's articles that fit what a person
// has typed so far, the best first.
func (b *Bot) Suggest(ctx context.Context, tenant string, of Field, typed string) []string {
	return nil
}
