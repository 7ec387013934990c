package main

import (
	"bufio"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/color/palette"
	"image/draw"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"gongkai/kiosk/page"
	"gongkai/kiosk/xdrive"
)

const goldenDir = "testdata/golden"

// golden is the reference: every picture's sum, and some of the pictures.
type golden struct {
	keys []key
	sums map[key]string
}

// readGolden reads the kept sums.
func readGolden(t *testing.T) golden {
	t.Helper()
	f, err := os.Open(filepath.Join(goldenDir, "sums.txt"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	kept := golden{sums: map[key]string{}}
	for lines := bufio.NewScanner(f); lines.Scan(); {
		sum, name, _ := strings.Cut(lines.Text(), " ")
		k := key(strings.SplitN(name, "/", 3))
		kept.keys = append(kept.keys, k)
		kept.sums[k] = sum
	}
	return kept
}

// complete fails the test if a kept picture is no longer drawn.
func (g golden) complete(t *testing.T, got map[key]*image.RGBA) {
	t.Helper()
	for _, k := range g.keys {
		if got[k] == nil {
			t.Errorf("%v is no longer drawn; if that is intended, run with -update", k)
		}
	}
}

// compare fails for each picture that differs from the reference, with the place, and saves three pictures of it.
func (g golden) compare(t *testing.T, got map[key]*image.RGBA) {
	t.Helper()
	for _, k := range sorted(got) {
		switch want, known := g.sums[k]; {
		case !known:
			t.Errorf("%v is new; if that is intended, run with -update", k)
		case sum(got[k]) != want:
			t.Errorf("%v differs%s", k, g.lay(t, k, got[k]))
		}
	}
}

// lay puts a picture, the kept one and the difference side by side into the test's artifacts, and returns where they differ.
func (g golden) lay(t *testing.T, k key, got *image.RGBA) string {
	dir := t.ArtifactDir()
	name := strings.Join(k[:], "-")
	save := func(what string, m image.Image) {
		if err := xdrive.Save(filepath.Join(dir, name+"-"+what+".png"), m); err != nil {
			t.Error(err)
		}
	}
	save("got", got)
	want := g.cell(t, k)
	if want == nil {
		return "; no picture of it is kept. It is in " + dir
	}
	save("want", want)
	box, marked := difference(reduced(got), want)
	if box.Empty() {
		return ", by less than the kept picture shows. It is in " + dir
	}
	save("difference", marked)
	return fmt.Sprintf(" inside %v. It is in %s", box, dir)
}

// difference returns the box of all pixels that differ, and the second picture faint with them in red.
func difference(a, b *image.Paletted) (box image.Rectangle, marked *image.RGBA) {
	marked = image.NewRGBA(b.Rect)
	for y := b.Rect.Min.Y; y < b.Rect.Max.Y; y++ {
		for x := b.Rect.Min.X; x < b.Rect.Max.X; x++ {
			c := color.GrayModel.Convert(b.At(x, y)).(color.Gray)
			c.Y = 192 + c.Y/4
			marked.Set(x, y, c)
			if a.At(x, y) != b.At(x, y) {
				marked.SetRGBA(x, y, color.RGBA{R: 255, A: 255})
				box = box.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	return box, marked
}

// Screens whose pictures are kept, not only their sums: many in the usual colours and high contrast, few in other modes.
var (
	manyScreens = strings.Fields("attract-01 attract-02 attract-03 attract-04 attract-06 attract-10 attract-11 attract-index attract-group-04 attract-notice-03 home " +
		"category-01 category-04 item-01 item-04 item-06 item-09 item-12 search search-CJ search-CJZ notices " +
		"notice-01 notice-02 notice-04 accessibility idle-warning takeaway-04 takeaway-06 proof-06 preparing night")
	fewScreens = strings.Fields("home category-04 item-06 item-12 search-CJ notices notice-01 takeaway-06")
)

// pictured reports whether a picture is kept, and not only its sum.
func pictured(k key) bool {
	switch k[0] {
	case "normal", "contrast":
		return slices.Contains(manyScreens, k[2])
	case "moment", "clock-unknown", "no-notices":
		return true
	case "low":
		return k[1] == ways[0].name && slices.Contains(fewScreens, k[2]) // in landscape nothing is out of reach
	case "low-contrast-2.0", "actual":
		return false
	}
	return slices.Contains(fewScreens, k[2])
}

const between = 8 // px on a sheet

// cellOf returns a picture's cell on its screen's sheet: a row for each way, a column for each mode.
func (g golden) cellOf(k key) image.Rectangle {
	column, seen := 0, ""
	for _, other := range g.keys {
		if other[2] == k[2] && pictured(other) && other[0] != seen {
			if other[0] == k[0] {
				break
			}
			column, seen = column+1, other[0]
		}
	}
	up, across := ways[0].size, ways[1].size
	if k[1] == ways[0].name {
		return image.Rectangle{Max: up}.Add(image.Pt(column*(up.X+between), 0))
	}
	return image.Rectangle{Max: across}.Add(image.Pt(column*(across.X+between), up.Y+between))
}

func sheetFile(screen string) string { return filepath.Join(goldenDir, screen+".png") }

// cell returns a kept picture, or nil.
func (g golden) cell(t *testing.T, k key) *image.Paletted {
	if !pictured(k) {
		return nil
	}
	f, err := os.Open(sheetFile(k[2]))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	m, err := png.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	at := g.cellOf(k)
	cell := image.NewPaletted(image.Rectangle{Max: at.Size()}, few)
	draw.Draw(cell, cell.Rect, m, at.Min, draw.Src)
	return cell
}

// renew replaces the reference with what has been drawn.
func renew(t *testing.T, got map[key]*image.RGBA) {
	t.Helper()
	if err := os.RemoveAll(goldenDir); err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(goldenDir, 0o755); err != nil {
		t.Fatal(err)
	}
	kept := golden{keys: sorted(got)}
	var sums strings.Builder
	sheets := map[string][]key{}
	for _, k := range kept.keys {
		fmt.Fprintf(&sums, "%s %v\n", sum(got[k]), k)
		if pictured(k) {
			sheets[k[2]] = append(sheets[k[2]], k)
		}
	}
	if err := os.WriteFile(filepath.Join(goldenDir, "sums.txt"), []byte(sums.String()), 0o644); err != nil {
		t.Fatal(err)
	}
	for screen, keys := range sheets {
		if err := kept.writeSheet(screen, keys, got); err != nil {
			t.Fatal(err)
		}
	}
}

// writeSheet writes a screen's pictures as one sheet.
func (g golden) writeSheet(screen string, keys []key, got map[key]*image.RGBA) error {
	var all image.Rectangle
	for _, k := range keys {
		all = all.Union(g.cellOf(k))
	}
	sheet := image.NewPaletted(all, few)
	draw.Draw(sheet, all, image.NewUniform(color.Gray{0x99}), image.Point{}, draw.Src)
	for _, k := range keys {
		at := g.cellOf(k)
		m := reduced(got[k])
		for y := range at.Dy() {
			copy(sheet.Pix[sheet.PixOffset(at.Min.X, at.Min.Y+y):], m.Pix[y*m.Stride:][:at.Dx()])
		}
	}
	f, err := os.Create(sheetFile(screen))
	if err != nil {
		return err
	}
	small := png.Encoder{CompressionLevel: png.BestCompression}
	return errors.Join(small.Encode(f, sheet), f.Close())
}

// few are the colours of the kept pictures: six levels each of red, green and blue, then the themes' own.
var few = func() color.Palette {
	all := slices.Clone(color.Palette(palette.WebSafe))
	for _, theme := range []page.Theme{page.Normal, page.Contrast} {
		for _, c := range theme[page.None+1:] {
			if !slices.Contains(all, color.Color(c)) {
				all = append(all, c)
			}
		}
	}
	return all
}()

// own maps the themes' colours to their indices in few.
var own = func() map[color.RGBA]uint8 {
	places := map[color.RGBA]uint8{}
	for i, c := range few {
		places[c.(color.RGBA)] = uint8(i)
	}
	return places
}()

// reduced returns a picture in few colours.
func reduced(m *image.RGBA) *image.Paletted {
	out := image.NewPaletted(m.Rect, few)
	step := func(v uint8) int { return (int(v) + 25) / 51 }
	for i := range out.Pix {
		c := color.RGBA{m.Pix[4*i], m.Pix[4*i+1], m.Pix[4*i+2], 255}
		place, exact := own[c]
		if !exact {
			place = uint8(36*step(c.R) + 6*step(c.G) + step(c.B))
		}
		out.Pix[i] = place
	}
	return out
}
