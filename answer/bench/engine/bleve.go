package engine

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/analysis/lang/en"
	"github.com/blevesearch/bleve/v2/mapping"

	"verbatim/answer/bench/corpus"
)

// bleveIndex is bleve with its defaults, which have a batch on disk before it is done.
type bleveIndex struct{ bleve.Index }

func openBleve(dir string) (Engine, error) {
	path := filepath.Join(dir, "bleve")
	open := bleve.Open
	if _, err := os.Stat(path); err != nil {
		open = func(path string) (bleve.Index, error) { return bleve.New(path, bleveMapping()) }
	}
	index, err := open(path)
	if err != nil {
		return nil, err
	}
	return bleveIndex{index}, nil
}

// bleveMapping has one field with English stems and stop words, whose text is stored, and nothing else.
func bleveMapping() mapping.IndexMapping {
	field := bleve.NewTextFieldMapping()
	field.Analyzer = en.AnalyzerName
	field.IncludeInAll = false
	field.IncludeTermVectors = false
	field.DocValues = false
	document := bleve.NewDocumentStaticMapping()
	document.AddFieldMappingsAt("text", field)
	m := bleve.NewIndexMapping()
	m.DefaultAnalyzer = en.AnalyzerName
	m.DefaultMapping = document
	return m
}

func (b bleveIndex) Load(ctx context.Context, r io.Reader) error {
	return loadParagraphs(ctx, b, r)
}

func (b bleveIndex) Add(_ context.Context, articles ...corpus.Article) error {
	batch := b.NewBatch()
	for _, a := range articles {
		for i, p := range a.Paragraphs() {
			if err := batch.Index(fmt.Sprintf("%s-%d", a.ID, i), map[string]any{"text": p}); err != nil {
				return err
			}
		}
	}
	return b.Batch(batch)
}

func (b bleveIndex) Ask(ctx context.Context, question string) (bytes int, err error) {
	words := bleve.NewMatchQuery(question)
	words.SetField("text")
	request := bleve.NewSearchRequestOptions(words, 10, 0, false)
	request.Fields = []string{"text"}
	found, err := b.SearchInContext(ctx, request)
	if err != nil {
		return 0, err
	}
	for _, hit := range found.Hits {
		text, _ := hit.Fields["text"].(string)
		bytes += len(text)
	}
	return bytes, nil
}
