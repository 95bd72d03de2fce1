package control

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"time"
)

// answerTime is how long a server may take to say hello. One that is not stopped takes
// milliseconds; a busy machine gets its time.
const answerTime = 10 * time.Second

// Client is a connection to a server, good for one Run.
type Client struct {
	Server Hello
	conn   *watched
	wire   *wire
}

// watched is a connection of which a read fails once nothing has come for so long; 0 for never.
type watched struct {
	net.Conn
	longest time.Duration
}

// Read looks twice: who was stopped himself finds the time over, and what came meanwhile behind it.
func (w *watched) Read(p []byte) (n int, err error) {
	if w.longest == 0 {
		return w.Conn.Read(p)
	}
	for range 2 {
		if err := w.SetReadDeadline(time.Now().Add(w.longest / 2)); err != nil {
			return 0, err
		}
		if n, err = w.Conn.Read(p); !errors.Is(err, os.ErrDeadlineExceeded) {
			break
		}
	}
	return n, err
}

// Dial connects to the server of the database at a path. Where none answers the error is
// ErrNone: then the database is nobody's, or is held by a process without a socket. A
// server of another protocol, one that another user runs, or one that hangs is an error that
// says what mends it.
func Dial(ctx context.Context, database string) (*Client, error) {
	conn, err := dial(ctx, Path(database))
	if err != nil {
		return nil, err
	}
	c := &Client{conn: &watched{Conn: conn}}
	c.wire = newWire(c.conn)
	if err := c.greet(ctx); err != nil {
		conn.Close()
		return nil, err
	}
	return c, nil
}

func (c *Client) greet(ctx context.Context) error {
	if err := c.conn.SetReadDeadline(time.Now().Add(answerTime)); err != nil {
		return ErrNone
	}
	goOn := context.AfterFunc(ctx, func() { c.conn.SetReadDeadline(time.Now()) })
	m, err := c.wire.receive()
	switch {
	case !goOn():
		return ctx.Err()
	case errors.Is(err, os.ErrDeadlineExceeded):
		return fmt.Errorf("%w: end it, and start it again", ErrSilent)
	case err != nil || m.Hello == nil:
		return ErrNone
	}
	if c.Server = *m.Hello; c.Server.Protocol != protocol {
		version := c.Server.Version
		if version != "" {
			version = ", " + version
		}
		return fmt.Errorf("the running verbatim serve is another version%s: start it again as this one, or run the command with that one", version)
	}
	return c.conn.SetReadDeadline(time.Time{})
}

// Close ends the connection, and the command if one is under way.
func (c *Client) Close() error { return c.conn.Close() }

// Run has the server run a command and returns how it ended. When ctx ends the command is
// told to, and Run returns once it has. ErrGone is the error of a server that ended before,
// ErrSilent of one that hangs, or of a command that then does; any other is one of writing to
// the streams. A read of the input that is under way then is left behind.
func (c *Client) Run(ctx context.Context, call Call, s Streams) (Exit, error) {
	defer c.Close()
	c.conn.longest = missed * pulse
	if err := c.call(call); err != nil {
		return Exit{}, lost(err)
	}
	defer context.AfterFunc(ctx, func() { _ = c.wire.send(message{Stop: true}) })() // a server that is gone has stopped
	for {
		m, err := c.wire.receive()
		switch {
		case err != nil:
			return Exit{}, lost(err)
		case m.Exit != nil:
			return *m.Exit, nil
		case m.Alive:
		case m.Wants > 0:
			go c.feed(s.In, min(m.Wants, chunk))
		case m.Errs:
			_, err = s.Errs.Write(m.Data)
		default:
			_, err = s.Out.Write(m.Data)
		}
		if err != nil {
			return Exit{}, err
		}
	}
}

// lost is what an error of the connection says of the server.
func lost(err error) error {
	if errors.Is(err, os.ErrDeadlineExceeded) {
		return ErrSilent
	}
	return ErrGone
}

// call says what the server is to run. A long call waits for it to be taken.
func (c *Client) call(call Call) error {
	if err := c.conn.SetWriteDeadline(time.Now().Add(c.conn.longest)); err != nil {
		return err
	}
	if err := c.wire.send(message{Call: &call}); err != nil {
		return err
	}
	return c.conn.SetWriteDeadline(time.Time{})
}

// feed sends what one read of the input yields. An input that fails ends.
func (c *Client) feed(in io.Reader, most int) {
	if in == nil {
		in = eof{}
	}
	data := make([]byte, most)
	n, err := 0, error(nil)
	for n == 0 && err == nil {
		n, err = in.Read(data)
	}
	_ = c.wire.send(message{Data: data[:n], End: err != nil}) // Run learns that the server is gone
}

// eof is an input without anything.
type eof struct{}

func (eof) Read([]byte) (int, error) { return 0, io.EOF }
