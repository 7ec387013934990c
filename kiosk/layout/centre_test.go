package layout

import (
	"fmt"
	"image"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gongkai/fonts"
	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/layout/sample"
	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
	"gongkai/kiosk/typeset"
)

// centre returns the sample centre of cmd/kiosk, as real ones are: 60 items and 12 notices.
func centre(t *testing.T) *catalogue.Catalogue {
	t.Helper()
	const dir = "../../cmd/kiosk/testdata/centre"
	var files []catalogue.File
	for _, pattern := range []string{"kiosk.toml", "items/*.toml", "notices/*.toml"} {
		names, err := filepath.Glob(filepath.Join(dir, pattern))
		if err != nil || len(names) == 0 {
			t.Fatalf("no files %s: %v", pattern, err)
		}
		for _, name := range names {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			path, _ := filepath.Rel(dir, name)
			files = append(files, catalogue.File{Path: filepath.ToSlash(path), Data: data})
		}
	}
	return sample.Parse(t, files)
}

// TestCentre walks every page of the sample centre, upright and wide, in the least and the greatest
// text and in low reach: nothing is cut and nothing overlaps.
func TestCentre(t *testing.T) {
	c := centre(t)
	if len(c.Items) != 60 || len(c.Notices) != 12 {
		t.Fatalf("%d items and %d notices", len(c.Items), len(c.Notices))
	}
	screens := []session.Screen{{Kind: session.Home}, {Kind: session.Notices}}
	for _, g := range c.Categories() {
		screens = append(screens, session.Screen{Kind: session.Category, Category: g.Name})
	}
	for _, it := range c.Items {
		screens = append(screens, session.Screen{Kind: session.Item, Number: it.Number}, session.Screen{Kind: session.Attract, Number: it.Number})
	}
	for i := range c.Notices {
		screens = append(screens, session.Screen{Kind: session.Notice, Notice: c.Notices[i].File}, session.Screen{Kind: session.Attract, Notice: c.Notices[i].File})
	}
	for mode, m := range map[string]session.Mode{"1.0": {}, "2.0": {Text: 2}, "low": {LowReach: true}} {
		for _, s := range screens {
			if s.Kind == session.Attract && mode != "1.0" {
				continue
			}
			for _, size := range []image.Point{{1080, 1920}, {1920, 1080}} {
				t.Run(fmt.Sprintf("%s/%s/%dx%d", mode, title(s), size.X, size.Y), func(t *testing.T) {
					st := sample.At(c, s)
					st.Mode = m
					for i := range c.Notices {
						st.OnAir = append(st.OnAir, i)
					}
					if s.Kind == session.Attract {
						walkSlide(walk{T: t, p: Layout(st, &page.Normal, size, typeset.New()), foreign: true})
						return
					}
					w := walk{T: t, p: laid(st, size.X, size.Y), foreign: true}
					w.layers()
					w.texts()
					w.titlesWhole(s)
					w.targets()
				})
			}
		}
	}
}

// titlesWhole checks that no title of a list is truncated: …… stands in excerpts, in the turn strip and where
// the author put it.
func (w walk) titlesWhole(s session.Screen) {
	if s.Kind != session.Category && s.Kind != session.Notices {
		return
	}
	for _, l := range w.p.Layers {
		for _, it := range l.Items {
			t, ok := it.(*page.Text)
			if !ok || t.Spans[0].Style.Face != fonts.SerifBold {
				continue
			}
			for _, line := range each(t) {
				if strings.Contains(line.text, "…") {
					w.Errorf("title %s is truncated", line.text)
				}
			}
		}
	}
}
