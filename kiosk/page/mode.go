package page

import (
	"golang.org/x/image/math/fixed"

	"gongkai/kiosk/session"
)

// What a resident has chosen (session.Mode) changes every page: text grows by its step
// (docs/design/README.md section 9), in low reach all that is touched lies low (section
// 10), in high contrast what is pressed turns over (contrast.go).

// modes are how a page is laid out for its reader.
type modes struct {
	step     float64 // by which text grows: 1, 1.3, 1.6 or 2, and more on a panel that is far or small
	low      bool    // low reach; landscape ignores it, as its bar is low already
	contrast bool
}

func modesOf(st session.State, theme *Theme, g grid) modes {
	m := st.Mode
	return modes{step: max(1, m.Text) * g.scale(st.Panel), low: m.LowReach && (!g.landscape || g.reaches(st)), contrast: *theme == Contrast}
}

// Labels grow less than what they name, titles and controls hardly.
const mostLabel, mostTitle, mostControl = 1.6, 1.25, 1.3

// body returns a size of n u that grows with the text step: from h2 down, but for what has a
// size of its own on every screen (numerals, strip, bar, keys, sheets).
func (b *build) body(n float64) fixed.Int26_6 { return times(b.px(n), b.step) }

// bodyPick returns body of p u in portrait and l u in landscape.
func (b *build) bodyPick(p, l float64) fixed.Int26_6 { return times(b.pick(p, l), b.step) }

// labelled returns a label's size of n u.
func (b *build) labelled(n float64) fixed.Int26_6 { return times(b.px(n), min(b.step, mostLabel)) }

// titled returns a size of n u of an item's or a notice's title.
func (b *build) titled(n float64) fixed.Int26_6 { return times(b.px(n), min(b.step, mostTitle)) }

// control returns a size of n u of what stands in a control that keeps its own size: pill,
// tabs and 〔改〕.
func (b *build) control(n float64) fixed.Int26_6 { return times(b.px(n), min(b.step, mostControl)) }

// large reports whether text is so much larger than the design's that the board has no room for it.
func (b *build) large() bool { return b.step > 1.2 }

// huge reports whether text is so large that there is one column where there were two.
func (b *build) huge() bool { return b.step >= 1.6 }
