package sandbox

import (
	"context"
	"errors"
	"io"
	"iter"
	"os"
	"runtime/metrics"
	"strings"
	"time"

	"verbatim/answer"
	"verbatim/answer/load"
)

// parse is how a child parses.
type parse func(in load.Input, r io.Reader, steps load.Steps) iter.Seq[load.Item]

// Serve is the child: it sets limits on its process, then parses what comes on in until
// that ends, and reports on out. It needs no network, and no file but
// the compiled reader of PDFs.
func Serve(in io.Reader, out io.Writer) error {
	if err := limit(); err != nil {
		return err
	}
	return serve(in, out, func(in load.Input, r io.Reader, steps load.Steps) iter.Seq[load.Item] {
		return in.Items(context.Background(), r, steps)
	})
}

func serve(in io.Reader, out io.Writer, p parse) error {
	c := &child{wire: newWire(in, out), parse: p}
	c.clock = time.AfterFunc(2*patience, func() { os.Exit(1) })
	for {
		err := c.next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

// child is the far end of the wire. Its clock ends the process when an item takes too
// long and the parent, which watches as well, is no more.
type child struct {
	*wire
	parse parse
	clock *time.Timer
	sent  time.Time // when an item was last sent at once

	order order  // the last that came
	data  []byte // what came with it
}

// receive waits for an order and what follows it.
func (c *child) receive() error {
	c.clock.Stop()
	defer c.clock.Reset(2 * patience)
	c.order = order{}
	if err := c.wire.receive(&c.order); err != nil {
		return err
	}
	if c.order.Len > chunk {
		return errTooMuch
	}
	if c.data == nil {
		c.data = make([]byte, chunk)
	}
	c.data = c.data[:c.order.Len]
	_, err := io.ReadFull(c.in, c.data)
	return err
}

// next parses the next input.
func (c *child) next() error {
	if err := c.receive(); err != nil {
		return err
	}
	if c.order.Input == nil {
		return errors.New("an order without an input")
	}
	var r io.Reader = &stream{child: c, data: c.data}
	if c.order.Size >= 0 {
		r = io.NewSectionReader(&section{child: c}, 0, c.order.Size)
	}
	var lost error
	tell := func(r report) { lost = errors.Join(lost, c.send(r, "")) }
	for it := range c.parse(*c.order.Input, r, c.steps(tell)) {
		if lost = errors.Join(lost, c.item(it)); lost != nil {
			return lost
		}
	}
	tell(report{Done: true, Spent: mapped() > softMemory/2})
	return lost
}

// steps tell the parent what the child is at.
func (c *child) steps(tell func(report)) load.Steps {
	return load.Steps{
		Begin: func(member int, name string) { tell(report{Begun: true, Member: member, Name: name}) },
		Aside: func(do func()) {
			c.clock.Reset(2 * preparation)
			tell(report{Preparing: true})
			do()
			tell(report{Prepared: true})
			c.clock.Reset(2 * patience)
		},
	}
}

// item reports an item.
func (c *child) item(it load.Item) error {
	out := &item{Name: it.Name, Note: it.Note, Bytes: it.Bytes, Collections: it.Collections}
	var refusal *load.Refusal
	switch {
	case errors.As(it.Err, &refusal):
		out.Name, out.Why = refusal.Name, refusal.Why
	case it.Err != nil:
		return it.Err
	}
	text := ""
	if it.Article != nil {
		var meta answer.Article = *it.Article
		text, meta.Text = meta.Text, ""
		out.Article = &meta
	}
	c.clock.Reset(2 * patience)
	send := c.put // as what comes next is near, and sends it along
	if time.Since(c.sent) > patience/20 {
		send, c.sent = c.send, time.Now()
	}
	return send(report{Item: out, Len: len(text)}, text)
}

// want asks for more of the input.
func (c *child) want(off int64) error {
	if err := c.send(report{Wants: true, Off: off}, ""); err != nil {
		return err
	}
	return c.receive()
}

// fault is the error that ends the input at hand, nil if there is none yet.
func (c *child) fault() error {
	switch {
	case c.order.Fault != "":
		return errors.New(strings.Clone(c.order.Fault))
	case c.order.End:
		return io.EOF
	}
	return nil
}

// stream is an input that is read from start to end.
type stream struct {
	*child
	data []byte // that has come and is not read yet
}

func (s *stream) Read(p []byte) (int, error) {
	for len(s.data) == 0 {
		if err := s.fault(); err != nil {
			return 0, err
		}
		if err := s.want(0); err != nil {
			return 0, err
		}
		s.data = s.child.data
	}
	n := copy(p, s.data)
	s.data = s.data[n:]
	return n, nil
}

// section is an input that is read here and there, a chunk at a time.
type section struct {
	*child
	off int64 // of the chunk that has come
}

func (s *section) ReadAt(p []byte, off int64) (n int, err error) {
	for n < len(p) {
		at := off + int64(n) - s.off
		if at < 0 || at >= int64(len(s.data)) {
			s.off, at = off+int64(n), 0
			if err := s.want(s.off); err != nil {
				return n, err
			}
		}
		if len(s.data) == 0 {
			return n, s.fault()
		}
		n += copy(p[n:], s.data[at:])
	}
	return n, nil
}

// mapped returns how many bytes of memory this process has taken, those that it gave back among them.
func mapped() uint64 {
	sample := []metrics.Sample{{Name: "/memory/classes/total:bytes"}}
	metrics.Read(sample)
	return sample[0].Value.Uint64()
}
