package desk

import (
	"fmt"
	"slices"
	"time"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
	"gongkai/kiosk/typeset"
)

// The controls' measures, CSS px.
const (
	sectionPad   = 14
	labelHeight  = 21
	labelGap     = 8
	buttonHeight = 38
	buttonGap    = 8
	buttonPad    = 16
	airHeight    = 34 // with the gap above it
)

// button is a button of the controls.
type button struct {
	word, icon string
	on         bool
	event      Event
}

// controlsHeight returns the height of the controls.
func (d *desk) controlsHeight() fixed.Int26_6 {
	rows := 4
	if d.stacked() {
		rows = 6
	}
	return fixed.Int26_6(rows)*d.sectionHeight() + d.Px(airHeight)
}

func (d *desk) sectionHeight() fixed.Int26_6 {
	return 2*d.Px(sectionPad) + d.Px(labelHeight+labelGap+buttonHeight) + d.Rule(1)
}

// stacked reports whether the second column has no room beside the first.
func (d *desk) stacked() bool { return d.w < d.Px(columnX+276) }

// controls paints the day, the screens, sizes and modes, and returns where they end.
func (d *desk) controls(l *page.Layer, y fixed.Int26_6) fixed.Int26_6 {
	y = d.day(l, y)
	y = d.section(l, y, group{"画面", d.screens()})
	y = d.pair(l, y, group{"屏幕", []button{
		{word: "竖屏 1080×1920", on: !d.v.State.Wide, event: Hold{}},
		{word: "横屏 1920×1080", on: d.v.State.Wide, event: Hold{Wide: true}},
	}}, group{"字号", d.steps()})
	return d.pair(l, y, group{"方式", d.modes()}, group{"拿去", []button{
		{word: "存成图片", event: Do{SavePicture}}, {word: "一周审批单", event: Do{SaveSheet}},
	}})
}

// group is a row of buttons under a label.
type group struct {
	label   string
	buttons []button
}

// screens returns the buttons of 画面.
func (d *desk) screens() []button {
	words := [...]string{Start: "开始画面", Home: "首页", Item: "事项", Search: "查找", Notices: "公告", Large: "大字"}
	var all []button
	for to, word := range words {
		all = append(all, button{word: word, on: Screen(to) == seen(d.v.Kiosk), event: Show{Screen(to)}})
	}
	return all
}

// seen returns the button of the screen that the kiosk shows.
func seen(k session.State) Screen {
	if k.Top().Kind == session.Accessibility {
		return Large
	}
	switch k.View.Kind {
	case session.Home:
		return Home
	case session.Category, session.Item:
		return Item
	case session.Search:
		return Search
	case session.Notices, session.Notice:
		return Notices
	}
	return Start
}

// steps returns the buttons of 字号.
func (d *desk) steps() []button {
	var all []button
	for _, s := range []struct {
		word string
		step float64
	}{{"标准", 1}, {"大", 1.3}, {"特大", 1.6}, {"超大", 2}} {
		all = append(all, button{word: s.word, on: d.v.Kiosk.Mode.Text == s.step, event: Text{s.step}})
	}
	return all
}

// modes returns the buttons of 方式.
func (d *desk) modes() []button {
	m := d.v.Kiosk.Mode
	return []button{
		{"黑底白字", "contrast", m.Contrast, Switch{Contrast}},
		{"按钮放低", "reach", m.LowReach, Switch{LowReach}},
		{"减少动画", "motion", m.Reduced, Switch{Reduced}},
	}
}

// section paints a group across the page, with the line below it.
func (d *desk) section(l *page.Layer, y fixed.Int26_6, g group) fixed.Int26_6 {
	d.group(l, d.x, y+d.Px(sectionPad), g)
	y += d.sectionHeight()
	l.Fill(page.Area(d.x, y-d.Rule(1), d.w, d.Rule(1)), page.Line)
	return y
}

// pair paints two groups side by side, or one below the other.
func (d *desk) pair(l *page.Layer, y fixed.Int26_6, a, b group) fixed.Int26_6 {
	if d.stacked() {
		return d.section(l, d.section(l, y, a), b)
	}
	d.group(l, d.x+d.Px(columnX), y+d.Px(sectionPad), b)
	return d.section(l, y, a)
}

// group paints a label and its buttons.
func (d *desk) group(l *page.Layer, x, y fixed.Int26_6, g group) {
	d.label(l, x, y, g.label)
	d.row(l, x, y+d.Px(labelHeight+labelGap), g.buttons)
}

// label paints the label of a group and returns its width.
func (d *desk) label(l *page.Layer, x, y fixed.Int26_6, text string) fixed.Int26_6 {
	pen := d.pen(fonts.SansBold, 15, 1.4)
	pen.Track = .04
	_, w := d.Label(l, text, pen, x, y, page.Red)
	return w
}

// row paints buttons from x on and returns where they end.
func (d *desk) row(l *page.Layer, x, y fixed.Int26_6, buttons []button) fixed.Int26_6 {
	for _, b := range buttons {
		pen := d.buttonPen(b)
		w := d.Setter.Width(pen.Span(b.word)) + 2*d.Px(buttonPad) + 2*d.Hair()
		if b.icon != "" {
			w += d.Px(20 + 8)
		}
		d.paintButton(l, "button", page.Area(x, y, w, d.Px(buttonHeight)), b, pen)
		x += w + d.Px(buttonGap)
	}
	return x
}

func (d *desk) buttonPen(b button) build.Pen {
	if b.on {
		return d.pen(fonts.SansBold, 16, 1)
	}
	return d.pen(fonts.SansMedium, 16, 1)
}

// paintButton paints a button: filled with the leaf where it is on, else outlined.
func (d *desk) paintButton(l *page.Layer, name string, r fixed.Rectangle26_6, b button, pen build.Pen) {
	pressed := d.press(l, name, r, page.RedDown, b.event)
	pressed.Ground.Radius = d.Px(4)
	word := page.Look{Ink: page.Black, Down: page.OnLeaf, Target: pressed.Target}
	if b.on {
		pressed.Ground.Ink, word.Ink = page.LeafInk, page.OnLeaf
	} else {
		d.outline(l, r, page.Black, pressed)
	}
	label := build.IconLabel{Icon: b.icon, Word: b.word, Pen: pen, Look: word}
	if b.icon != "" {
		label.Side, label.Gap = d.Px(20), d.Px(8)
	}
	label.Beside(d.Draft, l, r)
	if icon, ok := l.Items[len(l.Items)-2].(*page.Icon); ok && b.icon != "" && !b.on {
		icon.Ink = page.Red
	}
}

// outline paints the line around a button.
func (d *desk) outline(l *page.Layer, r fixed.Rectangle26_6, ink page.Ink, pressed build.Pressed) {
	line := l.Fill(r, ink)
	line.Radius, line.Stroke, line.Down, line.Target = d.Px(4), d.Hair(), page.RedDown, pressed.Target
}

// weekdays are the days' names.
var weekdays = [...]string{"星期日", "星期一", "星期二", "星期三", "星期四", "星期五", "星期六"}

// day paints the day and the hour that are looked at, and what is on air then.
func (d *desk) day(l *page.Layer, y fixed.Int26_6) fixed.Int26_6 {
	now := d.v.Kiosk.Now
	d.label(l, d.x, y+d.Px(sectionPad), "看某一天")
	x, y := d.x, y+d.Px(sectionPad+labelHeight+labelGap)
	d.arrow(l, x, y, "prev", Day{-1})
	date, week := d.pen(fonts.SerifBlack, 24, 1), d.pen(fonts.SansRegular, 18, 1.5)
	x += d.Px(48)
	name := []typeset.Span{date.Span(now.Format("2006年1月2日")), week.Span(weekdays[now.Weekday()])}
	w := d.Setter.Width(name[0]) + d.Px(12) + d.Setter.Width(name[1])
	room := max(d.Px(260), w)
	mid := y + d.Px(buttonHeight)/2
	base := mid - date.Line()/2 + date.Rise()
	left := x + (room-w)/2
	d.Write(l, left, base, []page.Ink{page.Black}, name[0])
	d.Write(l, left+d.Setter.Width(name[0])+d.Px(12), base, []page.Ink{page.Black}, name[1])
	d.Box("date", page.Area(x, y, room, d.Px(buttonHeight)))
	x += room + d.Px(10)
	d.arrow(l, x, y, "next", Day{1})
	x = d.hour(l, x+d.Px(38+10+16), y) + d.Px(6+10)
	x = d.row(l, x, y, []button{{word: "今天", event: Today{}}})
	hint := d.pen(fonts.SansRegular, 14, 1.5)
	if word := "← → 换天　↑ ↓ 换钟点"; d.Setter.Width(hint.Span(word)) <= d.x+d.w-x-d.Px(12) {
		d.Label(l, word, hint, d.x+d.w-d.Setter.Width(hint.Span(word)), mid-hint.Line()/2, page.Ink2)
	}
	return d.onAir(l, y+d.Px(buttonHeight))
}

// arrow paints a button of one icon.
func (d *desk) arrow(l *page.Layer, x, y fixed.Int26_6, icon string, e Event) {
	r := page.Area(x, y, d.Px(38), d.Px(buttonHeight))
	pressed := d.press(l, "arrow", r, page.RedDown, e)
	pressed.Ground.Radius = d.Px(4)
	d.outline(l, r, page.Black, pressed)
	arrow := l.Icon(icon, x+d.Px(9), y+d.Px(9), d.Px(20), page.Red)
	arrow.Down, arrow.Target = page.OnLeaf, pressed.Target
}

// hour paints the time of day, whose halves lead to the hour before and the hour after, and returns where it ends.
func (d *desk) hour(l *page.Layer, x, y fixed.Int26_6) fixed.Int26_6 {
	pen := d.pen(fonts.SerifBold, 24, 1.5)
	text := d.v.Kiosk.Now.Format("15:04")
	w := d.Setter.Width(pen.Span(text)) + 2*d.Px(14) + 2*d.Hair()
	r := page.Area(x, y, w, d.Px(buttonHeight))
	d.press(l, "earlier", page.Area(x, y, w/2, d.Px(buttonHeight)), page.Sand, Hour{-1}).Ground.Radius = d.Px(4)
	d.press(l, "later", page.Area(x+w/2, y, w-w/2, d.Px(buttonHeight)), page.Sand, Hour{1}).Ground.Radius = d.Px(4)
	frame := l.Fill(r, page.Sep)
	frame.Radius, frame.Stroke = d.Px(4), d.Hair()
	d.Centred(l, r, text, pen, page.Look{Ink: page.Black})
	return x + w
}

// onAir paints what the carousel shows at that time, and returns where the section ends.
func (d *desk) onAir(l *page.Layer, y fixed.Int26_6) fixed.Int26_6 {
	pen := d.pen(fonts.SansRegular, 16, 1.5)
	base := y + d.Px(10) + pen.Rise()
	text := aired(d.v.Kiosk)
	fresh := beginning(d.v.Kiosk)
	mark := d.pen(fonts.SerifBold, 16, 1.5)
	x := d.x
	d.line(l, x, base, d.w, text, pen, page.Ink2, "")
	if fresh != "" {
		x += d.Setter.Width(pen.Span(text)) + d.Px(4)
		d.Write(l, x, base, []page.Ink{page.Red}, mark.Span("〔新〕"))
		x += d.Setter.Width(mark.Span("〔新〕")) + d.Px(4)
		d.line(l, x, base, d.x+d.w-x, fresh, pen, page.Ink2, "")
	}
	y += d.Px(airHeight + sectionPad)
	l.Fill(page.Area(d.x, y, d.w, d.Rule(1)), page.Line)
	return y + d.Rule(1)
}

// aired returns what the carousel shows: how many slides, and of what.
func aired(k session.State) string {
	n := session.Slides(k)
	if n == 0 {
		return "还没有能播的内容。"
	}
	notices := 0
	for i := range n {
		if session.SlideAt(k, i).Notice != "" {
			notices++
		}
	}
	text := fmt.Sprintf("这一天播 %d 张：目录 %d，公告 %d。", n, n-notices, notices)
	if k.View.Kind == session.Night {
		text = "这个时候屏幕关着。" + text
	}
	return text
}

// beginning returns the titles of the notices on air that begin on that day.
func beginning(k session.State) string {
	var titles []string
	if k.Catalogue == nil {
		return ""
	}
	day := k.Now.Format(time.DateOnly)
	for _, i := range k.OnAir {
		n := &k.Catalogue.Notices[i]
		from := n.Publish
		if from.IsZero() {
			from = n.Date
		}
		if from.Format(time.DateOnly) == day && !slices.Contains(titles, n.Title) {
			titles = append(titles, n.Title)
		}
	}
	return join(titles)
}
