package typeset

import (
	"unicode"

	"gongkai/fonts"
)

// fact is what is known of a character where a face is asked for.
type fact struct {
	kind  kind
	class class
	face  fonts.Face // that sets it: the one asked for, or one it falls back to
	id    uint16     // a solid one's glyph
}

// kind is the way a character takes through itemising and shaping.
type kind uint8

const (
	unknown kind = iota // not asked for yet
	solid               // stands for itself: one glyph in a full square, whatever is beside it
	shaped              // needs the shaper
	joined              // belongs to the character before it: combining marks, selectors
	hollow              // has no glyph and takes no room, but may say where lines break
	framed              // no face has it, nor an optional font
	blank               // white space that collapses
	dropped             // left out before all else
)

// page is the facts of 256 characters.
type page [256]fact

// fact looks a character up. Facts are kept for the first plane only.
func (s *shaper) fact(f fonts.Face, r rune) fact {
	if r <= 0xFFFF {
		if p := s.facts[f][r>>8]; p != nil && p[r&0xFF].kind != unknown {
			return p[r&0xFF]
		}
	}
	return s.learn(f, r)
}

// learn finds the facts of a character and keeps them.
func (s *shaper) learn(f fonts.Face, r rune) fact {
	x := s.find(f, r)
	if r <= 0xFFFF {
		p := &s.facts[f][r>>8]
		if *p == nil {
			*p = new(page)
		}
		(*p)[r&0xFF] = x
	}
	return x
}

// find finds the facts of a character.
func (s *shaper) find(f fonts.Face, r rune) fact {
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

// resolve finds the face and, for what needs no shaping, the glyph.
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
		x.supply(r)
		return
	}
	x.kind = shaped
	if isHanzi(r) {
		x.kind, x.id = solid, uint16(id)
	} else if x.class >= opening && x.class <= ellipsis {
		if id, ok := s.alone(x.face, r); ok {
			x.kind, x.id = solid, id
		}
	}
}

// isHanzi says whether r is a unified ideograph. Each is one glyph of one em in
// every face, and no neighbour changes it: a test asks the shaper.
func isHanzi(r rune) bool {
	return 0x4E00 <= r && r <= 0x9FFF || 0x3400 <= r && r <= 0x4DBF
}

// isJoined says whether a character is shaped with the one before it.
func isJoined(r rune) bool {
	return r >= 0x0300 && (isSelector(r) || r == 0x200C || r == 0x200D || unicode.Is(unicode.M, r))
}
