package build

import (
	"fmt"

	"golang.org/x/image/math/fixed"

	"gongkai/kiosk/page"
	"gongkai/kiosk/typeset"
)

// Clock is the time of day, with a line of text below it or at its left.
type Clock struct {
	Time  Pen
	Text  string      // usually the date; "": the time alone
	Pen   Pen         // of the text
	Inks  [2]page.Ink // of the time and of the text
	Gap   fixed.Int26_6
	Align typeset.Align // in Stack, of both
	Hang  float64       // em by which the time hangs left of the text
}

var weekdays = [...]string{"星期日", "星期一", "星期二", "星期三", "星期四", "星期五", "星期六"}

// ClockText returns the time: 09:41.
func (b *Draft) ClockText() string { return b.State.Now.Format("15:04") }

// DateText returns the date without its year: 3月12日　星期四.
func (b *Draft) DateText() string {
	t := b.State.Now
	return fmt.Sprintf("%d月%d日　%s", t.Month(), t.Day(), weekdays[t.Weekday()])
}

// FullDateText returns the date with its year: 2026年3月12日　星期四.
func (b *Draft) FullDateText() string {
	return fmt.Sprintf("%d年%s", b.State.Now.Year(), b.DateText())
}

// widths returns the widths of time and text.
func (c Clock) widths(b *Draft) (time, text fixed.Int26_6) {
	time = b.Setter.Width(c.Time.Span(b.ClockText()))
	if c.Text != "" {
		text = b.Setter.Width(c.Pen.Span(c.Text))
	}
	return time, text
}

// Stacked returns the width and height of what Stack paints.
func (c Clock) Stacked(b *Draft) (w, h fixed.Int26_6) {
	return c.stacked(c.widths(b))
}

// stacked returns the width and height of time and text of these widths, one below the other.
func (c Clock) stacked(time, text fixed.Int26_6) (w, h fixed.Int26_6) {
	if c.Text == "" {
		return time, c.Time.Line()
	}
	return max(time, text), c.Time.Line() + c.Gap + c.Pen.Line()
}

// Stack paints the time with its top at y, its text below it, both aligned between left and
// right, and returns the box of both.
func (c Clock) Stack(b *Draft, l *page.Layer, left, right, y fixed.Int26_6) fixed.Rectangle26_6 {
	time, text := c.widths(b)
	b.Label(l, b.ClockText(), c.Time, c.start(left, right, time)-page.Scale(c.Time.Size, c.Hang), y, c.Inks[0])
	if c.Text != "" {
		b.Label(l, c.Text, c.Pen, c.start(left, right, text), y+c.Time.Line()+c.Gap, c.Inks[1])
	}
	w, h := c.stacked(time, text)
	return page.Area(c.start(left, right, w), y, w, h)
}

// start returns where a line of width w begins between left and right.
func (c Clock) start(left, right, w fixed.Int26_6) fixed.Int26_6 {
	switch c.Align {
	case typeset.Center:
		return (left + right - w) / 2
	case typeset.End:
		return right - w
	}
	return left
}

// Beside paints the time, which ends at right, and its text at its left, both centred on mid,
// and returns the box of both, which is as high as the time.
func (c Clock) Beside(b *Draft, l *page.Layer, right, mid fixed.Int26_6) fixed.Rectangle26_6 {
	time, text := c.widths(b)
	x, y := right-time-c.Gap-text, mid-c.Time.Line()/2
	b.Label(l, b.ClockText(), c.Time, right-time, y, c.Inks[0])
	b.Label(l, c.Text, c.Pen, x, mid-c.Pen.Line()/2, c.Inks[1])
	return page.Area(x, y, right-x, c.Time.Line())
}

// Level paints the time, which ends at right, and its text at its left, on the baseline y.
func (c Clock) Level(b *Draft, l *page.Layer, right, y fixed.Int26_6) {
	time, text := c.widths(b)
	b.Write(l, right-time, y, c.Inks[:1], c.Time.Span(b.ClockText()))
	if c.Text != "" {
		b.Write(l, right-time-c.Gap-text, y, c.Inks[1:], c.Pen.Span(c.Text))
	}
}
