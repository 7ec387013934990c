package picture

import (
	"bytes"
	"fmt"
	"image"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

func read(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// TestHoles: zeros in the middle of a picture's data, and at its end, are a fault that waiting may mend.
func TestHoles(t *testing.T) {
	photo := image.NewNRGBA(image.Rect(0, 0, 300, 200))
	seed := uint32(1)
	for i := range photo.Pix {
		seed = seed*1664525 + 1013904223
		if photo.Pix[i] = uint8(i/300) + uint8(seed>>28); i%4 == 3 {
			photo.Pix[i] = 255
		}
	}
	files := map[string][]byte{
		"baseline.jpg": jpegOf(t, photo), "photo.png": pngOf(t, photo),
		"photo.webp": read(t, "testdata/flat/photo.webp"), "photo-lossless.webp": read(t, "testdata/flat/photo-lossless.webp"),
		"progressive.jpg": read(t, "jpeg/testdata/poster-progressive-restarts.jpg"),
	}
	for name, data := range files {
		for _, size := range []int{600, 1024, 4096, 1 << 16} {
			for quarter := 1; quarter <= 3; quarter++ {
				at := quarter * len(data) / 4
				if at+size > len(data)-16 {
					continue
				}
				torn := slices.Clone(data)
				clear(torn[at : at+size])
				wantUnfinished(t, fmt.Sprintf("%s: %d zeros at %d of %d", name, size, at, len(data)), torn)
			}
		}
		torn := slices.Clone(data)
		clear(torn[len(data)/2:])
		wantUnfinished(t, name+": the second half", torn)
	}
}

func wantUnfinished(t *testing.T, title string, data []byte) {
	t.Helper()
	if _, fault := Check(data); fault == nil || !fault.Unfinished {
		t.Errorf("%s: %v", title, fault)
	}
}

// TestFlat: sound pictures whose flat parts are long runs of zeros are shown, and so are those with zeros or junk beside the
// picture.
func TestFlat(t *testing.T) {
	names, _ := filepath.Glob("testdata/flat/*")
	for _, name := range names {
		data := read(t, name)
		if !holed(data, tear) && !bytes.Contains([]byte(name), []byte("photo")) {
			t.Errorf("%s has no run of zeros", name)
		}
		wantSound(t, name, data)
		if filepath.Ext(name) != ".jpg" {
			continue
		}
		segment := append([]byte("\xff\xe4\x40\x02"), make([]byte, 1<<14)...)
		wantSound(t, name+": zeros in a segment", slices.Insert(slices.Clone(data), 2, segment...))
		wantSound(t, name+": a trailer of zeros", append(slices.Clone(data), make([]byte, 5000)...))
		end := len(data) - 2
		wantSound(t, name+": padding", slices.Insert(slices.Clone(data), end, make([]byte, 512)...))
		wantSound(t, name+": fill", slices.Insert(slices.Clone(data), end, 0xff, 0xff, 0xff))
	}
	junk := jpegOf(t, patches())
	wantSound(t, "a few bytes behind the data", slices.Insert(slices.Clone(junk), len(junk)-2, bytes.Repeat([]byte{0x55}, 20)...))
	wantUnfinished(t, "many bytes behind the data", slices.Insert(slices.Clone(junk), len(junk)-2, bytes.Repeat([]byte{0x55}, 200)...))
}

func wantSound(t *testing.T, title string, data []byte) {
	t.Helper()
	for _, read := range []func([]byte) (Info, *Fault){Read, Check} {
		if _, fault := read(data); fault != nil {
			t.Errorf("%s: %v", title, fault)
		}
	}
}
