package bot

// Every sentence the bot says of its own stands in this file or in those beside it that begin
// with say, and every word on a button; what forms ask for is in form.go.
const (
	whatIAm     = "I answer with the exact words of the articles I was given, say who spoke them, and cite where they stand."
	howToAsk    = "Ask me about what the articles say: “What did NAME say about SUBJECT?”, “Who said …?”, “How many …?”"
	alsoTyped   = "You can also type"
	keepersOnly = " (for those who look after me)"

	// Errors meant for the person.
	WentWrong     Refusal = "Something went wrong on my side. Please try again in a moment."
	noRoom        Refusal = "I have no room left to keep that: my disk or my database is full. I answer as before; please tell those who run me."
	remaking      Refusal = "I am just reading all articles anew, and can answer nothing until that is done. Please ask again in a while."
	Busy          Refusal = "I still have questions to answer here. Please ask again in a moment."
	NoServer      Refusal = "I answer from the articles of a server that we are both in. I know of none: add me to yours, or ask me there."
	LooksOn       Refusal = "I am in many servers, and have looked for you in some of them so far. Write again and I look further, or ask me in yours."
	NotHere       Refusal = "I am not at work in that workspace, so I have no articles for it."
	NoForm        Refusal = "That took too long for a form to open. Please try again."
	CutShort      Refusal = "The rest does not fit here. Ask me in a direct message for all of it."
	FormLate      Refusal = "That took too long for the form to open. Please do it once more."
	FileElsewhere Refusal = "is kept outside of this chat; attach the file itself"
	FileGone      Refusal = "is no longer there, or is not shown to me; attach it again"
	tooLong       Refusal = "That is too long for a question. Ask it in a sentence or two."
	tooOften      Refusal = "That was a lot at once. Please give me a minute, then ask again."
	tooMany       Refusal = "Many people are asking me right now. Please ask again in a minute."
	staleAction   Refusal = "That can no longer be done. Ask again, please."
	notYours      Refusal = "Only the person who asked can do that. Ask me yourself, and it is yours."
	sharedAlready Refusal = "That answer is shared already."
	changedSince  Refusal = "The articles have changed since, and would answer otherwise now. Ask again, please."
	noLongerThere Refusal = "These words no longer stand in the articles: the article was replaced or taken out."
	noSuchCommand Refusal = "There is no such command. Type help for the ones there are."

	lookItUp       = " Those who look after me can find out more by this: %s." // a request id
	noSuchSub      = "Type /%s with one of these behind it: %s."
	notAnswered    = "The articles do not answer that."
	noSource       = "I found no source for that in the articles."
	moreWords      = "%d more words"
	nothingSought  = "I found no word in that to look for. " + howToAsk
	didYouMean     = "Did you mean “%s”?"
	readAs         = "I read that as “%s”."
	tookWords      = "I read %s."
	tookWord       = "“%s” as “%s”"
	readAsButAlone = "I read that as “%s”, which the articles do not answer. To your words alone they say:"
	notAnAnswer    = "These passages come nearest. They are not an answer."
	partly         = "There was no time to look at all articles: ask again, or ask for less at once."
	beginningOnly  = "That is long: I looked for the source of its beginning."
	sharedAnswer   = "Shared answer to “%s”"
	sharedBy       = "%s shared an answer to “%s”"
	marked         = "Marked: %s"
	inItsPlace     = "In context, with the quoted words marked:"
	noMoreQuotes   = "The articles say no more about that."
	noArticles     = "I have no articles yet."
	noMoreArts     = "That was the last article."
	articlesFromTo = "Articles %d to %d of %d"

	thanksHelpful   = "Thank you, I have noted that it helped."
	thanksUnhelpful = "Thank you, I have noted that it did not help."

	knowsArticles  = "I know %s."
	mostArticles   = "The outlets with the most"
	newestArticles = "The newest"
	tryAsking      = "Try asking"
	whatDidTheySay = "What did %s say?"

	moreQuotesLabel   = "More quotes"
	moreArticlesLabel = "More articles"
	inContextLabel    = "In context"
	nearestLabel      = "Nearest passages"
	askThatLabel      = "Ask that"
	asTypedLabel      = "Ask as typed"
	shareLabel        = "Share in channel"
	helpfulLabel      = "Helpful"
	unhelpfulLabel    = "Not helpful"
	without           = "× %s" // a part of the question
)

// What stands where the bot is shown, and what asks for the server whose articles answer.
const (
	Presence    = "Ask me with /ask, or mention me"
	WhichServer = "Which server’s articles shall I answer from? I keep to it until you press another."
)

// Where a message comes from, as far as that has no name.
const (
	InDirect  = "a direct message"
	InPrivate = "a private channel"
	InChannel = "a channel"
)

// FilesAside is said where files go to the person in a direct message, and the words do not.
const FilesAside = "I send the file to you in a direct message."

// What stands before the title of a further article that holds the same words, or nearly the same.
const (
	alsoIn   = "Also in "
	nearlyIn = "In nearly the same words in "
)
