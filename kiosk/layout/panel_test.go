package layout

import (
	"fmt"
	"image"
	"math"
	"testing"

	"gongkai/fonts"
	"gongkai/kiosk/layout/sample"
	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
	"gongkai/kiosk/typeset"
)

// panels are screens whose size and place are known: a tablet, the design's, one that is far
// away, a large one that hangs at a hand's height, and one whose edge is low.
var panels = []struct {
	session.Panel
	size image.Point
}{
	{session.Panel{Diagonal: 13.3 * 25.4, Bottom: 900, Distance: 400}, image.Pt(1080, 1920)},
	{session.Panel{Diagonal: 21.5 * 25.4, Bottom: 850, Distance: 600}, image.Pt(1080, 1920)},
	{session.Panel{Diagonal: 21.5 * 25.4, Bottom: 700, Distance: 900}, image.Pt(1080, 1920)},
	{session.Panel{Diagonal: 43 * 25.4, Bottom: 800, Distance: 1000}, image.Pt(1080, 1920)},
	{session.Panel{Diagonal: 55 * 25.4, Bottom: 500, Distance: 1000}, image.Pt(2160, 3840)},
	{session.Panel{Diagonal: 32 * 25.4, Bottom: 900, Distance: 1200}, image.Pt(1920, 1080)},
}

// Body text is wide enough at the eye, in whole characters a line.
func TestPanelText(t *testing.T) {
	for _, p := range panels {
		st := sample.At(sample.Rows(t, 14), session.Screen{Kind: session.Item, Number: 12})
		st.Panel = p.Panel
		laid := Layout(st, page.ThemeOf(st), p.size, typeset.New())
		perPx := p.Diagonal / math.Hypot(float64(p.size.X), float64(p.size.Y))
		for _, l := range laid.Layers {
			for _, it := range l.Items {
				x, ok := it.(*page.Text)
				if !ok || len(x.Lines) < 2 || x.Spans[0].Style.Face != fonts.SansRegular {
					continue
				}
				high := float(x.Spans[0].Style.Size) * .73 * perPx // the height of a capital
				if angle := 2 * math.Atan(high/2/p.Distance) * 180 / math.Pi; l.Scrolls && angle < .7-.002 && x.Ink == page.Black {
					t.Errorf("%v: a capital of %.1f mm is %.3f degrees", p.Panel, high, angle)
				}
			}
		}
	}
}

// Every page is whole on every panel, at every step, with and without low reach.
func TestPanelWalk(t *testing.T) {
	set := typeset.New()
	for i, p := range panels {
		for _, s := range screensOf(sample.Rows(t, 14)) {
			for k, step := range []float64{1, 1.3, 1.6, 2, 1, 2} {
				st := sample.At(sample.Rows(t, 14), s)
				st.Panel, st.Mode = p.Panel, session.Mode{Text: step, LowReach: (i+k)%2 == 0}
				if k > 3 {
					st.Mode.LowReach, st.Sheet.Kind = true, session.Accessibility
				}
				t.Run(fmt.Sprintf("%v/%s/%g/%v", p.Panel, title(s), step, st.Sheet.Kind), func(t *testing.T) {
					crossOne(t, set, st, p.size)
				})
			}
		}
	}
}

// On a large screen nothing is touched above 1,100 mm, unless three rows need it, or below
// 800 mm.
func TestPanelReach(t *testing.T) {
	for _, p := range panels[3:5] {
		for _, s := range []session.Screen{{Kind: session.Home}, {Kind: session.Item, Number: 6}, {Kind: session.Category, Category: "生育"}} {
			st := sample.At(sample.Rows(t, 14), s)
			st.Panel, st.Mode.LowReach = p.Panel, true
			laid := Layout(st, page.ThemeOf(st), p.size, typeset.New())
			perPx := p.Diagonal / math.Hypot(float64(p.size.X), float64(p.size.Y))
			for _, target := range laid.Targets {
				low := p.Bottom + perPx*float64(p.size.Y-min(target.Hit.Max.Y, p.size.Y))
				high := p.Bottom + perPx*float64(p.size.Y-target.Hit.Min.Y)
				least := page.NewGrid(p.size).Px(152 + 136 + 24 + 3*110).Ceil() // bar, pager and three rows, whatever they need
				if top := max(1100, max(p.Bottom, 800)+perPx*float64(least)); high > top+1 || low < 800-1 && !target.Scrolls {
					t.Errorf("%v %v: %s lies between %.0f and %.0f mm", p.Panel, s.Kind, target.Name, low, high)
				}
			}
		}
	}
}
