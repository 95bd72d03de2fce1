package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"verbatim/answer"
	"verbatim/bot"
	"verbatim/store"
)

func (a *app) checkCommand() *cobra.Command {
	var k checking
	c := &cobra.Command{
		Use:   "check",
		Short: "Check that the database is sound",
		Long: `Reads the structure of the whole file, then all that each library holds: every article
with its checksum, what was derived from it, collections and the history; and what the
bot remembers of each tenant. Tells everything that is damaged, and what mends it. With
--library it reads that library alone.

With --repair single flipped bits of what was stored are put right, and what is derived,
the index above all, is made again from the articles. What the bot remembers and cannot
be read is dropped. An article that stays damaged is never quoted. Where the structure of
the file itself is damaged, what can be read of it is brought over to FILE.repaired.`,
		Example: "  verbatim check --db articles.db\n  verbatim check --repair",
		Args:    exactly(0, "no arguments"),
		RunE: func(c *cobra.Command, _ []string) error {
			path, err := a.existing()
			if err != nil {
				return err
			}
			if c.Flags().Changed("library") {
				k.only = a.library
			}
			k.app = a
			hurry(a.errs) // which the progress is drawn on
			return k.file(c.Context(), path)
		},
	}
	c.Flags().BoolVar(&k.repair, "repair", false, "mend what can be mended first")
	c.Flags().BoolVar(&k.repair, "mend", false, "as --repair")
	if err := c.Flags().MarkHidden("mend"); err != nil {
		panic(err) // the flag is there
	}
	return c
}

// checking is one check of a database and what it has found so far.
type checking struct {
	*app
	repair bool
	only   string // the library that is checked alone; empty for all that there is

	libraries, articles int
	damaged, mendable   int
	newer               bool  // there is a library that cannot be checked, as is told
	err                 error // of saying what is damaged
}

// file checks the database at path.
func (k *checking) file(ctx context.Context, path string) error {
	structure := error(nil)
	err := k.onDatabase(path, func(db *store.DB) error {
		if structure = k.structure(ctx, db); structure != nil {
			return structure
		}
		return k.database(ctx, db)
	})
	if k.repair && k.host == nil && (errors.Is(err, store.ErrCorrupt) || errors.Is(err, syscall.EIO)) {
		return k.salvage(ctx, path, err)
	}
	if structure != nil && errors.Is(err, store.ErrCorrupt) {
		return k.noStructure(err)
	}
	if err != nil {
		return err
	}
	return k.end()
}

// structure checks the structure of a database, after what can be mended in place is mended if that
// is wanted.
func (k *checking) structure(ctx context.Context, db *store.DB) error {
	if !k.repair {
		return db.Check(ctx)
	}
	mended, err := db.Repair(ctx)
	if mended > 0 {
		k.say(foundJSON{What: "names by which libraries are found: " + bot.Numbered(mended, "flipped bit"), Mends: "put right"})
	}
	return err
}

// database checks what a database of a sound structure holds.
func (k *checking) database(ctx context.Context, db *store.DB) error {
	ids, err := db.Tenants()
	if err != nil {
		return err
	}
	if k.only != "" {
		if !slices.Contains(ids, k.only) {
			return noLibrary(k.only, ids)
		}
		ids = []string{k.only}
	}
	for _, id := range ids {
		if tenant, remembered := strings.CutSuffix(id, memorySuffix); remembered {
			err = k.memory(ctx, db.Tenant(id), tenant)
		} else {
			err = k.library(ctx, db, id)
		}
		if err = errors.Join(err, k.err); err != nil {
			return err
		}
	}
	return nil
}

// namedAtMost is how many libraries an error names.
const namedAtMost = 10

// noLibrary is the error of a name that no library has, among the tenants that there are.
func noLibrary(name string, ids []string) error {
	var names []string
	for _, id := range ids {
		if !strings.HasSuffix(id, memorySuffix) {
			names = append(names, strconv.Quote(id))
		}
	}
	if len(names) == 0 {
		return fmt.Errorf("there is no library %q: the database holds none", name)
	}
	if len(names) > namedAtMost {
		names = append(names[:namedAtMost], "...")
	}
	return fmt.Errorf("there is no library %q: name one of %s", name, strings.Join(names, ", "))
}

var errUnindexed = errors.New("another version made the index: it is not checked, and made again when the library is used")

// library checks the library of a name, after it is mended if that is wanted.
func (k *checking) library(ctx context.Context, db *store.DB, name string) error {
	if current, err := answer.IsCurrent(db.Tenant(name)); err == nil && !current && !k.repair && k.host == nil {
		k.tell(fmt.Errorf("%s: %w", name, errUnindexed))
		return k.unindexed(ctx, db, name)
	}
	library, err := k.opened(ctx, db, name)
	if errors.Is(err, answer.ErrNewer) && !k.repair {
		k.tell(fmt.Errorf("%s: %w", name, err))
		k.newer = true
		return nil
	}
	if err != nil {
		return err
	}
	if k.repair {
		tell, end := k.bars().Count("Mending " + name)
		err := library.Repair(ctx, tell)
		if end(); err != nil {
			return err
		}
	}
	size, err := library.Size(ctx)
	if err != nil {
		return err
	}
	var all []answer.Finding // told at the end: meanwhile the library cannot be changed
	tell, end := k.bars().Count("Checking " + name)
	n, err := library.Examine(ctx, func(f answer.Finding) { all = append(all, f) }, func(read int) { tell(read, max(size, read)) })
	end()
	for _, f := range all {
		k.found(name, f)
	}
	k.libraries, k.articles = k.libraries+1, k.articles+n
	return err
}

// unindexed checks the articles alone of a library, and leaves its index as another version made it.
func (k *checking) unindexed(ctx context.Context, db *store.DB, name string) error {
	for _, err := range answer.At(db.Tenant(name)).Articles(ctx) {
		var f answer.Finding
		switch {
		case err == nil:
			k.articles++
		case errors.As(err, &f):
			k.found(name, f)
		default:
			return err
		}
	}
	k.libraries++
	return errors.Join(k.err, ctx.Err())
}

// opened returns the library of a name, as it is where it is to be mended.
func (k *checking) opened(ctx context.Context, db *store.DB, name string) (*answer.Library, error) {
	if k.repair && k.host == nil {
		return answer.At(db.Tenant(name)), nil
	}
	library, err := k.tenantsIn(db).entry(name).open(ctx, k.app)
	if errors.Is(err, answer.ErrNewer) && k.repair {
		return answer.At(db.Tenant(name)), nil // nobody else has it open
	}
	return library, err
}

// memory checks what the bot remembers of a tenant.
func (k *checking) memory(ctx context.Context, memory *store.Tenant, tenant string) error {
	if k.repair {
		n, err := bot.RepairMemory(ctx, memory)
		if err != nil {
			return err
		}
		if n > 0 {
			k.say(foundJSON{Library: tenant, What: fmt.Sprintf("what the bot remembered: %s could not be read", bot.Numbered(n, "record")), Mends: "dropped"})
		}
	}
	return bot.ExamineMemory(ctx, memory, func(what string) {
		k.damaged, k.mendable = k.damaged+1, k.mendable+1
		k.say(foundJSON{Library: tenant, What: "what the bot remembers: " + what + " is damaged", Mends: mendsRecord})
	})
}
