package value

import "strings"

// Hosts takes one host each time.
type Hosts struct {
	Add func(host string) error // refuses what is none
	all []string
}

func (h *Hosts) String() string { return strings.Join(h.all, ", ") }
func (h *Hosts) Type() string   { return "host" }

func (h *Hosts) Set(host string) error {
	if err := h.Add(host); err != nil {
		return err
	}
	h.all = append(h.all, host)
	return nil
}

// Append is Set, for a host of a list.
func (h *Hosts) Append(host string) error { return h.Set(host) }

// Replace is there for pflag.SliceValue: rules are only ever added to.
func (h *Hosts) Replace(all []string) error {
	for _, host := range all {
		if err := h.Set(host); err != nil {
			return err
		}
	}
	return nil
}

func (h *Hosts) GetSlice() []string { return h.all }
