package main

import (
	"image"
	"testing"
	"time"

	"gongkai/content"
	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/layout/week"
	"gongkai/kiosk/page"
	"gongkai/kiosk/pdf"
	"gongkai/kiosk/session"
	"gongkai/kiosk/store"
	"gongkai/kiosk/typeset"
)

// TestWeekParts: on each sheet of a week every text between the days' heads and the last notice has a cell of the table, and
// every notice a row.
func TestWeekParts(t *testing.T) {
	c := *store.ReadFS(content.FS).Catalogue
	now := time.Date(2026, 3, 12, 9, 41, 0, 0, time.UTC)
	for n := range 9 {
		day := now.AddDate(0, 0, n-3).Truncate(24 * time.Hour)
		c.Notices = append(c.Notices, catalogue.Notice{File: string(rune('a'+n)) + ".toml", Title: "示例公告", Date: day, Publish: day, Expire: day.Add(36 * time.Hour), Body: "示例"})
	}
	st := session.Step(session.Start(now, true), now, session.Content{Catalogue: &c})
	w := week.Of(st, week.Monday(now), image.Pt(1080, 1920))
	for i := range w.Slides {
		size := week.PictureSize(image.Pt(1080, 1920), false)
		w.Slides[i].Picture.Width, w.Slides[i].Picture.Height = size.X, size.Y
	}
	papers := week.Papers(w, page.ThemeOf(st), typeset.New())
	if len(papers) < 2 || len(w.Rows) < 7 {
		t.Fatalf("%d sheets of %d notices", len(papers), len(w.Rows))
	}
	rows := 0
	for i, p := range papers {
		parts := weekParts(p)
		table := parts[1]
		rows += len(table.Kids) - 1
		if header := table.Kids[0]; len(header.Kids) != 8 || parts[0].Kind != "H1" || table.Kind != "Table" {
			t.Errorf("sheet %d: %+v", i, parts)
		}
		for _, l := range p.Layers {
			for _, it := range l.Items {
				text, ok := it.(*page.Text)
				if !ok {
					continue
				}
				if at := image.Pt(text.X, text.Y); at.In(table.Rect) && cellsAt(table, at) != 1 {
					t.Errorf("sheet %d: %q lies in %d cells", i, text.Spans[0].Text, cellsAt(table, at))
				}
			}
		}
	}
	if want := len(w.Rows) + 1; rows != want {
		t.Errorf("%d rows below the days, want %d", rows, want)
	}
}

// cellsAt returns how many cells of a table a point lies in.
func cellsAt(table pdf.Part, at image.Point) (n int) {
	for _, row := range table.Kids {
		for _, cell := range row.Kids {
			if at.In(row.Rect) && at.In(cell.Rect) {
				n++
			}
		}
	}
	return n
}
