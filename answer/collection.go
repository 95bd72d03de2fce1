package answer

import (
	"context"
	"errors"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"verbatim/store"
)

// maxCollection is how many characters a collection's name has at most.
const maxCollection = 100

var errCollection = errors.New("a collection needs a name of 1 to 100 characters, letters or digits among them")

// CheckCollection returns an error that says what a collection can be named, where a name is not that.
func CheckCollection(name string) error {
	if collectionName(name) == "" || utf8.RuneCountInString(name) > maxCollection || !utf8.ValidString(name) {
		return errCollection
	}
	return nil
}

// Collect puts articles into a collection, which is made if need be. A name counts without
// case, accents and punctuation, and is shown as it was given first. An article stays in its
// collections when it is replaced, and is there again when it was taken out and comes back:
// so one that somebody took out meanwhile is no error.
func (l *Library) Collect(ctx context.Context, collection string, ids ...string) error {
	if err := CheckCollection(collection); err != nil {
		return err
	}
	name := collectionName(collection)
	l.write.Lock()
	defer l.write.Unlock()
	return l.tenant.Update(func(tx *store.Tx) error {
		if tx.Get([]byte(collectionKey+name)) == nil {
			if err := tx.Put([]byte(collectionKey+name), store.Seal([]byte(strings.Join(strings.Fields(collection), " ")))); err != nil {
				return err
			}
		}
		for _, id := range ids {
			if err := tx.Put(memberKeyOf(name, id), store.Seal([]byte(id))); err != nil {
				return err
			}
		}
		return errors.Join(putLatest(tx), ctx.Err())
	})
}

// CollectAll puts articles into collections, by the names of these. A name that no
// collection can have is left out, since it may stand in a file that somebody else wrote.
func (l *Library) CollectAll(ctx context.Context, members map[string][]string) error {
	for _, name := range slices.Sorted(maps.Keys(members)) {
		if CheckCollection(name) != nil {
			continue
		}
		if err := l.Collect(ctx, name, members[name]...); err != nil {
			return err
		}
	}
	return nil
}

// Uncollect takes articles out of a collection; those that are not in it stay where they
// are. Without ids it dissolves the collection. Of one that there is not it returns ErrNotFound.
func (l *Library) Uncollect(ctx context.Context, collection string, ids ...string) error {
	name := collectionName(collection)
	l.write.Lock()
	defer l.write.Unlock()
	return l.tenant.Update(func(tx *store.Tx) error {
		if name == "" || tx.Get([]byte(collectionKey+name)) == nil {
			return ErrNotFound
		}
		if len(ids) == 0 {
			return errors.Join(putLatest(tx), dissolve(tx, name))
		}
		for _, id := range ids {
			if err := tx.Delete(memberKeyOf(name, id)); err != nil {
				return err
			}
		}
		return errors.Join(putLatest(tx), ctx.Err())
	})
}

func dissolve(tx *store.Tx, name string) error {
	for key := range tx.Scan(memberKeyOf(name, "")) {
		if err := tx.Delete(key); err != nil {
			return err
		}
	}
	return tx.Delete([]byte(collectionKey + name))
}

// Collections returns the collections by name, with how many of their articles are there.
func (l *Library) Collections(ctx context.Context) (all []Facet, err error) {
	err = l.view(func(tx *store.Tx) error {
		for key, sealed := range tx.Scan([]byte(collectionKey)) {
			name := string(key[len(collectionKey):])
			all = append(all, Facet{shownName(name, sealed), len(membersOf(tx, name))})
		}
		return ctx.Err()
	})
	return all, err
}

// HasCollection reports whether there is a collection of a name.
func (l *Library) HasCollection(ctx context.Context, name string) (has bool, err error) {
	err = l.tenant.View(func(tx *store.Tx) error {
		has = tx.Get([]byte(collectionKey+collectionName(name))) != nil
		return ctx.Err()
	})
	return has, err
}

// CollectionsOf returns the names of the collections that the article of an id is in, in
// their order.
func (l *Library) CollectionsOf(ctx context.Context, id string) (names []string, err error) {
	err = l.tenant.View(func(tx *store.Tx) error {
		for key, sealed := range tx.Scan([]byte(collectionKey)) {
			name := string(key[len(collectionKey):])
			if tx.Get(memberKeyOf(name, id)) != nil {
				names = append(names, shownName(name, sealed))
			}
		}
		return ctx.Err()
	})
	return names, err
}

// shownName returns the name of a collection as it was given, or as it is compared where that is damaged.
func shownName(name string, sealed []byte) string {
	if shown, err := store.Unseal(sealed); err == nil {
		return string(shown)
	}
	return name
}

// collectionName returns a collection's name as it is compared.
func collectionName(shown string) string { return strings.Join(foldedWords(shown), " ") }

// memberKeyOf returns the key that says that an article is in a collection. No folded name
// has a zero byte in it.
func memberKeyOf(name, id string) []byte {
	return slices.Concat([]byte(memberKey), []byte(name), []byte{0}, []byte(id))
}

// membersOf returns the numbers of the articles of a collection that are there.
func membersOf(tx *store.Tx, name string) (numbers []uint64) {
	prefix := memberKeyOf(name, "")
	for key := range tx.Scan(prefix) {
		if number, ok := numberOf(tx, string(key[len(prefix):])); ok {
			numbers = append(numbers, number)
		}
	}
	return numbers
}

// members returns the articles that are in one of some collections.
func members(tx *store.Tx, collections []string) (all numbers) {
	for _, shown := range collections {
		for _, number := range membersOf(tx, collectionName(shown)) {
			all.add(number)
		}
	}
	return all
}
