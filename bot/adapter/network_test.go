package adapter

import (
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"sync/atomic"
	"testing"
	"time"
)

// A connection of HTTP/2 takes all requests to a host. Where the other side is gone without a
// word, which a NAT does to what it forgets, another is to take them, and soon.
func TestADeadConnectionTakesNoRequestsForLong(t *testing.T) {
	s := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { io.WriteString(w, r.Proto) }))
	s.EnableHTTP2 = true
	s.StartTLS()
	defer s.Close()
	var dead atomic.Bool // what is opened from then on is alive
	network := transport(20 * time.Millisecond)
	network.TLSClientConfig = s.Client().Transport.(*http.Transport).TLSClientConfig
	network.DialContext = func(ctx context.Context, kind, _ string) (net.Conn, error) {
		conn, err := new(net.Dialer).DialContext(ctx, kind, s.Listener.Addr().String())
		return &mortal{Conn: conn, dead: &dead, born: dead.Load()}, err
	}
	ask := func(long time.Duration) error {
		ctx, cancel := context.WithTimeout(t.Context(), long)
		defer cancel()
		req, err := http.NewRequestWithContext(ctx, http.MethodGet, "https://example.com/", nil)
		if err != nil {
			t.Fatal(err)
		}
		resp, err := network.RoundTrip(req)
		if err == nil {
			_, err = io.Copy(io.Discard, resp.Body)
			resp.Body.Close()
		}
		return err
	}
	if err := ask(time.Minute); err != nil {
		t.Fatal(err)
	}
	dead.Store(true)
	if err := ask(time.Minute); err == nil || errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("on the dead connection the error is %v", err)
	}
	if err := ask(time.Minute); err != nil {
		t.Error("there is no other connection:", err)
	}
}

// mortal is a connection on which, once it is dead, what is sent is lost and nothing comes.
type mortal struct {
	net.Conn
	dead *atomic.Bool
	born bool // after that
}

func (m *mortal) Write(p []byte) (int, error) {
	if m.dead.Load() && !m.born {
		return len(p), nil
	}
	return m.Conn.Write(p)
}
