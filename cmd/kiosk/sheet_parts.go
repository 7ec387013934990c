package main

import (
	"image"

	"gongkai/kiosk/page"
	"gongkai/kiosk/pdf"
)

// weekParts returns what a sheet of the week is for a reader that speaks: a heading, and a table with a row of the days, one
// of the catalogue's slides on the first sheet, and one a notice, each with its name and what stands across the seven days.
func weekParts(p *page.Page) []pdf.Part {
	boxes := boxesOf(p)
	days, slides, notices := boxes["day"], boxes["slide"], boxes["notice"]
	t := weekTable{image.Rect(boxes["leaf"][0].Max.X, days[0].Min.Y, p.Size.X, days[0].Max.Y), days}
	var rows []image.Rectangle
	if len(slides) > 0 {
		rows = append(rows, t.across(slides[0].Min.Y, slides[len(slides)-1].Max.Y))
	}
	for _, n := range notices {
		rows = append(rows, t.across(n.Min.Y, n.Max.Y))
	}
	if len(rows) > 0 {
		t.head.Max.Y = rows[0].Min.Y
	}
	table := pdf.Part{Kind: "Table", Rect: t.head, Kids: []pdf.Part{t.header()}}
	for _, r := range rows {
		table.Rect = table.Rect.Union(r)
		table.Kids = append(table.Kids, t.row(r))
	}
	return []pdf.Part{{Kind: "H1", Rect: boxes["leaf"][0]}, table}
}

// weekTable is where the table of a week's sheet is: its head, and the columns of the days.
type weekTable struct {
	head image.Rectangle
	days []image.Rectangle
}

// across returns the whole width of the table from top to bottom.
func (t weekTable) across(top, bottom int) image.Rectangle {
	return image.Rect(t.head.Min.X, top, t.head.Max.X, bottom)
}

// header returns the row of the days.
func (t weekTable) header() pdf.Part {
	row := pdf.Part{Kind: "TR", Rect: t.head}
	label := t.head
	label.Max.X = t.days[0].Min.X
	for _, cell := range append([]image.Rectangle{label}, t.days...) {
		cell.Max.Y = t.head.Max.Y
		row.Kids = append(row.Kids, pdf.Part{Kind: "TH", Scope: "Column", Rect: cell})
	}
	return row
}

// row returns a row with its name and one cell for all days.
func (t weekTable) row(r image.Rectangle) pdf.Part {
	name, rest := r, r
	name.Max.X, rest.Min.X = t.days[0].Min.X, t.days[0].Min.X
	return pdf.Part{Kind: "TR", Rect: r, Kids: []pdf.Part{
		{Kind: "TH", Scope: "Row", Rect: name}, {Kind: "TD", Span: len(t.days), Rect: rest},
	}}
}

// boxesOf returns where the parts of a page are, by their names.
func boxesOf(p *page.Page) map[string][]image.Rectangle {
	all := make(map[string][]image.Rectangle)
	for _, b := range p.Boxes {
		all[b.Name] = append(all[b.Name], page.Round(b.Rect))
	}
	return all
}
