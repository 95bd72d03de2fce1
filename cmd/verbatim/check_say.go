package main

import (
	"errors"
	"fmt"

	"verbatim/answer"
	"verbatim/bot"
	"verbatim/cmd/verbatim/jsonl"
)

// What mends what a check finds.
const (
	mendsDerived = "check --repair makes it again"
	mendsRecord  = "check --repair drops it"
	mendsLost    = "load it again, or remove it; meanwhile it is not quoted"
)

// foundJSON is a line of check --json.
type foundJSON struct {
	Library string `json:"library,omitempty"` // the tenant whose library or memory it is; empty for the file
	Article string `json:"article,omitempty"`
	What    string `json:"what"`
	Mends   string `json:"mends"`
}

// found says what is damaged in a library.
func (k *checking) found(library string, f answer.Finding) {
	k.damaged++
	mends := mendsLost
	if !f.Lost {
		k.mendable++
		mends = mendsDerived
	}
	k.say(foundJSON{library, f.Article, f.Error(), mends})
}

// say prints a line.
func (k *checking) say(f foundJSON) {
	if k.err != nil {
		return
	}
	if k.json {
		k.err = jsonl.Write(k.out, f)
		return
	}
	line := f.What + ": " + f.Mends
	if f.Library != "" {
		line = f.Library + ": " + line
	}
	_, k.err = fmt.Fprintln(k.out, bot.Visible(line))
}

// end says how the whole is.
func (k *checking) end() error {
	if k.json {
		if err := k.sayJSON(); err != nil || k.damaged == 0 && !k.newer {
			return err
		}
	}
	switch {
	case k.damaged == 0 && k.newer:
		return errTold
	case k.damaged == 0:
		_, err := fmt.Fprintln(k.out, k.sound())
		return err
	case k.mendable == 0:
		return fmt.Errorf("%s damaged", bot.Numbered(k.damaged, "thing"))
	}
	return errors.New(bot.Numbered(k.damaged, "thing") + " damaged: verbatim check --repair mends what can be mended")
}

// sayJSON prints the last line of check --json.
func (k *checking) sayJSON() error {
	return jsonl.Write(k.out, struct {
		Sound    bool `json:"sound"`
		Articles int  `json:"articles"`
	}{k.damaged == 0 && !k.newer, k.articles})
}

// sound is "The database is sound. It holds 2 articles in 3 libraries."
func (k *checking) sound() string {
	said := "The database is sound. It holds " + bot.Numbered(k.articles, "article")
	if k.only != "" {
		said = "The library is sound. It holds " + bot.Numbered(k.articles, "article")
	}
	if k.libraries > 1 {
		said += fmt.Sprintf(" in %d libraries", k.libraries)
	}
	return said + "."
}
