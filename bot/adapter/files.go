package adapter

import (
	"context"
	"io"
	"net/http"
	"net/url"
	"slices"
	"sync"
	"time"
)

// IsAt reports whether an address is one of some hosts, over HTTPS, or of the same server as
// an address of the chat that an operator has given, if that is not empty. It goes to the
// letter: what a message says of where its files are is said by whoever made them.
func IsAt(address *url.URL, hosts []string, given string) bool {
	if address.User != nil {
		return false
	}
	if address.Scheme == "https" && slices.Contains(hosts, address.Host) {
		return true
	}
	own, err := url.Parse(given)
	return err == nil && given != "" && address.Scheme == own.Scheme && address.Host == own.Host
}

// Download asks once for a file, and goes nowhere that this leads to. The time is for all of
// it, until the body is closed. The error does not hold the address.
func Download(ctx context.Context, network http.RoundTripper, address string, header http.Header, long time.Duration) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return nil, Bare(err)
	}
	req.Header = header
	once := http.Client{Transport: network, Timeout: long, CheckRedirect: NoRedirect}
	resp, err := once.Do(req)
	return resp, Bare(err)
}

// NoRedirect is for a client's CheckRedirect: it keeps secrets from where a redirect leads.
func NoRedirect(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }

// Written returns what reads what a function writes, as that is written. The function begins
// with the first read, and fails to write once the reader is closed.
func Written(write func(io.Writer) error) io.ReadCloser {
	reader, writer := io.Pipe()
	return written{reader, sync.OnceFunc(func() {
		go func() { writer.CloseWithError(write(writer)) }()
	})}
}

type written struct {
	*io.PipeReader
	begin func()
}

func (w written) Read(p []byte) (int, error) {
	w.begin()
	return w.PipeReader.Read(p)
}
