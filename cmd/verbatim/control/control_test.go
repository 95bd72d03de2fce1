package control_test

import (
	"bytes"
	"context"
	"encoding/gob"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"

	"verbatim/cmd/verbatim/control"
)

// serve has commands run until what it returns is called, which waits for their end.
func serve(t *testing.T, database string, run control.Handler) (end func()) {
	t.Helper()
	l, err := control.Listen(database)
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		l.Serve(ctx, "v1", run)
	}()
	end = func() { stop(); <-ended }
	t.Cleanup(end)
	return end
}

func dial(t *testing.T, database string) *control.Client {
	t.Helper()
	c, err := control.Dial(t.Context(), database)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Close() })
	return c
}

// newDatabase returns a path at which there could be a database. The system's folder for
// temporary files may be too deep for a socket.
func newDatabase(t *testing.T) string { return filepath.Join(t.TempDir(), "a.db") }

func TestACommandHasTheStreamsOfItsClient(t *testing.T) {
	path := newDatabase(t)
	serve(t, path, func(_ context.Context, call control.Call, s control.Streams) control.Exit {
		in, err := io.ReadAll(s.In)
		fmt.Fprint(s.Out, strings.ToUpper(string(in)))
		fmt.Fprint(s.Errs, call.Args, call.By, err)
		columns, coloured := s.Out.(interface{ Terminal() (int, bool) }).Terminal()
		return control.Exit{Status: columns, Line: fmt.Sprint(coloured)}
	})
	for _, in := range []string{"", "a line\n", strings.Repeat("many lines\n", 50_000)} {
		var out, errs bytes.Buffer
		call := control.Call{Args: []string{"ask", "\xff"}, By: "Ada", Out: control.Terminal{Columns: 40, Coloured: true}}
		exit, err := dial(t, path).Run(t.Context(), call, control.Streams{In: strings.NewReader(in), Out: &out, Errs: &errs})
		if err != nil || exit != (control.Exit{Status: 40, Line: "true"}) {
			t.Errorf("it ends with %v, %v", exit, err)
		}
		if out.String() != strings.ToUpper(in) || errs.String() != "[ask \xff]Ada<nil>" {
			t.Errorf("of %d bytes it says %d, and %q", len(in), out.Len(), &errs)
		}
	}
}

// counted counts how often it is read.
type counted struct{ reads atomic.Int32 }

func (c *counted) Read(p []byte) (int, error) {
	c.reads.Add(1)
	return copy(p, "more"), nil
}

// What a command does not read is left for whoever reads the same input next.
func TestInputIsReadOnlyWhenTheCommandReads(t *testing.T) {
	path := newDatabase(t)
	serve(t, path, func(_ context.Context, call control.Call, s control.Streams) control.Exit {
		for range call.Args {
			s.In.Read(make([]byte, 4))
		}
		return control.Exit{}
	})
	for n := range 3 {
		var in counted
		if _, err := dial(t, path).Run(t.Context(), control.Call{Args: make([]string, n)}, control.Streams{In: &in}); err != nil {
			t.Fatal(err)
		}
		if got := int(in.reads.Load()); got != n {
			t.Errorf("it reads %d times, want %d", got, n)
		}
	}
}

// untilStopped is a command that says that it runs, waits for its end, and says so.
func untilStopped(ended chan<- error) control.Handler {
	return func(ctx context.Context, _ control.Call, s control.Streams) control.Exit {
		fmt.Fprint(s.Out, "running")
		<-ctx.Done()
		_, err := fmt.Fprint(s.Out, "stopped")
		ended <- err
		return control.Exit{Status: 1}
	}
}

// onWrite runs a function when it is written to.
type onWrite struct {
	bytes.Buffer
	then func()
}

func (w *onWrite) Write(p []byte) (int, error) {
	w.then()
	return w.Buffer.Write(p)
}

func TestACommandIsStopped(t *testing.T) {
	path := newDatabase(t)
	ended := make(chan error, 1)
	end := serve(t, path, untilStopped(ended))

	ctx, stop := context.WithCancel(t.Context())
	out := &onWrite{then: stop}
	if exit, err := dial(t, path).Run(ctx, control.Call{}, control.Streams{Out: out}); exit.Status != 1 || err != nil || out.String() != "runningstopped" {
		t.Errorf("stopped by its client it ends with %v, %v and says %q", exit, err, out)
	}
	<-ended

	c := dial(t, path)
	gone := &onWrite{then: func() { c.Close() }}
	if _, err := c.Run(t.Context(), control.Call{}, control.Streams{Out: gone}); !errors.Is(err, control.ErrGone) {
		t.Errorf("on a closed connection: %v", err)
	}
	<-ended

	out = &onWrite{then: func() { go end() }}
	if _, err := dial(t, path).Run(t.Context(), control.Call{}, control.Streams{Out: out}); !errors.Is(err, control.ErrGone) || out.String() != "runningstopped" {
		t.Errorf("stopped by its server it ends with %v and says %q", err, out)
	}
	end()
	if _, err := control.Dial(t.Context(), path); !errors.Is(err, control.ErrNone) {
		t.Errorf("after the end: %v", err)
	}
}

// A client whose output fails ends its command.
func TestAnOutputThatFailsEndsTheCommand(t *testing.T) {
	path := newDatabase(t)
	ended := make(chan error, 1)
	serve(t, path, untilStopped(ended))
	r, w := io.Pipe()
	r.Close()
	if _, err := dial(t, path).Run(t.Context(), control.Call{}, control.Streams{Out: w}); !errors.Is(err, io.ErrClosedPipe) {
		t.Errorf("it says %v", err)
	}
	<-ended
}

func TestManyCommandsAtOnce(t *testing.T) {
	path := newDatabase(t)
	met := make(chan struct{})
	serve(t, path, func(_ context.Context, call control.Call, s control.Streams) control.Exit {
		select {
		case met <- struct{}{}:
		case <-met:
		}
		io.Copy(s.Out, s.In)
		return control.Exit{}
	})
	said := make(chan error)
	for i := range 8 {
		c, in := dial(t, path), strings.Repeat(fmt.Sprint(i), 1_000_000)
		go func() {
			var out bytes.Buffer
			_, err := c.Run(t.Context(), control.Call{}, control.Streams{In: strings.NewReader(in), Out: &out})
			if err == nil && out.String() != in {
				err = fmt.Errorf("of %d bytes %d came back", len(in), out.Len())
			}
			said <- err
		}()
	}
	for range 8 {
		if err := <-said; err != nil {
			t.Error(err)
		}
	}
}

// What only connects, or sends something else, leaves the others alone.
func TestOtherClients(t *testing.T) {
	path := newDatabase(t)
	end := serve(t, path, func(context.Context, control.Call, control.Streams) control.Exit { return control.Exit{Status: 7} })
	for _, says := range []string{"", "GET / HTTP/1.1\r\n\r\n", "\x7f\xff\xff\xff\xff", strings.Repeat("\x00", 10_000)} {
		conn, err := net.Dial("unix", control.Path(path))
		if err != nil {
			t.Fatal(err)
		}
		io.WriteString(conn, says)
		if says == "" {
			defer conn.Close() // it stays to the end
			continue
		}
		conn.Close()
	}
	if exit, err := dial(t, path).Run(t.Context(), control.Call{}, control.Streams{}); exit.Status != 7 || err != nil {
		t.Errorf("it ends with %v, %v", exit, err)
	}
	end()
}

// helloOf returns how a server greets.
func helloOf(t *testing.T, hello control.Hello) string {
	t.Helper()
	var sent bytes.Buffer
	if err := gob.NewEncoder(&sent).Encode(struct{ Hello *control.Hello }{&hello}); err != nil {
		t.Fatal(err)
	}
	return sent.String()
}

// What listens there and is no server is not waited for longer than a server could take.
func TestOtherServers(t *testing.T) {
	for _, test := range []struct{ says, err string }{
		{"", control.ErrNone.Error()},
		{helloOf(t, control.Hello{Protocol: 99, Version: "v9"}), "the running verbatim serve is another version, v9: start it again as this one, or run the command with that one"},
		{"HTTP/1.1 400 Bad Request\r\n\r\n", control.ErrNone.Error()},
	} {
		path := newDatabase(t)
		l, err := net.Listen("unix", control.Path(path))
		if err != nil {
			t.Fatal(err)
		}
		go func() {
			for {
				conn, err := l.Accept()
				if err != nil {
					return
				}
				io.WriteString(conn, test.says)
				conn.Close()
			}
		}()
		if _, err := control.Dial(t.Context(), path); err == nil || err.Error() != test.err {
			t.Errorf("of %q it says %v", test.says, err)
		}
		l.Close()
	}
	if _, err := control.Dial(t.Context(), filepath.Join(t.TempDir(), "none", "a.db")); !errors.Is(err, control.ErrNone) {
		t.Errorf("without a folder: %v", err)
	}
	ended, end := context.WithCancel(t.Context())
	end()
	path := newDatabase(t)
	serve(t, path, nil)
	if _, err := control.Dial(ended, path); !errors.Is(err, context.Canceled) {
		t.Errorf("when it is to end: %v", err)
	}
	if _, err := os.Stat(control.Path(path)); err != nil {
		t.Error(err)
	}
}
