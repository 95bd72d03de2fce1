package main

import (
	"strings"

	"github.com/spf13/cobra"
)

// webFlags gives c the flags that say which hosts may be asked for what stands at an address.
func (a *app) webFlags(c *cobra.Command) {
	f := c.Flags()
	f.Var(&hosts{add: a.web.Allow}, "allow-host", "load from this `host` or network though it is private, such as wiki.example.org or 10.1.0.0/16; may be repeated")
	f.Var(&hosts{add: a.web.Deny}, "deny-host", "load nothing from this `host`, the names below it, or this network; may be repeated")
	f.Var(&hosts{add: a.web.Only}, "only-host", "load from no `host` but this, the names below it, and those allowed; may be repeated")
}

// hosts is a flag that takes one host each time.
type hosts struct {
	add func(string) error
	all []string
}

func (h *hosts) String() string { return strings.Join(h.all, ", ") }
func (h *hosts) Type() string   { return "host" }

func (h *hosts) Set(host string) error {
	if err := h.add(host); err != nil {
		return err
	}
	h.all = append(h.all, host)
	return nil
}

// Append is Set, for a host of a list.
func (h *hosts) Append(host string) error { return h.Set(host) }

// Replace is there for pflag.SliceValue: rules are only ever added to.
func (h *hosts) Replace(all []string) error {
	for _, host := range all {
		if err := h.Set(host); err != nil {
			return err
		}
	}
	return nil
}

func (h *hosts) GetSlice() []string { return h.all }
