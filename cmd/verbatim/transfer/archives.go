package transfer

import (
	"encoding/gob"
	"errors"
	"io"

	"verbatim/answer"
)

// Part makes the n-th archive of an export, from 1.
type Part = func(n int) (io.WriteCloser, error)

// slice is some of an archive of an export on its way from serve, or tells that the export is done.
type slice struct {
	Part int // of the archive, counted from 1
	Data []byte
	End  bool // of the archive

	Done     bool
	Articles int
	Left     answer.LeftOut // the error of the export
}

// SendArchives has export write archives, and sends them as they are written, and then how many
// articles they have.
func SendArchives(to io.Writer, export func(Part) (articles int, err error)) error {
	out := gob.NewEncoder(to)
	articles, err := export(func(n int) (io.WriteCloser, error) { return slicer{out, n}, nil })
	var left answer.LeftOut
	if err != nil && !errors.As(err, &left) {
		return err
	}
	return out.Encode(slice{Done: true, Articles: articles, Left: left})
}

// slicer sends what is written to an archive.
type slicer struct {
	out  *gob.Encoder
	part int
}

func (s slicer) Write(p []byte) (int, error) {
	return len(p), s.out.Encode(slice{Part: s.part, Data: p})
}

func (s slicer) Close() error { return s.out.Encode(slice{Part: s.part, End: true}) }

// ReceiveArchives writes archives as SendArchives sends them, and returns what the export did.
// io.EOF is the error of one that is cut short.
func ReceiveArchives(from io.Reader, part Part) (articles int, err error) {
	in := gob.NewDecoder(from)
	var archive io.WriteCloser
	open := 0
	for {
		var s slice
		err := in.Decode(&s)
		switch {
		case err != nil:
			return 0, err
		case s.Left != nil:
			return s.Articles, s.Left
		case s.Done:
			return s.Articles, nil
		}
		if s.Part != open {
			if archive, err = part(s.Part); err != nil {
				return 0, err
			}
			open = s.Part
		}
		if _, err := archive.Write(s.Data); err != nil {
			return 0, err
		}
		if s.End {
			if err := archive.Close(); err != nil {
				return 0, err
			}
		}
	}
}
