// Package control carries a command from the process that a person started to the one that
// holds the database, over a Unix socket beside it. The command runs there; its input,
// output and exit status come and go as if it ran here.
//
// A connection carries one command, and closing it ends that. Both sides send gobs. Input
// is sent only where the command asks for it: so nothing of a terminal's or a pipe's is read
// that the command does not read, and that the client is gone or wants to stop is seen at
// once, whatever else is under way.
package control

import (
	"context"
	"encoding/gob"
	"errors"
	"io"
	"sync"
	"time"
)

// protocol is counted up where an older program would take what is sent for something else.
const protocol = 2

// chunk is the most bytes that go in one message: it bounds what both sides hold.
const chunk = 256 << 10

// longestMessage is in bytes: more than a command line has room for, and than a chunk takes.
const longestMessage = 8 << 20

// pulse is how often a server tells that it goes on with a command.
var pulse = 5 * time.Second

// missed is how many pulses may fail to come: a busy machine gets its time.
const missed = 6

// The errors of a client.
var (
	ErrNone = errors.New("no process answers at the socket")
	ErrGone = errors.New("the running verbatim serve ended meanwhile")

	// ErrSilent is of a server that hangs, or whose process is stopped.
	ErrSilent = errors.New("the running verbatim serve does not answer")
)

// Hello is what a server says of itself.
type Hello struct {
	Protocol int
	Version  string // of the program
	Process  int    // its id, where the server runs
}

// Call is a command to run and what it needs to know of the client.
type Call struct {
	Args      []string
	By, ByID  string // who calls
	Out, Errs Terminal
}

// Terminal is where a client shows what a command prints. The zero Terminal is none.
type Terminal struct {
	Columns  int // 0 where nobody sees it
	Coloured bool
}

// Exit is how a command ended: its status, and what the client has yet to tell of it.
type Exit struct {
	Status int
	Line   string
}

// Streams are the input and the outputs of a command.
type Streams struct {
	In        io.Reader
	Out, Errs io.Writer
}

// message is what either side sends. One of the pointers is set, or it is about data.
type message struct {
	Hello *Hello // the server's first
	Call  *Call  // the client's first, after it
	Exit  *Exit  // the server's last
	Alive bool   // the server's: it goes on with the command

	Wants int // the server's: send so many bytes of the input at most
	Errs  bool
	Data  []byte // of the input; from the server of the output or, with Errs, of the other one
	End   bool   // of the input, behind Data
	Stop  bool   // the client's: end the command
}

// wire sends and receives messages. Many may send at a time, one receive.
type wire struct {
	mu  sync.Mutex
	enc *gob.Encoder
	in  *io.LimitedReader
	dec *gob.Decoder
}

func newWire(conn io.ReadWriter) *wire {
	in := &io.LimitedReader{R: conn}
	return &wire{enc: gob.NewEncoder(conn), in: in, dec: gob.NewDecoder(in)}
}

func (w *wire) send(m message) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.enc.Encode(m)
}

// beat tells the other side now and then that this one goes on, until ctx ends or the other is gone.
func (w *wire) beat(ctx context.Context, every time.Duration) {
	tick := time.NewTicker(every)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
			if w.send(message{Alive: true}) != nil {
				return
			}
		}
	}
}

func (w *wire) receive() (m message, err error) {
	w.in.N = longestMessage
	err = w.dec.Decode(&m)
	return m, err
}

// Path returns where the socket of the database at a path is.
func Path(database string) string { return database + ".sock" }
