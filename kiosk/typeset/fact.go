package typeset

import (
	"unicode"

	"gongkai/fonts"
)

// fact describes how a character is set in a face.
type fact struct {
	kind  kind
	class class
	face  fonts.Face // that sets it: the requested one, or a fallback
	id    uint16     // a solid one's glyph
}

// kind is how a character is itemised and shaped.
type kind uint8

const (
	unknown kind = iota // not cached yet
	solid               // one glyph in a full square, independent of its neighbours
	shaped              // needs the shaper
	joined              // shaped with the character before it: combining marks, selectors
	hollow              // has no glyph and takes no room, but may control line breaks
	framed              // no face has it, nor an optional font
	blank               // white space that collapses
	dropped             // removed first
)

// factPage holds the facts of 256 characters.
type factPage [256]fact

// fact returns a character's fact. Facts are cached for the first plane only.
func (s *shaper) fact(f fonts.Face, r rune) fact {
	if r <= 0xFFFF {
		if p := s.facts[f][r>>8]; p != nil && p[r&0xFF].kind != unknown {
			return p[r&0xFF]
		}
	}
	return s.cache(f, r)
}

// cache determines a character's fact and caches it.
func (s *shaper) cache(f fonts.Face, r rune) fact {
	x := s.classify(f, r)
	if r <= 0xFFFF {
		p := &s.facts[f][r>>8]
		if *p == nil {
			*p = new(factPage)
		}
		(*p)[r&0xFF] = x
	}
	return x
}

// classify determines a character's fact.
func (s *shaper) classify(f fonts.Face, r rune) fact {
	x := fact{class: classOf(r), face: f}
	switch {
	case isSpace(r):
		x.kind = blank
	case isDropped(r):
		x.kind = dropped
	case isJoined(r):
		x.kind = joined
	case x.class == empty:
		x.kind = hollow
	case x.class == space:
		x.kind = shaped
	default:
		s.resolve(&x, r)
	}
	return x
}

// resolve finds the face and, for a character that needs no shaping, the glyph.
func (s *shaper) resolve(x *fact, r rune) {
	x.kind = framed
	id, ok := s.face(x.face).NominalGlyph(r)
	for _, g := range fonts.Fallback(x.face) {
		if ok {
			break
		}
		if id, ok = s.face(g).NominalGlyph(r); ok {
			x.face = g
		}
	}
	if !ok {
		x.useOptional(r)
		return
	}
	x.kind = shaped
	if isHanzi(r) {
		x.kind, x.id = solid, uint16(id)
	} else if x.class >= opening && x.class <= ellipsis {
		if id, ok := s.singleGlyph(x.face, r); ok {
			x.kind, x.id = solid, id
		}
	}
}

// isHanzi reports whether r is a unified ideograph. Each is one glyph of one em in
// every face, and no neighbour changes it (TestSolid).
func isHanzi(r rune) bool {
	return 0x4E00 <= r && r <= 0x9FFF || 0x3400 <= r && r <= 0x4DBF
}

// isJoined reports whether a character is shaped with the one before it.
func isJoined(r rune) bool {
	return r >= 0x0300 && (isSelector(r) || r == 0x200C || r == 0x200D || unicode.Is(unicode.M, r))
}
