package layout

import (
	"testing"
	"time"

	"gongkai/kiosk/layout/sample"
	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
)

// TestMinute holds that a new minute repaints the clock and nothing else.
func TestMinute(t *testing.T) {
	c := sample.Rows(t, 14)
	for _, s := range []session.Screen{{Kind: session.Home}, {Kind: session.Category, Category: "生育"}, {Kind: session.Item, Number: 6}, {Kind: session.Preparing}} {
		st := sample.At(c, s)
		before := laid(st, 1080, 1920)
		st.Now = st.Now.Add(time.Minute)
		after := laid(st, 1080, 1920)
		for i, l := range before.Layers {
			changed := l.Hash != after.Layers[i].Hash
			if changed != (l.Name == "clock") {
				t.Errorf("%s: layer %s changed: %v", s.Kind, l.Name, changed)
			}
		}
	}
}

// TestFrameStays holds that what two pages have in common is the same picture.
func TestFrameStays(t *testing.T) {
	c := sample.Rows(t, 14)
	a := laid(sample.At(c, session.Screen{Kind: session.Category, Category: "生育"}), 1080, 1920)
	b := laid(sample.At(c, session.Screen{Kind: session.Category, Category: "助残"}), 1080, 1920)
	for i, l := range a.Layers {
		same := l.Hash == b.Layers[i].Hash
		switch l.Name {
		case "foot", "strip", "clock", "bar":
			if !same {
				t.Errorf("layer %s differs", l.Name)
			}
		case "spine", "head", "body":
			if same {
				t.Errorf("layer %s is the same", l.Name)
			}
		}
	}
}

// TestHashSees changes one thing of a layer after the other.
func TestHashSees(t *testing.T) {
	base := func() (*page.Layer, *page.Rect, *page.Text, *page.Icon, *page.Fade) {
		p := laid(sample.At(sample.Rows(t, 24), session.Screen{Kind: session.Home}), 540, 960)
		l, fade := firstPill(p), &page.Fade{Ink: page.Paper}
		l.Items = append(l.Items, fade)
		return l, l.Items[0].(*page.Rect), l.Items[2].(*page.Text), l.Items[3].(*page.Icon), fade
	}
	hash := func(change func(l *page.Layer, r *page.Rect, x *page.Text, i *page.Icon, f *page.Fade)) uint64 {
		l, r, x, i, f := base()
		change(l, r, x, i, f)
		p := &page.Page{Theme: &page.Normal, Layers: []*page.Layer{l}}
		p.Seal()
		return l.Hash
	}
	seen := make(map[uint64]int)
	for n, change := range []func(l *page.Layer, r *page.Rect, x *page.Text, i *page.Icon, f *page.Fade){
		func(l *page.Layer, r *page.Rect, x *page.Text, i *page.Icon, f *page.Fade) {},
		func(l *page.Layer, r *page.Rect, x *page.Text, i *page.Icon, f *page.Fade) { l.Bounds.Max.X++ },
		func(l *page.Layer, r *page.Rect, x *page.Text, i *page.Icon, f *page.Fade) { l.Ground = page.Mat },
		func(l *page.Layer, r *page.Rect, x *page.Text, i *page.Icon, f *page.Fade) { r.Rect.Min.Y++ },
		func(l *page.Layer, r *page.Rect, x *page.Text, i *page.Icon, f *page.Fade) { r.Radius++ },
		func(l *page.Layer, r *page.Rect, x *page.Text, i *page.Icon, f *page.Fade) { r.Stroke++ },
		func(l *page.Layer, r *page.Rect, x *page.Text, i *page.Icon, f *page.Fade) { r.Down = page.Black },
		func(l *page.Layer, r *page.Rect, x *page.Text, i *page.Icon, f *page.Fade) { r.Target++ },
		func(l *page.Layer, r *page.Rect, x *page.Text, i *page.Icon, f *page.Fade) { x.Ink = page.Black },
		func(l *page.Layer, r *page.Rect, x *page.Text, i *page.Icon, f *page.Fade) {
			x.Inks = []page.Ink{page.Red}
		},
		func(l *page.Layer, r *page.Rect, x *page.Text, i *page.Icon, f *page.Fade) { x.Y++ },
		func(l *page.Layer, r *page.Rect, x *page.Text, i *page.Icon, f *page.Fade) { x.Vertical = true },
		func(l *page.Layer, r *page.Rect, x *page.Text, i *page.Icon, f *page.Fade) { x.Lines[0].Glyphs[0].ID++ },
		func(l *page.Layer, r *page.Rect, x *page.Text, i *page.Icon, f *page.Fade) { x.Lines[0].Glyphs[0].X++ },
		func(l *page.Layer, r *page.Rect, x *page.Text, i *page.Icon, f *page.Fade) {
			x.Lines[0].Glyphs[0].Missing = true
		},
		func(l *page.Layer, r *page.Rect, x *page.Text, i *page.Icon, f *page.Fade) { i.Name = "up" },
		func(l *page.Layer, r *page.Rect, x *page.Text, i *page.Icon, f *page.Fade) { f.Solid++ },
	} {
		h := hash(change)
		if was, ok := seen[h]; ok {
			t.Errorf("change %d has the hash of %d", n, was)
		}
		seen[h] = n
	}
}
