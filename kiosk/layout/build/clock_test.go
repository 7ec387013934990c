package build

import (
	"image"
	"testing"
	"time"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/layout/sample"
	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
	"gongkai/kiosk/typeset"
)

// A clock's lines keep to its side, and within the box that it returns.
func TestClockAlign(t *testing.T) {
	b := &Draft{Grid: page.NewGrid(image.Pt(1080, 1920)), Setter: typeset.New(), State: session.State{Now: sample.Noon}}
	for align, at := range map[typeset.Align]int{typeset.Start: 100, typeset.Center: 350, typeset.End: 600} {
		c := Clock{
			Time: Pen{Face: fonts.SansRegular, Size: fixed.I(40), Leading: 1}, Text: "公开事项", Gap: fixed.I(10),
			Pen: Pen{Face: fonts.SansRegular, Size: fixed.I(100), Leading: 1}, Align: align,
		}
		l := &page.Layer{}
		box := c.Stack(b, l, fixed.I(100), fixed.I(1000), fixed.I(20))
		time, text := l.Items[0].(*page.Text), l.Items[1].(*page.Text)
		w := Width(time.Lines).Round()
		if want := [3]int{at, 400, 150}; [3]int{box.Min.X.Round(), (box.Max.X - box.Min.X).Round(), (box.Max.Y - box.Min.Y).Round()} != want {
			t.Errorf("align %d: box %v, want x, width and height %v", align, box, want)
		}
		if text.X != at {
			t.Errorf("align %d: text at %d, want %d", align, text.X, at)
		}
		if want := map[typeset.Align]int{typeset.Start: 100, typeset.Center: 550 - w/2, typeset.End: 1000 - w}[align]; time.X < want-1 || time.X > want+1 {
			t.Errorf("align %d: time at %d, want %d", align, time.X, want)
		}
		if time.Y >= text.Y {
			t.Errorf("align %d: the text is not below the time", align)
		}
	}
}

// TestDateText: months and days have no leading zero, and hours have.
func TestDateText(t *testing.T) {
	for _, c := range []struct{ day, clock, date string }{
		{"2026-03-12 09:41", "09:41", "3月12日　星期四"},
		{"2024-02-29 00:00", "00:00", "2月29日　星期四"},
		{"2025-12-07 23:59", "23:59", "12月7日　星期日"},
	} {
		now, err := time.Parse("2006-01-02 15:04", c.day)
		if err != nil {
			t.Fatal(err)
		}
		b := &Draft{State: session.State{Now: now}}
		if b.ClockText() != c.clock || b.DateText() != c.date || b.FullDateText() != c.day[:4]+"年"+c.date {
			t.Errorf("%s: %s, %s, %s", c.day, b.ClockText(), b.DateText(), b.FullDateText())
		}
	}
}

// TestClockBeside: beside each other time and text end and begin at the gap, on one middle or on one
// baseline.
func TestClockBeside(t *testing.T) {
	b := draft(1080, 1920, session.State{Now: sample.Noon})
	c := Clock{Time: plain(60), Text: "公开", Pen: plain(30), Gap: fixed.I(20)}
	width := b.Setter.Width(c.Time.Span("09:41")).Round()
	for _, level := range []bool{false, true} {
		l := &page.Layer{}
		if level {
			c.Level(b, l, fixed.I(1000), fixed.I(200))
		} else if box := c.Beside(b, l, fixed.I(1000), fixed.I(200)); page.Round(box) != image.Rect(1000-width-80, 170, 1000, 230) {
			t.Errorf("box %v", box)
		}
		items := [2]*page.Text{}
		for _, it := range l.Items {
			if text := it.(*page.Text); text.Spans[0].Text == c.Text {
				items[1] = text
			} else {
				items[0] = text
			}
		}
		if items[0].X != 1000-width || items[1].X != 1000-width-80 {
			t.Errorf("level %v: time at %d, text at %d, the time %d wide", level, items[0].X, items[1].X, width)
		}
		if same := items[0].Y == items[1].Y; same != level || level && items[0].Y != 200 {
			t.Errorf("level %v: baselines %d and %d", level, items[0].Y, items[1].Y)
		}
	}
}
