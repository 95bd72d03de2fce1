package store_test

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"verbatim/store"
)

// released makes folders as a deployment does, app/current leading to app/releases/5, and in that
// a link that goes up from there to a database. It returns the link, and what it leads to.
func released(t *testing.T) (link, path string) {
	t.Helper()
	app := t.TempDir()
	release, shared := filepath.Join(app, "releases", "5"), filepath.Join(app, "shared")
	err := errors.Join(os.MkdirAll(release, 0o700), os.Mkdir(shared, 0o700),
		os.Symlink(filepath.Join("releases", "5"), filepath.Join(app, "current")),
		os.Symlink(filepath.Join("..", "..", "shared", "a.db"), filepath.Join(release, "a.db")))
	if err != nil {
		t.Fatal(err)
	}
	return filepath.Join(app, "current", "a.db"), filepath.Join(shared, "a.db")
}

// Of "current/../a.db" the folder is not that of current, where that is a link.
func TestLinksAreFollowedAsTheSystemDoes(t *testing.T) {
	link, path := released(t)
	db := create(t, link)
	put(t, db.Tenant("a"), "k", "v")
	backup := newPath(t)
	if err := errors.Join(db.Compact(t.Context(), nil), db.Backup(t.Context(), backup, nil)); err != nil {
		t.Fatal(err)
	}
	closed(t, db)
	r, err := store.NewRestore(backup, link)
	if err != nil {
		t.Fatal(err)
	}
	if err := r.Run(t.Context(), nil, nil); err != nil {
		t.Error(err)
	}
	r.Close()
	onlyIn(t, path)
	upwards := filepath.Dir(link) + "/../5/a.db" // which cleaned would be another folder, and there is none
	db = create(t, upwards)
	if err := db.Compact(t.Context(), nil); err != nil {
		t.Error(err)
	}
	if got := contents(t, db.Tenant("a")); got["k"] != "v" {
		t.Errorf("it holds %q", got)
	}
	closed(t, db)
}
