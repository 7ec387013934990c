package fonts

import (
	"strings"
	"testing"
	"unicode"

	"golang.org/x/image/font/sfnt"
)

// TestSigns checks that an embedded face has every sign that an office can choose from the tables of Word, WPS and
// input methods: all of these blocks but the characters left out.
func TestSigns(t *testing.T) {
	const none = "⃀㌬🄍🄎🄏🅭🅮🅯🆭🉠🉡🉢🉣🉤🉥" // newer than the fonts
	total, inSymbols := 0, 0
	for _, block := range [][2]rune{
		{0x00A0, 0x036F}, {0x1E00, 0x1EFF}, {0x2000, 0x2BFF}, {0x3000, 0x303F}, {0x3200, 0x33FF},
		{0x0400, 0x052F}, {0xFE10, 0xFE1F}, {0xFE30, 0xFE6F}, {0xFF01, 0xFF9F}, {0xFFE0, 0xFFEE}, {0x1F100, 0x1F265},
	} {
		for r := block[0]; r <= block[1]; r++ {
			if !unicode.IsGraphic(r) || unicode.IsSpace(r) || strings.ContainsRune(none, r) {
				continue
			}
			total++
			if len(missing(SansRegular, []rune{r})) == 0 {
				continue
			}
			if inSymbols++; len(missing(Symbols, []rune{r})) > 0 {
				t.Errorf("no embedded face has %U %c", r, r)
			}
		}
	}
	t.Logf("%d signs and letters, %d of them in Symbols", total, inSymbols)
	for _, r := range "☐☑☒✓✔✗✘✅❌□■◻₂³⁻¹⅓⅔¼½¾⅛‱℡№☎✆☆★①㊿❶❿Ⅰ" + "Ⅻⅰⅻ←↑→↓⇒✉℃㎡㎥㎜＂〇≒" {
		if f, ok := Supply(r, false); len(missing(SansRegular, []rune{r})) > 0 && (!ok || f != Symbols) {
			t.Errorf("%c is missing", r)
		}
	}
}

// TestBoxes checks that ticked boxes fill the same square as Noto CJK's □.
func TestBoxes(t *testing.T) {
	var buffer sfnt.Buffer
	for _, r := range "☐☑☒" {
		gid, _ := Shaping(Symbols).NominalGlyph(r)
		bounds, advance, err := Outlines(Symbols).GlyphBounds(&buffer, sfnt.GlyphIndex(gid), em, 0)
		if err != nil || advance != UnitsPerEm || bounds.Min.X != 100 || bounds.Max.X != 900 {
			t.Errorf("%c: %v, %v wide, %v", r, bounds, advance, err)
		}
	}
}
