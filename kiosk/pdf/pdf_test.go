package pdf

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"image"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/layout"
	"gongkai/kiosk/layout/sample"
	"gongkai/kiosk/motion"
	"gongkai/kiosk/page"
	"gongkai/kiosk/paint"
	"gongkai/kiosk/session"
	"gongkai/kiosk/typeset"
)

var size = image.Pt(1080, 1920)

// pages are screens with everything that a page may hold: columns, icons, codes, a fade, a veil, characters of fallback faces.
func pages(t testing.TB) []*page.Page {
	files := append(sample.Shipped(t), sample.Item(15, "示例", "镕𪚥ﬁ ☑ ㎡示例office", "link = \"https://example.com\"\n"))
	c := sample.Parse(t, files)
	show := func(sc session.Screen, sheet session.SheetKind) *page.Page {
		st := sample.At(c, sc)
		st.Sheet.Kind = sheet
		return layout.Layout(st, page.ThemeOf(st), size, typeset.New())
	}
	return []*page.Page{
		show(session.Screen{Kind: session.Attract, Number: 5}, session.NoSheet),
		show(session.Screen{Kind: session.Home}, session.NoSheet),
		show(session.Screen{Kind: session.Item, Number: 6}, session.NoSheet),
		show(session.Screen{Kind: session.Item, Number: 15}, session.NoSheet),
		show(session.Screen{Kind: session.Item, Number: 6}, session.Takeaway),
	}
}

// document returns the file of pages.
func document(t testing.TB, all []*page.Page) []byte {
	d := New(paint.New(1 << 20))
	for i, p := range all {
		d.Add(Sheet{Name: fmt.Sprint("示例", i), Size: p.Size, Paper: [2]float64{810, 1440}, Pieces: motion.Compose(motion.Scene{Page: p})})
	}
	var out bytes.Buffer
	if err := d.Write(&out, "示例", sample.Noon); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// TestSame: the same pages give the same bytes, wherever maps begin; without a date there is none.
func TestSame(t *testing.T) {
	all := pages(t)
	first := document(t, all)
	for range 3 {
		if !bytes.Equal(document(t, all), first) {
			t.Fatal("another file")
		}
	}
	d := New(paint.New(1 << 20))
	var out bytes.Buffer
	if err := d.Write(&out, "", time.Time{}); err != nil || bytes.Contains(out.Bytes(), []byte("CreationDate")) {
		t.Errorf("%v %s", err, out.Bytes())
	}
}

var (
	object   = regexp.MustCompile(`(?s)^(\d+) 0 obj\n(.*?)\nendobj\n`)
	isStream = regexp.MustCompile(`(?s)^<<(.*)/Length (\d+)>>\nstream\n(.*)\nendstream$`)
)

// read returns a file's objects by their numbers, streams inflated, and checks its table of offsets.
func read(t *testing.T, file []byte) (objects []string) {
	t.Helper()
	_, tail, _ := strings.Cut(string(file), "\nstartxref\n")
	number, _, _ := strings.Cut(tail, "\n")
	at, err := strconv.Atoi(number)
	if err != nil || !strings.HasPrefix(string(file[at:]), "xref\n") {
		t.Fatalf("no table at %q", number)
	}
	rows := strings.Split(string(file[at:]), "\n")
	var count int
	fmt.Sscanf(rows[1], "0 %d", &count)
	for n := 1; n < count; n++ {
		offset, err := strconv.Atoi(rows[2+n][:10])
		if err != nil {
			t.Fatal(err)
		}
		m := object.FindStringSubmatch(string(file[offset:]))
		if m == nil || m[1] != fmt.Sprint(n) {
			t.Fatalf("object %d isn't at %d", n, offset)
		}
		body := m[2]
		if s := isStream.FindStringSubmatch(body); s != nil {
			if s[2] != fmt.Sprint(len(s[3])) {
				t.Errorf("object %d: length %s of %d", n, s[2], len(s[3]))
			}
			if strings.Contains(s[1], "FlateDecode") {
				z, err := zlib.NewReader(strings.NewReader(s[3]))
				if err != nil {
					t.Fatal(err)
				}
				data, err := io.ReadAll(z)
				if err != nil {
					t.Fatal(err)
				}
				body = string(data)
			}
		}
		objects = append(objects, body)
	}
	return objects
}

var (
	character = regexp.MustCompile(`(?m)^<([0-9A-F]{4})><([0-9A-F]+)>$`)
	fontRef   = regexp.MustCompile(`/F(\d+) (\d+) 0 R`)
	mapRef    = regexp.MustCompile(`/ToUnicode (\d+) 0 R`)
	contents  = regexp.MustCompile(`/Contents (\d+) 0 R`)
	show      = regexp.MustCompile(`/F(\d+) [\d.]+ Tf|<([0-9A-F]{4,})>|/ActualText<FEFF([0-9A-F]*)>|(EMC)`)
)

// words returns the text of each page as a reader finds it.
func words(t *testing.T, objects []string) (all []string) {
	t.Helper()
	for _, o := range objects {
		m := contents.FindStringSubmatch(o)
		if m == nil {
			continue
		}
		maps := map[string]map[string]string{}
		for _, f := range fontRef.FindAllStringSubmatch(o, -1) {
			n, _ := strconv.Atoi(f[2])
			to, _ := strconv.Atoi(mapRef.FindStringSubmatch(objects[n-1])[1])
			maps[f[1]] = map[string]string{}
			for _, c := range character.FindAllStringSubmatch(objects[to-1], -1) {
				maps[f[1]][c[1]] = utf16Text(c[2])
			}
		}
		n, _ := strconv.Atoi(m[1])
		text, font, own := "", "", false
		for _, s := range show.FindAllStringSubmatch(objects[n-1], -1) {
			switch {
			case s[1] != "":
				font = s[1]
			case s[3] != "":
				own = true
				text += utf16Text(s[3])
			case s[4] != "":
				own = false
			case !own:
				for i := 0; i < len(s[2]); i += 4 {
					text += maps[font][s[2][i:i+4]]
				}
			}
		}
		all = append(all, text)
	}
	return all
}

// utf16Text decodes hexadecimal UTF-16.
func utf16Text(hex string) string {
	var runes []rune
	for i := 0; i+4 <= len(hex); i += 4 {
		v, _ := strconv.ParseUint(hex[i:i+4], 16, 32)
		if n := len(runes); n > 0 && v >= 0xDC00 && v < 0xE000 {
			runes[n-1] = (runes[n-1]-0xD800)<<10 + rune(v-0xDC00) + 0x10000
			continue
		}
		runes = append(runes, rune(v))
	}
	return string(runes)
}

// bare returns a text without white space.
func bare(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(" \u00a0\u3000\t\n", r) }), "")
}

// TestWords: each page reads what its layers hold, in their order.
func TestWords(t *testing.T) {
	all := pages(t)
	got := words(t, read(t, document(t, all)))
	if len(got) != len(all) {
		t.Fatalf("%d pages, want %d", len(got), len(all))
	}
	for i, p := range all {
		for _, placed := range motion.Compose(motion.Scene{Page: p}) {
			if placed.Layer == nil {
				continue
			}
			for _, it := range placed.Layer.Items {
				text, ok := it.(*page.Text)
				if !ok {
					continue
				}
				for k, l := range text.Lines {
					var runes []rune
					for _, s := range text.Spans {
						runes = append(runes, []rune(s.Text)...)
					}
					line := bare(string(runes[l.Start:l.End]))
					if len(l.Glyphs) > 0 && l.Glyphs[len(l.Glyphs)-1].Rune == '…' {
						line = line[:min(3, len(line))] // cut after what fits
					}
					if !strings.Contains(bare(got[i]), line) {
						t.Errorf("page %d: line %d %q isn't in the file", i, k, line)
					}
				}
			}
		}
	}
	if !strings.Contains(bare(got[3]), "镕𪚥") || !strings.Contains(bare(got[3]), "☑㎡示例office") {
		t.Errorf("rare characters: %s", got[3])
	}
}

// TestCharstrings: an outline of each face is the same after it was encoded and decoded.
func TestCharstrings(t *testing.T) {
	var buffer sfnt.Buffer
	for face := range fonts.Face(fonts.NumFaces + 1) {
		outlines := fonts.Outlines(face)
		for id := range sfnt.GlyphIndex(min(outlines.NumGlyphs(), 400)) {
			segments, err := outlines.LoadGlyph(&buffer, id, fonts.UnitsPerEm, nil)
			if err != nil {
				t.Fatal(err)
			}
			var want []fixed.Point26_6
			for _, s := range segments {
				want = append(want, s.Args[map[sfnt.SegmentOp]int{sfnt.SegmentOpQuadTo: 1, sfnt.SegmentOpCubeTo: 2}[s.Op]])
			}
			for _, width := range []int{fonts.UnitsPerEm, 555} {
				got, w := ends(t, charstring(segments, width))
				if fmt.Sprint(got) != fmt.Sprint(want) || w != width {
					t.Fatalf("%v glyph %d: width %d, ends\n%v, want\n%v", face, id, w, got, want)
				}
			}
		}
	}
}

// ends runs a charstring and returns the ends of its segments, y downwards, and its width.
func ends(t *testing.T, code []byte) (all []fixed.Point26_6, width int) {
	t.Helper()
	var stack []int
	var at fixed.Point26_6
	width = fonts.UnitsPerEm
	first := true
	widthAnd := func(n int) {
		if first && len(stack) > n {
			width, stack = stack[0], stack[1:]
		}
		first = false
	}
	move := func(dx, dy int) { at.X, at.Y = at.X+fixed.Int26_6(dx), at.Y-fixed.Int26_6(dy) }
	for i := 0; i < len(code); i++ {
		switch b := int(code[i]); {
		case b == rmoveto:
			widthAnd(2)
			move(stack[0], stack[1])
			all, stack = append(all, at), nil
		case b == rlineto:
			for k := 0; k < len(stack); k += 2 {
				move(stack[k], stack[k+1])
				all = append(all, at)
			}
			stack = nil
		case b == rrcurveto:
			for k := 0; k < len(stack); k += 6 {
				move(stack[k]+stack[k+2]+stack[k+4], stack[k+1]+stack[k+3]+stack[k+5])
				all = append(all, at)
			}
			stack = nil
		case b == endchar:
			widthAnd(0)
			return all, width
		case b == 28:
			stack = append(stack, int(int16(uint16(code[i+1])<<8|uint16(code[i+2]))))
			i += 2
		case b < 247:
			stack = append(stack, b-139)
		case b < 251:
			stack = append(stack, (b-247)<<8+int(code[i+1])+108)
			i++
		default:
			stack = append(stack, -(b-251)<<8-int(code[i+1])-108)
			i++
		}
		if len(stack) > mostOperands+1 {
			t.Fatalf("%d operands", len(stack))
		}
	}
	t.Fatal("no end")
	return nil, 0
}

// TestNumber: three digits are enough, and none is written in vain.
func TestNumber(t *testing.T) {
	for v, want := range map[float64]string{0: "0", 1: "1", -0.0001: "0", 0.5: "0.5", 10: "10", 841.89: "841.89", -3.14159: "-3.142", 100000.25: "100000.25"} {
		if got := number(v); got != want {
			t.Errorf("%v: %s, want %s", v, got, want)
		}
	}
}
