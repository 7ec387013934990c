package week

import (
	"fmt"
	"image"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/page"
)

// shape is how the small pictures of the catalogue's slides are laid out, px.
type shape struct {
	picture    image.Point
	across     int // in a line
	lines, gap int
}

// The shapes of upright screens, which is the design's, and of wide ones.
var (
	upright = shape{image.Pt(98, 174), 16, 1, 10}
	wide    = shape{image.Pt(146, 82), 11, 2, 10}
)

// shapeOf returns the shape for a screen of a size.
func shapeOf(screen image.Point) shape {
	if screen.X > screen.Y {
		return wide
	}
	return upright
}

// most returns how many of n slides have room: 等 n 张 takes the place of the last one.
func (s shape) most(n int) int {
	if room := s.across * s.lines; n > room {
		return room - 1
	}
	return n
}

// PictureSize returns the size of the small picture of a screen of a size, px: one of the catalogue's slides, or a
// notice's.
func PictureSize(screen image.Point, notice bool) image.Point {
	room := shapeOf(screen).picture
	if notice {
		room = image.Pt(76, 135)
		if screen.X > screen.Y {
			room = image.Pt(120, 68)
		}
	}
	fit := image.Pt(room.X, max(1, (screen.Y*room.X+screen.X/2)/screen.X))
	if fit.Y > room.Y {
		fit = image.Pt(max(1, (screen.X*room.Y+screen.Y/2)/screen.Y), room.Y)
	}
	return fit
}

// slides paints the catalogue's own slides, once for the whole week.
func (p *paper) slides() {
	top, height := p.y+p.Px(24), p.Px(174)
	h := headPen.Line() + notePen.Line()
	y := top + (height-h)/2
	p.words(fmt.Sprintf("目录　%d 张", p.Own), headPen, fixed.I(left), y, page.Black)
	note := p.Catalogue.Name + "，七天都播"
	if open := p.open(); open < Length {
		note = fmt.Sprintf("%s，开屏的 %d 天都播", p.Catalogue.Name, open)
	}
	pen := p.FitLine(note, notePen, p.Px(label-20), p.Px(22))
	par := p.OneLine(note, pen)
	par.Measure, par.MaxLines = p.Px(label-20), 2
	p.Paragraph(p.l, par, pen, fixed.I(left), y+headPen.Line(), page.Ink2)
	s := upright
	if len(p.Slides) > 0 && p.Slides[0].Picture.Width > p.Slides[0].Picture.Height {
		s = wide
	}
	for i := range p.Slides {
		p.picture(&p.Slides[i].Picture, page.Round(s.place(i, len(p.Slides), top)).Min, "slide")
	}
	if p.Own > len(p.Slides) {
		r := s.place(len(p.Slides), len(p.Slides)+1, top)
		pen := build.Pen{Face: fonts.SansMedium, Size: p.Type(26), Leading: 1.4}
		text := fmt.Sprintf("等 %d 张", p.Own)
		p.Centred(p.l, r, text, p.FitLine(text, pen, r.Max.X-r.Min.X, p.Px(14)), page.Look{Ink: page.Black})
	}
	p.y = top + height + p.Px(24)
	p.rule(2, page.Line)
}

// place returns the place of slide i of n: full lines fill the width.
func (s shape) place(i, n int, top fixed.Int26_6) fixed.Rectangle26_6 {
	step := fixed.I(s.picture.X + s.gap)
	if n >= s.across {
		step = fixed.I(right-columns-s.picture.X) / fixed.Int26_6(s.across-1)
	}
	x := fixed.I(columns) + fixed.Int26_6(i%s.across)*step
	y := top + fixed.Int26_6(i/s.across)*fixed.I(s.picture.Y+s.gap)
	return page.Area(x, y, fixed.I(s.picture.X), fixed.I(s.picture.Y))
}

// picture paints a small picture in its outline; at is its left top corner.
func (p *paper) picture(im *catalogue.Image, at image.Point, name string) {
	r := image.Rectangle{Min: at, Max: at.Add(image.Pt(im.Width, im.Height))}
	p.Box(name, page.Exact(r))
	if im.Name != "" {
		build.PlacePicture(p.l, im, page.Exact(r))
	}
	p.l.Fill(page.Exact(r.Inset(-1)), page.Sep).Stroke = fixed.I(1)
}

// open returns on how many days the screen is on.
func (w *Week) open() (n int) {
	for _, d := range w.Days {
		if len(d.Hours) > 0 {
			n++
		}
	}
	return n
}
