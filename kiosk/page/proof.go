package page

import (
	"strings"
	"time"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/qr"
	"gongkai/kiosk/session"
)

// The proof is a code and words by which a photograph proves what was on the glass,
// in the corner where a newspaper has its ear (docs/design/README.md section 6.4). A setting of the
// machine asks for it. In low reach the leaf is in that corner, and there is none.

// proofRoom returns what the code takes from the strip's measure, the room at its left included.
func (b *build) proofRoom() fixed.Int26_6 {
	if !b.state.Proof {
		return 0
	}
	return b.proofSide() + b.pick(30, 32)
}

// proofModules is the number of modules on a side of the code, proofModule the least size of
// one in mm that a photograph resolves.
const proofModules, proofModule = 25, 0.96

// proofSide returns the code's side: 100 u, or more on a small screen whose size is known.
func (b *build) proofSide() fixed.Int26_6 {
	side := b.px(100)
	if b.perPx(b.state.Panel) > 0 {
		side = max(side, proofModules*fixed.I(b.mm(proofModule).Ceil()))
	}
	return side
}

// proof paints the code, on a layer of its own over the page's.
func (b *build) proof(right fixed.Int26_6) {
	number, now := 0, time.Time{}
	if b.View.Kind == session.Item {
		number = b.View.Number
	}
	if b.state.Clock {
		now = b.state.Now
	}
	c, err := qr.Proof(number, b.state.Catalogue.Revision, now)
	if err != nil {
		return // a number of more digits than the code holds
	}
	side, quiet := b.proofSide(), b.px(16)
	r := rect(right-side, b.pick(20, 16), side, side)
	b.box("proof", r)
	it := placeCode(c, whole(r), max(1, whole(r).Dx()/c.Size), topRight)
	it.Ink = Ink2
	l := b.layer("proof", rect(r.Min.X-quiet, r.Min.Y-quiet, side+2*quiet, side+2*quiet), Paper)
	if b.contrast {
		it.Ink, it.Ground = None, l.Bounds
	}
	l.Items = append(l.Items, it)
}

// strips reports whether the page has a strip at its head.
func (b *build) strips() bool {
	switch b.View.Kind {
	case session.Attract, session.Preparing, session.Night:
		return false
	}
	return b.state.Catalogue != nil
}

// edition returns 版本 with the first digits of the revision.
func (b *build) edition() string {
	_, digits, ok := strings.Cut(b.state.Catalogue.Revision, ":")
	if !ok {
		digits = b.state.Catalogue.Revision
	}
	return "版本 " + digits[:min(8, len(digits))]
}

func (b *build) editionPen() pen {
	return pen{face: fonts.SansMedium, size: b.px(26), leading: 1, track: .02}
}

// writeEdition sets the words under date and time, flush right.
func (b *build) writeEdition(l *Layer, right, y fixed.Int26_6) {
	p := b.editionPen()
	b.label(l, b.edition(), p, right-b.set.Width(p.span(b.edition())), y, Ink2)
}
