package build

import (
	"golang.org/x/image/math/fixed"

	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
)

// A resident's choices (session.Mode) change every page: text grows by its step
// (docs/design/README.md section 9), in low reach all targets lie low (section 10), in high
// contrast what is pressed is inverted (contrast.go).

// Modes are how a page is laid out for its reader.
type Modes struct {
	Step     float64 // the factor by which text grows: 1, 1.3, 1.6 or 2, or more on a panel that is far or small
	Low      bool    // low reach; mostly ignored in landscape, whose bar is low already
	Contrast bool
	Floor    fixed.Int26_6 // the least size of type, px; 0: whatever the design draws
}

// ModesOf returns the modes of a state.
func ModesOf(st session.State, theme *page.Theme, g page.Grid) Modes {
	m := st.Mode
	return Modes{Step: max(1, m.Text) * g.TextScale(st.Panel), Low: m.LowReach && (!g.Landscape || lowInLandscape(g, st)), Contrast: *theme == page.Contrast, Floor: min(g.TypeFloor(st.Panel), g.Px(MostFloor))}
}

// MostFloor is the limit to the floor, u: strip, bar and pill hold no larger line, and text that has room grows by its step.
const MostFloor = 80

// Limits to the step of labels, titles and controls.
const MostLabel, MostTitle, MostControl = 1.6, 1.25, 1.3

// Every size of type comes from one of the functions below, and none is less than the floor that
// the panel and its reading distance set (layout.TestFloor). A part without room for it then sets its
// text in the largest size that fits (Fit, FitLine).

// scaled returns a size of type times a step, but at least the floor.
func (b *Draft) scaled(size fixed.Int26_6, step float64) fixed.Int26_6 {
	return max(page.Scale(size, step), b.Floor)
}

// Type returns a size of type of n u.
func (b *Draft) Type(n float64) fixed.Int26_6 { return max(b.Px(n), b.Floor) }

// PickType returns Type of p u in portrait and l u in landscape.
func (b *Draft) PickType(p, l float64) fixed.Int26_6 { return max(b.Pick(p, l), b.Floor) }

// BodySize returns a size of n u that grows with the text step: that of h2 and smaller text,
// except numerals, strip, bar, keys and sheets, which keep their sizes.
func (b *Draft) BodySize(n float64) fixed.Int26_6 { return b.scaled(b.Px(n), b.Step) }

// PickBodySize returns BodySize of p u in portrait and l u in landscape.
func (b *Draft) PickBodySize(p, l float64) fixed.Int26_6 { return b.scaled(b.Pick(p, l), b.Step) }

// LabelSize returns a label's size of n u.
func (b *Draft) LabelSize(n float64) fixed.Int26_6 {
	return b.scaled(b.Px(n), min(b.Step, MostLabel))
}

// TitleSize returns a size of n u of an item's or a notice's title.
func (b *Draft) TitleSize(n float64) fixed.Int26_6 {
	return b.scaled(b.Px(n), min(b.Step, MostTitle))
}

// ControlSize returns a size of n u of the text in pill, tabs and 〔改〕.
func (b *Draft) ControlSize(n float64) fixed.Int26_6 {
	return b.scaled(b.Px(n), min(b.Step, MostControl))
}

// MostFrame is the limit to the step of the words of bar, foot, strip and sheets, which grow from step 1.6 on.
const MostFrame = 1.3

// Frame returns the factor by which the words of the frame grow, at most most.
func (b *Draft) Frame(most float64) float64 {
	if !b.Huge() {
		return 1
	}
	return min(MostFrame, most)
}

// FrameSize returns a size of n u of a word of the frame.
func (b *Draft) FrameSize(n float64) fixed.Int26_6 { return b.scaled(b.Px(n), b.Frame(MostFrame)) }

// Large reports whether text is too large for the board as designed.
func (b *Draft) Large() bool { return b.Step > 1.2 }

// Huge reports whether text is so large that two columns become one.
func (b *Draft) Huge() bool { return b.Step >= 1.6 }
