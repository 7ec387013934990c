package page

import (
	"image/color"

	"gongkai/kiosk/session"
)

// ThemeOf returns the theme that a state asks for: high contrast, or the centre's accent in the
// leaf's inks.
func ThemeOf(st session.State) *Theme {
	if st.Mode.Contrast {
		t := Contrast
		return &t
	}
	t := Normal
	if st.Catalogue == nil {
		return &t
	}
	a := st.Catalogue.Settings.Accent
	t[LeafInk] = color.RGBA{a[0], a[1], a[2], 255}
	t[Red] = t[LeafInk]
	if t[Red] != Normal[Red] {
		t[RedDown] = darker(t[Red])
	}
	return &t
}

// darker returns the pressed shade of an accent: as much darker as red-down is than red, 5 sixths.
func darker(c color.RGBA) color.RGBA {
	return color.RGBA{uint8(int(c.R) * 5 / 6), uint8(int(c.G) * 5 / 6), uint8(int(c.B) * 5 / 6), 255}
}
