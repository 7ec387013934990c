package page

import (
	"testing"
	"time"

	"gongkai/kiosk/session"
)

// TestMinute holds that a new minute repaints the clock and nothing else.
func TestMinute(t *testing.T) {
	c := rows(t, 14)
	for _, s := range []session.Screen{{Kind: session.Home}, {Kind: session.Category, Category: "生育"}, {Kind: session.Item, Number: 6}, {Kind: session.Preparing}} {
		st := at(c, s)
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
	c := rows(t, 14)
	a := laid(at(c, session.Screen{Kind: session.Category, Category: "生育"}), 1080, 1920)
	b := laid(at(c, session.Screen{Kind: session.Category, Category: "助残"}), 1080, 1920)
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
	base := func() (*Layer, *Rect, *Text, *Icon, *Fade) {
		p := laid(at(rows(t, 24), session.Screen{Kind: session.Home}), 540, 960)
		l := p.Scroll.Pill
		return l, l.Items[1].(*Rect), l.Items[3].(*Text), l.Items[4].(*Icon), l.Items[0].(*Fade)
	}
	hash := func(change func(l *Layer, r *Rect, x *Text, i *Icon, f *Fade)) uint64 {
		l, r, x, i, f := base()
		change(l, r, x, i, f)
		b := &build{Page: &Page{Theme: &Normal, Layers: []*Layer{l}}}
		b.seal()
		return l.Hash
	}
	seen := make(map[uint64]int)
	for n, change := range []func(l *Layer, r *Rect, x *Text, i *Icon, f *Fade){
		func(l *Layer, r *Rect, x *Text, i *Icon, f *Fade) {},
		func(l *Layer, r *Rect, x *Text, i *Icon, f *Fade) { l.Bounds.Max.X++ },
		func(l *Layer, r *Rect, x *Text, i *Icon, f *Fade) { l.Ground = Mat },
		func(l *Layer, r *Rect, x *Text, i *Icon, f *Fade) { r.Rect.Min.Y++ },
		func(l *Layer, r *Rect, x *Text, i *Icon, f *Fade) { r.Radius++ },
		func(l *Layer, r *Rect, x *Text, i *Icon, f *Fade) { r.Stroke++ },
		func(l *Layer, r *Rect, x *Text, i *Icon, f *Fade) { r.Down = Black },
		func(l *Layer, r *Rect, x *Text, i *Icon, f *Fade) { r.Target++ },
		func(l *Layer, r *Rect, x *Text, i *Icon, f *Fade) { x.Ink = Black },
		func(l *Layer, r *Rect, x *Text, i *Icon, f *Fade) { x.Inks = []Ink{Red} },
		func(l *Layer, r *Rect, x *Text, i *Icon, f *Fade) { x.Y++ },
		func(l *Layer, r *Rect, x *Text, i *Icon, f *Fade) { x.Vertical = true },
		func(l *Layer, r *Rect, x *Text, i *Icon, f *Fade) { x.Lines[0].Glyphs[0].ID++ },
		func(l *Layer, r *Rect, x *Text, i *Icon, f *Fade) { x.Lines[0].Glyphs[0].X++ },
		func(l *Layer, r *Rect, x *Text, i *Icon, f *Fade) { x.Lines[0].Glyphs[0].Missing = true },
		func(l *Layer, r *Rect, x *Text, i *Icon, f *Fade) { i.Name = "up" },
		func(l *Layer, r *Rect, x *Text, i *Icon, f *Fade) { f.Solid++ },
	} {
		h := hash(change)
		if was, ok := seen[h]; ok {
			t.Errorf("change %d has the hash of %d", n, was)
		}
		seen[h] = n
	}
}
