package layout

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/layout/sample"
	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
)

// sheetScreens are what lies over a page, and the quiet screens.
var sheetScreens = []designScreen{
	{"accessibility", func(t *testing.T) session.State {
		st := sample.At(sample.Rows(t, 14), session.Screen{Kind: session.Home})
		st.Mode = session.Mode{Text: 1, Reduced: true}
		st.Sheet.Kind = session.Accessibility
		return st
	}},
	{"takeaway", func(t *testing.T) session.State {
		st := sample.At(sample.Rows(t, 14), session.Screen{Kind: session.Item, Number: 6})
		st.Sheet.Kind = session.Takeaway
		return st
	}},
	{"idle-warning", func(t *testing.T) session.State {
		st := sample.At(sample.Rows(t, 14), session.Screen{Kind: session.Item, Number: 6})
		for st.Warned, st.Touched = true, sample.Noon; session.Left(st) > 15; {
			st.Touched = st.Touched.Add(-1e9)
		}
		return st
	}},
	{"item-changed", func(t *testing.T) session.State {
		st := sample.At(updated(t, 5, 6), session.Screen{Kind: session.Item, Number: 6})
		st.Change = session.Updated
		return st
	}},
	{"home-changed", func(t *testing.T) session.State {
		c := updated(t, 5, 6)
		c.Items[2].Seen.Appeared = sample.Noon.AddDate(0, 0, -2)
		c.Notices = []catalogue.Notice{{Title: "示例公告", Date: sample.Noon, Seen: c.Items[2].Seen}}
		st := sample.At(c, session.Screen{Kind: session.Home})
		st.OnAir = []int{0}
		return st
	}},
	{"proof", func(t *testing.T) session.State {
		c := *sample.Rows(t, 14)
		c.Revision = "sha256:3f9a2c71d0"
		st := sample.At(&c, session.Screen{Kind: session.Item, Number: 6})
		st.Proof = true
		return st
	}},
	{"night", func(t *testing.T) session.State {
		st := sample.At(sample.Rows(t, 14), session.Screen{Kind: session.Night})
		st.Now = time.Date(2026, 3, 12, 22, 15, 0, 0, sample.Noon.Location())
		return st
	}},
}

// updated is the shipped catalogue whose rows of these numbers were changed two days before.
func updated(t testing.TB, numbers ...int) *catalogue.Catalogue {
	t.Helper()
	files := sample.Shipped(t)
	for _, n := range numbers {
		for i := range files {
			if strings.HasPrefix(files[i].Path, fmt.Sprintf("items/%02d", n)) {
				files[i].Data = append(files[i].Data, "\nupdated = 2026-03-10\n"...)
			}
		}
	}
	return sample.Parse(t, files)
}

var sheetExceptions = []exception{
	{"*-changed", "text 改", halfBrackets}, {"*-changed", "text 〔改〕", halfBrackets},
	{"*-home-changed", "text 新", halfBrackets}, {"*-home-changed", "text 〔新〕", halfBrackets},
	{"*-home-changed", "box fresh", later}, {"*-home-changed", "text 1", later},
	{"*-takeaway-three", "text 示例", "only the sample's own"},
}

const (
	halfBrackets = "the brackets are written with the word"
	later        = "the frame of the third round"
)

// long is the shipped catalogue whose row 4 has a guide that takes three codes.
func long(t testing.TB) *catalogue.Catalogue {
	t.Helper()
	files := sample.Shipped(t)
	for i := range files {
		if strings.HasPrefix(files[i].Path, "items/04") {
			files[i].Data = append(files[i].Data, fmt.Sprintf("\n[[guide]]\nheading = \"示例\"\nbody = \"\"\"\n%s\"\"\"\n", strings.Repeat("示例文字：本段用来试验很长的办事指南。\n", 45))...)
		}
	}
	return sample.Parse(t, files)
}

// TestDesignTakeawayThree compares the sheet alone: the page below it is of the sample guide.
func TestDesignTakeawayThree(t *testing.T) {
	design := readDesign(t)
	for name, size := range map[string][2]int{"portrait-takeaway-three": {1080, 1920}, "landscape-takeaway-three": {1920, 1080}} {
		t.Run(name, func(t *testing.T) {
			want := design[name]
			st := sample.At(long(t), session.Screen{Kind: session.Item, Number: 4})
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
			var over page.Page
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
