package typeset

import "github.com/go-text/typesetting/language"

// upright are the scripts whose characters stand upright in a column, each in a square. All
// others lie, turned as a whole: letters that are joined, or stand on a line, would fall apart.
// Mongolian, which is written downwards, thereby stands as it should.
var upright = map[language.Script]bool{
	language.Han: true, language.Common: true, language.Hangul: true, language.Yi: true, language.Nushu: true,
	language.Tangut: true, language.Bopomofo: true, language.Hiragana: true, language.Katakana: true,
}

// shapeLying shapes a run of a column whose face has no forms for columns.
func (t *text) shapeLying(r *run, s *shaper) {
	first := len(t.clusters)
	t.Vertical = false
	t.shapeWord(r, r.from, r.to, s)
	t.Vertical = true
	for i := first; i < len(t.clusters); i++ {
		c := &t.clusters[i]
		for k := int(c.glyph); k < t.glyphAt(i+1); k++ {
			if g := &t.glyphs[k]; upright[r.script] {
				g.X, g.Y = g.X-c.advance/2, g.Y+c.em*88/100
			} else {
				g.X, g.Y, g.Turned = -g.Y-c.em*38/100, g.X, true
			}
		}
		if upright[r.script] {
			c.setAdvance(c.em)
		}
	}
}
