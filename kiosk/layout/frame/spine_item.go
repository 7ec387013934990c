package frame

import (
	"unicode/utf8"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
)

// ItemSpine paints an item's number on the spine, and its 一级事项, which opens the category. If that is the page's title
// or longer than the spine, the running title stands there, which opens home at the item's row.
func ItemSpine(b *build.Draft, f *Frame, it *catalogue.Item) {
	holds := SpineHolds(b, f, it)
	var open session.Event = session.FindRow{Number: it.Number}
	if holds {
		open = session.Open{Screen: session.Screen{Kind: session.Category, Category: it.Category}}
	}
	headTarget(b, f, open)
	middle, y := (f.Foot.Min.X+f.Foot.Max.X)/2, SpineTop(b.Grid)
	SpineNumber(b, f, it.Number, y)
	y += b.Px(76) + b.Px(28)
	hair := page.Area(middle-b.Px(26), y, b.Px(52), b.Rule(2))
	b.BoxAs(page.Spine, "leaf.hair", hair)
	f.Spine.Fill(hair, page.OnLeaf2)
	y += b.Px(2) + b.Px(36)

	if !holds {
		RunningTitle(b, f, y)
		return
	}
	opensMark(b, f, SpineText(b, f, it.Category, spinePen(b, it), y))
}

// CategorySpine paints a category's icon on the spine, and the running title, which opens home at the row of the
// category's first item.
func CategorySpine(b *build.Draft, f *Frame, icon string, first int) {
	headTarget(b, f, session.FindRow{Number: first})
	RunningTitle(b, f, SpineIcon(b, f, icon))
	f.head(f.Foot.Min.Y - hitGap(b.Grid))
}

// spinePen returns the style of an item's 一级事项 on the spine.
func spinePen(b *build.Draft, it *catalogue.Item) build.Pen {
	p := build.Pen{Face: fonts.SerifBlack, Size: b.Type(64), Leading: 1.2, Track: .2}
	if utf8.RuneCountInString(it.Category) > 6 {
		p.Size = b.Type(48)
	}
	return p
}

// SpineHolds reports whether an item's 一级事项 stands on the spine: it is not the page's title, and
// not longer than the spine.
func SpineHolds(b *build.Draft, f *Frame, it *catalogue.Item) bool {
	y := SpineTop(b.Grid) + b.Px(76+28+2+36)
	n := fixed.Int26_6(utf8.RuneCountInString(it.Category))
	return it.Title != "" && y+n*spinePen(b, it).Line()+b.Pick(20, 12)+b.Px(40) <= spineEnd(b, f)-b.Px(16)
}
