package layout

import (
	"fmt"
	"strings"
	"time"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/layout/frame"
	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
	"gongkai/kiosk/typeset"
)

// The service pages stand in the frame of all pages, whose bar has other slots. They need no content. Their
// targets lie low but for the corners of the touch test and, in landscape, the keys of the PIN, which low reach moves down.

// staffNeeds returns the needs of a service page with these slots.
func staffNeeds(bar ...frame.Slot) frame.Needs {
	if bar == nil {
		bar = []frame.Slot{}
	}
	return frame.Needs{Bar: bar}
}

// serviceScreen lays out what there is to know of the machine, above the tests and the orders.
func serviceScreen(b *build.Draft) {
	slots := []frame.Slot{
		{Icon: "screen", Word: "看画面", Event: session.Open{Screen: session.Screen{Kind: session.ScreenTest}}},
		{Icon: "touch", Word: "测触摸", Event: session.Open{Screen: session.Screen{Kind: session.TouchTest}}},
		{Icon: "restart", Word: "重启", Event: session.Confirm{Order: session.Restart}},
	}
	if b.State.Machine.Off {
		slots = append(slots, frame.Slot{Icon: "power", Word: "关机", Event: session.Confirm{Order: session.PowerOff}})
	}
	f := frame.Open(b, staffNeeds(slots...), frame.Head{Spine: frame.IconSpine(b, "service", "维护")})
	name := b.State.Name
	if name == "" {
		name = "这台触摸屏"
	}
	view := f.Main
	view.Min.Y = staffTitle(b, f, name)
	l := b.ScrollLayer(view)
	s := machineFacts{Draft: b, on: l, x: f.X, w: f.Measure, y: view.Min.Y + b.Pick(12, 8)}
	s.label = s.labelWidth()
	if b.Landscape && !b.Huge() {
		gap := b.Px(72)
		s.w = (f.Measure - gap) / 2
		right := s
		right.x += s.w + gap
		right.problems()
		s.machine()
		s.y = max(s.y, right.y)
	} else {
		s.machine()
		s.problems()
	}
	frame.Close(b, f, l, s.y+b.Px(24), frame.Overflow{View: view})
}

// staffTitle paints a title and 文武线 under it, which don't scroll, and returns their lower end.
func staffTitle(b *build.Draft, f *frame.Frame, title string) fixed.Int26_6 {
	l := b.Layer("head", f.Main, page.Paper)
	p := build.Pen{Face: fonts.SerifBlack, Size: max(b.PickType(84, 72), page.Scale(b.BodySize(34), belowTitle)), Leading: 1.25}
	p = b.FitLine(title, p, f.Measure, b.Type(44))
	par := typeset.Paragraph{Spans: []typeset.Span{p.Span(title)}, Measure: f.Measure, Title: true, MaxLines: 2}
	y := f.Main.Min.Y + b.Pick(8, 0)
	_, h := b.Paragraph(l, par, p, f.X-page.Scale(p.Size, .04), y, page.Black)
	b.Box("h1", page.Area(f.X, y, f.Measure, h))
	end := b.DoubleRule(l, f.X, y+h+b.Pick(28, 18), f.Measure)
	l.Bounds.Max.Y = end.Round()
	return end
}

// machineFacts sets rows of labels and values in a column.
type machineFacts struct {
	*build.Draft
	on    *page.Layer
	x, w  fixed.Int26_6
	y     fixed.Int26_6 // of the next row
	label fixed.Int26_6 // the width of the labels with their gap; 0: they stand above the values
}

func (s *machineFacts) labelPen() build.Pen { return s.LabelPen(fonts.SansRegular, 1.4, .04) }

func (s *machineFacts) valuePen() build.Pen {
	return build.Pen{Face: fonts.SansMedium, Size: s.PickBodySize(38, 32), Leading: 1.4}
}

// labelWidth returns the width of the labels' column.
func (s *machineFacts) labelWidth() fixed.Int26_6 {
	if s.Huge() {
		return 0
	}
	return s.Setter.Width(s.labelPen().Span("版本")) + s.Pick(60, 48)
}

// machine sets what is known of the machine.
func (s *machineFacts) machine() {
	m := s.State.Machine
	s.row("版本", versionText(m))
	s.row("内容", contentText(s.State))
	s.row("时钟", s.clockText()...)
	if m.Up > 0 {
		s.row("运行", upText(m))
	}
	if text := memoryText(m); text != "" {
		s.row("内存", text)
	}
	s.row("屏幕", s.screenText())
}

// row sets a label and its values, each in lines of its own, above a hairline.
func (s *machineFacts) row(label string, values ...string) {
	s.y += s.Pick(24, 15)
	at, w := s.name(label)
	for _, v := range values {
		s.y += s.value(v, s.valuePen(), at, w, page.Black)
	}
	s.y += s.Pick(24, 15)
	s.on.Fill(page.Area(s.x, s.y, s.w, s.Hair()), page.Line)
	s.y += s.Hair()
}

// name sets a row's label, and returns the place and width of its value.
func (s *machineFacts) name(label string) (x, w fixed.Int26_6) {
	p, value := s.labelPen(), s.valuePen()
	if s.label == 0 {
		s.Draft.Label(s.on, label, p, s.x, s.y, page.Ink2)
		s.y += p.Line()
		return s.x, s.w
	}
	s.Draft.Label(s.on, label, p, s.x, s.y+value.Rise()-p.Rise(), page.Ink2)
	return s.x + s.label, s.w - s.label
}

// value sets a paragraph, and returns its height.
func (s *machineFacts) value(text string, p build.Pen, x, w fixed.Int26_6, ink page.Ink) fixed.Int26_6 {
	_, h := s.Paragraph(s.on, typeset.Paragraph{Spans: []typeset.Span{p.Span(text)}, Measure: w}, p, x, s.y, ink)
	return h
}

// problems sets how many problems content and settings have, and the first of them.
func (s *machineFacts) problems() {
	m := s.State.Machine
	s.y += s.Pick(24, 15)
	x, w := s.name("问题")
	if m.Problems == 0 {
		s.y += s.value("没有", s.valuePen(), x, w, page.Black)
		return
	}
	s.y += s.value(fmt.Sprintf("%d 处", m.Problems), s.valuePen(), x, w, page.Red)
	p := build.Pen{Face: fonts.SansRegular, Size: s.PickBodySize(32, 28), Leading: 1.45}
	bar, in := s.Rule(3), s.Px(24)
	for _, text := range m.First {
		if text == "" {
			break
		}
		s.y += s.Px(12)
		h := s.value(text, p, x+in, w-in, page.Black)
		s.on.Fill(page.Area(x, s.y+s.Px(6), bar, h-s.Px(12)), page.Gold)
		s.y += h
	}
	s.y += s.Px(12)
	s.y += s.value("逐处的改法：kiosk check", p, x, w, page.Ink2)
}

func versionText(m session.Machine) string {
	if m.Commit == "" {
		return m.Version
	}
	return m.Version + "　" + m.Commit
}

// contentText returns the revision of the content and how much there is.
func contentText(st session.State) string {
	c := st.Catalogue
	if c == nil {
		return "没有可以显示的内容"
	}
	text := fmt.Sprintf("%s　%d 项", frame.Edition(c.Revision), len(c.Items))
	if n := len(st.OnAir); n > 0 {
		text += fmt.Sprintf("　公告 %d 条", n)
	}
	return text
}

// clockText returns the time, or why it isn't trusted, and its zone.
func (s *machineFacts) clockText() []string {
	m, text := s.State.Machine, s.State.Now.Format("2006-01-02　15:04")
	if !s.State.Clock {
		text = "不可信：" + s.State.Now.Format("2006-01-02 15:04")
		if m.Doubt != "" {
			return []string{text, m.Doubt}
		}
		return []string{text}
	}
	if m.Zone != "" {
		text += "　" + m.Zone
	}
	return []string{text}
}

func upText(m session.Machine) string {
	text := "程序 " + durationText(m.Up)
	if m.UpAll > 0 {
		text += "　机器 " + durationText(m.UpAll)
	}
	return text
}

// durationText returns a duration in its two largest units.
func durationText(d time.Duration) string {
	days, hours, minutes := int(d.Hours())/24, int(d.Hours())%24, int(d.Minutes())%60
	switch {
	case days > 0:
		return fmt.Sprintf("%d 天 %d 小时", days, hours)
	case hours > 0:
		return fmt.Sprintf("%d 小时 %d 分", hours, minutes)
	}
	return fmt.Sprintf("%d 分", minutes)
}

// memoryText returns what is known of the memory; "" if nothing is.
func memoryText(m session.Machine) string {
	var parts []string
	if m.Program > 0 {
		parts = append(parts, fmt.Sprintf("程序 %d MB", m.Program>>20))
	}
	switch {
	case m.Total > 0 && m.Free > 0:
		parts = append(parts, fmt.Sprintf("机器共 %d，还有 %d MB", m.Total>>20, m.Free>>20))
	case m.Total > 0:
		parts = append(parts, fmt.Sprintf("机器共 %d MB", m.Total>>20))
	}
	return strings.Join(parts, "　")
}

// screenText returns the screen's size and how it is rotated.
func (s *machineFacts) screenText() string {
	text := fmt.Sprintf("%d×%d", s.Size.X, s.Size.Y)
	if d := s.State.Panel.Diagonal; d > 0 {
		text += fmt.Sprintf("　%.4g 英寸", d/25.4)
	}
	if r := s.State.Machine.Rotate; r > 0 {
		text += fmt.Sprintf("　转 %d 度", r)
	}
	return text
}

// confirmSheet lays out the question before an order, or that it is under way.
func confirmSheet(b *build.Draft) {
	icon, word, effect, under := "restart", "重启", "画面会黑几秒钟，然后自己回来。", "正在重启……"
	order := session.Order(b.State.Sheet.Part)
	if order == session.PowerOff {
		icon, word, effect, under = "power", "关机", "关机以后，要按机器上的电源键才能再开。", "正在关机……"
	}
	s, l := frame.OpenSheet(b, icon, word)
	title := "要" + word + "吗？"
	if b.State.Staff.Order == order {
		title, effect = under, ""
	} else {
		frame.Commands(b, l, s, build.Command{Word: "不用了", Event: session.GoBack{}}, build.Command{Word: word, Icon: icon, Primary: true, Event: session.Do{Order: order}})
	}
	big := build.Pen{Face: fonts.SerifBlack, Size: b.PickType(108, 96), Leading: 1.25}
	text := build.Pen{Face: fonts.SansRegular, Size: b.FrameSize(36.8), Leading: 1.56}
	side, gap := b.Px(120), b.Px(40)
	h := side + gap + big.Line() + b.Px(20) + 2*text.Line()
	y := max(s.Top, (s.Top+s.End-b.Px(112)-h)/2)
	l.Icon(icon, s.X, y, side, page.Red)
	y += side + gap
	b.Label(l, title, b.FitLine(title, big, s.W, 0), s.X-page.Scale(big.Size, .04), y, page.Black)
	b.Paragraph(l, typeset.Paragraph{Spans: []typeset.Span{text.Span(effect)}, Measure: s.W}, text, s.X, y+big.Line()+b.Px(20), page.Ink2)
}
