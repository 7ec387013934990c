package motion

import (
	"image"
	"math"
	"slices"
	"time"

	"gongkai/kiosk/page"
)

// phase is a part of a movement, in times since its beginning.
type phase struct{ from, to time.Duration }

// share returns how much of the stretch is over, from 0 to 1.
func (s phase) share(t time.Duration) float64 {
	return min(max(float64(t-s.from)/float64(s.to-s.from), 0), 1)
}

// timetable has the phases of a movement of the leaf.
type timetable struct {
	fadeOut phase // the old page's text fades
	leaf    phase // the leaf moves, by its curve
	curve   curve
	paperIn phase // the new page's text on paper appears
	leafIn  phase // its text on the leaf appears
}

// The movements of the leaf (docs/design/README.md section 8). Between slides the text fades out
// before the leaf moves and the next one's fades in after. To and from a page the leaf moves at
// once, the page fades in meanwhile, and the text on the leaf once the leaf is nearly in place.
// Old and new text are never visible together.
var (
	turnTimes = timetable{
		fadeOut: ms(0, 200), leaf: ms(200, 800), curve: turning, paperIn: ms(800, 1100), leafIn: ms(800, 1100),
	}
	foldTimes = timetable{
		fadeOut: ms(0, 100), leaf: ms(0, 420), curve: folding, paperIn: ms(100, 420), leafIn: ms(280, 420),
	}
)

func ms(from, to time.Duration) phase {
	return phase{from * time.Millisecond, to * time.Millisecond}
}

// unfold returns the pieces while the leaf moves from one page's place to another's. From the back
// to the front: paper; the pieces on paper; the leaf, a solid that hides what it passes over; its
// hairlines; the pieces on the leaf, clipped at its edges. Pieces that both pages have don't
// change. The old page's pieces have an opaque ground, so they fade to bare paper or leaf.
func unfold(s Scene, t time.Duration, times timetable) []page.Placed {
	if s.From.Sheet != nil {
		if t < times.fadeOut.to { // the sheet and all below it fade out first
			bare := ground(s.From, region{{Max: s.From.Size}}, leafRect(s.From))
			return append(atRest(s.From, s.Motion.From.Scroll, 1), faded(bare, times.fadeOut.share(t))...)
		}
		s.From = &page.Page{Size: s.From.Size, Theme: s.From.Theme, Leaf: page.Leaf{Rect: leafRect(s.From)}}
		times.leaf.from = times.fadeOut.to
	}
	way := times.curve.at(times.leaf.share(t))
	leaf := between(leafRect(s.From), leafRect(s.Page), way)
	paper, red := s.fadingPieces(t, times)
	out := solids(s.Page, page.Paper, region{{Max: s.Page.Size}}.minus(leaf))
	out = append(out, paper...)
	out = append(out, solids(s.Page, page.LeafInk, region{leaf})...)
	out = append(out, s.hairs(leaf, way)...)
	for _, c := range red {
		if c = c.Within(leaf); !c.Visible().Empty() {
			out = append(out, c)
		}
	}
	return out
}

// fadingPieces returns the pieces of both pages at a time of the timetable, by their ground. A mist keeps its
// strength over the text that fades on paper, so that it hides as much of it as at rest.
func (s Scene) fadingPieces(t time.Duration, times timetable) (paper, red []page.Placed) {
	old, next := piecesOf(s.From, s.Motion.From.Scroll), piecesOf(s.Page, s.Scroll)
	for _, c := range old {
		left := 1 - times.fadeOut.share(t)
		if holds(next, c) {
			left = 1
		}
		paper, red = addPieces(paper, red, onLeaf(s.From, c.Layer), fadedText(c, left))
	}
	for _, c := range next {
		shown := easeOut.at(times.paperIn.share(t))
		if onLeaf(s.Page, c.Layer) {
			shown = easeOut.at(times.leafIn.share(t))
		}
		if !holds(old, c) {
			paper, red = addPieces(paper, red, onLeaf(s.Page, c.Layer), fadedText(c, shown))
		}
	}
	return s.fadingTicks(t, times, paper, red)
}

// fadingTicks adds the ticks. If both pages have them in the same row they stay, and switch to the
// new slide when its text begins to appear.
func (s Scene) fadingTicks(t time.Duration, times timetable, paper, red []page.Placed) (_, _ []page.Placed) {
	a, b := s.From.Ticks, s.Page.Ticks
	left, shown := 1-times.fadeOut.share(t), easeOut.at(times.paperIn.share(t))
	if a != nil && b != nil && a.Rect == b.Rect && a.OnLeaf == b.OnLeaf {
		left, shown = 1, 0
		if t >= times.paperIn.from {
			left, shown = 0, 1
		}
	}
	if a != nil {
		paper, red = addPieces(paper, red, a.OnLeaf, faded(ticks(s.From, 1), left))
	}
	if b != nil {
		paper, red = addPieces(paper, red, b.OnLeaf, faded(ticks(s.Page, s.Progress), shown))
	}
	return paper, red
}

// addPieces adds pieces to those on the leaf or to those on paper.
func addPieces(paper, red []page.Placed, onLeaf bool, pieces []page.Placed) (_, _ []page.Placed) {
	if onLeaf {
		return paper, append(red, pieces...)
	}
	return append(paper, pieces...), red
}

// holds reports whether pieces has a layer like c in the same place.
func holds(pieces []page.Placed, c page.Placed) bool {
	for _, d := range pieces {
		if c.Layer.Hash == d.Layer.Hash && c.Layer.Bounds == d.Layer.Bounds && c.Move == d.Move && c.Clip == d.Clip {
			return true
		}
	}
	return false
}

// leafRect returns all of a page's leaf, including the foot below a spine.
func leafRect(p *page.Page) image.Rectangle {
	r := p.Leaf.Rect
	for _, l := range p.Layers {
		if onLeaf(p, l) {
			r = r.Union(l.Bounds)
		}
	}
	return r
}

// onLeaf reports whether a layer is part of the leaf. In low reach the foot is not: the leaf is at
// the top.
func onLeaf(p *page.Page, l *page.Layer) bool {
	r := p.Leaf.Rect
	return l.Ground == page.LeafInk && (r.Empty() || l.Bounds.Overlaps(r) || l.Bounds.Min.Y == r.Max.Y && l.Bounds.Max.X == r.Max.X)
}

// between returns the rectangle a share of the way from a to b.
func between(a, b image.Rectangle, share float64) image.Rectangle {
	at := func(a, b int) int { return a + int(math.Round(float64(b-a)*share)) }
	return image.Rect(at(a.Min.X, b.Min.X), at(a.Min.Y, b.Min.Y), at(a.Max.X, b.Max.X), at(a.Max.Y, b.Max.Y))
}

// cross fades one page into another, whose text moves by rise u while it fades in. The sheet of
// either moves from or to its edge meanwhile.
//
// The old page is drawn at rest, and over it, with the same opacity, all that differs on the new
// one. Its layers are opaque on their ground, so this is a true cross-fade with one blended layer
// over any pixel. Where only the old page has a layer, bare ground replaces it. A mist that both
// pages have lies over both, and the pills above it.
func cross(s Scene, t time.Duration, by curve, rise float64) []page.Placed {
	shown := by.at(phase{to: s.Motion.Kind.Duration()}.share(t))
	before, after := piecesOf(s.From, s.Motion.From.Scroll), piecesOf(s.Page, s.Scroll)
	shared := sharesMist(before, after)
	move := int(math.Round(page.NewGrid(s.Page.Size).U * rise * (1 - shown)))
	fresh := ground(s.Page, vacated(before, after), leafRect(s.Page))
	for _, c := range after {
		switch {
		case holds(before, c), shared && afloat(c):
		case rises(s.Page, c.Layer):
			fresh = append(fresh, risen(s.Page, c, move)...)
		default:
			fresh = append(fresh, c)
		}
	}
	out := base(s.From, s.Motion.From.Scroll, 1)
	if !shared {
		out = append(out, faded(unhidden(s.Page, fresh, s.Scroll), shown)...)
		return append(out, s.sheets(shown)...)
	}
	out = append(slices.DeleteFunc(out, afloat), faded(fresh, shown)...)
	out = append(out, floating(before, after, shown)...)
	return append(out, s.sheets(shown)...)
}

// fadeWhole fades one page as a whole into another whose leaf is elsewhere or whose colours differ,
// as night's.
func fadeWhole(s Scene, t time.Duration) []page.Placed {
	shown := phase{to: s.Motion.Kind.Duration()}.share(t)
	fresh := unhidden(s.Page, atRest(s.Page, s.Scroll, s.Progress), s.Scroll)
	return append(atRest(s.From, s.Motion.From.Scroll, 1), faded(fresh, shown)...)
}

// vacated returns the region where only the old page has a layer.
func vacated(old, next []page.Placed) region {
	var a region
	for _, c := range old {
		a = append(a.minus(c.Clip), c.Clip)
	}
	for _, c := range next {
		a = uncover(c, a)
	}
	return a
}

// rises reports whether a layer is the page's text rather than its frame.
func rises(p *page.Page, l *page.Layer) bool {
	return l.Role != page.Pill && l.Role != page.Mist && (l.Scrolls || l.Bounds.In(p.Scroll.Viewport))
}

// risen returns a piece that is still short of its place, and bare ground
// where it has not arrived.
func risen(p *page.Page, c page.Placed, move int) []page.Placed {
	place := c.Clip
	c.Move.Y += move
	c.Clip = place.Intersect(c.Layer.Bounds.Add(c.Move))
	out := []page.Placed{c}
	if c.Layer.Ground != page.None {
		out = append(out, solids(p, c.Layer.Ground, region{place}.minus(c.Clip))...)
	}
	return out
}
