package config

import (
	"errors"
	"fmt"
	"hash/maphash"
	"regexp"
	"strings"
	"unicode"

	"github.com/spf13/pflag"
)

// largestSecret is in bytes, with all of a list. Tokens have some hundred.
const largestSecret = 16 << 10

// Secret returns a value for a flag that no command line has. It comes from the environment
// or from the file, by the flag's name, and by that name with _FILE or -file behind it from
// a file of its own, as systemd and containers hand secrets over. Nothing shows it.
func Secret(to *string) pflag.Value { return (*secret)(to) }

// Secrets is Secret for a list.
func Secrets(to *[]string) pflag.Value { return (*secrets)(to) }

type secret string

func (s *secret) Set(value string) (err error) {
	value, err = word(value)
	*s = secret(value)
	return err
}

func (s *secret) String() string { return masked(string(*s)) }
func (s *secret) Type() string   { return "secret" }

type secrets []string

func (s *secrets) Set(list string) error { return s.Replace(split(list)) }
func (s *secrets) String() string        { return strings.Join(s.GetSlice(), ", ") }
func (s *secrets) Type() string          { return "secrets" }

func (s *secrets) Append(value string) error {
	value, err := word(value)
	*s = append(*s, value)
	return err
}

func (s *secrets) Replace(values []string) error {
	*s = nil
	for _, v := range values {
		if err := s.Append(v); err != nil {
			return err
		}
	}
	return nil
}

// GetSlice returns the kinds alone.
func (s *secrets) GetSlice() (kinds []string) {
	for _, v := range *s {
		kinds = append(kinds, masked(v))
	}
	return kinds
}

func isSecret(f *pflag.Flag) bool {
	switch f.Value.(type) {
	case *secret, *secrets:
		return true
	}
	return false
}

var seed = maphash.MakeSeed()

// digest returns the same for the same secret, in this process; 0 for what is none.
func digest(f *pflag.Flag) uint64 {
	switch s := f.Value.(type) {
	case *secret:
		return maphash.String(seed, string(*s))
	case *secrets:
		return maphash.String(seed, strings.Join(*s, ","))
	}
	return 0
}

// word returns a secret without the space around it. All are made of one word.
func word(value string) (string, error) {
	value = strings.TrimSpace(value)
	if strings.ContainsFunc(value, func(r rune) bool { return unicode.IsSpace(r) || !unicode.IsPrint(r) }) {
		return "", errors.New("there is a space or a line break in it; it has to be the secret alone")
	}
	return value, nil
}

// kind is what the tokens of Slack begin with, which says whose they are.
var kind = regexp.MustCompile(`^x(ox[a-z]|app)([.]x?ox[a-z])?-`)

// masked is of a secret what people may see.
func masked(value string) string {
	if value == "" {
		return ""
	}
	if k := kind.FindString(value); k != "" {
		return k + "…"
	}
	return "set"
}

// byteOrder is a sign that editors on Windows put before a text, and that nobody sees.
const byteOrder = "\ufeff"

// readSecret returns what a file holds that is a secret's own.
func readSecret(path string) (string, error) {
	text, _, err := readAll(path, largestSecret)
	if err != nil {
		return "", fmt.Errorf("%s: %w; name a file that holds the secret alone", path, err)
	}
	value := strings.TrimSpace(strings.TrimPrefix(string(text), byteOrder))
	if value == "" {
		return "", fmt.Errorf("%s: the file is empty; write the secret into it", path)
	}
	return value, nil
}
