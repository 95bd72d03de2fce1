package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/dustin/go-humanize"
	"github.com/spf13/cobra"

	"verbatim/answer"
	"verbatim/bot"
	"verbatim/cmd/verbatim/control"
	"verbatim/cmd/verbatim/jsonl"
	"verbatim/store"
)

func (a *app) exportCommand() *cobra.Command {
	var most int
	c := &cobra.Command{
		Use:   "export [flags] FILE.zip",
		Short: "Write the articles to an archive",
		Long: `Writes the articles of the library, with their fields and collections, to an archive that
load reads: loaded into an empty library they are the same. With --max-part the archives
have at most that size, and are called FILE.zip, FILE-2.zip and so on. Older ones of the
names are replaced once all are whole.`,
		Example: "  verbatim export articles.zip\n  verbatim export --max-part 10 articles.zip",
		Args:    exactly(1, "the file to write the articles to"),
		RunE: func(c *cobra.Command, args []string) error {
			if most < 0 {
				return usage{errors.New("--max-part needs a number of MiB from 1 on")}
			}
			if args[0] == "-" {
				return usage{errors.New("an archive gets its name when it is whole, which standard output has none for: name a file")}
			}
			return a.either(c.Context(),
				func(serve *control.Client) error {
					return a.export(c.Context(), a.exportOf(serve), args[0], int64(most)<<20)
				},
				func() error {
					return a.withLibrary(c.Context(), func(l *answer.Library) error {
						return a.export(c.Context(), l.Export, args[0], int64(most)<<20)
					})
				})
		},
	}
	c.Flags().IntVar(&most, "max-part", 0, "the most `MiB` that one archive may have (default: as many as it takes)")
	return c
}

// exporting writes the articles of a library into archives, as answer.Library.Export does.
type exporting func(ctx context.Context, most int64, part func(n int) (io.WriteCloser, error)) (articles int, err error)

func (a *app) export(ctx context.Context, write exporting, to string, most int64) (err error) {
	var files parts
	defer files.discard()
	articles, err := write(ctx, most, func(n int) (io.WriteCloser, error) { return files.create(partName(to, n)) })
	if left := (answer.LeftOut)(nil); errors.As(err, &left) && articles > 0 {
		a.tell(left)
		defer func() { err = cmp.Or(err, errTold) }()
	} else if err != nil {
		return err
	}
	if articles == 0 {
		return errors.New("the library is empty: there is nothing to export")
	}
	size, err := files.keep()
	if err != nil {
		return err
	}
	if a.json {
		return jsonl.Write(a.out, struct {
			Articles int      `json:"articles"`
			Files    []string `json:"files"`
			Bytes    int64    `json:"bytes"`
		}{articles, files.names, size})
	}
	_, err = fmt.Fprintf(a.out, "Exported %s to %s (%s).\n", bot.Numbered(articles, "article"), strings.Join(files.names, ", "), humanize.IBytes(uint64(size)))
	return err
}

// partName returns the name of the n-th archive: a.zip, a-2.zip, a-3.zip.
func partName(path string, n int) string {
	if n == 1 {
		return path
	}
	ext := filepath.Ext(path)
	return fmt.Sprintf("%s-%d%s", strings.TrimSuffix(path, ext), n, ext)
}

// parts are the archives of an export, which take their names once all of them are whole.
type parts struct {
	names []string
	files []*os.File // beside them
}

// part is an archive that is on disk once it is closed, so that it can take the place of another.
type part struct{ *os.File }

func (p part) Close() error { return errors.Join(p.Sync(), p.File.Close()) }

func (p *parts) create(name string) (io.WriteCloser, error) {
	if info, err := os.Stat(name); err == nil && !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s: is not a regular file: name another", name)
	}
	f, err := os.CreateTemp(filepath.Dir(name), "."+filepath.Base(name)+".*.part")
	if failed := (*fs.PathError)(nil); errors.As(err, &failed) { // whose path is one that nobody named
		return nil, fmt.Errorf("%s: cannot be written there (%w): name a file in a folder that you may write to", name, failed.Err)
	}
	if err != nil {
		return nil, err
	}
	p.names, p.files = append(p.names, name), append(p.files, f)
	return part{f}, nil
}

// keep gives the files their names, for good, and returns how many bytes they have together.
func (p *parts) keep() (size int64, err error) {
	for i, f := range p.files {
		info, err := os.Stat(f.Name())
		if err != nil {
			return 0, err
		}
		size += info.Size()
		if err := store.Rename(f.Name(), p.names[i]); err != nil {
			return 0, err
		}
	}
	return size, nil
}

// discard deletes the files that were not kept.
func (p *parts) discard() {
	for _, f := range p.files {
		f.Close()
		os.Remove(f.Name())
	}
}
