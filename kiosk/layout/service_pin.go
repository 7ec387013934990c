package layout

import (
	"fmt"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/layout/frame"
	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
)

// pinScreen lays out the page of the PIN: whom it is for, what is typed so far as dots, and the keys, below it or in
// landscape beside it.
func pinScreen(b *build.Draft) {
	f := frame.Open(b, staffNeeds(), frame.Head{Spine: frame.IconSpine(b, "service", "维护")})
	if b.Landscape {
		f.Measure -= b.Px(820 + 72)
	}
	k := keypadOf(b, f)
	y := staffTitle(b, f, "维护密码")
	l := b.Layer("pin", page.Area(f.Main.Min.X, y, f.X+f.Measure-f.Main.Min.X, f.Main.Max.Y-y), page.Paper)
	at := y + b.Pick(36, 28)
	for _, text := range [...]string{"这里只给维护这台机器的人用。", "走错了，请按左下角的返回。"} {
		p := build.Pen{Face: fonts.SerifBold, Size: b.PickBodySize(48, 42), Leading: 1.6}
		p = b.FitLine(text, p, f.Measure, 0)
		b.Label(l, text, p, f.X, at, page.Black)
		at += p.Line()
	}
	hint := pinHint(b)
	line := page.Area(f.X, k.end-b.Px(140)-b.Px(24)-hint.Line(), f.Measure, b.Px(140))
	if !b.Landscape {
		above := k.end - k.top() + b.Px(24)
		line.Min.Y, line.Max.Y = line.Min.Y-above, line.Max.Y-above
	}
	pinLine(b, l, line)
	pinTip(b, l, hint, f, line.Max.Y+b.Px(24))
	if b.Landscape {
		l = b.Layer("keys", page.Area(k.x, f.Main.Min.Y, f.Main.Max.X-k.x, f.Main.Max.Y-f.Main.Min.Y), page.Paper)
	}
	k.paint(b, l)
}

// pinHint returns the style of the line under the dots.
func pinHint(b *build.Draft) build.Pen {
	return build.Pen{Face: fonts.SansRegular, Size: b.Type(30), Leading: 1.4}
}

// pinLine paints a dot for each digit and a caret above a rule, or asks for the first one.
func pinLine(b *build.Draft, l *page.Layer, r fixed.Rectangle26_6) {
	b.Box("ask", r)
	rule, dot, gap := b.Rule(3), b.Px(40), b.Px(28)
	l.Fill(page.Area(r.Min.X, r.Max.Y-rule, r.Max.X-r.Min.X, rule), page.Black)
	x, mid := r.Min.X+b.Px(4), (r.Min.Y+r.Max.Y-rule)/2
	typed := b.State.Face().Staff.Typed
	for range typed {
		l.Fill(page.Area(x, mid-dot/2, dot, dot), page.Black).Radius = dot / 2
		x += dot + gap
	}
	l.Fill(page.Area(x, mid-b.Px(38), b.Rule(5), b.Px(76)), page.Red)
	if typed == 0 {
		p := build.Pen{Face: fonts.SerifBold, Size: b.Type(48), Leading: 1}
		const ask = "请输入数字"
		at := x + b.Rule(5) + b.Px(36)
		b.Label(l, ask, b.FitLine(ask, p, r.Max.X-at, 0), at, mid-p.Line()/2, page.Ink2)
	}
}

// pinTip paints the line under the dots: how many tries are left, or what to do where the keys can't be hit.
func pinTip(b *build.Draft, l *page.Layer, p build.Pen, f *frame.Frame, y fixed.Int26_6) {
	face, ink, text := b.State.Face().Staff, page.Ink2, "数字点不准？在左上角再连点五下，先测触摸"
	switch {
	case face.Closed:
		text = "三次都不对，请过一分钟再试"
	case face.Left > 0:
		text = fmt.Sprintf("不对，还可以试 %d 次", face.Left)
	}
	if face.Left > 0 || face.Closed {
		p.Face, ink = fonts.SansBold, page.Red
	}
	b.Label(l, text, b.FitLine(text, p, f.Measure, 0), f.X, y, ink)
}

// keypad is the place of the keys of the PIN: four rows of three.
type keypad struct{ x, w, h, gap, end fixed.Int26_6 }

func keypadOf(b *build.Draft, f *frame.Frame) keypad {
	k := keypad{x: f.X, w: f.Measure, gap: b.Px(keyGap), end: f.Main.Max.Y - b.Pick(28, 40), h: b.Px(176)}
	if b.Landscape {
		k.w = b.Px(820)
		k.x = f.X + f.Measure + b.Px(72)
		top := f.Main.Min.Y + b.Px(24)
		if b.State.Mode.LowReach {
			top = max(top, frame.LowTop(b))
		}
		k.h = max((k.end-top-3*k.gap)/4, b.Px(112))
	}
	return k
}

func (k keypad) top() fixed.Int26_6 { return k.end - 4*k.h - 3*k.gap }

// place returns the place of key i.
func (k keypad) place(i int) fixed.Rectangle26_6 {
	w, column, row := (k.w-2*k.gap)/3, fixed.Int26_6(i%3), fixed.Int26_6(i/3)
	return page.Area(k.x+column*(w+k.gap), k.top()+row*(k.h+k.gap), w, k.h)
}

// paint paints the keys: 1 to 9, 删一个, 0, 确定. They are no targets while no digits are taken.
func (k keypad) paint(b *build.Draft, l *page.Layer) {
	face := b.State.Face().Staff
	p := build.Pen{Face: fonts.SerifBlack, Size: b.Type(72), Leading: 1}
	for i, digit := range "123456789 0" {
		if digit != ' ' {
			r := k.place(i)
			b.Centred(l, r, string(digit), p, key(b, l, r, !face.Closed, !face.Closed, session.Type{Key: digit}))
		}
	}
	wordKey(b, l, k.place(9), "delete", "删一个", session.Erase{}, face.Typed > 0)
	r := k.place(11)
	if face.Typed == 0 {
		wordKey(b, l, r, "check", "确定", session.Enter{}, false)
		return
	}
	b.Box("key", r)
	look := page.Look{Ink: page.Paper, Down: page.OnLeaf, Target: b.Filled(l, "key", r, b.Px(8), page.Red, session.Enter{}).Target}
	word := build.Pen{Face: fonts.SansBold, Size: b.Type(40), Leading: 1}
	build.IconLabel{Icon: "check", Word: "确定", Side: b.Px(44), Gap: b.Px(16), Pen: word, Look: look}.Beside(b, l, r)
}
