package week

import (
	"fmt"
	"image"
	"image/color"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
	"gongkai/kiosk/typeset"
)

// Size is the size of a sheet of A4 on its side, px.
var Size = image.Pt(2480, 1754)

// The measures of the design's sheet, px (docs/design/README.md section 6.10).
const (
	side        = 118 // the leaf
	left, right = 190, 2402
	label       = 470 // the column of names
	columns     = left + label
	firstRows   = 6 // notices on the first sheet
	moreRows    = 7 // and on the others, which have no slides
	rowHeight   = 158
	footTop     = 1576
	footEnd     = 1700
)

// paper is a sheet while it is laid out.
type paper struct {
	*build.Draft
	Week
	l      *page.Layer
	number int // of the sheet, from 1
	of     int
	y      fixed.Int26_6 // where the next part begins
}

// Papers lays out the sheets of a week in an accent's colours, with small pictures where the week names them.
func Papers(w Week, theme *page.Theme, set *typeset.Setter) []*page.Page {
	onPaper := *theme
	onPaper[page.Paper] = color.RGBA{255, 255, 255, 255}
	of := 1 + (max(0, len(w.Rows)-firstRows)+moreRows-1)/moreRows
	var all []*page.Page
	rows := w.Rows
	for number := 1; number <= of; number++ {
		most := moreRows
		if number == 1 {
			most = firstRows
		}
		p := newPaper(w, &onPaper, set)
		p.number, p.of = number, of
		p.lay(rows[:min(len(rows), most)])
		rows = rows[min(len(rows), most):]
		p.Seal()
		all = append(all, p.Page)
	}
	return all
}

func newPaper(w Week, theme *page.Theme, set *typeset.Setter) *paper {
	g := page.Grid{U: 1, W: fixed.I(Size.X), H: fixed.I(Size.Y), Landscape: true}
	return &paper{Week: w, Draft: &build.Draft{
		Grid: g, Modes: build.Modes{Step: 1}, Setter: set, State: session.State{Catalogue: w.Catalogue},
		Page: &page.Page{Size: Size, Theme: theme, Leaf: page.Leaf{Rect: image.Rect(0, 0, side, Size.Y)}},
	}}
}

// lay lays out a sheet with some of the notices.
func (p *paper) lay(rows []Row) {
	leaf := p.Layer("leaf", page.Area(0, 0, fixed.I(side), p.H), page.LeafInk)
	p.Box("leaf", page.Exact(leaf.Bounds))
	title := build.Pen{Face: fonts.SerifBlack, Size: p.Type(64), Leading: 1, Track: .24}
	p.Column(leaf, "一周播出审批单", title, fixed.I(side/2), p.Px(84), p.H-p.Px(168), page.OnLeaf)
	p.l = p.Layer("paper", page.Area(fixed.I(side), 0, p.W-fixed.I(side), p.H), page.Paper)
	p.heading()
	p.days()
	if p.number == 1 {
		p.slides()
	}
	p.rows(rows)
	p.foot()
}

// words paints a text in one line with its top left corner at x, y, in px.
func (p *paper) words(text string, pen build.Pen, x, y fixed.Int26_6, ink page.Ink) fixed.Int26_6 {
	_, w := p.Label(p.l, text, pen, x, y, ink)
	return w
}

// rule paints a line h px high between x0 and x1, and moves below it.
func (p *paper) rule(h int, ink page.Ink) {
	p.l.Fill(page.Area(fixed.I(left), p.y, fixed.I(right-left), fixed.I(h)), ink)
	p.y += fixed.I(h)
}

// heading paints the centre's name, the week and the double rule.
func (p *paper) heading() {
	pen := build.Pen{Face: fonts.SerifBlack, Size: p.Type(68), Leading: 1.1}
	top, height := p.Px(70), pen.Line()
	base := top + pen.Rise()
	dates := p.dates()
	var wide fixed.Int26_6
	for _, d := range dates {
		wide += d.gap + p.Setter.Width(d.span)
	}
	room := fixed.I(right-left) - wide - p.Px(60)
	pen, par := p.Shrink(build.Fit{Least: p.Px(30), Factor: .92, Height: height}, pen, func(pen build.Pen) typeset.Paragraph {
		return p.Phrased(p.Catalogue.Centre, nil, pen, room)
	})
	par.MaxLines = max(1, int(height/pen.Line()))
	block := p.Block(par, pen, page.Black)
	y := top
	if block.Lines() > 1 {
		y = top + (height-block.Height())/2
	} else {
		y = base - pen.Rise()
	}
	block.Paint(p.Draft, p.l, fixed.I(left), y)
	x := fixed.I(right) - wide
	for _, d := range dates {
		x += d.gap
		p.Write(p.l, x, base, []page.Ink{d.ink}, d.span)
		x += p.Setter.Width(d.span)
	}
	p.y = fixed.I(167)
	r := page.Area(fixed.I(left), p.y, fixed.I(right-left), p.Px(15))
	p.Box("ww", r)
	p.l.Fill(page.Area(r.Min.X, r.Min.Y, r.Max.X-r.Min.X, p.Px(8)), page.Red)
	p.l.Fill(page.Area(r.Min.X, r.Max.Y-p.Px(2), r.Max.X-r.Min.X, p.Px(2)), page.Red)
	p.y = r.Max.Y
}

// part is a part of a line.
type part struct {
	gap  fixed.Int26_6 // before it
	span typeset.Span
	ink  page.Ink
}

// dates returns the first and the last day.
func (p *paper) dates() []part {
	date := build.Pen{Face: fonts.SerifBlack, Size: p.Type(44), Leading: 1}
	word := build.Pen{Face: fonts.SansRegular, Size: p.Type(32), Leading: 1.4}
	last := p.From.AddDate(0, 0, Length-1)
	until := dayOf(last)
	if last.Year() != p.From.Year() {
		until = fmt.Sprintf("%d年%s", last.Year(), until)
	}
	return []part{
		{0, date.Span(fmt.Sprintf("%d年%s", p.From.Year(), dayOf(p.From))), page.Black},
		{p.Px(14), word.Span("星期" + weekday(p.From) + "　至"), page.Ink2},
		{p.Px(14 + 32), date.Span(until), page.Black},
		{p.Px(14), word.Span("星期" + weekday(last)), page.Ink2},
	}
}
