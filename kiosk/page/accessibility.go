package page

import (
	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/session"
)

// The sheet 无障碍: four steps of text and three switches, which apply at once.

// steps of text and how large the sheet shows them, u.
var steps = [...]struct {
	step float64
	word string
	size float64
}{{1, "标准", 40}, {1.3, "大", 52}, {1.6, "特大", 64}, {2, "超大", 76}}

// firstShare is the height of the row of steps, in rows of a switch.
const firstShare = 1.95

func (b *build) accessibility() {
	s, l := b.sheet("access", "无障碍")
	m := b.state.Mode
	switches := []struct {
		icon, name, says string
		on               bool
		other            session.Mode // the mode with it turned over
	}{
		{"contrast", "高对比度", "黑底白字，适合视力较弱的居民", m.Contrast, with(m, func(m *session.Mode) { m.Contrast = !m.Contrast })},
		{"reach", "低位操作", "按钮和目录移到屏幕下半部", m.LowReach, with(m, func(m *session.Mode) { m.LowReach = !m.LowReach })},
		{"motion", "减少动画", "页面直接切换，不移动", m.Reduced, with(m, func(m *session.Mode) { m.Reduced = !m.Reduced })},
	}
	room := s.end - b.px(112) - b.px(36) - s.top
	unit := times(room, 1/(firstShare+float64(len(switches))))
	y := s.top
	b.textSteps(l, rect(s.x, y, s.w, times(unit, firstShare)))
	y += times(unit, firstShare)
	for _, sw := range switches {
		r := rect(s.x, y, s.w, unit)
		b.option(l, r)
		b.optionText(l, r, sw.icon, sw.name, sw.says)
		b.toggle(l, r, sw.on, session.Adjust{Mode: sw.other})
		y += unit
	}
	b.commands(l, s,
		command{word: "恢复标准设置", event: session.Adjust{Mode: session.Usual(b.state)}},
		command{word: "完成", icon: "check", primary: true, event: session.GoBack{}})
}

// with returns a mode after a change.
func with(m session.Mode, change func(*session.Mode)) session.Mode {
	change(&m)
	return m
}

// option notes a row and draws its hairline, which is within it.
func (b *build) option(l *Layer, r fixed.Rectangle26_6) {
	b.box("option", r)
	l.fill(rect(r.Min.X, r.Max.Y-b.hair(), r.Max.X-r.Min.X, b.hair()), Line)
}

// optionText paints a row's icon, its name and its effect.
func (b *build) optionText(l *Layer, r fixed.Rectangle26_6, icon, name, says string) {
	side, gap := b.px(60), b.px(24)
	title, text := b.optionPen(), pen{face: fonts.SansRegular, size: b.px(28), leading: 1.4}
	mid := (r.Min.Y + r.Max.Y - b.hair()) / 2
	l.icon(icon, r.Min.X, mid-side/2, side, Red)
	y := mid - (title.line()+text.line())/2
	b.label(l, name, title, r.Min.X+side+gap, y, Black)
	b.label(l, says, text, r.Min.X+side+gap, y+title.line(), Ink2)
}

func (b *build) optionPen() pen { return pen{face: fonts.SerifBold, size: b.px(42), leading: 1.3} }

// toggle paints the switch at a row's right end. A finger hits it anywhere in the row.
func (b *build) toggle(l *Layer, row fixed.Rectangle26_6, on bool, e session.Event) {
	w, h := b.px(220), b.px(96)
	mid := (row.Min.Y + row.Max.Y - b.hair()) / 2
	r := rect(row.Max.X-w, mid-h/2, w, h)
	b.box("switch", r)
	hit, inset := row, b.px(8)
	hit.Min.Y += inset
	hit.Max.Y -= inset
	ink := Black
	if on {
		ink = Red
	}
	sw := b.outlined(l, "switch", r, b.px(8), b.rule(3), ink, e)
	sw.reach(hit)
	half, edge := (w-2*b.rule(3))/2, b.rule(3)
	for i, word := range [...]string{"关", "开"} {
		c := rect(r.Min.X+edge+fixed.Int26_6(i)*half, r.Min.Y+edge, half, h-2*edge)
		p, look := pen{face: fonts.SansMedium, size: b.px(32), leading: 1}, Look{Ink: Black, Down: OnLeaf, Target: sw.target}
		if on == (i == 1) {
			l.fill(c, ink).Look = Look{Ink: ink, Down: RedDown, Target: sw.target}
			p.face, look.Ink = fonts.SansBold, Paper
		}
		b.across(l, c, mid-p.line()/2, word, p, look)
	}
}

// textSteps paints the row 字号: its heading over a choice of four, the chosen one filled.
func (b *build) textSteps(l *Layer, r fixed.Rectangle26_6) {
	b.option(l, r)
	side, h, gap := b.px(60), b.px(160), b.px(16)
	y := (r.Min.Y+r.Max.Y-side-b.px(48)-h)/2 - b.hair()/2
	l.icon("text", r.Min.X, y, side, Red)
	p := b.optionPen()
	b.label(l, "字号", p, r.Min.X+side+b.px(24), y+(side-p.line())/2, Black)
	y += side + b.px(48)
	w := (r.Max.X - r.Min.X - 3*gap) / 4
	for i := range steps {
		b.textStep(l, rect(r.Min.X+fixed.Int26_6(i)*(w+gap), y, w, h), i)
	}
}

// textStep paints one of the choices. The chosen one is no target: it would change nothing.
func (b *build) textStep(l *Layer, r fixed.Rectangle26_6, i int) {
	b.box("step", r)
	m, look, edge := b.state.Mode, Look{Ink: Paper}, b.rule(2)
	if max(m.Text, 1) == steps[i].step {
		l.fill(r, Red).Radius = b.px(8)
	} else {
		m.Text = steps[i].step
		look = Look{Ink: Black, Down: OnLeaf, Target: b.outlined(l, "step", r, b.px(8), edge, Black, session.Adjust{Mode: m}).target}
	}
	word := pen{face: fonts.SansMedium, size: b.px(30), leading: 1}
	sign := pen{face: fonts.SerifBlack, size: b.px(steps[i].size), leading: 1}
	y := r.Max.Y - edge - b.px(20) - word.line()
	b.across(l, r, y-b.px(14)-sign.line(), "字", sign, look)
	b.across(l, r, y, steps[i].word, word, look)
}
