package bot

import (
	"bytes"
	"cmp"
	"context"
	"encoding/csv"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
)

// exportInsights sends what was asked as a table. Who asked is not in it.
func exportInsights(t *turn, ctx context.Context, g given) (Reply, error) {
	if t.Largest == 0 {
		return Reply{}, noFileHere
	}
	since, err := t.since(g["weeks"], mostWeeks)
	if err != nil {
		return Reply{}, err
	}
	in, err := t.insightsOf(ctx, since)
	if err != nil {
		return Reply{}, err
	}
	table, err := in.table()
	if err != nil {
		return Reply{}, err
	}
	if int64(len(table)) > t.Largest {
		return Reply{}, tableTooLarge
	}
	file := Attachment{
		Name: "insights-" + t.bot.now().UTC().Format(time.DateOnly) + ".csv",
		Size: int64(len(table)),
		Write: func(_ context.Context, w io.Writer) error {
			_, err := w.Write(table)
			return err
		},
	}
	return Reply{Blocks: []Block{Paragraph(tableExported)}, Files: []Attachment{file}, Private: true}, nil
}

// byteOrderMark begins the table: without it spreadsheets take UTF-8 for the letters of
// some older encoding.
const byteOrderMark = "\ufeff"

// table returns the counts as CSV, a line for each week and topic, the last week first.
func (in *insights) table() ([]byte, error) {
	var b bytes.Buffer
	b.WriteString(byteOrderMark)
	w := csv.NewWriter(&b)
	if err := w.Write(tableHead); err != nil {
		return nil, err
	}
	for _, week := range slices.SortedFunc(maps.Keys(in.allWeeks()), func(a, b time.Time) int { return b.Compare(a) }) {
		if err := w.WriteAll(in.rows(week)); err != nil {
			return nil, err
		}
	}
	w.Flush()
	return b.Bytes(), w.Error()
}

// allWeeks are the weeks in which anything was asked or marked.
func (in *insights) allWeeks() map[time.Time]bool {
	all := map[time.Time]bool{}
	for _, a := range in.topics {
		for week := range a.weeks {
			all[week] = true
		}
	}
	return all
}

// rows are the lines of a week, what was asked most first.
func (in *insights) rows(week time.Time) (rows [][]string) {
	some := slices.DeleteFunc(slices.Clone(in.topics), func(a *asking) bool { return a.weeks[week] == nil })
	slices.SortStableFunc(some, func(a, b *asking) int { return cmp.Compare(b.weeks[week].times, a.weeks[week].times) })
	year, n := week.ISOWeek()
	for _, a := range some {
		c := a.weeks[week]
		rows = append(rows, []string{fmt.Sprintf("%d-W%02d", year, n), cell(a.phrase()),
			strconv.Itoa(c.times), strconv.Itoa(c.answered), strconv.Itoa(c.unhelpful), cell(strings.Join(c.titles, " | "))})
	}
	return rows
}

// cell returns a text of others as a spreadsheet takes it for nothing but a text: a
// formula would be worked out, and could tell what it reads to the world. Where a
// semicolon ends a cell, as in much of Europe, a formula could begin behind one.
func cell(words string) string {
	words = strings.ReplaceAll(Visible(words), ";", ",")
	bare := strings.TrimLeftFunc(words, unicode.IsSpace)
	if bare != "" && strings.ContainsRune("=+-@＝＋－＠", []rune(bare)[0]) {
		return "'" + words
	}
	return words
}
