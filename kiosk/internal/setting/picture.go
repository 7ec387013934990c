package main

import (
	"image"
	"image/color"
	"os"
	"strings"

	imagedraw "image/draw"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/page"
	"gongkai/kiosk/paint"
	"gongkai/kiosk/typeset"
)

// The picture's measures, px, as on the browser's page.
const (
	pitch  = 60
	apart  = 20 // between paragraphs
	margin = 60
	legend = 170
	rise   = 47 // from a line's top to its baseline
)

// The colours of the rules' marks.
var (
	edge     = color.RGBA{0x1B, 0x7F, 0x3B, 255}
	meet     = color.RGBA{0x1F, 0x5F, 0xC4, 255}
	mixed    = color.RGBA{0x8A, 0x3F, 0xB5, 255}
	squeezed = color.RGBA{0xD9, 0x7A, 0x00, 255}
	whole    = color.RGBA{0x00, 0x96, 0xA0, 255}
	spaced   = color.RGBA{0x9A, 0x9A, 0x9A, 255}
	wrong    = color.RGBA{0xD0, 0x10, 0x20, 255}
)

var notes = []struct {
	ink  color.RGBA
	text string
}{
	{edge, "行首、行末标点占半个字"}, {meet, "相邻标点挤压"}, {mixed, "汉字与字母之间的空隙"},
	{squeezed, "此行标点有挤压"}, {spaced, "此行字距拉开，线越长越开"}, {whole, "数字与量词、文号整体移到下行"},
	{wrong, "行首、行末标点不合规定，拆开数字与量词，末行只有一字"},
}

// sheet is the present picture.
type sheet struct {
	*image.RGBA
	painter *paint.Painter
}

// draw draws our setting at the left of Chromium's and marks both.
func draw(name string, ours []line, theirs *browsed, measure int) error {
	tops := stack(ours)
	height := tops[len(tops)-1] + pitch
	if theirs != nil {
		height = max(height, theirs.picture.Bounds().Dy())
	}
	s := sheet{image.NewRGBA(image.Rect(0, 0, 2*measure+3*margin, legend+height+margin)), paint.New(8 << 20)}
	s.fill(s.Rect, color.RGBA{255, 255, 255, 255})
	s.legend(measure)
	for i, l := range ours {
		s.text(margin, legend+tops[i]+rise, l.set)
		s.mark(ours, i, margin, legend+tops[i])
	}
	if theirs != nil {
		at := image.Pt(2*margin+measure, legend)
		b := theirs.picture.Bounds()
		imagedraw.Draw(s, image.Rectangle{at, at.Add(image.Pt(measure, b.Dy()))}, theirs.picture, b.Min, imagedraw.Src)
		for i, top := range theirs.tops {
			s.mark(theirs.lines, i, at.X, legend+int(top))
		}
	}
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	defer f.Close()
	return paint.WritePNG(f, s.RGBA)
}

// stack returns the tops of lines, paragraph under paragraph.
func stack(lines []line) []int {
	var tops []int
	y := 0
	for i, l := range lines {
		if i > 0 && l.paragraph != lines[i-1].paragraph {
			y += apart
		}
		tops = append(tops, y)
		y += pitch
	}
	return tops
}

// mark marks each rule's effect under a line, and outlines faults.
func (s sheet) mark(lines []line, i, x, top int) {
	l := lines[i]
	start, end := wrongAt(l)
	for k, c := range l.chars {
		at := image.Rect(x+int(c.x), top+pitch-10, x+int(c.x+c.wide), top+pitch-6)
		first, last := k == 0, k == len(l.chars)-1
		switch {
		case first && start, last && end:
			s.frame(image.Rect(at.Min.X, top+4, max(at.Max.X, at.Min.X+em/2), top+pitch-4))
		case first && strings.ContainsRune(openers, c.r), last && strings.ContainsRune(closers, c.r):
			s.fill(at, edge)
		case !first && !last && isMark(c.r) && c.wide < .6*em && (isMark(l.chars[k-1].r) || isMark(l.chars[k+1].r)):
			s.fill(at, meet)
		case isMark(c.r) && c.wide < .95*em:
			s.fill(at, squeezed)
		case !last && gapped(c.r, l.chars[k+1].r):
			s.fill(image.Rect(at.Max.X-em/4, at.Min.Y, at.Max.X, at.Max.Y), mixed)
		}
	}
	if wide := room(l); wide > .01 { // at the left edge, an em for each tenth of an em between hanzi
		s.fill(image.Rect(x-16, top+20, x-12, top+20+int(wide*10*em)), spaced)
	}
	switch {
	case parted(lines, i):
		last := l.chars[len(l.chars)-1]
		s.frame(image.Rect(x+int(last.x), top+4, x+int(last.x+last.wide), top+pitch-4))
	case i > 0 && lines[i-1].paragraph == l.paragraph && kept(l):
		s.fill(image.Rect(x, top+pitch-10, x+2*em, top+pitch-6), whole)
	}
	if lonely(lines, i) {
		s.frame(image.Rect(x, top+4, x+em, top+pitch-4))
	}
}

// kept reports whether a line begins with a number that could have been split: 第711号,
// 20个工作日 or 〔2006〕.
func kept(l line) bool {
	i := 0
	if len(l.chars) > 1 && strings.ContainsRune("第〔", l.chars[0].r) {
		i = 1
	}
	return len(l.chars) > i && isDigit(l.chars[i].r)
}

func isMark(r rune) bool { return strings.ContainsRune(openers+closers, r) }

// gapped reports whether a hanzi and a letter are neighbours.
func gapped(a, b rune) bool { return isHan(a) && isLatin(b) || isLatin(a) && isHan(b) }

func isHan(r rune) bool   { return 0x4E00 <= r && r <= 0x9FFF }
func isLatin(r rune) bool { return 'a' <= r|0x20 && r|0x20 <= 'z' }

func (s sheet) legend(measure int) {
	set := typeset.New()
	title := func(x, y int, text string) {
		style := typeset.Style{Face: fonts.SansBold, Size: fixed.I(28)}
		s.text(x, y, &set.Lines(typeset.Paragraph{Spans: []typeset.Span{{Text: text, Style: style}}})[0])
	}
	title(margin, 60, "kiosk/typeset")
	title(2*margin+measure, 60, "Chromium")
	x, y := margin, 100
	for _, n := range notes {
		style := typeset.Style{Face: fonts.SansRegular, Size: fixed.I(22)}
		l := set.Lines(typeset.Paragraph{Spans: []typeset.Span{{Text: n.text, Style: style}}})[0]
		if x+60+l.Width.Ceil() > s.Rect.Max.X-margin {
			x, y = margin, y+36
		}
		s.text(x+32, y, &l)
		s.fill(image.Rect(x, y-10, x+24, y-4), n.ink)
		x += 64 + l.Width.Ceil()
	}
}

// text paints a line with its start and baseline at a point.
func (s sheet) text(x, y int, l *typeset.Line) {
	size := fixed.I(em)
	if len(l.Glyphs) > 0 {
		size = l.Glyphs[0].Size
	}
	item := &page.Text{Look: page.Look{Ink: page.Black}, Lines: []typeset.Line{*l}, X: x, Y: y, Pitch: size}
	theme := page.Normal
	theme[page.Black] = color.RGBA{0, 0, 0, 255}
	theme[page.Paper] = color.RGBA{255, 255, 255, 255}
	box := image.Rect(x-em, y-size.Ceil(), x+l.Width.Ceil()+em, y+size.Ceil()/3)
	layer := &page.Layer{Bounds: box, Ground: page.Paper, Items: []page.Item{item}}
	s.painter.Layer(s.SubImage(box).(*image.RGBA), layer, &theme, 0)
}

func (s sheet) fill(r image.Rectangle, ink color.RGBA) {
	imagedraw.Draw(s, r, image.NewUniform(ink), image.Point{}, imagedraw.Src)
}

// frame outlines a fault.
func (s sheet) frame(r image.Rectangle) {
	const w = 3
	s.fill(image.Rect(r.Min.X, r.Min.Y, r.Max.X, r.Min.Y+w), wrong)
	s.fill(image.Rect(r.Min.X, r.Max.Y-w, r.Max.X, r.Max.Y), wrong)
	s.fill(image.Rect(r.Min.X, r.Min.Y, r.Min.X+w, r.Max.Y), wrong)
	s.fill(image.Rect(r.Max.X-w, r.Min.Y, r.Max.X, r.Max.Y), wrong)
}
