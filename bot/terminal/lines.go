package terminal

import (
	"bufio"
	"context"
	"errors"
	"io"
	"iter"
	"strings"
)

// ErrLongLine stands for a line that is longer than the reader of Lines wants.
var ErrLongLine = errors.New("the line is too long")

// Lines yields the lines of r, without their ends, until r or ctx ends or reading
// fails. A line of more than `longest` bytes is ErrLongLine in its place. A read
// that is under way when ctx ends is left behind.
func Lines(ctx context.Context, r io.Reader, longest int) iter.Seq2[string, error] {
	type line struct {
		text string
		err  error
	}
	return func(yield func(string, error) bool) {
		ctx, stop := context.WithCancel(ctx)
		defer stop()
		lines := make(chan line)
		go func() {
			defer close(lines)
			for b := bufio.NewReader(r); ; {
				text, err := readLine(b, longest)
				if err == io.EOF {
					return
				}
				select {
				case lines <- line{text, err}:
				case <-ctx.Done():
					return
				}
				if err != nil && err != ErrLongLine {
					return
				}
			}
		}()
		for {
			select {
			case l, ok := <-lines:
				if !ok || !yield(l.text, l.err) {
					return
				}
			case <-ctx.Done():
				return
			}
		}
	}
}

// readLine reads one line and holds no more of it than is wanted.
func readLine(r *bufio.Reader, longest int) (string, error) {
	var line []byte
	for {
		part, err := r.ReadSlice('\n')
		if len(line) <= longest {
			line = append(line, part...)
		}
		switch {
		case err == bufio.ErrBufferFull:
			continue
		case err != nil && (err != io.EOF || len(line) == 0):
			return "", err
		case len(line) > longest:
			return "", ErrLongLine
		}
		return strings.TrimRight(string(line), "\r\n"), nil
	}
}
