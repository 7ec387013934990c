package poster

import (
	"fmt"
	"slices"
	"unicode/utf8"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
	"gongkai/kiosk/typeset"
)

// The slide 合页 (docs/design/README.md section 6.1): the rows of one 一级事项 together.

// groupRows is the number of rows that a slide shows; …… stands for others, in restRow u. rowLeast and
// rowMost are the heights of one, u.
const (
	groupRows         = 6
	restRow           = 70
	rowLeast, rowMost = 100, 340
	groupLeading      = 1.06
)

// groupSlide lays out the slide of a category.
func (p *slide) groupSlide() {
	all := p.State.Catalogue.Categories()
	g := all[max(0, slices.IndexFunc(all, func(g catalogue.Category) bool { return g.Name == p.View.Category }))]
	p.open = session.Screen{Kind: session.Category, Category: g.Name}
	of := heading{text: g.Name}
	p.left, p.right = p.Px(72), p.W-p.Px(72)
	if p.Landscape {
		leaf := p.leftLeaf()
		fits := bounds{most: p.Px(360), wide: leaf.Max.X - p.Px(110), high: p.H - p.Px(300), leading: groupLeading}.size
		title, size := largest(p.banners(of, 3, 16, .02, false), func(b banner) fixed.Int26_6 { return fits(b.untracked()) })
		p.titled(title, size, groupLeading, p.Px(72), p.H/2+p.Px(40)-title.height(size, groupLeading)/2, page.LeafInk, page.OnLeaf)
		p.rows(g.Items, page.Area(p.left, p.Px(220), p.right-p.left, p.H-p.Px(190+220)))
		p.invite()
		return
	}
	below := p.Px(float64(min(len(g.Items), groupRows) * rowLeast))
	if len(g.Items) > groupRows {
		below += p.Px(restRow)
	}
	fits := bounds{most: p.Px(440), wide: p.W - p.Px(140), high: p.H - p.Px(252+32+286) - below, leading: groupLeading}.size
	title, size := largest(p.banners(of, 3, 16, .02, false), func(b banner) fixed.Int26_6 { return fits(b.untracked()) })
	leaf := p.Px(286) + title.height(size, groupLeading)
	p.upperLeaf(leaf)
	p.titled(title, size, groupLeading, p.Px(60), p.Px(224), page.LeafInk, page.OnLeaf)
	p.rows(g.Items, page.Area(p.left, leaf+p.Px(32), p.right-p.left, p.H-p.Px(252)-leaf-p.Px(32)))
	p.footName(p.State.Catalogue.Name, p.invite())
}

// untracked returns a banner whose length is that of its characters alone.
func (b banner) untracked() banner {
	b.long /= 1.02
	return b
}

// upperLeaf places a leaf of that height at the top, with name and clock.
func (p *slide) upperLeaf(h fixed.Int26_6) {
	leaf := page.Area(0, 0, p.W, h)
	p.placeLeaf(leaf, page.Area(0, h-p.Px(16), p.W, p.Rule(2)))
	p.askHead(leaf)
}

// leftLeaf places a leaf that leaves 1060 of paper at its right, or more on a wide screen, with name and
// clock, and returns it.
func (p *slide) leftLeaf() fixed.Rectangle26_6 {
	leaf := page.Area(0, 0, min(p.W-p.Px(1060), max(p.Px(860), page.Scale(p.W, .3))), p.H)
	p.placeLeaf(leaf, page.Area(leaf.Max.X-p.Px(16), 0, p.Rule(2), p.H))
	p.left = leaf.Max.X + p.Px(80)
	p.askHead(leaf)
	return leaf
}

// rows sets the first rows below one another in an area, with a gold line between them.
func (p *slide) rows(items []int, r fixed.Rectangle26_6) {
	l, rest := p.addLayer("rows", page.Paper), len(items) > groupRows
	items = items[:min(len(items), groupRows)]
	end := r.Max.Y
	if rest {
		end -= p.Px(restRow)
	}
	n, line := fixed.Int26_6(len(items)), p.Rule(2)
	h := min(p.Px(rowMost)-line, (end-r.Min.Y-(n-1)*line)/n)
	top, wide := r.Min.Y, r.Max.X-r.Min.X
	number, indent := p.rowNumbers(items, h)
	for i, at := range items {
		box := page.Area(r.Min.X, top, wide, h)
		if i > 0 {
			l.Fill(page.Area(r.Min.X, top, wide, line), page.Gold)
			top, box.Max.Y = top+line, box.Max.Y+line
		}
		p.Box("rows", box)
		p.row(l, &p.State.Catalogue.Items[at], page.Area(r.Min.X, top, wide, h), number, indent)
		top += h
	}
	if rest {
		n := build.Pen{Face: fonts.SerifBlack, Size: p.Type(64), Leading: 1}
		p.Label(l, build.Ellipsis, n, r.Min.X+indent, end, page.Red)
	}
	l.Hug()
}

// rowNumbers returns the pen of the rows' 序号 and the offset of their titles, 40 from the widest one.
func (p *slide) rowNumbers(items []int, h fixed.Int26_6) (number build.Pen, indent fixed.Int26_6) {
	number = build.Pen{Face: fonts.SerifBlack, Size: min(p.PickType(130, 110), page.Scale(h, .9)), Leading: 1}
	for _, at := range items {
		number = p.FitLine(fmt.Sprint(p.State.Catalogue.Items[at].Number), number, p.Px(220), 0)
	}
	indent = p.Px(150)
	for _, at := range items {
		indent = max(indent, p.width(number, fmt.Sprint(p.State.Catalogue.Items[at].Number))+p.Px(40))
	}
	return number, indent
}

// row sets 序号 and title of an item in a row, both in its middle.
func (p *slide) row(l *page.Layer, it *catalogue.Item, r fixed.Rectangle26_6, number build.Pen, indent fixed.Int26_6) {
	mid, h := (r.Min.Y+r.Max.Y)/2, r.Max.Y-r.Min.Y
	p.Label(l, fmt.Sprint(it.Number), number, r.Min.X, mid-number.Line()/2, page.Red)
	x := r.Min.X + indent
	n := build.Pen{Face: fonts.SerifBold, Size: p.PickType(72, 68), Leading: 1.3}
	n, par := p.Shrink(build.Fit{Least: p.Type(30), Factor: .95, Height: h - p.Px(10)}, n, func(n build.Pen) typeset.Paragraph {
		text, room := it.Heading(), r.Max.X-x
		return p.Phrased(text, build.MergeBreaks(it.Breaks, utf8.RuneCountInString(text), int(room/n.Size)), n, room)
	})
	par.MaxLines = max(1, int((h-p.Px(10))/n.Line()))
	t := p.Block(par, n, page.Black)
	t.Paint(p.Draft, l, x, mid-t.Height()/2)
}
