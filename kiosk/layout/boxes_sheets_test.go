package layout

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/image/math/fixed"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/layout/sample"
	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
)

// sheetScreens are what lies over a page, and the quiet screens.
var sheetScreens = []designScreen{
	{"idle-warning", func(t *testing.T) session.State {
		st := sample.At(contactSample(t), session.Screen{Kind: session.Item, Number: 6})
		for st.Warned, st.Touched = true, sample.Noon; session.Left(st) > 15; {
			st.Touched = st.Touched.Add(-1e9)
		}
		return st
	}},
	{"item-changed", func(t *testing.T) session.State {
		st := sample.At(updatedFiles(t, sample.Contacted(sample.Shipped(t)), 5, 6), session.Screen{Kind: session.Item, Number: 6})
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
		c := *contactSample(t)
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

// contactSample is the shipped catalogue with the contact of the design's pictures.
func contactSample(t testing.TB) *catalogue.Catalogue {
	return sample.Parse(t, sample.Contacted(sample.Shipped(t)))
}

// updated is the shipped catalogue whose rows of these numbers were changed two days before.
func updated(t testing.TB, numbers ...int) *catalogue.Catalogue {
	t.Helper()
	return updatedFiles(t, sample.Shipped(t), numbers...)
}

// updatedFiles is updated for a catalogue's files.
func updatedFiles(t testing.TB, files []catalogue.File, numbers ...int) *catalogue.Catalogue {
	t.Helper()
	for _, n := range numbers {
		for i := range files {
			if strings.HasPrefix(files[i].Path, fmt.Sprintf("items/%02d", n)) {
				files[i].Data = append(files[i].Data, "\nupdated = 2026-03-10\n"...)
			}
		}
	}
	return sample.Parse(t, files)
}

var sheetExceptions = slices.Concat(largerBody("landscape-idle-warning", "landscape-proof"), []exception{
	{"*-changed", "text 改", halfBrackets}, {"*-changed", "text 〔改〕", halfBrackets},
	{"*-home-changed", "text 新", halfBrackets}, {"*-home-changed", "text 〔新〕", halfBrackets},
	{"*-idle-warning", "text 示例", sampleTag}, {"*-proof", "text 示例", sampleTag}, {"*-item-scrolled", "text 示例", sampleTag},
	{"landscape-item-scrolled", "box strip.title", "section 6: words of the strip are 1.3 as large from step 1.6 on"},
	{"*-takeaway-three", "text 示例", "only the sample's own"}, {"*-takeaway-three", "box code.modules", "the code of another sample text"},
})

const (
	halfBrackets = "the brackets are written with the word"
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

// sheetsAlone are sheets that are compared without the page below them: its spine is covered, or it isn't drawn otherwise.
var sheetsAlone = []designScreen{
	{"accessibility", func(t *testing.T) session.State {
		st := sample.At(contactSample(t), session.Screen{Kind: session.Item, Number: 6})
		st.Mode = session.Mode{Text: 1.3, Reduced: true}
		st.Sheet.Kind = session.Accessibility
		return st
	}},
	{"takeaway", func(t *testing.T) session.State {
		st := sample.At(sample.Rows(t, 14), session.Screen{Kind: session.Item, Number: 6})
		st.Sheet.Kind = session.Takeaway
		return st
	}},
}

// sheetParts are the names of a sheet's boxes.
var sheetParts = []string{"sheet", "sheet.edge", "sheet.foot", "option", "step", "switch", "button", "code", "code.modules", "part", "warn"}

// TestDesignSheets compares sheets alone, without the page below them.
func TestDesignSheets(t *testing.T) {
	design := readDesign(t)
	for _, s := range []struct {
		name  string
		state func(*testing.T) session.State
		first string // the sheet's first text
		size  float64
	}{
		{"accessibility", sheetState("accessibility"), "大字", 64}, {"takeaway", sheetState("takeaway"), "存到手机", 64}, {"idle-warning", sheetState("idle-warning"), "15", 260},
		{"takeaway-three", func(t *testing.T) session.State {
			st := sample.At(long(t), session.Screen{Kind: session.Item, Number: 4})
			st.Sheet.Kind = session.Takeaway
			return st
		}, "存到手机", 64},
	} {
		for way, size := range map[string][2]int{"portrait": {1080, 1920}, "landscape": {1920, 1080}} {
			name := way + "-" + s.name
			t.Run(name, func(t *testing.T) {
				want := design[name]
				boxes := make(map[string]boxList)
				for _, part := range sheetParts {
					if list := want.Boxes[part]; list != nil {
						boxes[part] = list
					}
				}
				texts := want.Texts
				for i, w := range texts {
					if w.text == s.first && w.size >= s.size {
						texts = texts[i:]
						break
					}
				}
				p := laid(s.state(t), size[0], size[1])
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
}

// sheetState returns the state of a screen by its name.
func sheetState(name string) func(*testing.T) session.State {
	for _, s := range slices.Concat(sheetScreens, sheetsAlone) {
		if s.name == name {
			return s.state
		}
	}
	return nil
}

// largerBody are the differences of a page's text that is larger than drawn.
func largerBody(screens ...string) (all []exception) {
	for _, screen := range screens {
		for _, what := range []string{
			"box names", "box lead", "box content", "box sub", "box sub.item", "text 补贴情形", "text （包括", "text 残疾*", "text 听力*", "text 一级*", "text 随班*",
			"text 办理*", "text ，", "text ）、",
		} {
			all = append(all, exception{screen, what, largerSub})
		}
	}
	return all
}

// TestDesignScrolled compares a page that is scrolled, where it is seen: the frame of both, and in portrait the text too.
func TestDesignScrolled(t *testing.T) {
	design := readDesign(t)
	still := []string{"leaf", "leaf.num", "leaf.hair", "leaf.title", "strip", "strip.title", "main", "foot", "bar", "bar.slot", "turn", "turn.prev", "turn.take", "turn.next", "flow", "pill", "pill.back", "fade", "thread", "thread.shown", "neighbour"}
	for _, c := range []struct {
		name   string
		w, h   int
		text   float64
		scroll int
		whole  bool
	}{{"portrait-item-scrolled", 1080, 1920, 1, 412, true}, {"landscape-item-scrolled", 1920, 1080, 1.6, 303, false}} {
		t.Run(c.name, func(t *testing.T) {
			st := sample.At(contactSample(t), session.Screen{Kind: session.Item, Number: 6})
			st.Mode.Text, st.View.Scroll = c.text, c.scroll
			p, want := laid(st, c.w, c.h), design[c.name]
			for i, b := range p.Boxes {
				if !slices.Contains(still, b.Name) {
					p.Boxes[i].Rect = b.Rect.Sub(fixed.Point26_6{Y: fixed.I(c.scroll)})
				}
			}
			if !c.whole {
				p.Boxes = slices.DeleteFunc(p.Boxes, func(b page.Box) bool { return !slices.Contains(still, b.Name) })
				for name := range want.Boxes {
					if !slices.Contains(still, name) {
						delete(want.Boxes, name)
					}
				}
			}
			cmp := comparison{t: t, screen: c.name}
			cmp.boxes(p, want.Boxes)
			if c.whole {
				cmp.texts(p, want.Texts)
			}
		})
	}
}
