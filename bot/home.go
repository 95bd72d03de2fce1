package bot

import "context"

// Home returns what a person sees who opens the bot without asking: what it knows, the
// newest articles, how to ask.
func (b *Bot) Home(ctx context.Context, tenant string) Reply { return Reply{} }

// Prompts returns up to four questions that the tenant's articles answer.
func (b *Bot) Prompts(ctx context.Context, tenant string) []string { return nil }
