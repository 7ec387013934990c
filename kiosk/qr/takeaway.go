package qr

import (
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"gongkai/kiosk/catalogue"
)

// Part is one of the codes of a text to take away.
type Part struct {
	Text  string   // the code's content, with lines ended by "\n"
	Level Level    // M if that keeps the module as large as L does
	Holds []string // the rows of the catalogue that it holds, in the sheet's words and order
	Cut   bool     // the last part of a text too long for maxParts codes: it ends with ……
}

const (
	// Square is the side of the code with its quiet zone, in units of the design.
	Square = 600
	// maxParts bounds the codes of one text, about 5,000 characters.
	maxParts = 9

	single = 1200 // bytes in a code; a longer text takes several codes …
	few    = 3    // … and if it would take more than these, each holds up to …
	widest = 1840 // … the bytes of version 31-L, whose 141 modules are the most with 4 units each
)

// Takeaway returns an item's text for phones without network: number and title, the summary, each cell under its name,
// the sections of its guide, where to ask, the centre, the day of at, and the link. The cells are the official text to the character, except for
// white space. At the zero time, while the clock isn't trusted, the day is left out.
//
// A text of up to 1,200 bytes is one part. A longer one is cut at elements, or at sentences if an element is too long
// for a code; each part then begins with the title and its position, and a block that continues from the part before
// repeats its name, marked 续.
func Takeaway(c *catalogue.Catalogue, it *catalogue.Item, at time.Time) []Part {
	var s script
	s.block("", "", list(plain(it.Summary)))
	s.block("公开内容（要素）", "\n", contentLines(it.Content))
	s.block("公开依据", "\n", citations(it.Basis))
	for _, cell := range []struct{ name, text string }{
		{"公开时限", it.Deadline},
		{"公开主体", it.Publisher},
		{"公开渠道和载体", it.Channels.String()},
		{"公开对象", it.Audience},
		{"公开方式", it.Manner},
		{"公开层级", joinLevels(it.Levels)},
	} {
		s.block(cell.name, "：", list(cell.text))
	}
	s.row = "办事指南"
	for _, g := range it.Guides {
		s.block(g.Heading, "\n", proseLines(g.Body))
	}
	s.row = ""
	s.block("到哪里问", "\n", contactLines(it.Contact))
	from := c.Centre
	if !at.IsZero() {
		from += "　" + catalogue.LongDate(at)
	}
	s.foot(from)
	if link, err := catalogue.Address(it.Link); err == nil {
		s.block("链接", "：", list(link))
	}
	return s.parts(fmt.Sprintf("%d %s", it.Number, it.Heading()))
}

// contactLines returns each field of a contact under its name.
func contactLines(c catalogue.Contact) []line {
	var all []line
	for _, f := range []struct{ name, text string }{{"窗口", c.Desk}, {"电话", c.Phone}, {"办公时间", c.Hours}, {"地址", c.Address}} {
		if f.text != "" {
			all = append(all, line{lead: "\n", text: f.name + "：" + plain(f.text)})
		}
	}
	return all
}

// NoticeTakeaway returns a notice's text: title, time and place, paragraphs and signature; nil for a notice
// without a body.
func NoticeTakeaway(c *catalogue.Catalogue, n *catalogue.Notice) []Part {
	if n.Body == "" {
		return nil
	}
	var s script
	s.block("时间", "：", list(plain(n.When)))
	s.block("地点", "：", list(plain(n.Where)))
	s.row = "公告正文"
	s.block("", "", proseLines(n.Body))
	s.row = ""
	if lines := n.SignedBy(c.Centre); len(lines) > 0 {
		s.foot(strings.Join(lines, "　"))
	}
	return s.parts(plain(n.Title))
}

// script is a text divided into atoms, in order.
type script struct {
	atoms []atom
	row   string // the name in Holds of the blocks that follow; "": each block's own name
}

// atom is a piece of text that is cut only if it is too long for a code.
type atom struct {
	lead string // the text before it inside a part
	open string // the text before it at a part's beginning, under the title
	next string // the same for its second half, if it must be cut
	text string
	row  string // its name in Holds
	foot bool   // the centre and the date
}

// line is an element with the line break before it, if it needs one.
type line struct{ lead, text string }

// maxName is the length of a name, in bytes, up to which it is repeated where a block continues.
const maxName = 90

// block adds lines under a name, with colon between the name and the first. It adds nothing without lines, except
// for the heading of a guide's section.
func (s *script) block(name, colon string, lines []line) {
	row := s.row
	if row == "" {
		row = name
	}
	if name != "" && (len(lines) == 0 && s.row != "" || len(name) > maxName) {
		s.atoms = append(s.atoms, atom{lead: "\n", text: name, row: row})
		name = ""
	}
	first, again := name+colon, name+"（续）"+colon
	if name == "" {
		first, again = "", ""
	}
	for i, l := range lines {
		a := atom{lead: l.lead, open: again, next: again, text: l.text, row: row}
		if i == 0 {
			a.lead, a.open = "\n"+first, first
		}
		s.atoms = append(s.atoms, a)
	}
}

// foot adds the centre and the day.
func (s *script) foot(text string) {
	s.atoms = append(s.atoms, atom{lead: "\n", text: text, foot: true})
}

// list returns a text's lines.
func list(text string) []line {
	if text == "" {
		return nil
	}
	var all []line
	for t := range strings.SplitSeq(text, "\n") {
		all = append(all, line{lead: "\n", text: t})
	}
	return all
}

// citations returns each element on a line of its own.
func citations(cell catalogue.Cell) []line {
	var all []line
	for _, e := range cell {
		all = append(all, line{lead: "\n", text: e.Text})
	}
	return all
}

// contentLines runs elements on as in the official cell, except for neighbours of the same depth without a mark between
// them, which get lines of their own.
func contentLines(cell catalogue.Cell) []line {
	var all []line
	for i, e := range cell {
		l := line{text: e.Text}
		if i > 0 && e.Depth == cell[i-1].Depth {
			if last, _ := utf8.DecodeLastRuneInString(cell[i-1].Text); !strings.ContainsRune("、，；：。！？…（《“,;:.!?(", last) {
				l.lead = "\n"
			}
		}
		all = append(all, l)
	}
	return all
}

// parts returns the codes of a text under a heading.
func (s *script) parts(head string) []Part {
	if text := head + body(s.atoms, false); len(text) <= single {
		return []Part{part(text, s.atoms)}
	}
	portions, head, cut := divide(s.atoms, head)
	var all []Part
	for i, atoms := range portions {
		text := fmt.Sprintf("%s（%d/%d）\n%s", head, i+1, len(portions), body(atoms, true))
		all = append(all, part(text, atoms))
	}
	all[len(all)-1].Cut = cut
	return all
}

// body joins atoms; opening: they begin a part.
func body(atoms []atom, opening bool) string {
	var b strings.Builder
	for i, a := range atoms {
		if i == 0 && opening {
			b.WriteString(a.open)
		} else {
			b.WriteString(a.lead)
		}
		b.WriteString(a.text)
	}
	return b.String()
}

// part returns the code of a text of up to widest bytes.
func part(text string, atoms []atom) Part {
	p := Part{Text: text, Level: levelFor(len(text))}
	for _, a := range atoms {
		if a.row != "" && !slices.Contains(p.Holds, a.row) {
			p.Holds = append(p.Holds, a.row)
		}
	}
	return p
}

// Code encodes the part, with modules of at least 4 units in a square of Square units. It takes milliseconds, so a
// caller that shows one part encodes only that one.
func (p Part) Code() Code {
	c, _ := Encode(p.Text, p.Level) // it fails only beyond widest
	return c
}

// levelFor returns M if that keeps the module of a text of n bytes, else L.
func levelFor(n int) Level {
	module := func(l Level) int { return Code{Size: side(version(n, l))}.Module(Square) }
	if module(M) == module(L) {
		return M
	}
	return L
}

// joinLevels joins the words of 公开层级; one of them, 乡、村级, has the mark that usually stands between them.
func joinLevels(levels []string) string {
	for _, l := range levels {
		if strings.Contains(l, "、") {
			return strings.Join(levels, "；")
		}
	}
	return strings.Join(levels, "、")
}
