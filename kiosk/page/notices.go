package page

import (
	"fmt"
	"time"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/session"
	"gongkai/kiosk/typeset"
)

// notices paints the list of the notices that are on air (docs/design/README.md section 6.7). In low
// reach its rows are lower (section 10).
func (b *build) notices() {
	f := b.open(needs{day: true}, head{spine: b.iconSpine("notice", "公告"), sheet: b.noticesOnLeaf})
	if len(b.state.OnAir) == 0 {
		b.noNotices(f, f.main)
		return
	}
	c := &noticeList{rowList: rowList{build: b, l: b.scroller(f.main), look: noticeRows}, x: f.x, w: f.measure, least: b.px(noticeLeast), most: b.px(noticeMost)}
	if c.small = f.sheet(); c.small {
		c.least, c.most = b.px(112), b.px(160)
	}
	c.fill(f)
}

// noticesOnLeaf paints the title of the list on a leaf that is a sheet.
func (b *build) noticesOnLeaf(f *frame) {
	p := pen{face: fonts.SerifBlack, size: b.px(144), leading: 1.1, track: .04}
	b.lowTitle(f.spine, "公告", nil, p, f.x, f.main.Min.Y-b.px(64), f.measure, 1, 132)
}

// fill sets the portion of the list that the view has turned to.
func (c *noticeList) fill(f *frame) {
	all := c.state.OnAir
	part := c.portion(len(all))
	c.columns(all[part.from:part.to])
	bottom := c.set(f.main.Min.Y, f.main.Max.Y)
	c.close(f, c.l, bottom, overflow{view: f.main, unit: "条", below: c.below, after: len(all) - part.to, part: part})
}

// Rows share the height between these, u, and then scroll.
const noticeLeast, noticeMost = 160, 290

// noticeList is the list in the making, on layer l.
type noticeList struct {
	rowList
	x, w        fixed.Int26_6
	least, most fixed.Int26_6 // height of a row, its hairline included
	small       bool          // rows are those below a leaf that is a sheet
	abreast     bool          // 置顶 stands beside the title, not below it
	above       bool          // the date stands above the title, not beside it
	pad         fixed.Int26_6 // least room above and below a row's text, together
	day, month  pen
	title       pen
	date        fixed.Int26_6 // width of the dates' column
	rows        []noticeRow
}

// noticeRow is a row that is set and has no place yet.
type noticeRow struct {
	n     *catalogue.Notice
	title block
	text  fixed.Int26_6 // height of title and what stands below it
	need  fixed.Int26_6 // the least height of the row
}

// columns makes the rows: their dates' column as wide as the longest needs, titles in the rest.
func (c *noticeList) columns(notices []int) {
	c.day = pen{face: fonts.SerifBlack, size: c.pick(88, 80), leading: 1}
	c.title = pen{face: fonts.SerifBold, size: c.body(50), leading: 1.4}
	c.abreast, c.pad = c.landscape || c.small, c.px(20)
	if c.small {
		c.day.size, c.title.size, c.pad = c.px(60), c.body(44), c.px(24)
	}
	c.month = pen{face: fonts.SansMedium, size: c.labelled(28), leading: 1}
	c.date = max(c.pick(190, 240), c.build.set.Width(c.month.span("2026年12月"))+c.px(24))
	if c.above = !c.abreast && c.w-c.date-c.px(44+16) < aboveBelow*c.title.size; c.above {
		c.pad = c.px(36)
	}
	for _, i := range notices {
		c.rows = append(c.rows, c.row(&c.state.Catalogue.Notices[i]))
	}
}

// aboveBelow is how many characters of a title must have room beside the date; where fewer
// have, the date stands above it, as words would be parted.
const aboveBelow = 7

// rowLines is how many lines of a title a row shows: the whole of it is on its page.
const rowLines = 3

// row sets a notice's title aside.
func (c *noticeList) row(n *catalogue.Notice) noticeRow {
	room := c.w - c.px(44+16)
	if !c.above {
		room -= c.date
	}
	if c.abreast {
		room -= c.pick(0, 40)
		if w := c.tail(n); w > 0 {
			room -= c.px(24) + w
		}
	}
	begun := *n
	if begun.Title = beginning(n.Title, rowLines, room, c.title.size); begun.Title != n.Title {
		begun.Breaks = nil
	}
	par := c.noticeTitle(&begun, c.title, room)
	par.MaxLines = rowLines
	r := noticeRow{n: n, title: c.block(par, c.title, Black)}
	r.text = r.title.height()
	if c.above {
		r.text += c.day.line() + c.px(aboveGap)
	} else if c.tail(n) > 0 && !c.abreast {
		r.text += c.px(14) + c.under()
	}
	r.need = max(c.dateHeight(), r.text) + c.pad
	return r
}

// aboveGap is between the line of a date and the title below it, u.
const aboveGap = 8

// dateHeight returns the height of day and month beside a title.
func (c *noticeList) dateHeight() fixed.Int26_6 {
	if c.above {
		return 0
	}
	return c.day.line() + c.px(12) + c.month.line()
}

// under returns the height of the line of 置顶 below a title.
func (c *noticeList) under() fixed.Int26_6 { return max(c.px(43), c.pinPen().line()) }

func (c *noticeList) pinPen() pen {
	return pen{face: fonts.SansRegular, size: c.labelled(28), leading: 1.4}
}

// pinned returns the width of 置顶 with its icon.
func (c *noticeList) pinned() fixed.Int26_6 {
	return c.labelled(32) + c.px(8) + c.build.set.Width(c.pinPen().span("置顶"))
}

// set places the rows between top and end, and returns where the last one ends.
func (c *noticeList) set(top, end fixed.Int26_6) fixed.Int26_6 {
	n, y := len(c.rows), top
	h := c.share(end - top - c.hair()*fixed.Int26_6(n-1))
	for i := range c.rows {
		hair := c.hair()
		if i == n-1 {
			hair = 0
		}
		at := rect(c.x, y, c.w, max(min(h+hair, c.most), c.rows[i].need+hair))
		c.paint(&c.rows[i], at, hair > 0)
		y = at.Max.Y
	}
	c.box("list", rect(c.x, top, c.w, max(end, y)-top))
	return y
}

// share returns the height that every row has which needs no more than that, so that all together
// fill the room; within least and most.
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
	r := row{at: at, ruled: ruled, event: openNotice(n.n), next: chevron{right: c.px(44)}}
	body, _ := c.parts(r)
	mid := midOf(body)
	y := mid - max(c.dateHeight(), n.text)/2
	r.stack = column{x: c.date, fromTop: true, y: y - at.Min.Y, blocks: []block{n.title}}
	if c.above {
		r.stack.x, r.stack.y = 0, r.stack.y+c.day.line()+c.px(aboveGap)
		c.add(r)
		c.dateLine(n.n, y)
		return
	}
	r.lead = column{fromTop: true, y: r.stack.y, blocks: []block{
		c.labelBlock(fmt.Sprint(n.n.Date.Day()), c.day, Red),
		c.labelBlock(n.n.Date.Format("2006年1月"), c.month, Ink2).below(c.px(12))}}
	if c.small { // the title stands in the row's middle
		r.stack.fromTop = false
		y = mid - n.text/2
	}
	c.add(r)
	if h := n.title.height(); c.abreast {
		c.setTail(n.n, at.Max.X-c.px(44)-c.pick(16, 56)-c.tail(n.n), y+h/2)
	} else {
		c.setTail(n.n, c.x+c.date, y+h+c.px(14)+c.under()/2)
	}
}

// dateLine sets day, month and what is said of the notice in a line from y on.
func (c *noticeList) dateLine(n *catalogue.Notice, y fixed.Int26_6) {
	x, base := c.x, y+c.day.rise()
	for _, part := range []struct {
		text string
		pen  pen
		ink  Ink
	}{{fmt.Sprint(n.Date.Day()), c.day, Red}, {n.Date.Format("2006年1月"), c.month, Ink2}} {
		c.write(c.l, x, base, []Ink{part.ink}, part.pen.span(part.text))
		x += c.build.set.Width(part.pen.span(part.text)) + c.px(20)
	}
	c.setTail(n, x+c.px(12), base-times(c.month.size, .38)) // the middle of the month's characters
}

// tailGap parts 置顶 and a mark.
const tailGap = 14 // u

// tail returns the width of what stands behind a title, or below it: 置顶, and 〔新〕 or 〔改〕.
func (c *noticeList) tail(n *catalogue.Notice) (w fixed.Int26_6) {
	if n.Pinned {
		w = c.pinned()
	}
	if text, _ := c.news(n.Seen, time.Time{}); text != "" {
		if w > 0 {
			w += c.px(tailGap)
		}
		w += c.noticeMarkWidth()
	}
	return w
}

// setTail sets that from x on, about the middle y.
func (c *noticeList) setTail(n *catalogue.Notice, x, y fixed.Int26_6) {
	if n.Pinned {
		c.pin(x, y)
		x += c.pinned() + c.px(tailGap)
	}
	if text, _ := c.news(n.Seen, time.Time{}); text != "" {
		c.noticeMark(text, x, y)
	}
}

// pin sets 置顶 from x on, about the middle y.
func (c *noticeList) pin(x, y fixed.Int26_6) {
	p, side := c.pinPen(), c.labelled(32)
	c.l.icon("pin", x, y-side/2, side, Red)
	c.label(c.l, "置顶", p, x+side+c.px(8), y-p.line()/2, Red)
}

// noNotices fills the view where there is no notice, and leads to the catalogue.
func (b *build) noNotices(f *frame, view fixed.Rectangle26_6) {
	title := pen{face: fonts.SerifBlack, size: times(b.pick(64, 52), min(b.step, mostTitle)), leading: 1.35}
	text := pen{face: fonts.SansRegular, size: b.body(35), leading: 1.6}
	words := typeset.Paragraph{Spans: []typeset.Span{text.span("有新公告时会显示在这里。")}, Measure: f.measure}
	button := b.px(112)
	lines := fixed.Int26_6(len(b.set.Lines(words)))
	h := title.line() + b.px(16) + text.line()*lines + b.px(44) + button
	l := b.layer("body", view, Paper)
	y := (view.Min.Y + view.Max.Y - b.px(30) - h) / 2
	b.label(l, "暂无公告", title, f.x, y, Black)
	y += title.line() + b.px(16)
	_, h = b.para(l, words, text, f.x, y, Ink2)
	b.command(l, rect(f.x, y+h+b.px(44), b.px(406), button), command{word: "看政务公开目录", icon: "home", primary: true, event: session.GoHome{}})
}
