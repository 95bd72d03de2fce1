package main

import (
	"context"
	"fmt"
	"os"

	"verbatim/bot"
	"verbatim/store"
)

// repaired is what is behind the name of a database where what can be read of it is brought over to.
const repaired = ".repaired"

// noStructure says of a database whose structure is damaged what can be done. What a serve has
// open is not brought over.
func (k *checking) noStructure(damage error) error {
	salvage := "check --repair brings what can be read over to a new file"
	if k.host != nil {
		salvage = "stop verbatim serve: then " + salvage
	}
	k.damaged++
	k.say(foundJSON{What: "the structure of the file is damaged", Mends: "put a backup back, or " + salvage})
	if k.json {
		if err := k.sayJSON(); err != nil {
			return err
		}
	}
	return fmt.Errorf("%w; where there is none, %s", damage, salvage)
}

// salvage brings what can be read of a database whose structure is damaged over to a new file,
// and mends that. The database stays as it is.
func (k *checking) salvage(ctx context.Context, path string, damage error) error {
	to := store.Target(path) + repaired
	if _, err := os.Lstat(to); err == nil {
		return fmt.Errorf("%s is there already: restore it, or move it away and run this again", to)
	}
	k.say(foundJSON{What: damage.Error(), Mends: "what can be read is brought over to " + to})
	lost, err := store.Salvage(ctx, path, to)
	if err != nil {
		return err
	}
	if err := k.withDatabase(to, func(db *store.DB) error { return k.database(ctx, db) }); err != nil {
		return err
	}
	k.damaged++
	if k.json {
		if err := k.sayJSON(); err != nil {
			return err
		}
	}
	return fmt.Errorf("the database is damaged: %s without %s of the file brought over to %s: verbatim restore %[3]s puts that in its place",
		bot.Numbered(k.articles, "article"), bot.Numbered(lost, "part"), to)
}
