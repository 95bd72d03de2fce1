package control_test

import (
	"context"
	"errors"
	"net"
	"os"
	"testing"
	"time"

	"verbatim/cmd/verbatim/control"
)

// When the server ends it does not wait for who takes nothing any more, however long a
// command would have waited for that.
func TestTheEndComesBeforeWhatACommandWaitsFor(t *testing.T) {
	control.SetEndTime(t, 10*time.Millisecond)
	path := newDatabase(t)
	failed := make(chan error, 1)
	end := serve(t, path, func(ctx context.Context, _ control.Call, s control.Streams) control.Exit {
		s.Out.(interface{ Within(time.Duration) }).Within(time.Hour)
		_, err := s.Out.Write([]byte("running"))
		<-ctx.Done()
		for err == nil { // until nothing more fits between the two
			_, err = s.Out.Write(make([]byte, 1<<20))
		}
		failed <- err
		return control.Exit{Status: 1}
	})
	running, left := make(chan struct{}), make(chan struct{})
	out := &onWrite{then: func() {
		close(running)
		<-left
	}}
	ran := make(chan error, 1)
	c := dial(t, path)
	go func() {
		_, err := c.Run(context.Background(), control.Call{}, control.Streams{Out: out})
		ran <- err
	}()
	<-running
	end()
	if err := <-failed; !errors.Is(err, os.ErrDeadlineExceeded) {
		t.Errorf("the command is told %v", err)
	}
	c.Close()
	close(left)
	if err := <-ran; !errors.Is(err, control.ErrGone) {
		t.Errorf("the client is told %v", err)
	}
}

// Who no longer wants to wait for a server that hangs need not.
func TestADialIsInterrupted(t *testing.T) {
	path := newDatabase(t)
	l, err := net.Listen("unix", control.Path(path))
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	ctx, stop := context.WithCancel(t.Context())
	dialled := make(chan error)
	go func() {
		_, err := control.Dial(ctx, path)
		dialled <- err
	}()
	conn, err := l.Accept()
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	stop()
	if err := <-dialled; !errors.Is(err, context.Canceled) {
		t.Errorf("it says %v", err)
	}
}
