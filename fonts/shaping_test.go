package fonts

import (
	"bytes"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/font/opentype/tables"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// shape shapes a run of simplified Chinese in font units.
func shape(f *font.Font, text string, direction di.Direction, features ...string) []shaping.Glyph {
	runes := []rune(text)
	input := shaping.Input{
		Text: runes, RunEnd: len(runes),
		Direction: direction,
		Face:      font.NewFace(f),
		Size:      fixed.I(UnitsPerEm),
		Script:    language.Han,
		Language:  language.NewLanguage("zh-Hans"),
	}
	for _, tag := range features {
		input.FontFeatures = append(input.FontFeatures, shaping.FontFeature{Tag: opentype.MustNewTag(tag), Value: 1})
	}
	var shaper shaping.HarfbuzzShaper
	return shaper.ShapeNoExtents(input).Glyphs
}

// whole opens the face with nothing hidden.
func whole(t testing.TB, f Face) *font.Font {
	face, err := font.ParseTTF(bytes.NewReader(Data(f)))
	if err != nil {
		t.Fatal(err)
	}
	return face.Font
}

// TestDashIsOneGlyph checks that the dash is two characters long and unbroken, as GB/T 15834
// requires. locl ZHS makes one glyph of it.
func TestDashIsOneGlyph(t *testing.T) {
	eachFace(t, func(t *testing.T, f Face) {
		got := shape(Shaping(f), "——", di.DirectionLTR)
		if len(got) != 1 || got[0].Advance != fixed.I(2*UnitsPerEm) || got[0].RunesCount() != 2 {
			t.Errorf("—— is %d glyphs, first %+v; want one of two ems and two characters", len(got), got)
		}
	})
}

// TestAlternateWidths checks the widths on which squeezing depends: halves of stops, brackets and quotes.
func TestAlternateWidths(t *testing.T) {
	const whole, half, none = UnitsPerEm, UnitsPerEm / 2, 0
	for _, c := range []struct {
		feature, text    string
		direction        di.Direction
		advance, xOffset int
	}{
		{"halt", "。．，、：；！？”’」』）〕】〗》〉］｝", di.DirectionLTR, half, none},
		{"halt", "“‘「『（〔【〖《〈［｛", di.DirectionLTR, half, -half},
		{"halt", "・", di.DirectionLTR, half, -half / 2},
		{"halt", "政～—…／％℃￥々", di.DirectionLTR, whole, none},
		{"vhal", "。、，", di.DirectionTTB, -half, -half},
	} {
		eachFace(t, func(t *testing.T, f Face) {
			for _, r := range c.text {
				got := shape(Shaping(f), string(r), c.direction, c.feature)
				if len(got) != 1 || got[0].Advance != fixed.I(c.advance) || got[0].XOffset != fixed.I(c.xOffset) {
					t.Errorf("%s of %c: %+v; want advance %d, offset %d", c.feature, r, got, c.advance, c.xOffset)
				}
			}
		})
	}
}

// TestVerticalForms checks that every character with a vertical form is set in it in vertical text,
// above all brackets. Coverage written as ranges made the shaper skip some.
func TestVerticalForms(t *testing.T) {
	eachFace(t, func(t *testing.T, f Face) {
		turned := 0
		for _, r := range characters(f) {
			lying, _ := Shaping(f).NominalGlyph(r)
			if r == '˪' || r == '˫' || !covered(Shaping(f), "vert", lying) {
				continue // the table lists the two tone marks as their own vertical form
			}
			turned++
			if got := shape(Shaping(f), string(r), di.DirectionTTB); len(got) != 1 || got[0].GlyphID == lying {
				t.Errorf("%c %U keeps its horizontal form", r, r)
			}
		}
		if turned < 150 {
			t.Errorf("only %d characters have a vertical form", turned)
		}
		for _, r := range "（）《》〔〕【】「」—…～" {
			if lying := shape(Shaping(f), string(r), di.DirectionLTR); !covered(Shaping(f), "vert", lying[0].GlyphID) {
				t.Errorf("%c has no vertical form", r)
			}
		}
	})
}

// covered reports whether a lookup of the GSUB feature covers the glyph.
func covered(f *font.Font, feature string, gid font.GID) bool {
	for _, each := range f.GSUB.Features {
		if each.Tag != opentype.MustNewTag(feature) {
			continue
		}
		for _, i := range each.LookupListIndices {
			for _, sub := range f.GSUB.Lookups[i].Subtables {
				if _, ok := sub.Cov().Index(tables.GlyphID(gid)); ok {
					return true
				}
			}
		}
	}
	return false
}

func TestHidingChangesNoGlyph(t *testing.T) {
	text, err := os.ReadFile("testdata/catalogue.txt")
	if err != nil {
		t.Fatal(err)
	}
	lines := append(strings.Split(string(text), "\n"), "AVATAR—To 1.5 ℃ 〇…‥～", "“政务”‘公开’——（第711号）")
	eachFace(t, func(t *testing.T, f Face) {
		shown, glyphs := whole(t, f), 0
		for _, direction := range []di.Direction{di.DirectionLTR, di.DirectionTTB} {
			for _, line := range lines {
				got, want := shape(Shaping(f), line, direction), shape(shown, line, direction)
				if !slices.Equal(got, want) {
					t.Fatalf("%v of %q: outlines hidden\n%+v\nshown\n%+v", direction, line, got, want)
				}
				glyphs += len(got)
			}
		}
		if glyphs < 5000 {
			t.Errorf("only %d glyphs were compared", glyphs)
		}
	})
}

// TestOutlinesAgree checks that Shaping and Outlines have the same glyph numbers, and that
// both libraries read the same curves.
func TestOutlinesAgree(t *testing.T) {
	eachFace(t, func(t *testing.T, f Face) {
		face := font.NewFace(whole(t, f))
		var buffer sfnt.Buffer
		for _, r := range append(readRunes(t, "testdata/catalogue.txt"), []rune("Ag@&%½℃〇囍龘①㈠")...) {
			gid, ok := Shaping(f).NominalGlyph(r)
			if !ok {
				continue // 囍 and 龘 are in the full faces only
			}
			got, err := Outlines(f).LoadGlyph(&buffer, sfnt.GlyphIndex(gid), em, nil)
			if err != nil {
				t.Fatalf("%c: %v", r, err)
			}
			outline, _ := face.GlyphData(gid).(font.GlyphOutline)
			if want := fromGoText(outline.Segments); !slices.Equal([]sfnt.Segment(got), want) {
				t.Errorf("%c: sfnt has %v; go-text %v", r, got, want)
			}
		}
	})
}

// fromGoText converts go-text's outline to sfnt's form: y downwards.
func fromGoText(segments []font.Segment) []sfnt.Segment {
	var out []sfnt.Segment
	for _, s := range segments {
		next := sfnt.Segment{Op: sfnt.SegmentOp(s.Op)}
		for i, p := range s.ArgsSlice() {
			next.Args[i] = fixed.Point26_6{X: fixed.Int26_6(p.X), Y: fixed.Int26_6(-p.Y)}
		}
		out = append(out, next)
	}
	return out
}
