package record

import (
	"image"
	"strings"

	"golang.org/x/image/math/fixed"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/layout/sample"
	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
	"gongkai/kiosk/typeset"
)

// unspaced is a text without its spaces.
func unspaced(s string) string { return strings.Join(strings.Fields(s), "") }

var (
	portrait, landscape = image.Pt(1080, 1920), image.Pt(1920, 1080) // a px is a u
	narrow              = image.Pt(1600, 1080)
)

// flow returns an empty column as wide as an item's in portrait, 884 px, with its top at 0.
func flow(size image.Point, mode session.Mode) *Flow {
	st := session.State{Mode: mode, Now: sample.Noon, Clock: true, Catalogue: &catalogue.Catalogue{Items: []catalogue.Item{{Number: 14}}}}
	g, theme := page.NewGrid(size), page.ThemeOf(st)
	b := &build.Draft{Grid: g, Modes: build.ModesOf(st, theme, g), Page: &page.Page{Size: size, Theme: theme}, State: st, Setter: typeset.New()}
	return &Flow{Draft: b, On: b.Layer("body", fixed.R(0, 0, size.X, size.Y), page.Paper), X: fixed.I(156), W: fixed.I(884)}
}

// cellOf returns a cell of elements parted by |, those that begin with a space being below another.
func cellOf(elements string) (c catalogue.Cell) {
	if elements == "" {
		return nil
	}
	for _, e := range strings.Split(elements, "|") {
		text := strings.TrimLeft(e, " ")
		c = append(c, catalogue.Element{Text: text, Depth: len(e) - len(text)})
	}
	return c
}

// texts returns what is painted of text, in its order.
func (c *Flow) texts() (all []*page.Text) {
	for _, it := range c.On.Items {
		if t, ok := it.(*page.Text); ok {
			all = append(all, t)
		}
	}
	return all
}

// wordsOf returns the words of a text.
func wordsOf(t *page.Text) string {
	words := ""
	for _, s := range t.Spans {
		words += s.Text
	}
	return words
}

// painted returns the words of all texts, parted by |.
func (c *Flow) painted() string {
	var all []string
	for _, t := range c.texts() {
		all = append(all, wordsOf(t))
	}
	return strings.Join(all, "|")
}

// boxes returns the boxes of that name in whole px.
func (c *Flow) boxes(name string) (all []image.Rectangle) {
	for _, b := range c.Boxes {
		if b.Name == name {
			all = append(all, page.Round(b.Rect))
		}
	}
	return all
}

// count counts the rectangles of an ink.
func (c *Flow) count(ink page.Ink) (n int) {
	for _, it := range c.On.Items {
		if r, ok := it.(*page.Rect); ok && r.Ink == ink {
			n++
		}
	}
	return n
}
