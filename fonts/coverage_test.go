package fonts

import (
	"os"
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// set is one of the standards' lists of characters.
type set struct {
	name string
	size int // according to the standard: checks the list before the face
	has  []rune
	in   []Face // the faces that must have all of it
}

var (
	every = []Face{SansRegular, SansMedium, SansBold, SerifBold, SerifBlack}
	full  = []Face{SansRegular, SansBold}
)

func TestCoverage(t *testing.T) {
	standard := readRunes(t, "testdata/hanzi-8105.txt")
	one := levelOne()
	two := union(one, standard)
	for _, s := range []set{ // printed by go test -v
		{"8105", 8105, standard, every},
		{"GB 2312", 6763, gb2312(), every},
		{"GB 18030 level 1", 27594, one, full},
		{"GB 18030 level 2", 27790, two, full},
		{"GB 18030 level 3", 88125, levelThree(two), nil}, // with an optional font: TestLevelThree
		{"GBK symbols but ≒", 881, gbkSymbols(), every},
		{"ASCII", 95, span(' ', '~'), every},
		{"pinyin", 26, []rune("āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüê"), every},
	} {
		if len(s.has) != s.size {
			t.Errorf("%s: the list has %d characters; want %d", s.name, len(s.has), s.size)
		}
		for f := range Face(NumFaces) {
			lacking := missing(f, s.has)
			t.Logf("%-18s %-11v %5d of %5d", s.name, f, s.size-len(lacking), s.size)
			if slices.Contains(s.in, f) && len(lacking) > 0 {
				t.Errorf("%v lacks %d of %s: %.40s…", f, len(lacking), s.name, string(lacking))
			}
		}
	}
}

// hanazono is the font of Debian's fonts-hanazono that has level 3.
const hanazono = "/usr/share/fonts/truetype/hanazono/HanaMinB.ttf"

// TestLevelThree checks that every character of GB 18030-2022 level 3, block by block,
// is in an embedded face or in HanaMinB.
func TestLevelThree(t *testing.T) {
	if _, err := os.Stat(hanazono); err != nil {
		t.Skip("needs Debian's fonts-hanazono")
	}
	seek(t, hanazono)
	all := levelThree(union(levelOne(), readRunes(t, "testdata/hanzi-8105.txt")))
	in := func(name string, characters []rune) {
		lacking := missing(SansRegular, characters)
		none := slices.DeleteFunc(slices.Clone(lacking), func(r rune) bool { _, ok := Supply(r, false); return ok })
		t.Logf("%-18s %5d: embedded %5d, HanaMinB %5d, none %d", name, len(characters),
			len(characters)-len(lacking), len(lacking)-len(none), len(none))
		if len(none) > 0 {
			t.Errorf("%s: no font has %d: %.40s…", name, len(none), string(none))
		}
	}
	for _, b := range beyond {
		in(b.name, span(b.first, b.last))
	}
	in("in all", all)
	if faults := Faults(); len(faults) > 0 || len(all) != 88125 {
		t.Errorf("%d characters, faults: %v", len(all), faults)
	}
}

func TestCatalogueIsCovered(t *testing.T) {
	text := readRunes(t, "testdata/catalogue.txt")
	eachFace(t, func(t *testing.T, f Face) {
		if lacking := missing(f, text); len(lacking) > 0 {
			t.Errorf("the catalogue's %q are missing", string(lacking))
		}
	})
}

// TestFallbackIsWhole checks that each face and its fallback together have all characters of
// all faces.
func TestFallbackIsWhole(t *testing.T) {
	var all []rune
	for f := range Face(NumFaces) {
		all = union(all, characters(f))
		t.Logf("%v: %d characters", f, len(characters(f)))
	}
	eachFace(t, func(t *testing.T, f Face) {
		lacking := missing(f, all)
		for _, g := range Fallback(f) {
			lacking = missing(g, lacking)
		}
		if len(lacking) > 0 {
			t.Errorf("neither it nor its fallback has %q", string(lacking))
		}
	})
}

// missing returns the characters of text for which the face has no glyph.
func missing(f Face, text []rune) []rune {
	var lacking []rune
	for _, r := range text {
		if _, ok := Shaping(f).NominalGlyph(r); !ok {
			lacking = append(lacking, r)
		}
	}
	return lacking
}

// characters lists the face's characters in order.
func characters(f Face) []rune {
	var all []rune
	for each := Shaping(f).Cmap.Iter(); each.Next(); {
		r, _ := each.Char()
		all = append(all, r)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// readRunes reads the file's distinct characters, without white space.
func readRunes(t *testing.T, name string) []rune {
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return union([]rune(strings.Join(strings.Fields(string(text)), "")))
}

// gb2312 returns the hanzi of GB 2312: rows 16 to 87 of its table, five cells of
// row 55 empty.
func gb2312() []rune {
	return doubleByte(0xB0, 0xF7, 0xA1, 0xFE, isHanzi)
}

// levelOne returns GB 18030 level 1: hanzi of two bytes, radicals among them, the
// basic block to U+9FEF and extension A.
func levelOne() []rune {
	return union(doubleByte(0x81, 0xFE, 0x40, 0xFE, isHanzi), span(0x4E00, 0x9FEF), span(0x3400, 0x4DB5))
}

// beyond are the blocks that GB 18030-2022 level 3 adds, to the standard's extent.
var beyond = []struct {
	name        string
	first, last rune
}{
	{"extension B", 0x20000, 0x2A6D6},
	{"extension C", 0x2A700, 0x2B734},
	{"extension D", 0x2B740, 0x2B81D},
	{"extension E", 0x2B820, 0x2CEA1},
	{"extension F", 0x2CEB0, 0x2EBE0},
	{"Kangxi radicals", 0x2F00, 0x2FD5},
}

// levelThree returns GB 18030 level 3, the levels below it included.
func levelThree(two []rune) []rune {
	all := two
	for _, b := range beyond {
		all = union(all, span(b.first, b.last))
	}
	return all
}

// gbkSymbols returns the double-byte characters that are no hanzi, except U+2252,
// which Noto CJK lacks.
func gbkSymbols() []rune {
	return doubleByte(0xA1, 0xA9, 0x40, 0xFE, func(r rune) bool {
		return !isHanzi(r) && !unicode.Is(unicode.Co, r) && r != '≒'
	})
}

// isHanzi includes radicals and 〇, and excludes 々 and the Suzhou numerals.
func isHanzi(r rune) bool {
	return r == '〇' || unicode.Is(unicode.Han, r) && !unicode.In(r, unicode.Nl, unicode.Lm)
}

// doubleByte decodes a rectangle of GB 18030's two-byte table and filters its
// characters.
func doubleByte(lead, lastLead, trail, lastTrail int, wanted func(rune) bool) []rune {
	var found []rune
	decoder := simplifiedchinese.GB18030.NewDecoder()
	for a := lead; a <= lastLead; a++ {
		for b := trail; b <= lastTrail; b++ {
			text, err := decoder.String(string([]byte{byte(a), byte(b)}))
			if r := []rune(text); err == nil && len(r) == 1 && r[0] != unicode.ReplacementChar && wanted(r[0]) {
				found = append(found, r[0])
			}
		}
	}
	return union(found)
}

func span(first, last rune) []rune {
	var all []rune
	for r := first; r <= last; r++ {
		all = append(all, r)
	}
	return all
}

func union(lists ...[]rune) []rune {
	all := slices.Concat(lists...)
	slices.Sort(all)
	return slices.Compact(all)
}
