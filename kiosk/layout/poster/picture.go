package poster

import (
	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/page"
	"gongkai/kiosk/typeset"
)

// The poster's slide 海报 (docs/design/README.md section 6.1): a notice that is a picture. The
// picture is never cropped, and stands on mat where it leaves room; the leaf fills the rest. Of a long
// one, which would be a narrow strip, the beginning is seen.

// posterLeaf is the height of the leaf below a picture, u.
const posterLeaf = 392

// pictureSlide lays out a poster's slide; a square picture counts as portrait.
func (p *slide) pictureSlide(im *catalogue.Image, n *catalogue.Notice) {
	tall := im.Height >= im.Width
	p.foot.side, p.foot.size, p.foot.gap = p.Px(64), p.Px(52), p.Px(36)
	if !tall || !p.Landscape {
		p.foot.base = p.Px(48)
	}
	switch {
	case p.Landscape && tall:
		p.besideLeaf(im)
	case p.Landscape:
		p.aboveFoot(im)
	case tall:
		p.aboveLeaf(im)
	default:
		p.onLeaf(im, n)
	}
}

// placePicture paints a picture centred in an area of mat.
func (p *slide) placePicture(im *catalogue.Image, area fixed.Rectangle26_6) {
	l := p.Layer("picture", area, page.Mat)
	if p.LongImage(im, build.LongOnSlide, area.Max.Y-area.Min.Y) {
		p.placeBeginning(l, im, area)
		return
	}
	w, h := build.FitImage(im, area.Max.X-area.Min.X, area.Max.Y-area.Min.Y)
	w, h = build.EnlargeImage(im, w, h)
	r := page.Area((area.Min.X+area.Max.X-w)/2, (area.Min.Y+area.Max.Y-h)/2, w, h)
	build.PlacePicture(l, im, r)
	p.Box("picture", r)
}

// placeBeginning paints the beginning of a long picture as wide as its area. It fades into mat where it goes on.
func (p *slide) placeBeginning(l *page.Layer, im *catalogue.Image, area fixed.Rectangle26_6) {
	w, h := build.SpanImage(im, area.Max.X-area.Min.X)
	r := page.Area((area.Min.X+area.Max.X-w)/2, area.Min.Y, w, h)
	build.PlacePicture(l, im, r)
	if r.Max.Y > area.Max.Y {
		r.Max.Y = area.Max.Y
		fade := page.Round(page.Area(area.Min.X, area.Max.Y-p.Px(120), area.Max.X-area.Min.X, p.Px(120)))
		l.Items = append(l.Items, &page.Fade{Ink: page.Mat, Rect: fade})
	}
	p.Box("picture", r)
}

// pictureLeaf places the leaf below the picture, and returns its top.
func (p *slide) pictureLeaf() fixed.Int26_6 {
	top := p.H - p.Px(posterLeaf)
	p.placeLeaf(page.Area(0, top, p.W, p.H-top), page.Area(0, top+p.Px(14), p.W, p.Rule(2)))
	p.left, p.right = p.Px(72), p.W-p.Px(72)
	return top
}

// aboveLeaf lays out a portrait picture on a portrait screen, with the title on the leaf below.
func (p *slide) aboveLeaf(im *catalogue.Image) {
	top := p.pictureLeaf()
	area := page.Area(0, 0, p.W, top)
	p.placePicture(im, area)
	p.Box("mat", area)
	end := p.clock(top+p.Px(56), p.right, p.DateText(), page.LeafInk, page.OnLeaf)
	p.smallTitle(p.Px(72), top+p.Px(52), end-p.Px(32)-p.Px(72))
	p.invite()
}

// smallTitle sets the title in two lines of 60, or a longer one in more and smaller lines that are
// no higher.
func (p *slide) smallTitle(x, y, room fixed.Int26_6) {
	ways := []struct {
		size, leading float64
		lines         int
	}{{60, 1.3, 2}, {48, 1.3, 2}, {40, 1.3, 3}, {34, 1.14, 4}}
	for i, way := range ways {
		n := build.Pen{Face: fonts.SerifBlack, Size: p.Type(way.size), Leading: way.leading}
		par := p.Phrased(p.it.Title, build.MergeBreaks(p.it.Breaks, len([]rune(p.it.Title)), int(room/n.Size)), n, room)
		if len(p.Setter.Lines(par)) > way.lines && i+1 < len(ways) {
			continue
		}
		par.MaxLines = way.lines
		l := p.addLayer("title", page.LeafInk)
		p.Paragraph(l, par, n, x, y, page.OnLeaf)
		l.Hug()
		return
	}
}

// onLeaf lays out a landscape picture on a portrait screen: it stands on the leaf's upper edge,
// below the title on paper.
func (p *slide) onLeaf(im *catalogue.Image, n *catalogue.Notice) {
	top := p.pictureLeaf()
	above := p.Px(208 + 56) // head and foot of the title
	_, high := build.FitImage(im, p.W, max(top-above-p.Px(200), p.Px(200)))
	area := page.Area(0, top-high, p.W, high)
	p.overline(page.Paper, page.Black, page.Red)
	p.paperTitle(page.Area(p.Px(66), p.Px(208), p.W-p.Px(160), area.Min.Y-p.Px(208)), paperTitleMost, p.Px(56), page.Paper, page.Black)
	p.placePicture(im, area)
	if n.When == "" && n.Where == "" {
		p.dateOnLeaf(n, top+p.Px(72))
	} else {
		p.eventLine(n, top+p.Px(64), p.right, p.Px(52))
	}
	p.invite()
}

// besideLeaf lays out a portrait picture on a landscape screen: as high as the screen, flush right.
// The leaf at its left is at least 720 wide and has the title.
func (p *slide) besideLeaf(im *catalogue.Image) {
	most := p.W - p.Px(720)
	w, _ := build.FitImage(im, most, p.H)
	if p.LongImage(im, build.LongOnSlide, p.H) {
		w, _ = build.SpanImage(im, most)
	}
	w = min(w, most)
	leaf := p.W - w
	p.placeLeaf(page.Area(0, 0, leaf, p.H), page.Area(leaf-p.Px(16), 0, p.Rule(2), p.H))
	p.left, p.right = p.Px(72), leaf-p.Px(88)
	p.overline(page.LeafInk, page.OnLeaf, page.OnLeaf)
	p.paperTitle(page.Area(p.Px(66), p.Px(224), p.right-p.Px(66), p.H-p.Px(224+200)), paperTitleMost, 0, page.LeafInk, page.OnLeaf)
	p.placePicture(im, page.Area(leaf, 0, w, p.H))
	p.invite()
}

// aboveFoot lays out a landscape picture on a landscape screen: the leaf is a column at the left
// with the title, and the ticks and the invitation stand on paper.
func (p *slide) aboveFoot(im *catalogue.Image) {
	leaf := p.Px(340)
	p.foot.onLeaf = false
	p.placeLeaf(page.Area(0, 0, leaf, p.H), page.Area(leaf-p.Px(16), 0, p.Rule(2), p.H))
	p.columnClock(leaf - p.Px(16))
	title, size := largest(p.banners(p.title(), 6, 12, .05, true), func(b banner) fixed.Int26_6 {
		return min(page.Scale(p.Px(240), 1/float64(b.lines)), page.Scale(p.H-p.Px(324), 1/b.long), p.Px(158))
	})
	column, y := p.Px(288), p.Px(240)
	pitch := column / fixed.Int26_6(title.lines)
	p.leafTitle(title, size, pitch, p.Px(24)+column-pitch/2, y)
	r := page.Area(p.Px(24), y, column, page.Scale(size, title.long))
	p.Box("leaf.title", r)
	p.Box("title", r)
	area := page.Area(leaf, 0, p.W-leaf, p.H-p.Px(190))
	p.placePicture(im, area)
	p.Box("mat", area)
	p.left, p.right = leaf+p.Px(60), p.W-p.Px(72)
	p.footName(p.sender(), p.invite())
}

// columnClock sets the clock centred in a column w wide.
func (p *slide) columnClock(w fixed.Int26_6) {
	if !p.State.Clock {
		return
	}
	l := p.addChrome("clock", page.LeafInk)
	box := p.clockOf(p.DateText(), page.OnLeaf, typeset.Center).Stack(p.Draft, l, 0, w, p.Px(60))
	l.Hug()
	box.Min.X, box.Max.X = 0, w
	p.BoxAs(page.Chrome, "clock", box)
}
