package page

import (
	"image"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/session"
	"gongkai/kiosk/typeset"
)

// build is a page while it is laid out: its state, its measures and what is on it so far.
type build struct {
	grid
	modes
	*Page
	state session.State
	set   *typeset.Setter
}

// layer adds a layer on top of those there are.
func (b *build) layer(name string, r fixed.Rectangle26_6, ground Ink) *Layer {
	l := &Layer{Name: name, Bounds: whole(r), Ground: ground}
	b.Layers = append(b.Layers, l)
	return l
}

// pressed is a target with the ground that shows it being pressed.
type pressed struct {
	target int // for Look.Target
	ground *Rect
	page   *Page
}

// press adds a target to a layer, and its ground.
func (b *build) press(l *Layer, name string, paint, hit fixed.Rectangle26_6, down Ink, e session.Event) pressed {
	n := b.target(Target{Name: name, Hit: whole(hit), Paint: whole(paint), Layer: l, Scrolls: l.Scrolls, Event: e})
	ground := l.fill(paint, None)
	ground.Down, ground.Target = down, n
	return pressed{n, ground, b.Page}
}

// reach sets where a finger hits the target.
func (p pressed) reach(hit fixed.Rectangle26_6) { p.page.Targets[p.target-1].Hit = whole(hit) }

// cover sets the ground of a target whose size was not known when it was added.
func (p pressed) cover(paint image.Rectangle) {
	p.page.Targets[p.target-1].Paint, p.ground.Rect = paint, paint
}

// box records a part by the design's name.
func (b *build) box(name string, r fixed.Rectangle26_6) { b.boxAs(Plain, name, r) }

// boxAs records a part that has a role.
func (b *build) boxAs(role Role, name string, r fixed.Rectangle26_6) {
	b.Boxes = append(b.Boxes, Box{name, r, role})
}

// aside calls lay with a layer that is dropped, and its boxes with it: for measuring.
func (b *build) aside(lay func(*Layer)) {
	n := len(b.Boxes)
	lay(&Layer{})
	b.Boxes = b.Boxes[:n]
}

// target adds a target and returns its number for Look.Target.
func (b *build) target(t Target) int {
	b.Targets = append(b.Targets, t)
	return len(b.Targets)
}

// fill paints a rectangle of one ink.
func (l *Layer) fill(r fixed.Rectangle26_6, ink Ink) *Rect {
	it := &Rect{Look: Look{Ink: ink}, Rect: whole(r)}
	l.Items = append(l.Items, it)
	return it
}

// icon paints an icon in a square of side px whose left top corner is x, y.
func (l *Layer) icon(name string, x, y, side fixed.Int26_6, ink Ink) *Icon {
	it := &Icon{Look: Look{Ink: ink}, Name: name, Rect: whole(rect(x, y, side, side)), Stroke: fixed.I(3)}
	l.Items = append(l.Items, it)
	return it
}

// pen is a style of the design: a face, a size in u, a leading as a factor of
// the size, and room between characters in em.
type pen struct {
	face    fonts.Face
	size    fixed.Int26_6 // px
	leading float64
	track   float64 // em
}

// style returns the pen's style for typeset.
func (p pen) style() typeset.Style {
	return typeset.Style{Face: p.face, Size: p.size, Tracking: times(p.size, p.track)}
}

// line returns the height of a line box.
func (p pen) line() fixed.Int26_6 { return times(p.size, p.leading) }

// span returns a text in the pen's style.
func (p pen) span(text string) typeset.Span { return typeset.Span{Text: text, Style: p.style()} }

// rise returns the way from a line box's top to its baseline: half of the leading
// above the face's content area, then its ascent (CSS 2.2, 10.8.1). Ascent,
// descent and half the leading are whole px, as in the browser that drew the design.
func (p pen) rise() fixed.Int26_6 {
	asc, desc := fonts.Metrics(p.face)
	px := func(units int) int { return (int(p.size)*units + 32*fonts.UnitsPerEm) / (64 * fonts.UnitsPerEm) }
	up, down := px(asc), px(-desc)
	return fixed.I(((p.line() - fixed.I(up+down)) / 2).Floor() + up)
}

// shared returns the line box of pens on one baseline: its height, and the way from
// its top to the baseline.
func shared(pens ...pen) (height, rise fixed.Int26_6) {
	var below fixed.Int26_6
	for _, p := range pens {
		rise = max(rise, p.rise())
		below = max(below, p.line()-p.rise())
	}
	return rise + below, rise
}

// para sets a paragraph whose first line box has its top at y and paints it at
// x; it returns the height of its line boxes together.
func (b *build) para(l *Layer, par typeset.Paragraph, p pen, x, y fixed.Int26_6, ink Ink) (*Text, fixed.Int26_6) {
	t := b.block(par, p, ink)
	t.paint(b, l, x, y)
	return t.text, t.height()
}

// label paints one line that is never broken and returns how wide it is.
func (b *build) label(l *Layer, text string, p pen, x, y fixed.Int26_6, ink Ink) (*Text, fixed.Int26_6) {
	t, _ := b.para(l, typeset.Paragraph{Spans: []typeset.Span{p.span(text)}}, p, x, y, ink)
	return t, width(t.Lines)
}

// write paints spans in one line from x on, on the baseline y; inks has one for
// each span, and where a single pen is used the first is enough.
func (b *build) write(l *Layer, x, y fixed.Int26_6, inks []Ink, spans ...typeset.Span) *Text {
	t := &Text{Look: Look{Ink: inks[0]}, Spans: spans, Lines: b.set.Lines(typeset.Paragraph{Spans: spans}), X: x.Round(), Y: y.Round()}
	if len(inks) > 1 {
		t.Inks = inks
	}
	l.Items = append(l.Items, t)
	return t
}

// column paints a vertical text whose column is centred on x and begins at y; it
// returns how long the column is. A text longer than room is truncated.
func (b *build) column(l *Layer, text string, p pen, x, y, room fixed.Int26_6, ink Ink) fixed.Int26_6 {
	par := typeset.Paragraph{Spans: []typeset.Span{p.span(text)}, Vertical: true, Measure: room, MaxLines: 1}
	t := &Text{Look: Look{Ink: ink}, Spans: par.Spans, Lines: b.set.Lines(par), Pitch: p.line(), X: x.Round(), Y: y.Round(), Vertical: true}
	l.Items = append(l.Items, t)
	return width(t.Lines)
}

// width returns that of the longest line.
func width(lines []typeset.Line) fixed.Int26_6 {
	var w fixed.Int26_6
	for _, l := range lines {
		w = max(w, l.Width)
	}
	return w
}
