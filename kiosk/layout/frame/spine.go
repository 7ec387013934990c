package frame

import (
	"fmt"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/page"
)

// SpineTop returns the top of the first item on a spine.
func SpineTop(g page.Grid) fixed.Int26_6 { return g.Pick(44, 36) }

// SpineIcon paints an icon at the spine's top and returns the top of what follows.
func SpineIcon(b *build.Draft, f *Frame, icon string) fixed.Int26_6 {
	side, y := b.Px(60), SpineTop(b.Grid)
	f.Spine.Icon(icon, (f.Foot.Min.X+f.Foot.Max.X-side)/2, y, side, page.OnLeaf2)
	return y + side + b.Px(32)
}

// IconSpine returns a function for Head.Spine that paints an icon above a page's name.
func IconSpine(b *build.Draft, icon, name string) func(*Frame) {
	return func(f *Frame) {
		y := SpineIcon(b, f, icon)
		SpineText(b, f, name, build.Pen{Face: fonts.SerifBlack, Size: b.Type(64), Leading: 1.2, Track: .2}, y)
	}
}

// RunningTitle paints the catalogue's name on the spine of a page without a
// 一级事项, with its top at y, and returns its lower end.
func RunningTitle(b *build.Draft, f *Frame, y fixed.Int26_6) fixed.Int26_6 {
	p := build.Pen{Face: fonts.SerifBold, Size: b.Type(40), Leading: 1.2, Track: .34}
	return SpineText(b, f, b.State.Catalogue.Name, p, y)
}

// SpineText paints a vertical text in the middle of the spine from y on; a long one is set
// smaller, down to 28 u, and then truncated. It returns the text's lower end.
func SpineText(b *build.Draft, f *Frame, text string, p build.Pen, y fixed.Int26_6) fixed.Int26_6 {
	room := spineEnd(b, f) - y - b.Px(16)
	if long := b.ColumnLength(text, p); long > room {
		p.Size = min(p.Size, max(page.Scale(p.Size, float64(room)/float64(long)), b.Px(28)))
	}
	h := min(room, b.Column(f.Spine, text, p, (f.Foot.Min.X+f.Foot.Max.X)/2, y, room, page.OnLeaf))
	b.BoxAs(page.Spine, "leaf.title", page.Area((f.Foot.Min.X+f.Foot.Max.X-p.Line())/2, y, p.Line(), h))
	f.text = y + h
	return f.text
}

// SpineNumber paints 序号 across the spine: two digits in the design's size, more in a smaller
// one, centred in the same height.
func SpineNumber(b *build.Draft, f *Frame, number int, y fixed.Int26_6) {
	p, room := build.Pen{Face: fonts.SerifBlack, Size: b.Type(76), Leading: 1, Track: -.02}, f.Foot.Max.X-f.Foot.Min.X-b.Px(16)
	text, full := fmt.Sprint(number), p.Line()
	w := min(room, b.Setter.Width(p.Span(text)))
	p = b.FitLine(text, p, room, 0)
	x := (f.Foot.Min.X + f.Foot.Max.X - w) / 2
	b.BoxAs(page.Spine, "leaf.num", page.Area(x, y, w, full))
	b.Label(f.Spine, text, p, x, y+(full-p.Line())/2, page.OnLeaf)
}
