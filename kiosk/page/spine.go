package page

import (
	"fmt"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
)

// spineTop returns where the first thing on a spine begins.
func (g grid) spineTop() fixed.Int26_6 { return g.pick(44, 36) }

// spineIcon paints an icon at the spine's top and returns where what stands below it begins.
func (b *build) spineIcon(f *frame, icon string) fixed.Int26_6 {
	side, y := b.px(60), b.spineTop()
	f.spine.icon(icon, (f.foot.Max.X-side)/2, y, side, OnLeaf2)
	return y + side + b.px(32)
}

// iconSpine returns what paints an icon above the name of a page without an item: 查找 and 公告.
func (b *build) iconSpine(icon, name string) func(*frame) {
	return func(f *frame) {
		y := b.spineIcon(f, icon)
		b.spineText(f, name, pen{face: fonts.SerifBlack, size: b.px(64), leading: 1.2, track: .2}, y)
	}
}

// runningTitle paints the catalogue's name on the spine of a page without a
// 一级事项, with its top at y.
func (b *build) runningTitle(f *frame, y fixed.Int26_6) {
	p := pen{face: fonts.SerifBold, size: b.px(40), leading: 1.2, track: .34}
	b.spineText(f, b.state.Catalogue.Name, p, y)
}

// spineText paints a vertical text in the middle of the spine; what is too long for
// it is set smaller, to 28 u, and then truncated.
func (b *build) spineText(f *frame, text string, p pen, y fixed.Int26_6) {
	room := f.foot.Min.Y - y - b.px(16)
	if n := fixed.Int26_6(len([]rune(text))); n > 0 {
		fit := times(room/n, 1/(1+p.track))
		p.size = min(p.size, max(fit, b.px(28)))
	}
	h := min(room, b.column(f.spine, text, p, f.foot.Max.X/2, y, room, OnLeaf))
	b.boxAs(Spine, "leaf.title", rect((f.foot.Max.X-p.line())/2, y, p.line(), h))
}

// spineNumber sets the 序号 across the spine. Two digits fit at the design's size;
// more are set smaller, in the middle of the same height.
func (b *build) spineNumber(f *frame, number int, y fixed.Int26_6) {
	p, room := pen{face: fonts.SerifBlack, size: b.px(76), leading: 1, track: -.02}, f.foot.Max.X-b.px(16)
	text, full := fmt.Sprint(number), p.line()
	w := min(room, b.set.Width(p.span(text)))
	p = b.fitLine(text, p, room, 0)
	x := (f.foot.Max.X - w) / 2
	b.boxAs(Spine, "leaf.num", rect(x, y, w, full))
	b.label(f.spine, text, p, x, y+(full-p.line())/2, OnLeaf)
}
