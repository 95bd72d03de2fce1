package discord

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"mime/multipart"
	"strconv"
	"time"

	"verbatim/bot"
	"verbatim/bot/adapter"
)

// Discord's limits for files: of each where a server has no more, of a message, and, less
// what stands beside them, of a request.
const (
	largestFile   = 10 << 20 // bytes
	mostFiles     = 10
	largestUpload = 20 << 20 // bytes
)

// uploadTime is for one request with files, with its response.
const uploadTime = 2 * time.Minute

func (q request) time() time.Duration {
	if len(q.files) > 0 {
		return uploadTime
	}
	return tryTime
}

// content is what a request holds.
type content struct {
	io.ReadCloser
	kind string
	size int64 // in bytes
}

// content returns the body of a request, with its files beside it, if any. These are
// written while they are read.
func (q request) content(ctx context.Context, body []byte) content {
	if len(q.files) == 0 {
		return content{io.NopCloser(bytes.NewReader(body)), "application/json", int64(len(body))}
	}
	var frame bytes.Buffer
	form := multipart.NewWriter(&frame)
	size := int64(0)
	_ = q.writeForm(form, body, func(f bot.Attachment, _ io.Writer) error { // which a buffer takes
		size += f.Size
		return nil
	})
	written := adapter.Written(func(to io.Writer) error {
		same := multipart.NewWriter(to)
		_ = same.SetBoundary(form.Boundary()) // one that was made for that
		return q.writeForm(same, body, func(f bot.Attachment, w io.Writer) error { return writeWhole(ctx, f, w) })
	})
	return content{written, form.FormDataContentType(), size + int64(frame.Len())}
}

// writeForm writes a body and the files that go with it.
func (q request) writeForm(form *multipart.Writer, body []byte, write func(bot.Attachment, io.Writer) error) error {
	w, err := form.CreateFormField("payload_json")
	if err == nil {
		_, err = w.Write(body)
	}
	for i, f := range q.files {
		if err == nil {
			w, err = form.CreateFormFile(fmt.Sprintf("files[%d]", i), f.Name)
		}
		if err == nil {
			err = write(f, w)
		}
	}
	if err != nil {
		return err
	}
	return form.Close()
}

// unwritten is an error of a file that cannot be written, now or again.
type unwritten struct{ error }

func (u unwritten) Unwrap() error { return u.error }

// writeWhole writes a file, which has to be as long as it says.
func writeWhole(ctx context.Context, f bot.Attachment, w io.Writer) error {
	measured := &measure{Writer: w, left: f.Size}
	err := f.Write(ctx, measured)
	switch {
	case measured.err != nil:
		return measured.err
	case err != nil:
		return unwritten{err}
	case measured.left > 0:
		return errLength
	}
	return nil
}

var errLength = unwritten{errors.New("a file is not as long as it says")}

// measure takes so many bytes, and keeps the error of writing them.
type measure struct {
	io.Writer
	left int64
	err  error
}

func (m *measure) Write(p []byte) (n int, err error) {
	if m.left -= int64(len(p)); m.left < 0 {
		m.err = errLength
	}
	if m.err == nil {
		n, m.err = m.Writer.Write(p)
	}
	return n, m.err
}

// attached names a file that goes with a message.
type attached struct {
	ID   string `json:"id"` // its number in the request
	Name string `json:"filename"`
}

// withFiles returns messages with files: the last has as many as it takes, and the others
// are in messages of their own.
func withFiles(all []message, files []bot.Attachment) []message {
	if len(all) == 0 && len(files) > 0 {
		all = append(all, message{Mentions: nobody})
	}
	size := int64(0)
	for _, f := range files {
		last := &all[len(all)-1]
		if len(last.Files) == mostFiles || len(last.Files) > 0 && size+f.Size > largestUpload {
			all = append(all, message{Mentions: nobody})
			last, size = &all[len(all)-1], 0
		}
		last.Attached = append(last.Attached, attached{strconv.Itoa(len(last.Files)), f.Name})
		last.Files = append(last.Files, f)
		size += f.Size
	}
	return all
}
