package value

import (
	"errors"
	"net/url"
)

// Address is an address of the web, to which a token may then be sent.
type Address struct {
	To     *string // where it is put
	SuchAs string  // an example, for an error
}

func (a Address) String() string {
	if a.To == nil {
		return ""
	}
	return *a.To
}

func (a Address) Type() string { return "URL" }

func (a Address) Set(value string) error {
	u, err := url.Parse(value)
	if err != nil || u.Host == "" || u.User != nil || u.Scheme != "https" && u.Scheme != "http" {
		return errors.New("it needs an address such as " + a.SuchAs)
	}
	*a.To = value
	return nil
}
