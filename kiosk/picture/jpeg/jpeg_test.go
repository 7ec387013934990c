package jpeg

import (
	"bytes"
	"image"
	"image/color"
	stdjpeg "image/jpeg"
	"os"
	"path/filepath"
	"testing"
)

// rows returns the samples of all planes, at a size.
func rows(f *File, size int) (planes [][]uint8, err error) {
	planes = make([][]uint8, len(f.Planes))
	err = f.Decode(size, func(p, y int, samples []uint8) { planes[p] = append(planes[p], samples...) })
	return planes, err
}

func files(t testing.TB) map[string][]byte {
	all := make(map[string][]byte)
	names, _ := filepath.Glob("testdata/*.jpg")
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		all[filepath.Base(name)] = data
	}
	return all
}

// TestCodings: every sampling, sequential, progressive and arithmetic-coded, with and without restart markers, shows the
// slope, whole and at each smaller size.
func TestCodings(t *testing.T) {
	all := files(t)
	if len(all) < 50 {
		t.Fatalf("%d files", len(all))
	}
	for name, data := range all {
		f, err := Open(data)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if err := f.Check(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		for size := 1; size <= 8 && f.Width == 45; size++ {
			planes, err := rows(f, size)
			if err != nil {
				t.Errorf("%s: %v", name, err)
			}
			for y := 4; y < 31; y++ {
				for x := 4; x < 41; x++ {
					r, g, b := color.YCbCrToRGB(at(f, planes, 0, x, y, size), at(f, planes, 1, x, y, size), at(f, planes, 2, x, y, size))
					if off := apart(r, x*5) + apart(g, y*7) + apart(b, 255-3*(x+y)); size > 2 && off > 150/size+45 {
						t.Fatalf("%s, size %d: px %d, %d is %d %d %d", name, size, x, y, r, g, b)
					}
				}
			}
		}
	}
}

// at returns a plane's sample at a px.
func at(f *File, planes [][]uint8, plane, x, y, size int) uint8 {
	p := f.Planes[plane]
	return planes[plane][y*p.Down*size/(8*f.Down)*Span(p.Width, size)+x*p.Across*size/(8*f.Across)]
}

func apart(a uint8, b int) int { return max(int(a)-b, b-int(a)) }

// TestLikeTheLibrary: what Go's library decodes has the same samples.
func TestLikeTheLibrary(t *testing.T) {
	same := 0
	for name, data := range files(t) {
		m, err := stdjpeg.Decode(bytes.NewReader(data))
		y, ok := m.(*image.YCbCr)
		if err != nil || !ok {
			continue
		}
		same++
		f, _ := Open(data)
		planes, _ := rows(f, 8)
		for i, p := range f.Planes {
			pix, stride := [][]uint8{y.Y, y.Cb, y.Cr}[i], []int{y.YStride, y.CStride, y.CStride}[i]
			for row := range p.Height {
				if !bytes.Equal(pix[row*stride:][:p.Width], planes[i][row*p.Width:][:p.Width]) {
					t.Fatalf("%s: plane %d, row %d differs", name, i, row)
				}
			}
		}
	}
	if same < 10 {
		t.Errorf("the library decodes %d", same)
	}
}

// TestFlat: a block without frequencies has the samples of the whole transform.
func TestFlat(t *testing.T) {
	for mean := int32(-1<<13 + 1); mean < 1<<13; mean++ {
		b := block{mean}
		idct(&b)
		var out [64]uint8
		flat(mean, out[:], 8)
		for i, v := range b {
			if got := uint8(min(max(v, -128), 127) + 128); got != out[i] {
				t.Fatalf("mean %d: %d, want %d", mean, out[i], got)
			}
		}
	}
}

// TestIncomplete: a file that ends early, or whose middle or end is zeros, is incomplete; one that lacks only its end mark,
// or has bytes behind it, is whole; a flat lower half is a picture.
func TestIncomplete(t *testing.T) {
	m := image.NewRGBA(image.Rect(0, 0, 200, 300))
	for y := range 300 {
		for x := range 200 {
			c := color.RGBA{uint8(x * y), uint8(x*7 ^ y*3), uint8(y), 255}
			if y >= 150 {
				c = color.RGBA{255, 255, 255, 255}
			}
			m.SetRGBA(x, y, c)
		}
	}
	var b bytes.Buffer
	if err := stdjpeg.Encode(&b, m, nil); err != nil {
		t.Fatal(err)
	}
	poster, _ := os.ReadFile("testdata/poster-progressive-restarts.jpg")
	zeros := func(data []byte, from, to int) []byte {
		data = bytes.Clone(data)
		clear(data[from:to])
		return data
	}
	for name, data := range map[string][]byte{"white below": b.Bytes(), "progressive": poster} {
		n := len(data)
		for _, c := range []struct {
			title string
			data  []byte
			want  error
		}{
			{"whole", data, nil},
			{"no end mark", data[:n-2], nil},
			{"a trailer", append(bytes.Clone(data), "Samsung trailer"...), nil},
			{"a second picture", append(bytes.Clone(data), data...), nil},
			{"half", data[:n/2], ErrIncomplete},
			{"half, then zeros", zeros(data, n/2, n), ErrIncomplete},
			{"zeros in the middle", zeros(data, n/3, n/3+1200), ErrIncomplete},
			{"zeros and an end mark", zeros(data, n/2, n-2), ErrIncomplete},
		} {
			f, err := Open(c.data)
			if err == nil {
				err = f.Check()
			}
			if err != c.want {
				t.Errorf("%s, %s: %v, want %v", name, c.title, err, c.want)
			}
		}
	}
}

// FuzzDecode: any bytes give rows of the planes' sizes, or an error.
func FuzzDecode(f *testing.F) {
	for _, data := range files(f) {
		f.Add(data, uint8(8))
		f.Add(data, uint8(2))
	}
	f.Fuzz(func(t *testing.T, data []byte, size uint8) {
		if len(data) < 2 || size < 1 || size > 8 {
			return
		}
		p, err := Open(data)
		if err != nil || p.Work+p.Width*p.Height > 1<<22 {
			return
		}
		next := make([]int, len(p.Planes))
		err = p.Decode(int(size), func(plane, y int, samples []uint8) {
			if y != next[plane] || len(samples) != Span(p.Planes[plane].Width, int(size)) {
				t.Fatalf("plane %d: row %d of %d samples", plane, y, len(samples))
			}
			next[plane]++
		})
		for i, n := range next {
			if want := Span(p.Planes[i].Height, int(size)); err == nil && n != want {
				t.Errorf("plane %d: %d rows, want %d", i, n, want)
			}
		}
	})
}
