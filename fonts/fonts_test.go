package fonts

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"os"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"unsafe"

	"github.com/go-text/typesetting/font/opentype"
	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// em makes sfnt return font units.
const em = fixed.Int26_6(UnitsPerEm)

// eachFace runs a test for each face.
func eachFace(t *testing.T, test func(*testing.T, Face)) {
	for f := range Face(NumFaces) {
		t.Run(f.String(), func(t *testing.T) { test(t, f) })
	}
}

func TestFullName(t *testing.T) {
	want := [NumFaces]string{
		SansRegular: "Noto Sans CJK SC",
		SansMedium:  "Noto Sans CJK SC Medium",
		SansBold:    "Noto Sans CJK SC Bold",
		SerifBold:   "Noto Serif CJK SC Bold",
		SerifBlack:  "Noto Serif CJK SC Black",
	}
	eachFace(t, func(t *testing.T, f Face) {
		got, err := Outlines(f).Name(nil, sfnt.NameIDFull)
		if err != nil || got != want[f] {
			t.Errorf("full name %q, %v; want %q", got, err, want[f])
		}
		licence, err := Outlines(f).Name(nil, sfnt.NameIDLicense)
		if err != nil || !strings.Contains(licence, "SIL Open Font License, Version 1.1") {
			t.Errorf("licence %q, %v; want the OFL's", licence, err)
		}
	})
}

// TestMetrics compares Metrics' constants, which spare layout from opening a face, with the files.
func TestMetrics(t *testing.T) {
	eachFace(t, func(t *testing.T, f Face) {
		if upem := Outlines(f).UnitsPerEm(); upem != UnitsPerEm {
			t.Fatalf("%d units an em; want %d", upem, UnitsPerEm)
		}
		got, err := Outlines(f).Metrics(nil, em, font.HintingNone)
		if err != nil {
			t.Fatal(err)
		}
		ascent, descent := Metrics(f)
		if int(got.Ascent) != ascent || int(got.Descent) != -descent || got.Height != got.Ascent+got.Descent {
			t.Errorf("hhea %d, -%d, height %d; Metrics says %d, %d", got.Ascent, got.Descent, got.Height, ascent, descent)
		}
		if above, below := emBox(t, f); above != 880 || below != -120 {
			t.Errorf("the em box is %d, %d; want 880, -120", above, below)
		}
	})
}

// emBox reads OS/2's sTypoAscender and sTypoDescender.
func emBox(t *testing.T, f Face) (above, below int16) {
	loader, err := opentype.NewLoader(bytes.NewReader(Data(f)))
	if err != nil {
		t.Fatal(err)
	}
	table, err := loader.RawTable(opentype.MustNewTag("OS/2"))
	if err != nil {
		t.Fatal(err)
	}
	return int16(binary.BigEndian.Uint16(table[68:])), int16(binary.BigEndian.Uint16(table[70:]))
}

func TestChecksums(t *testing.T) {
	sums, err := os.ReadFile("SHA256SUMS")
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for f := range Face(numEmbedded) {
		sum := sha256.Sum256(Data(f))
		if bytes.Contains(sums, []byte(hex.EncodeToString(sum[:])+"  ")) {
			found++
		} else {
			t.Errorf("no line of SHA256SUMS has the embedded file's sum %x", sum)
		}
	}
	if lines := bytes.Count(sums, []byte("\n")); lines != found {
		t.Errorf("SHA256SUMS has %d lines for %d faces", lines, found)
	}
}

// TestDataIsReadOnlyFilePages checks that the bytes are read-only pages of the program's file:
// then they cost memory only where they are used.
func TestDataIsReadOnlyFilePages(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("reads /proc/self/maps")
	}
	eachFace(t, func(t *testing.T, f Face) {
		data := Data(f)
		for _, at := range []int{0, len(data) - 1} {
			fields := mapping(t, uintptr(unsafe.Pointer(&data[at])))
			if len(fields) < 6 || fields[1] != "r--p" || !strings.HasPrefix(fields[5], "/") {
				t.Errorf("byte %d lies in %v; want r--p of a file", at, fields)
			}
		}
	})
}

// mapping finds the line of /proc/self/maps that holds an address.
func mapping(t *testing.T, address uintptr) []string {
	maps, err := os.ReadFile("/proc/self/maps")
	if err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(bytes.NewReader(maps))
	for lines.Scan() {
		fields := strings.Fields(lines.Text())
		first, last, _ := strings.Cut(fields[0], "-")
		low, _ := strconv.ParseUint(first, 16, 64)
		high, _ := strconv.ParseUint(last, 16, 64)
		if uint64(address) >= low && uint64(address) < high {
			return fields
		}
	}
	return nil
}
