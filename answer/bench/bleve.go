package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/analysis/lang/en"
	"github.com/blevesearch/bleve/v2/mapping"
)

type bleveIndex struct{ bleve.Index }

func openBleve(dir string) (engine, error) {
	path := filepath.Join(dir, "bleve")
	if _, err := os.Stat(path); err == nil {
		index, err := bleve.Open(path)
		return bleveIndex{index}, err
	}
	index, err := bleve.New(path, bleveMapping())
	return bleveIndex{index}, err
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

func (b bleveIndex) load(ctx context.Context, file string, most int) (int, error) {
	return loadPassages(ctx, b, file, most)
}

func (b bleveIndex) add(_ context.Context, articles ...article) error {
	batch := b.NewBatch()
	for _, a := range articles {
		for i, p := range passages(a) {
			if err := batch.Index(fmt.Sprintf("%s-%d", a.ID, i), map[string]any{"text": p}); err != nil {
				return err
			}
		}
	}
	return b.Batch(batch)
}

func (b bleveIndex) ask(ctx context.Context, question string) (bytes int, err error) {
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

func (b bleveIndex) close() error { return b.Close() }
