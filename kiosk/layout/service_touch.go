package layout

import (
	"fmt"
	"math"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/layout/frame"
	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
	"gongkai/kiosk/typeset"
)

// touchTest lays out the four targets, one after the other, and then what the touches show.
func touchTest(b *build.Draft) {
	if b.State.Staff.Marked == len(session.Corners) {
		touchResult(b)
		return
	}
	l := b.Layer("touch", page.Area(0, 0, b.W, b.H), page.Paper)
	for i := range b.State.Staff.Marked {
		feltMark(b, l, b.State.Staff.Marks[i])
	}
	touchTarget(b, l, b.State.Staff.Marked)
	big := build.Pen{Face: fonts.SerifBlack, Size: b.PickType(84, 76), Leading: 1.25}
	text := build.Pen{Face: fonts.SansRegular, Size: b.BodySize(36.8), Leading: 1.56}
	const ask, why = "请点圆圈的中心", "四个角各点一下，看触摸和画面对不对得上"
	count := b.Place(b.State.Staff.Marked+1, len(session.Corners), "个")
	count.Number.Size, count.Word.Size = b.LabelSize(48), b.LabelSize(36)
	gap, room := b.Px(36), b.W-2*b.Px(72)
	big, text = b.FitLine(ask, big, room, 0), b.FitLine(why, text, room, 0)
	y := (b.H - big.Line() - count.Number.Line() - text.Line() - 2*gap) / 2
	all := page.Area(0, 0, b.W, b.H)
	count.Around(b, l, (b.W-count.Width(b))/2, y+count.Number.Line()/2)
	y += count.Number.Line() + gap
	b.Across(l, all, y, ask, big, page.Look{Ink: page.Black})
	b.Across(l, all, y+big.Line()+gap, why, text, page.Look{Ink: page.Ink2})
}

// touchInset is the distance of the targets from the edges, u.
const touchInset = 120

// targetAt returns the middle of a target.
func targetAt(b *build.Draft, corner int) fixed.Point26_6 {
	in := b.Px(touchInset)
	p := fixed.Point26_6{X: in, Y: in}
	if session.Corners[corner][0] > 0 {
		p.X = b.W - in
	}
	if session.Corners[corner][1] > 0 {
		p.Y = b.H - in
	}
	return p
}

// touchTarget paints rings about a point and a cross through it.
func touchTarget(b *build.Draft, l *page.Layer, corner int) {
	p := targetAt(b, corner)
	for _, r := range [...]float64{88, 48} {
		side := b.Px(2 * r)
		ring := l.Fill(page.Area(p.X-side/2, p.Y-side/2, side, side), page.Red)
		ring.Radius, ring.Stroke = side/2, b.Rule(6)
	}
	cross(l, p, b.Px(104), b.Rule(2), page.Red)
	dot := b.Px(20)
	l.Fill(page.Area(p.X-dot/2, p.Y-dot/2, dot, dot), page.Red).Radius = dot / 2
	b.Box("target", page.Area(p.X-b.Px(88), p.Y-b.Px(88), b.Px(176), b.Px(176)))
}

// cross paints two lines through a point, each of a length on both sides of it.
func cross(l *page.Layer, p fixed.Point26_6, length, thick fixed.Int26_6, ink page.Ink) {
	l.Fill(page.Area(p.X-length, p.Y-thick/2, 2*length, thick), ink)
	l.Fill(page.Area(p.X-thick/2, p.Y-length, thick, 2*length), ink)
}

// feltMark paints a small cross where touch was felt.
func feltMark(b *build.Draft, l *page.Layer, s session.Spot) {
	cross(l, fixed.Point26_6{X: page.Scale(b.W, s.X), Y: page.Scale(b.H, s.Y)}, b.Px(28), b.Rule(5), page.GoldInk)
}

// closeEnough is how far from a target, in u, touch is felt on a screen that is in order: a finger's width.
const closeEnough = 60

// touchResult lays out how touch lies against the picture, and the settings that put it right.
func touchResult(b *build.Draft) {
	f := frame.Open(b, staffNeeds(), frame.Head{Spine: frame.IconSpine(b, "touch", "触摸")})
	a, known := session.AlignmentOf(b.State.Staff.Marks)
	off := 0
	if known {
		off = farthest(b, a)
	}
	title, advice := "触摸和画面对得上", []string{fmt.Sprintf("四个角都在原处，最多偏 %d 像素。", off)}
	var remedies [][]string
	switch {
	case !known:
		title, advice = "四个点对不上", []string{"有一下没有点在圆圈上，或者触摸没有反应。请再测一次。", "再测还是这样：看看触摸屏的线插好没有，玻璃上有没有水或贴膜。"}
	case a != session.Alignment{}:
		title, advice, remedies = touchFault(b, a)
	case off > b.Px(closeEnough).Round():
		title = "触摸偏了"
		advice = []string{fmt.Sprintf("方向是对的，最多偏 %d 像素。", off), "用触摸屏厂家的校准工具校一次，再测。"}
	}
	y := staffTitle(b, f, title)
	commands := page.Area(f.X, f.Main.Max.Y-b.Pick(28, 40)-b.Px(112), f.Measure, b.Px(112))
	l := b.Layer("result", page.Area(f.Main.Min.X, y, f.Main.Max.X-f.Main.Min.X, f.Main.Max.Y-y), page.Paper)
	touchAdvice(b, l, page.Area(f.X, y+b.Pick(40, 28), f.Measure, commands.Min.Y-b.Px(24)-y-b.Pick(40, 28)), advice, remedies)
	touchCommands(b, l, commands)
}

// touchCommands paints 再测一次 and 完成.
func touchCommands(b *build.Draft, l *page.Layer, r fixed.Rectangle26_6) {
	gap := b.Px(24)
	w := (r.Max.X - r.Min.X - gap) / 2
	if b.Landscape {
		w = b.Px(400)
	}
	again := build.Command{Word: "再测一次", Icon: "touch", Event: session.Open{Screen: session.Screen{Kind: session.TouchTest}}}
	b.PaintCommand(l, page.Area(r.Max.X-2*w-gap, r.Min.Y, w, r.Max.Y-r.Min.Y), again)
	b.PaintCommand(l, page.Area(r.Max.X-w, r.Min.Y, w, r.Max.Y-r.Min.Y), build.Command{Word: "完成", Icon: "check", Primary: true, Event: session.GoBack{}})
}

// farthest returns how far from its target a touch was felt at the most, px, once its alignment is undone.
func farthest(b *build.Draft, a session.Alignment) int {
	most := 0.
	for i, felt := range b.State.Staff.Marks {
		at, p := a.Undo(felt), targetAt(b, i)
		x, y := at.X*float64(b.Size.X)-float64(p.X)/64, at.Y*float64(b.Size.Y)-float64(p.Y)/64
		most = max(most, math.Hypot(x, y))
	}
	return int(math.Round(most))
}

// touchFault returns what is wrong with touch that is turned or mirrored, and for each cause the lines to write.
func touchFault(b *build.Draft, a session.Alignment) (title string, advice []string, remedies [][]string) {
	rotate := b.State.Machine.Rotate
	c := a.Calibration(rotate)
	rule := []string{
		`ENV{ID_INPUT_TOUCHSCREEN}=="1", \`,
		fmt.Sprintf(`ENV{LIBINPUT_CALIBRATION_MATRIX}="%d %d %d %d %d %d"`, c[0], c[1], c[2], c[3], c[4], c[5]),
	}
	const write = "在 /etc/udev/rules.d/99-kiosk-touch.rules 里写这两行（原来有这样的行，先删去再测），然后重启机器："
	if a.Mirrored {
		title = map[int]string{0: "触摸左右反了", 180: "触摸上下反了"}[a.Turn]
		if title == "" {
			title = "触摸沿对角线反了"
		}
		return title, []string{write}, [][]string{rule}
	}
	title = fmt.Sprintf("触摸转了%d度", a.Turn)
	const turn = "画面是由系统转过来的（xrandr、cage -r）：去掉系统的旋转，在 /etc/kiosk/config.toml 里写："
	return title, []string{turn, "系统没有转过画面，是触摸屏装反了：" + write}, [][]string{{fmt.Sprintf("rotate = %d", (rotate+a.Turn)%360)}, rule}
}

// touchAdvice sets paragraphs, each with the lines to write under it, smaller where they don't fit.
func touchAdvice(b *build.Draft, l *page.Layer, r fixed.Rectangle26_6, advice []string, remedies [][]string) {
	set := func(size fixed.Int26_6, l *page.Layer) fixed.Int26_6 {
		y := r.Min.Y
		p := build.Pen{Face: fonts.SansRegular, Size: size, Leading: 1.56}
		for i, text := range advice {
			_, h := b.Paragraph(l, typeset.Paragraph{Spans: []typeset.Span{p.Span(text)}, Measure: r.Max.X - r.Min.X}, p, r.Min.X, y, page.Black)
			y += h
			if i < len(remedies) {
				y = linesToWrite(b, l, remedies[i], page.Scale(size, .85), r.Min.X, y+b.Px(20), r.Max.X-r.Min.X)
			}
			y += b.Px(36)
		}
		return y - b.Px(36)
	}
	size := b.PickBodySize(36.8, 34)
	for ; size > b.Px(20); size = page.Scale(size, .95) {
		var end fixed.Int26_6
		b.Aside(func(l *page.Layer) { end = set(size, l) })
		if end <= r.Max.Y {
			break
		}
	}
	set(size, l)
}

// linesToWrite paints the lines of a settings file on mat, and returns their lower end.
func linesToWrite(b *build.Draft, l *page.Layer, lines []string, size, x, y, w fixed.Int26_6) fixed.Int26_6 {
	p, pad := build.Pen{Face: fonts.SansMedium, Size: size, Leading: 1.5}, b.Px(24)
	for _, text := range lines {
		p = b.FitLine(text, p, w-2*pad, 0)
	}
	h := p.Line()*fixed.Int26_6(len(lines)) + 2*pad
	ground := l.Fill(page.Area(x, y, w, h), page.Mat)
	if b.Contrast { // whose mat is the paper's
		ground.Ink, ground.Stroke = page.Line, b.Rule(2)
	}
	for i, text := range lines {
		b.Label(l, text, p, x+pad, y+pad+p.Line()*fixed.Int26_6(i), page.Black)
	}
	return y + h
}
