package layout

import (
	"fmt"
	"image"

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

// urgentSheet lays out the sheet with an urgent notice over what is being read: the leaf, unfolded over the page's lower
// part under a 文武线 of its own width. It rises so far as its text needs.
func urgentSheet(b *build.Draft) {
	all := session.UrgentNotices(b.State)
	if len(all) == 0 {
		return // session closes the sheet with the last one
	}
	at := min(max(b.State.Sheet.Part, 0), len(all)-1)
	s := urgentText{Draft: b, n: &b.State.Catalogue.Notices[all[at]], at: at, of: len(all)}
	s.plan()
	frame.PlaceSheet(b, s.r, image.Pt(0, b.H.Round()-s.r.Min.Y.Round()))
	b.Box("urgent", s.r)
	l := frame.SheetLayer(b, "urgent", s.r, page.LeafInk)
	b.EdgeLine(l, s.r, page.TopEdge)
	b.LeafRule(l, 0, s.r.Min.Y+b.Px(14), b.W)
	s.set(&record.Flow{Draft: b, On: l, X: s.x, W: s.w, Y: s.r.Min.Y + b.Px(urgentTop)})
	s.answers(l)
}

// urgentTop is the room above the sheet's text, and urgentShare how much of the screen's height the sheet takes at most.
const urgentTop, urgentShare = 76, .84

// urgentText is the sheet while it is laid out.
type urgentText struct {
	*build.Draft
	n       *catalogue.Notice
	at, of  int                 // its place among the urgent ones
	r       fixed.Rectangle26_6 // the sheet
	x, w    fixed.Int26_6       // of its text
	end     fixed.Int26_6       // of its targets
	buttons fixed.Rectangle26_6 // below the text, or in landscape beside it
	lines   int                 // of the body
}

// plan finds the sheet's place and how many lines of the body it has.
func (s *urgentText) plan() {
	pad, foot := s.Pick(72, 120), s.Pick(72, 56)
	s.x, s.w, s.end = pad, s.W-2*pad, frame.ReachEnd(s.Draft)
	high := s.Px(144)
	if s.Landscape {
		rail := s.Px(480)
		high = s.Px(144)*fixed.Int26_6(min(s.of, 2)+1) - s.Px(24)*fixed.Int26_6(min(s.of, 2)-2)
		s.w -= rail + s.Px(96)
		s.buttons = page.Area(s.W-pad-rail, s.end-foot-high, rail, high)
		s.w = min(s.w, 40*s.BodySize(36.8))
	} else {
		s.buttons = page.Area(s.x, s.end-foot-high, s.w, high)
	}
	most := page.Scale(s.end, urgentShare)
	for s.lines = 5; ; s.lines-- {
		h := s.need(foot, high)
		if h <= most || s.lines == 0 {
			h = min(max(h, s.Pick(800, 600)), s.end) + s.H - s.end
			s.r = page.Area(0, s.H-h, s.W, h)
			return
		}
	}
}

// need returns the height of the sheet with so many lines of the body.
func (s *urgentText) need(foot, buttons fixed.Int26_6) fixed.Int26_6 {
	f := record.Flow{Draft: s.Draft, X: s.x, W: s.w}
	text := s.Px(urgentTop) + f.Height(s.set)
	if s.Landscape {
		return max(text+foot, s.Px(urgentTop)+buttons+foot)
	}
	return text + s.Px(48) + buttons + foot
}

// set sets the sheet's text.
func (s *urgentText) set(c *record.Flow) {
	s.heading(c)
	c.Y += c.Px(28)
	s.title(c)
	c.Y += c.Px(28)
	s.event(c)
	s.beginning(c)
}

// heading sets 紧急通知, with the day at the right, and the notice's place among several.
func (s *urgentText) heading(c *record.Flow) {
	p := build.Pen{Face: fonts.SerifBlack, Size: c.Type(72), Leading: 1, Track: .06}
	small := build.Pen{Face: fonts.SansMedium, Size: c.ControlSize(32), Leading: 1, Track: .02}
	_, w := c.Label(c.On, urgentWord, p, c.X, c.Y, page.OnLeaf2)
	day := s.n.Date.Format("1月2日")
	if s.of > 1 {
		day += "　" + fmt.Sprintf("第%d条　共%d条", s.at+1, s.of)
	}
	small = c.FitLine(day, small, c.W-w-c.Px(24), 0)
	c.Write(c.On, c.X+c.W-c.Setter.Width(small.Span(day)), c.Y+p.Rise(), []page.Ink{page.OnLeaf}, small.Span(day))
	c.Y += p.Line()
}

// title sets the notice's title in three lines at most, as large as its length allows, and larger where it stands alone.
func (s *urgentText) title(c *record.Flow) {
	p := c.TitlePen(s.n.Title, 12)
	least := max(c.Px(48), page.Scale(c.PickBodySize(36.8, 34), belowTitle))
	p.Size = max(p.Size, least)
	if s.n.Body == "" && !s.n.HasEvent() {
		p.Size = c.PickType(132, 110)
	}
	p, par := c.Shrink(build.Fit{Least: least, Factor: .95, Lines: 3}, p, func(p build.Pen) typeset.Paragraph {
		return noticeTitle(c.Draft, s.n, p, c.W)
	})
	par.MaxLines = 6
	c.Add(par, p, page.OnLeaf)
}

// event sets when and where, each behind its label.
func (s *urgentText) event(c *record.Flow) {
	if !s.n.HasEvent() {
		return
	}
	t := noticeText{n: s.n, grown: 1}
	t.eventLines(c, page.OnLeaf, page.OnLeaf)
	c.Y += c.Px(20)
}

// beginning sets the first lines of the body.
func (s *urgentText) beginning(c *record.Flow) {
	room := s.lines
	p := build.Pen{Face: fonts.SansRegular, Leading: 1.6}
	p.Size = c.EvenMeasure(c.W, c.PickBodySize(36.8, 34))
	for _, text := range catalogue.ProseLines(s.n.Body) {
		if room < 1 {
			return
		}
		par := typeset.Paragraph{Spans: []typeset.Span{p.Span(build.Beginning(text, room, c.W, p.Size))}, Measure: c.W, Justify: true, MaxLines: room}
		t := c.Add(par, p, page.OnLeaf)
		room -= len(t.Lines)
	}
}

// answers paints 看详情, which is filled, 知道了 and, of several notices, 下一条: side by side and the first half again as
// wide, in landscape one below the other.
func (s *urgentText) answers(l *page.Layer) {
	all := []build.Command{{Word: "看详情", Primary: true, Event: build.OpenNotice(s.n)}, {Word: "知道了", Event: session.GoBack{}}}
	if s.of > 1 {
		all = append(all, build.Command{Word: "下一条", Event: session.ShowPart{Part: (s.at + 1) % s.of}})
	}
	r, gap, n := s.buttons, s.Px(24), fixed.Int26_6(len(all))
	for i, c := range all {
		at := r
		if s.Landscape {
			h := (r.Max.Y - r.Min.Y - gap*(n-1)) / n
			at.Min.Y = r.Min.Y + (h+gap)*fixed.Int26_6(i)
			at.Max.Y = at.Min.Y + h
		} else {
			share := (r.Max.X - r.Min.X - gap*(n-1)) / (2*n + 1) // the first has three, each other two
			at.Min.X, at.Max.X = r.Min.X, r.Min.X+3*share
			if i > 0 {
				at.Min.X += 3*share + gap + (2*share+gap)*fixed.Int26_6(i-1)
				at.Max.X = at.Min.X + 2*share
			}
		}
		leafButton(s.Draft, l, at, c)
	}
}

// leafButton paints a button on the leaf: paper, or in an outline.
func leafButton(b *build.Draft, l *page.Layer, r fixed.Rectangle26_6, c build.Command) {
	b.Box("button", r)
	p := build.Pen{Face: fonts.SansMedium, Size: b.ControlSize(44), Leading: 1}
	look := page.Look{Ink: page.OnLeaf}
	if c.Primary {
		p.Face = fonts.SansBold
		ground := page.Paper
		look.Ink, look.Down = page.Red, page.OnLeaf
		if b.Contrast {
			ground, look.Ink = page.Red, page.Paper
		}
		look.Target = b.Filled(l, "button", r, b.Px(8), ground, c.Event).Target
	} else {
		look.Target = b.Framed(l, "button", r, b.Px(8), b.Rule(3), page.LeafInk, page.OnLeaf, c.Event).Target
	}
	b.Centred(l, r, c.Word, b.FitLine(c.Word, p, r.Max.X-r.Min.X-b.Px(32), 0), look)
}

// urgentWord stands on what an urgent notice takes over.
const urgentWord = "紧急通知"
