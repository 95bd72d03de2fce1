package bot

import (
	"fmt"
	"strings"

	"verbatim/answer/text"
)

// languages are those that articles can be in, as people call them.
var languages = []struct {
	lang text.Lang
	name string
}{
	{text.English, "English"}, {text.French, "French"}, {text.Spanish, "Spanish"}, {text.Russian, "Russian"},
	{text.Swedish, "Swedish"}, {text.Norwegian, "Norwegian"}, {text.Hungarian, "Hungarian"},
}

func languageNames() (names []string) {
	for _, l := range languages {
		names = append(names, l.name)
	}
	return names
}

func languageOf(lang text.Lang) string {
	for _, l := range languages {
		if l.lang == lang {
			return l.name
		}
	}
	return string(lang)
}

// languageNamed returns the language that a person names or gives the code of; none for none.
func languageNamed(name string) (text.Lang, error) {
	for _, l := range languages {
		if strings.EqualFold(l.name, name) || strings.EqualFold(string(l.lang), name) {
			return l.lang, nil
		}
	}
	if name != "" {
		return "", Refusal(fmt.Sprintf(noSuchLanguage, strings.Join(languageNames(), ", ")))
	}
	return "", nil
}
