package answer

import (
	"encoding/binary"
	"encoding/json"
	"reflect"
	"testing"

	"verbatim/answer/text"
	"verbatim/store"
	"verbatim/store/storetest"
)

// oldestRecord is an article's record as the first versions wrote it.
func oldestRecord(t *testing.T, a *Article) []byte {
	t.Helper()
	meta, err := json.Marshal(map[string]any{
		"id": a.ID, "title": a.Title, "author": a.Author, "source": a.Source, "url": a.URL,
		"published": a.Published, "lang": a.Lang, "furniture": a.Furniture,
	})
	if err != nil {
		t.Fatal(err)
	}
	return store.Seal(append(append(binary.AppendUvarint(nil, uint64(len(meta))), meta...), a.Text...))
}

// older returns a library whose articles a version before blocks and finders stored.
func older(t *testing.T, articles ...*Article) *Library {
	t.Helper()
	tenant := storetest.Open(t).Tenant("t")
	err := tenant.Update(func(tx *store.Tx) error {
		for _, a := range articles {
			number, err := tx.Sequence()
			if err != nil {
				return err
			}
			if err := tx.Put(numberKey("a/", number), oldestRecord(t, a)); err != nil {
				return err
			}
			if err := tx.Put([]byte("i/"+a.ID), binary.BigEndian.AppendUint64(nil, number)); err != nil {
				return err
			}
		}
		return tx.Put([]byte(versionKey), []byte("5"))
	})
	if err != nil {
		t.Fatal(err)
	}
	l, err := Open(tenant)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func TestALibraryOfAnOlderVersionGoesOn(t *testing.T) {
	a := &Article{ID: "a", Title: "Skye", Lang: text.English, Text: "Menu\n\nThe ferry sails.", Furniture: []text.Span{{Start: 0, End: 4}}}
	b, c := english("b", "The lighthouse stands on Skerryvore."), english("c", "The harbour is deep.")
	l := older(t, a, b, c)
	again := english("b", "The lighthouse stands on Bell Rock.")
	added := load(t, l, a, again, english("d", c.Text))
	if want := []Added{{Status: Same}, {Status: Replaced}, {Status: Loaded, Twin: "c"}}; !reflect.DeepEqual(added, want) {
		t.Errorf("added %+v, want %+v", added, want)
	}
	if err := l.Remove(ctx, "c"); err != nil {
		t.Error(err)
	}
	if got := ids(t, l); !reflect.DeepEqual(got, []string{"a", "b", "d"}) {
		t.Errorf("it holds %q", got)
	}
	if got, _, err := l.Article(ctx, "a"); err != nil || !reflect.DeepEqual(got, a) {
		t.Errorf("got %+v, %v", got, err)
	}
	if got := first(ask(t, l, "Where does the lighthouse stand?")); got != again.Text {
		t.Errorf("got %q", got)
	}
	if newest, err := l.Newest(ctx, 2); err != nil || len(newest) != 2 || newest[0].ID != "d" || newest[1].ID != "b" {
		t.Errorf("the newest are %+v, %v", newest, err)
	}
	if err := l.Check(ctx); err != nil {
		t.Error(err)
	}
}

func TestAChangeOfAnOlderVersionIsUndone(t *testing.T) {
	a := english("a", "The ferry sails.")
	l := older(t, a)
	record := oldestRecord(t, a)
	err := l.tenant.Update(func(tx *store.Tx) error { // the change that loaded it
		h := header{Change: Change{Loaded: 1, Titles: []string{"a"}}, Noted: 1}
		if err := putSealed(tx, numberKey(changeKey, 1), &h); err != nil {
			return err
		}
		return putSealed(tx, entryKeyOf(entryKey, 1, "a"), &entry{ID: "a", After: recordHash(record), Title: "a"})
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := l.Check(ctx); err != nil {
		t.Fatal(err)
	}
	undone, err := l.Editor(Origin{}).Undo(ctx, 1)
	if err != nil || undone.Removed != 1 || len(ids(t, l)) != 0 {
		t.Fatalf("undone %+v, %v", undone, err)
	}
	if _, err := l.Editor(Origin{}).Undo(ctx, undone.Number); err != nil {
		t.Fatal(err)
	}
	if got, _, err := l.Article(ctx, "a"); err != nil || !reflect.DeepEqual(got, a) {
		t.Errorf("got %+v, %v", got, err)
	}
	if err := l.Check(ctx); err != nil {
		t.Error(err)
	}
}
