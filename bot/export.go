package bot

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"

	"verbatim/answer"
)

// export sends all articles in as many archives as the chat needs.
func export(t *turn, ctx context.Context, _ given) (Reply, error) {
	if t.Largest == 0 {
		return Reply{}, noFilesHere
	}
	t.meanwhile(exporting)
	var parts []*spool
	n, err := t.library.Export(ctx, t.Largest, func(int) (io.WriteCloser, error) {
		s, err := newSpool()
		parts = append(parts, s)
		return s, err
	})
	var unfit answer.Unfit
	var left answer.LeftOut
	switch {
	case errors.As(err, &unfit):
		return Reply{}, tooLargeToSend(shortened(unfit.Article))
	case errors.As(err, &left):
		t.bot.found(err)
	case err != nil:
		return Reply{}, err
	case n == 0:
		return Reply{Blocks: []Block{Paragraph(noArticles)}, Private: true}, nil
	}
	r := Reply{Blocks: []Block{Paragraph(fmt.Sprintf(exportedNow, plural(n)))}, Private: true}
	if len(left) > 0 {
		r.Blocks = append(r.Blocks, Paragraph(fmt.Sprintf(damagedLeftOut, plural(len(left)))))
	}
	for i, s := range parts {
		name := fmt.Sprintf("articles-%s.zip", t.bot.now().UTC().Format("2006-01-02"))
		if len(parts) > 1 {
			name = fmt.Sprintf("articles-%s-%d.zip", t.bot.now().UTC().Format("2006-01-02"), i+1)
		}
		r.Files = append(r.Files, Attachment{Name: name, Size: s.size, Write: s.write})
	}
	return r, nil
}

// A spool is a file on its way to a chat. It has no name any more where the system allows
// that, and is gone once nothing holds it, at the latest with the process.
type spool struct {
	file *os.File
	size int64
}

func newSpool() (*spool, error) {
	f, err := os.CreateTemp("", "verbatim-export-*")
	if err != nil {
		return nil, err
	}
	s := &spool{file: f}
	if os.Remove(f.Name()) != nil {
		runtime.AddCleanup(s, func(f *os.File) { _ = errors.Join(f.Close(), os.Remove(f.Name())) }, f)
	}
	return s, nil
}

func (s *spool) Write(p []byte) (int, error) {
	n, err := s.file.Write(p)
	s.size += int64(n)
	return n, err
}

// Close ends what is written to it; it can still be read.
func (s *spool) Close() error { return nil }

func (s *spool) write(_ context.Context, w io.Writer) error {
	_, err := io.Copy(w, io.NewSectionReader(s.file, 0, s.size))
	return err
}
