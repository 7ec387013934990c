package picture

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"flag"
	"hash/crc32"
	"image"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

var update = flag.Bool("update", false, "write testdata/crafted again")

// Pictures that were made to cost much: few bytes, and as many px, scans or strips as a header may claim.

// bomb returns a PNG of zeros, with a filter for each row.
func bomb(w, h uint32, depth, kind, interlace, filter byte, rowBytes func(w uint32) int) []byte {
	var z bytes.Buffer
	zip, _ := zlib.NewWriterLevel(&z, zlib.BestCompression)
	rows := func(w, h uint32) {
		row := make([]byte, 1+rowBytes(w))
		row[0] = filter
		for range h {
			zip.Write(row)
		}
	}
	if interlace == 0 {
		rows(w, h)
	} else {
		for _, p := range [7][4]uint32{{0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}} {
			rows((w-p[0]+p[2]-1)/p[2], (h-p[1]+p[3]-1)/p[3])
		}
	}
	zip.Close()
	header := binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(nil, w), h)
	return pngChunks("IHDR", append(header, depth, kind, 0, 0, interlace), "IDAT", z.Bytes(), "IEND", []byte(nil))
}

// pngChunks returns a PNG of chunks: a name and a body, by turns.
func pngChunks(parts ...any) []byte {
	out := []byte("\x89PNG\r\n\x1a\n")
	for i := 0; i < len(parts); i += 2 {
		name, body := parts[i].(string), parts[i+1].([]byte)
		out = binary.BigEndian.AppendUint32(out, uint32(len(body)))
		at := len(out)
		out = append(append(out, name...), body...)
		out = binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(out[at:]))
	}
	return out
}

// flatWebP returns a lossless WebP each of whose px takes no bit: five codes of one symbol.
func flatWebP(w, h uint32) []byte {
	bits := uint64(w-1) | uint64(h-1)<<14 // no transparency, version 0, no transform, no cache, one group of codes
	body := append(binary.LittleEndian.AppendUint32([]byte{0x2f}, uint32(bits)), 0x88, 0x88, 0x08)
	return still(&chunk{"VP8L", body}, nil)
}

// sharedStrips returns a grey TIFF, of a row each strip, all of which are the same bytes: many that stand for nothing, then the row.
func sharedStrips(w, h uint32, nothing int) []byte {
	const short, long, packBits = 3, 4, 32773
	strip := bytes.Repeat([]byte{0x80}, nothing)
	for left := int(w); left > 0; left -= 128 {
		strip = append(strip, byte(1-min(left, 128)), 0)
	}
	entries := [][4]uint32{{256, long, 1, w}, {257, long, 1, h}, {258, short, 1, 8}, {259, short, 1, packBits}, {262, short, 1, 1}, {273, long, h, 0}, {277, short, 1, 1}, {278, long, 1, 1}, {279, long, h, 0}}
	at := uint32(8 + 2 + 12*len(entries) + 4)
	entries[5][3], entries[8][3] = at+uint32(len(strip)), at+uint32(len(strip))+4*h
	b := binary.LittleEndian.AppendUint16([]byte("II*\x00\x08\x00\x00\x00"), uint16(len(entries)))
	for _, e := range entries {
		b = binary.LittleEndian.AppendUint16(binary.LittleEndian.AppendUint16(b, uint16(e[0])), uint16(e[1]))
		b = binary.LittleEndian.AppendUint32(binary.LittleEndian.AppendUint32(b, e[2]), e[3])
	}
	b = append(append(b, 0, 0, 0, 0), strip...)
	for _, v := range []uint32{at, uint32(len(strip))} {
		for range h {
			b = binary.LittleEndian.AppendUint32(b, v)
		}
	}
	return b
}

// crafted are the files of testdata/crafted, which are shown, in seconds, but for the last one.
func crafted() map[string][]byte {
	deep := func(w uint32) int { return int(2 * w) }
	return map[string][]byte{
		"scans.jpg":      scanned(6300, 6300, 54),
		"deep.png":       bomb(12_000, 10_000, 16, 0, 0, 4, deep),
		"interlaced.png": bomb(12_000, 10_000, 8, 0, 1, 3, func(w uint32) int { return int(w) }),
		"lines.png":      bomb(1, 4_000_000, 16, 6, 0, 2, func(w uint32) int { return int(8 * w) }),
		"flat.webp":      flatWebP(5_400, 5_400),
		"strips.tif":     sharedStrips(100, 20_000, 20_000),
	}
}

// TestCrafted: pictures that were made to cost much either are decoded, or are refused by their headers.
func TestCrafted(t *testing.T) {
	if *update {
		for name, data := range crafted() {
			if err := os.WriteFile(filepath.Join("testdata/crafted", name), data, 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	for name, want := range map[string]string{"scans.jpg": "", "deep.png": "", "interlaced.png": "", "lines.png": "", "flat.webp": "", "strips.tif": "编码太复杂"} {
		data := read(t, filepath.Join("testdata/crafted", name))
		checkRead(t, name, data, want)
		m, fault := Decode(data, 1, image.Pt(40, 30))
		if got := messageOf(fault); got != want || (m == nil) != (want != "") {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
	if _, fault := Decode(sharedStrips(100, 200, 20), 1, image.Pt(40, 30)); fault != nil {
		t.Errorf("strips that share a few bytes: %v", fault)
	}
}

func messageOf(fault *Fault) string {
	if fault == nil {
		return ""
	}
	return fault.Message
}

// TestManyParts: a file of nothing but small parts is read without a record of each.
func TestManyParts(t *testing.T) {
	sound := pngOf(t, patches())
	empty := pngChunks("IDAT", []byte(nil))[8:]
	end := len(sound) - 12
	at := bytes.Index(sound, []byte("IDAT")) - 4
	checkRead(t, "thousands of chunks", slices.Insert(slices.Clone(sound), at, bytes.Repeat(empty, 5000)...), "")
	checkRead(t, "a million chunks", slices.Insert(slices.Clone(sound), end, bytes.Repeat(empty, 1_000_000)...), broken.Message)

	photo := jpegOf(t, patches())
	notes := slices.Insert(slices.Clone(photo), 2, bytes.Repeat([]byte("\xff\xec\x00\x02"), 1_000_000)...)
	s, fault := sniff(notes)
	if fault != nil {
		t.Fatal(fault)
	}
	if _, fault := Check(s.data); fault != nil {
		t.Errorf("a million notes: %v", fault)
	}
}

// TestPanic: a panic of a decoder is its picture's fault.
func TestPanic(t *testing.T) {
	s := sniffed{data: []byte("示例")}
	if fault := s.try(func() error { panic("示例") }); fault != broken {
		t.Errorf("%v", fault)
	}
	if fault := s.try(func() error { return nil }); fault != nil { // its room was given back
		t.Errorf("%v", fault)
	}
}
