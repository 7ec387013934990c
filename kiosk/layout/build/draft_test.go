package build

import (
	"image"
	"slices"
	"testing"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
)

// TestPressed: a target and its ground keep together when either changes.
func TestPressed(t *testing.T) {
	b := draft(1080, 1920, session.State{})
	l := b.Layer("body", rect(0, 0, 1080, 1920), page.Paper)
	l.Scrolls = true
	b.Press(l, "first", rect(0, 0, 9, 9), rect(0, 0, 9, 9), page.Sand, session.GoHome{})
	n := b.Press(l, "second", rect(10, 10, 50, 50), rect(0, 0, 60, 60), page.RedDown, session.GoBack{})
	target := &b.Targets[1]
	if n.Target != 2 || n.Ground.Target != 2 || n.Ground.Ink != page.None || n.Ground.Down != page.RedDown || !target.Scrolls || target.Layer != l {
		t.Errorf("target %+v, ground %+v", target, n.Ground)
	}
	if target.Paint != image.Rect(10, 10, 50, 50) || target.Hit != image.Rect(0, 0, 60, 60) {
		t.Errorf("painted at %v, hit at %v", target.Paint, target.Hit)
	}
	n.Reach(rect(5, 5, 70, 70))
	n.Cover(image.Rect(20, 20, 40, 40))
	if target.Hit != image.Rect(5, 5, 70, 70) || target.Paint != image.Rect(20, 20, 40, 40) || n.Ground.Rect != target.Paint {
		t.Errorf("then painted at %v, ground at %v, hit at %v", target.Paint, n.Ground.Rect, target.Hit)
	}
}

// TestAside: what is only measured leaves neither boxes nor items.
func TestAside(t *testing.T) {
	b := draft(1080, 1920, session.State{})
	b.Box("kept", rect(0, 0, 9, 9))
	b.Aside(func(l *page.Layer) {
		b.DoubleRule(l, 0, 0, fixed.I(100))
		if len(l.Items) != 2 || len(b.Boxes) != 2 {
			t.Errorf("%d items, %d boxes", len(l.Items), len(b.Boxes))
		}
	})
	if len(b.Layers) != 0 || len(b.Boxes) != 1 || b.Boxes[0].Name != "kept" {
		t.Errorf("%d layers, boxes %v", len(b.Layers), b.Boxes)
	}
}

// TestDoubleRule: 6, gap 5, 2 at a px a u; whole px, one at least, on small screens.
func TestDoubleRule(t *testing.T) {
	for size, want := range map[image.Point][]string{
		image.Pt(1080, 1920): {"red (50,100)-(950,106)", "red (50,111)-(950,113)"},
		image.Pt(270, 480):   {"red (50,100)-(950,102)", "red (50,102)-(950,103)"},
	} {
		b, l := draft(size.X, size.Y, session.State{}), &page.Layer{}
		end := b.DoubleRule(l, fixed.I(50), fixed.I(100), fixed.I(900))
		if got := painted(l); !slices.Equal(got, want) || end != fixed.I(100)+b.Px(13) {
			t.Errorf("%v: %q to %v, want %q", size, got, end, want)
		}
	}
}

// TestButtons: an outlined ground turns over when it is pressed; a primary one is red at rest.
func TestButtons(t *testing.T) {
	for _, c := range []struct {
		command Command
		inks    []page.Ink // from the ground up
		face    fonts.Face
	}{
		{Command{Word: "继续"}, []page.Ink{page.Paper, page.Red, page.Red}, fonts.SansMedium},
		{Command{Word: "继续", Icon: "home"}, []page.Ink{page.Paper, page.Red, page.Red, page.Red}, fonts.SansMedium},
		{Command{Word: "继续", Primary: true}, []page.Ink{page.Red, page.Paper}, fonts.SansBold},
	} {
		b := draft(1080, 1920, session.State{})
		l := b.Layer("sheet", rect(0, 0, 1080, 1920), page.Paper)
		c.command.Event = session.GoBack{}
		b.PaintCommand(l, rect(100, 100, 500, 212), c.command)
		var inks []page.Ink
		for _, it := range l.Items {
			look := page.LookOf(it)
			inks = append(inks, look.Ink)
			if look.Target != 1 || look.Down == page.None {
				t.Errorf("%+v: %+v is not pressed with it", c.command, look)
			}
		}
		word := l.Items[len(l.Items)-1].(*page.Text).Spans[0]
		if !slices.Equal(inks, c.inks) || word.Style.Face != c.face || b.Targets[0].Event != (session.GoBack{}) {
			t.Errorf("%+v: inks %v in %v", c.command, inks, word.Style.Face)
		}
	}
}

// TestFitImage: an image fills its room one way and stays within it the other way.
func TestFitImage(t *testing.T) {
	for _, c := range []struct{ width, height, w, h, wantW, wantH int }{
		{400, 200, 800, 800, 800, 400}, {200, 400, 800, 800, 400, 800}, {300, 300, 800, 800, 800, 800},
		{40000, 1, 800, 800, 800, 1}, {1, 40000, 800, 800, 1, 800},
	} {
		im := &catalogue.Image{Width: c.width, Height: c.height}
		if w, h := FitImage(im, fixed.I(c.w), fixed.I(c.h)); w != fixed.I(c.wantW) || h != fixed.I(c.wantH) {
			t.Errorf("%d x %d: %v x %v, want %d x %d", c.width, c.height, w, h, c.wantW, c.wantH)
		}
	}
	if n := ShownImages([]catalogue.Image{{}, {Width: 1, Height: 1}, {Width: 9}, {Height: 9}}); n != 1 {
		t.Errorf("%d of four images can be shown", n)
	}
}

// TestScrollLayer: a body scrolls, and is seen through its first bounds.
func TestScrollLayer(t *testing.T) {
	b := draft(1080, 1920, session.State{})
	l := b.ScrollLayer(rect(120, 112, 1080, 1600))
	if !l.Scrolls || b.Scroll.Viewport != image.Rect(120, 112, 1080, 1600) || b.Scroll.Viewport != l.Bounds {
		t.Errorf("layer at %v, scrolls %v, seen through %v", l.Bounds, l.Scrolls, b.Scroll.Viewport)
	}
}
