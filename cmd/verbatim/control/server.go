package control

import (
	"context"
	"errors"
	"io"
	"net"
	"os"
	"sync"
	"time"
)

const (
	callTime   = 10 * time.Second       // how long a client may take to say what it wants
	acceptRest = 100 * time.Millisecond // after a connection that could not be taken, for want of files say
)

// endTime is how long a client may take what is left for it when the server ends.
var endTime = 5 * time.Second

// Handler runs a command. Out and Errs have a method Terminal that tells what shows them,
// and fail once the client is gone, which ends ctx too.
type Handler func(ctx context.Context, call Call, s Streams) Exit

// Serve runs what clients call for until ctx ends. Then it takes no more of them, removes
// the socket, ends what is under way, and returns once that has ended. The clients of what
// could not be done by then learn that the server is gone.
func (l *Listener) Serve(ctx context.Context, version string, run Handler) {
	var calls sync.WaitGroup
	defer calls.Wait()
	defer context.AfterFunc(ctx, l.Close)()
	hello := Hello{protocol, version, os.Getpid()}
	for {
		conn, err := l.accept()
		switch {
		case err == nil:
			calls.Go(func() { attend(ctx, conn, hello, run) })
		case errors.Is(err, net.ErrClosed):
			return
		default:
			time.Sleep(acceptRest)
		}
	}
}

// attend serves one connection.
func attend(ctx context.Context, conn net.Conn, hello Hello, run Handler) {
	defer conn.Close()
	conn.SetReadDeadline(time.Now().Add(callTime))
	wait := &patience{conn: conn, last: endTime}
	defer context.AfterFunc(ctx, wait.end)()
	w := newWire(conn)
	if w.send(message{Hello: &hello}) != nil {
		return
	}
	m, err := w.receive()
	if err != nil || m.Call == nil || conn.SetReadDeadline(time.Time{}) != nil {
		return // it only wanted to know who is there
	}
	called, stop := context.WithCancel(ctx)
	defer stop()
	in := &input{ctx: called, wire: w, sent: make(chan message)}
	go func() {
		defer stop()
		in.listen()
	}()
	go w.beat(called, pulse) // not once it is told to end: it has as long for that as the client waits
	out, errs := &output{wire: w, patience: wait, gone: stop, terminal: m.Call.Out}, &output{wire: w, patience: wait, gone: stop, terminal: m.Call.Errs, errs: true}
	exit := run(called, *m.Call, Streams{in, out, errs})
	if exit.Status != 0 && ctx.Err() != nil {
		return // it is not the command that failed
	}
	_ = w.send(message{Exit: &exit}) // a client that is gone does not wait for it
}

// input is the client's, of which it sends what is asked for.
type input struct {
	ctx  context.Context
	wire *wire
	sent chan message
	rest []byte
	end  bool
}

// listen hands on what the client sends, until it tells the command to stop or is gone.
func (in *input) listen() {
	for {
		m, err := in.wire.receive()
		if err != nil || m.Stop {
			return
		}
		select {
		case in.sent <- m:
		case <-in.ctx.Done():
			return
		}
	}
}

func (in *input) Read(p []byte) (int, error) {
	if len(in.rest) == 0 && !in.end && len(p) > 0 {
		if err := in.fetch(len(p)); err != nil {
			return 0, err
		}
	}
	n := copy(p, in.rest)
	in.rest = in.rest[n:]
	if n == 0 && in.end {
		return 0, io.EOF
	}
	return n, nil
}

func (in *input) fetch(most int) error {
	if err := in.wire.send(message{Wants: most}); err != nil {
		return err
	}
	select {
	case m := <-in.sent:
		in.rest, in.end = m.Data, m.End
		return nil
	case <-in.ctx.Done():
		return in.ctx.Err()
	}
}

// patience is how long a client is waited for. At the end that is set for good.
type patience struct {
	mu    sync.Mutex
	conn  net.Conn
	ended bool
	last  time.Duration // for writes, from the end on
}

// forWrites has writes fail from a time on, or with the zero time never.
func (p *patience) forWrites(until time.Time) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.ended {
		return nil
	}
	return p.conn.SetWriteDeadline(until)
}

// end has reads fail at once, and writes soon.
func (p *patience) end() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.ended = true
	p.conn.SetReadDeadline(time.Now())
	p.conn.SetWriteDeadline(time.Now().Add(p.last))
}

// output is one of the client's.
type output struct {
	wire     *wire
	patience *patience
	gone     func() // to be told that the client is
	terminal Terminal
	errs     bool
	within   time.Duration
}

// Terminal tells how wide the terminal is that shows the output, and whether in colours.
func (o *output) Terminal() (columns int, coloured bool) {
	return o.terminal.Columns, o.terminal.Coloured
}

// Within has the client be taken for gone from now on when it does not take a write in some time.
func (o *output) Within(d time.Duration) { o.within = d }

func (o *output) Write(p []byte) (n int, err error) {
	for n < len(p) {
		part := p[n:min(len(p), n+chunk)]
		if o.within > 0 {
			if err := o.patience.forWrites(time.Now().Add(o.within)); err != nil {
				return n, err
			}
		}
		if err := o.wire.send(message{Errs: o.errs, Data: part}); err != nil {
			o.gone()
			return n, err
		}
		n += len(part)
	}
	if o.within > 0 {
		return n, o.patience.forWrites(time.Time{})
	}
	return n, nil
}
