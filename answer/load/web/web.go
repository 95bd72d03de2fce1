// Package web fetches what stands at an address of the web that anybody may
// have written. It reaches public hosts alone, and those that an operator
// allows: names are judged by the addresses they stand for at the moment of
// dialling, and each redirect as the first address was. It keeps no cookies,
// takes no proxy from the environment, bounds what comes in size and time, and
// leaves out what a site's robots.txt keeps from programs.
package web

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"syscall"
	"time"
)

const (
	patience     = 10 * time.Second // a server may take to connect, to answer, and between two bytes
	maxFetch     = 10 * time.Minute // and all of it, what is done with it included, may take this long
	maxBody      = 256 << 20        // bytes, unpacked
	maxHeader    = 256 << 10        // bytes
	maxRedirects = 5
)

const (
	// product is what robots.txt calls this program.
	product   = "verbatim"
	userAgent = product + "/1 (loads an article that a person asked for)"
	accept    = "text/html, application/xhtml+xml, text/markdown;q=0.9, text/plain;q=0.9, */*;q=0.5"
)

// Client fetches for one load. It is for one goroutine at a time.
type Client struct {
	rules    *Rules
	resolver *net.Resolver // nil for the system's
	patience time.Duration
	robots   map[string]*robots // of the hosts that were asked, by scheme and host
	http     *http.Transport
}

// New returns a client that keeps to rules; nil stands for the zero Rules.
func New(rules *Rules) *Client {
	if rules == nil {
		rules = &Rules{}
	}
	c := &Client{rules: rules, patience: patience, robots: map[string]*robots{}}
	c.http = &http.Transport{
		DialContext: c.dial, TLSHandshakeTimeout: patience, MaxResponseHeaderBytes: maxHeader, DisableKeepAlives: true,
	}
	return c
}

// dial connects to address, whose every IP address is judged before it is dialled.
func (c *Client) dial(ctx context.Context, network, address string) (net.Conn, error) {
	host, _, err := net.SplitHostPort(address)
	if err != nil {
		return nil, errAddress
	}
	d := net.Dialer{Timeout: c.patience, Resolver: c.resolver, Control: func(_, at string, _ syscall.RawConn) error {
		return c.rules.mayDial(host, at)
	}}
	return d.DialContext(ctx, network, address)
}

// Get fetches what stands at address, which the caller closes. Its error is
// one line for the person who named the address, or the cause that ended ctx.
func (c *Client) Get(ctx context.Context, address string) (*Page, error) {
	u, err := c.rules.parse(address)
	if err != nil {
		return nil, err
	}
	w := newWatch(ctx, c.patience)
	resp, err := c.follow(w, u, c.mayRead)
	if err != nil {
		w.stop()
		return nil, err
	}
	page := &Page{URL: resp.Request.URL, ContentType: resp.Header.Get("Content-Type"), body: resp.Body, watch: w}
	if resp.StatusCode != http.StatusOK {
		page.Close()
		return nil, statusFault(resp.StatusCode)
	}
	return page, nil
}

func statusFault(status int) error {
	return fault(fmt.Sprintf("the server answers %d %s; open it in a browser, and save it as a file", status, http.StatusText(status)))
}

// follow asks for u and for where it redirects to, as far as permit lets it.
func (c *Client) follow(w *watch, u *url.URL, permit func(*watch, *url.URL) error) (*http.Response, error) {
	for range maxRedirects + 1 {
		if err := permit(w, u); err != nil {
			return nil, err
		}
		resp, err := c.ask(w, u)
		if err != nil || !redirects(resp) {
			return resp, err
		}
		resp.Body.Close()
		if u, err = resp.Location(); err != nil || len(u.String()) > longestAddress {
			return nil, errAddress
		}
		if err := c.rules.check(u); err != nil {
			return nil, err
		}
	}
	return nil, errRedirects
}

// ask makes one request.
func (c *Client) ask(w *watch, u *url.URL) (*http.Response, error) {
	req, err := http.NewRequestWithContext(w.ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return nil, errAddress
	}
	req.Header.Set("User-Agent", userAgent)
	req.Header.Set("Accept", accept)
	w.wake()
	resp, err := c.http.RoundTrip(req)
	w.rest()
	if err != nil {
		return nil, why(w.ctx, err, errUnreachable)
	}
	return resp, nil
}

func redirects(resp *http.Response) bool {
	switch resp.StatusCode {
	case http.StatusMovedPermanently, http.StatusFound, http.StatusSeeOther, http.StatusTemporaryRedirect, http.StatusPermanentRedirect:
		return resp.Header.Get("Location") != ""
	}
	return false
}
