package poster

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

var portrait, landscape = image.Pt(1080, 1920), image.Pt(1920, 1080) // a px is a u

// slideAt returns an empty slide of an item; what stands on its ground is 884 px wide.
func slideAt(size image.Point, it *catalogue.Item) *slide {
	st := session.State{Now: sample.Noon, Clock: true, Catalogue: &catalogue.Catalogue{Centre: "示例社区", Name: "示例目录", Items: []catalogue.Item{*it}}}
	st.View.Kind = session.Attract
	g, theme := page.NewGrid(size), page.ThemeOf(st)
	b := &build.Draft{Grid: g, Modes: build.ModesOf(st, theme, g), Page: &page.Page{Size: size, Theme: theme, View: st.View}, State: st, Setter: typeset.New()}
	return &slide{Draft: b, it: it, left: fixed.I(100), right: fixed.I(984), foot: usualFooting(g)}
}

// plain returns a field of that height for a slide of slideAt.
func plain(high int) *field {
	fd := fieldOf(fixed.I(100), fixed.I(200), fixed.I(984), fixed.I(200+high), fixed.I(1000))
	return &fd
}

// cellOf returns a cell of elements parted by |, those that begin with a space being below another.
func cellOf(elements string) (c catalogue.Cell) {
	for _, e := range strings.Split(elements, "|") {
		text := strings.TrimLeft(e, " ")
		c = append(c, catalogue.Element{Text: text, Depth: len(e) - len(text)})
	}
	return c
}

// times returns n elements of a text.
func times(n int, text string) string { return strings.TrimSuffix(strings.Repeat(text+"|", n), "|") }

// wordsOf returns the words of a text.
func wordsOf(t *page.Text) string {
	words := ""
	for _, s := range t.Spans {
		words += s.Text
	}
	return words
}

// boxes returns the boxes of that name in whole px.
func (p *slide) boxes(name string) (all []image.Rectangle) {
	for _, b := range p.Boxes {
		if b.Name == name {
			all = append(all, page.Round(b.Rect))
		}
	}
	return all
}

// layer returns the slide's layer of that name, nil if there is none.
func (p *slide) layer(name string) *page.Layer {
	for _, l := range p.Layers {
		if l.Name == name {
			return l
		}
	}
	return nil
}
