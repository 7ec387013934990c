package page

import (
	"fmt"
	"strings"
	"testing"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/session"
)

// sheetScreens are what lies over a page, and the quiet screens.
var sheetScreens = []designScreen{
	{"accessibility", func(t *testing.T) session.State {
		st := at(rows(t, 14), session.Screen{Kind: session.Home})
		st.Mode = session.Mode{Text: 1, Reduced: true}
		st.Sheet.Kind = session.Accessibility
		return st
	}},
	{"takeaway", func(t *testing.T) session.State {
		st := at(rows(t, 14), session.Screen{Kind: session.Item, Number: 6})
		st.Sheet.Kind = session.Takeaway
		return st
	}},
	{"idle-warning", func(t *testing.T) session.State {
		st := at(rows(t, 14), session.Screen{Kind: session.Item, Number: 6})
		for st.Warned, st.Touched = true, noon; session.Left(st) > 15; {
			st.Touched = st.Touched.Add(-1e9)
		}
		return st
	}},
}

var sheetExceptions = []exception{
	{"*-takeaway-three", "text 示例", "only the sample's own"},
}

// long is the shipped catalogue whose row 4 has a guide that takes three codes.
func long(t testing.TB) *catalogue.Catalogue {
	t.Helper()
	files := shipped(t)
	for i := range files {
		if strings.HasPrefix(files[i].Path, "items/04") {
			files[i].Data = append(files[i].Data, fmt.Sprintf("\n[[guide]]\nheading = \"示例\"\nbody = \"\"\"\n%s\"\"\"\n", strings.Repeat("示例文字：本段用来试验很长的办事指南。\n", 45))...)
		}
	}
	return parsed(t, files)
}

// TestDesignTakeawayThree compares the sheet alone: the page below it is of the sample guide.
func TestDesignTakeawayThree(t *testing.T) {
	design := readDesign(t)
	for name, size := range map[string][2]int{"portrait-takeaway-three": {1080, 1920}, "landscape-takeaway-three": {1920, 1080}} {
		t.Run(name, func(t *testing.T) {
			want := design[name]
			st := at(long(t), session.Screen{Kind: session.Item, Number: 4})
			st.Sheet.Kind = session.Takeaway
			p := laid(st, size[0], size[1])
			boxes := make(map[string]boxList)
			for k, v := range want.Boxes {
				if k == "code" || k == "part" || k == "button" || strings.HasPrefix(k, "sheet") {
					boxes[k] = v
				}
			}
			texts := want.Texts
			for i, w := range texts {
				if w.text == "带走" && w.size == 64 {
					texts = texts[i:]
					break
				}
			}
			var over Page
			for _, l := range p.Layers {
				if l.Over {
					over.Layers = append(over.Layers, l)
				}
			}
			for _, b := range p.Boxes {
				if boxes[b.Name] != nil {
					over.Boxes = append(over.Boxes, b)
				}
			}
			c := comparison{t: t, screen: name}
			c.boxes(&over, boxes)
			c.texts(&over, texts)
			t.Logf("largest difference: boxes %.1f u (%s), texts %.1f u (%s)", c.box, c.boxAt, c.text, c.textAt)
		})
	}
}
