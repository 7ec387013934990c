package main

import (
	"image"
	"image/color"
	"testing"

	"gongkai/kiosk/layout"
	"gongkai/kiosk/motion"
	"gongkai/kiosk/page"
	"gongkai/kiosk/paint"
	"gongkai/kiosk/session"
	"gongkai/kiosk/typeset"
)

// colourless is a theme of two colours: all that is written is black, every ground white but that of
// the leaf.
func colourless() *page.Theme {
	var t page.Theme
	for i := range t {
		t[i] = color.RGBA{0, 0, 0, 255}
	}
	for _, ink := range []page.Ink{page.None, page.Paper, page.Mat, page.Mark, page.OnLeaf, page.OnLeaf2, page.Sand, page.RestTick} {
		t[ink] = color.RGBA{255, 255, 255, 255}
	}
	t[page.None] = color.RGBA{}
	return &t
}

// TestColourNeverAlone paints two states of a part in two colours: a form tells them apart.
func TestColourNeverAlone(t *testing.T) {
	st := full(t)
	set, painter := typeset.New(), paint.New(8<<20)
	search, home := still(st, session.Screen{Kind: session.Search}), still(st, session.Screen{Kind: session.Home})
	found := search
	found.View.Query = "CJ"
	sheet := withSheet(home, session.Accessibility)
	contrast := home
	contrast.Mode.Contrast = true
	large := sheet
	large.Mode.Text = 1.6
	guided := still(st, session.Screen{Kind: session.Item, Number: 4})
	for _, size := range []image.Point{{1080, 1920}, {1920, 1080}} {
		for _, c := range []struct {
			what, box string
			n         int // of the boxes of that name
			a, b      session.State
		}{
			{"current slot", "bar.slot", 0, home, guided},
			{"quiet key", "key", 1, search, found},
			{"chosen size", "step", 2, sheet, large},
			{"switch", "switch", 0, sheet, withSheet(contrast, session.Accessibility)},
		} {
			parts := [2]*image.RGBA{}
			for i, st := range []session.State{c.a, c.b} {
				p := layout.Layout(st, colourless(), size, set)
				r, ok := nthBox(p, c.box, c.n)
				if !ok {
					t.Fatalf("%s: no box %s %d", c.what, c.box, c.n)
				}
				m := painter.Screen(size, motion.Compose(motion.Scene{Page: p, Progress: .5}))
				parts[i] = m.SubImage(r).(*image.RGBA)
			}
			if n := differing(parts[0], parts[1]); n < 100 {
				t.Errorf("%v: %s differs in %d pixels without its colour", size, c.what, n)
			} else {
				t.Logf("%v: %s differs in %d pixels without its colour", size, c.what, n)
			}
		}
	}
}

// nthBox returns where the nth part of a name lies.
func nthBox(p *page.Page, name string, n int) (image.Rectangle, bool) {
	for _, b := range p.Boxes {
		if b.Name != name {
			continue
		}
		if n == 0 {
			return page.Round(b.Rect), true
		}
		n--
	}
	return image.Rectangle{}, false
}

// differing counts the pixels in which two pictures of a size differ.
func differing(a, b *image.RGBA) int {
	n := 0
	for y := range a.Rect.Dy() {
		for x := range a.Rect.Dx() {
			if a.RGBAAt(a.Rect.Min.X+x, a.Rect.Min.Y+y) != b.RGBAAt(b.Rect.Min.X+x, b.Rect.Min.Y+y) {
				n++
			}
		}
	}
	return n
}
