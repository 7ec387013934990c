package poster

import (
	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
	"gongkai/kiosk/typeset"
)

// The slide 目录 (docs/design/README.md section 6.1): once a round, what the screen holds.

// indexSlide lays out the slide.
func (p *slide) indexSlide() {
	p.open = session.Screen{Kind: session.Home}
	p.left, p.right = p.Px(72), p.W-p.Px(72)
	if p.Landscape {
		leaf := p.leftLeaf()
		size := min(p.Px(236), (leaf.Max.X-p.Px(152))/3)
		p.titled(p.words([]int{3, 5}), size, 1.12, p.Px(72), p.Px(200), page.LeafInk, page.OnLeaf)
		p.kinds(page.Area(p.left, p.Px(220), p.right-p.left, p.H-p.Px(190+220)))
		p.invite()
		return
	}
	p.upperLeaf(p.Px(730))
	p.titled(p.words([]int{3}), p.Px(228), 1.1, p.Px(62), p.Px(200), page.LeafInk, page.OnLeaf)
	p.kinds(page.Area(p.left, p.Px(750), p.right-p.left, p.H-p.Px(252+750)))
	p.footName(p.State.Catalogue.Name, p.invite())
}

// words returns the words on the leaf, broken so.
func (p *slide) words(breaks []int) banner {
	return p.banner(heading{session.IndexTitle, breaks}, len(breaks)+1, .02, false)
}

// Cells of the index: of the least height, u, a column holds so many.
const (
	leastKind = 88
	fewKinds  = 4    // so few stand in one column
	kindMost  = 230  // the most height of a cell, u
	wideKinds = 1600 // the width from which on three columns have icons
)

// cells is the arrangement of the categories: columns, rows, and whether they have icons.
type cells struct {
	columns, rows int
	icons         bool
}

// cellsOf returns the arrangement of n categories in columns of room for so many rows: two columns, or
// three without icons. A wide screen has three with icons.
func cellsOf(n, room int, wide bool) cells {
	switch {
	case n <= fewKinds:
		return cells{1, n, true}
	case wide && n <= 3*max(room, 4):
		return cells{3, (n + 2) / 3, true}
	case n <= 2*max(room, 6):
		return cells{2, (n + 1) / 2, true}
	}
	return cells{3, min((n+2)/3, room), false}
}

// kinds sets the 一级事项 in an area, in order by rows, with gold lines between the rows. …… stands for
// those without room.
func (p *slide) kinds(r fixed.Rectangle26_6) {
	all := p.State.Catalogue.Categories()
	c := cellsOf(len(all), int((r.Max.Y-r.Min.Y)/p.Px(leastKind)), r.Max.X-r.Min.X > p.Px(wideKinds))
	gap, l := p.Px(48), p.addLayer("cats", page.Paper)
	w := (r.Max.X - r.Min.X - gap*fixed.Int26_6(c.columns-1)) / fixed.Int26_6(c.columns)
	h := (r.Max.Y - r.Min.Y) / fixed.Int26_6(max(1, c.rows))
	if c.columns == 1 {
		h = min(h, p.Px(kindMost))
	}
	room := c.columns * c.rows
	side, pen := p.kindPen(all, c, w)
	for i, g := range all[:min(len(all), room)] {
		at := page.Area(r.Min.X+fixed.Int26_6(i%c.columns)*(w+gap), r.Min.Y+fixed.Int26_6(i/c.columns)*h, w, h)
		if i >= c.columns {
			l.Fill(page.Area(at.Min.X, at.Min.Y, w, p.Rule(2)), page.Gold)
			at.Min.Y += p.Rule(2)
		}
		if i+1 == room && len(all) > room {
			g = catalogue.Category{Name: build.Ellipsis}
		}
		p.kind(l, g, at, c.icons, side, pen)
		at.Min.Y = r.Min.Y + fixed.Int26_6(i/c.columns)*h
		p.Box("cats", at)
	}
	l.Hug()
}

// kindPen returns the size of an icon and the pen of the names in cells of width w. A name that is a little too
// long makes all smaller.
func (p *slide) kindPen(all []catalogue.Category, c cells, w fixed.Int26_6) (side fixed.Int26_6, n build.Pen) {
	side, n = p.Pick(72, 60), build.Pen{Face: fonts.SerifBlack, Size: p.PickType(58, 50), Leading: 1}
	if c.columns == 1 {
		side, n.Size = p.Pick(108, 90), p.PickType(88, 76)
	}
	if c.icons {
		w -= side + p.Px(20)
	}
	least := page.Scale(n.Size, .76)
	for _, g := range all {
		if fits := p.FitLine(g.Name, n, w, 0); fits.Size >= least {
			n = fits
		}
	}
	return side, n
}

// kind sets icon and name of a category in the middle of a cell.
func (p *slide) kind(l *page.Layer, g catalogue.Category, r fixed.Rectangle26_6, icons bool, side fixed.Int26_6, n build.Pen) {
	x, h := r.Min.X, r.Max.Y-r.Min.Y
	if icons {
		side = min(side, h-p.Px(8))
		if g.Icon != "" {
			l.Icon(g.Icon, x, (r.Min.Y+r.Max.Y-side)/2, side, page.Red)
		}
		x += side + p.Px(20)
	}
	n = p.FitLine(g.Name, n, r.Max.X-x, p.Type(37))
	set := func(n build.Pen) typeset.Paragraph {
		return typeset.Paragraph{Spans: []typeset.Span{n.Span(g.Name)}, Measure: r.Max.X - x, Title: true}
	}
	if p.width(n, g.Name) > r.Max.X-x {
		n.Leading = 1.15
	}
	n, par := p.Shrink(build.Fit{Least: p.Type(24), Factor: .95, Height: h - p.Px(6)}, n, set)
	par.MaxLines = max(1, int((h-p.Px(6))/n.Line()))
	t := p.Block(par, n, page.Black)
	t.Paint(p.Draft, l, x, (r.Min.Y+r.Max.Y-t.Height())/2)
}
