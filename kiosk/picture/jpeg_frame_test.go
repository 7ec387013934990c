package picture

import "testing"

// TestFrame: the memory for each px, and the samples that a scan of all planes visits, by the planes' sampling factors.
func TestFrame(t *testing.T) {
	for _, c := range []struct {
		title       string
		sampling    []byte
		progressive bool
		deep, work  int // for 40x24 px
	}{
		{"grey", []byte{0x11}, false, 1, 40 * 24},
		{"grey, progressive", []byte{0x11}, true, 5, 40 * 24},
		{"grey with a useless factor", []byte{0x22}, false, 1, 3 * 2 * 4 * 64},
		{"full colour", []byte{0x11, 0x11, 0x11}, false, 3, 3 * 40 * 24},
		{"half across", []byte{0x21, 0x11, 0x11}, false, 2, 3 * 3 * 4 * 64},
		{"half across and down", []byte{0x22, 0x11, 0x11}, false, 2, 3 * 2 * 6 * 64},
		{"half across and down, progressive", []byte{0x22, 0x11, 0x11}, true, 8, 3 * 2 * 6 * 64},
		{"four planes", []byte{0x11, 0x11, 0x11, 0x11}, false, 4, 4 * 40 * 24},
		{"a factor of zero", []byte{0x00}, false, 0, 0},
		{"no plane", nil, false, 0, 0},
	} {
		header := framed(40, 24, markerSOF0, c.sampling...)[6:]
		f := frameOf(header[:len(header)-6], c.progressive)
		if f.width != 40 || f.height != 24 || len(f.components) != len(c.sampling) {
			t.Errorf("%s: %+v", c.title, f)
		}
		scan := []byte{byte(len(c.sampling))}
		for i := range c.sampling {
			scan = append(scan, byte(i+1), 0)
		}
		if f.deep() != c.deep || f.work(scan) != c.work {
			t.Errorf("%s: %d bytes a px and %d samples, want %d and %d", c.title, f.deep(), f.work(scan), c.deep, c.work)
		}
	}
	whole := framed(40, 24, markerSOF0, 0x22, 0x11, 0x11)[6:]
	for n := range 6 + 3*3 {
		if f := frameOf(whole[:n], false); len(f.components) > n/3 {
			t.Errorf("%d bytes of a header have %d planes", n, len(f.components))
		}
	}
}
