package slacktest_test

import (
	"bytes"
	"net/http"
	"strings"
	"testing"

	"github.com/slack-go/slack"

	"verbatim/bot/slack/slacktest"
)

// The same client takes it for Slack where it moves files.
func TestAClientOfOthersMovesFiles(t *testing.T) {
	s := slacktest.New(t)
	w := s.Install("T1")
	api := slack.New(w.Token, slack.OptionAPIURL(s.API()))
	up, err := api.GetUploadURLExternalContext(t.Context(), slack.GetUploadURLExternalParameters{FileName: "a.txt", FileSize: 4})
	if err != nil {
		t.Fatal(err)
	}
	share := slack.CompleteUploadExternalParameters{Files: []slack.FileSummary{{ID: up.FileID}}, Channel: "C1", ThreadTimestamp: "5.0"}
	if _, err := api.CompleteUploadExternalContext(t.Context(), share); err == nil {
		t.Error("a file is shared before it is there")
	}
	resp, err := http.Post(up.UploadURL, "application/octet-stream", strings.NewReader("moon"))
	if err != nil || resp.StatusCode != http.StatusOK {
		t.Fatal(resp, err)
	}
	resp.Body.Close()
	if _, err := api.CompleteUploadExternalContext(t.Context(), share); err != nil {
		t.Fatal(err)
	}
	if f := s.AwaitFile(t, "C1"); f.Content != "moon" || f.Thread != "5.0" {
		t.Errorf("it keeps %+v", f)
	}
	info, _, _, err := api.GetFileInfo(up.FileID, 0, 0)
	if err != nil {
		t.Fatal(err)
	}
	var content bytes.Buffer
	if err := api.GetFile(info.URLPrivateDownload, &content); err != nil || content.String() != "moon" {
		t.Errorf("it gives %q, %v", &content, err)
	}
}

func TestAClientOfOthersRewritesAndAsks(t *testing.T) {
	s := slacktest.New(t)
	w := s.Install("T1")
	api := slack.New(w.Token, slack.OptionAPIURL(s.API()))
	channel, ts, err := api.PostMessage("C1", slack.MsgOptionText("one", false))
	if err != nil {
		t.Fatal(err)
	}
	if _, _, _, err := api.UpdateMessage(channel, ts, slack.MsgOptionText("two", false)); err != nil || s.Standing("C1")[0].Text != "two" {
		t.Errorf("it stands as %v, %v", s.Standing("C1"), err)
	}
	if _, _, err := api.DeleteMessage(channel, ts); err != nil || len(s.Standing("C1")) != 0 {
		t.Errorf("it stands as %v, %v", s.Standing("C1"), err)
	}
	if _, _, _, err := api.UpdateMessage(channel, ts, slack.MsgOptionText("three", false)); err == nil || err.Error() != "message_not_found" {
		t.Errorf("what is gone is changed: %v", err)
	}
	s.SetGroup("S1", "U1")
	if users, err := api.GetUserGroupMembers("S1"); err != nil || len(users) != 1 {
		t.Errorf("the group has %v, %v", users, err)
	}
	if direct, _, _, err := api.OpenConversation(&slack.OpenConversationParameters{Users: []string{"U1"}}); err != nil || direct.ID != "DU1" {
		t.Errorf("the conversation is %v, %v", direct, err)
	}
}

// A trigger_id opens one modal, for the person from whom it came.
func TestAClientOfOthersOpensAModal(t *testing.T) {
	s := slacktest.New(t)
	w := s.Install("T1")
	api := slack.New(w.Token, slack.OptionAPIURL(s.API()))
	label := slack.NewTextBlockObject("plain_text", "Title", false, false)
	view := slack.ModalViewRequest{Type: slack.VTModal, Title: label, Blocks: slack.Blocks{BlockSet: []slack.Block{
		slack.NewInputBlock("title", label, nil, slack.NewPlainTextInputBlockElement(nil, "title")),
	}}}
	trigger := w.Command("U1", "C1", "/articles", "add").Field("trigger_id").(string)
	if _, err := api.OpenView(trigger, view); err != nil {
		t.Fatal(err)
	}
	if _, err := api.OpenView(trigger, view); err == nil || err.Error() != "exchanged_trigger_id" {
		t.Errorf("it opens another: %v", err)
	}
	opened := s.Await(t, slacktest.Method("views.open"))
	sent := w.Submit(opened, map[string]string{"title": "The moon"})
	if sent.Field("view.state.values.title.title.value") != "The moon" || sent.Field("user.id") != "U1" {
		t.Errorf("what is sent is %v", sent)
	}
	defer func() {
		if recover() == nil {
			t.Error("a form is sent without what is required")
		}
	}()
	w.Submit(opened, nil)
}
