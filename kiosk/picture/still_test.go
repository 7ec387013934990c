package picture

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"image"
	"image/color"
	"math"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestStills: GIF, BMP and TIFF in their codings have the original colours.
func TestStills(t *testing.T) {
	names := []string{"plain.gif", "animated.gif", "plain.bmp", "palette.bmp", "raw.tif", "lzw.tif", "deflate.tif", "palette.tif"}
	for _, name := range names {
		wantPatches(t, name, read(t, filepath.Join("testdata/stills", name)), 1, [4]int{0, 1, 2, 3}, 12)
	}
}

// TestTurnedFormats: PNG, WebP and TIFF are turned by each orientation.
func TestTurnedFormats(t *testing.T) {
	const r, g, b, y = 0, 1, 2, 3
	for i, want := range [][4]int{{r, g, b, y}, {g, r, y, b}, {y, b, g, r}, {b, y, r, g}, {r, b, g, y}, {b, r, y, g}, {y, g, b, r}, {g, y, r, b}} {
		for _, ending := range []string{"png", "webp", "tif"} {
			name := fmt.Sprintf("testdata/stills/turned-%d.%s", i+1, ending)
			wantPatches(t, name, read(t, name), uint8(i+1), want, 4)
		}
	}
}

// wantPatches decodes a picture as it is seen, and compares its four patches.
func wantPatches(t *testing.T, title string, data []byte, orientation uint8, want [4]int, off int) {
	t.Helper()
	size := image.Pt(24, 16)
	if orientation >= 5 {
		size = image.Pt(16, 24)
	}
	info, fault := Check(data)
	if fault != nil || info != (Info{size.X, size.Y, orientation}) {
		t.Errorf("%s: %v, %v", title, info, fault)
		return
	}
	m, fault := Decode(data, orientation, size)
	if fault != nil {
		t.Errorf("%s: %v", title, fault)
		return
	}
	for j, c := range want {
		if got := m.RGBAAt(size.X/4+j%2*size.X/2, size.Y/4+j/2*size.Y/2); !near(got, patchColours[c], off) {
			t.Errorf("%s: patch %d is %v, want %v", title, j, got, patchColours[c])
		}
	}
}

// TestFramed: a GIF's first picture is smaller than its canvas, and nothing is around it.
func TestFramed(t *testing.T) {
	data := slices.Clone(read(t, "testdata/stills/plain.gif"))
	binary.LittleEndian.PutUint16(data[6:], 48)
	binary.LittleEndian.PutUint16(data[8:], 32)
	at := bytes.Index(data, []byte("\x2c\x00\x00\x00\x00\x18\x00\x10\x00")) // the picture's place
	data[at+1], data[at+3] = 20, 10
	m, fault := Decode(data, 1, image.Pt(48, 32))
	if fault != nil {
		t.Fatal(fault)
	}
	for _, p := range []image.Point{{2, 2}, {46, 20}, {30, 30}} {
		if c := m.RGBAAt(p.X, p.Y); c != (color.RGBA{}) {
			t.Errorf("%v: %v", p, c)
		}
	}
	if c := m.RGBAAt(26, 14); !near(c, patchColours[0], 12) {
		t.Errorf("inside: %v", c)
	}
}

// displayP3 returns a profile of Display P3.
func displayP3() []byte {
	number := func(v float64) []byte {
		return binary.BigEndian.AppendUint32(nil, uint32(int32(math.Round(v*65536))))
	}
	p := make([]byte, 128)
	copy(p[16:], "RGB XYZ ")
	copy(p[36:], "acsp")
	curve := slices.Concat([]byte("para\x00\x00\x00\x00\x00\x03\x00\x00"), number(2.4), number(1/1.055), number(0.055/1.055), number(1/12.92), number(0.04045))
	columns := [3][3]float64{{0.51512, 0.24120, -0.00105}, {0.29198, 0.69225, 0.04189}, {0.15710, 0.06657, 0.78407}}
	var bodies []byte
	p = binary.BigEndian.AppendUint32(p, 6)
	place := func(name string, body []byte) {
		p = append(p, name...)
		p = binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(p, uint32(132+6*12+len(bodies))), uint32(len(body)))
		bodies = append(bodies, body...)
	}
	for i, name := range []string{"r", "g", "b"} {
		body := []byte("XYZ \x00\x00\x00\x00")
		for _, v := range columns[i] {
			body = append(body, number(v)...)
		}
		place(name+"XYZ", body)
		place(name+"TRC", curve)
	}
	return append(p, bodies...)
}

// TestEmbedded: a profile in a JPEG, in parts, and in a WebP changes colours; a broken one and a broken EXIF are passed over.
func TestEmbedded(t *testing.T) {
	m := image.NewRGBA(image.Rect(0, 0, 16, 16))
	for i := range m.Pix {
		m.Pix[i] = []uint8{87, 115, 224, 255}[i%4]
	}
	plain, profile := jpegOf(t, m), displayP3()
	segment := func(marker byte, body string) []byte {
		return append(binary.BigEndian.AppendUint16([]byte{0xff, marker}, uint16(2+len(body))), body...)
	}
	with := func(segments ...[]byte) []byte {
		return slices.Insert(slices.Clone(plain), 2, slices.Concat(segments...)...)
	}
	const head = "ICC_PROFILE\x00"
	asIs, p3 := color.RGBA{87, 115, 224, 255}, color.RGBA{79, 116, 232, 255}
	for _, c := range []struct {
		title string
		data  []byte
		want  color.RGBA
	}{
		{"Display P3", with(segment(0xe2, head+"\x01\x01"+string(profile))), p3},
		{"its parts in the wrong order", with(segment(0xe2, head+"\x02\x02"+string(profile[150:])), segment(0xe2, head+"\x01\x02"+string(profile[:150]))), p3},
		{"a missing part", with(segment(0xe2, head+"\x01\x02"+string(profile))), asIs},
		{"a profile of zeros", with(segment(0xe2, head+"\x01\x01"+strings.Repeat("\x00", 3000))), asIs},
		{"a cut profile", with(segment(0xe2, head+"\x01\x01"+string(profile[:180]))), asIs},
		{"a broken EXIF", with(segment(0xe1, "Exif\x00\x00II*\x00\xff\xff\xff\x7f")), asIs},
		{"an empty EXIF", with(segment(0xe1, "Exif\x00\x00")), asIs},
	} {
		out, fault := Decode(c.data, 1, image.Pt(16, 16))
		if fault != nil || !near(out.RGBAAt(8, 8), c.want, 3) {
			t.Errorf("%s: %v, want %v; %v", c.title, out.RGBAAt(8, 8), c.want, fault)
		}
	}
	webp := read(t, "testdata/lossless.webp")
	tagged := (&chunk{"ICCP", profile}).to(slices.Clone(webp[:12]))
	tagged = append(tagged, webp[12:]...)
	binary.LittleEndian.PutUint32(tagged[4:], uint32(len(tagged)-8))
	out, fault := Decode(tagged, 1, image.Pt(24, 16))
	if fault != nil || !(out.RGBAAt(6, 4).R > patchColours[0].R+5) {
		t.Errorf("WebP: %v, %v", out.RGBAAt(6, 4), fault)
	}
}
