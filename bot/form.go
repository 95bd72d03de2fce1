package bot

import (
	"context"
	"fmt"
)

// fill opens a form for the person; where that cannot be done yet, as after a message,
// it offers a button that opens it.
func (t *turn) fill(f Form, open Pressed) Reply {
	if t.Forms {
		return Reply{Form: &f, Private: true}
	}
	return Reply{Blocks: []Block{Paragraph(formInstead)}, Actions: []Action{{formLabel, open}}, Private: true}
}

// fieldsOf are the fields of an article that a person can fill in, as they stand already.
func fieldsOf(g given) []Field {
	return []Field{
		{Name: "text", Label: "Text", Hint: "The whole text, as it is to be quoted. A long one is better sent as a file.", Value: g["text"], Long: true},
		{Name: "title", Label: "Title", Value: g["title"]},
		{Name: "outlet", Label: "Outlet", Hint: "Where it was published", Value: g["outlet"]},
		{Name: "date", Label: "Date", Hint: "2019, 2019-03 or 2019-03-01", Value: g["date"]},
		{Name: "link", Label: "Link", Hint: "Its address; with no text and no file, what is loaded", Value: g["link"]},
	}
}

// dateless leaves the date as it is where none was filled in that can be read, and says so:
// what was filled in beside it is not lost for that.
func (t *turn) dateless(is string) []Block {
	date := t.Fields["date"]
	if date == is || isDate(date) {
		return nil
	}
	t.Fields["date"] = is
	return []Block{Paragraph(fmt.Sprintf(dateStays, date))}
}

// addForm is what asks for articles to be added.
func addForm() Form {
	fields := append([]Field{{Name: "files", Label: "Files", Hint: ".txt .md .html .pdf .docx .zip .jsonl", Files: true}}, fieldsOf(nil)...)
	return Form{Title: addTitle, Submit: addSubmit, About: formAbout, Pressed: Pressed{Name: "loaded"}, Fields: fields}
}

func openAddForm(t *turn, ctx context.Context, _ string) (Reply, error) {
	return t.fill(addForm(), Pressed{Name: "add"}), nil
}

// keeps reports whether the person looks after the bot, as far as can be found out.
func (t *turn) keeps(ctx context.Context) bool { return t.mustKeep(ctx) == nil }
