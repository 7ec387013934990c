package build

import (
	"fmt"
	"strconv"
	"strings"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
)

// RowLook is the look that the rows of a list share.
type RowLook struct {
	Name    string  // of the rows' boxes and targets
	Above   bool    // the hairline is at the upper edge, else at the lower one
	Over    bool    // the hairline overlaps the row
	Pressed bool    // the pressed ground covers the hairline
	Counted bool    // a row counts as seen only with its hairline
	Hit     Insets  // of the hit areas
	Chevron float64 // side of the arrow, u
	Boxed   bool    // the arrow is a part of the design's list of boxes
}

// Insets are the distances of a row's hit area from its edges, u.
type Insets struct{ Top, Bottom float64 }

// The looks of all lists.
var (
	BoardRows    = RowLook{Name: "row", Above: true, Over: true, Hit: Insets{Top: 7, Bottom: 7}, Chevron: 36, Boxed: true}
	LargeRows    = RowLook{Name: "row", Above: true, Pressed: true, Hit: Insets{Top: 10, Bottom: 4}, Chevron: 44, Boxed: true}
	LowRows      = RowLook{Name: "low", Pressed: true, Hit: Insets{Top: 7, Bottom: 7}, Chevron: 32}
	ItemRows     = RowLook{Name: "list.item", Hit: Insets{Top: 7, Bottom: 7}, Chevron: 44}
	NoticeRows   = RowLook{Name: "list.item", Counted: true, Hit: Insets{Top: 7, Bottom: 7}, Chevron: 40}
	FoundRows    = RowLook{Name: "list.item", Hit: Insets{Top: 7, Bottom: 7}, Chevron: 40}
	LowFoundRows = RowLook{Name: "low", Hit: Insets{Top: 7, Bottom: 7}, Chevron: 40}
)

// groundBleed is how far a pressed row's ground extends beyond its text on both sides, u.
const groundBleed = 16

// Row is one row of a list.
type Row struct {
	At    fixed.Rectangle26_6 // including its hairline
	Ruled bool                // has a hairline
	Event session.Event       // nil: the row is no target of its own
	Lead  Column              // 序号, or a date
	Stack Column              // the name and what describes it
	Mark  string              // 新 or 改, left of the chevron
	Next  Chevron
}

// Chevron is the arrow of a row.
type Chevron struct {
	Right fixed.Int26_6 // from the row's right end to the arrow's left; 0: no arrow
	Top   fixed.Int26_6 // from the row's upper edge; 0: centred in the row
}

// RowList builds a list of rows on the layer On.
type RowList struct {
	*Draft
	On   *page.Layer
	Look RowLook
	ends []rowEnd
}

// rowEnd is the lower end of a row, and how many items the row represents.
type rowEnd struct {
	y     fixed.Int26_6
	items int
}

// Add paints a row.
func (s *RowList) Add(r Row) {
	body, line := s.Parts(r)
	s.Box(s.Look.Name, r.At)
	if r.Event != nil {
		press := body
		if s.Look.Pressed {
			press = r.At
		}
		s.Press(s.Look.Name, press, r.Event)
	}
	if r.Ruled {
		s.Line(line)
	}
	if s.Look.Counted {
		s.Note(r.At.Max.Y, 1)
	} else {
		s.Note(body.Max.Y, 1)
	}
	for _, c := range [...]*Column{&r.Lead, &r.Stack} {
		y := r.At.Min.Y + c.Y
		if !c.FromTop {
			y = MidOf(body) - c.Height()/2
		}
		c.paint(s.Draft, s.On, r.At.Min.X+c.X, y)
	}
	if r.Mark != "" {
		s.paintRowMark(s.On, r.Mark, r.At.Max.X-s.Px(markIn), MidOf(body))
	}
	if r.Next.Right > 0 {
		y := MidOf(body) - s.Px(s.Look.Chevron)/2
		if r.Next.Top > 0 {
			y = r.At.Min.Y + r.Next.Top
		}
		s.Arrow(r.At.Max.X-r.Next.Right, y)
	}
}

// Parts returns a row's body and its hairline.
func (s *RowList) Parts(r Row) (body, line fixed.Rectangle26_6) {
	body, line = r.At, r.At
	switch {
	case !r.Ruled:
		line.Max.Y = line.Min.Y
	case s.Look.Above:
		line.Max.Y = line.Min.Y + s.Hair()
		body.Min.Y = line.Max.Y
	default:
		line.Min.Y = line.Max.Y - s.Hair()
		body.Max.Y = line.Min.Y
	}
	if s.Look.Over {
		body = r.At
	}
	return body, line
}

// MidOf returns the y of a rectangle's middle.
func MidOf(r fixed.Rectangle26_6) fixed.Int26_6 { return (r.Min.Y + r.Max.Y) / 2 }

// Arrow paints a row's chevron with its top left corner at x, y.
func (s *RowList) Arrow(x, y fixed.Int26_6) {
	side := s.Px(s.Look.Chevron)
	if s.Look.Boxed {
		s.Box("chevron", page.Area(x, y, side, side))
	}
	s.On.Icon("next", x, y, side, page.Red)
}

// Press adds the target of a row or of a part of it.
func (s *RowList) Press(name string, r fixed.Rectangle26_6, e session.Event) Pressed {
	hit := r
	hit.Min.Y += s.Px(s.Look.Hit.Top)
	hit.Max.Y -= s.Px(s.Look.Hit.Bottom)
	return s.Draft.Press(s.On, name, s.Ground(r), hit, page.Sand, e)
}

// Ground returns the area that changes colour while r is pressed.
func (s *RowList) Ground(r fixed.Rectangle26_6) fixed.Rectangle26_6 {
	r.Min.X -= s.Px(groundBleed)
	r.Max.X += s.Px(groundBleed)
	return r
}

// Line paints a hairline between rows, groups or columns.
func (s *RowList) Line(r fixed.Rectangle26_6) { s.On.Fill(r, page.Line) }

// Note records the lower end of a row that represents a number of items.
func (s *RowList) Note(y fixed.Int26_6, items int) { s.ends = append(s.ends, rowEnd{y, items}) }

// Bottom returns the lower end of the lowest row.
func (s *RowList) Bottom() fixed.Int26_6 {
	var y fixed.Int26_6
	for _, e := range s.ends {
		y = max(y, e.y)
	}
	return y
}

// Tops returns the tops of the rows below the first one, where a page of rows rests.
func (s *RowList) Tops() []fixed.Int26_6 {
	tops := make([]fixed.Int26_6, len(s.ends))
	for i, e := range s.ends {
		tops[i] = e.y
	}
	return tops
}

// Below counts the items whose rows end below y.
func (s *RowList) Below(y fixed.Int26_6) int {
	n := 0
	for _, e := range s.ends {
		if e.y > y {
			n += e.items
		}
	}
	return n
}

// MarkRoom is the width that a mark takes from a row's title; its right end is markIn left of the
// row's, u.
const MarkRoom, markIn = 64, 56

// paintRowMark paints 〔改〕 that ends at right, its middle at mid, with brackets half as wide as a
// character.
func (b *Draft) paintRowMark(l *page.Layer, text string, right, mid fixed.Int26_6) {
	p := Pen{Face: fonts.SerifBlack, Size: b.ControlSize(28), Leading: 1}
	x := right - page.Scale(p.Size, 1.5)
	b.Box("mark", page.Area(x, mid-p.Line()/2, page.Scale(p.Size, 1.5), p.Line()))
	b.Label(l, "〔"+text+"〕", p, x-p.Size/2, mid-p.Line()/2, page.Red)
}

// The board's rows share its height, up to 160 u each. With less than 110, 96 for a finger and 7
// above and below, the board scrolls and they are 112 high.
const RowMax, RowFixed, RowMin = 160, 112, 110

// NumberWidth returns the width of the column of 序号, at least least: the last one, which is the
// longest, and a gap.
func (b *Draft) NumberWidth(last int, least, gap fixed.Int26_6, p Pen) fixed.Int26_6 {
	return max(least, b.Setter.Width(p.Span(fmt.Sprint(last)))+gap)
}

// Tracks between the columns of a row, u: from the widest numeral to the text and, where the
// design's own column holds two digits, as drawn there.
const numeralTrack, drawnTrack = 40, 34

// Numerals returns the width of the column of 序号 of a list whose last one is last: least, or what
// the widest number of as many digits needs.
func (b *Draft) Numerals(last int, least fixed.Int26_6, p Pen) fixed.Int26_6 {
	w := b.Setter.Width(p.Span(strings.Repeat("0", len(strconv.Itoa(last)))))
	if w+b.Px(drawnTrack) <= least {
		return least
	}
	return w + b.Px(numeralTrack)
}
