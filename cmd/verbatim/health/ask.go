package health

import (
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"time"
)

// Ask asks a bot that tells at an address how well it is, and returns what it says: a line
// for each check. An address without a host is of this machine.
func Ask(ctx context.Context, address string) (ready bool, says string, err error) {
	host, port, err := net.SplitHostPort(address)
	if err != nil {
		return false, "", fmt.Errorf("--http needs an address such as 127.0.0.1:8080: %w", err)
	}
	if ip := net.ParseIP(host); host == "" || ip != nil && ip.IsUnspecified() {
		host = "localhost"
	}
	ctx, cancel := context.WithTimeout(ctx, 2*lookTime+time.Second)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://"+net.JoinHostPort(host, port)+"/readyz", nil)
	if err != nil {
		return false, "", fmt.Errorf("--http: %w", err)
	}
	resp, err := (&http.Transport{}).RoundTrip(req) // by no proxy
	if err != nil {
		return false, "", fmt.Errorf("nothing tells how well it is at %s: start verbatim serve --http %s (%w)", address, address, err)
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(io.LimitReader(resp.Body, 64<<10))
	return resp.StatusCode == http.StatusOK, string(body), err
}
