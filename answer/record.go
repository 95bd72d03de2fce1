package answer

import (
	"encoding/binary"
	"encoding/json"

	"verbatim/answer/text"
	"verbatim/store"
)

// fields is what a record holds of an article beside its text.
type fields struct {
	ID        string      `json:"id"`
	Title     string      `json:"title,omitempty"`
	Author    string      `json:"author,omitempty"`
	Source    string      `json:"source,omitempty"`
	URL       string      `json:"url,omitempty"`
	Published string      `json:"published,omitempty"`
	Lang      text.Lang   `json:"lang,omitempty"`
	Furniture []text.Span `json:"furniture,omitempty"`
}

// encodeArticle returns an article's record, sealed: the length of the fields, the
// fields as JSON, the text.
func encodeArticle(a *Article) ([]byte, error) {
	meta, err := json.Marshal(fields{a.ID, a.Title, a.Author, a.Source, a.URL, a.Published, a.Lang, a.Furniture})
	if err != nil {
		return nil, err
	}
	record := make([]byte, 0, binary.MaxVarintLen64+len(meta)+len(a.Text))
	record = binary.AppendUvarint(record, uint64(len(meta)))
	record = append(record, meta...)
	record = append(record, a.Text...)
	return store.Seal(record), nil
}

// decodeArticle returns a copy of the article in a record, or store.ErrCorrupt.
func decodeArticle(sealed []byte) (*Article, error) {
	record, err := store.Unseal(sealed)
	if err != nil {
		return nil, err
	}
	n, size := binary.Uvarint(record)
	meta, body := record[size:size+int(n)], record[size+int(n):]
	var f fields
	if err := json.Unmarshal(meta, &f); err != nil {
		return nil, store.ErrCorrupt
	}
	return &Article{f.ID, f.Title, f.Author, f.Source, f.URL, f.Published, f.Lang, string(body), f.Furniture}, nil
}
