package search

import "slices"

// Initials gives the letters, A to Z in lower case, that type the heading of an item, an index
// into Catalogue.Items, by the first readings of its characters; not ok where one of them is no hanzi.
func (x *Index) Initials(item int) (letters string, ok bool) {
	x.Build()
	at := place{int32(item), 0, Title}
	for t := range x.starts[1:] {
		if !slices.Contains(x.places[x.firstPlace[t]:x.firstPlace[t+1]], at) {
			continue
		}
		for _, v := range x.sounds[x.starts[t]:x.starts[t+1]] {
			s := x.voices[v].syllables
			if len(s) == 0 {
				return "", false
			}
			letters += s[0][:1]
		}
		return letters, letters != ""
	}
	return "", false
}
