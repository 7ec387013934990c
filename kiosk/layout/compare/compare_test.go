package compare

import (
	"image"
	"testing"

	"gongkai/kiosk/page"
	"gongkai/kiosk/typeset"
)

// TestLayout: the screens stand whole beside each other below their words, and what is missing is named in its place.
func TestLayout(t *testing.T) {
	for _, size := range []image.Point{{1080, 1920}, {1920, 1080}, {270, 480}, {3840, 1080}} {
		for _, there := range [][2]bool{{true, true}, {false, true}, {true, false}} {
			s := Layout(size, there, &page.Normal, typeset.New())
			a, b := s.Places[0], s.Places[1]
			all := image.Rectangle{Max: s.Size}
			if a.Size() != size || b.Size() != size || !a.In(all) || !b.In(all) || a.Max.X >= b.Min.X || a.Min.Y != b.Min.Y {
				t.Errorf("%v: screens at %v and %v of %v", size, a, b, s.Size)
			}
			want := map[string]image.Rectangle{
				"改前": image.Rect(a.Min.X, 0, a.Max.X, a.Min.Y),
				"改后": image.Rect(b.Min.X, 0, b.Max.X, b.Min.Y),
			}
			if !there[0] {
				want["改前没有这一页"] = a
			}
			if !there[1] {
				want["改后没有这一页"] = b
			}
			for _, text := range textsOf(s.Page) {
				word := text.Spans[0].Text
				r := image.Rect(text.X, text.Y-text.Spans[0].Style.Size.Ceil(), text.X+text.Lines[0].Width.Ceil(), text.Y)
				if place, ok := want[word]; !ok || !r.In(place) {
					t.Errorf("%v %v: %s at %v, want it in %v", size, there, word, r, place)
				}
				delete(want, word)
			}
			if len(want) > 0 {
				t.Errorf("%v %v: no words %v", size, there, want)
			}
		}
	}
}

func textsOf(p *page.Page) (all []*page.Text) {
	for _, l := range p.Layers {
		for _, it := range l.Items {
			if text, ok := it.(*page.Text); ok {
				all = append(all, text)
			}
		}
	}
	return all
}
