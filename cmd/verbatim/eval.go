package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"verbatim/answer"
	"verbatim/answer/load"
	"verbatim/bot"
	"verbatim/cmd/verbatim/control"
	"verbatim/cmd/verbatim/evaluation"
	"verbatim/store"
)

func (a *app) evalCommand() *cobra.Command {
	e := evaluating{app: a}
	c := &cobra.Command{
		Use:   "eval [flags] --questions FILE",
		Short: "Measure answers against expected ones",
		Long: `Asks questions and compares the answers with the expected ones: is it the right article,
the right words, the right speaker, and silence where no article answers? The library is
asked, or with --articles some that are loaded for the time being.

The questions are a table as a spreadsheet saves it (.csv, .tsv) or JSON, one a line. The
first line of a table names its columns. Beside the question there may be the answer
(words of an article), the article (its id or title), the speaker, and an id for the
question. | stands between several that are right. With none of these, silence is right:

  question,answer,article,speaker
  How many base stations were shipped?,"47,000|47 000",report.txt,
  Who won the world cup in 1998?,,,

  {"question": "...", "answers": ["47,000", "47 000"], "gold": ["report.txt"], "speaker": "..."}

Words, names and articles that the library does not have are told as mistakes in the
questions, and count neither as right nor as wrong.

--save keeps what was answered, and --against tells what became of each answer since.`,
		Example: `  verbatim eval --questions questions.csv --save before.jsonl
  verbatim eval --questions questions.csv --against before.jsonl --fail-on-worse
  verbatim eval --json --articles passages.jsonl --questions questions.jsonl`,
		Args: func(_ *cobra.Command, args []string) error {
			switch {
			case len(args) > 0 || e.questions == "":
				return usage{errors.New("eval needs --questions FILE; see verbatim eval --help")}
			case e.failOnWorse && e.against == "":
				return usage{errors.New("--fail-on-worse needs --against FILE, the run that answers must not be worse than")}
			}
			return nil
		},
		RunE: func(c *cobra.Command, _ []string) error { return e.run(c.Context()) },
	}
	c.Flags().StringVar(&e.questions, "questions", "", "the `file` of the questions with what is expected")
	c.Flags().StringVar(&e.articles, "articles", "", "ask the articles of this `file` or folder (default: those of the library)")
	c.Flags().StringVar(&e.save, "save", "", "keep each answer in a `file`")
	c.Flags().StringVar(&e.against, "against", "", "tell what changed since --save kept this `file`")
	a.silenceFlag(c)
	c.Flags().BoolVar(&e.failOnWorse, "fail-on-worse", false, "end with status 1 if --against finds an answer that became worse")
	return c
}

// evaluating is a run of eval.
type evaluating struct {
	*app
	articles, questions, save, against string
	failOnWorse                        bool
}

// run reads and opens all that it needs before it asks, since asking may take long.
func (e *evaluating) run(ctx context.Context) error {
	questions, err := evaluation.ReadExpected(e.questions)
	if err != nil {
		return err
	}
	var before *evaluation.Run
	if e.against != "" {
		if before, err = evaluation.ReadRun(e.against); err != nil {
			return err
		}
	}
	var files parts
	defer files.discard()
	var file io.WriteCloser
	if e.save != "" {
		if file, err = files.create(e.save); err != nil {
			return err
		}
	}
	return e.withArticles(ctx, func(library *answer.Library) error {
		r, err := e.inquiry(library).Ask(ctx, questions)
		if err != nil {
			return err
		}
		if err := keepRun(r, file, &files); err != nil {
			return err
		}
		return e.report(r, before)
	})
}

// withArticles runs f on the library that the flags name, in a copy where a serve holds it,
// which then has to answer nothing but its chats; or on one that has the articles and
// nothing else, for the time being.
func (e *evaluating) withArticles(ctx context.Context, f func(*answer.Library) error) error {
	if e.articles != "" {
		return e.forNow(func(path string) error {
			return e.withTenant(ctx, path, func(_ *store.Tenant, library *answer.Library) error {
				if err := e.fill(ctx, library); err != nil {
					return err
				}
				return f(library)
			})
		})
	}
	return e.either(ctx,
		func(serve *control.Client) error {
			return e.forNow(func(path string) error {
				if err := e.backupOf(serve)(ctx, path, nil); err != nil {
					return err
				}
				return e.withTenant(ctx, path, func(_ *store.Tenant, library *answer.Library) error { return f(library) })
			})
		},
		func() error { return e.withLibrary(ctx, f) })
}

// forNow runs f with the path of a database that it may make, and that is deleted then.
func (e *evaluating) forNow(f func(path string) error) error {
	folder, err := os.MkdirTemp("", "verbatim-eval-*")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	return f(filepath.Join(folder, "eval.db"))
}

// fill loads the articles, each of which must be one.
func (e *evaluating) fill(ctx context.Context, library *answer.Library) error {
	names := []string{e.articles}
	progress := e.bars().Load(names)
	defer progress.End()
	sandbox := newSandbox()
	defer sandbox.Close()
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	for batch := range load.Batches(ctx, load.Each(ctx, names, load.Options{Stdin: e.in, Parse: sandbox.Parse})) {
		if err := addAll(ctx, library, batch); err != nil {
			return err
		}
		for _, item := range batch {
			progress.Add(item, answer.Added{Status: answer.Loaded})
		}
	}
	return ctx.Err()
}

// addAll stores a batch of which every item must be an article, or a note.
func addAll(ctx context.Context, library *answer.Library, batch []load.Item) error {
	for _, item := range batch {
		if item.Err != nil {
			return item.Err
		}
	}
	articles := load.Articles(batch)
	added, err := library.Add(ctx, articles...)
	for i, a := range added {
		if a.Err != nil {
			return fmt.Errorf("%s: %w", articles[i].ID, a.Err)
		}
	}
	return err
}

func (e *evaluating) inquiry(library *answer.Library) evaluation.Inquiry {
	return evaluation.Inquiry{
		Library: library, Name: e.library, Loaded: e.articles,
		Silence: e.silence, Version: version(), Progress: e.bars().Count,
	}
}

// keepRun writes a run to the file among files that was made for it, if one was.
func keepRun(r *evaluation.Run, file io.WriteCloser, files *parts) error {
	if file == nil {
		return nil
	}
	if err := errors.Join(r.Write(file), file.Close()); err != nil {
		return err
	}
	_, err := files.keep()
	return err
}

// report prints the figures, and fails if answers became worse and that is asked for.
func (e *evaluating) report(r, before *evaluation.Run) error {
	f := r.Figures(e.questions)
	if before != nil {
		if err := f.Compare(before, e.against); err != nil {
			return err
		}
	}
	say := f.Print
	if e.json {
		say = f.PrintJSON
	}
	if err := say(e.out); err != nil {
		return err
	}
	if e.failOnWorse && f.Worse() > 0 {
		return fmt.Errorf("%s became worse since %s", bot.Numbered(f.Worse(), "answer"), e.against)
	}
	return nil
}
