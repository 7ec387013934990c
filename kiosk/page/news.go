package page

import (
	"time"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/catalogue"
)

// news returns the mark of an item or a notice, "" for none: while the clock is unknown nothing is new.
func (b *build) news(seen catalogue.Seen, updated time.Time) (mark string, day time.Time) {
	if !b.state.Clock {
		return "", time.Time{}
	}
	return catalogue.News(seen, updated, b.state.Now)
}

// noticePen returns the mark's style in the list of notices.
func (b *build) noticePen() pen { return pen{face: fonts.SerifBlack, size: b.labelled(30), leading: 1} }

// noticeMarkWidth returns that of a mark, its brackets half as wide as a character.
func (b *build) noticeMarkWidth() fixed.Int26_6 { return 2 * b.noticePen().size }

// noticeMark sets a mark from x on, about the middle y.
func (c *noticeList) noticeMark(text string, x, y fixed.Int26_6) {
	p := c.noticePen()
	c.box("mark", rect(x+p.size/2, y-p.size/2, times(p.size, 1.5), p.size)) // the design's box leaves the first bracket out
	c.label(c.l, "〔"+text+"〕", p, x, y-p.line()/2, Red)
}
