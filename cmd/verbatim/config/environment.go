package config

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/spf13/pflag"
)

const (
	prefix = "VERBATIM_"

	// Variable names the file of the configuration in the environment.
	Variable = prefix + "CONFIG"

	fileVariable = "_FILE"
	fileKey      = "-file"
)

// injected are the variables that Kubernetes and linked containers set in every neighbour of
// a service that is called verbatim, or begins so.
var injected = regexp.MustCompile(`^VERBATIM_(\w+_)?(SERVICE_(HOST|PORT(_\w+)?)|PORT(_\d+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?)?)$`)

// variable returns the name of a setting in the environment.
func variable(name string) string {
	return strings.ToUpper(strings.ReplaceAll(name, "-", "_"))
}

// variables returns the names in the environment that a setting may have. What is secret
// also goes by the name that its chat uses, and by one that names a file.
func variables(f *pflag.Flag) []string {
	name := variable(f.Name)
	if !isSecret(f) {
		return []string{prefix + name}
	}
	return []string{name, prefix + name, name + fileVariable, prefix + name + fileVariable}
}

// readEnvironment returns what the environment says of each setting. A variable that is
// empty counts as not set.
func (s Sources) readEnvironment(all *pflag.FlagSet) (found map[string]given, err error) {
	found = map[string]given{}
	values := map[string]string{}
	for _, e := range s.Environ {
		if name, value, _ := strings.Cut(e, "="); value != "" {
			values[name] = value
		}
	}
	known := []string{Variable}
	all.VisitAll(func(f *pflag.Flag) {
		for _, v := range variables(f) {
			known = append(known, v)
			if values[v] == "" {
				continue
			}
			if before, twice := found[f.Name]; twice && err == nil {
				err = fmt.Errorf("%s and %s are both set; take one of them away", before.where, v)
			}
			found[f.Name] = givenBy(v, values[v], isSecret(f))
		}
	})
	if err == nil && !s.Foreign {
		err = refuseUnknown(values, known)
	}
	return found, err
}

func givenBy(variable, value string, secret bool) given {
	g := given{from: "environment " + variable, where: variable}
	if secret && strings.HasSuffix(variable, fileVariable) {
		g.file, g.from = value, g.from+" "+value
		return g
	}
	g.values = []string{value}
	return g
}

// refuseUnknown returns an error for a variable of ours that is the name of nothing.
func refuseUnknown(values map[string]string, known []string) error {
	var unknown []string
	for name := range values {
		if strings.HasPrefix(name, prefix) && !slices.Contains(known, name) && !injected.MatchString(name) {
			unknown = append(unknown, name)
		}
	}
	if len(unknown) == 0 {
		return nil
	}
	slices.Sort(unknown)
	return fmt.Errorf("%s: there is no such setting; %s", unknown[0], instead(unknown[0], known))
}
