package discord

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"verbatim/bot"
	"verbatim/bot/adapter/adaptertest"
	"verbatim/bot/discord/discordtest"
)

// aForm is a form with files and two fields.
var aForm = bot.Form{
	Title: "Add articles", Submit: "Load", About: "Files, or a text.", Pressed: bot.Pressed{Name: "loaded", State: "sealed"},
	Fields: []bot.Field{
		{Name: "files", Label: "Files", Files: true}, {Name: "text", Label: "Text", Hint: "All of it", Long: true, Required: true},
		{Name: "title", Label: "Title", Value: "The moon"},
	},
}

// drawnForm tells what a form shows: a line for each of its parts.
func drawnForm(m modal) string {
	lines := []string{m.Title}
	for _, p := range m.Components {
		line := p.Content
		if f := p.Field; f != nil {
			line = fmt.Sprintf("%s (%s): %d %s %d %q %v", p.Label, p.Hint, f.Type, f.ID, f.Style, f.Value, *f.Required)
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

func TestDrawForm(t *testing.T) {
	want := `Add articles
Files, or a text.
Files (): 19 files 0 "" false
Text (All of it): 4 text 2 "" true
Title (): 4 title 1 "The moon" false`
	if got := drawnForm(drawForm(aForm, "loaded:shelf")); got != want {
		t.Errorf("it shows\n%s\nwant\n%s", got, want)
	}
}

// A form that has no room for all keeps what can be given nowhere else, and no field whose
// value would be cut.
func TestDrawFormWithinLimits(t *testing.T) {
	long := strings.Repeat("long ", 1000)
	f := bot.Form{Title: long, About: long, Fields: []bot.Field{
		{Name: "files", Files: true}, {Name: "a", Label: long, Hint: long}, {Name: "b", Value: long}, {Name: "c"}, {Name: "d"}, {Name: "e"},
	}}
	got := drawForm(f, strings.Repeat("x", 100))
	var names []string
	for _, p := range got.Components {
		if p.Field != nil {
			names = append(names, p.Field.ID)
		}
	}
	if !slices.Equal(names, []string{"a", "c", "d", "e"}) {
		t.Errorf("it has the fields %q", names)
	}
	if broken := discordtest.Limits("modal", []byte(adaptertest.JSON(t, got))); len(broken) > 0 {
		t.Error(broken)
	}
	for range 5 {
		f.Fields = append(f.Fields, bot.Field{Name: fmt.Sprint(len(f.Fields))})
	}
	if got := drawForm(f, "x"); len(got.Components) != mostFormParts {
		t.Errorf("it has %d parts", len(got.Components))
	}
}

// A form opens at once, for a command and for a press, and what is sent off comes back.
func TestAFormOpens(t *testing.T) {
	r, c := connected(t)
	m := r.discord.Mention(r.ada, r.channel, "add")
	reply := sentenceOf("Press")
	reply.Actions = []bot.Action{{Label: "Form", Pressed: bot.Pressed{Name: "add", State: "s"}}}
	c.sends(t, c.read(t, m), reply)
	pressed := r.discord.Press(r.ada, r.discord.Await(t, discordtest.To(m.ID())), "Form")
	for name, e := range map[string]discordtest.Event{"command": r.discord.Command(r.ada, r.channel, "articles add"), "press": pressed} {
		t.Run(name, func(t *testing.T) {
			in := c.read(t, e)
			if !in.answer.takesForm() {
				t.Error("it takes no form")
			}
			c.sends(t, in, bot.Reply{Form: &aForm, Private: true})
			opened := r.discord.Await(t, discordtest.Callback(e))
			if opened.Kind != 9 || in.answer.takesForm() {
				t.Fatalf("it is answered with %d", opened.Kind)
			}
			sent := c.read(t, r.discord.Submit(r.ada, opened, map[string]string{"text": "It is far.", "title": ""}, discordtest.File{Name: "a.txt", Content: []byte("abc")}))
			if got := sent.message; got.Action.Name != "loaded" || got.Fields["text"] != "It is far." || len(got.Fields) != 2 || got.Private != (name == "command") {
				t.Errorf("it comes back as %+v", got)
			}
			if len(sent.attached) != 1 || sent.answer.takesForm() {
				t.Errorf("with %v, and takes another form: %v", sent.attached, sent.answer.takesForm())
			}
			if state, err := c.bot.Shelved(sent.tenant(), sent.at.call.shelf); state != "sealed" || err != nil {
				t.Errorf("its state is %q, %v", state, err)
			}
		})
	}
}

// Where the answer was put off, or what asks for a form is a form, the person is told.
func TestWhereNoFormOpens(t *testing.T) {
	r, c := connected(t)
	late := c.read(t, r.discord.Command(r.ada, r.channel, "articles add"))
	late.answer.putOff()
	before := c.read(t, r.discord.Command(r.ada, r.channel, "articles add"))
	if err := before.answer.defers(context.Background(), 5, true); err != nil {
		t.Fatal(err)
	}
	before.answer = c.newResponse(before.at.call) // as after a restart
	sent := c.read(t, r.discord.Submit(r.ada, discordtest.Call{Channel: r.channel, Args: map[string]any{"custom_id": "a:b"}}, nil))
	for name, in := range map[string]*incoming{"late": late, "before a restart": before, "of a form": sent} {
		t.Run(name, func(t *testing.T) {
			if in.answer.takesForm() {
				t.Error("it takes a form")
			}
			c.sends(t, in, bot.Reply{Form: &aForm, Private: true})
			says(t, r.discord.Await(t, discordtest.OnlyTo(r.ada, r.channel)), string(bot.NoForm))
		})
	}
}

// What opened a form whose answer was lost is not told that it did not.
func TestAFormIsOpenedOnce(t *testing.T) {
	r, c := connected(t)
	r.discord.Fail("callback", 1, discordtest.Fault{Lost: true})
	in := c.read(t, r.discord.Command(r.ada, r.channel, "articles add"))
	in.answer.late.Reset(time.Hour) // whatever the machine is busy with
	c.sends(t, in, bot.Reply{Form: &aForm, Private: true})
	if n := r.count(discordtest.Call.Says); n > 0 {
		t.Errorf("%d things are said", n)
	}
}
