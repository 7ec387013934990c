package build

import (
	"fmt"
	"image"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
	"gongkai/kiosk/typeset"
)

// draft returns an empty page of a state; at 1080x1920 and 1920x1080 a px is a u.
func draft(w, h int, st session.State) *Draft {
	size := image.Pt(w, h)
	g, theme := page.NewGrid(size), page.ThemeOf(st)
	return &Draft{Grid: g, Modes: ModesOf(st, theme, g), Page: &page.Page{Size: size, Theme: theme, View: st.View}, State: st, Setter: typeset.New()}
}

// plain has line boxes as high as its size.
func plain(size int) Pen { return Pen{Face: fonts.SansRegular, Size: fixed.I(size), Leading: 1} }

// rect returns a rectangle of whole px by its edges.
func rect(x0, y0, x1, y1 int) fixed.Rectangle26_6 { return fixed.R(x0, y0, x1, y1) }

// painted lists the items of a layer: what they are, and where.
func painted(l *page.Layer) (all []string) {
	for _, it := range l.Items {
		switch it := it.(type) {
		case *page.Rect:
			all = append(all, fmt.Sprintf("%v %v", it.Ink, it.Rect))
		case *page.Icon:
			all = append(all, fmt.Sprintf("%s %v", it.Name, it.Rect))
		case *page.Text:
			text := ""
			for _, s := range it.Spans {
				text += s.Text
			}
			all = append(all, fmt.Sprintf("%s at %d", text, it.X))
		}
	}
	return all
}
