package search

import "slices"

// Initials returns the letters, A to Z in lower case, that type the heading of an item, an index into Catalogue.Items,
// by the first readings of its characters; ok is false if one of them is no hanzi.
func (x *Index) Initials(item int) (letters string, ok bool) {
	x.Build()
	at := place{int32(item), 0, Title}
	for t := range x.starts[1:] {
		if !slices.Contains(x.placesOf(t), at) {
			continue
		}
		for _, code := range x.text(t) {
			s := x.chars[code].syllables
			if len(s) == 0 {
				return "", false
			}
			letters += s[0][:1]
		}
		return letters, letters != ""
	}
	return "", false
}
