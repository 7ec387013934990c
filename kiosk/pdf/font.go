package pdf

import (
	"crypto/sha256"
	"fmt"
	"strings"
	"unicode/utf16"

	xfont "golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"

	"gongkai/fonts"
)

// font is the subset of a face that a document uses. A glyph's number in it is its CID; the first is .notdef.
type font struct {
	face   fonts.Face
	object int
	buffer sfnt.Buffer
	glyphs []glyph
	cids   map[glyphKey]int
}

// glyph is an outline with the character that it stands for.
type glyph struct {
	char       rune
	width      int // thousandths of an em
	charstring []byte
}

// glyphKey is what has a CID of its own: a glyph that stands for two characters has two.
type glyphKey struct {
	id   uint16
	char rune
}

func newFont(face fonts.Face, object int) *font {
	f := &font{face: face, object: object, cids: map[glyphKey]int{}}
	f.add(0, 0)
	return f
}

// cid returns the number of a glyph that stands for a character.
func (f *font) cid(id uint16, char rune) int {
	k := glyphKey{id, char}
	n, ok := f.cids[k]
	if !ok {
		n = f.add(id, char)
		f.cids[k] = n
	}
	return n
}

// add adds a glyph to the subset. One that the face can't draw is blank.
func (f *font) add(id uint16, char rune) int {
	outlines := fonts.Outlines(f.face)
	width := fonts.UnitsPerEm
	if w, err := outlines.GlyphAdvance(&f.buffer, sfnt.GlyphIndex(id), fonts.UnitsPerEm, xfont.HintingNone); err == nil {
		width = int(w)
	}
	segments, err := outlines.LoadGlyph(&f.buffer, sfnt.GlyphIndex(id), fonts.UnitsPerEm, nil)
	if err != nil {
		segments = nil
	}
	f.glyphs = append(f.glyphs, glyph{char, width, charstring(segments, width)})
	return len(f.glyphs) - 1
}

// index returns the glyph of a character, 0 where the face has none.
func (f *font) index(char rune) uint16 {
	id, err := fonts.Outlines(f.face).GlyphIndex(&f.buffer, char)
	if err != nil {
		return 0
	}
	return uint16(id)
}

// write adds the font's objects.
func (f *font) write(o *objects) {
	name := f.name()
	program := o.stream(cff(name, f.glyphs), "/Subtype/CIDFontType0C")
	ascent, descent := fonts.Metrics(f.face)
	descriptor := o.add("<</Type/FontDescriptor/FontName/%s/Flags 4/FontBBox[-1000 -1000 3000 2000]/ItalicAngle 0/Ascent %d/Descent %d/CapHeight 733/StemV 90/FontFile3 %d 0 R>>", name, ascent, descent, program)
	var widths strings.Builder
	for cid, g := range f.glyphs {
		if g.width != fonts.UnitsPerEm {
			fmt.Fprintf(&widths, "%d[%d]", cid, g.width)
		}
	}
	descendant := o.add("<</Type/Font/Subtype/CIDFontType0/BaseFont/%s/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor %d 0 R/DW %d/W[%s]>>", name, descriptor, fonts.UnitsPerEm, widths.String())
	characters := o.stream([]byte(f.toUnicode()), "")
	o.set(f.object, "<</Type/Font/Subtype/Type0/BaseFont/%s-Identity-H/Encoding/Identity-H/DescendantFonts[%d 0 R]/ToUnicode %d 0 R>>", name, descendant, characters)
}

// name returns the font's name, with the tag that subsets have (ISO 32000-1, 9.6.4).
func (f *font) name() string {
	sum := sha256.New()
	for _, g := range f.glyphs {
		fmt.Fprintln(sum, g.char, len(g.charstring))
	}
	tag := sum.Sum(nil)[:6]
	for i := range tag {
		tag[i] = 'A' + tag[i]%26
	}
	return string(tag) + "+Gongkai" + f.face.String()
}

// toUnicode returns the map from CIDs to characters (ISO 32000-1, 9.10.3).
func (f *font) toUnicode() string {
	var out strings.Builder
	out.WriteString("/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n" +
		"/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n")
	const most = 100 // in a block
	for from := 1; from < len(f.glyphs); from += most {
		block := f.glyphs[from:min(from+most, len(f.glyphs))]
		fmt.Fprintf(&out, "%d beginbfchar\n", len(block))
		for i, g := range block {
			fmt.Fprintf(&out, "<%04X><", from+i)
			for _, u := range utf16.Encode([]rune{g.char}) {
				fmt.Fprintf(&out, "%04X", u)
			}
			out.WriteString(">\n")
		}
		out.WriteString("endbfchar\n")
	}
	out.WriteString("endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n")
	return out.String()
}
