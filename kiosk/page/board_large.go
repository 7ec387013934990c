package page

import (
	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/catalogue"
)

// With large text (docs/design/README.md section 9) a category stands above its rows,
// each as high as its title needs, and the board scrolls.

// A category that has one row is one target, and so is a category that is a row
// itself. In the others the category has 96 u for a finger, and each of its rows 98 of at
// least 112, with 14 between them.
const (
	largeRow    = 112 // u, at least, of one among several
	largeAlone  = 96  // u, at least, of one by itself
	largeAbove  = 22  // u: over the category
	largeBelow  = 20  // u: under the last row
	largeApart  = 6   // u: between category and rows
	largeNumber = 76  // u: 序号, or icon
)

// largeColumns lays the columns and returns where the longest ends.
func (d *board) largeColumns() fixed.Int26_6 {
	bottom := d.top
	for i, groups := range d.columns {
		y := d.top
		for k, g := range groups {
			y = d.largeGroup(g, d.x[i], y, k == len(groups)-1)
		}
		d.box("board", rect(d.x[i], d.top, d.w, d.end+d.px(16)-d.top))
		bottom = max(bottom, y)
	}
	return bottom
}

// largeGroup paints a category with its rows; it returns where it ends.
func (d *board) largeGroup(g catalogue.Category, x, y fixed.Int26_6, last bool) fixed.Int26_6 {
	top := y
	alone, name := d.names || len(g.Items) == 1, "category"
	if alone {
		name = "row"
	}
	// its height is not known yet
	group := d.build.press(d.l, name, rect(x, y, d.w, 0), rect(x, y, d.w, 0), Sand, openCategory(d.state.Catalogue.Items, g))
	y = d.largeCategory(g, x, y+d.px(largeAbove)) + d.px(largeApart)
	foot := y - d.px(4)
	if d.names {
		y = d.largeNames(g, x, y)
	} else {
		for i, k := range g.Items {
			y = d.largeItem(&d.state.Catalogue.Items[k], x, y, i, alone)
		}
	}
	if alone {
		foot = y
	}
	y += d.px(largeBelow)
	group.reach(rect(x, top, d.w, foot-top))
	if alone {
		foot = y
	}
	group.cover(whole(d.ground(rect(x, top, d.w, foot-top))))
	if !last {
		d.line(rect(x, y, d.w, d.hair()))
		y += d.hair()
	}
	d.box("group", rect(x, top, d.w, y-top))
	return y
}

// largeCategory paints icon and 一级事项, with the number of its rows where they are not
// shown; it returns where it ends.
func (d *board) largeCategory(g catalogue.Category, x, y fixed.Int26_6) fixed.Int26_6 {
	side, right := d.px(60), x+d.w
	p := pen{face: fonts.SerifBlack, size: d.bodyPick(40, 38), leading: 1}
	count := d.rowCount(len(g.Items))
	if d.names {
		right -= count.width(d.build) + d.px(24)
	}
	text := x + side + d.px(14)
	par := d.oneLine(g.Name, p)
	if d.set.Width(par.Spans...) > right-text {
		p.leading = 1.2
		par = d.phrased(g.Name, nil, p, right-text)
		par.MaxLines = 3
	}
	lines := p.line() * fixed.Int26_6(len(d.set.Lines(par)))
	h := max(side, lines) + d.px(12)
	d.box("category", rect(x, y, d.w, h))
	d.l.icon(g.Icon, x, y+(h-side)/2, side, Red)
	d.para(d.l, par, p, text, y+(h-lines)/2, Black)
	if d.names {
		count.around(d.build, d.l, x+d.w-count.width(d.build), y+h/2)
	}
	return y + h
}

// largeItem adds row i of a category: 序号 and 二级事项, or an excerpt of 公开内容 where the
// item has none. It returns where the row ends.
func (d *board) largeItem(it *catalogue.Item, x, y fixed.Int26_6, i int, alone bool) fixed.Int26_6 {
	r, least := row{ruled: i > 0}, d.touch(largeAlone)
	if !alone {
		r.event, least = openItem(it), d.touch(largeRow)
	}
	number := pen{face: fonts.SerifBold, size: d.px(40), leading: 1}
	nw := d.numberWidth(d.last, d.px(largeNumber), d.px(12), number)
	room := d.w - nw
	if r.mark, _ = d.news(it.Seen, it.Updated); r.mark != "" {
		room -= times(d.px(markRoom), min(d.step, mostControl))
	}
	title := d.largeTitle(it, room)
	h := max(least, title.height()+2*d.px(10))
	if r.ruled {
		h += d.hair()
	}
	r.at = rect(x, y, d.w, h)
	r.lead.blocks = []block{d.numeral(it, number)}
	r.stack = column{x: nw, blocks: []block{title}}
	d.add(r)
	return r.at.Max.Y
}

// largeTitle sets what names an item in a room.
func (d *board) largeTitle(it *catalogue.Item, room fixed.Int26_6) block {
	if it.Title == "" {
		p := pen{face: fonts.SansRegular, size: d.labelled(28), leading: 1.3}
		return d.labelBlock(excerpt(it.Content, max(1, int(room/d.body(28))-2)), p, Ink2)
	}
	p := pen{face: fonts.SansMedium, size: d.bodyPick(31, 29), leading: 1.25}
	par := d.phrased(it.Title, it.Breaks, p, room)
	par.MaxLines = 3
	return d.block(par, p, Black)
}

// largeNames paints the first titles of a category that is a row itself; it returns where they end.
func (d *board) largeNames(g catalogue.Category, x, y fixed.Int26_6) fixed.Int26_6 {
	p := pen{face: fonts.SansRegular, size: d.labelled(28), leading: 1.4}
	h := p.line() * 2
	d.titles(g, p, x+d.px(74), y+h/2, d.w-d.px(74))
	d.note(y+h, len(g.Items))
	return y + h
}
