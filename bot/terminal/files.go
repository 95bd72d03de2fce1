package terminal

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"verbatim/bot"
)

// attached takes what in a line names files here for these files, where the line is of the
// kind that takes files: what a person attaches in a chat is named by its path here.
func attached(line string) (rest string, files []bot.File) {
	if !takesFiles(line) {
		return line, nil
	}
	var words []string
	for _, word := range strings.Fields(line) {
		path := strings.TrimPrefix(word, "file:")
		if info, err := os.Stat(path); err == nil && info.Mode().IsRegular() && !namesArticle(words) {
			files = append(files, fileAt(path, info))
			continue
		}
		words = append(words, word)
	}
	if len(files) == 0 {
		return line, nil
	}
	return strings.Join(words, " "), files
}

// namesArticle reports whether the word behind others names an article, which may well be
// called as the file here is that it was loaded from.
func namesArticle(before []string) bool {
	return len(before) == 2 && before[1] == "replace"
}

// takesFiles reports whether a line begins with a command that takes files, or is nothing
// but the path of one.
func takesFiles(line string) bool {
	first, rest, _ := strings.Cut(line, " ")
	second, _, _ := strings.Cut(strings.TrimSpace(rest), " ")
	switch strings.TrimPrefix(first, "/") {
	case "add", "load":
		return true
	case "articles":
		return second == "add" || second == "replace"
	}
	return rest == "" && strings.ContainsRune(first, filepath.Separator) || strings.HasPrefix(first, "file:")
}

func fileAt(path string, info fs.FileInfo) bot.File {
	return bot.File{Name: filepath.Base(path), Size: info.Size(), Open: func(context.Context) (io.ReadCloser, error) {
		f, err := os.Open(path)
		if err != nil {
			return nil, bot.Refusal("cannot be opened; check that you may read it")
		}
		return f, nil
	}}
}

// keep writes a file that came with a reply into the folder the program was started in, in
// the place of none, and tells how it is called there.
func keep(ctx context.Context, a bot.Attachment) string {
	f, err := fresh(a.Name)
	if err == nil {
		err = errors.Join(a.Write(ctx, f), f.Close())
	}
	if err != nil {
		return fmt.Sprintf("%s cannot be kept here: %v", a.Name, err)
	}
	return "Kept as " + f.Name() + "."
}

// mostTries is how many names are tried for a file that may be there already.
const mostTries = 1000

// fresh makes a file with a name, or with a number in it where that is taken.
func fresh(name string) (f *os.File, err error) {
	name = filepath.Base(name)
	ext := filepath.Ext(name)
	for i := range mostTries {
		path := name
		if i > 0 {
			path = fmt.Sprintf("%s-%d%s", strings.TrimSuffix(name, ext), i+1, ext)
		}
		if f, err = os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600); !errors.Is(err, fs.ErrExist) {
			return f, err
		}
	}
	return nil, err
}
