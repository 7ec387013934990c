package record

import (
	"fmt"
	"image"
	"slices"
	"strings"
	"testing"

	"golang.org/x/image/math/fixed"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
)

// icons returns the names of the icons in their order.
func (c *Flow) icons() string {
	var all []string
	for _, it := range c.On.Items {
		if icon, ok := it.(*page.Icon); ok {
			all = append(all, icon.Name)
		}
	}
	return strings.Join(all, " ")
}

// TestContact checks that an absent field leaves no line, and that without any there is no block.
func TestContact(t *testing.T) {
	all := catalogue.Contact{Desk: "示例窗口", Phone: "0355-0000000", Hours: "示例时间", Address: "示例地址"}
	for _, c := range []struct {
		change func(*catalogue.Contact)
		want   string
	}{
		{func(*catalogue.Contact) {}, "desk phone hours place"},
		{func(k *catalogue.Contact) { k.Phone = "" }, "desk hours place"},
		{func(k *catalogue.Contact) { k.Desk, k.Hours = "", "" }, "phone place"},
		{func(k *catalogue.Contact) { *k = catalogue.Contact{Address: "示例地址"} }, "place"},
		{func(k *catalogue.Contact) { *k = catalogue.Contact{} }, ""},
	} {
		for _, form := range []ContactForm{ContactBelow, ContactWide, ContactRail} {
			k := all
			c.change(&k)
			f := flow(landscape, session.Mode{})
			f.Contact(k, form)
			lines := len(strings.Fields(c.want))
			if f.icons() != c.want || len(f.boxes("contact.item")) != lines || (f.Y > 0) != (lines > 0) || strings.Contains(f.painted(), "到哪里问") != (lines > 0) {
				t.Errorf("form %d: %s with %d boxes to %v, want %s", form, f.icons(), len(f.boxes("contact.item")), f.Y, c.want)
			}
		}
	}
}

// TestContactParts checks that a line breaks between the parts that full-width spaces set apart, and that a longer part
// wraps and is whole.
func TestContactParts(t *testing.T) {
	for _, c := range []struct {
		text  string
		width int
		ends  []int // of the lines
	}{
		{"星期一至星期五　8:30—12:00　14:30—18:00", 884, []int{30}},
		{"星期一至星期五　8:30—12:00　14:30—18:00", 560, []int{19, 30}},
		{"星期一至星期五　8:30—12:00　14:30—18:00", 320, []int{8, 19, 30}},
		{strings.Repeat("示例", 40), 884, []int{24, 48, 72, 80}},
	} {
		f := flow(portrait, session.Mode{})
		f.W = fixed.I(c.width)
		f.Contact(catalogue.Contact{Hours: c.text}, ContactBelow)
		text := f.texts()[1]
		var ends []int
		for _, l := range text.Lines {
			ends = append(ends, l.End)
		}
		if !slices.Equal(ends, c.ends) {
			t.Errorf("%s, %d wide: lines end after %v, want %v", c.text, c.width, ends, c.ends)
		}
	}
}

// TestPhone checks that a number stands on one line at every step, in every form.
func TestPhone(t *testing.T) {
	for _, text := range []string{"0355-0000000", "13900000000", "0355-0000000转8001"} {
		for _, step := range []float64{1, 1.3, 2} {
			for _, form := range []ContactForm{ContactBelow, ContactWide, ContactRail} {
				f := flow(landscape, session.Mode{Text: step})
				f.W = map[ContactForm]fixed.Int26_6{ContactBelow: f.Px(884), ContactWide: f.Px(1018), ContactRail: f.Px(502)}[form]
				f.Contact(catalogue.Contact{Desk: "示例窗口", Phone: text, Hours: "示例时间", Address: "示例地址"}, form)
				for _, l := range f.texts() {
					if wordsOf(l) == text && len(l.Lines) != 1 {
						t.Errorf("%s at %v, form %d: %d lines", text, step, form, len(l.Lines))
					}
				}
			}
		}
	}
}

// TestFloorPlan checks that a plan stands whole in the column, a high one on a square of mat, and its mark's tip at the
// place, below all lines.
func TestFloorPlan(t *testing.T) {
	for _, c := range []struct {
		w, h  int
		at    [2]float64
		plan  image.Point // its size
		mats  int
		above int // more room for the mark
	}{
		{1600, 1000, [2]float64{.4, .7}, image.Pt(884, 552), 0, 0},
		{1600, 1000, [2]float64{0, 0}, image.Pt(884, 552), 0, planMark - planGap},
		{1000, 1600, [2]float64{1, 1}, image.Pt(552, 884), 1, 0},
		{200, 100, [2]float64{.5, .5}, image.Pt(400, 200), 1, 0},
	} {
		f := flow(portrait, session.Mode{})
		f.Contact(catalogue.Contact{Desk: "示例", Map: catalogue.Image{Name: "images/示例.png", Width: c.w, Height: c.h}, At: c.at, Marked: true}, ContactBelow)
		var picture *page.Picture
		for _, it := range f.On.Items {
			if p, ok := it.(*page.Picture); ok {
				picture = p
			}
		}
		line := f.boxes("contact.item")[0]
		want := line.Max.Y + planGap + c.above
		if d := picture.Rect.Size().Sub(c.plan); d.X*d.X+d.Y*d.Y > 2 || f.count(page.Mat) != c.mats || picture.Rect.Min.Y < want-1 || picture.Rect.Min.Y > want+1 {
			t.Errorf("%dx%d: at %v on %d mats, want %v from %d", c.w, c.h, picture.Rect, f.count(page.Mat), c.plan, want)
		}
		mark := f.boxes("plan.mark")[0]
		x, y := picture.Rect.Min.X+int(c.at[0]*float64(picture.Rect.Dx())), picture.Rect.Min.Y+int(c.at[1]*float64(picture.Rect.Dy()))
		if tip := image.Pt((mark.Min.X+mark.Max.X)/2, mark.Min.Y+planMark*87/96); abs(tip.X-x) > 2 || abs(tip.Y-y) > 2 || mark.Min.Y < line.Max.Y {
			t.Errorf("%dx%d: the mark's tip at %v, want %d, %d", c.w, c.h, tip, x, y)
		}
	}
	f := flow(portrait, session.Mode{})
	f.Contact(catalogue.Contact{Map: catalogue.Image{Name: "images/示例.png", Width: 10, Height: 10}}, ContactBelow)
	if fmt.Sprint(f.boxes("plan.mark")) != "[]" {
		t.Error("a mark without a place")
	}
}

func abs(n int) int { return max(n, -n) }

// TestRough checks that counted text is never higher than text that is set.
func TestRough(t *testing.T) {
	cells := []string{
		"办理依据、|办理条件、|咨询投诉信息、|办理地点", "示例（包括| 示例文字、示例文字，| 示例等）、|办理依据、|办理地点等", strings.Repeat("示例文字，", 30) + "|" + strings.Repeat("sample text ", 40) + "|示例文字", "社区工作、活动、资金等相关情况",
		strings.Repeat("《示例》（示例）、", 20) + "|示例",
	}
	for _, size := range []image.Point{portrait, landscape} {
		for _, cell := range cells {
			for i := range 16 {
				f := flow(size, session.Mode{})
				f.Grow = growthAt(i)
				set := func(c *Flow) { c.elements(cellOf(cell)) }
				if rough, real := f.roughly(set), f.Height(set); rough > real || rough < real/2 {
					t.Errorf("%s, %g: counted %v, set %v", cell, f.Grow, rough, real)
				}
			}
		}
	}
}
