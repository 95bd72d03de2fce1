package config

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"regexp"
	"runtime"

	"github.com/spf13/pflag"
	"go.yaml.in/yaml/v3"
)

// largestFile is in bytes; more is no configuration.
const largestFile = 1 << 20

// file is a configuration file that is being read.
type file struct {
	path  string
	open  bool // others than its owner can read it
	all   *pflag.FlagSet
	names map[string]*pflag.Flag // by key
	lines map[string]int         // where a key stands
	found map[string]given       // by the name of the setting
}

// readFile returns what the file at path says of each setting.
func readFile(path string, all *pflag.FlagSet) (map[string]given, error) {
	f := &file{path: path, all: all, names: keys(all), lines: map[string]int{}, found: map[string]given{}}
	if path == "" {
		return f.found, nil
	}
	text, mode, err := readAll(path, largestFile)
	if err != nil {
		return nil, fmt.Errorf("%s: %w; name the configuration by --config, or in %s", path, err, Variable)
	}
	f.open = mode&0o044 != 0 && runtime.GOOS != "windows"
	return f.found, f.read(text)
}

// keys returns the flag of each key that a file may have.
func keys(all *pflag.FlagSet) map[string]*pflag.Flag {
	names := map[string]*pflag.Flag{}
	all.VisitAll(func(f *pflag.Flag) {
		names[f.Name] = f
		if isSecret(f) {
			names[f.Name+fileKey] = f
		}
	})
	return names
}

// read takes each key of a file.
func (f *file) read(text []byte) error {
	d := yaml.NewDecoder(bytes.NewReader(text))
	var document yaml.Node
	if err := d.Decode(&document); errors.Is(err, io.EOF) {
		return nil
	} else if err != nil {
		return f.unreadable(err)
	}
	root := document.Content[0]
	if root.Kind == yaml.ScalarNode && root.Tag == "!!null" {
		return nil
	}
	if root.Kind != yaml.MappingNode {
		return fmt.Errorf("%s:%d: it has to be a setting a line, such as http: 127.0.0.1:9090", f.path, root.Line)
	}
	for i := 0; i < len(root.Content); i += 2 {
		if err := f.take(root.Content[i], root.Content[i+1]); err != nil {
			return fmt.Errorf("%s:%d: %w", f.path, root.Content[i].Line, err)
		}
	}
	if err := d.Decode(&document); !errors.Is(err, io.EOF) {
		return fmt.Errorf("%s: there is more than one document in it; leave the line --- out", f.path)
	}
	return nil
}

var (
	yamlLine = regexp.MustCompile(`^(?:yaml: )?(?:line (\d+): )?`)
	quoted   = regexp.MustCompile(` ?'[^']{2,}'`) // it may be anything that stands in the file
)

// unreadable says where a file is no YAML, without a word that stands in it.
func (f *file) unreadable(err error) error {
	said, line := err.Error(), ""
	if m := yamlLine.FindStringSubmatch(said); m[1] != "" {
		line = ":" + m[1]
	}
	said = quoted.ReplaceAllLiteralString(said[len(yamlLine.FindString(said)):], "")
	return fmt.Errorf("%s%s: it is no YAML: %s", f.path, line, said)
}

// take takes a key with its value. One without a value counts as not there.
func (f *file) take(key, value *yaml.Node) error {
	name := key.Value
	flag := f.names[name]
	switch {
	case key.Kind != yaml.ScalarNode:
		return errors.New("the name of a setting is a word")
	case flag == nil:
		return fmt.Errorf("%s: there is no such setting; %s", told(name), instead(name, f.known()))
	case f.lines[name] > 0:
		return fmt.Errorf("%s: it stands in line %d already; leave one of them out", name, f.lines[name])
	}
	f.lines[name] = key.Line
	values, err := scalars(value)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	if values == nil {
		return nil
	}
	g := given{
		values: values, list: value.Kind == yaml.SequenceNode,
		from: fmt.Sprintf("file %s line %d", f.path, key.Line), where: fmt.Sprintf("%s:%d: %s", f.path, key.Line, name),
	}
	return f.keep(flag, name, g)
}

// keep keeps what is given, of a secret only where nobody else can read it.
func (f *file) keep(flag *pflag.Flag, name string, g given) error {
	if before, twice := f.found[flag.Name]; twice {
		return fmt.Errorf("%s: the same stands in %s; leave one of them out", name, before.from)
	}
	switch {
	case name != flag.Name && g.list:
		return fmt.Errorf("%s: it takes the path of one file, no list", name)
	case name != flag.Name:
		g.file, g.from, g.values = g.values[0], g.from+" "+g.values[0], nil
	case isSecret(flag) && f.open:
		return fmt.Errorf("%s: other users can read this file; chmod 600 it, or name a file of its own by %s%s", name, name, fileKey)
	}
	f.found[flag.Name] = g
	return nil
}

// scalars returns the value of a key, or those of its list; nil where there is none.
func scalars(value *yaml.Node) ([]string, error) {
	nodes := []*yaml.Node{value}
	switch value.Kind {
	case yaml.SequenceNode:
		nodes = value.Content
	case yaml.MappingNode:
		return nil, errors.New("it takes a value, no settings of its own; write it on the same line")
	}
	var values []string
	for _, n := range nodes {
		if n.Kind != yaml.ScalarNode {
			return nil, errors.New("it takes a plain value; write the value itself")
		}
		if n.Tag != "!!null" && n.Value != "" {
			values = append(values, n.Value)
		}
	}
	return values, nil
}

func (f *file) known() (names []string) {
	for name := range f.names {
		names = append(names, name)
	}
	return names
}

// told is how an error tells a name: one that is long, or begins as a token, may be a secret
// in the wrong place.
func told(name string) string {
	const longest = 30
	if len(name) > longest || kind.MatchString(name) {
		return "a long name"
	}
	return name
}

// readAll returns what a file holds, and its mode. Its errors do not name the file.
func readAll(path string, most int64) ([]byte, fs.FileMode, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, 0, bare(err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, 0, bare(err)
	}
	text, err := io.ReadAll(io.LimitReader(f, most+1))
	switch {
	case err != nil:
		return nil, 0, bare(err)
	case int64(len(text)) > most:
		return nil, 0, fmt.Errorf("it is larger than %d KiB", most>>10)
	}
	return text, info.Mode(), nil
}

// bare leaves the name of the file out of an error.
func bare(err error) error {
	if e := (*fs.PathError)(nil); errors.As(err, &e) {
		return e.Err
	}
	return err
}
