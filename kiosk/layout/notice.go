package layout

import (
	"fmt"
	"unicode/utf8"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/layout/frame"
	"gongkai/kiosk/layout/record"
	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
	"gongkai/kiosk/typeset"
)

// noticeScreen lays out a notice's page (docs/design/README.md section 6.7). In portrait its
// pictures stand above the text, in landscape beside it; without a text they have the whole width.
func noticeScreen(b *build.Draft) {
	at, _ := session.FindNotice(b.State, b.View.Notice)
	n := &b.State.Catalogue.Notices[b.State.OnAir[at]]
	f := frame.Open(b, frame.Needs{Turn: true, Head: noticeLowHead(b, n, at)}, frame.Head{Spine: frame.IconSpine(b, "notice", "公告")})
	l := b.ScrollLayer(f.Main)
	c := &record.Flow{Draft: b, On: l, X: f.X, W: f.Measure, Y: f.Main.Min.Y}
	o := frame.Overflow{Turn: func() { frame.TurnTo(b, f, "条", noticeNeighbour(b, at-1), noticeNeighbour(b, at+1)) }}
	pictured := build.ShownImages(n.Images) > 0
	var rail fixed.Rectangle26_6
	switch {
	case f.IsSheet():
		noticeBelowLeaf(c, f, n)
	case b.Landscape && pictured && (n.Body != "" || n.HasEvent()):
		rail = beside(c, f, n, at)
		if c.Y <= f.Main.Max.Y {
			o.View = page.Area(rail.Min.X+b.Px(2), f.Main.Min.Y, rail.Max.X-rail.Min.X-b.Px(2), f.Main.Max.Y-f.Main.Min.Y)
		}
		o.Rail = rail.Max.Y - c.Y
		c.Y = max(c.Y, rail.Max.Y)
	default:
		if b.Landscape && !pictured {
			c.W = min(c.W, readMeasure(b))
		}
		noticeColumn(c, f, n, at)
	}
	frame.Close(b, f, l, c.Y, o)
	noticeBoxes(c, f, rail, fixed.I(l.Bounds.Max.Y))
}

// noticeBoxes records the boxes of a page's columns, of which those of landscape end where the page does.
func noticeBoxes(c *record.Flow, f *frame.Frame, rail fixed.Rectangle26_6, end fixed.Int26_6) {
	switch top := f.Main.Min.Y; {
	case f.IsSheet() || !c.Landscape:
		c.Box("flow", page.Area(c.X, top, c.W, f.Main.Max.Y-top))
	default:
		c.Box("read", page.Area(c.X, top, c.W, end-top))
		if !rail.Empty() {
			c.Box("rail", page.Area(rail.Min.X, top, rail.Max.X-rail.Min.X, end-top))
		}
	}
}

// readMeasure returns the measure of a text that stands alone in landscape: 40 characters, or all of a screen from 2:1 on,
// where it stands in columns.
func readMeasure(b *build.Draft) fixed.Int26_6 {
	if b.W >= 2*b.H {
		return b.W
	}
	return b.Px(1488)
}

// noticeColumn sets head, event line, pictures and text one below the other.
func noticeColumn(c *record.Flow, f *frame.Frame, n *catalogue.Notice, at int) {
	title := noticeHead(c, n, at)
	noticeText{n: n, pictured: true}.grow(c, title, f.Main.Max.Y).set(c)
}

// noticeLowHead returns the head of a notice on a leaf that is a sheet.
func noticeLowHead(b *build.Draft, n *catalogue.Notice, at int) *frame.LowHead {
	over := fmt.Sprintf("%s　第%d条　共%d条", catalogue.LongDate(n.Date), at+1, len(b.State.OnAir))
	if isUrgent(b, n) {
		over = "紧急　" + over
	}
	body := noticeText{n: n, grown: 1}.look(&record.Flow{Draft: b, W: b.W - 2*b.Px(frame.LowSide)}).Pen
	return &frame.LowHead{Over: over, Title: n.Title, Breaks: n.Breaks, Least: page.Scale(body.Size, belowTitleText)}
}

// noticeBelowLeaf sets event line, pictures and text below a leaf with the title.
func noticeBelowLeaf(c *record.Flow, f *frame.Frame, n *catalogue.Notice) {
	c.Y += c.Px(24)
	noticeText{n: n, pictured: true}.grow(c, c.Px(76), f.Main.Max.Y).set(c)
}

// noticeNeighbour returns the page of the notice at an index of those on air, nil outside them.
func noticeNeighbour(b *build.Draft, at int) *frame.Neighbour {
	if at < 0 || at >= len(b.State.OnAir) {
		return nil
	}
	n := &b.State.Catalogue.Notices[b.State.OnAir[at]]
	const line = 9 // characters in a line of the strip
	return &frame.Neighbour{Title: n.Title, Breaks: build.MergeBreaks(n.Breaks, utf8.RuneCountInString(n.Title), line), At: build.OpenNotice(n).Screen}
}

// beside sets text at the left and pictures in a rail at the right, and returns the rail.
func beside(c *record.Flow, f *frame.Frame, n *catalogue.Notice, at int) fixed.Rectangle26_6 {
	width, gap := c.Px(660), c.Px(56)
	if c.Narrow() {
		width, gap = c.Px(500), c.Px(48)
	}
	rail := *c
	rail.X, rail.W, rail.Y = c.X+c.W-width, width, c.Y+c.Px(10)
	rail.On = c.RailLayer(rail.X)
	c.W -= width + gap
	title := noticeHead(c, n, at)
	noticeText{n: n}.grow(c, title, f.Main.Max.Y).set(c)
	rail.Pictures(n.Images, c.Px(32), width)
	return page.Area(rail.X, f.Main.Min.Y, width, rail.Y-f.Main.Min.Y)
}

// noticeHead sets the date and the notice's place, the title and 文武线, and returns the title's size.
func noticeHead(c *record.Flow, n *catalogue.Notice, at int) (title fixed.Int26_6) {
	end := c.Begin("head")
	c.Y += c.Pick(2, 0)
	noticeEyebrow(c, n, at)
	c.Y += c.Pick(12, 6)
	title = noticeHeading(c, n)
	c.Y += c.Pick(30, 24)
	end()
	c.Y = c.DoubleRule(c.On, c.X, c.Y, c.W)
	c.Y += c.Pick(32, 24)
	return title
}

// noticeEyebrow sets the date and the notice's place among those on air.
func noticeEyebrow(c *record.Flow, n *catalogue.Notice, at int) {
	label := build.Pen{Face: fonts.SansMedium, Size: c.LabelSize(28), Leading: 1.3, Track: .06}
	h := max(c.Px(43), label.Line())
	c.Box("eyebrow", page.Area(c.X, c.Y, c.W, h))
	y := c.Y + (h-label.Line())/2
	_, w := c.Label(c.On, catalogue.LongDate(n.Date), label, c.X, y, page.Ink2)
	place := c.Place(at+1, len(c.State.OnAir), "条")
	tall, rise := place.Line()
	x := c.X + w + c.Px(16)
	if x+place.Width(c.Draft) > c.X+c.W { // on a panel that is far
		x, c.Y = c.X, c.Y+h
	}
	place.Paint(c.Draft, c.On, x, c.Y+(h-tall)/2+rise)
	if isUrgent(c.Draft, n) {
		urgentTagOf(c.Draft).paint(c.Draft, c.On, x+place.Width(c.Draft)+c.Px(16), c.Y+h/2)
	}
	c.Y += h
}

// noticeHeading sets the title. None is truncated: one that needs more than three lines is set
// smaller, but never as small as the text under it. It returns the title's size.
func noticeHeading(c *record.Flow, n *catalogue.Notice) fixed.Int26_6 {
	least := max(c.TitleSize(36), page.Scale(underNoticeTitle(c, n), belowTitle))
	p := noticeTitlePen(c, n.Title)
	p.Size = max(p.Size, least)
	return c.AddHung(least, p, func(p build.Pen, measure fixed.Int26_6) typeset.Paragraph {
		return noticeTitle(c.Draft, n, p, measure)
	})
}

// underNoticeTitle returns the size of the largest text under a notice's title.
func underNoticeTitle(c *record.Flow, n *catalogue.Notice) (size fixed.Int26_6) {
	t := noticeText{n: n, grown: 1}
	if n.HasEvent() {
		size = t.eventPen(c).Size
	}
	if n.Body != "" {
		size = max(size, t.look(c.Column(c.ColumnsFor(c.PickBodySize(36.8, 37.2)))).Pen.Size)
	}
	return size
}

// noticeTitlePen returns the title's style by its length: an item's, but twelve characters are as
// large as eleven.
func noticeTitlePen(c *record.Flow, text string) build.Pen { return c.TitlePen(text, 12) }

// noticeTitle returns a title broken at as few of the file's breaks as suffice, or else at phrases.
func noticeTitle(b *build.Draft, n *catalogue.Notice, p build.Pen, measure fixed.Int26_6) typeset.Paragraph {
	line := int(measure / max(1, page.Scale(p.Size, 1+p.Track)))
	return b.Phrased(n.Title, build.MergeBreaks(n.Breaks, utf8.RuneCountInString(n.Title), line), p, measure)
}
