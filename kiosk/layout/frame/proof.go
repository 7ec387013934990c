package frame

import (
	"strings"
	"time"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/page"
	"gongkai/kiosk/qr"
	"gongkai/kiosk/session"
)

// The proof is a code and words by which a photograph proves what was on the glass, in the
// top right corner (docs/design/README.md section 6.4). A machine setting turns it on. In low
// reach the leaf occupies that corner, and there is none.

// proofRoom returns the width that the code and its left margin take from the strip.
func proofRoom(b *build.Draft) fixed.Int26_6 {
	if !b.State.Proof {
		return 0
	}
	return proofSide(b) + b.Pick(30, 32)
}

// proofModules is the number of modules on a side of the code, proofModule the least size of
// one in mm that a photograph resolves.
const proofModules, proofModule = 25, 0.96

// proofSide returns the length of the code's sides: 100 u, or more on a small panel of known size.
func proofSide(b *build.Draft) fixed.Int26_6 {
	side := b.Px(100)
	if b.PerPx(b.State.Panel) > 0 {
		side = max(side, proofModules*fixed.I(b.MM(proofModule).Ceil()))
	}
	return side
}

// Proof paints the code on a layer of its own, its right edge at right.
func Proof(b *build.Draft, right fixed.Int26_6) {
	number, now := 0, time.Time{}
	if b.View.Kind == session.Item {
		number = b.View.Number
	}
	if b.State.Clock {
		now = b.State.Now
	}
	c, err := qr.Proof(number, b.State.Catalogue.Revision, now)
	if err != nil {
		return // the number has more digits than the code holds
	}
	side, quiet := proofSide(b), b.Px(16)
	r := page.Area(right-side, b.Pick(20, 16), side, side)
	b.Box("proof", r)
	it := build.PlaceCode(c, page.Round(r), max(1, page.Round(r).Dx()/c.Size), build.TopRight)
	it.Ink = page.Ink2
	l := b.Layer("proof", page.Area(r.Min.X-quiet, r.Min.Y-quiet, side+2*quiet, side+2*quiet), page.Paper)
	if b.Contrast {
		it.Ink, it.Ground = page.None, l.Bounds
	}
	l.Items = append(l.Items, it)
}

// HasStrip reports whether the page in view has a strip.
func HasStrip(b *build.Draft) bool {
	switch b.View.Kind {
	case session.Attract, session.Preparing, session.Night:
		return false
	}
	return b.State.Catalogue != nil && !session.IsStaff(b.View.Kind)
}

// edition returns the Edition of the content.
func edition(b *build.Draft) string {
	return Edition(b.State.Catalogue.Revision)
}

// Edition returns 版本 with the first digits of a revision.
func Edition(revision string) string {
	_, digits, ok := strings.Cut(revision, ":")
	if !ok {
		digits = revision
	}
	return "版本 " + digits[:min(8, len(digits))]
}

func editionPen(b *build.Draft) build.Pen {
	return build.Pen{Face: fonts.SansMedium, Size: b.Type(26), Leading: 1, Track: .02}
}

// writeEdition paints the edition flush right, with its top at y.
func writeEdition(b *build.Draft, l *page.Layer, right, y fixed.Int26_6) {
	p := editionPen(b)
	b.Label(l, edition(b), p, right-b.Setter.Width(p.Span(edition(b))), y, page.Ink2)
}
