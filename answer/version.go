package answer

import (
	"errors"
	"strconv"

	"verbatim/store"
)

// ErrNewer is returned for a library whose index a newer version of the analysis made. The
// articles are sound: Reindex makes their index again for this one.
var ErrNewer = errors.New("a newer version of Verbatim made the index: use that one, or have check --repair make it again for this one")

// Version names the analysis that this version makes indexes by.
func Version() string { return "analysis " + analysisVersion }

// IsCurrent reports whether the index of a tenant's library was made by this version of the
// analysis, so that Open takes no time. An empty library counts: its first articles will be.
// Where a newer version made it the error is ErrNewer.
func IsCurrent(t *store.Tenant) (current bool, err error) {
	err = t.View(func(tx *store.Tx) error {
		if current = isCurrent(tx); !current && isNewer(string(tx.Get([]byte(versionKey)))) {
			return ErrNewer
		}
		return nil
	})
	return current, err
}

// IsUnfinished reports whether the index of a tenant's library was being made again, and that was
// broken off: it is of no version.
func IsUnfinished(t *store.Tenant) (unfinished bool, err error) {
	err = t.View(func(tx *store.Tx) error {
		unfinished = !isCurrent(tx) && tx.Get([]byte(versionKey)) == nil
		return nil
	})
	return unfinished, err
}

func isCurrent(tx *store.Tx) bool {
	for range records(tx, 0) {
		return string(tx.Get([]byte(versionKey))) == analysisVersion
	}
	return true // there is nothing yet that another could have made
}

// isNewer reports whether a version of the analysis comes after this one.
func isNewer(version string) bool {
	own, err := strconv.Atoi(analysisVersion)
	if err != nil {
		panic(err) // the constant is a number
	}
	n, err := strconv.Atoi(version)
	return err == nil && n > own
}
