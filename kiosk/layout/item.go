package layout

import (
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/layout/frame"
)

// itemScreen lays out an item's page (docs/design/README.md section 6.4), in portrait in one column,
// in landscape with the facts in a rail at the right.
func itemScreen(b *build.Draft) {
	items := b.State.Catalogue.Items
	at, _ := b.State.Catalogue.Find(b.State.View.Number)
	it := &items[at]
	n := itemNeeds(b, it)
	f := frame.Open(b, n, frame.Head{Spine: func(f *frame.Frame) { frame.ItemSpine(b, f, it) }})
	r := frame.Overflow{Slack: itemSlack(b), Turn: func() { frame.Turn(b, f, items, at) }}
	switch {
	case f.IsSheet():
		itemBelowLeaf(b, f, it, n.Head.TitleSize(b), r)
	case b.Landscape:
		body := b.ScrollLayer(f.Main)
		bottom := twoColumns(b, f, body, it, &r)
		frame.Close(b, f, body, bottom, r)
	default:
		body := b.ScrollLayer(f.Main)
		frame.Close(b, f, body, oneColumn(b, f, body, it), r)
	}
}
