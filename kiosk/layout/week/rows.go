package week

import (
	"fmt"
	"image"
	"strings"
	"time"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/page"
	"gongkai/kiosk/typeset"
)

// rows paints the notices.
func (p *paper) rows(rows []Row) {
	most := firstRows
	if p.number > 1 {
		most = moreRows
	}
	h := min(p.Px(rowHeight), ((fixed.I(footTop)-p.Px(24)-p.y)/fixed.Int26_6(most))&^63)
	if len(rows) == 0 {
		p.words("这一周没有公告", headPen, fixed.I(left), p.y+(h-headPen.Line())/2, page.Black)
		p.y += h - p.Px(2)
		p.rule(2, page.Line)
	}
	for i := range rows {
		p.row(&rows[i], h)
	}
}

// row paints a notice: picture, title, bars.
func (p *paper) row(r *Row, h fixed.Int26_6) {
	top, inner := p.y, h-p.Px(2)
	p.Box("notice", page.Area(fixed.I(left), top, fixed.I(right-left), inner))
	im := &r.Slide.Picture
	p.picture(im, image.Pt(left, (top+(inner-fixed.I(im.Height))/2).Floor()), "thumb")
	p.title(r, fixed.I(left+im.Width+24), top, inner)
	for i := range Length {
		p.l.Fill(page.Area(column(time.Duration(i)*day), top, p.Px(2), inner), page.Line)
	}
	for i := range r.Bars {
		p.bar(&r.Bars[i], top+p.Px(44)-(p.Px(rowHeight)-h)/2)
	}
	p.y += inner
	p.rule(2, page.Line)
}

// title paints a notice's title from x on, and below it what is special about the notice.
func (p *paper) title(r *Row, x, top, inner fixed.Int26_6) {
	room := fixed.I(columns) - x - p.Px(20)
	pen := build.Pen{Face: fonts.SerifBold, Size: p.Type(32), Leading: 1.3}
	note, lead := r.note(), build.Pen{Face: fonts.SansMedium, Size: p.Type(24), Leading: 1.4}
	var below fixed.Int26_6
	if note != "" {
		lead = p.FitLine(note, lead, room, p.Px(16))
		below = p.Px(6) + lead.Line()
	}
	space := inner - below - p.Px(8)
	pen, par := p.Shrink(build.Fit{Least: p.Px(18), Factor: .92, Height: space}, pen, func(pen build.Pen) typeset.Paragraph {
		return p.Phrased(r.Notice.Title, nil, pen, room)
	})
	par.MaxLines = max(1, int(space/pen.Line()))
	block := p.Block(par, pen, page.Black)
	y := top + (inner-block.Height()-below)/2
	block.Paint(p.Draft, p.l, x, y)
	if note != "" {
		p.words(note, lead, x, y+block.Height()+p.Px(6), page.Red)
	}
}

// note returns what is special about a notice: urgent, pinned, on air at some hours.
func (r *Row) note() string {
	var all []string
	if r.Notice.Urgent {
		all = append(all, "紧急")
	}
	if r.Notice.Pinned {
		all = append(all, "置顶")
	}
	if n := r.Notice; n.Air != nil {
		all = append(all, "分时段播")
		if !n.Expire.IsZero() {
			all = append(all, "到 "+lastOf(n.Expire))
		}
	}
	return strings.Join(all, "　")
}

// edge is the width of a bar's black end, barHeight the bar's height, px.
const edge, barHeight = 8, 70

// bar paints a bar: black where it begins or ends, an arrow where it goes on.
func (p *paper) bar(bar *Bar, top fixed.Int26_6) {
	x, end := column(bar.From), max(column(bar.To), column(bar.From)+p.Px(2*edge+2))
	r := page.Area(x, top, end-x, p.Px(barHeight))
	p.Box("bar", r)
	p.l.Fill(r, page.LeafInk)
	if !bar.Before {
		p.l.Fill(page.Area(x, top, p.Px(edge), p.Px(barHeight)), page.Black)
		x += p.Px(edge)
	}
	if !bar.After {
		end -= p.Px(edge)
		p.l.Fill(page.Area(end, top, p.Px(edge), p.Px(barHeight)), page.Black)
	}
	p.barWords(bar, page.Area(x+p.Px(18), top, end-x-p.Px(36), p.Px(barHeight)))
}

var barPen = build.Pen{Face: fonts.SansBold, Size: fixed.I(27), Leading: 1}

// barWords paints the words of a bar into r, or beside a bar that is too short for them.
func (p *paper) barWords(bar *Bar, r fixed.Rectangle26_6) {
	if len(bar.Hours) > 0 {
		p.hours(bar.Hours, r)
		return
	}
	start, end := bar.Start, bar.End
	if bar.Before {
		start = "← " + start
	}
	if bar.After {
		end = strings.TrimPrefix(end+" →", " ")
	}
	one := strings.TrimSpace(start + "　" + end)
	pen := p.FitLine(one, barPen, r.Max.X-r.Min.X, p.Px(18))
	mid := r.Min.Y + (r.Max.Y-r.Min.Y-pen.Line())/2
	if w := p.Setter.Width(pen.Span(one)); w > r.Max.X-r.Min.X {
		at := r.Max.X + p.Px(18+edge+12)
		if at+w > fixed.I(right) {
			at = r.Min.X - p.Px(18+edge+12) - w
		}
		p.words(one, pen, at, mid, page.Black)
		return
	}
	p.words(start, pen, r.Min.X, mid, page.OnLeaf)
	if end != "" {
		p.words(end, pen, r.Max.X-p.Setter.Width(pen.Span(end)), mid, page.OnLeaf)
	}
}

// hours paints the hours of a day in at most two lines.
func (p *paper) hours(lines []string, r fixed.Rectangle26_6) {
	if len(lines) > 2 {
		first, _, _ := strings.Cut(lines[0], "—")
		_, last, _ := strings.Cut(lines[len(lines)-1], "—")
		lines = []string{first + "—" + last, fmt.Sprintf("分 %d 段", len(lines))}
	}
	pen := barPen
	if len(lines) > 1 {
		pen.Size = p.Type(24)
	}
	pen.Leading = 1.2
	y := r.Min.Y + (r.Max.Y-r.Min.Y-fixed.Int26_6(len(lines))*pen.Line())/2
	for _, line := range lines {
		p.words(line, p.FitLine(line, pen, r.Max.X-r.Min.X, p.Px(14)), r.Min.X, y, page.OnLeaf)
		y += pen.Line()
	}
}
