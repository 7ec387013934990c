package png

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"image"
	"image/color"
	stdpng "image/png"
	"math/rand"
	"testing"
)

// part returns a chunk.
func part(name string, body []byte) []byte {
	b := binary.BigEndian.AppendUint32(nil, uint32(len(body)))
	b = append(append(b, name...), body...)
	return binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE(b[4:]))
}

const signature = "\x89PNG\r\n\x1a\n"

// made returns a file of random rows with random filters.
func made(r *rand.Rand, w, h, depth, kind int, interlaced bool, chunks ...[]byte) []byte {
	head := binary.BigEndian.AppendUint32(nil, uint32(w))
	head = append(binary.BigEndian.AppendUint32(head, uint32(h)), byte(depth), byte(kind), 0, 0, 0)
	passes := [][4]int{{0, 0, 1, 1}}
	if interlaced {
		head[12] = 1
		passes = [][4]int{{0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}}
	}
	var rows bytes.Buffer
	z := zlib.NewWriter(&rows)
	for _, p := range passes {
		pw, ph := (w-p[0]+p[2]-1)/p[2], (h-p[1]+p[3]-1)/p[3]
		if pw <= 0 || ph <= 0 {
			continue
		}
		line := make([]byte, (pw*depth*(&File{Kind: kind}).channels()+7)/8)
		for range ph {
			r.Read(line)
			z.Write([]byte{byte(r.Intn(5))})
			z.Write(line)
		}
	}
	z.Close()
	file := append([]byte(signature), part("IHDR", head)...)
	for _, c := range chunks {
		file = append(file, c...)
	}
	data := rows.Bytes()
	file = append(file, part("IDAT", data[:len(data)/2])...)
	file = append(file, part("IDAT", data[len(data)/2:])...)
	return append(file, part("IEND", nil)...)
}

// kinds calls f with a file of each colour type and depth, with and without transparency and interlacing.
func kinds(f func(title string, data []byte)) {
	r := rand.New(rand.NewSource(1))
	for kind, depths := range map[int][]int{grey: {1, 2, 4, 8, 16}, colour: {8, 16}, palette: {1, 2, 4, 8}, grey | alpha: {8, 16}, colour | alpha: {8, 16}} {
		for _, depth := range depths {
			for _, interlaced := range []bool{false, true} {
				for _, clear := range []bool{false, true} {
					var chunks [][]byte
					if kind == palette {
						table := make([]byte, 3*min(200, 1<<depth)) // of eight bits, some are beyond its end
						r.Read(table)
						chunks = append(chunks, part("PLTE", table))
					}
					switch {
					case !clear:
					case kind == grey:
						chunks = append(chunks, part("tRNS", []byte{0, 1}))
					case kind == colour:
						chunks = append(chunks, part("tRNS", []byte{0, 1, 0, 2, 0, 3}))
					case kind == palette:
						chunks = append(chunks, part("tRNS", []byte{128, 7}))
					}
					for _, size := range []image.Point{{1, 1}, {3, 2}, {37, 29}} {
						f(fmt.Sprintf("type %d, %d bits, interlaced %v, clear %v, %v", kind, depth, interlaced, clear, size), made(r, size.X, size.Y, depth, kind, interlaced, chunks...))
					}
				}
			}
		}
	}
}

// decoded returns all rows of a file.
func decoded(t testing.TB, data []byte, step int) (f *File, pix []uint8) {
	f, err := Open(data)
	if err == nil {
		err = f.Decode(step, func(row []uint8) { pix = append(pix, row...) })
	}
	if err != nil {
		t.Fatal(err)
	}
	return f, pix
}

// TestLikeTheLibrary: all colour types have the px of Go's library.
func TestLikeTheLibrary(t *testing.T) {
	files := 0
	kinds(func(title string, data []byte) {
		want, err := stdpng.Decode(bytes.NewReader(data))
		if err != nil {
			t.Fatalf("%s: %v", title, err)
		}
		files++
		f, pix := decoded(t, data, 1)
		for y := range f.Height {
			for x := range f.Width {
				w := color.RGBA64Model.Convert(want.At(x, y)).(color.RGBA64)
				got := pix[(y*f.Width+x)*f.Channels():][:f.Channels()]
				all := [4]uint8{got[0], got[0], got[0], 255}
				if len(got) == 4 {
					all = [4]uint8(got)
				}
				for i, v := range [4]uint16{w.R, w.G, w.B, w.A} {
					if d := int(all[i]) - int(v>>8); d < -1 || d > 1 || d != 0 && w.A == 0xffff {
						t.Fatalf("%s: px %d, %d is %v, want %v", title, x, y, all, w)
					}
				}
			}
		}
	})
	if files != 15*2*2*3 {
		t.Errorf("%d files", files)
	}
}

// TestStep: an interlaced picture at every second or fourth px holds those px.
func TestStep(t *testing.T) {
	data := made(rand.New(rand.NewSource(2)), 37, 29, 8, colour|alpha, true)
	f, whole := decoded(t, data, 1)
	for _, step := range []int{2, 4} {
		_, pix := decoded(t, data, step)
		w, h := f.Size(step)
		if len(pix) != 4*w*h {
			t.Fatalf("%d bytes for %dx%d", len(pix), w, h)
		}
		for y := range h {
			for x := range w {
				if got, want := pix[4*(y*w+x):][:4], whole[4*(y*step*f.Width+x*step):][:4]; !bytes.Equal(got, want) {
					t.Fatalf("step %d at %d, %d: %v, want %v", step, x, y, got, want)
				}
			}
		}
	}
	if f.Step(f.Memory(1)) != 1 || f.Step(f.Memory(1)-1) != 2 || f.Step(f.Memory(4)) != 4 || f.Step(1000) != 0 {
		t.Error("the step doesn't follow from the memory")
	}
}

// TestDamage: what of a file may be missing or wrong.
func TestDamage(t *testing.T) {
	text := part("tEXt", []byte("Comment\x00hello"))
	data := made(rand.New(rand.NewSource(3)), 20, 10, 8, colour, false, text)
	at := bytes.Index(data, []byte("tEXt"))
	change := func(at int, to string) []byte {
		b := bytes.Clone(data)
		copy(b[at:], to)
		return b
	}
	idat := bytes.Index(data, []byte("IDAT"))
	for _, c := range []struct {
		title string
		data  []byte
		want  error
	}{
		{"whole", data, nil},
		{"a wrong checksum of text", change(at+4, "c"), nil},
		{"bytes behind the end", append(bytes.Clone(data), "trailer"...), nil},
		{"no end", data[:len(data)-12], nil},
		{"half an end", data[:len(data)-3], nil},
		{"a cut checksum of the data", data[:len(data)-13], ErrIncomplete},
		{"half", data[:len(data)/2], ErrIncomplete},
		{"no data", data[:at-4], ErrIncomplete},
		{"changed data", change(idat+20, "xyz"), ErrTorn},
		{"zeros in the middle", change(at-4, string(make([]byte, 40))), ErrTorn},
		{"zeros at the end", change(len(data)-40, string(make([]byte, 40))), ErrTorn},
		{"no header", append([]byte(signature), text...), errBroken},
		{"no palette", made(rand.New(rand.NewSource(3)), 2, 2, 8, palette, false), errBroken},
		{"5 bits", made(rand.New(rand.NewSource(3)), 2, 2, 5, grey, false), errBroken},
		{"an unknown critical chunk", made(rand.New(rand.NewSource(3)), 2, 2, 8, grey, false, part("ABCD", nil)), errBroken},
	} {
		f, err := Open(c.data)
		if err == nil {
			err = f.Check()
		}
		if err != c.want {
			t.Errorf("%s: %v, want %v", c.title, err, c.want)
		}
	}
}

func FuzzOpen(f *testing.F) {
	kinds(func(title string, data []byte) { f.Add(data) })
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) < 8 {
			return
		}
		p, err := Open(data)
		if err != nil || p.Width > 1<<12 || p.Height > 1<<12 {
			return
		}
		rows, step := 0, max(p.Step(1<<26), 1)
		width, height := p.Size(step)
		if err = p.Decode(step, func(pix []uint8) {
			if rows++; len(pix) != width*p.Channels() && (p.Interlaced || step == 1) {
				t.Fatalf("a row of %d bytes, %d px", len(pix), width)
			}
		}); err == nil && rows != height {
			t.Errorf("%d rows, want %d", rows, height)
		}
	})
}
