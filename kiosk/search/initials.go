package search

import (
	"math/bits"
	"slices"
)

// Initials returns the letters, A to Z in lower case, that type the heading of an item, an index into Catalogue.Items,
// by the first readings of its characters; ok is false if one of them is no hanzi.
func (x *Index) Initials(item int) (letters string, ok bool) {
	for _, c := range x.heading(item) {
		if len(c.syllables) == 0 {
			return "", false
		}
		letters += c.syllables[0][:1]
	}
	return letters, letters != ""
}

// FirstStrokes returns the Strokes that type the heading of an item; ok is false if one of its characters is no hanzi or has
// no data.
func (x *Index) FirstStrokes(item int) (strokes string, ok bool) {
	for _, c := range x.heading(item) {
		if bits.OnesCount8(uint8(c.strokes)) != 1 {
			return "", false
		}
		strokes += string(Strokes[bits.TrailingZeros8(uint8(c.strokes))])
	}
	return strokes, strokes != ""
}

// heading returns the characters of an item's heading.
func (x *Index) heading(item int) (chars []*char) {
	x.Build()
	at := place{int32(item), 0, Title}
	for _, t := range x.names {
		if slices.Contains(x.placesOf(t), at) {
			for _, code := range x.text(t) {
				chars = append(chars, &x.chars[code])
			}
			return chars
		}
	}
	return nil
}
