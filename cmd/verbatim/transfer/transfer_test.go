package transfer

import (
	"bytes"
	"context"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"

	"verbatim/answer"
	"verbatim/answer/load"
)

// What is put in one process is what is sent by the other, and so is what became of it.
func TestArticlesArriveAsTheyAreSent(t *testing.T) {
	sent := []load.Item{
		{Article: &answer.Article{ID: "a", Title: "A", Text: "One."}, Collections: []string{"x", "y"}},
		{Name: "none.pdf", Err: errors.New("is no article")},
		{Article: &answer.Article{ID: "b", Text: "Two."}},
	}
	became := []answer.Added{{Status: answer.Loaded, Twin: "c"}, {Status: answer.Refused, Err: errors.New("too long")}}
	batches := make(chan []load.Item, 2)
	batches <- sent
	batches <- sent[1:2]
	close(batches)
	in, toStore := io.Pipe()
	fromStore, out := io.Pipe()
	var got []string
	stored := make(chan error, 1)
	go func() {
		stored <- ReceiveArticles(t.Context(), in, out, func(_ context.Context, batches <-chan []load.Item, tell Told) error {
			for batch := range batches {
				for _, item := range batch {
					got = append(got, item.Article.ID+item.Article.Title+item.Article.Text+strings.Join(item.Collections, "+"))
				}
				if err := tell(batch, became[:len(batch)]); err != nil {
					return err
				}
			}
			return nil
		})
		out.Close()
	}()
	var told []answer.Added
	err := SendArticles(t.Context(), batches, toStore, fromStore, func(_ []load.Item, added []answer.Added) error {
		told = append(told, added...)
		return nil
	})
	if err := errors.Join(err, <-stored); err != nil {
		t.Fatal(err)
	}
	if want := []string{"aAOne.x+y", "bTwo."}; !slices.Equal(got, want) {
		t.Errorf("there arrive %q", got)
	}
	if len(told) != 2 || told[0] != became[0] || told[1].Status != answer.Refused || told[1].Err.Error() != "too long" {
		t.Errorf("of that is told %+v", told)
	}
}

func TestWhatIsNoBatchEndsTheStoring(t *testing.T) {
	err := ReceiveArticles(t.Context(), strings.NewReader("\x07garbage"), io.Discard, func(ctx context.Context, batches <-chan []load.Item, _ Told) error {
		for range batches {
			t.Error("there is a batch")
		}
		return ctx.Err()
	})
	if err == nil || errors.Is(err, context.Canceled) {
		t.Errorf("it ends with %v", err)
	}
}

// files are archives by their numbers.
type files map[int]*file

type file struct {
	bytes.Buffer
	closed bool
}

func (f *file) Close() error { f.closed = true; return nil }

func (all files) create(n int) (io.WriteCloser, error) {
	all[n] = &file{}
	return all[n], nil
}

func TestArchivesArriveAsTheyAreSent(t *testing.T) {
	left := answer.LeftOut{{Article: "b"}}
	var wire bytes.Buffer
	err := SendArchives(&wire, func(part Part) (int, error) {
		for n, texts := range [][]string{{"one, ", "and more"}, {"two"}} {
			w, err := part(n + 1)
			if err != nil {
				return 0, err
			}
			for _, text := range texts {
				if _, err := io.WriteString(w, text); err != nil {
					return 0, err
				}
			}
			if err := w.Close(); err != nil {
				return 0, err
			}
		}
		return 3, left
	})
	if err != nil {
		t.Fatal(err)
	}
	short := bytes.NewReader(wire.Bytes()[:wire.Len()-1])
	got := files{}
	articles, err := ReceiveArchives(&wire, got.create)
	if articles != 3 || !errors.As(err, new(answer.LeftOut)) || err.Error() != left.Error() {
		t.Errorf("%d articles, %v", articles, err)
	}
	if len(got) != 2 || got[1].String() != "one, and more" || got[2].String() != "two" || !got[1].closed || !got[2].closed {
		t.Errorf("there arrive %v", got)
	}
	if _, err := ReceiveArchives(short, files{}.create); err != io.EOF && err != io.ErrUnexpectedEOF {
		t.Errorf("cut short it ends with %v", err)
	}
}

func TestAnExportThatFailsSendsNoEnd(t *testing.T) {
	var wire bytes.Buffer
	broken := errors.New("broken")
	if err := SendArchives(&wire, func(Part) (int, error) { return 0, broken }); err != broken {
		t.Errorf("it ends with %v", err)
	}
	if _, err := ReceiveArchives(&wire, files{}.create); err != io.EOF {
		t.Errorf("what is received ends with %v", err)
	}
}
