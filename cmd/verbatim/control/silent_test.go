package control_test

import (
	"bytes"
	"context"
	"encoding/gob"
	"errors"
	"fmt"
	"io"
	"net"
	"testing"
	"time"

	"verbatim/cmd/verbatim/control"
)

// A server that hangs in the middle of a command, or is stopped there, is not waited for for ever,
// whether the client is told to end or not.
func TestAServerThatGoesSilentIsLeft(t *testing.T) {
	control.SetPulse(t, 10*time.Millisecond)
	path := newDatabase(t)
	l, err := net.Listen("unix", control.Path(path))
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	go func() {
		for {
			conn, err := l.Accept()
			if err != nil {
				return
			}
			io.WriteString(conn, helloOf(t, control.Hello{Protocol: control.Protocol}))
			defer conn.Close()
		}
	}()
	interrupted, interrupt := context.WithCancel(t.Context())
	interrupt()
	for _, ctx := range []context.Context{t.Context(), interrupted} {
		if _, err := dial(t, path).Run(ctx, control.Call{}, control.Streams{}); !errors.Is(err, control.ErrSilent) {
			t.Errorf("it says %v", err)
		}
	}
}

// A server tells that it goes on with a command that prints nothing.
func TestACommandThatPrintsNothingIsAlive(t *testing.T) {
	control.SetPulse(t, 10*time.Millisecond)
	path := newDatabase(t)
	beaten := make(chan struct{})
	serve(t, path, func(context.Context, control.Call, control.Streams) control.Exit {
		<-beaten
		return control.Exit{Status: 7}
	})
	conn, err := net.Dial("unix", control.Path(path))
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	var call bytes.Buffer
	if err := gob.NewEncoder(&call).Encode(struct{ Call *control.Call }{&control.Call{By: "Ada"}}); err != nil {
		t.Fatal(err)
	}
	if _, err := call.WriteTo(conn); err != nil {
		t.Fatal(err)
	}
	beats, in := 0, gob.NewDecoder(conn)
	for {
		var m struct {
			Hello *control.Hello
			Exit  *control.Exit
			Alive bool
		}
		if err := in.Decode(&m); err != nil {
			t.Fatal(err)
		}
		if m.Exit != nil {
			break
		}
		if m.Alive {
			if beats++; beats == 2 {
				close(beaten)
			}
		}
	}
}

// What is longer than anything that either side says is not taken, however much of it comes.
func TestAMessageHasABound(t *testing.T) {
	path := newDatabase(t)
	serve(t, path, untilStopped(nil))
	conn, err := net.Dial("unix", control.Path(path))
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	_, err = conn.Write([]byte{0xfc, 0x30, 0, 0, 0}) // 768 MiB are to come
	for mib := 0; err == nil; mib++ {
		if mib == 64 {
			t.Fatal("it takes all of it")
		}
		_, err = conn.Write(make([]byte, 1<<20))
	}
}

// Nor is a server that lives, and whose command does not end when it is told to, as where a disk hangs.
func TestACommandThatDoesNotEndIsLeft(t *testing.T) {
	control.SetPulse(t, 10*time.Millisecond)
	path := newDatabase(t)
	release := make(chan struct{})
	serve(t, path, func(_ context.Context, _ control.Call, s control.Streams) control.Exit {
		fmt.Fprint(s.Out, "running")
		<-release
		return control.Exit{}
	})
	t.Cleanup(func() { close(release) })
	ctx, interrupt := context.WithCancel(t.Context())
	out := &onWrite{then: interrupt}
	if _, err := dial(t, path).Run(ctx, control.Call{}, control.Streams{Out: out}); !errors.Is(err, control.ErrSilent) {
		t.Errorf("it says %v", err)
	}
}
