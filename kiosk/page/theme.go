package page

import (
	"image/color"

	"gongkai/kiosk/session"
)

// Ink is a colour token of the design (docs/design/README.md section 2).
type Ink uint8

// The tokens.
const (
	None Ink = iota
	Paper
	Mat
	Black // ink: text, outlines of controls
	Ink2
	Red
	LeafInk // leaf
	OnLeaf
	OnLeaf2
	RedDown
	Sand
	GoldInk
	Sep
	Mark
	Gold
	Line
	RestTick
	Night
	numInks
)

var inkNames = [numInks]string{"", "paper", "mat", "ink", "ink2", "red", "leaf", "on-leaf", "on-leaf2", "red-down", "sand", "gold-ink", "sep", "mark", "gold", "line", "rest tick", "night"}

// String returns the design's name of the token.
func (i Ink) String() string { return inkNames[i] }

// Theme gives each token its colour; all are opaque but None.
type Theme [numInks]color.RGBA

// Normal is the design's first column.
var Normal = Theme{
	Paper:    {0xFB, 0xF8, 0xF1, 255},
	Mat:      {0xF3, 0xEC, 0xDF, 255},
	Black:    {0x1E, 0x19, 0x16, 255},
	Ink2:     {0x56, 0x4B, 0x43, 255},
	Red:      {0x98, 0x19, 0x1C, 255},
	LeafInk:  {0x98, 0x19, 0x1C, 255},
	OnLeaf:   {0xFB, 0xF8, 0xF1, 255},
	OnLeaf2:  {0xEB, 0xD2, 0x9C, 255},
	RedDown:  {0x7E, 0x12, 0x15, 255},
	Sand:     {0xE6, 0xD9, 0xC3, 255},
	GoldInk:  {0x6C, 0x4E, 0x18, 255},
	Sep:      {0x7B, 0x6F, 0x61, 255},
	Mark:     {0xF9, 0xEA, 0xCD, 255},
	Gold:     {0xB8, 0x95, 0x5A, 255},
	Line:     {0xD9, 0xCD, 0xBA, 255},
	RestTick: {0xC9, 0x87, 0x6A, 255},
	Night:    {0x6F, 0x62, 0x56, 255},
}

// Contrast is the design's second column: white and yellow on black. What is pressed
// or chosen is inverted to black on yellow, which needs no token of its own.
var Contrast = Theme{
	Paper:    {0x00, 0x00, 0x00, 255},
	Mat:      {0x00, 0x00, 0x00, 255},
	Black:    {0xFF, 0xFF, 0xFF, 255},
	Ink2:     {0xEF, 0xE9, 0xDF, 255},
	Red:      {0xFF, 0xDC, 0x8C, 255},
	LeafInk:  {0x00, 0x00, 0x00, 255},
	OnLeaf:   {0xFF, 0xDC, 0x8C, 255},
	OnLeaf2:  {0xFF, 0xFF, 0xFF, 255},
	RedDown:  {0xFF, 0xDC, 0x8C, 255},
	Sand:     {0xFF, 0xDC, 0x8C, 255},
	GoldInk:  {0xFF, 0xDC, 0x8C, 255},
	Sep:      {0xD8, 0xCF, 0xC0, 255},
	Mark:     {0xFF, 0xDC, 0x8C, 255},
	Gold:     {0xFF, 0xDC, 0x8C, 255},
	Line:     {0x8C, 0x83, 0x76, 255},
	RestTick: {0x8C, 0x83, 0x76, 255},
	Night:    {0x6F, 0x62, 0x56, 255},
}

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
