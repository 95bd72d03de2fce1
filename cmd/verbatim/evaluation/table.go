package evaluation

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

// inCell stands between several answers, or articles, in one cell of a table.
const inCell = "|"

// expectedInTable reads what a spreadsheet saves: a first row that names the columns, and a
// question a row. Commas, semicolons or tabs part the cells. With an error it returns the
// line that it is about.
func expectedInTable(data string) (all []Expected, line int, err error) {
	r := csv.NewReader(strings.NewReader(data))
	r.Comma = separator(data)
	r.FieldsPerRecord = -1 // an empty cell at the end is often left out
	header, err := r.Read()
	if err == io.EOF {
		return nil, 0, nil
	}
	if err == nil {
		err = checkHeader(header)
	}
	if err != nil {
		return nil, 1, whyNoRow(err)
	}
	for {
		row, err := r.Read()
		if err == io.EOF {
			return all, line, nil
		}
		if err != nil {
			return nil, lineOf(err), whyNoRow(err)
		}
		if line, _ = r.FieldPos(0); isBlank(row) {
			continue
		}
		e := Expected{Line: line}
		if err := e.fill(header, row); err != nil {
			return nil, line, err
		}
		all = append(all, e)
	}
}

// separator returns what parts the cells of the first line.
func separator(data string) rune {
	first, _, _ := strings.Cut(strings.TrimLeft(data, "\r\n"), "\n")
	for _, r := range "\t;" {
		if strings.ContainsRune(first, r) {
			return r
		}
	}
	return ','
}

var errNoHeader = errors.New("the file is neither JSON lines nor a table: its first line must name the columns, " +
	"question and then answer, article or speaker")

// checkHeader returns an error if no column has the questions, or none has what is expected of them.
func checkHeader(header []string) error {
	asks, expects := false, false
	for _, name := range header {
		switch name = columnName(name); {
		case name == "question":
			asks = true
		case name != "id" && columns[name] != nil:
			expects = true
		}
	}
	if !asks || !expects {
		return errNoHeader
	}
	return nil
}

func columnName(heading string) string { return strings.ToLower(strings.TrimSpace(heading)) }

// whyNoRow says in our words what is wrong with a row that cannot be read.
func whyNoRow(err error) error {
	if errors.Is(err, csv.ErrQuote) || errors.Is(err, csv.ErrBareQuote) {
		return errors.New("a quotation mark is out of place: put the cell in quotation marks, and double those inside it")
	}
	return err
}

func lineOf(err error) int {
	if parse := (*csv.ParseError)(nil); errors.As(err, &parse) {
		return parse.Line
	}
	return 0
}

func isBlank(row []string) bool {
	return !slices.ContainsFunc(row, func(cell string) bool { return strings.TrimSpace(cell) != "" })
}

// fill takes the cells of a row for what the columns are called.
func (e *Expected) fill(header, row []string) error {
	if len(row) > len(header) {
		return fmt.Errorf("the row has %d cells, and the first line names %d columns: put a cell with the separator in it in quotation marks", len(row), len(header))
	}
	for i, cell := range row {
		set, known := columns[columnName(header[i])]
		if !known {
			continue
		}
		if err := set(e, cellTexts(columnName(header[i]), cell)); err != nil {
			return fmt.Errorf("%s %w", header[i], err)
		}
	}
	return e.complete()
}

// cellTexts returns what stands in a cell. A question may have the sign that parts answers.
func cellTexts(column, cell string) (all []string) {
	if column == "question" || column == "id" {
		return []string{strings.TrimSpace(cell)}
	}
	for part := range strings.SplitSeq(cell, inCell) {
		if part = strings.TrimSpace(part); part != "" {
			all = append(all, part)
		}
	}
	return all
}
