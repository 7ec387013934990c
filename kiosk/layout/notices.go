package layout

import (
	"fmt"
	"time"

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

// noticesScreen lays out the list of the notices on air (docs/design/README.md section 6.7). In low
// reach its rows are lower (section 10).
func noticesScreen(b *build.Draft) {
	f := frame.Open(b, frame.Needs{Day: true}, frame.Head{Spine: frame.IconSpine(b, "notice", "公告"), Sheet: func(f *frame.Frame) { noticesOnLeaf(b, f) }})
	if len(b.State.OnAir) == 0 {
		noNotices(b, f, f.Main)
		return
	}
	c := &noticeList{RowList: build.RowList{Draft: b, On: b.ScrollLayer(f.Main), Look: build.NoticeRows}, x: f.X, w: f.Measure, least: b.Px(noticeLeast), most: b.Px(noticeMost)}
	if c.small = f.IsSheet(); c.small {
		c.least, c.most = b.Px(112), b.Px(160)
	}
	c.fill(f)
}

// noticesOnLeaf paints the list's title on a leaf that is a sheet.
func noticesOnLeaf(b *build.Draft, f *frame.Frame) {
	p := build.Pen{Face: fonts.SerifBlack, Size: b.Type(144), Leading: 1.1, Track: .04}
	frame.LeafTitle(b, f.Spine, "公告", nil, p, f.X, f.Main.Min.Y-b.Px(64), f.Measure, 1, 132)
}

// fill sets the portion of the list that the view is turned to.
func (c *noticeList) fill(f *frame.Frame) {
	all := c.State.OnAir
	part := frame.PortionOf(c.RowList.Draft, len(all))
	c.columns(all[part.From:part.To])
	bottom := c.set(f.Main.Min.Y, f.Main.Max.Y)
	frame.Close(c.RowList.Draft, f, c.On, bottom, frame.Overflow{View: f.Main, Unit: "条", Below: c.Below, After: len(all) - part.To, Part: part, Rows: c.tops})
}

// Rows of these heights share the viewport, u, or scroll.
const noticeLeast, noticeMost = 160, 290

// noticeList builds the list of notices.
type noticeList struct {
	build.RowList
	x, w        fixed.Int26_6
	least, most fixed.Int26_6 // height of a row, its hairline included
	small       bool          // the rows stand below a leaf that is a sheet
	pinBeside   bool          // 置顶 stands beside the title, not below it
	dateAbove   bool          // the date stands above the title, not beside it
	pad         fixed.Int26_6 // least padding above and below a row's text, together
	day, month  build.Pen
	title       build.Pen
	date        fixed.Int26_6 // width of the dates' column
	rows        []noticeRow
	tops        []fixed.Int26_6 // of the rows
}

// noticeRow is a row that is set but not placed.
type noticeRow struct {
	n     *catalogue.Notice
	title build.Block
	text  fixed.Int26_6 // height of the title and the line below it
	need  fixed.Int26_6 // the least height of the row
}

// columns sets the rows, with a column of dates as wide as the longest needs.
func (c *noticeList) columns(notices []int) {
	c.day = build.Pen{Face: fonts.SerifBlack, Size: c.PickType(88, 80), Leading: 1}
	c.title = build.Pen{Face: fonts.SerifBold, Size: c.BodySize(50), Leading: 1.4}
	c.pinBeside, c.pad = c.Landscape || c.small, c.Px(20)
	if c.small {
		c.day.Size, c.title.Size, c.pad = c.Type(60), c.BodySize(44), c.Px(24)
	}
	c.month = build.Pen{Face: fonts.SansMedium, Size: c.LabelSize(28), Leading: 1}
	c.date = max(c.Pick(190, 240), c.Draft.Setter.Width(c.month.Span("2026年12月"))+c.Px(38))
	if c.dateAbove = !c.pinBeside && c.w-c.date-c.Px(44+16) < leastBeside*c.title.Size; c.dateAbove {
		c.pad = c.Px(36)
	}
	for _, i := range notices {
		c.rows = append(c.rows, c.row(&c.State.Catalogue.Notices[i]))
	}
}

// leastBeside is the number of characters of a title that must fit beside the date. If fewer do, the
// date stands above the title, as words would be split.
const leastBeside = 7

// row sets a notice's row.
func (c *noticeList) row(n *catalogue.Notice) noticeRow {
	room := c.w - c.Px(44+16)
	if !c.dateAbove {
		room -= c.date
	}
	if c.pinBeside {
		room -= c.Pick(0, 40)
		if w := c.tail(n); w > 0 {
			room -= c.Px(24) + w
		}
	}
	begun := *n
	if begun.Title = build.Beginning(n.Title, mostTitleLines, room, c.title.Size); begun.Title != n.Title {
		begun.Breaks = nil
	}
	par := noticeTitle(c.RowList.Draft, &begun, c.title, room)
	par.MaxLines = mostTitleLines
	r := noticeRow{n: n, title: c.Block(par, c.title, page.Black)}
	r.text = r.title.Height()
	if c.dateAbove {
		r.text += c.day.Line() + c.Px(aboveGap)
	} else if c.tail(n) > 0 && !c.pinBeside {
		r.text += c.Px(14) + c.pinLine()
	}
	r.need = max(c.dateHeight(), r.text) + c.pad
	return r
}

// aboveGap is the gap between a date and the title below it, u.
const aboveGap = 8

// dateHeight returns the height of day and month beside a title, 0 if they stand above it.
func (c *noticeList) dateHeight() fixed.Int26_6 {
	if c.dateAbove {
		return 0
	}
	return c.day.Line() + c.Px(12) + c.month.Line()
}

// pinLine returns the height of the line of 置顶 below a title.
func (c *noticeList) pinLine() fixed.Int26_6 { return max(c.Px(43), c.pinPen().Line()) }

func (c *noticeList) pinPen() build.Pen {
	return build.Pen{Face: fonts.SansRegular, Size: c.LabelSize(28), Leading: 1.4}
}

// pinned returns the width of 置顶 with its icon.
func (c *noticeList) pinned() fixed.Int26_6 {
	return c.LabelSize(32) + c.Px(8) + c.Draft.Setter.Width(c.pinPen().Span("置顶"))
}

// set places the rows from top on, and returns their lower end.
func (c *noticeList) set(top, end fixed.Int26_6) fixed.Int26_6 {
	n, y := len(c.rows), top
	h := c.share(end - top - c.Hair()*fixed.Int26_6(n-1))
	for i := range c.rows {
		hair := c.Hair()
		if i == n-1 {
			hair = 0
		}
		at := page.Area(c.x, y, c.w, max(min(h+hair, c.most), c.rows[i].need+hair))
		c.tops = append(c.tops, y)
		c.paint(&c.rows[i], at, hair > 0)
		y = at.Max.Y
	}
	c.Box("list", page.Area(c.x, top, c.w, max(end, y)-top))
	return y
}

// share returns the height, from least to most, of the rows that need no more, so that all rows
// together fill the room.
func (c *noticeList) share(room fixed.Int26_6) fixed.Int26_6 {
	h := room / fixed.Int26_6(len(c.rows))
	for {
		left, n := room, 0
		for _, r := range c.rows {
			if r.need > h {
				left -= r.need
			} else {
				n++
			}
		}
		if n == 0 || left/fixed.Int26_6(n) >= h {
			return min(max(h, c.least), c.most)
		}
		h = left / fixed.Int26_6(n)
	}
}

// paint adds a row.
func (c *noticeList) paint(n *noticeRow, at fixed.Rectangle26_6, ruled bool) {
	r := build.Row{At: at, Ruled: ruled, Event: build.OpenNotice(n.n), Next: build.Chevron{Right: c.Px(44)}}
	body, _ := c.Parts(r)
	mid := build.MidOf(body)
	y := mid - max(c.dateHeight(), n.text)/2
	r.Stack = build.Column{X: c.date, FromTop: true, Y: y - at.Min.Y, Blocks: []build.Block{n.title}}
	if c.dateAbove {
		r.Stack.X, r.Stack.Y = 0, r.Stack.Y+c.day.Line()+c.Px(aboveGap)
		c.Add(r)
		c.dateLine(n.n, y)
		return
	}
	r.Lead = build.Column{FromTop: true, Y: r.Stack.Y, Blocks: []build.Block{
		c.LabelBlock(fmt.Sprint(n.n.Date.Day()), c.day, page.Red),
		c.LabelBlock(n.n.Date.Format("2006年1月"), c.month, page.Ink2).Below(c.Px(12))}}
	if c.small { // the title stands in the row's middle
		r.Stack.FromTop = false
		y = mid - n.text/2
	}
	c.Add(r)
	if h := n.title.Height(); c.pinBeside {
		c.setTail(n.n, at.Max.X-c.Px(44)-c.Pick(16, 56)-c.tail(n.n), y+h/2)
	} else {
		c.setTail(n.n, c.x+c.date, y+h+c.Px(14)+c.pinLine()/2)
	}
}

// dateLine sets day, month and tail in a line with its top at y.
func (c *noticeList) dateLine(n *catalogue.Notice, y fixed.Int26_6) {
	x, base := c.x, y+c.day.Rise()
	for _, part := range []struct {
		text string
		pen  build.Pen
		ink  page.Ink
	}{{fmt.Sprint(n.Date.Day()), c.day, page.Red}, {n.Date.Format("2006年1月"), c.month, page.Ink2}} {
		c.Write(c.On, x, base, []page.Ink{part.ink}, part.pen.Span(part.text))
		x += c.Draft.Setter.Width(part.pen.Span(part.text)) + c.Px(20)
	}
	c.setTail(n, x+c.Px(12), base-page.Scale(c.month.Size, .38)) // the middle of the month's characters
}

// tailGap is the gap between the parts of a tail, u.
const tailGap = 14

// tailPart is a part of a title's tail.
type tailPart struct {
	width fixed.Int26_6
	paint func(x, y fixed.Int26_6) // from x on, centred on y
}

// tailOf returns what stands after or below a title: 紧急, 置顶, and 〔新〕 or 〔改〕.
func (c *noticeList) tailOf(n *catalogue.Notice) (parts []tailPart) {
	b := c.RowList.Draft
	if isUrgent(b, n) {
		tag := urgentTagOf(b)
		parts = append(parts, tailPart{tag.width(b), func(x, y fixed.Int26_6) { tag.paint(b, c.On, x, y) }})
	}
	if n.Pinned {
		parts = append(parts, tailPart{c.pinned(), c.pin})
	}
	if text, _ := record.MarkOf(b, n.Seen, time.Time{}); text != "" {
		parts = append(parts, tailPart{noticeMarkWidth(b), func(x, y fixed.Int26_6) { c.noticeMark(text, x, y) }})
	}
	return parts
}

// tail returns the width of a title's tail.
func (c *noticeList) tail(n *catalogue.Notice) (w fixed.Int26_6) {
	for i, part := range c.tailOf(n) {
		if i > 0 {
			w += c.Px(tailGap)
		}
		w += part.width
	}
	return w
}

// setTail sets the tail from x on, centred on y.
func (c *noticeList) setTail(n *catalogue.Notice, x, y fixed.Int26_6) {
	for _, part := range c.tailOf(n) {
		part.paint(x, y)
		x += part.width + c.Px(tailGap)
	}
}

// pin sets 置顶 from x on, centred on y.
func (c *noticeList) pin(x, y fixed.Int26_6) {
	p, side := c.pinPen(), c.LabelSize(32)
	c.On.Icon("pin", x, y-side/2, side, page.Red)
	c.Label(c.On, "置顶", p, x+side+c.Px(8), y-p.Line()/2, page.Red)
}

// noNotices fills the view without any notice, with a button that leads to the catalogue.
func noNotices(b *build.Draft, f *frame.Frame, view fixed.Rectangle26_6) {
	title := build.Pen{Face: fonts.SerifBlack, Size: page.Scale(b.Type(60), min(b.Step, build.MostTitle)), Leading: 1.35}
	text := build.Pen{Face: fonts.SansRegular, Size: b.BodySize(35), Leading: 1.6}
	words := typeset.Paragraph{Spans: []typeset.Span{text.Span("有新公告时会显示在这里。")}, Measure: f.Measure}
	button := b.Px(112)
	lines := fixed.Int26_6(len(b.Setter.Lines(words)))
	h := title.Line() + b.Px(16) + text.Line()*lines + b.Px(44) + button
	l := b.Layer("body", view, page.Paper)
	y := (view.Min.Y + view.Max.Y - b.Px(30) - h) / 2
	b.Label(l, "暂无公告", title, f.X, y, page.Black)
	y += title.Line() + b.Px(16)
	_, h = b.Paragraph(l, words, text, f.X, y, page.Ink2)
	open := build.Command{Word: "看政务公开目录", Icon: "home", Primary: true, Event: session.GoHome{}}
	b.PaintCommand(l, page.Area(f.X, y+h+b.Px(44), min(max(b.Px(406), b.CommandWidth(open)), f.Measure), button), open)
}
