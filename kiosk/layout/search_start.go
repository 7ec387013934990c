package layout

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/layout/frame"
	"gongkai/kiosk/layout/record"
	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
	"gongkai/kiosk/typeset"
)

// startPage paints what leads on before the first key: the categories, and what has changed lately.
func startPage(b *build.Draft, f *frame.Frame, q searchRooms, kb *page.Layer) {
	x, w := q.left()
	s := &start{RowList: build.RowList{Draft: b, On: b.ScrollLayer(q.view), Look: build.RowLook{Name: "kinds.item", Hit: build.Insets{Top: 7, Bottom: 7}, Chevron: 36}}, x: x, w: w, y: q.view.Min.Y}
	if !f.IsSheet() {
		s.y += b.Pick(24, 16)
		s.label(keysOf(b).kinds)
		s.y += b.Px(8)
	}
	s.kinds(q.view.Min.Y)
	changed := lately(b)
	if b.Landscape && !f.IsSheet() {
		s.atKeys(kb, q, changed)
	} else if len(changed) > 0 {
		top, rule := s.y, b.Rule(3)
		s.On.Fill(page.Area(x, s.y, w, rule), page.Black)
		s.y += rule + b.Px(20)
		s.label("最近更新")
		s.changed(changed[:1], 104)
		b.Box("lately", page.Area(x, top, w, s.y-top))
	}
	view := page.Area(x, q.view.Min.Y, w, q.view.Max.Y-q.view.Min.Y)
	frame.Close(b, f, s.On, s.y, frame.Overflow{View: q.pillRoom(view), Rows: s.Tops(), Fade: q.fade()})
}

// start builds the page before the first key.
type start struct {
	build.RowList
	x, w, y fixed.Int26_6 // y: of what follows
}

// label paints a red label.
func (s *start) label(text string) {
	p := s.LabelPen(fonts.SansMedium, 1.3, .06)
	p = s.FitLine(text, p, s.w, 0)
	s.Draft.Label(s.On, text, p, s.x, s.y, page.Red)
	s.y += p.Line()
}

// kinds paints the categories in two columns, or one below the other where their names would need more than two lines.
func (s *start) kinds(top fixed.Int26_6) {
	all := s.State.Catalogue.Categories()
	gap, columns := s.Pick(48, 40), 2
	w := (s.w - gap) / 2
	if !s.kindsFit(all, w) {
		columns, w = 1, s.w
	}
	for from := 0; from < len(all); from += columns {
		row := all[from:min(from+columns, len(all))]
		h := s.Px(112)
		for _, g := range row {
			h = max(h, s.kindName(g, w).Height()+s.Px(20)+s.Hair())
		}
		for i, g := range row {
			s.kind(g, page.Area(s.x+fixed.Int26_6(i)*(w+gap), s.y, w, h), from+columns < len(all))
		}
		s.y += h
	}
	s.Box("kinds", page.Area(s.x, top, s.w, s.y-top))
}

// kindsFit reports whether all names have two lines at most, of four characters at least.
func (s *start) kindsFit(all []catalogue.Category, w fixed.Int26_6) bool {
	if s.kindRoom(w) < 4*s.kindPen().Size {
		return false
	}
	return !slices.ContainsFunc(all, func(g catalogue.Category) bool { return s.kindName(g, w).Lines() > 2 })
}

func (s *start) kindPen() build.Pen {
	return build.Pen{Face: fonts.SerifBlack, Size: s.PickBodySize(40, 38), Leading: 1.2}
}

// The parts of a category's row beside its name, u.
const kindIcon, kindGap, kindNext = 46, 16, 36

func (s *start) kindRoom(w fixed.Int26_6) fixed.Int26_6 {
	return w - s.Px(kindIcon+kindGap+kindGap+kindNext)
}

func (s *start) kindName(g catalogue.Category, w fixed.Int26_6) build.Block {
	p := s.kindPen()
	par := s.Phrased(g.Name, nil, p, s.kindRoom(w))
	return s.Block(par, p, page.Black)
}

// kind paints a category's row. It opens the category, or its only item.
func (s *start) kind(g catalogue.Category, at fixed.Rectangle26_6, ruled bool) {
	var to session.Event = session.Open{Screen: session.Screen{Kind: session.Category, Category: g.Name}}
	if len(g.Items) == 1 {
		to = build.OpenItem(&s.State.Catalogue.Items[g.Items[0]])
	}
	s.Add(build.Row{At: at, Ruled: ruled, Event: to, Next: build.Chevron{Right: s.Px(kindNext)},
		Stack: build.Column{X: s.Px(kindIcon + kindGap), Blocks: []build.Block{s.kindName(g, at.Max.X-at.Min.X)}}})
	body := at
	if ruled {
		body.Max.Y -= s.Hair()
	}
	side := s.Px(kindIcon)
	s.On.Icon(g.Icon, at.Min.X, build.MidOf(body)-side/2, side, page.Red)
}

// change is an item that has appeared or changed of late.
type change struct {
	item *catalogue.Item
	mark string
	day  time.Time
}

// lately returns the changes of the last 14 days, the latest first.
func lately(b *build.Draft) []change {
	var all []change
	for i := range b.State.Catalogue.Items {
		it := &b.State.Catalogue.Items[i]
		if mark, day := record.MarkOf(b, it.Seen, it.Updated); mark != "" {
			all = append(all, change{it, mark, day})
		}
	}
	slices.SortStableFunc(all, func(a, b change) int { return cmp.Compare(b.day.Unix(), a.day.Unix()) })
	return all
}

// atKeys paints the latest changes at the head of the keyboard's column, as far as there is room.
func (s *start) atKeys(l *page.Layer, q searchRooms, all []change) {
	c := &start{RowList: build.RowList{Draft: s.Draft, On: l, Look: s.Look}, x: q.kb.x, w: q.kb.w, y: q.lower.Min.Y}
	top := c.y
	if q.spelling.Min.X >= q.kb.x {
		c.y = q.spelling.Max.Y
	}
	c.y += c.Px(12)
	room := q.tip - c.Px(8) - c.y - c.LabelPen(fonts.SansMedium, 1.3, .06).Line()
	for n := min(2, len(all)); n > 0; n-- {
		if c.heightOf(all[:n], 96) <= room {
			c.label("最近更新")
			c.changed(all[:n], 96)
			c.Box("lately", page.Area(c.x, top, c.w, c.y-top))
			return
		}
	}
}

// heightOf returns the height of rows of changes.
func (s *start) heightOf(all []change, least int) (h fixed.Int26_6) {
	for _, c := range all {
		h += s.changeHeight(c, least)
	}
	return h
}

// lateRows returns the look of rows of 序号 and title that are at least so high, u. Their hit areas keep 96 where the rows are
// lower than 112.
func lateRows(least int) build.RowLook {
	inset := min(7, float64(least-96)/2)
	return build.RowLook{Name: "lately.item", Pressed: true, Hit: build.Insets{Top: inset, Bottom: inset}, Chevron: kindNext}
}

// changed paints rows of changes, at least so high, with hairlines between them.
func (s *start) changed(all []change, least int) {
	look := s.Look
	s.Look = lateRows(least)
	for i, c := range all {
		at := page.Area(s.x, s.y, s.w, s.changeHeight(c, least))
		s.change(c, at, i < len(all)-1)
		s.y = at.Max.Y
	}
	s.Look = look
}

func (s *start) changeHeight(c change, least int) fixed.Int26_6 {
	title, _ := s.changeTitle(c)
	h := title.Height()
	if s.stacked(c) {
		h += s.whenPen().Line() + s.Px(6)
	}
	return max(s.Px(float64(least)), h+s.Px(20)+s.Hair())
}

// The columns of 序号 and of the chevron in a row of changes, u.
const changeNumber, changeNext = 88, 68

func (s *start) numberPen() build.Pen {
	return build.Pen{Face: fonts.SerifBlack, Size: s.Type(44), Leading: 1}
}

func (s *start) whenPen() build.Pen {
	return build.Pen{Face: fonts.SansMedium, Size: s.ControlSize(28), Leading: 1}
}

func (c change) when() string { return fmt.Sprintf("%d月%d日", c.day.Month(), c.day.Day()) }

// whenWidth returns the width of a mark, whose brackets are half as wide as a character, and its date.
func (s *start) whenWidth(c change) fixed.Int26_6 {
	p := s.whenPen()
	return 2*p.Size + s.Px(12) + s.Setter.Width(p.Span(c.when()))
}

func (s *start) titlePen() build.Pen {
	return build.Pen{Face: fonts.SerifBold, Size: s.BodySize(38), Leading: 1.3}
}

// stacked reports whether mark and date stand below the title, as beside it they would leave it less than ten characters.
func (s *start) stacked(c change) bool {
	p := s.titlePen()
	room := s.titleRoom(c) - s.whenWidth(c) - s.Px(24)
	return room < 10*p.Size && s.Setter.Width(p.Span(c.item.Heading())) > room
}

func (s *start) numberWidth(c change) fixed.Int26_6 {
	return s.NumberWidth(c.item.Number, s.Px(changeNumber), s.Px(40), s.numberPen())
}

// titleRoom returns the width from 序号 to the chevron.
func (s *start) titleRoom(c change) fixed.Int26_6 { return s.w - s.numberWidth(c) - s.Px(changeNext) }

func (s *start) changeTitle(c change) (title build.Block, width fixed.Int26_6) {
	p, room := s.titlePen(), s.titleRoom(c)
	if !s.stacked(c) {
		room -= s.whenWidth(c) + s.Px(24)
	}
	return s.Block(s.Phrased(c.item.Heading(), c.item.Breaks, p, room), p, page.Black), room
}

// change paints a row: 序号, title, the mark with its date, and a chevron.
func (s *start) change(c change, at fixed.Rectangle26_6, ruled bool) {
	title, _ := s.changeTitle(c)
	stack := build.Column{X: s.numberWidth(c), Blocks: []build.Block{title}}
	body := at
	if ruled {
		body.Max.Y -= s.Hair()
	}
	x, mid, p := at.Max.X-s.Px(changeNext)-s.whenWidth(c), build.MidOf(body), s.whenPen()
	if s.stacked(c) {
		stack.Blocks = append(stack.Blocks, s.Block(typeset.Paragraph{}, p, page.Ink2))
		y := mid - (title.Height()+s.Px(6)+p.Line())/2
		stack.FromTop, stack.Y = true, y-at.Min.Y
		x, mid = at.Min.X+stack.X, y+title.Height()+s.Px(6)+p.Line()/2
	}
	s.Add(build.Row{At: at, Ruled: ruled, Event: build.OpenItem(c.item), Next: build.Chevron{Right: s.Px(kindNext)},
		Lead: build.Column{Blocks: []build.Block{numeral(s.Draft, c.item, s.numberPen())}}, Stack: stack})
	s.when(c, x, mid)
}

// when paints a mark and its date from x on, centred on mid.
func (s *start) when(c change, x, mid fixed.Int26_6) {
	p := s.whenPen()
	mark := build.Pen{Face: fonts.SerifBlack, Size: p.Size, Leading: 1}
	s.Box("mark", page.Area(x+p.Size/2, mid-p.Size/2, page.Scale(p.Size, 1.5), p.Size))
	s.Draft.Label(s.On, "〔"+c.mark+"〕", mark, x, mid-p.Line()/2, page.Red)
	s.Draft.Label(s.On, c.when(), p, x+2*p.Size+s.Px(12), mid-p.Line()/2, page.Ink2)
}
