//go:build unix

package control

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"os"
	"path/filepath"
	"sync"
)

// longest is the longest path that every Unix takes for a socket's: the address has room
// for 104 bytes on the BSDs and macOS, for 108 on Linux, with a zero behind.
const longest = 103

// Listener is the socket of a server.
type Listener struct {
	*net.UnixListener
	path  string
	made  fs.FileInfo
	close sync.Once
}

// Listen makes the socket of the database at a path, for its user alone, in the place of
// one that a process left behind. Only who holds the database may call it. The error says
// why there can be none.
func Listen(database string) (*Listener, error) {
	path := Path(database)
	if info, err := os.Lstat(path); err == nil && info.Mode().Type() != fs.ModeSocket {
		return nil, fmt.Errorf("%s: something else has this name: move it away", path)
	}
	l, err := listen(path)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return l, nil
}

// listen makes the socket in a folder that nobody else can enter, and gives it its name when
// it is closed to others. A mask for new files would be the whole process's.
func listen(path string) (*Listener, error) {
	folder := path + ".new"
	if err := os.RemoveAll(folder); err != nil { // of a process that was killed here
		return nil, err
	}
	if err := os.Mkdir(folder, 0o700); err != nil {
		return nil, err
	}
	defer os.RemoveAll(folder)
	l, err := listenIn(folder)
	if err != nil {
		return nil, err
	}
	l.SetUnlinkOnClose(false) // it knows the socket by its first name
	made := filepath.Join(folder, socketName)
	info, err := os.Lstat(made)
	if err = errors.Join(err, os.Chmod(made, 0o600)); err == nil {
		err = os.Rename(made, path)
	}
	if err != nil {
		l.Close()
		return nil, err
	}
	return &Listener{UnixListener: l, path: path, made: info}, nil
}

// socketName is the socket's first name.
const socketName = "s"

func listenIn(folder string) (*net.UnixListener, error) {
	address, release, err := reach(folder, len(socketName)+1)
	if err != nil {
		return nil, err
	}
	defer release()
	return net.ListenUnix("unix", &net.UnixAddr{Name: filepath.Join(address, socketName), Net: "unix"})
}

// Close ends the socket and removes it, unless another has its name.
func (l *Listener) Close() {
	l.close.Do(func() {
		if info, err := os.Lstat(l.path); err == nil && os.SameFile(info, l.made) {
			os.Remove(l.path)
		}
		l.UnixListener.Close()
	})
}

// accept returns the next connection of the same user or of root.
func (l *Listener) accept() (net.Conn, error) {
	for {
		conn, err := l.AcceptUnix()
		if err != nil {
			return nil, err
		}
		if uid, err := peer(conn); err == nil && (uid == os.Geteuid() || uid == 0) {
			return conn, nil
		}
		conn.Close()
	}
}

// dial connects to a socket of the same user's or of root's; root trusts any.
func dial(ctx context.Context, path string) (net.Conn, error) {
	address, release, err := reach(path, 0)
	if err != nil {
		return nil, ErrNone
	}
	defer release()
	conn, err := new(net.Dialer).DialContext(ctx, "unix", address)
	if err != nil {
		return nil, none(err)
	}
	if uid, err := peer(conn.(*net.UnixConn)); err != nil || uid != os.Geteuid() && uid != 0 && os.Geteuid() != 0 {
		conn.Close()
		return nil, fmt.Errorf("%s: another user runs what answers there: run the command as that user", path)
	}
	return conn, nil
}

// none makes ErrNone of an error of connecting, but for one that a person has to know.
func none(err error) error {
	if errors.Is(err, context.Canceled) {
		return err
	}
	return ErrNone
}
