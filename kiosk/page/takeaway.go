package page

import (
	"fmt"
	"time"
	"unicode/utf8"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/qr"
	"gongkai/kiosk/session"
	"gongkai/kiosk/typeset"
)

// The sheet 带走 (docs/design/README.md section 6.5): the page's own text as a code, for
// phones without network. A long text is several codes, one shown at a time.

func (b *build) takeaway() {
	number, title, parts := b.taken()
	if len(parts) == 0 {
		return // never seen: session opens it over a text only
	}
	at := min(max(b.state.Sheet.Part, 0), len(parts)-1)
	s, l := b.sheet("qr", "带走")
	y := b.takeTitle(l, s, number, title) + b.px(6)
	how := pen{face: fonts.SansRegular, size: b.px(32), leading: 1.4}
	b.label(l, "用手机扫一扫，全文就到手机里，不用联网", how, s.x, y, Ink2)
	y += how.line() + b.px(32)
	side := b.px(qr.Square)
	b.code(rect(s.x, y, side, side), parts[at].Code())
	x := s.x + side + b.px(36)
	r := rect(x, y, s.x+s.w-x, s.end-b.px(112)-b.px(24)-y)
	finish := command{word: "完成", icon: "check", primary: true, event: session.GoBack{}}
	switch {
	case len(parts) == 1:
		b.held(l, r, parts[0].Holds)
		b.commands(l, s, finish)
	case at == len(parts)-1:
		b.chooseParts(l, r, parts, at)
		b.commands(l, s, finish)
	default:
		b.chooseParts(l, r, parts, at)
		finish.primary = false
		b.commands(l, s, finish, command{word: "下一张", icon: "next", trailing: true, primary: true, event: session.ShowPart{Part: at + 1}})
	}
}

// taken returns what is taken away from the page; number is "" for a notice.
func (b *build) taken() (number, title string, parts []qr.Part) {
	c, now := b.state.Catalogue, time.Time{}
	if b.state.Clock {
		now = b.state.Now
	}
	if b.View.Kind == session.Notice {
		if i, ok := session.FindNotice(b.state, b.View.Notice); ok {
			n := &c.Notices[b.state.OnAir[i]]
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

// takeTitle paints the title with its number, in one line: from 15 characters on it is smaller,
// and where that is too wide smaller still. It returns where it ends.
func (b *build) takeTitle(l *Layer, s sheet, number, title string) fixed.Int26_6 {
	p := pen{face: fonts.SerifBlack, size: b.px(52), leading: 1.25}
	if utf8.RuneCountInString(title) >= 15 {
		p.size = b.px(46)
	}
	x, h := s.x, p.line()
	if number != "" {
		_, w := b.label(l, number, p, x, s.top, Red)
		x += w + b.px(24)
	}
	room := s.x + s.w - x
	p = b.fitLine(title, p, room, b.px(28))
	b.para(l, typeset.Paragraph{Spans: []typeset.Span{p.span(title)}, Measure: room, MaxLines: 1}, p, x, s.top+(h-p.line())/2, Black)
	return s.top + h
}

// code paints a code in r with modules as large as that allows.
func (b *build) code(r fixed.Rectangle26_6, c qr.Code) {
	b.box("code", r)
	side := whole(r).Size()
	b.box("code.modules", b.frameCode(b.over("code", r, Paper), r, c, max(1, c.Module(min(side.X, side.Y)))))
}

// sideLabel heads what stands beside the code; it returns where that begins.
func (b *build) sideLabel(l *Layer, r fixed.Rectangle26_6, text string) fixed.Int26_6 {
	p := pen{face: fonts.SansMedium, size: b.px(28), leading: 1.3, track: .06}
	b.label(l, text, p, r.Min.X, r.Min.Y, Red)
	return r.Min.Y + p.line() + b.px(8)
}

// held paints the list of contents of a single code, rows of 72, or lower where there are many.
func (b *build) held(l *Layer, r fixed.Rectangle26_6, rows []string) {
	y, p := b.sideLabel(l, r, "码里有"), pen{face: fonts.SansMedium, size: b.px(30), leading: 1.3}
	h := min(b.px(72), (r.Max.Y-y)/fixed.Int26_6(max(1, len(rows))))
	for i, text := range rows {
		hair := b.hair()
		if i == len(rows)-1 {
			hair = 0
		}
		one := b.fitLine(text, p, r.Max.X-r.Min.X, 0)
		b.label(l, text, one, r.Min.X, y+(h-hair-one.line())/2, Black)
		if hair > 0 {
			l.fill(rect(r.Min.X, y+h-hair, r.Max.X-r.Min.X, hair), Line)
		}
		y += h
	}
}

var counted = [...]string{"", "", "两", "三", "四", "五", "六", "七", "八", "九"}

// chooseParts paints the buttons of the codes: one below the other up to four, beyond that two beside each other.
func (b *build) chooseParts(l *Layer, r fixed.Rectangle26_6, parts []qr.Part, at int) {
	y, n := b.sideLabel(l, r, "分"+counted[len(parts)]+"张"), len(parts)
	columns, h, gap := 1, b.px(112), b.px(16)
	if n > 4 {
		columns = 2
	}
	if n > 8 {
		h = b.px(96)
	}
	w := (r.Max.X - r.Min.X - gap*fixed.Int26_6(columns-1)) / fixed.Int26_6(columns)
	for i := range parts {
		b.part(l, rect(r.Min.X+fixed.Int26_6(i%columns)*(w+gap), y+fixed.Int26_6(i/columns)*(h+gap), w, h), i, i == at)
	}
	y += fixed.Int26_6((n+columns-1)/columns)*(h+gap) - gap + b.px(24)
	note := pen{face: fonts.SansRegular, size: b.px(26), leading: 1.5}
	b.label(l, "先扫哪一张都可以", note, r.Min.X, y, Ink2)
	if parts[n-1].Cut {
		b.label(l, "装不下的请看屏幕", note, r.Min.X, y+note.line(), Ink2)
	}
}

// part paints 第1张; the chosen one is no target.
func (b *build) part(l *Layer, r fixed.Rectangle26_6, i int, chosen bool) {
	b.box("part", r)
	p, look := pen{face: fonts.SansMedium, size: b.px(34), leading: 1}, Look{Ink: Paper}
	if chosen {
		p.face = fonts.SansBold
		l.fill(r, Red).Radius = b.px(6)
	} else {
		look = Look{Ink: Black, Down: OnLeaf, Target: b.outlined(l, "part", r, b.px(6), b.rule(2), Black, session.ShowPart{Part: i}).target}
	}
	b.centred(l, r, fmt.Sprintf("第%d张", i+1), p, look)
}
