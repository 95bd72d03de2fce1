package sandbox

import (
	"bufio"
	"encoding/gob"
	"errors"
	"io"

	"verbatim/answer"
	"verbatim/answer/load"
)

// order is what the parent sends: an input to parse, or what the child asked for of the
// one at hand. Len bytes of the input follow it.
type order struct {
	Input *load.Input // nil goes on with the input at hand
	Size  int64       // of an input that is read here and there; -1 is one read from start to end
	Len   int
	End   bool   // no bytes come after these
	Fault string // why they do not
}

// report is what the child sends: one of Item, Begun, Preparing, Prepared, Wants and Done is set. The text of
// the item's article, Len bytes, follows it.
type report struct {
	Item                *item
	Len                 int
	Begun               bool // Member of the archive, called Name, is being read from here on
	Member              int
	Name                string
	Preparing, Prepared bool // what takes time of no input, from here on and until here
	Wants               bool // more bytes of the input, from Off if it is read here and there
	Off                 int64
	Done                bool // with the input
	Spent               bool // the child took so much memory for it that a new one is better for the next
}

// item is a load.Item on the wire. Its article comes without the text.
type item struct {
	Name, Why, Note string
	Article         *answer.Article
	Bytes           int64
	Collections     []string
}

const (
	chunk     = 64 << 10 // bytes of an input that are sent at a time
	maxReport = 4 << 20  // bytes of a report but for the text: an article has a few hundred of them
)

var errTooMuch = errors.New("a message on the wire is too long")

// wire carries messages of sends one way and of another kind the other way, each followed
// by bytes as they are.
type wire struct {
	in  *bufio.Reader
	cap *capped
	dec *gob.Decoder
	out *bufio.Writer
	enc *gob.Encoder
}

func newWire(in io.Reader, out io.Writer) *wire {
	w := &wire{in: bufio.NewReaderSize(in, chunk), out: bufio.NewWriterSize(out, chunk)}
	w.cap = &capped{Reader: w.in}
	w.dec, w.enc = gob.NewDecoder(w.cap), gob.NewEncoder(w.out)
	return w
}

// put puts a message and the bytes that follow it into the buffer.
func (w *wire) put(message any, data string) error {
	if err := w.enc.Encode(message); err != nil {
		return err
	}
	_, err := w.out.WriteString(data)
	return err
}

// send sends a message and the bytes that follow it, after those that were put.
func (w *wire) send(message any, data string) error {
	if err := w.put(message, data); err != nil {
		return err
	}
	return w.out.Flush()
}

// receive receives a message of at most maxReport bytes; what follows it is read from w.in.
func (w *wire) receive(message any) error {
	w.cap.left = maxReport
	return w.dec.Decode(message)
}

// capped reads left bytes more at most. It has ReadByte, so that a gob.Decoder reads no
// further than the message goes.
type capped struct {
	*bufio.Reader
	left int
}

func (c *capped) Read(p []byte) (int, error) {
	if c.left <= 0 {
		return 0, errTooMuch
	}
	n, err := c.Reader.Read(p[:min(len(p), c.left)])
	c.left -= n
	return n, err
}

func (c *capped) ReadByte() (byte, error) {
	if c.left <= 0 {
		return 0, errTooMuch
	}
	c.left--
	return c.Reader.ReadByte()
}
