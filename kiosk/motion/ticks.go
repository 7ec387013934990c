package motion

import (
	"image"
	"math"

	"golang.org/x/image/math/fixed"

	"gongkai/kiosk/page"
)

// ticks returns the page's ticks as solids, which advance without repainting a layer: a segment for
// each slide, that of the current one higher, wider, and filled up to progress.
func ticks(p *page.Page, progress float64) []page.Placed {
	if p.Ticks == nil {
		return nil
	}
	progress = min(max(progress, 0), 1)
	if p.Ticks.Slides >= page.ManyTicks {
		return tickLine(p, progress)
	}
	var out []page.Placed
	for i, r := range segments(p) {
		switch {
		case i == p.Ticks.Current:
			out = append(out, filled(p, r, progress)...)
		case i < p.Ticks.Current:
			out = append(out, solids(p, tickInk(p, page.Red, page.OnLeaf2), region{r})...)
		default:
			out = append(out, solids(p, upcomingInk(p), region{r})...)
		}
	}
	return out
}

// segments returns the ticks' places: 4 u high, 8 u apart, the current one 12 u high and 2.4 times
// as wide as the others.
func segments(p *page.Page) []image.Rectangle {
	g, t := page.NewGrid(p.Size), p.Ticks
	gap := g.Px(8)
	x := fixed.I(t.Rect.Min.X)
	one := page.Scale(fixed.I(t.Rect.Dx())-gap*fixed.Int26_6(t.Slides-1), 1/(float64(t.Slides)+1.4))
	out := make([]image.Rectangle, t.Slides)
	for i := range out {
		w, r := one, thinRow(p)
		if i == t.Current {
			w, r = page.Scale(one, 2.4), t.Rect
		}
		r.Min.X, r.Max.X = x.Round(), (x + w).Round()
		out[i] = r
		x += w + gap
	}
	out[t.Slides-1].Max.X = t.Rect.Max.X
	return out
}

// filled returns the current segment in two pieces that don't overlap, so that both can fade.
func filled(p *page.Page, r image.Rectangle, progress float64) []page.Placed {
	done, left := split(r, progress)
	out := solids(p, tickInk(p, page.Red, page.OnLeaf), region{}.add(done))
	return append(out, solids(p, tickInk(p, page.Line, page.RestTick), region{}.add(left))...)
}

// tickLine returns the plain line of many slides.
func tickLine(p *page.Page, progress float64) []page.Placed {
	done, left := split(thinRow(p), (float64(p.Ticks.Current)+progress)/float64(p.Ticks.Slides))
	out := solids(p, tickInk(p, page.Red, page.OnLeaf2), region{}.add(done))
	return append(out, solids(p, upcomingInk(p), region{}.add(left))...)
}

// thinRow returns the row of the ticks with the height of a segment that isn't current.
func thinRow(p *page.Page) image.Rectangle {
	r := p.Ticks.Rect
	h := page.NewGrid(p.Size).Rule(4).Round()
	r.Min.Y += (r.Dy() - h) / 2
	r.Max.Y = r.Min.Y + h
	return r
}

// split splits a rectangle at a share of its width.
func split(r image.Rectangle, share float64) (left, right image.Rectangle) {
	at := r.Min.X + int(math.Round(float64(r.Dx())*share))
	return image.Rect(r.Min.X, r.Min.Y, at, r.Max.Y), image.Rect(at, r.Min.Y, r.Max.X, r.Max.Y)
}

// tickInk returns a tick's ink on paper or on the leaf, which have the same one in high contrast.
func tickInk(p *page.Page, paper, leaf page.Ink) page.Ink {
	if p.Ticks.OnLeaf && *p.Theme != page.Contrast {
		return leaf
	}
	return paper
}

// upcomingInk returns the ink of the ticks after the current one: quieter on red, and in high
// contrast, where gold is as bright as red.
func upcomingInk(p *page.Page) page.Ink {
	if p.Ticks.OnLeaf || *p.Theme == page.Contrast {
		return page.RestTick
	}
	return page.Gold
}
