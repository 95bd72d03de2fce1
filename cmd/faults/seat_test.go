package faults

// seat is where one person talks with the bot, in whichever chat: in a channel of their own,
// and in a direct message. Each method waits for the answer; false where none came, which
// the chat's ledger then holds.
type seat interface {
	// mention asks in the channel, and goOn without a mention where that was answered.
	mention(text string) (said, bool)
	goOn(in said, text string) (said, bool)
	// direct writes to the bot alone.
	direct(text string) (said, bool)
	// command gives a slash command with a value for an option, if any, which is answered
	// to the person alone.
	command(name, option, value string) (said, bool)
	// press presses a button with a label.
	press(on said, label string) (said, bool)
	// load has the bot load a file.
	load(name, content string) (said, bool)
	// again has the chat deliver once more what it delivered last, which is to be answered no more.
	again()
	// object notes that something said is not what it has to be.
	object(format string, args ...any)
}

// said is what the bot has said.
type said struct {
	words string
	place any // the call of the chat that said it
}
