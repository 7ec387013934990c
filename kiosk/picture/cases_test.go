package picture

import (
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"os"
	"slices"
	"strings"
	"testing"
)

// TestTurned: WebP and PNG are turned by their EXIF, as a JPEG is: the arrow of 240x320 px points up.
func TestTurned(t *testing.T) {
	for _, name := range []string{"testdata/turned/arrow.webp", "testdata/turned/arrow.png"} {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if info, fault := Check(data); fault != nil || info != (Info{240, 320, 6}) {
			t.Errorf("%s: %v, %v", name, info, fault)
		}
	}
	long := []byte("MM\x00*\x00\x00\x00\x08\x00\x01\x01\x12\x00\x04\x00\x00\x00\x01\x00\x00\x00\x06")
	if got := orientationOf(long); got != 6 {
		t.Errorf("a long number: %d", got)
	}
}

// withChunk adds a chunk behind a PNG's header.
func withChunk(data []byte, name, body string) []byte {
	b := binary.BigEndian.AppendUint32(nil, uint32(len(body)))
	b = append(b, name+body...)
	b = binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE(b[4:]))
	return slices.Insert(slices.Clone(data), 33, b...)
}

// TestColours: what a PNG states of its colours, and what it states without meaning it.
func TestColours(t *testing.T) {
	m := image.NewRGBA(image.Rect(0, 0, 4, 4))
	for i := range m.Pix {
		m.Pix[i] = []uint8{87, 115, 224, 255}[i%4]
	}
	plain := pngOf(t, m)
	asIs, p3 := color.RGBA{87, 115, 224, 255}, color.RGBA{79, 116, 232, 255}
	const srgb = "\x00\x00\xb1\x8f"
	for _, c := range []struct {
		title string
		data  []byte
		want  color.RGBA
	}{
		{"nothing", plain, asIs},
		{"sRGB's exponent", withChunk(plain, "gAMA", srgb), asIs},
		{"linear", withChunk(plain, "gAMA", "\x00\x01\x86\xa0"), color.RGBA{158, 179, 241, 255}},
		{"linear, but sRGB", withChunk(withChunk(plain, "gAMA", "\x00\x01\x86\xa0"), "sRGB", "\x00"), asIs},
		{"Display P3", withChunk(plain, "cICP", "\x0c\x0d\x00\x01"), p3},
		{"sRGB by its codes", withChunk(plain, "cICP", "\x01\x0d\x00\x01"), asIs},
		{"a broken profile", withChunk(plain, "iCCP", "x\x00\x00nonsense"), asIs},
	} {
		out, fault := Decode(c.data, 1, image.Pt(4, 4))
		if fault != nil || !near(out.RGBAAt(1, 1), c.want, 1) {
			t.Errorf("%s: %v, want %v; %v", c.title, out.RGBAAt(1, 1), c.want, fault)
		}
	}
}

// TestEndings: each ending has one format, and each format that isn't shown has a way to one that is.
func TestEndings(t *testing.T) {
	for ending, want := range map[string]string{".jfif": "JPEG", ".JPE": "JPEG", ".tif": "TIFF", ".HEIC": "HEIC", ".pdf": "PDF", ".xyz": ""} {
		if f, _ := ByEnding(ending); f.Name != want {
			t.Errorf("%s: %q", ending, f.Name)
		}
	}
	seen := make(map[string]bool)
	for _, f := range formats {
		for _, e := range f.Endings {
			if seen[e] || e != strings.ToLower(e) {
				t.Errorf("%s twice, or not in small letters", e)
			}
			seen[e] = true
		}
		if made, _ := ByEnding(f.Makes); f.Shown != (f.Fix == "") || !f.Shown && !made.Shown {
			t.Errorf("%+v", f)
		}
	}
}

// TestHole: a kilobyte of zeros is a hole wherever it lies; a byte less is none.
func TestHole(t *testing.T) {
	for from := 0; from < 3000; from += 7 {
		data := slices.Repeat([]byte{1}, 5000)
		clear(data[from : from+hole])
		if !holed(data, hole) {
			t.Fatalf("no hole at %d", from)
		}
		data[from+hole-1] = 1
		if holed(data, hole) {
			t.Fatalf("a hole at %d of %d bytes", from, hole-1)
		}
	}
}
