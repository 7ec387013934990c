package catalogue

import "gongkai/kiosk/toml"

var numberKey = toml.NewKey("number")

// NumberIn returns the item's number that a text contains; the text may be broken. It is found as
// all files but odd ones write it.
func NumberIn(data []byte) (n int, ok bool) { return numberKey.Integer(data) }

// Unnumbered returns a text without its number: two rows that differ in nothing else are the same one, moved.
func Unnumbered(data []byte) string { return numberKey.WithoutInteger(data) }
