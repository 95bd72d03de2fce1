package web

import (
	"fmt"
	"net/netip"
	"strings"
)

// Rules are an operator's word on which hosts may be asked. The zero Rules
// let every public host be asked on the ports of the web, and no other.
type Rules struct {
	allowed, denied, only hosts
}

// Allow lets host be asked on any port although it is not public: a name, an
// address, or a network such as 10.1.0.0/16. A name is allowed for the private
// and the loopback addresses that it stands for, without the names below it; an
// address is allowed by whichever name it is asked.
func (r *Rules) Allow(host string) error { return r.allowed.add(host) }

// Deny keeps host, a name and the names below it, an address or a network,
// from being asked, whatever else is allowed.
func (r *Rules) Deny(host string) error { return r.denied.add(host) }

// Only lets no host be asked but those that it has named, as Deny does, and
// those that Allow has. It lets none of them be private.
func (r *Rules) Only(host string) error { return r.only.add(host) }

// hosts are the names and networks of a list.
type hosts struct {
	names    map[string]bool
	networks []netip.Prefix
}

func (h *hosts) add(host string) error {
	if n, err := netip.ParsePrefix(host); err == nil {
		h.networks = append(h.networks, n.Masked())
		return nil
	}
	name, err := hostOf(strings.TrimSuffix(strings.TrimPrefix(host, "["), "]"))
	if err != nil {
		return fmt.Errorf("%q is no host: name one such as wiki.example.org, 10.1.2.3 or 10.1.0.0/16", host)
	}
	if ip, err := netip.ParseAddr(name); err == nil {
		h.networks = append(h.networks, netip.PrefixFrom(ip, ip.BitLen()))
		return nil
	}
	if h.names == nil {
		h.names = map[string]bool{}
	}
	h.names[name] = true
	return nil
}

func (h *hosts) empty() bool { return len(h.names)+len(h.networks) == 0 }

// have reports whether ip is of one of the networks.
func (h *hosts) have(ip netip.Addr) bool {
	for _, n := range h.networks {
		if n.Contains(ip) {
			return true
		}
	}
	return false
}

// cover reports whether host, as hostOf returns it, is on the list or below a name that is.
func (h *hosts) cover(host string) bool {
	if ip, err := netip.ParseAddr(host); err == nil {
		return h.have(ip)
	}
	for ok := true; ok; _, host, ok = strings.Cut(host, ".") {
		if h.names[host] {
			return true
		}
	}
	return false
}
