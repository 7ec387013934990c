package frame

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

// stateOf shows a screen of a catalogue with one item and two notices, of which the second is a poster.
func stateOf(kind session.Kind) session.State {
	c := &catalogue.Catalogue{
		Centre: "示例社区", Name: "示例目录", Revision: "sha256:0123456789abcdef", Items: []catalogue.Item{{Number: 1, Category: "示例"}},
		Notices: []catalogue.Notice{{File: "text", Title: "示例", Body: "示例"}, {File: "poster", Title: "示例"}},
	}
	return session.State{Catalogue: c, OnAir: []int{0, 1}, Now: sample.Noon, Clock: true, View: session.View{Screen: session.Screen{Kind: kind, Number: 1}}}
}

// draft returns an empty page of a state; at 1080x1920 and 1920x1080 a px is a u.
func draft(w, h int, st session.State) *build.Draft {
	size := image.Pt(w, h)
	g, theme := page.NewGrid(size), page.ThemeOf(st)
	return &build.Draft{Grid: g, Modes: build.ModesOf(st, theme, g), Page: &page.Page{Size: size, Theme: theme, View: st.View}, State: st, Setter: typeset.New()}
}

// rect returns a rectangle of whole px by its edges.
func rect(x0, y0, x1, y1 int) fixed.Rectangle26_6 { return fixed.R(x0, y0, x1, y1) }

// layer returns a page's layer of that name, nil if there is none.
func layer(b *build.Draft, name string) *page.Layer {
	for _, l := range b.Layers {
		if l.Name == name {
			return l
		}
	}
	return nil
}

// textsOn returns the texts of layers, in the order in which they are painted.
func textsOn(layers ...*page.Layer) (all []*page.Text) {
	for _, l := range layers {
		if l == nil {
			continue
		}
		for _, it := range l.Items {
			if t, ok := it.(*page.Text); ok {
				all = append(all, t)
			}
		}
	}
	return all
}

// wordsOn returns the words of layers, parted by spaces.
func wordsOn(layers ...*page.Layer) string {
	var all []string
	for _, t := range textsOn(layers...) {
		text := ""
		for _, s := range t.Spans {
			text += s.Text
		}
		all = append(all, text)
	}
	return strings.Join(all, " ")
}

// boxes returns the boxes of that name in whole px.
func boxes(b *build.Draft, name string) (all []image.Rectangle) {
	for _, box := range b.Boxes {
		if box.Name == name {
			all = append(all, page.Round(box.Rect))
		}
	}
	return all
}

// targetOf returns a page's target of that name, a zero one if there is none.
func targetOf(b *build.Draft, name string) page.Target {
	for _, t := range b.Targets {
		if t.Name == name {
			return t
		}
	}
	return page.Target{}
}
