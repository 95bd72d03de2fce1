package engine

import (
	"context"
	"database/sql"
	"io"
	"path/filepath"
	"strings"
	"unicode"

	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/analysis/lang/en"
	_ "modernc.org/sqlite"

	"verbatim/answer/bench/corpus"
)

// fts5 is SQLite's full-text search with Porter's stems, each batch on disk before it is done. It knows
// no stop words: they are left out of the questions, by the list that bleve has.
type fts5 struct {
	*sql.DB
	stop analysis.TokenMap
}

func openFTS5(dir string) (Engine, error) {
	db, err := sql.Open("sqlite", filepath.Join(dir, "fts5.db")+"?_pragma=journal_mode(wal)&_pragma=synchronous(full)")
	if err != nil {
		return nil, err
	}
	e := fts5{db, analysis.NewTokenMap()}
	if err = e.stop.LoadBytes(en.EnglishStopWords); err == nil {
		_, err = db.Exec("create virtual table if not exists passages using fts5(text, tokenize = 'porter unicode61')")
	}
	if err != nil {
		db.Close()
		return nil, err
	}
	return e, nil
}

func (e fts5) Load(ctx context.Context, r io.Reader) error {
	return loadParagraphs(ctx, e, r)
}

func (e fts5) Add(ctx context.Context, articles ...corpus.Article) error {
	tx, err := e.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback() // nothing, once it is committed
	insert, err := tx.PrepareContext(ctx, "insert into passages(text) values (?)")
	if err != nil {
		return err
	}
	defer insert.Close()
	for _, a := range articles {
		for _, p := range a.Paragraphs() {
			if _, err := insert.ExecContext(ctx, p); err != nil {
				return err
			}
		}
	}
	return tx.Commit()
}

func (e fts5) Ask(ctx context.Context, question string) (bytes int, err error) {
	words := e.anyOf(question)
	if words == "" {
		return 0, nil
	}
	rows, err := e.QueryContext(ctx, "select text from passages where passages match ? order by rank limit 10", words)
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	for rows.Next() {
		var text string
		if err := rows.Scan(&text); err != nil {
			return 0, err
		}
		bytes += len(text)
	}
	return bytes, rows.Err()
}

// anyOf writes the words of a question as an expression that FTS5 reads, each in quotation
// marks; empty where there are only stop words.
func (e fts5) anyOf(question string) string {
	var words []string
	between := func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) }
	for _, w := range strings.FieldsFunc(strings.ToLower(question), between) {
		if !e.stop[w] {
			words = append(words, `"`+w+`"`)
		}
	}
	return strings.Join(words, " OR ")
}
