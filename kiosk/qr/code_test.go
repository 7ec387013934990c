package qr

import (
	"image"
	"image/color"
	"strings"
	"testing"

	"github.com/makiuchi-d/gozxing"
	"github.com/makiuchi-d/gozxing/qrcode"
	"rsc.io/qr/coding"
)

// render draws a code and its quiet zone with px pixels for a module.
func render(c Code, px int) image.Image {
	side := (c.Size + 2*Quiet) * px
	im := image.NewGray(image.Rect(0, 0, side, side))
	for y := range side {
		for x := range side {
			if !c.Dark(x/px-Quiet, y/px-Quiet) {
				im.SetGray(x, y, color.Gray{Y: 0xff})
			}
		}
	}
	return im
}

// scan decodes a picture as a phone does, which searches for the finder patterns and guesses the encoding; or, exactly,
// module by module. It returns the text and the level.
func scan(t testing.TB, im image.Image, exactly bool) (text, level string) {
	t.Helper()
	bitmap, err := gozxing.NewBinaryBitmapFromImage(im)
	if err != nil {
		t.Fatal(err)
	}
	hint := gozxing.DecodeHintType_TRY_HARDER
	if exactly {
		hint = gozxing.DecodeHintType_PURE_BARCODE
	}
	result, err := qrcode.NewQRCodeReader().Decode(bitmap, map[gozxing.DecodeHintType]any{hint: true})
	if err != nil {
		t.Fatalf("not readable: %v", err)
	}
	level, _ = result.GetResultMetadata()[gozxing.ResultMetadataType_ERROR_CORRECTION_LEVEL].(string)
	return result.GetText(), level
}

// scanned checks a code's text and level at several sizes of a module, in pixels.
func scanned(t testing.TB, c Code, want, wantLevel string, sizes ...int) {
	t.Helper()
	for _, px := range sizes {
		text, level := scan(t, render(c, px), false)
		if text != want || level != wantLevel {
			t.Errorf("at %d px a module, size %d: level %s, text\n%s\nwant level %s, text\n%s", px, c.Size, level, text, wantLevel, want)
		}
	}
}

func TestEncodeIsRead(t *testing.T) {
	for _, text := range []string{
		"a",
		"6 残疾人补贴",
		"GONGKAI",
		"12345",
		"𠮷野家、㐂〇", // outside the basic multilingual plane
		"一\n二　三\t四",
		strings.Repeat("社区工作站，", 60),
	} {
		for level, name := range []string{L: "L", M: "M"} {
			c, err := Encode(text, Level(level))
			if err != nil {
				t.Fatal(err)
			}
			scanned(t, c, text, name, 4, 5, 6, 8)
		}
	}
}

// TestVersions decodes the fullest code of each version and level, and checks that one byte more needs the next version.
func TestVersions(t *testing.T) {
	for v := 1; v <= 40; v++ {
		for level, name := range []string{L: "L", M: "M"} {
			n := capacity(version(1, Level(level)), Level(level))
			for side(version(n, Level(level))) < 17+4*v {
				n++
			}
			for n < 2953 && side(version(n+1, Level(level))) == 17+4*v {
				n++
			}
			text := strings.Repeat("0a", n)[:n]
			c, err := Encode(text, Level(level))
			if err != nil {
				t.Fatal(err)
			}
			if c.Size != 17+4*v {
				t.Errorf("%d bytes at level %s: %d modules, want %d", n, name, c.Size, 17+4*v)
			}
			// Beyond version 31, which is never shown, the second library fails to find the code.
			if got, level := scan(t, render(c, 1), true); got != text || level != name {
				t.Errorf("version %d at level %s reads\n%s\nat level %s", v, name, got, level)
			}
		}
	}
}

func TestEncodeTooLong(t *testing.T) {
	for level, most := range []int{L: 2953, M: 2331} { // table 7, version 40
		if c, err := Encode(strings.Repeat("x", most), Level(level)); err != nil || c.Size != 177 {
			t.Errorf("%d bytes: %d modules, %v", most, c.Size, err)
		}
		if c, err := Encode(strings.Repeat("x", most+1), Level(level)); err == nil || c != (Code{}) {
			t.Errorf("%d bytes: no error", most+1)
		}
	}
}

func TestCodeIsAValue(t *testing.T) {
	a, _ := Encode("社区", M)
	b, _ := Encode("社区", M)
	c, _ := Encode("社区。", M)
	if a != b || a == c {
		t.Error("codes are equal when their modules are")
	}
	for _, at := range [][2]int{{-1, 0}, {0, -1}, {a.Size, 0}, {0, a.Size}} {
		if a.Dark(at[0], at[1]) {
			t.Errorf("a dark module outside, at %v", at)
		}
	}
	if (Code{}).Dark(0, 0) {
		t.Error("no code has a dark module")
	}
}

func TestModule(t *testing.T) {
	for _, c := range []struct{ size, want int }{{21, 20}, {97, 5}, {105, 5}, {112, 5}, {113, 4}, {141, 4}, {145, 3}} {
		if got := (Code{Size: c.size}).Module(Square); got != c.want {
			t.Errorf("%d modules: %d units, want %d", c.size, got, c.want)
		}
	}
}

// TestPenalty compares penalties computed by hand; # is dark.
func TestPenalty(t *testing.T) {
	for _, c := range []struct {
		name, rows string
		want       int
	}{
		{"no penalty", "#.#. .#.# #.#. .#.#", 0},
		{"one block of two by two", "##.# ##.. ..## .#..", 3},
		{"a run of five", "#####. .#.#.# #.#.#. .#.#.# #.#.#. .#.#..", 3},
		{"all light: runs, blocks, no dark module", "..... ..... ..... ..... .....", 10*3 + 16*3 + 100},
	} {
		rows := strings.Fields(c.rows)
		dark := func(x, y int) bool { return rows[y][x] == '#' }
		if got := newGrid(len(rows), dark).penalty(); got != c.want {
			t.Errorf("%s: %d, want %d", c.name, got, c.want)
		}
	}
	for row, want := range map[string]int{
		"#.###.#....": 40, "....#.###.#": 40, "#.###.#...#": 0, "......#.###.#....": 80 + 4, "#####.######": 3 + 4,
		strings.Repeat("#.", 60) + strings.Repeat("#", 57): 3 + 52, // across all three words
	} {
		column := newGrid(len(row), func(x, y int) bool { return x == 0 && row[y] == '#' }).columns[0]
		if got := column.penalty(len(row)); got != want {
			t.Errorf("%s: %d, want %d", row, got, want)
		}
	}
}

// TestMask: the mask that an independent implementation chooses for this text.
func TestMask(t *testing.T) {
	segment := coding.Alpha("GONGKAI 6 3F9A2C71 202603120941")
	plan, code, err := encode(2, M, 0, segment)
	if err != nil {
		t.Fatal(err)
	}
	if got := bestMask(plan, code); got != 3 {
		t.Errorf("mask %d, want 3", got)
	}
	// The masks are the library's at every module.
	for m := coding.Mask(0); m < 8; m++ {
		_, want, _ := encode(2, M, m, segment)
		all := newGrid(25, func(x, y int) bool { return plan.Pixel[y][x].Role() != coding.Format })
		got := newGrid(25, code.Black).masked(all, 0).masked(all, m)
		for i := range 25 * 25 {
			x, y := i%25, i/25
			if role := plan.Pixel[y][x].Role(); role != coding.Data && role != coding.Check && role != coding.Extra {
				continue
			}
			if dark := got.rows[y][0]>>x&1 == 1; dark != want.Black(x, y) || dark != (got.columns[x][0]>>y&1 == 1) {
				t.Fatalf("mask %d at %d, %d", m, x, y)
			}
		}
	}
}

func BenchmarkEncode(b *testing.B) {
	text := strings.Repeat("残疾人补贴，", 66)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Encode(text, M); err != nil {
			b.Fatal(err)
		}
	}
}
