package page

import (
	"time"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/catalogue"
)

// markDays is for how many days 〔新〕 and 〔改〕 stand, the first one counted.
const markDays = 14

// news is what the mark of an item or a notice says, and the day that it tells of: 新 from the first
// appearance on, else 改 from the last change, which the file itself may date (updated); "" for
// neither. While the clock is unknown nothing is said to be new.
func (b *build) news(seen catalogue.Seen, updated time.Time) (text string, day time.Time) {
	if !b.state.Clock {
		return "", time.Time{}
	}
	if b.recent(seen.Appeared) {
		return "新", seen.Appeared
	}
	day = updated
	if !b.recent(day) || b.recent(seen.Changed) && seen.Changed.After(day) {
		day = seen.Changed
	}
	if !b.recent(day) {
		return "", time.Time{}
	}
	return "改", day
}

// recent says whether a mark that tells of a day still stands.
func (b *build) recent(day time.Time) bool {
	y, m, d := b.state.Now.Date()
	age := time.Date(y, m, d, 0, 0, 0, 0, time.UTC).Sub(day)
	return !day.IsZero() && age >= 0 && age < markDays*24*time.Hour
}

// noticePen is the mark's style in the list of notices.
func (b *build) noticePen() pen { return pen{face: fonts.SerifBlack, size: b.labelled(30), leading: 1} }

// noticeMarkWidth is that of a mark, its brackets half as wide as a character.
func (b *build) noticeMarkWidth() fixed.Int26_6 { return 2 * b.noticePen().size }

// noticeMark sets a mark from x on, about the middle y.
func (c *noticeList) noticeMark(text string, x, y fixed.Int26_6) {
	p := c.noticePen()
	c.box("mark", rect(x+p.size/2, y-p.size/2, times(p.size, 1.5), p.size)) // the design's box leaves the first bracket out
	c.label(c.l, "〔"+text+"〕", p, x, y-p.line()/2, Red)
}
