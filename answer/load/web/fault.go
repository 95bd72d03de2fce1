package web

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"net"
	"os"
)

// fault is why nothing comes from an address, for the person who named it. It
// tells nothing that was looked up on the way, and no word of a server.
type fault string

func (f fault) Error() string { return string(f) }

const (
	errAddress     fault = "is not an address of the web; only http:// and https:// are read"
	errLong        fault = "is too long for an address; shorten it, or save the page as a file"
	errCredentials fault = "has a name or a password in it; take that out, or save the page as a file"
	errNumber      fault = "has a host in unusual numbers; write its name, or four numbers with dots"
	errDenied      fault = "is of a host that the operator lets nothing be loaded from; save the page as a file"
	errPort        fault = "has a port that is not the web's; leave it out, or save the page as a file"
	errNotPublic   fault = "is of no host that can be found on the public web; check it, or save the page as a file"
	errSilent      fault = "the server does not answer; try again later"
	errUnreachable fault = "the server cannot be reached; check the address, or try again later"
	errCertificate fault = "the server has no certificate to be trusted; open it in a browser, and save it as a file"
	errBroken      fault = "the server broke off; try again later"
	errRobots      fault = "the site asks programs not to read that page (robots.txt); save it as a file"
	errNoRobots    fault = "the site cannot say now what programs may read (robots.txt); try again later, or save it as a file"
)

var (
	errRedirects = fault(fmt.Sprintf("redirects more than %d times; name the address it ends at", maxRedirects))
	errLarge     = fault(fmt.Sprintf("is larger than %d MiB, the most that is fetched; save it as files", maxBody>>20))
)

// why says why nothing more came from an address, or repeats that ctx ended.
func why(ctx context.Context, err error, otherwise fault) error {
	if cause := context.Cause(ctx); cause != nil {
		return cause
	}
	if f := fault(""); errors.As(err, &f) {
		return f
	}
	var dns *net.DNSError
	var certificate *tls.CertificateVerificationError
	switch {
	case errors.As(err, &dns):
		return errNotPublic
	case errors.As(err, &certificate):
		return errCertificate
	case os.IsTimeout(err):
		return errSilent
	}
	return otherwise
}
