package layout

import (
	"testing"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/layout/sample"
	"gongkai/kiosk/session"
)

// FuzzFile lays out whatever a content file may hold, on screens of any size: no
// page panics, none scrolls backwards, and a layer has the same hash twice.
func FuzzFile(f *testing.F) {
	for _, file := range sample.Shipped(f) {
		f.Add(file.Data, 1080, 1920)
	}
	f.Add([]byte("number = 1\ncategory = \"示\"\ncontent = \"（\"\n"), 1, 1)
	f.Add([]byte("number = 1\ncategory = \"abc\"\ntitle = \"\U0002a6a5\ue000\"\ncontent = \"\"\"\na（\n  b、\n  c）\n\"\"\"\n"), 3000, 40)
	settings := catalogue.File{Path: "kiosk.toml", Data: []byte("centre = \"示例社区\"\ncatalogue = \"示例目录\"\n")}
	f.Fuzz(func(t *testing.T, data []byte, w, h int) {
		c, _ := catalogue.Parse([]catalogue.File{settings, {Path: "items/1.toml", Data: data}})
		w, h = min(max(w, 0), 4000), min(max(h, 0), 4000)
		screens := []session.Screen{{Kind: session.Preparing}}
		if c != nil {
			it := c.Items[0]
			screens = []session.Screen{{Kind: session.Attract, Number: it.Number}, {Kind: session.Home}, {Kind: session.Category, Category: it.Category}, {Kind: session.Item, Number: it.Number}}
		}
		for _, s := range screens {
			p, again := laid(sample.At(c, s), w, h), laid(sample.At(c, s), w, h)
			if p.Scroll.Max < 0 {
				t.Errorf("%s scrolls %d", s.Kind, p.Scroll.Max)
			}
			for i, l := range p.Layers {
				if l.Hash != again.Layers[i].Hash {
					t.Errorf("%s: layer %s is not the same twice", s.Kind, l.Name)
				}
			}
		}
	})
}
