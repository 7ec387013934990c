package layout

import (
	"fmt"
	"image"
	"math"
	"strings"
	"testing"

	"gongkai/fonts"
	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/layout/sample"
	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
)

// sizes are the screens that pages are walked at.
var sizes = []image.Point{{540, 960}, {768, 1366}, {1080, 1920}, {1920, 1080}, {2160, 3840}, {1080, 1350}, {1440, 1080}, {2560, 1080}}

// TestWalk walks every page at every size: no text overlaps another or is cut by its layer or the
// screen, every character has a glyph, and targets are large enough.
func TestWalk(t *testing.T) {
	for name, c := range walked(t) {
		for _, s := range screensOf(c) {
			for _, size := range sizes {
				t.Run(fmt.Sprintf("%s/%s/%dx%d", name, title(s), size.X, size.Y), func(t *testing.T) {
					w := walk{T: t, p: laid(sample.At(c, s), size.X, size.Y)}
					w.layers()
					w.texts()
					w.targets()
				})
			}
		}
	}
}

// walked returns catalogues of many kinds.
func walked(t *testing.T) map[string]*catalogue.Catalogue {
	return map[string]*catalogue.Catalogue{
		"shipped": sample.Rows(t, 14),
		"one":     sample.Only(t, 1, 1),
		"three":   sample.Only(t, 3, 2),
		"24":      sample.Rows(t, 24),
		"28":      sample.Only(t, 28, 3),
		"40":      sample.Rows(t, 40),
		"300":     sample.Only(t, 300, 40),
		"odd":     odd(t),
	}
}

// odd returns a catalogue of long and odd sample texts.
func odd(t *testing.T) *catalogue.Catalogue {
	long := strings.Repeat("示例长文字", 30)
	files := []catalogue.File{
		{Path: "kiosk.toml", Data: []byte("centre = \"示例省示例市示例区示例街道示例社区居民委员会党群服务中心\"\ncatalogue = \"示例省示例市基层政务公开事项标准目录（社区部分）二〇二六年修订版\"\n")},
		sample.Item(1, "示例一级事项名称很长很长", "", ""),
		sample.Item(2, "示例一级事项名称很长很长", "示例二级事项名称共有二十四个汉字用来试验换行的样子", ""),
		sample.Item(3, "示例一级事项名称很长很长", "示例事项Example of a long Latin title with many words", ""),
		sample.Item(4, long, long, ""),
		sample.Item(99, "示例", "示例“（《引号》）”、标点", ""),
		sample.Item(100, "示例", "示例三位序号", ""),
		sample.Item(123456, "示例六位序号", "", "audience = \""+long+"\"\n"),
	}
	for i := range 6 {
		files = append(files, sample.Item(200+i, "示例", "示例二级事项名称共有二十四个汉字用来试验换行的样子", ""))
	}
	return sample.Parse(t, files)
}

// screensOf returns all screens of a catalogue.
func screensOf(c *catalogue.Catalogue) []session.Screen {
	all := []session.Screen{{Kind: session.Home}, {Kind: session.Preparing}}
	for i, g := range c.Categories() {
		if i < 14 {
			all = append(all, session.Screen{Kind: session.Category, Category: g.Name})
		}
	}
	for i, it := range c.Items {
		if i < 14 {
			all = append(all, session.Screen{Kind: session.Item, Number: it.Number})
		}
	}
	return all
}

// title returns a screen's name for a test.
func title(s session.Screen) string {
	name := []rune(s.Category)
	return fmt.Sprint(s.Kind, " ", string(name[:min(len(name), 8)]), s.Number, s.Notice)
}

// walk checks a page.
type walk struct {
	*testing.T
	p       *page.Page
	foreign bool // scripts that only the machine's own fonts have are not looked for
}

// layers checks that layers lie on the screen; a scrolling one may end below it, and then there is
// a pill.
func (w walk) layers() {
	if pill := firstPill(w.p); (w.p.Scroll.Max > 0) != (pill != nil) {
		w.Errorf("scrolls %d, pill %v", w.p.Scroll.Max, pill)
	}
	screen := image.Rectangle{Max: w.p.Size}
	for _, l := range w.p.Layers {
		r := l.Bounds
		if l.Scrolls {
			r.Max.Y = min(r.Max.Y, screen.Max.Y)
			if l.Bounds.Max.Y-w.p.Scroll.Viewport.Max.Y != w.p.Scroll.Max {
				w.Errorf("layer %s ends at %d, viewport at %d, scrolls %d", l.Name, l.Bounds.Max.Y, w.p.Scroll.Viewport.Max.Y, w.p.Scroll.Max)
			}
		}
		if !r.In(screen) || r.Empty() {
			w.Errorf("layer %s is at %v", l.Name, l.Bounds)
		}
	}
}

// texts checks that texts keep within their layers and apart from each other; those that scroll may
// pass under others.
func (w walk) texts() {
	type piece struct {
		gotText
		layer *page.Layer
	}
	var all []piece
	for _, l := range w.p.Layers {
		if !w.p.Shows(l, w.p.View.Scroll) {
			continue
		}
		for _, it := range l.Items {
			t, ok := it.(*page.Text)
			if !ok {
				continue
			}
			w.glyphs(t)
			for _, line := range each(t) {
				if b := line.box; !within1(b, l.Bounds) {
					w.Errorf("text %s at %.1f is cut by layer %s %v", line.text, b, l.Name, l.Bounds)
				}
				for _, o := range all {
					if l.Scrolls == o.layer.Scrolls && meet(line.box, o.box) {
						w.Errorf("text %s at %.1f meets %s at %.1f", line.text, line.box, o.text, o.box)
					}
				}
				all = append(all, piece{line, l})
			}
		}
	}
}

// glyphs checks that no glyph is missing.
func (w walk) glyphs(t *page.Text) {
	for _, l := range t.Lines {
		for _, g := range l.Glyphs {
			if _, other := fonts.ScriptOf(g.Rune); g.Missing && !(other && w.foreign) {
				w.Errorf("no glyph for %q", g.Rune)
			}
		}
	}
}

// each calls f for each line of a text. The blank half of a closing mark doesn't count, nor the room
// below figures.
func each(t *page.Text) []gotText {
	var lines []gotText
	for i, l := range t.Lines {
		one := gotText{box: [4]float64{math.Inf(1), math.Inf(1), 0, 0}}
		for _, g := range l.Glyphs {
			_, size := styleOf(t, g.Span)
			one.text += string(g.Rune)
			box := em(t, i, l.X, g.X, g.Y, g.Advance, size)
			switch {
			case strings.ContainsRune("〕）》”，、。：；", g.Rune) && !t.Vertical:
				box[2] = min(box[2], size/2)
			case g.Rune >= '0' && g.Rune <= '9' && !t.Vertical:
				box[3] = .91 * size
			}
			one.cover(box)
		}
		if one.text != "" {
			lines = append(lines, one)
		}
	}
	return lines
}

// within1 reports whether a box lies in a rectangle, but for 1 px.
func within1(b [4]float64, r image.Rectangle) bool {
	return b[0] >= float64(r.Min.X)-1 && b[1] >= float64(r.Min.Y)-1 && b[0]+b[2] <= float64(r.Max.X)+1 && b[1]+b[3] <= float64(r.Max.Y)+1
}

// meet reports whether two boxes share more than 1 px.
func meet(a, b [4]float64) bool {
	return min(a[0]+a[2], b[0]+b[2])-max(a[0], b[0]) > 1 && min(a[1]+a[3], b[1]+b[3])-max(a[1], b[1]) > 1
}

// targets checks that targets are large enough for a finger, on the screen and apart.
func (w walk) targets() {
	least, apart := page.NewGrid(w.p.Size).Px(96).Round()-1, page.NewGrid(w.p.Size).Px(14).Floor()-2
	for i, a := range w.p.Targets {
		if a.Hit.Dx() < least || a.Hit.Dy() < least {
			w.Errorf("target %s %v is less than 96 u", a.Name, a.Hit)
		}
		if !a.Hit.In(a.Layer.Bounds) || !a.Paint.In(a.Layer.Bounds) {
			w.Errorf("target %s %v, %v leaves its layer %v", a.Name, a.Hit, a.Paint, a.Layer.Bounds)
		}
		for _, b := range w.p.Targets[:i] {
			if a.Name == "lately.item" && b.Name == a.Name { // rows of 104 and 96 are drawn, in which 96 for a finger goes first
				continue
			}
			if a.Layer.Shown == b.Layer.Shown && a.Scrolls == b.Scrolls && a.Hit.Inset(-apart).Overlaps(b.Hit) {
				w.Errorf("targets %s %v and %s %v are less than 14 u apart", a.Name, a.Hit, b.Name, b.Hit)
			}
		}
	}
}
