// Package config finds what each setting of the program holds and where that came from.
//
// A setting is a flag, so that each says itself which values it takes: what the command
// line leaves open is set from the environment, else from one file in YAML. What is secret
// has a flag that no command line has (see Secret), since everybody sees those of others.
//
// A mistake is refused, never passed over: a name that no setting has, a key that stands
// twice, a value that its setting does not take. The error is one line that says where it
// stands and what mends it, and never what a secret is.
package config

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/pflag"
)

// Setting is what holds for one setting.
type Setting struct {
	Name  string
	Value string // a list with commas; of a secret no more than its kind
	From  string // "flag --http", "environment VERBATIM_HTTP", "file verbatim.yaml line 4" or "default"

	digest uint64 // of the value, by which secrets are told apart in this process
}

// Changed returns the names of the settings that hold something else than before.
func Changed(before, now []Setting) (names []string) {
	was := map[string]Setting{}
	for _, s := range before {
		was[s.Name] = s
	}
	for _, s := range now {
		if b := was[s.Name]; b.Value != s.Value || b.digest != s.digest {
			names = append(names, s.Name)
		}
	}
	return names
}

// Sources are where settings are read that the command line leaves open, the stronger first.
type Sources struct {
	Environ []string // as os.Environ returns it
	File    string   // the path of a file in YAML, a key for each setting; empty for none

	// Foreign has variables that look like settings and are none be passed over: they may be another program's.
	Foreign bool
}

// Fill sets each flag of wanted that was not given, by its own Set, and returns what holds
// then, in the order of the names. Flags of wanted are to be parsed before, and to be among
// all, the flags of every setting there is: others are known, and left alone.
//
// After an error some flags are set and others not.
func (s Sources) Fill(wanted, all *pflag.FlagSet) (held []Setting, err error) {
	fromFile, err := readFile(s.File, all)
	if err != nil {
		return nil, err
	}
	fromEnvironment, err := s.readEnvironment(all)
	if err != nil {
		return nil, err
	}
	wanted.VisitAll(func(f *pflag.Flag) {
		from := "default"
		g, found := fromEnvironment[f.Name]
		if !found {
			g, found = fromFile[f.Name]
		}
		switch {
		case err != nil:
			return
		case f.Changed:
			from = "flag --" + f.Name
		case found:
			from, err = g.from, g.set(f)
		}
		held = append(held, Setting{f.Name, shown(f), from, digest(f)})
	})
	return held, err
}

// given is what a source says of a setting.
type given struct {
	values []string
	list   bool   // written as one
	file   string // which holds the value of a secret, in the place of values
	from   string // as in Setting
	where  string // what an error begins with
}

// set has a flag hold what is given.
func (g given) set(f *pflag.Flag) error {
	if err := g.apply(f); err != nil {
		return fmt.Errorf("%s: %w", g.where, err)
	}
	f.Changed = true
	return nil
}

func (g given) apply(f *pflag.Flag) error {
	values := g.values
	if g.file != "" {
		secret, err := readSecret(g.file)
		if err != nil {
			return err
		}
		values = []string{secret}
	}
	many, ok := f.Value.(pflag.SliceValue)
	if !ok && g.list {
		return errors.New("it takes one value, no list")
	}
	if !ok {
		return explain(f, f.Value.Set(values[0]))
	}
	if !g.list {
		values = split(values[0])
	}
	for _, v := range values {
		if err := many.Append(v); err != nil {
			return explain(f, err)
		}
	}
	return nil
}

// split returns the elements of a list in one string: between commas or line breaks.
func split(list string) (elements []string) {
	for _, e := range strings.FieldsFunc(list, func(r rune) bool { return r == ',' || r == '\n' }) {
		if e = strings.TrimSpace(e); e != "" {
			elements = append(elements, e)
		}
	}
	return elements
}

// kinds are what pflag's own types of flags take.
var kinds = map[string]string{
	"bool": "is neither true nor false", "int": "is no whole number", "uint": "is no whole number, 0 or more",
	"int64": "is no whole number", "float64": "is no number", "duration": "is no duration such as 90s or 2h",
}

// explain says of an error of a flag's Set what was wanted, where pflag names a function instead.
func explain(f *pflag.Flag, err error) error {
	var number *strconv.NumError
	switch want := kinds[f.Value.Type()]; {
	case err == nil || want == "":
		return err
	case errors.As(err, &number):
		return fmt.Errorf("%q %s", number.Num, want)
	default:
		return errors.New("the value " + want)
	}
}

// shown is the value of a flag for people.
func shown(f *pflag.Flag) string {
	if many, ok := f.Value.(pflag.SliceValue); ok {
		return strings.Join(many.GetSlice(), ", ")
	}
	return f.Value.String()
}
