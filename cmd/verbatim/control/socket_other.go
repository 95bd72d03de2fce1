//go:build !unix

package control

import (
	"context"
	"errors"
	"net"
)

// Listener is the socket of a server, of which there is none on this system.
type Listener struct{}

// Listen makes no socket on this system.
func Listen(string) (*Listener, error) {
	return nil, errors.New("this system has no sockets for it: stop verbatim serve to run a command on its database")
}

// Close ends nothing.
func (*Listener) Close() {}

func (*Listener) accept() (net.Conn, error) { return nil, net.ErrClosed }

func dial(context.Context, string) (net.Conn, error) { return nil, ErrNone }
