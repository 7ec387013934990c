package desk

import (
	"fmt"
	"image"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
	"gongkai/kiosk/typeset"
)

// View is what the page is laid out from.
type View struct {
	State State
	Kiosk session.State
	Size  image.Point // of the kiosk's screen, px
	Scale float64     // px a CSS px
}

// Page is the page of the window, and what a click on its targets sends.
type Page struct {
	*page.Page
	Plan   Plan
	Events []Event // by target
}

// Hit returns the event of the target at a point of the window; ok is false where there is none.
func (p Page) Hit(at image.Point) (e Event, ok bool) {
	for i, t := range p.Targets {
		hit := t.Hit
		if t.Scrolls {
			hit = hit.Sub(image.Pt(0, p.View.Scroll)).Intersect(p.Scroll.Viewport)
		}
		if at.In(hit) {
			return p.Events[i], true
		}
	}
	return nil, false
}

// Placed returns the page's layers where they are drawn.
func (p Page) Placed() []page.Placed {
	var all []page.Placed
	for _, l := range p.Layers {
		if c, ok := p.Place(l, p.View.Scroll); ok {
			all = append(all, c)
		}
	}
	return all
}

// desk is a page while it is laid out.
type desk struct {
	*build.Draft
	v    View
	page *Page
	x, w fixed.Int26_6 // of the tools' text
}

// Layout lays out the page of a window of a size in px.
func Layout(v View, window image.Point, set *typeset.Setter) Page {
	theme := page.Normal
	g := grid(window, v.Scale)
	p := Page{Page: &page.Page{Size: window, Theme: &theme}, Plan: PlanOf(window, v.Scale, v.Size)}
	d := desk{Draft: &build.Draft{Grid: g, Modes: build.Modes{Step: 1}, Page: p.Page, State: v.Kiosk, Setter: set}, v: v, page: &p}
	tools := page.Exact(p.Plan.Tools)
	d.x, d.w = tools.Min.X+d.Px(padX), tools.Max.X-tools.Min.X-2*d.Px(padX)
	d.glass()
	on := d.Layer("tools", tools, page.Paper)
	y := d.head(on)
	foot := d.H - d.Px(padBottom) - d.Px(footHeight)
	d.body(on, y, foot)
	d.foot(on, foot)
	d.Seal()
	return p
}

// glass paints what lies around the kiosk, and its scale where there is room for it.
func (d *desk) glass() {
	g := page.Exact(d.page.Plan.Glass)
	l := d.Layer("glass", page.Area(0, 0, fixed.I(d.page.Plan.Tools.Min.X), d.H), page.Sand)
	line := d.Rule(1)
	l.Fill(page.Area(g.Min.X-line, g.Min.Y-line, g.Max.X-g.Min.X+2*line, g.Max.Y-g.Min.Y+2*line), page.Black)
	d.Box("glass", g)
	pen := d.pen(fonts.SansRegular, 14, 1.5)
	if room := d.H - g.Max.Y; room >= d.Px(40) {
		word := fmt.Sprintf("屏幕 %d×%d，这里按 %.0f%% 显示", d.v.Size.X, d.v.Size.Y, 100*d.page.Plan.Share)
		d.Across(l, g, g.Max.Y+d.Px(10), word, pen, page.Look{Ink: page.Ink2})
	}
}

// pen returns a pen of n CSS px.
func (d *desk) pen(face fonts.Face, n, leading float64) build.Pen {
	return build.Pen{Face: face, Size: d.Type(n), Leading: leading}
}

// head paints the heading down to the 文武线, and returns where that ends.
func (d *desk) head(l *page.Layer) fixed.Int26_6 {
	f := d.v.State.Found
	title, plain := d.pen(fonts.SerifBlack, 36, 1.2), d.pen(fonts.SansRegular, 16, 1.5)
	y := d.Px(padTop)
	base := y + title.Rise()
	_, w := d.Label(l, "预览", title, d.x, y, page.Black)
	d.Box("title", page.Area(d.x, y, w, title.Line()))
	rev := []typeset.Span{plain.Span("版本 "), d.pen(fonts.SansBold, 16, 1.5).Span(f.Revision)}
	end := d.x + d.w
	if f.Revision != "" {
		from := end - d.Setter.Width(rev...)
		d.Write(l, from, base, []page.Ink{page.Ink2, page.Black}, rev...)
		end = from - d.Px(20)
	}
	if f.Name == "" {
		return d.rule(l, y+title.Line())
	}
	count := fmt.Sprintf("　%d 项，%d 条公告", f.Items, f.Notices)
	from := d.x + w + d.Px(20)
	room := end - from - d.Setter.Width(plain.Span(count))
	d.line(l, from, base, room, f.Name, plain, page.Ink2, count)
	return d.rule(l, y+title.Line())
}

// rule paints the 文武线 below a position, and returns where it ends.
func (d *desk) rule(l *page.Layer, y fixed.Int26_6) fixed.Int26_6 {
	ww := page.Area(d.x, y+d.Px(12), d.w, d.Px(7))
	d.Box("ww", ww)
	l.Fill(page.Area(ww.Min.X, ww.Min.Y, d.w, d.Rule(3)), page.Red)
	l.Fill(page.Area(ww.Min.X, ww.Max.Y-d.Rule(1), d.w, d.Rule(1)), page.Red)
	return ww.Max.Y
}

// line writes a text that is cut to a room, and a tail, on a baseline.
func (d *desk) line(l *page.Layer, x, base, room fixed.Int26_6, text string, p build.Pen, ink page.Ink, tail string) {
	par := typeset.Paragraph{Spans: []typeset.Span{p.Span(spaced(text))}, Measure: max(room, p.Size), MaxLines: 1}
	b := d.Block(par, p, ink)
	b.Paint(d.Draft, l, x, base-p.Rise())
	if tail != "" {
		d.Write(l, x+b.Width(), base, []page.Ink{ink}, p.Span(tail))
	}
}

// body paints what stands between the heading and the foot. The list of problems scrolls; where it has no room, all does.
func (d *desk) body(on *page.Layer, y, foot fixed.Int26_6) {
	var list *page.Layer
	scroll := func(top fixed.Int26_6) *page.Layer {
		view := page.Area(fixed.I(d.page.Plan.Tools.Min.X), top, fixed.I(d.page.Plan.Tools.Dx()), foot-top)
		d.page.Scroll.Viewport = page.Round(view)
		list = d.Layer("list", view, page.Paper)
		list.Scrolls = true
		return list
	}
	switch {
	case d.v.State.Ask != nil:
	case foot-y-d.controlsHeight() < d.Px(leastList):
		on = scroll(y)
		fallthrough
	default:
		y = d.controls(on, y)
	}
	y = d.listHead(on, y)
	if list == nil {
		scroll(y)
	}
	y = d.list(list, y)
	view := d.page.Scroll.Viewport
	list.Bounds.Max.Y = max(list.Bounds.Min.Y+1, y.Ceil())
	d.page.Scroll.Max = max(0, list.Bounds.Max.Y-view.Max.Y)
	d.page.View.Scroll = min(d.v.State.Scroll, d.page.Scroll.Max)
	d.thumb(view)
}

// thumb paints how far the list is scrolled.
func (d *desk) thumb(view image.Rectangle) {
	most, h := d.page.Scroll.Max, view.Dy()
	if most == 0 || h <= 0 {
		return
	}
	long := max(d.Px(24).Round(), h*h/(h+most))
	top := view.Min.Y + (h-long)*d.page.View.Scroll/most
	x := (d.x + d.w + d.Px(14)).Round()
	bar := d.Layer("thumb", page.Exact(image.Rect(x, top, x+d.Px(6).Round(), top+long)), page.Sep)
	d.Box("thumb", page.Exact(bar.Bounds))
}

// press adds a target with its event, and its ground, which is of another ink where it is pressed.
func (d *desk) press(l *page.Layer, name string, r fixed.Rectangle26_6, down page.Ink, e Event) build.Pressed {
	d.page.Events = append(d.page.Events, e)
	d.Box(name, r)
	return d.Press(l, name, r, r, down, nil)
}

// foot paints what was said last, and the button beside it, or the answers to the question.
func (d *desk) foot(l *page.Layer, y fixed.Int26_6) {
	l.Fill(page.Area(d.x, y, d.w, d.Rule(2)), page.Black)
	d.Box("foot", page.Area(d.x, y, d.w, d.Px(footHeight)))
	top, end := y+d.Px(16), d.x+d.w
	answers := []answer{{"重新检查", true, Do{Recheck}}}
	if ask := d.v.State.Ask; ask != nil {
		answers = answersTo(ask)
	}
	pen := d.pen(fonts.SansBold, 17, 1)
	for _, a := range answers {
		w := d.Setter.Width(pen.Span(a.word)) + 2*d.Px(26)
		r := page.Area(end-w, top, w, d.Px(42))
		d.paintButton(l, "answer", r, button{word: a.word, on: a.primary, event: a.event}, pen)
		end -= w + d.Px(12)
	}
	plain := d.pen(fonts.SansRegular, 16, 1.5)
	d.line(l, d.x, top+(d.Px(42)-plain.Line())/2+plain.Rise(), end-d.x-d.Px(12), d.said(), plain, page.Ink2, "")
}

// answer is a button of the foot.
type answer struct {
	word    string
	primary bool
	event   Event
}

// answersTo returns the buttons of a question, from the right.
func answersTo(q *Question) []answer {
	no := answer{"关闭", true, Answer{}}
	if q.More {
		no.word = "看下一个"
	}
	switch q.Order {
	case Import:
		return []answer{{"导入", true, Answer{Yes: true}}, {"不导入", false, Answer{}}}
	case Create:
		return []answer{{"新建", true, Answer{Yes: true}}}
	}
	if q.Standing() {
		return nil
	}
	return []answer{no}
}

// said returns the words at the foot.
func (d *desk) said() string {
	s := d.v.State
	switch {
	case s.Ask != nil:
		return s.Ask.Note
	case s.Busy:
		return "正在检查……"
	case s.Said != "":
		return s.Said
	case s.Found.Revision == "":
		return "还没有能显示的内容"
	case s.Found.Held:
		return "屏幕上显示的是最后一次没有错误的内容"
	}
	return "屏幕上显示的就是现在的内容，保存以后自动更新"
}
