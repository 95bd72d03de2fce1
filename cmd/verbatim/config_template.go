package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// sayTemplate prints a configuration with every setting there is, each left to its default
// and below what it is. Of what is secret it takes the name of a file.
func (a *app) sayTemplate(root *cobra.Command) (err error) {
	a.settings(root).VisitAll(func(f *pflag.Flag) {
		if err == nil {
			err = sayKey(a.out, f, a.secrets().Lookup(f.Name) != nil)
		}
	})
	return err
}

func sayKey(to io.Writer, f *pflag.Flag, secret bool) error {
	kind, about := pflag.UnquoteUsage(f)
	key, value := f.Name, f.DefValue
	switch {
	case secret:
		key, value = key+"-file", "/run/secrets/"+key
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
