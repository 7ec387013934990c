package page

import (
	"golang.org/x/image/math/fixed"

	"gongkai/kiosk/session"
)

// rowLook is the look of the rows of a list, but for their content.
type rowLook struct {
	name    string  // of a row's box and target
	above   bool    // the hairline is at a row's upper edge, else at its lower one
	over    bool    // the hairline lies on the row and takes none of its height
	pressed bool    // the hairline is pressed with the row
	counted bool    // the hairline is a part of what must be seen of a row
	hit     insets  //
	chevron float64 // side, u
}

// insets is how much smaller a row is for a finger, u.
type insets struct{ top, bottom float64 }

// The looks of all lists.
var (
	boardRows    = rowLook{name: "row", above: true, over: true, hit: insets{7, 7}}
	largeRows    = rowLook{name: "row", above: true, pressed: true, hit: insets{10, 4}}
	lowRows      = rowLook{name: "low", pressed: true, hit: insets{7, 7}}
	itemRows     = rowLook{name: "list.item", hit: insets{7, 7}, chevron: 44}
	noticeRows   = rowLook{name: "list.item", counted: true, hit: insets{7, 7}, chevron: 40}
	foundRows    = rowLook{name: "list.item", hit: insets{7, 7}, chevron: 40}
	lowFoundRows = rowLook{name: "low", hit: insets{7, 7}, chevron: 40}
)

// rowBeyond is how far the ground of a pressed row runs beyond its text at both sides, u.
const rowBeyond = 16

// row is one row of a list.
type row struct {
	at    fixed.Rectangle26_6 // its hairline included
	ruled bool                // a hairline parts it from its neighbour
	event session.Event       // nil: it is pressed with its group
	lead  column              // 序号, or a date
	stack column              // what the row names, and what is said of it
	mark  string              // 新 or 改, at its right end
	next  chevron
}

// chevron is the arrow of a row.
type chevron struct {
	right fixed.Int26_6 // from the row's right end to the arrow's left; 0: there is none
	top   fixed.Int26_6 // from the row's upper edge; 0: in the row's middle
}

// rowList is the rows of a list in the making, on layer l.
type rowList struct {
	*build
	l    *Layer
	look rowLook
	ends []rowEnd
}

// rowEnd is where a row ends, and how many items it stands for.
type rowEnd struct {
	y     fixed.Int26_6
	items int
}

// add paints a row.
func (s *rowList) add(r row) {
	body, line := s.parts(r)
	s.box(s.look.name, r.at)
	if r.event != nil {
		press := body
		if s.look.pressed {
			press = r.at
		}
		s.press(s.look.name, press, r.event)
	}
	if r.ruled {
		s.line(line)
	}
	if s.look.counted {
		s.note(r.at.Max.Y, 1)
	} else {
		s.note(body.Max.Y, 1)
	}
	for _, c := range [...]*column{&r.lead, &r.stack} {
		y := r.at.Min.Y + c.y
		if !c.fromTop {
			y = midOf(body) - c.height()/2
		}
		c.paint(s.build, s.l, r.at.Min.X+c.x, y)
	}
	if r.mark != "" {
		s.rowMark(s.l, r.mark, r.at.Max.X, midOf(body))
	}
	if r.next.right > 0 {
		s.next(r, midOf(body))
	}
}

// parts returns a row without its hairline, and the hairline.
func (s *rowList) parts(r row) (body, line fixed.Rectangle26_6) {
	body, line = r.at, r.at
	switch {
	case !r.ruled:
		line.Max.Y = line.Min.Y
	case s.look.above:
		line.Max.Y = line.Min.Y + s.hair()
		body.Min.Y = line.Max.Y
	default:
		line.Min.Y = line.Max.Y - s.hair()
		body.Max.Y = line.Min.Y
	}
	if s.look.over {
		body = r.at
	}
	return body, line
}

// midOf returns the height of a rectangle's middle.
func midOf(r fixed.Rectangle26_6) fixed.Int26_6 { return (r.Min.Y + r.Max.Y) / 2 }

// next paints a row's chevron.
func (s *rowList) next(r row, mid fixed.Int26_6) {
	side := s.px(s.look.chevron)
	y := mid - side/2
	if r.next.top > 0 {
		y = r.at.Min.Y + r.next.top
	}
	s.l.icon("next", r.at.Max.X-r.next.right, y, side, Red)
}

// press adds the target of a row, or of a part of one.
func (s *rowList) press(name string, r fixed.Rectangle26_6, e session.Event) pressed {
	hit := r
	hit.Min.Y += s.px(s.look.hit.top)
	hit.Max.Y -= s.px(s.look.hit.bottom)
	return s.build.press(s.l, name, s.ground(r), hit, Sand, e)
}

// ground returns what changes colour when r is pressed.
func (s *rowList) ground(r fixed.Rectangle26_6) fixed.Rectangle26_6 {
	r.Min.X -= s.px(rowBeyond)
	r.Max.X += s.px(rowBeyond)
	return r
}

// line paints a line between rows, groups or columns.
func (s *rowList) line(r fixed.Rectangle26_6) { s.l.fill(r, Line) }

// note records where a row ends that stands for so many items.
func (s *rowList) note(y fixed.Int26_6, items int) { s.ends = append(s.ends, rowEnd{y, items}) }

// bottom returns where the lowest row ends.
func (s *rowList) bottom() fixed.Int26_6 {
	var y fixed.Int26_6
	for _, e := range s.ends {
		y = max(y, e.y)
	}
	return y
}

// below counts the items whose rows do not wholly end above y.
func (s *rowList) below(y fixed.Int26_6) int {
	n := 0
	for _, e := range s.ends {
		if e.y > y {
			n += e.items
		}
	}
	return n
}
