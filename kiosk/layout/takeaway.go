package layout

import (
	"fmt"
	"time"
	"unicode/utf8"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/layout/frame"
	"gongkai/kiosk/page"
	"gongkai/kiosk/qr"
	"gongkai/kiosk/session"
)

// The sheet 存到手机 (docs/design/README.md section 6.5): the page's own text as a code, for
// phones without network. A long text is several codes, one shown at a time.

// takeaway lays out the sheet.
func takeaway(b *build.Draft) {
	number, title, parts := takeawayOf(b)
	if len(parts) == 0 {
		return // session opens the sheet over a text only
	}
	at := min(max(b.State.Sheet.Part, 0), len(parts)-1)
	s, l := frame.OpenSheet(b, "qr", "存到手机")
	y := takeTitle(b, l, s, number, title) + b.Px(6)
	help := build.Pen{Face: fonts.SansRegular, Size: page.Scale(b.Type(32), b.Frame(1.15)), Leading: 1.4}
	const how = "用手机扫一扫，全文就到手机里，不用联网"
	help = b.FitLine(how, help, s.W, 0)
	b.Label(l, how, help, s.X, y, page.Ink2)
	y += help.Line() + b.Px(32)
	side := b.Px(qr.Square)
	paintCode(b, page.Area(s.X, y, side, side), parts[at].Code())
	x := s.X + side + b.Px(36)
	r := page.Area(x, y, s.X+s.W-x, s.End-b.Px(112)-b.Px(24)-y)
	finish := build.Command{Word: "完成", Icon: "check", Primary: true, Event: session.GoBack{}}
	switch {
	case len(parts) == 1:
		contentsList(b, l, r, parts[0].Holds)
		frame.Commands(b, l, s, finish)
	case at == len(parts)-1:
		chooseParts(b, l, r, parts, at)
		frame.Commands(b, l, s, finish)
	default:
		chooseParts(b, l, r, parts, at)
		finish.Primary = false
		frame.Commands(b, l, s, finish, build.Command{Word: "下一张", Icon: "next", Trailing: true, Primary: true, Event: session.ShowPart{Part: at + 1}})
	}
}

// takeawayOf returns the page's text as codes; number is "" for a notice.
func takeawayOf(b *build.Draft) (number, title string, parts []qr.Part) {
	c, now := b.State.Catalogue, time.Time{}
	if b.State.Clock {
		now = b.State.Now
	}
	if b.View.Kind == session.Notice {
		if i, ok := session.FindNotice(b.State, b.View.Notice); ok {
			n := &c.Notices[b.State.OnAir[i]]
			return "", n.Title, qr.NoticeTakeaway(c, n)
		}
		return "", "", nil
	}
	i, ok := c.Find(b.View.Number)
	if !ok {
		return "", "", nil
	}
	it := &c.Items[i]
	return fmt.Sprint(it.Number), it.Heading(), qr.Takeaway(c, it, now)
}

// takeTitle paints the title with its number in one line, smaller from 15 characters on and as small
// as needed to fit, or else in two, and returns its lower end.
func takeTitle(b *build.Draft, l *page.Layer, s frame.Sheet, number, title string) fixed.Int26_6 {
	p := build.Pen{Face: fonts.SerifBlack, Size: b.Type(52), Leading: 1.25}
	if utf8.RuneCountInString(title) >= 15 {
		p.Size = b.Type(46)
	}
	x, h := s.X, p.Line()
	if number != "" {
		_, w := b.Label(l, number, p, x, s.Top, page.Red)
		x += w + b.Px(24)
	}
	room := s.X + s.W - x
	p = b.FitLine(title, p, room, b.Px(28))
	par := b.OneLine(title, p)
	if b.Setter.Width(par.Spans...) > room {
		p.Leading = 1.15
		par = b.Phrased(title, nil, p, room)
		par.MaxLines = 2
	}
	t := b.Block(par, p, page.Black)
	t.Paint(b, l, x, s.Top+(h-t.Height())/2)
	return s.Top + h
}

// paintCode paints a code in r with modules as large as that allows.
func paintCode(b *build.Draft, r fixed.Rectangle26_6, c qr.Code) {
	b.Box("code", r)
	side := page.Round(r).Size()
	b.Box("code.modules", b.FrameCode(frame.SheetLayer(b, "code", r, page.Paper), r, c, max(1, c.Module(min(side.X, side.Y)))))
}

// sideLabel paints the heading beside the code, and returns the top of what follows.
func sideLabel(b *build.Draft, l *page.Layer, r fixed.Rectangle26_6, text string) fixed.Int26_6 {
	p := build.Pen{Face: fonts.SansMedium, Size: b.Type(28), Leading: 1.3, Track: .06}
	b.Label(l, text, p, r.Min.X, r.Min.Y, page.Red)
	return r.Min.Y + p.Line() + b.Px(8)
}

// contentsList paints the contents of a single code, in rows of at most 72.
func contentsList(b *build.Draft, l *page.Layer, r fixed.Rectangle26_6, rows []string) {
	y, p := sideLabel(b, l, r, "码里有"), build.Pen{Face: fonts.SansMedium, Size: b.Type(30), Leading: 1.3}
	h := min(b.Px(72), (r.Max.Y-y)/fixed.Int26_6(max(1, len(rows))))
	p.Size = min(p.Size, page.Scale(h, 1/p.Leading))
	for i, text := range rows {
		hair := b.Hair()
		if i == len(rows)-1 {
			hair = 0
		}
		one := b.FitLine(text, p, r.Max.X-r.Min.X, 0)
		b.Label(l, text, one, r.Min.X, y+(h-hair-one.Line())/2, page.Black)
		if hair > 0 {
			l.Fill(page.Area(r.Min.X, y+h-hair, r.Max.X-r.Min.X, hair), page.Line)
		}
		y += h
	}
}

// numerals are the numbers of codes, as 分两张.
var numerals = [...]string{"", "", "两", "三", "四", "五", "六", "七", "八", "九"}

// chooseParts paints the buttons of the codes, up to four in one column, more in two.
func chooseParts(b *build.Draft, l *page.Layer, r fixed.Rectangle26_6, parts []qr.Part, at int) {
	y, n := sideLabel(b, l, r, "分"+numerals[len(parts)]+"张"), len(parts)
	columns, h, gap := 1, b.Px(112), b.Px(16)
	if n > 4 {
		columns = 2
	}
	if n > 8 {
		h = b.Px(96)
	}
	w := (r.Max.X - r.Min.X - gap*fixed.Int26_6(columns-1)) / fixed.Int26_6(columns)
	for i := range parts {
		paintPart(b, l, page.Area(r.Min.X+fixed.Int26_6(i%columns)*(w+gap), y+fixed.Int26_6(i/columns)*(h+gap), w, h), i, i == at)
	}
	y += fixed.Int26_6((n+columns-1)/columns)*(h+gap) - gap + b.Px(24)
	note := build.Pen{Face: fonts.SansRegular, Size: b.Type(26), Leading: 1.5}
	b.Label(l, "先扫哪一张都可以", note, r.Min.X, y, page.Ink2)
	if parts[n-1].Cut {
		b.Label(l, "装不下的请看屏幕", note, r.Min.X, y+note.Line(), page.Ink2)
	}
}

// paintPart paints 第1张; the chosen one is no target.
func paintPart(b *build.Draft, l *page.Layer, r fixed.Rectangle26_6, i int, chosen bool) {
	b.Box("part", r)
	p, look := build.Pen{Face: fonts.SansMedium, Size: b.Type(34), Leading: 1}, page.Look{Ink: page.Paper}
	if chosen {
		p.Face = fonts.SansBold
		l.Fill(r, page.Red).Radius = b.Px(6)
	} else {
		look = page.Look{Ink: page.Black, Down: page.OnLeaf, Target: b.Outlined(l, "part", r, b.Px(6), b.Rule(2), page.Black, session.ShowPart{Part: i}).Target}
	}
	b.Centred(l, r, fmt.Sprintf("第%d张", i+1), p, look)
}
