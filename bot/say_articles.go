package bot

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/dustin/go-humanize"
	"github.com/dustin/go-humanize/english"

	"verbatim/answer"
)

// What the bot says of the articles, and of what is done to them.
const (
	whichArticle     Refusal = "Name an article behind it, by its title or its id. Type /articles list for those there are."
	articleGone      Refusal = "That article is no longer there. Type /articles list for those there are."
	nothingToLoad    Refusal = "There is nothing to load in that: attach files, or give links that begin with https://."
	noSuchChange     Refusal = "There is no such change, or it is too old to be taken back. Type /articles history for those that can."
	undoneAlready    Refusal = "That change was taken back already."
	noSuchDate       Refusal = "Write a date as 2019, 2019-03 or 2019-03-01."
	nothingToUndo    Refusal = "There is no change that could be taken back."
	noChangeNumber   Refusal = "Type /articles undo with the number of a change behind it, such as 12."
	oneInTheOther    Refusal = "That holds several articles, and one can take the place of one. Load the others with /articles add."
	fileUnreachable  Refusal = "cannot be had from the chat; attach it again"
	changedMeanwhile Refusal = "That article was changed meanwhile. Look at it again with /articles show."
	whichCollection  Refusal = "Name the collection behind it, as in: in:\"Annual reports\"."
	tooLongAnArticle Refusal = "has more than 2 MiB of text, the most that one article may have in a chat; split it, or load it where I run"
	noFilesHere      Refusal = "I cannot send files here. Type verbatim export where I run."

	noArticleNamed   = "I have no article named “%s”. Type /articles list for those there are."
	severalNamed     = "Which one?"
	noSuchArticles   = "No article is like that."
	noSuchLanguage   = "I know the languages %s."
	leftOutOf        = "Left out of quotes as furniture of the page: %s"
	hiddenCharacters = "%s that cannot be seen, the first %s: in quotes they are shown by their numbers"

	loadingNow     = "Loading %s ..."
	loadingSoFar   = "Loading: %s so far, the last one %s"
	loadedNothing  = "Nothing was loaded."
	loadedHeading  = "Please check"
	refusedHeading = "Not loaded"
	notedHeading   = "Also"
	andMore        = "and %s more"
	brokenOff      = "The load broke off after that. What is listed as loaded is there; send the same again for the rest."

	askRemove    = "Take out “%s”? Its quotes are then recalled. It can be undone."
	stays        = "“%s” stays."
	removedNow   = "“%s” is taken out."
	fieldsNow    = "“%s” is changed."
	undidNow     = "Change %d is taken back: %s."
	changedLater = "“%s” was changed again by change %d. Take that back first."
	changedSome  = "“%s” was changed again since, as the history does not tell. Replace it or take it out by hand."
	noHistory    = "Nothing was changed yet."
	historyNow   = "What was changed, the last first"
	exportedNow  = "%s, in a form that I can load again."

	damagedLeftOut = "Left out, as damaged: %s. Please tell those who run me."

	dateStays   = "“%s” is no date that I read, such as 2019, 2019-03 or 2019-03-01, so the date stays as it was. Press Show and then Replace or change to give another."
	addTitle    = "Add articles"
	changeTitle = "Change an article"
	addSubmit   = "Load"
	formAbout   = "Attach files, give links, or paste a text. Title, outlet, date and link are for a pasted text, or for what the files do not tell."
	formInstead = "Press the button for a form, or write “add” to me with files attached or with a link."

	newTextHint   = "The new text; where nothing stands here the text stays as it is."
	changeSubmit  = "Change"
	piecesLeftOut = "%s left out of quotes"
	sameAs        = "the same as “%s”"
	nearlyAs      = "nearly the same as “%s”"
	olderLabel    = "Older changes"
	exporting     = "Putting the articles together ..."

	noSuchCollection   = "There is no collection named “%s”. Type /collections list for those there are."
	noCollections      = "There are no collections yet. Type /collections put ARTICLE in:NAME to begin one."
	collectionsThere   = "Collections"
	answeredFromAll    = "This channel is answered from all articles."
	answeredFromThese  = "This channel is answered from %s."
	noLongerCollection = " There is no collection %s any more."
	isIn               = "“%s” is in %s."
	isNotIn            = "“%s” is not in %s any more."
	isDissolved        = "%s is dissolved. Its articles stay."

	showLabel         = "Show"
	listArticlesLabel = "Articles"
	addArticlesLabel  = "Add articles"
	historyLabel      = "History"
	replaceLabel      = "Replace or change"
	removeLabel       = "Take out"
	keepLabel         = "Keep it"
	undoLabel         = "Undo"
	leftOutLabel      = "What was left out"
	formLabel         = "Open the form"
)

// describe tells the fields of an article and how much it holds.
func describe(a *answer.Article, l *answer.Layout, collections []string) (items []Item) {
	for _, f := range []Item{
		{Name: "Outlet", About: a.Source},
		{Name: "Date", About: date(a.Published)},
		{Name: "Author", About: a.Author},
		{Name: "Language", About: languageOf(a.Lang)},
		{Name: "Link", About: a.URL, Link: linkTo(a.URL, "")},
		{Name: "Id", About: a.ID},
		{Name: "Length", About: extent(a, l)},
		{Name: "Collections", About: inWords(collections)},
		{Name: "Not seen", About: hiddenIn(a)},
		{Name: "Begins", About: shortened(beginningOf(a, l))},
	} {
		if f.About != "" {
			items = append(items, f)
		}
	}
	return items
}

// beginningOf returns the first sentence of an article that is not its title.
func beginningOf(a *answer.Article, l *answer.Layout) string {
	for _, s := range l.Sentences {
		if said := s.Of(a.Text); a.Title == "" || strings.TrimLeft(said, "# ") != a.Title {
			return said
		}
	}
	return ""
}

// extent is "812 words, 41 sentences, 12 of them spoken".
func extent(a *answer.Article, l *answer.Layout) string {
	parts := []string{Numbered(len(strings.Fields(a.Text)), "word"), Numbered(len(l.Sentences), "sentence")}
	if n := l.Quotations(); n > 0 {
		parts = append(parts, Numbered(n, "quotation"))
	}
	return strings.Join(parts, ", ")
}

// mostLeftOut is how many pieces of furniture are shown of an article.
const mostLeftOut = 10

// leftOut lists what in an article is never quoted: the furniture of its page.
func leftOut(a *answer.Article) List {
	list := List{Heading: fmt.Sprintf(leftOutOf, Numbered(len(a.Furniture), "piece"))}
	for _, f := range a.Furniture[:min(len(a.Furniture), mostLeftOut)] {
		list.Items = append(list.Items, Item{Name: shortened(strings.Join(strings.Fields(f.Of(a.Text)), " "))})
	}
	return list
}

// hiddenIn tells how many characters of an article act without being seen; empty for none.
func hiddenIn(a *answer.Article) string {
	n := 0
	first := ""
	for _, r := range a.Text {
		if Hidden(r) && r != '\n' && r != '\r' && r != '\t' && r != '\u00ad' {
			if n++; n == 1 {
				first = Visible(string(r))
			}
		}
	}
	if n == 0 {
		return ""
	}
	return fmt.Sprintf(hiddenCharacters, Numbered(n, "character"), first)
}

// statusNow says what a load did to an article, where that is more than to load it.
var statusNow = map[answer.Status]string{answer.Replaced: "replaced", answer.Same: "was there already"}

// didWhat tells what a change did: "loaded 3 articles, replaced 1 article", and whether that took back another.
func didWhat(c answer.Change) string {
	if c.Undoes != 0 {
		return fmt.Sprintf("took back %d: %s", c.Undoes, effects(c))
	}
	return effects(c)
}

// effects tells what became of articles by a change, or by taking one back.
func effects(c answer.Change) string {
	loaded, replaced := "loaded", "replaced"
	if c.Undoes != 0 {
		loaded, replaced = "put back", "restored"
	}
	var did []string
	for _, part := range []struct {
		n    int
		said string
	}{{c.Loaded, loaded}, {c.Replaced, replaced}, {c.Removed, "took out"}} {
		if part.n > 0 {
			did = append(did, part.said+" "+plural(part.n))
		}
	}
	return cmp.Or(strings.Join(did, ", "), "changed nothing")
}

func whoDid(c answer.Change) string {
	return listing(c.By, c.At.UTC().Format("2 January 2006 15:04 UTC"), c.From)
}

// titlesOf names the first articles that a change concerned.
func titlesOf(c answer.Change) string {
	const most = 3
	var titles []string
	for _, t := range c.Titles[:min(len(c.Titles), most)] {
		titles = append(titles, "“"+shortened(t)+"”")
	}
	return strings.Join(titles, ", ")
}

// conflictWith says why a change cannot be taken back: another came after it.
func conflictWith(c *answer.Conflict) Refusal {
	if c.Later == 0 {
		return Refusal(fmt.Sprintf(changedSome, c.Title))
	}
	return Refusal(fmt.Sprintf(changedLater, c.Title, c.Later))
}

// titleOf names the one article that a change concerned.
func titleOf(c answer.Change) string { return strings.Join(c.Titles, ", ") }

func undoneBy(c answer.Change) string {
	if c.UndoneBy == 0 {
		return ""
	}
	return fmt.Sprintf("taken back by %d", c.UndoneBy)
}

// Numbered returns a number of things: 1 word, 2 words.
func Numbered(n int, thing string) string {
	return humanize.Comma(int64(n)) + " " + english.PluralWord(n, thing, "")
}

// tooLargeToSend says why the articles are not exported here: one of them.
func tooLargeToSend(article string) Refusal {
	return Refusal(fmt.Sprintf("“%s” is larger than a file that I can send here. Those who run me can export the articles.", article))
}

// nearlyFull says how much of the room is used, in percent, to somebody who has loaded something.
func nearlyFull(percent int) string {
	return fmt.Sprintf("Of the room that I have %d %% is used. Please tell those who run me, before nothing more can be loaded.", percent)
}
