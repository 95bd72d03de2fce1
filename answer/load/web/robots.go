package web

import (
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"strings"
)

// maxRobots is how many bytes of a robots.txt are read; RFC 9309, 2.5, asks for as many at least.
const maxRobots = 500 << 10

// robots are the rules of a robots.txt for this program.
type robots struct {
	rules []robotsRule
	fault error // why the site is not read at all; nil if it is
}

// robotsRule says of the paths that match its pattern whether they may be read.
type robotsRule struct {
	pattern string // normal, with * for anything and a last $ for the end
	allow   bool
}

// mayRead reports as an error that the site of u keeps that page from
// programs, or cannot say. It asks each site once.
func (c *Client) mayRead(w *watch, u *url.URL) error {
	site := u.Scheme + "://" + u.Host
	known, ok := c.robots[site]
	if !ok {
		known = c.askRobots(w, u)
		c.robots[site] = known
	}
	switch {
	case known.fault != nil:
		return known.fault
	case !known.allow(u.RequestURI()):
		return errRobots
	}
	return nil
}

// askRobots fetches the rules of the site of u. A site without any may be
// read, and one that fails to give them may not (RFC 9309, 2.3.1).
func (c *Client) askRobots(w *watch, u *url.URL) *robots {
	at := &url.URL{Scheme: u.Scheme, Host: u.Host, Path: "/robots.txt"}
	resp, err := c.follow(w, at, func(*watch, *url.URL) error { return nil })
	if err == errRedirects {
		return &robots{}
	}
	if err != nil {
		return &robots{fault: err}
	}
	page := Page{body: resp.Body, watch: w}
	defer resp.Body.Close()
	switch status := resp.StatusCode; {
	case status >= 500, status == http.StatusTooManyRequests:
		return &robots{fault: errNoRobots}
	case status != http.StatusOK:
		return &robots{}
	}
	data, err := io.ReadAll(io.LimitReader(&page, maxRobots))
	if err != nil {
		return &robots{fault: why(w.ctx, err, errNoRobots)}
	}
	return &robots{rules: parseRobots(string(data))}
}

// parseRobots returns the rules of a robots.txt that are for this program:
// those of all groups with its name or, if there is none, of all for any program.
func parseRobots(data string) []robotsRule {
	var own, all []robotsRule
	named, forOwn, forAny, inRules := false, false, false, false
	data = strings.ReplaceAll(strings.TrimPrefix(data, "\ufeff"), "\r", "\n")
	for ln := range strings.SplitSeq(data, "\n") {
		ln, _, _ = strings.Cut(ln, "#")
		key, value, _ := strings.Cut(ln, ":")
		key, value = strings.ToLower(strings.TrimSpace(key)), strings.TrimSpace(value)
		switch key {
		case "user-agent":
			if inRules {
				forOwn, forAny, inRules = false, false, false
			}
			forOwn = forOwn || strings.EqualFold(productOf(value), product)
			forAny = forAny || value == "*"
			named = named || forOwn
		case "allow", "disallow":
			inRules = true
			rule := robotsRule{normalPath(value), key == "allow"}
			if forOwn && value != "" {
				own = append(own, rule)
			}
			if forAny && value != "" {
				all = append(all, rule)
			}
		}
	}
	if named {
		return own
	}
	return all
}

// productOf returns the name that a program is called at the start of a line's value.
func productOf(value string) string {
	end := strings.IndexFunc(value, func(r rune) bool {
		return r != '_' && r != '-' && (r < 'a' || r > 'z') && (r < 'A' || r > 'Z')
	})
	if end < 0 {
		return value
	}
	return value[:end]
}

// allow reports whether path, with its query, may be read: by the longest rule
// that matches, and if two are as long by the one that allows it.
func (r *robots) allow(path string) bool {
	path = normalPath(path)
	longest, allowed := -1, true
	for _, rule := range r.rules {
		n := len(rule.pattern)
		if (n > longest || n == longest && rule.allow) && matches(rule.pattern, path) {
			longest, allowed = n, rule.allow
		}
	}
	return allowed
}

// matches reports whether path starts as pattern says.
func matches(pattern, path string) bool {
	pattern, whole := strings.CutSuffix(pattern, "$")
	first, rest, more := strings.Cut(pattern, "*")
	path, ok := strings.CutPrefix(path, first)
	for ok && more {
		var piece string
		if piece, rest, more = strings.Cut(rest, "*"); !more && whole {
			return strings.HasSuffix(path, piece)
		}
		_, path, ok = strings.Cut(path, piece)
	}
	return ok && (!whole || path == "")
}

// normalPath returns a path in one of the ways it can be written: letters,
// digits and -._~ as they are, bytes beyond ASCII in hexadecimal.
func normalPath(path string) string {
	var b strings.Builder
	for i := 0; i < len(path); i++ {
		c, escaped := path[i], false
		if c == '%' && i+2 < len(path) {
			if n, err := strconv.ParseUint(path[i+1:i+3], 16, 8); err == nil {
				c, escaped = byte(n), true
				i += 2
			}
		}
		if c <= ' ' || c >= 0x7f || escaped && !unreserved(c) {
			fmt.Fprintf(&b, "%%%02X", c)
		} else {
			b.WriteByte(c)
		}
	}
	return b.String()
}

func unreserved(c byte) bool {
	return c-'0' < 10 || c|0x20 >= 'a' && c|0x20 <= 'z' || strings.IndexByte("-._~", c) >= 0
}
