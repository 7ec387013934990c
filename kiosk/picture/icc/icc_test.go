package icc

import (
	"encoding/binary"
	"math"
	"slices"
	"testing"
)

// made returns a profile of a space, connected in Lab or XYZ, with tags.
func made(space, pcs string, tags map[string][]byte) []byte {
	p := make([]byte, 128)
	copy(p[16:], space)
	copy(p[20:], pcs)
	copy(p[36:], "acsp")
	p = binary.BigEndian.AppendUint32(p, uint32(len(tags)))
	at := len(p) + 12*len(tags)
	var bodies []byte
	names := make([]string, 0, len(tags))
	for name := range tags {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		p = append(p, name...)
		p = binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(p, uint32(at+len(bodies))), uint32(len(tags[name])))
		bodies = append(bodies, tags[name]...)
	}
	return append(p, bodies...)
}

func number(v float64) []byte {
	return binary.BigEndian.AppendUint32(nil, uint32(int32(math.Round(v*65536))))
}

func tag(kind string, parts ...[]byte) []byte {
	return append([]byte(kind+"\x00\x00\x00\x00"), slices.Concat(parts...)...)
}

// display returns a profile of three primaries in XYZ of D50 and a curve.
func display(m matrix, curve []byte) []byte {
	tags := make(map[string][]byte)
	for i, name := range []string{"r", "g", "b"} {
		tags[name+"XYZ"] = tag("XYZ ", number(m[0][i]), number(m[1][i]), number(m[2][i]))
		tags[name+"TRC"] = curve
	}
	return made("RGB ", "XYZ ", tags)
}

// srgbCurve is sRGB's, of type para 3.
func srgbCurve() []byte {
	return tag("para", []byte{0, 3, 0, 0}, number(2.4), number(1/1.055), number(0.055/1.055), number(1/12.92), number(0.04045))
}

// Primaries in XYZ of D50, as the profiles of Apple and Adobe have them.
var (
	displayP3 = matrix{{0.51512, 0.29198, 0.15710}, {0.24120, 0.69225, 0.06657}, {-0.00105, 0.04189, 0.78407}}
	adobeRGB  = matrix{{0.60974, 0.20528, 0.14919}, {0.31111, 0.62567, 0.06322}, {0.01947, 0.06087, 0.74457}}
)

// TestRGB: colours as littlecms converts them.
func TestRGB(t *testing.T) {
	gamma := tag("curv", []byte{0, 0, 0, 1, 2, 51}) // 2.2
	for _, c := range []struct {
		title    string
		profile  []byte
		in, want [3]uint8
	}{
		{"Display P3", display(displayP3, srgbCurve()), [3]uint8{87, 115, 224}, [3]uint8{79, 116, 232}},
		{"Display P3's red", display(displayP3, srgbCurve()), [3]uint8{255, 0, 0}, [3]uint8{255, 0, 0}},
		{"Adobe RGB", display(adobeRGB, gamma), [3]uint8{129, 79, 245}, [3]uint8{145, 78, 250}},
		{"Adobe RGB", display(adobeRGB, gamma), [3]uint8{20, 141, 145}, [3]uint8{0, 142, 147}},
		{"white", display(adobeRGB, gamma), [3]uint8{255, 255, 255}, [3]uint8{255, 255, 255}},
	} {
		convert, err := New(c.profile, RGB)
		if err != nil || convert == nil {
			t.Fatalf("%s: %v", c.title, err)
		}
		r, g, b := convert([4]uint8{c.in[0], c.in[1], c.in[2]})
		for i, v := range []uint8{r, g, b} {
			if d := int(v) - int(c.want[i]); d < -1 || d > 1 {
				t.Errorf("%s: %v is %d %d %d, want %v", c.title, c.in, r, g, b, c.want)
				break
			}
		}
	}
	if convert, err := New(display(srgbToXYZ, srgbCurve()), RGB); convert != nil || err != nil {
		t.Errorf("sRGB is converted: %v", err)
	}
}

// inks returns a CMYK profile whose table is of type mft1: paper is white, and each ink takes 60 of 255 steps of L.
func inks() []byte {
	b := []byte{4, 3, 2, 0}
	b = append(b, make([]byte, 36)...)
	line := make([]byte, 256)
	for i := range line {
		line[i] = byte(i)
	}
	for range 4 {
		b = append(b, line...)
	}
	for n := range 16 { // L falls with each ink; a and b are neutral
		full := n&1 + n>>1&1 + n>>2&1 + n>>3&1
		b = append(b, byte(255-full*60), 128, 128)
	}
	for range 3 {
		b = append(b, line...)
	}
	return made("CMYK", "Lab ", map[string][]byte{"A2B0": tag("mft1", b)})
}

// TestCMYK: the table is read, and colours lie between its nodes.
func TestCMYK(t *testing.T) {
	convert, err := New(inks(), CMYK)
	if err != nil {
		t.Fatal(err)
	}
	for in, want := range map[[4]uint8]uint8{{}: 255, {255}: 189, {0, 0, 0, 255}: 189, {255, 255, 255, 255}: 17, {255, 255, 0, 0}: 126} {
		r, g, b := convert(in)
		if r != g || g != b || max(r, want)-min(r, want) > 2 {
			t.Errorf("%v is %d %d %d, want %d", in, r, g, b, want)
		}
	}
}

// TestGrey: a curve of grey, and sRGB's.
func TestGrey(t *testing.T) {
	convert, err := New(made("GRAY", "XYZ ", map[string][]byte{"kTRC": tag("curv", []byte{0, 0, 0, 1, 1, 0})}), Grey)
	if err != nil || convert == nil {
		t.Fatal(err)
	}
	if r, g, b := convert([4]uint8{55}); r != 128 || g != 128 || b != 128 { // 0.216 of the light
		t.Errorf("%d %d %d", r, g, b)
	}
	if convert, err := New(made("GRAY", "XYZ ", map[string][]byte{"kTRC": srgbCurve()}), Grey); convert != nil || err != nil {
		t.Errorf("sRGB's grey is converted: %v", err)
	}
}

// TestStated: primaries and exponents without a profile.
func TestStated(t *testing.T) {
	if Stated(BT709, 0) != nil {
		t.Error("sRGB is converted")
	}
	if r, g, b := Stated(P3, 0)([4]uint8{87, 115, 224}); r != 79 || g != 116 || b < 231 || b > 232 {
		t.Errorf("%d %d %d", r, g, b)
	}
	if r, _, _ := Stated(BT709, 1)([4]uint8{55, 55, 55}); r != 128 {
		t.Errorf("linear 55 is %d", r)
	}
}

// TestSteep: a table whose curves are steeper than the grid, as XYB's are, converts each colour exactly.
func TestSteep(t *testing.T) {
	para := func(kind byte, parts ...[]byte) []byte {
		return tag("para", append([][]byte{{0, kind, 0, 0}}, parts...)...)
	}
	line := para(0, number(1))
	steep := para(3, number(3), number(40), number(-39), number(0), number(0.975))
	b := append([]byte{3, 3, 0, 0}, make([]byte, 20)...) // the offsets of curves B, the matrix, curves M; no grid, no curves A
	at := uint32(8 + len(b))
	binary.BigEndian.PutUint32(b[4:], at)
	b = append(b, slices.Concat(line, line, line)...)
	binary.BigEndian.PutUint32(b[8:], uint32(8+len(b)))
	for _, row := range srgbToXYZ {
		for _, v := range row {
			b = append(b, number(v*32768/65535)...)
		}
	}
	b = append(b, make([]byte, 12)...)
	binary.BigEndian.PutUint32(b[12:], uint32(8+len(b)))
	b = append(b, slices.Concat(steep, steep, steep)...)
	convert, err := New(made("RGB ", "XYZ ", map[string][]byte{"A2B0": tag("mAB ", b)}), RGB)
	if err != nil {
		t.Fatal(err)
	}
	for in, want := range map[uint8]uint8{255: 255, 250: 25, 200: 0} {
		if r, g, b := convert([4]uint8{in, in, in}); max(r, want)-min(r, want) > 1 || r != g || g != b {
			t.Errorf("%d is %d %d %d, want %d", in, r, g, b, want)
		}
	}
}

// TestMalformed: a profile of another space, or cut anywhere, is an error or converts.
func TestMalformed(t *testing.T) {
	if _, err := New(inks(), RGB); err == nil {
		t.Error("inks are taken for RGB")
	}
	whole := display(displayP3, srgbCurve())
	for n := range whole {
		if convert, err := New(whole[:n], RGB); err == nil && convert == nil {
			t.Errorf("%d bytes are sRGB", n)
		}
	}
}

func FuzzNew(f *testing.F) {
	f.Add(display(displayP3, srgbCurve()), 3)
	f.Add(inks(), 4)
	f.Add(made("GRAY", "Lab ", map[string][]byte{"kTRC": tag("curv", []byte{0, 0, 0, 1, 1, 0})}), 1)
	f.Fuzz(func(t *testing.T, data []byte, channels int) {
		convert, err := New(data, channels)
		if err == nil && convert != nil {
			for v := range 256 {
				convert([4]uint8{uint8(v), uint8(255 - v), uint8(v / 2), uint8(v * 3)})
			}
		}
	})
}
