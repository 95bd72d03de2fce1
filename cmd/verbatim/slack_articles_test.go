package main

import (
	"archive/zip"
	"bytes"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"verbatim/bot/slack/slacktest"
)

// What is loaded, and asked for.
const (
	onTheTide = "The harbour\n\n“The tide at Wells rises 7 metres,” said Bo Reed, the harbour master. He has measured it for twenty years."
	aboutTide = "How far does the tide at Wells rise?"
	tideWords = "7 metres"
)

// The whole life of an article in Slack, in a workspace of its own for each way in.
func TestArticlesAreKeptInSlack(t *testing.T) {
	t.Parallel()
	for _, way := range []struct {
		name     string
		overHTTP bool
	}{{"Socket Mode", false}, {"HTTP", true}} {
		t.Run(way.name, func(t *testing.T) {
			s := inSlack(t, way.overHTTP)
			s.start(t)
			k := s.talk(t)
			s.slack.SetUser(k.asker, map[string]any{"is_admin": true})
			k.keepsByFile()
			k.keepsByForm()
			k.keepsWhatOthersWrote()
			k.exports()
			k.refusesOthers()
			s.settle(t)
		})
	}
}

// keepsByFile loads a file, after which a question is answered that was not, and takes it back.
func (k *talk) keepsByFile() {
	k.Helper()
	thread := k.asks(aboutTide)
	k.hears(inThread(k.channel, thread), "do not answer")
	f := k.team.Keep("tide.txt", onTheTide)
	k.tells(k.team.WithFiles(k.team.Message(k.asker, k.direct(), "", "add"), f))
	loaded := k.hears(inThread(k.direct(), ""), "The harbour", "[Show]", "[Undo]")
	later := k.hears(inThread(k.channel, thread), tideWords)
	k.presses(k.asker, loaded, "Show")
	k.hears(inThread(k.direct(), ""), "Bo Reed")
	k.presses(k.asker, loaded, "Undo")
	k.hears(inThread(k.direct(), ""), "taken back")
	recalled := k.hears(slacktest.Method("chat.update"))
	if recalled.TS != later.TS || strings.Contains(recalled.Shown(), tideWords) {
		k.Errorf("what is recalled is %v: %s", recalled, recalled.Shown())
	}
}

// keepsByForm fills in the form of a command, with a text and a file.
func (k *talk) keepsByForm() {
	k.Helper()
	k.tells(k.team.Command(k.asker, k.channel, "/articles", "add"))
	opened := k.slack.Await(k.T, slacktest.Method("views.open"))
	fields := map[string]string{"title": "The harbour of Wells", "outlet": "The Wells Post", "date": "2019-03", "text": onTheTide}
	k.tells(k.team.Submit(opened, fields))
	k.hears(onlyTo(k.asker, k.channel), "The harbour of Wells", "The Wells Post", "[Undo]")
	k.tells(k.team.Command(k.asker, k.channel, "/articles", "list outlet:\"The Wells Post\""))
	k.hears(onlyTo(k.asker, k.channel), "The harbour of Wells", "[Show]")
}

// keepsWhatOthersWrote loads the files and links of a message by the shortcut. A link that
// leads into this machine is refused, and dialled by nothing.
func (k *talk) keepsWhatOthersWrote() {
	k.Helper()
	inside := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { k.Error("a link into this machine is followed") }))
	defer inside.Close()
	q := k.team.Shortcut("load_this", k.asker, k.channel, "", k.other, "")
	q = k.team.WithFiles(q.With("message.text", "see <"+inside.URL+"/a|the page>"), k.team.Keep("storm.txt", "“The storm took the pier,” said Al Moss, a pilot."))
	k.tells(q)
	k.hears(onlyTo(k.asker, k.channel), "storm.txt", inside.URL)
}

// exports has the articles come as a file that holds them.
func (k *talk) exports() {
	k.Helper()
	k.tells(k.team.Command(k.asker, k.channel, "/articles", "export"))
	k.hears(onlyTo(k.asker, k.channel), "direct message")
	k.hears(slacktest.Method("files.completeUploadExternal"))
	f := k.slack.AwaitFile(k.T, k.direct())
	archive, err := zip.NewReader(bytes.NewReader([]byte(f.Content)), int64(len(f.Content)))
	if err != nil || len(archive.File) == 0 {
		k.Errorf("%s holds %v, %v", f.Name, archive, err)
	}
}

// refusesOthers holds those off who may not keep the articles.
func (k *talk) refusesOthers() {
	k.Helper()
	k.tells(k.team.WithFiles(k.team.Message(k.other, "D"+k.other, "", "add"), k.team.Keep("no.txt", onTheTide)))
	k.hears(inThread("D"+k.other, ""), "look after me")
	k.tells(k.team.Command(k.other, k.channel, "/articles", "add"))
	k.hears(onlyTo(k.other, k.channel), "look after me")
}
