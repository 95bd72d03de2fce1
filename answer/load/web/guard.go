package web

import (
	"net/netip"
	"net/url"
	"strconv"
	"strings"
	"unicode/utf8"

	"code.dny.dev/ssrf"
	"golang.org/x/net/idna"
)

// longestAddress is more bytes than browsers and servers agree on.
const longestAddress = 8 << 10

// public knows which addresses are of the public internet, by IANA's registries.
var public = ssrf.New()

// shared are the addresses that a provider's customers share, as private as the others (RFC 6598).
var shared = netip.MustParsePrefix("100.64.0.0/10")

// parse returns address as one that may be asked, as far as that can be told
// before its name is looked up, with its host in the one form that hostOf gives it.
func (r *Rules) parse(address string) (*url.URL, error) {
	if len(address) > longestAddress {
		return nil, errLong
	}
	u, err := url.Parse(address)
	if err != nil {
		return nil, errAddress
	}
	return u, r.check(u)
}

// check does for u what parse does for an address.
func (r *Rules) check(u *url.URL) error {
	switch {
	case u.Scheme != "http" && u.Scheme != "https", u.Opaque != "", u.Host == "":
		return errAddress
	case u.User != nil:
		return errCredentials
	}
	host, err := hostOf(u.Hostname())
	if err != nil {
		return err
	}
	port := u.Port()
	if _, err := strconv.ParseUint(port, 10, 16); port != "" && err != nil {
		return errAddress
	}
	if r.denied.cover(host) || !r.only.empty() && !r.only.cover(host) && !r.permits(host) {
		return errDenied
	}
	u.Host = host
	if strings.Contains(host, ":") {
		u.Host = "[" + host + "]"
	}
	if port != "" {
		u.Host += ":" + port
	}
	return nil
}

// permits reports whether host itself is allowed.
func (r *Rules) permits(host string) bool {
	if ip, err := netip.ParseAddr(host); err == nil {
		return r.allowed.have(ip)
	}
	return r.allowed.names[host]
}

// hostOf returns the host of an address in lower case and in ASCII, without a
// last dot; an IP address is one that netip parses. The many other ways to
// write one, which some resolvers follow, are refused.
func hostOf(host string) (string, error) {
	if ip, err := netip.ParseAddr(host); err == nil {
		if ip.Zone() != "" {
			return "", errNotPublic
		}
		return ip.Unmap().String(), nil
	}
	host, err := asciiOf(host)
	if err != nil {
		return "", err
	}
	if ip, err := netip.ParseAddr(host); err == nil {
		return ip.String(), nil
	}
	if last := host[strings.LastIndexByte(host, '.')+1:]; last == "" || strings.Trim(host, hostBytes) != "" {
		return "", errAddress
	} else if '0' <= last[0] && last[0] <= '9' && strings.Trim(last, "0123456789abcdefx") == "" {
		return "", errNumber
	}
	return host, nil
}

// hostBytes are those of the names of hosts, the underscore that some have against the rules among them.
const hostBytes = "abcdefghijklmnopqrstuvwxyz0123456789-_."

// asciiOf returns host as it is looked up. Names in ASCII are taken as they
// are: hosts have some that the rules for other scripts forbid.
func asciiOf(host string) (string, error) {
	if strings.IndexFunc(host, func(r rune) bool { return r >= utf8.RuneSelf }) >= 0 {
		ascii, err := idna.Lookup.ToASCII(host)
		if err != nil {
			return "", errAddress
		}
		host = ascii
	}
	return strings.ToLower(strings.TrimSuffix(host, ".")), nil
}

// mayDial reports as an error why address, an IP address and port that host
// stands for at this moment, is not to be dialled. All that is not public has
// the same error, whether anything listens there or not.
func (r *Rules) mayDial(host, address string) error {
	at, err := netip.ParseAddrPort(address)
	if err != nil {
		return errNotPublic
	}
	ip := at.Addr().Unmap()
	named := r.allowed.names[host]
	switch {
	case r.denied.have(ip):
		return errNotPublic
	case r.allowed.have(ip), named && isPrivate(ip):
		return nil
	case public.SafeAddr(ip) != nil:
		return errNotPublic
	case !named && at.Port() != 80 && at.Port() != 443:
		return errPort
	}
	return nil
}

// isPrivate holds for the addresses of an operator's own networks. Link-local
// ones are not among them: there clouds keep what machines must not give away.
func isPrivate(ip netip.Addr) bool {
	return ip.IsPrivate() || ip.IsLoopback() || shared.Contains(ip)
}
