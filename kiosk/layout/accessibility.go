package layout

import (
	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/layout/frame"
	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
)

// The sheet 大字: four steps of text and the switches, which apply at once to the page, which stays live above
// (docs/design/README.md section 6.8).

// steps are the text steps, with their names and the sizes of their samples, u.
var steps = [...]struct {
	step float64
	word string
	size float64
}{{1, "标准", 40}, {1.3, "大", 52}, {1.6, "特大", 64}, {2, "超大", 76}}

// firstShare is the height of the row of steps, in heights of a switch's row.
const firstShare = 1.95

// The height of the sheet in landscape, u, with two switches and with three.
const bandOfTwo, bandOfThree = 464., 580.

// option is a switch.
type option struct {
	icon, name, effect string
	on                 bool
	other              session.Mode // the mode after the switch
}

// accessibility lays out the sheet.
func accessibility(b *build.Draft) {
	band := bandOfTwo
	options := optionsOf(b)
	if len(options) > 2 {
		band = bandOfThree
	}
	s, l := frame.OpenLiveSheet(b, "text", "大字", band)
	if b.Landscape {
		optionsBeside(b, l, s, options)
	} else {
		optionsBelow(b, l, s, options)
	}
	frame.Commands(b, l, s,
		build.Command{Word: "恢复原样", Event: session.Adjust{Mode: session.Usual(b.State)}},
		build.Command{Word: "完成", Icon: "check", Primary: true, Event: session.GoBack{}})
}

// optionsOf returns the switches.
func optionsOf(b *build.Draft) []option {
	m := b.State.Mode
	all := []option{{"contrast", "黑底白字", "看不清时打开", m.Contrast, with(m, func(m *session.Mode) { m.Contrast = !m.Contrast })}}
	if b.OffersLow() {
		all = append(all, option{"reach", "按钮放低", "坐轮椅也够得着", m.LowReach, with(m, func(m *session.Mode) { m.LowReach = !m.LowReach })})
	}
	return append(all, option{"motion", "减少动画", "页面直接切换，不移动", m.Reduced, with(m, func(m *session.Mode) { m.Reduced = !m.Reduced })})
}

// optionsBelow paints the steps, and below them the switches, each above a hairline.
func optionsBelow(b *build.Draft, l *page.Layer, s frame.Sheet, options []option) {
	unit := page.Scale(s.End-b.Px(112)-b.Px(36)-s.Top, 1/(firstShare+float64(len(options))))
	r := page.Area(s.X, s.Top, s.W, page.Scale(unit, firstShare))
	optionLine(b, l, r.Max.Y, r)
	textSteps(b, l, r, b.Hair())
	y := r.Max.Y
	for _, o := range options {
		r := page.Area(s.X, y, s.W, unit)
		optionLine(b, l, r.Max.Y, r)
		r.Max.Y -= b.Hair()
		optionRow(b, l, r, o)
		r.Max.Y += b.Hair()
		b.Box("option", r)
		y += unit
	}
}

// optionsBeside paints the steps in the left half of the sheet and the switches in the right one, hairlines between
// them.
func optionsBeside(b *build.Draft, l *page.Layer, s frame.Sheet, options []option) {
	w, h := (s.W-b.Px(72))/2, s.End-b.Px(112)-b.Px(24)-s.Top
	textSteps(b, l, page.Area(s.X, s.Top, w, h), 0)
	x, y, n := s.X+s.W-w, s.Top, fixed.Int26_6(len(options))
	row := (h - b.Hair()*(n-1)) / n
	for i, o := range options {
		r := page.Area(x, y, w, row)
		if i > 0 {
			optionLine(b, l, y+b.Hair(), r)
			r.Max.Y += b.Hair()
		}
		b.Box("option", r)
		y = r.Max.Y
		r.Min.Y = y - row
		optionRow(b, l, r, o)
	}
}

// optionLine paints the hairline of a row that ends at y.
func optionLine(b *build.Draft, l *page.Layer, y fixed.Int26_6, r fixed.Rectangle26_6) {
	l.Fill(page.Area(r.Min.X, y-b.Hair(), r.Max.X-r.Min.X, b.Hair()), page.Line)
}

// optionRow paints a switch in r: its icon, name and effect, and the switch at the right.
func optionRow(b *build.Draft, l *page.Layer, r fixed.Rectangle26_6, o option) {
	optionText(b, l, r, o)
	toggle(b, l, r, o.on, session.Adjust{Mode: o.other})
}

// with returns a mode after a change.
func with(m session.Mode, change func(*session.Mode)) session.Mode {
	change(&m)
	return m
}

// optionText paints a row's icon, name and effect.
func optionText(b *build.Draft, l *page.Layer, r fixed.Rectangle26_6, o option) {
	side, gap := b.Px(60), b.Px(24)
	title, text := optionPen(b), build.Pen{Face: fonts.SansRegular, Size: b.FrameSize(28), Leading: 1.4}
	text = b.FitLine(o.effect, text, r.Max.X-b.Px(220)-b.Px(16)-r.Min.X-side-gap, 0)
	if most := r.Max.Y - r.Min.Y - b.Px(4); title.Line()+text.Line() > most { // both at once, in their proportion
		share := float64(most) / float64(title.Line()+text.Line())
		title.Size, text.Size = page.Scale(title.Size, share), page.Scale(text.Size, share)
	}
	mid := (r.Min.Y + r.Max.Y) / 2
	l.Icon(o.icon, r.Min.X, mid-side/2, side, page.Red)
	y := mid - (title.Line()+text.Line())/2
	b.Label(l, o.name, title, r.Min.X+side+gap, y, page.Black)
	b.Label(l, o.effect, text, r.Min.X+side+gap, y+title.Line(), page.Ink2)
}

func optionPen(b *build.Draft) build.Pen {
	return build.Pen{Face: fonts.SerifBold, Size: page.Scale(b.Type(42), b.Frame(1.2)), Leading: 1.3}
}

// toggle paints the switch at a row's right end, which is hit anywhere in the row.
func toggle(b *build.Draft, l *page.Layer, row fixed.Rectangle26_6, on bool, e session.Event) {
	w, h := b.Px(220), b.Px(96)
	mid := (row.Min.Y + row.Max.Y) / 2
	r := page.Area(row.Max.X-w, mid-h/2, w, h)
	b.Box("switch", r)
	hit, inset := row, b.Px(8)
	hit.Min.Y += inset
	hit.Max.Y -= inset
	ink := page.Black
	if on {
		ink = page.Red
	}
	sw := b.Outlined(l, "switch", r, b.Px(8), b.Rule(3), ink, e)
	sw.Reach(hit)
	half, edge := (w-2*b.Rule(3))/2, b.Rule(3)
	for i, word := range [...]string{"关", "开"} {
		c := page.Area(r.Min.X+edge+fixed.Int26_6(i)*half, r.Min.Y+edge, half, h-2*edge)
		p, look := build.Pen{Face: fonts.SansMedium, Size: b.FrameSize(32), Leading: 1}, page.Look{Ink: page.Black, Down: page.OnLeaf, Target: sw.Target}
		if on == (i == 1) {
			l.Fill(c, ink).Look = page.Look{Ink: ink, Down: page.RedDown, Target: sw.Target}
			p.Face, look.Ink = fonts.SansBold, page.Paper
		}
		b.Across(l, c, mid-p.Line()/2, word, p, look)
	}
}

// textSteps paints the row 字的大小 above a line of this thickness: its heading over a choice of four, the chosen one
// filled.
func textSteps(b *build.Draft, l *page.Layer, r fixed.Rectangle26_6, line fixed.Int26_6) {
	b.Box("option", r)
	side, h, gap := b.Px(60), b.Px(160), b.Px(16)
	y := (r.Min.Y+r.Max.Y-side-b.Px(48)-h)/2 - line/2
	l.Icon("text", r.Min.X, y, side, page.Red)
	p := optionPen(b)
	b.Label(l, "字的大小", p, r.Min.X+side+b.Px(24), y+(side-p.Line())/2, page.Black)
	y += side + b.Px(48)
	w := (r.Max.X - r.Min.X - 3*gap) / 4
	for i := range steps {
		textStep(b, l, page.Area(r.Min.X+fixed.Int26_6(i)*(w+gap), y, w, h), i)
	}
}

// textStep paints a choice. The chosen one is no target, as it would change nothing.
func textStep(b *build.Draft, l *page.Layer, r fixed.Rectangle26_6, i int) {
	b.Box("step", r)
	m, look, edge := b.State.Mode, page.Look{Ink: page.Paper}, b.Rule(2)
	if max(m.Text, 1) == steps[i].step {
		l.Fill(r, page.Red).Radius = b.Px(8)
	} else {
		m.Text = steps[i].step
		look = page.Look{Ink: page.Black, Down: page.OnLeaf, Target: b.Outlined(l, "step", r, b.Px(8), edge, page.Black, session.Adjust{Mode: m}).Target}
	}
	word := build.Pen{Face: fonts.SansMedium, Size: b.FrameSize(30), Leading: 1}
	sign := build.Pen{Face: fonts.SerifBlack, Size: b.Type(steps[i].size), Leading: 1}
	y := r.Max.Y - edge - b.Px(20) - word.Line()
	sign.Size = min(sign.Size, y-b.Px(14)-r.Min.Y-edge)
	b.Across(l, r, y-b.Px(14)-sign.Line(), "字", sign, look)
	b.Across(l, r, y, steps[i].word, word, look)
}
