package layout

import (
	"fmt"
	"image"
	"testing"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/layout/sample"
	"gongkai/kiosk/session"
)

// TestFiveThousand: what is off the screen is not laid out, in any mode.
func TestFiveThousand(t *testing.T) {
	const most = 3000 // things painted on a page; 5,000 rows would be 20,000
	for _, categories := range []int{1, 40, 5000} {
		c := sample.Only(t, 5000, categories)
		for i := range 5000 {
			c.Notices = append(c.Notices, catalogue.Notice{File: fmt.Sprint(i), Title: "示例公告", Date: sample.Noon})
		}
		for _, s := range []session.Screen{{Kind: session.Home}, {Kind: session.Category, Category: c.Items[0].Category}, {Kind: session.Notices}} {
			for _, m := range []session.Mode{{Text: 1}, {Text: 2}, {Text: 1, Contrast: true}, {Text: 1, LowReach: true}} {
				st := aired(c, s)
				st.Mode = m
				n := 0
				for _, l := range laid(st, 1080, 1920).Layers {
					n += len(l.Items)
				}
				if n > most {
					t.Errorf("%d categories, %v, %+v: %d things are painted", categories, s.Kind, m, n)
				}
			}
		}
	}
}

// TestPortions: every notice is reached by turning.
func TestPortions(t *testing.T) {
	c := sample.Only(t, 1, 1)
	for i := range 2*120 + 1 {
		c.Notices = append(c.Notices, catalogue.Notice{File: fmt.Sprint(i), Title: "示例公告", Date: sample.Noon})
	}
	for _, size := range []image.Point{{1080, 1920}, {1920, 1080}} {
		found := map[string]bool{}
		opened(c, session.Screen{Kind: session.Notices}, size.X, size.Y, func(s session.Screen) { found[s.Notice] = true })
		delete(found, "")
		if len(found) != len(c.Notices) {
			t.Errorf("%v: %d of %d notices can be reached", size, len(found), len(c.Notices))
		}
	}
}

// aired is a screen of a catalogue whose notices are all on air.
func aired(c *catalogue.Catalogue, s session.Screen) session.State {
	st := sample.At(c, s)
	for i := range c.Notices {
		st.OnAir = append(st.OnAir, i)
	}
	return st
}
