package load

import "verbatim/answer"

// readText reads plain text, kept to the byte but for a byte order mark.
func readText(data []byte, s source) (*answer.Article, error) {
	t, err := utf8Text(data)
	if err != nil {
		return nil, err
	}
	return complete(&answer.Article{ID: s.id, URL: s.url, Lang: language("", t), Text: t})
}
