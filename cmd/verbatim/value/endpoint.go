package value

import (
	"errors"
	"net"
	"strings"
)

// Endpoint is where this machine listens: a host, which may be left out for all that it has,
// and a port. Nothing is nowhere.
type Endpoint struct{ To *string }

func (e Endpoint) String() string {
	if e.To == nil {
		return ""
	}
	return *e.To
}

func (e Endpoint) Type() string { return "address" }

func (e Endpoint) Set(value string) error {
	if value != "" && !listenable(value) {
		return errors.New("it needs an address such as 127.0.0.1:8080, or :8080")
	}
	*e.To = value
	return nil
}

func listenable(address string) bool {
	host, port, err := net.SplitHostPort(address)
	if err != nil || port == "" || strings.ContainsAny(host, " /") {
		return false
	}
	_, err = net.LookupPort("tcp", port)
	return err == nil
}
