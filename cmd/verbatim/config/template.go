package config

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/pflag"
)

// WriteTemplate writes a configuration with every setting there is, each left to its default
// and below what it is. Of what is secret it takes the name of a file.
func WriteTemplate(to io.Writer, all *pflag.FlagSet) (err error) {
	all.VisitAll(func(f *pflag.Flag) {
		if err == nil {
			err = writeKey(to, f)
		}
	})
	return err
}

func writeKey(to io.Writer, f *pflag.Flag) error {
	kind, about := pflag.UnquoteUsage(f)
	key, value := f.Name, f.DefValue
	switch {
	case isSecret(f):
		key, value = key+fileKey, "/run/secrets/"+key
	case value == "" || value == "[]":
		value = strings.ToUpper(kind)
	}
	_, err := fmt.Fprintf(to, "# %s\n#%s: %s\n\n", strings.Join(wrapped(about, 78), "\n# "), key, value)
	return err
}

// wrapped returns a text in lines of so many letters, or longer where a word is.
func wrapped(text string, width int) (lines []string) {
	line := ""
	for word := range strings.FieldsSeq(text) {
		if line != "" && len(line)+1+len(word) > width {
			lines, line = append(lines, line), ""
		}
		line = strings.TrimPrefix(line+" "+word, " ")
	}
	return append(lines, line)
}
