package layout

import (
	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/layout/frame"
	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
)

// The sheet 无障碍: four steps of text and three switches, which apply at once.

// steps are the text steps, with their names and the sizes of their samples, u.
var steps = [...]struct {
	step float64
	word string
	size float64
}{{1, "标准", 40}, {1.3, "大", 52}, {1.6, "特大", 64}, {2, "超大", 76}}

// firstShare is the height of the row of steps, in heights of a switch's row.
const firstShare = 1.95

// accessibility lays out the sheet.
func accessibility(b *build.Draft) {
	s, l := frame.OpenSheet(b, "access", "无障碍")
	m := b.State.Mode
	switches := []struct {
		icon, name, effect string
		on                 bool
		other              session.Mode // the mode after the switch
	}{
		{"contrast", "高对比度", "黑底白字，适合视力较弱的居民", m.Contrast, with(m, func(m *session.Mode) { m.Contrast = !m.Contrast })},
		{"reach", "低位操作", "按钮和目录移到屏幕下半部", m.LowReach, with(m, func(m *session.Mode) { m.LowReach = !m.LowReach })},
		{"motion", "减少动画", "页面直接切换，不移动", m.Reduced, with(m, func(m *session.Mode) { m.Reduced = !m.Reduced })},
	}
	room := s.End - b.Px(112) - b.Px(36) - s.Top
	unit := page.Scale(room, 1/(firstShare+float64(len(switches))))
	y := s.Top
	textSteps(b, l, page.Area(s.X, y, s.W, page.Scale(unit, firstShare)))
	y += page.Scale(unit, firstShare)
	for _, sw := range switches {
		r := page.Area(s.X, y, s.W, unit)
		optionRow(b, l, r)
		optionText(b, l, r, sw.icon, sw.name, sw.effect)
		toggle(b, l, r, sw.on, session.Adjust{Mode: sw.other})
		y += unit
	}
	frame.Commands(b, l, s,
		build.Command{Word: "恢复标准设置", Event: session.Adjust{Mode: session.Usual(b.State)}},
		build.Command{Word: "完成", Icon: "check", Primary: true, Event: session.GoBack{}})
}

// with returns a mode after a change.
func with(m session.Mode, change func(*session.Mode)) session.Mode {
	change(&m)
	return m
}

// optionRow records a row's box and draws its hairline inside it.
func optionRow(b *build.Draft, l *page.Layer, r fixed.Rectangle26_6) {
	b.Box("option", r)
	l.Fill(page.Area(r.Min.X, r.Max.Y-b.Hair(), r.Max.X-r.Min.X, b.Hair()), page.Line)
}

// optionText paints a row's icon, name and effect.
func optionText(b *build.Draft, l *page.Layer, r fixed.Rectangle26_6, icon, name, effect string) {
	side, gap := b.Px(60), b.Px(24)
	title, text := optionPen(b), build.Pen{Face: fonts.SansRegular, Size: b.Px(28), Leading: 1.4}
	mid := (r.Min.Y + r.Max.Y - b.Hair()) / 2
	l.Icon(icon, r.Min.X, mid-side/2, side, page.Red)
	y := mid - (title.Line()+text.Line())/2
	b.Label(l, name, title, r.Min.X+side+gap, y, page.Black)
	b.Label(l, effect, text, r.Min.X+side+gap, y+title.Line(), page.Ink2)
}

func optionPen(b *build.Draft) build.Pen {
	return build.Pen{Face: fonts.SerifBold, Size: b.Px(42), Leading: 1.3}
}

// toggle paints the switch at a row's right end, which is hit anywhere in the row.
func toggle(b *build.Draft, l *page.Layer, row fixed.Rectangle26_6, on bool, e session.Event) {
	w, h := b.Px(220), b.Px(96)
	mid := (row.Min.Y + row.Max.Y - b.Hair()) / 2
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
		p, look := build.Pen{Face: fonts.SansMedium, Size: b.Px(32), Leading: 1}, page.Look{Ink: page.Black, Down: page.OnLeaf, Target: sw.Target}
		if on == (i == 1) {
			l.Fill(c, ink).Look = page.Look{Ink: ink, Down: page.RedDown, Target: sw.Target}
			p.Face, look.Ink = fonts.SansBold, page.Paper
		}
		b.Across(l, c, mid-p.Line()/2, word, p, look)
	}
}

// textSteps paints the row 字号: its heading over a choice of four, the chosen one filled.
func textSteps(b *build.Draft, l *page.Layer, r fixed.Rectangle26_6) {
	optionRow(b, l, r)
	side, h, gap := b.Px(60), b.Px(160), b.Px(16)
	y := (r.Min.Y+r.Max.Y-side-b.Px(48)-h)/2 - b.Hair()/2
	l.Icon("text", r.Min.X, y, side, page.Red)
	p := optionPen(b)
	b.Label(l, "字号", p, r.Min.X+side+b.Px(24), y+(side-p.Line())/2, page.Black)
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
	word := build.Pen{Face: fonts.SansMedium, Size: b.Px(30), Leading: 1}
	sign := build.Pen{Face: fonts.SerifBlack, Size: b.Px(steps[i].size), Leading: 1}
	y := r.Max.Y - edge - b.Px(20) - word.Line()
	b.Across(l, r, y-b.Px(14)-sign.Line(), "字", sign, look)
	b.Across(l, r, y, steps[i].word, word, look)
}
