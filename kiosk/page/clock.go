package page

import (
	"fmt"

	"golang.org/x/image/math/fixed"

	"gongkai/kiosk/typeset"
)

// clock is the time of day, with a line of text below it or at its left.
type clock struct {
	time  pen
	text  string // mostly the date; "": the time alone
	pen   pen    // of the text
	inks  [2]Ink // of the time and of the text
	gap   fixed.Int26_6
	align typeset.Align // of both, where one is below the other
	hang  float64       // em by which the time begins left of the text
}

var weekdays = [...]string{"星期日", "星期一", "星期二", "星期三", "星期四", "星期五", "星期六"}

// minute returns the time as every clock has it: 09:41.
func (b *build) minute() string { return b.state.Now.Format("15:04") }

// day returns the date without its year: 3月12日　星期四.
func (b *build) day() string {
	t := b.state.Now
	return fmt.Sprintf("%d月%d日　%s", t.Month(), t.Day(), weekdays[t.Weekday()])
}

// fullDay returns the date with its year: 2026年3月12日　星期四.
func (b *build) fullDay() string { return fmt.Sprintf("%d年%s", b.state.Now.Year(), b.day()) }

// widths returns the widths of time and text.
func (c clock) widths(b *build) (time, text fixed.Int26_6) {
	time = b.set.Width(c.time.span(b.minute()))
	if c.text != "" {
		text = b.set.Width(c.pen.span(c.text))
	}
	return time, text
}

// stacked returns the width and height of the time with its text below it.
func (c clock) stacked(b *build) (w, h fixed.Int26_6) {
	time, text := c.widths(b)
	if c.text == "" {
		return time, c.time.line()
	}
	return max(time, text), c.time.line() + c.gap + c.pen.line()
}

// stack paints the time with its top at y, aligned between left and right, and its text below
// it. It returns the box of both.
func (c clock) stack(b *build, l *Layer, left, right, y fixed.Int26_6) fixed.Rectangle26_6 {
	time, text := c.widths(b)
	b.label(l, b.minute(), c.time, c.start(left, right, time)-times(c.time.size, c.hang), y, c.inks[0])
	if c.text != "" {
		b.label(l, c.text, c.pen, c.start(left, right, text), y+c.time.line()+c.gap, c.inks[1])
	}
	w, h := c.stacked(b)
	return rect(c.start(left, right, w), y, w, h)
}

// start returns where a line of width w begins between left and right.
func (c clock) start(left, right, w fixed.Int26_6) fixed.Int26_6 {
	switch c.align {
	case typeset.Center:
		return (left + right - w) / 2
	case typeset.End:
		return right - w
	}
	return left
}

// beside paints the time, which ends at right, and its text at its left, the middle of each at
// mid. It returns the box of both, which is as high as the time.
func (c clock) beside(b *build, l *Layer, right, mid fixed.Int26_6) fixed.Rectangle26_6 {
	time, text := c.widths(b)
	x, y := right-time-c.gap-text, mid-c.time.line()/2
	b.label(l, b.minute(), c.time, right-time, y, c.inks[0])
	b.label(l, c.text, c.pen, x, mid-c.pen.line()/2, c.inks[1])
	return rect(x, y, right-x, c.time.line())
}

// level paints the time, which ends at right, and its text at its left, on one baseline.
func (c clock) level(b *build, l *Layer, right, y fixed.Int26_6) {
	time, text := c.widths(b)
	b.write(l, right-time, y, c.inks[:1], c.time.span(b.minute()))
	if c.text != "" {
		b.write(l, right-time-c.gap-text, y, c.inks[1:], c.pen.span(c.text))
	}
}
