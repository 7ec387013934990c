package typeset

import (
	"slices"

	"github.com/go-text/typesetting/language"
	// norm has Unicode's composition of letters and marks.
	"golang.org/x/text/unicode/norm"

	"gongkai/fonts"
)

// mixScripts prepares a text with scripts, faces or directions beside those of Chinese.
func (t *text) mixScripts(s *shaper) {
	for from := 0; from < len(t.runes); {
		to := t.wordEnd(from)
		t.wholeWord(s, from, to)
		from = to
	}
	t.findLevels()
	t.splitRuns()
}

// wordEnd returns the end of the word at a rune: letters, emoji that joiners make one, or any one
// character, each with the marks that join it.
func (t *text) wordEnd(from int) int {
	to := from + 1
	for to < len(t.runes) && (t.facts[to].kind == joined || t.facts[from].class == letter && t.facts[to].class == letter ||
		t.runes[to-1] == joiner && isPicture(t.runes[to])) {
		to++
	}
	return to
}

// joiner is ZWJ.
const joiner = 0x200D

// wholeWord sets a word in one face, if it has a letter or a mark that the style's face lacks and a
// face with all of them is there. Otherwise marks are in the face of the character that they join,
// or in any that has them.
func (t *text) wholeWord(s *shaper, from, to int) {
	base, lacking := from, rune(-1)
	for i := from; i < to; i++ {
		x := &t.facts[i]
		switch {
		case x.kind == joined && i > base:
			x.face = t.facts[base].face
			if !s.has(x.face, t.runes[i]) && !s.hasComposed(x.face, t.runes[base:i+1]) {
				lacking = t.runes[i]
			}
		case x.kind == joined && !s.has(x.face, t.runes[i]), x.class == letter && x.face == fonts.Symbols,
			x.face > fonts.Symbols && isPicture(t.runes[i]):
			base, lacking = i, t.runes[i]
		default:
			base = i
		}
	}
	f, ok := fonts.Supply(lacking, false)
	if lacking < 0 || !ok {
		return
	}
	whole := !slices.ContainsFunc(t.runes[from:to], func(r rune) bool { return !s.has(f, r) })
	for i := from; i < to; i++ {
		x := &t.facts[i]
		if whole || x.kind == joined && !s.has(x.face, t.runes[i]) && s.has(f, t.runes[i]) {
			x.face = f
		}
		if whole && x.kind == solid {
			x.kind = shaped
		}
	}
}

// has reports whether a face has a glyph for a character, or needs none.
func (s *shaper) has(f fonts.Face, r rune) bool {
	_, ok := s.face(f).NominalGlyph(r)
	return ok || isIgnorable(r)
}

// hasComposed reports whether a face has the letter that a character and its marks form, such as ê.
func (s *shaper) hasComposed(f fonts.Face, runes []rune) bool {
	for _, r := range norm.NFC.String(string(runes)) {
		if !s.has(f, r) {
			return false
		}
	}
	return true
}

// splitRuns splits the runs where the face, the script or the level changes.
func (t *text) splitRuns() {
	old := slices.Clone(t.runs)
	t.runs = t.runs[:0]
	for _, r := range old {
		for i := r.from; i < r.to; i++ {
			next := run{i, i + 1, r.span, t.facts[i].face, t.facts[i].kind == framed, scriptIn(t.facts[i].face, t.runes[i]), t.level(i)}
			if len(t.runs) == 0 || !t.runs[len(t.runs)-1].extend(next, t.facts[i].kind) {
				t.runs = append(t.runs, next)
			}
		}
	}
}

// extend adds a rune of a kind to the run, if it can be shaped with it.
func (r *run) extend(next run, k kind) bool {
	common := next.script == language.Common || next.script == language.Inherited
	switch {
	case r.span != next.span:
		return false
	case k == joined && r.face == next.face, k == hollow && r.level == next.level:
	case r.face != next.face || r.framed != next.framed || r.level != next.level:
		return false
	case r.script == language.Common:
		r.script = next.script
	case r.script != next.script && !common:
		return false
	}
	r.to = next.to
	return true
}

// scriptIn returns the script as which a face's character is shaped.
func scriptIn(f fonts.Face, r rune) language.Script {
	if f < fonts.Symbols {
		return 0
	}
	script := language.LookupScript(r)
	if script == language.Inherited {
		return language.Common
	}
	return script
}

// level returns a rune's level by UAX #9.
func (t *text) level(i int32) uint8 {
	if len(t.levels) == 0 || int(i) >= len(t.levels) {
		return 0
	}
	return t.levels[i]
}
