package poster

import (
	"strings"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/page"
	"gongkai/kiosk/typeset"
)

// An urgent notice has the carousel to itself. Its slide is all leaf, as no other is, within a frame of 文武线 as printed
// notices have it; 紧急通知 is its largest word. Nothing moves on it,
// except that one that is alone drifts as a whole.

// The frame's distance from the screen's edges, and the sizes of the body, u.
const frameInset, urgentBody, urgentBodyMost = 24, 52, 96

// urgentSlide lays out the slide of an urgent notice.
func (p *slide) urgentSlide(n *catalogue.Notice) {
	p.left, p.right, p.foot.onLeaf = p.Pick(72, 80), p.W-p.Pick(72, 80), true
	whole := page.Area(0, 0, p.W, p.H)
	p.Leaf = page.Leaf{Rect: page.Round(whole)}
	p.Box("leaf", whole)
	p.frameLeaf()
	end := p.clock(p.Pick(64, 60), p.right, p.FullDateText(), page.LeafInk, page.OnLeaf)
	p.place(end-p.Px(24)-p.left, page.LeafInk, page.OnLeaf)
	field := p.urgentWord()
	field.Max.Y = p.signed(n, p.invite()) - p.Px(28)
	p.urgentText(n, field)
}

// frameLeaf paints the frame, a thick line and a thin one within it, on a layer a side.
func (p *slide) frameLeaf() {
	in, thick, thin, both := p.Px(frameInset), p.Rule(6), p.Rule(2), p.Px(13)
	x0, y0, x1, y1 := in, in, p.W-in, p.H-in
	p.Box("frame", page.Area(x0, y0, x1-x0, y1-y0))
	side := func(r fixed.Rectangle26_6) *page.Layer { return p.Layer("frame", r, page.LeafInk) }
	for _, y := range []struct{ top, thick, thin fixed.Int26_6 }{{y0, y0, y0 + both - thin}, {y1 - both, y1 - thick, y1 - both}} {
		l := side(page.Area(x0, y.top, x1-x0, both))
		l.Fill(page.Area(x0, y.thick, x1-x0, thick), page.OnLeaf2)
		l.Fill(page.Area(x0+both-thin, y.thin, x1-x0-2*(both-thin), thin), page.OnLeaf2)
		l.Fill(page.Area(x0, y.top, thick, both), page.OnLeaf2)
		l.Fill(page.Area(x1-thick, y.top, thick, both), page.OnLeaf2)
	}
	for _, x := range []struct{ left, thick, thin fixed.Int26_6 }{{x0, x0, x0 + both - thin}, {x1 - both, x1 - thick, x1 - both}} {
		l := side(page.Area(x.left, y0+both, both, y1-y0-2*both))
		l.Fill(page.Area(x.thick, y0, thick, y1-y0), page.OnLeaf2)
		l.Fill(page.Area(x.thin, y0, thin, y1-y0), page.OnLeaf2)
	}
}

// urgentWord sets 紧急通知 across the screen above a 文武线, in landscape in two lines beside one, and returns the field
// that it leaves.
func (p *slide) urgentWord() fixed.Rectangle26_6 {
	l := p.addLayer("urgent", page.LeafInk)
	defer l.Hug()
	n := build.Pen{Face: fonts.SerifBlack, Leading: 1.04}
	if p.Landscape {
		n.Size, n.Leading = p.Type(300), 1.08
		top := (p.H-2*n.Line())/2 + p.Px(8)
		for i, text := range []string{"紧急", "通知"} {
			p.Label(l, text, n, p.left-p.Px(12), top+n.Line()*fixed.Int26_6(i), page.OnLeaf2)
		}
		x := p.left + 2*n.Size + p.Px(48)
		l.Fill(page.Area(x, top, p.Rule(6), 2*n.Line()), page.OnLeaf2)
		l.Fill(page.Area(x+p.Px(11), top, p.Rule(2), 2*n.Line()), page.OnLeaf2)
		return page.Area(x+p.Px(72), p.Px(196), p.right-x-p.Px(72), 0)
	}
	n.Size = page.Scale(p.right-p.left+p.Px(12), .25)
	top := p.Px(216)
	p.Label(l, "紧急通知", n, p.left-p.Px(6), top, page.OnLeaf2)
	end := p.LeafRule(l, p.left, top+n.Line()+p.Px(24), p.right-p.left)
	return page.Area(p.left, end+p.Px(48), p.right-p.left, 0)
}

// signed sets who issued the notice, and its day, beside the invitation that ends at invited, or above the ticks where it
// has no room there. It returns the upper end of both.
func (p *slide) signed(n *catalogue.Notice, invited fixed.Int26_6) (top fixed.Int26_6) {
	end := p.ticksTop()
	lines := n.SignedBy(p.State.Catalogue.Centre)
	if len(lines) == 0 {
		return end
	}
	if p.Landscape {
		lines = []string{strings.Join(lines, "　")}
	}
	pen := build.Pen{Face: fonts.SansMedium, Size: p.Type(37), Leading: 1.3}
	l := p.addLayer("signature", page.LeafInk)
	var most, h fixed.Int26_6
	for _, text := range lines {
		most, h = max(most, p.width(pen, text)), h+pen.Line()
	}
	y := end - p.Px(24) - h
	top = y
	if side := p.foot.side; most <= p.right-invited-p.Px(48) && h <= side+p.Px(24) {
		y, top = p.H-p.foot.base-side/2-h/2, end
	}
	for _, text := range lines {
		pen := p.FitLine(text, pen, p.right-p.left, p.Px(28))
		p.Label(l, text, pen, p.right-p.width(pen, text), y, page.OnLeaf)
		y += pen.Line()
	}
	l.Hug()
	return top
}

// urgentText sets title, event line and the body's beginning in a field, or the notice's picture.
func (p *slide) urgentText(n *catalogue.Notice, r fixed.Rectangle26_6) {
	high, gap := r.Max.Y-r.Min.Y, p.Pick(36, 28)
	room, most := high, p.Pick(190, 150)
	picture := n.Poster() && build.ShownImages(n.Images) > 0
	switch {
	case picture && p.Landscape && n.Images[0].Height >= n.Images[0].Width:
		r.Max.X = p.urgentPicture(&n.Images[0], r, typeset.End).Min.X - p.Px(64)
		picture = false
	case picture:
		room = min(room, p.Pick(300, 180))
	case n.Body != "":
		room -= p.Px(urgentBody*1.6*3) + gap
	case !n.HasEvent():
		most = p.Pick(420, 340)
	}
	event := p.Pick(72, 60)
	if n.HasEvent() {
		room -= gap + page.Scale(event, 2*1.36)
	}
	if !picture {
		room = max(room, page.Scale(high, .42))
	}
	y := p.urgentTitle(r, room, most) + gap
	if n.HasEvent() {
		y = p.urgentEvent(n, r, y, event) + gap
	}
	rest := page.Area(r.Min.X, y, r.Max.X-r.Min.X, r.Max.Y-y)
	if picture {
		p.urgentPicture(&n.Images[0], rest, typeset.Center)
		return
	}
	p.urgentBeginning(n, rest)
}

// urgentEvent sets when and where from y on in a field, and returns their lower end.
func (p *slide) urgentEvent(n *catalogue.Notice, r fixed.Rectangle26_6, y, size fixed.Int26_6) fixed.Int26_6 {
	left := p.left
	p.left = r.Min.X
	y = p.eventLine(n, y, r.Max.X, size)
	p.left = left
	return y
}

// urgentTitle sets the title as large as room allows, up to most, and returns its lower end.
func (p *slide) urgentTitle(r fixed.Rectangle26_6, room, most fixed.Int26_6) fixed.Int26_6 {
	wide := r.Max.X - r.Min.X
	fit := func(b banner) fixed.Int26_6 {
		return min(most, page.Scale(wide, 1/b.long), page.Scale(room, 1/(paperTitleLeading*float64(b.lines))))
	}
	title, size := largest(p.banners(p.title(), 4, 0, 0, false), fit)
	if one := p.banner(p.title(), 1, 0, false); fit(one) > page.Scale(size, .8) {
		title, size = one, fit(one)
	}
	p.titleLines(title, size, page.Area(r.Min.X-page.Scale(size, .04), r.Min.Y, wide, p.H), page.LeafInk, page.OnLeaf)
	return r.Min.Y + page.Scale(size, paperTitleLeading*float64(title.lines))
}

// urgentBeginning sets the body as large as it fits whole, or else its beginning.
func (p *slide) urgentBeginning(n *catalogue.Notice, r fixed.Rectangle26_6) {
	w, high := r.Max.X-r.Min.X, r.Max.Y-r.Min.Y
	least := min(p.Type(urgentBody), w/12)
	w = min(w, 40*least)
	lines := catalogue.ProseLines(n.Body)
	if len(lines) == 0 {
		return
	}
	l := p.addLayer("text", page.LeafInk)
	for size := p.EvenMeasure(w, p.Px(urgentBodyMost)); ; size = max(min(p.Floor, least), p.EvenMeasure(w, w*size/(w+size))) {
		pen := build.Pen{Face: fonts.SansRegular, Size: size, Leading: 1.6}
		last := size <= least+p.Px(1)
		if at, ok := p.urgentLines(l, lines, pen, page.Area(r.Min.X, r.Min.Y, w, high), last); ok || last {
			p.Box("text", page.Area(r.Min.X, r.Min.Y, w, at-r.Min.Y))
			break
		}
	}
	l.Hug()
}

// urgentLines sets paragraphs in a field, if it holds them all or cut is set, and returns their lower end.
func (p *slide) urgentLines(l *page.Layer, lines []string, pen build.Pen, r fixed.Rectangle26_6, cut bool) (end fixed.Int26_6, ok bool) {
	w, room := r.Max.X-r.Min.X, int((r.Max.Y-r.Min.Y)/pen.Line())
	at := r.Min.Y
	ok = true
	for _, text := range lines {
		if room < 1 {
			ok = cut // what is left has no room
			break
		}
		par := typeset.Paragraph{Spans: []typeset.Span{pen.Span(build.Beginning(wholeWords(text), room, w, pen.Size))}, Measure: w, Justify: true}
		if cut {
			par.MaxLines = room
		}
		t, h := p.Paragraph(l, par, pen, r.Min.X, at, page.OnLeaf)
		room, at = room-len(t.Lines), at+h
	}
	if !cut && (!ok || room < 0 || at > r.Max.Y) {
		l.Items = nil
		return at, false
	}
	return at, true
}

// urgentPicture paints a picture whole in the middle of a field's height, and returns its place.
func (p *slide) urgentPicture(im *catalogue.Image, r fixed.Rectangle26_6, align typeset.Align) fixed.Rectangle26_6 {
	w, h := build.FitImage(im, r.Max.X-r.Min.X, r.Max.Y-r.Min.Y)
	w, h = build.EnlargeImage(im, w, h)
	x := r.Max.X - w
	if align == typeset.Center {
		x = (r.Min.X + x) / 2
	}
	at := page.Area(x, r.Min.Y+(r.Max.Y-r.Min.Y-h)/2, w, h)
	build.PlacePicture(p.Layer("picture", at, page.LeafInk), im, at)
	p.Box("picture", at)
	return at
}
