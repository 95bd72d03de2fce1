package load

import (
	"context"
	"errors"
	"fmt"
	"io"
	"mime"
	"net"
	"net/http"
	"net/url"
	"time"
)

const (
	patience     = 10 * time.Second // a server may take to connect, to answer, and between two bytes
	maxFetch     = 10 * time.Minute // and all of it, what is done with it included, may take this long
	maxRedirects = 5
	userAgent    = "verbatim/1 (loads an article that a person asked for)"
)

var (
	errRedirects = fmt.Errorf("redirects more than %d times; name the address it ends at", maxRedirects)
	errScheme    = errors.New("is not an address of the web; only http:// and https:// are read")
	errSilent    = errors.New("the server does not answer; try again later")
)

// address loads what stands at a web address.
func (l *loader) address(name string) bool {
	u, err := url.Parse(name)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return l.refuse(name, "%s", errScheme)
	}
	ctx, cancel := context.WithTimeoutCause(l.ctx, maxFetch, errSilent)
	defer cancel()
	ctx, giveUp := context.WithCancelCause(ctx)
	defer giveUp(nil)
	alarm := time.AfterFunc(l.patience, func() { giveUp(errSilent) })
	defer alarm.Stop()

	resp, err := l.get(ctx, u)
	if err != nil {
		return l.refuse(name, "%s", whyUnreachable(ctx, err))
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return l.refuse(name, "the server answers %s; open it in a browser, and save it as a file", resp.Status)
	}
	contentType := resp.Header.Get("Content-Type")
	mediaType, _, _ := mime.ParseMediaType(contentType)
	at := resp.Request.URL
	k := kindOfResponse(mediaType, at.Path)
	if k == other {
		return l.refuse(name, "is %s, which is not read yet; %s are", mediaType, kindsRead)
	}
	body := &wakeful{resp.Body, alarm, l.patience, ctx}
	return l.stream(source{name: name, id: name, url: at.String(), charset: contentType, kind: k, Reader: body})
}

// get asks for u. It carries no cookies and takes no proxy from the environment.
func (l *loader) get(ctx context.Context, u *url.URL) (*http.Response, error) {
	dialer := &net.Dialer{Timeout: l.patience}
	client := http.Client{
		Transport: &http.Transport{DialContext: dialer.DialContext, TLSHandshakeTimeout: l.patience, DisableKeepAlives: true},
		CheckRedirect: func(_ *http.Request, via []*http.Request) error {
			if len(via) > maxRedirects {
				return errRedirects
			}
			return nil
		},
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("User-Agent", userAgent)
	return client.Do(req)
}

// whyUnreachable says why nothing came from an address.
func whyUnreachable(ctx context.Context, err error) error {
	if cause := context.Cause(ctx); cause != nil {
		return cause
	}
	if errors.Is(err, errRedirects) {
		return errRedirects
	}
	var u *url.Error
	if errors.As(err, &u) {
		err = u.Err
	}
	return fmt.Errorf("cannot be reached (%w); check the address", err)
}

// wakeful is the body of a response that sets an alarm for every read.
type wakeful struct {
	io.Reader
	alarm    *time.Timer
	patience time.Duration
	ctx      context.Context
}

func (w *wakeful) Read(p []byte) (int, error) {
	w.alarm.Reset(w.patience)
	n, err := w.Reader.Read(p)
	w.alarm.Stop()
	if err != nil && err != io.EOF {
		err = whyUnreachable(w.ctx, err)
	}
	return n, err
}
