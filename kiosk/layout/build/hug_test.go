package build

import (
	"testing"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/page"
	"gongkai/kiosk/typeset"
)

func TestHug(t *testing.T) {
	b := &Draft{Setter: typeset.New(), Page: &page.Page{}}
	l := &page.Layer{}
	p := Pen{Face: fonts.SerifBold, Size: fixed.I(100), Leading: 1}
	b.Label(l, "示例", p, fixed.I(50), 0, page.Black)
	l.Hug()
	baseline := l.Items[0].(*page.Text).Y
	if l.Bounds.Min.X != 48 || l.Bounds.Max.X != 252 || l.Bounds.Min.Y != baseline-90 || l.Bounds.Max.Y != baseline+13 {
		t.Errorf("hanzi of 100 on %d fill %v", baseline, l.Bounds)
	}
	l.Fill(page.Area(0, 0, fixed.I(10), fixed.I(10)), page.Gold)
	l.Icon("touch", fixed.I(300), 0, fixed.I(64), page.Red)
	l.Hug()
	if l.Bounds.Min.X != 0 || l.Bounds.Max.X != 364 {
		t.Errorf("with a rectangle and an icon: %v", l.Bounds)
	}
}
