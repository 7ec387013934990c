package picture

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// patches returns the picture that testdata holds in many formats.
func patches() *image.NRGBA {
	m := image.NewNRGBA(image.Rect(0, 0, 24, 16))
	for y := range 16 {
		for x := range 24 {
			m.Set(x, y, patchColours[y/8*2+x/12])
		}
	}
	return m
}

// Frame markers.
const (
	sof0 = 0xc0
	sof2 = 0xc2 // progressive
)

var patchColours = [4]color.RGBA{{200, 30, 60, 255}, {20, 160, 60, 255}, {30, 60, 200, 255}, {240, 220, 120, 255}}

func pngOf(t testing.TB, m image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func jpegOf(t testing.TB, m image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, &jpeg.Options{Quality: 95}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// animated turns a PNG into an APNG with that default picture, by chunks that other readers skip.
func animated(data []byte) []byte {
	part := func(name, body string) []byte {
		b := binary.BigEndian.AppendUint32(nil, uint32(len(body)))
		b = append(b, name+body...)
		return binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE(b[4:]))
	}
	control := append(part("acTL", "\x00\x00\x00\x02\x00\x00\x00\x00"),
		part("fcTL", "\x00\x00\x00\x00\x00\x00\x00\x18\x00\x00\x00\x10"+strings.Repeat("\x00", 14))...)
	const header = 8 + 12 + 13
	return slices.Insert(slices.Clone(data), header, control...)
}

// TestFormats: each format, animated ones as their first picture, has the original colours.
func TestFormats(t *testing.T) {
	files := map[string][]byte{"made.png": pngOf(t, patches()), "made.jpg": jpegOf(t, patches()), "animated.png": animated(pngOf(t, patches()))}
	for _, pattern := range []string{"testdata/*.png", "testdata/*.jpg", "testdata/*.webp"} {
		names, _ := filepath.Glob(pattern)
		for _, name := range names {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			files[filepath.Base(name)] = data
		}
	}
	if len(files) != 14 {
		t.Fatalf("%d files", len(files))
	}
	for name, data := range files {
		info, fault := Check(data)
		if fault != nil || info != (Info{24, 16, 1}) {
			t.Errorf("%s: %v, fault %v", name, info, fault)
			continue
		}
		m, fault := Decode(data, 1, image.Pt(24, 16))
		if fault != nil {
			t.Errorf("%s: %v", name, fault)
			continue
		}
		for i, want := range patchColours {
			got := m.RGBAAt(6+i%2*12, 4+i/2*8)
			switch name {
			case "gray.jpg":
				y := uint8((int(want.R)*21 + int(want.G)*72 + int(want.B)*7) / 100) // ImageMagick's formula
				want = color.RGBA{y, y, y, 255}
			case "alpha.webp", "animated-lossless.webp":
				want = color.RGBA{want.R / 2, want.G / 2, want.B / 2, 128}
			}
			if !near(got, want, 12) {
				t.Errorf("%s: patch %d is %v, want %v", name, i, got, want)
			}
		}
	}
}

func near(a, b color.RGBA, off int) bool {
	for _, d := range []int{int(a.R) - int(b.R), int(a.G) - int(b.G), int(a.B) - int(b.B), int(a.A) - int(b.A)} {
		if d < -off || d > off {
			return false
		}
	}
	return true
}

// withOrientation adds EXIF to a JPEG.
func withOrientation(data []byte, order binary.AppendByteOrder, value uint16) []byte {
	mark := "II"
	if order.String() == "BigEndian" {
		mark = "MM"
	}
	tiff := order.AppendUint32(order.AppendUint16([]byte(mark), 42), 8)
	tiff = order.AppendUint16(tiff, 2)
	for _, e := range [][3]uint16{{0x010f, 2, 0}, {0x0112, 3, value}} { // the maker, then the orientation
		tiff = order.AppendUint16(order.AppendUint16(tiff, e[0]), e[1])
		tiff = append(order.AppendUint16(order.AppendUint32(tiff, 1), e[2]), 0, 0)
	}
	segment := binary.BigEndian.AppendUint16([]byte("\xff\xe1"), uint16(2+6+len(tiff)))
	return slices.Insert(slices.Clone(data), 2, append(append(segment, "Exif\x00\x00"...), tiff...)...)
}

// TestOrientation: the four patches as seen, row by row, by EXIF's table.
func TestOrientation(t *testing.T) {
	const r, g, b, y = 0, 1, 2, 3
	for i, want := range [][4]int{{r, g, b, y}, {g, r, y, b}, {y, b, g, r}, {b, y, r, g}, {r, b, g, y}, {b, r, y, g}, {y, g, b, r}, {g, y, r, b}} {
		for _, order := range []binary.AppendByteOrder{binary.LittleEndian, binary.BigEndian} {
			data := withOrientation(jpegOf(t, patches()), order, uint16(i+1))
			info, fault := Read(data)
			size := image.Pt(24, 16)
			if i >= 4 {
				size = image.Pt(16, 24)
			}
			if fault != nil || info != (Info{size.X, size.Y, uint8(i + 1)}) {
				t.Fatalf("orientation %d: %v, fault %v", i+1, info, fault)
			}
			m, fault := Decode(data, info.Orientation, size)
			if fault != nil || m.Rect.Size() != size {
				t.Fatalf("orientation %d: %v", i+1, fault)
			}
			for j, c := range want {
				if got := m.RGBAAt(size.X/4+j%2*size.X/2, size.Y/4+j/2*size.Y/2); !near(got, patchColours[c], 8) {
					t.Errorf("orientation %d: patch %d is %v, want %v", i+1, j, got, patchColours[c])
				}
			}
		}
	}
	for name, exif := range map[string]string{"none": "", "cut": "II*\x00\x08\x00\x00\x00", "far": "II*\x00\xff\xff\xff\xff", "nine": "II*\x00\x08\x00\x00\x00\x01\x00\x12\x01\x03\x00\x01\x00\x00\x00\x09\x00\x00\x00"} {
		if got := orientationOf([]byte(exif)); got != 0 {
			t.Errorf("%s: %d", name, got)
		}
	}
}

// huge returns a PNG whose header claims a size, without that picture.
func huge(t *testing.T, w, h uint32) []byte {
	data := pngOf(t, patches())
	binary.BigEndian.PutUint32(data[16:], w)
	binary.BigEndian.PutUint32(data[20:], h)
	binary.BigEndian.PutUint32(data[29:], crc32.ChecksumIEEE(data[12:29]))
	return data
}

// framed returns a JPEG whose frame header claims a size and a coding, without data.
func framed(w, h uint16, marker byte, sampling ...byte) []byte {
	b := []byte{0xff, 0xd8, 0xff, marker, 0, byte(8 + 3*len(sampling)), 8, byte(h >> 8), byte(h), byte(w >> 8), byte(w), byte(len(sampling))}
	for i, s := range sampling {
		b = append(b, byte(i+1), s, 0)
	}
	return append(b, 0xff, 0xda, 0, 2, 0xff, 0xd9)
}

// checkRead checks the message of Read's fault, "" if it has none.
func checkRead(t *testing.T, title string, data []byte, want string) {
	t.Helper()
	_, fault := Read(data)
	got := ""
	if fault != nil {
		got = fault.Message
	}
	if got != want || fault != nil && fault.Fix == "" {
		t.Errorf("%s: %q, want %q", title, got, want)
	}
}

// TestMemory: a picture that takes too much memory is refused by its header.
func TestMemory(t *testing.T) {
	deep := func(w, h uint32, depth, interlace byte) []byte {
		data := huge(t, w, h)
		data[24], data[28] = depth, interlace
		binary.BigEndian.PutUint32(data[29:], crc32.ChecksumIEEE(data[12:29]))
		return data
	}
	for _, c := range []struct {
		title string
		data  []byte
		want  string
	}{
		{"16 bits", deep(12_000, 10_000, 16, 0), ""},
		{"interlaced", deep(12_000, 10_000, 8, 1), ""},
		{"a photograph", framed(12_000, 9_000, sof0, 0x22, 0x11, 0x11), ""},
		{"progressive", framed(12_000, 9_000, sof2, 0x22, 0x11, 0x11), ""},
		{"progressive, all colours", framed(12_000, 10_000, sof2, 0x11, 0x11, 0x11), ""},
		{"progressive, four inks", framed(12_000, 10_000, sof2, 0x11, 0x11, 0x11, 0x11), ""},
		{"CMYK", framed(12_000, 10_000, sof0, 0x11, 0x11, 0x11, 0x11), ""},
		{"WebP", webpOf(8_000, 10_000, "VP8 "), "解开后太大：8000×10000 像素要 121 MB 内存，超过 117 MB"},
		{"WebP at the bound", webpOf(7_800, 10_000, "VP8 "), ""},
		{"lossless WebP", webpOf(6_000, 5_000, "VP8L"), "解开后太大：6000×5000 像素要 120 MB 内存，超过 117 MB"},
		{"lossless WebP at the bound", webpOf(5_800, 5_000, "VP8L"), ""},
		{"GIF", gifOf(12_000, 9_900), "解开后太大：12000×9900 像素要 119 MB 内存，超过 117 MB"},
		{"GIF at the bound", gifOf(12_000, 9_700), ""},
		{"TIFF", tiffOf(6_000, 5_000, 5), "解开后太大：6000×5000 像素要 121 MB 内存，超过 117 MB"},
		{"TIFF at the bound", tiffOf(5_800, 5_000, 5), ""},
		{"a TIFF in one strip", tiffOf(3_200, 3_000, 3_000), "解开后太大：3200×3000 像素要 125 MB 内存，超过 117 MB"},
	} {
		checkRead(t, c.title, c.data, c.want)
		if c.want == "" {
			continue
		}
		if _, fault := Decode(c.data, 1, image.Pt(4, 4)); fault == nil || fault.Message != c.want {
			t.Errorf("%s: decoded: %v", c.title, fault)
		}
	}
}

// webpOf returns a WebP whose picture claims a size, without that picture.
func webpOf(w, h int, name string) []byte {
	body := []byte{0, 0, 0, 0x9d, 0x01, 0x2a, byte(w), byte(w >> 8), byte(h), byte(h >> 8)}
	if name == "VP8L" {
		body = append(binary.LittleEndian.AppendUint32([]byte{0x2f}, uint32(w-1|(h-1)<<14)), 0)
	}
	return still(&chunk{name, body}, nil)
}

// tiffOf returns a TIFF of three colours in strips of some rows, without a picture.
func tiffOf(w, h, rows uint32) []byte {
	const short, long = 3, 4
	entries := [][3]uint32{{256, long, w}, {257, long, h}, {258, short, 8}, {259, short, 5}, {262, short, 2}, {277, short, 3}, {278, long, rows}}
	b := binary.LittleEndian.AppendUint16([]byte("II*\x00\x08\x00\x00\x00"), uint16(len(entries)))
	for _, e := range entries {
		count := uint32(1)
		if e[0] == 258 { // bits of each colour, in front of the rows
			count, e[2] = 3, uint32(8+2+12*len(entries)+4)
		}
		b = binary.LittleEndian.AppendUint16(binary.LittleEndian.AppendUint16(b, uint16(e[0])), uint16(e[1]))
		b = binary.LittleEndian.AppendUint32(binary.LittleEndian.AppendUint32(b, count), e[2])
	}
	return append(b, 0, 0, 0, 0, 8, 0, 8, 0, 8, 0)
}

// gifOf returns a GIF whose header claims a size, without a picture.
func gifOf(w, h uint16) []byte {
	return append(binary.LittleEndian.AppendUint16(binary.LittleEndian.AppendUint16([]byte("GIF89a"), w), h), 0, 0, 0)
}

// scanned returns a grey progressive JPEG of a black picture, with a few bytes for each scan.
func scanned(w, h uint16, scans int) []byte {
	table := func(class, symbol byte) []byte { // of one code, 0
		b := make([]byte, 22)
		copy(b, []byte{0xff, 0xc4, 0, 20, class, 1})
		b[21] = symbol
		return b
	}
	quantised := append([]byte("\xff\xdb\x00\x43\x00"), bytes.Repeat([]byte{1}, 64)...)
	frame := framed(w, h, sof2, 0x11)
	file := slices.Concat(frame[:2], quantised, table(0x00, 0x00), table(0x10, 0xe0), frame[2:len(frame)-6])
	blocks := (int(w) + 7) / 8 * ((int(h) + 7) / 8)
	for i := range scans {
		how := byte(0x01) // the first bits of all but a block's mean, then the last ones repeatedly
		if i > 0 {
			how = 0x10
		}
		file = append(file, 0xff, 0xda, 0, 8, 1, 1, 0x00, 1, 63, how)
		file = append(file, runs(blocks)...)
	}
	return append(file, 0xff, 0xd9)
}

// runs encodes n empty blocks: a 0, the code of a run, and 14 ones, for 32767 blocks each.
func runs(n int) (out []byte) {
	var word, bits uint32
	put := func(b uint32) {
		if word, bits = word<<1|b, bits+1; bits == 8 {
			out = append(out, byte(word))
			if byte(word) == 0xff {
				out = append(out, 0)
			}
			word, bits = 0, 0
		}
	}
	for ; n > 0; n -= 1<<15 - 1 {
		put(0)
		for range 14 {
			put(1)
		}
	}
	for bits > 0 {
		put(1)
	}
	return out
}

// TestWork: a picture that takes long to decode is refused by its header, however few bytes it has.
func TestWork(t *testing.T) {
	const slow = "编码太复杂"
	scan := []byte{0xff, 0xda, 0, 12, 3, 1, 0, 2, 0, 3, 0, 0, 63, 0}
	colour := func(w, h uint16, marker byte, sampling byte, scans int) []byte {
		f := framed(w, h, marker, sampling, 0x11, 0x11)
		return slices.Insert(f, len(f)-6, bytes.Repeat(scan, scans)...)
	}
	for _, c := range []struct {
		title string
		data  []byte
		want  string
	}{
		{"200 scans of 40 million px", scanned(6300, 6300, 200), slow},
		{"54 scans of 40 million px", scanned(6300, 6300, 54), ""},
		{"55 scans of 40 million px", scanned(6300, 6300, 55), slow},
		{"hundreds of few px", scanned(800, 600, 1000), ""},
		{"a line of px, each with a block", scanned(1, 65535, 5000), slow},
		{"16 scans of all colours", colour(12_000, 3_600, sof2, 0x11, 16), ""},
		{"17 scans of all colours", colour(12_000, 3_600, sof2, 0x11, 17), slow},
		{"a quarter of the colours, 12 scans", colour(12_000, 6_600, sof2, 0x22, 12), ""},
		{"a photograph", colour(12_000, 9_000, sof0, 0x11, 1), ""},
		{"as libjpeg writes it, without halved colours", colour(12_000, 9_000, sof2, 0x11, 5), ""},
		{"too many px is reported first", colour(11_000, 11_000, sof0, 0x11, 100), "有 11000×11000 像素，超过 12000 万"},
	} {
		checkRead(t, c.title, c.data, c.want)
	}
	if info, fault := Check(scanned(80, 60, 30)); fault != nil || info != (Info{80, 60, 1}) {
		t.Errorf("a small one: %v, %v", info, fault)
	}
}

// TestFaults: the messages for staff, found before decoding except for the last ones.
func TestFaults(t *testing.T) {
	whole, photo := pngOf(t, patches()), jpegOf(t, patches())
	webp, err := os.ReadFile("testdata/lossy.webp")
	if err != nil {
		t.Fatal(err)
	}
	mixed := slices.Clone(whole)
	copy(mixed[len(mixed)/2:], "bytes of another file")
	for _, c := range []struct {
		title string
		data  []byte
		want  string
	}{
		{"nothing", nil, empty.Message},
		{"too many bytes", make([]byte, MaxBytes+1), "超过 32 MiB"},
		{"too many px", huge(t, 12_000, 10_001), "有 12000×10001 像素，超过 12000 万"},
		{"px at the bound", huge(t, 12_000, 10_000), ""},
		{"a size that overflows", huge(t, 1<<31-1, 1<<31-1), "有 2147483647×2147483647 像素，超过 12000 万"},
		{"half a PNG", whole[:len(whole)/2], truncated.Message},
		{"a PNG copied over another", mixed, torn.Message},
		{"a PNG with a spoilt end", append(whole[:len(whole)-1:len(whole)-1], 0), torn.Message},
		{"half a JPEG", photo[:len(photo)-20], truncated.Message},
		{"half a JPEG, then zeros", append(photo[:len(photo)/2:len(photo)/2], make([]byte, 400)...), truncated.Message},
		{"half a WebP", webp[:len(webp)-2], truncated.Message},
		{"reserved space", make([]byte, 5000), truncated.Message},
		{"a WebP of nothing", []byte("RIFF\x04\x00\x00\x00WEBP"), broken.Message},
		{"GIF", []byte("GIF89a"), truncated.Message},
		{"HEIC", []byte("\x00\x00\x00\x18ftypheic\x00"), "其实是 HEIC，不能显示"},
		{"text", []byte("示例"), "不是图片，或不是 JPEG、PNG、WebP、GIF、BMP、TIFF 格式"},
	} {
		checkRead(t, c.title, c.data, c.want)
	}
	spoilt := slices.Clone(photo)
	copy(spoilt[bytes.Index(spoilt, []byte{0xff, 0xda}):], "\xff\xda\x00\x0c\x03\x07")
	for title, data := range map[string][]byte{"spoilt": spoilt, "empty though large": huge(t, 7000, 7000)} {
		if _, fault := Read(data); fault != nil {
			t.Errorf("%s: Read decodes: %v", title, fault)
		}
		if _, fault := Check(data); fault == nil {
			t.Errorf("%s: %v", title, fault)
		}
		if m, fault := Decode(data, 1, image.Pt(4, 4)); m != nil || fault == nil {
			t.Errorf("%s: %v", title, fault)
		}
	}
	if _, fault := Decode(whole, 1, image.Pt(0, 5)); fault == nil {
		t.Error("scaled to nothing")
	}
}

// TestCanvas: if a WebP's container states another size than its picture has, the picture's counts.
func TestCanvas(t *testing.T) {
	data, err := os.ReadFile("testdata/alpha.webp")
	if err != nil {
		t.Fatal(err)
	}
	copy(data[12+8+4:], "\xff\xff\x00\xff\xff\x00") // 65536x65536
	if info, fault := Check(data); fault != nil || info != (Info{24, 16, 1}) {
		t.Errorf("%v, %v", info, fault)
	}
}

// FuzzDecode: any bytes give a picture or a fault, and a picture has the size that Read returned.
func FuzzDecode(f *testing.F) {
	names, _ := filepath.Glob("testdata/*.*")
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Add(withOrientation(jpegOf(f, patches()), binary.LittleEndian, 6))
	f.Add(animated(pngOf(f, patches())))
	f.Add(scanned(80, 60, 30))
	f.Add(flatWebP(40, 30))
	f.Add(sharedStrips(40, 30, 5))
	f.Add(bomb(40, 30, 16, 6, 1, 4, func(w uint32) int { return int(8 * w) }))
	f.Fuzz(func(t *testing.T, data []byte) {
		info, fault := Read(data)
		if fault != nil {
			if fault.Message == "" || fault.Fix == "" {
				t.Errorf("%#v", fault)
			}
			return
		}
		if info.Width < 1 || info.Height < 1 || info.Width*info.Height > maxPixels || info.Orientation < 1 || info.Orientation > 8 {
			t.Fatalf("%+v", info)
		}
		if s, _ := sniff(data); max(info.Width*info.Height, s.work) > 1<<22 {
			t.Skip("within the bounds, but slow")
		}
		size := image.Pt(min(info.Width, 40), min(info.Height, 30))
		m, fault := Decode(data, info.Orientation, size)
		if fault == nil && m.Rect.Size() != size {
			t.Errorf("%v, want %v", m.Rect, size)
		}
		for i := 0; fault == nil && i < len(m.Pix); i += 4 {
			if a := m.Pix[i+3]; max(m.Pix[i], m.Pix[i+1], m.Pix[i+2]) > a {
				t.Fatalf("px %d: %v", i/4, m.Pix[i:i+4])
			}
		}
	})
}
