package pdf

import (
	"image"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"gongkai/kiosk/motion"
	"gongkai/kiosk/paint"
)

// TestPoppler: another program finds the fonts embedded, the characters, and a picture like the painter's.
func TestPoppler(t *testing.T) {
	if _, err := exec.LookPath("pdftoppm"); err != nil {
		t.Skip("needs Debian's poppler-utils")
	}
	all := pages(t)
	file := filepath.Join(t.TempDir(), "a.pdf")
	if err := os.WriteFile(file, document(t, all), 0o644); err != nil {
		t.Fatal(err)
	}
	ask := func(tool string, args ...string) string {
		out, err := exec.Command(tool, args...).CombinedOutput()
		if err != nil || strings.Contains(string(out), "Error") {
			t.Fatalf("%s: %v\n%s", tool, err, out)
		}
		return string(out)
	}
	for _, row := range strings.Split(strings.TrimSpace(ask("pdffonts", file)), "\n")[2:] {
		if !strings.Contains(row, "CID Type 0C") || !strings.Contains(row, "yes yes yes") {
			t.Errorf("not embedded, or without characters: %s", row)
		}
	}
	text := ask("pdftotext", file, "-")
	for _, want := range []string{"残疾人补贴", "城镇非职工居民独生子女保健费发放", "存到手机", "镕𪚥", "☑"} {
		if !strings.Contains(bare(text), want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
	if tree := strings.Join(strings.Fields(ask("pdfinfo", "-struct-text", file)), " "); !strings.Contains(tree, `H1 (block) "残疾人补贴"`) || !strings.Contains(tree, `P (block) "3月12日 星期四"`) {
		t.Errorf("the structure is\n%s", tree)
	}
	prefix := filepath.Join(t.TempDir(), "p")
	ask("pdftoppm", "-r", "96", "-png", file, prefix)
	painter := paint.New(1 << 20)
	for i, p := range all {
		f, err := os.Open(prefix + "-" + string(rune('1'+i)) + ".png")
		if err != nil {
			t.Fatal(err)
		}
		got, err := png.Decode(f)
		f.Close()
		if err != nil || got.Bounds().Size() != p.Size {
			t.Fatalf("page %d: %v, %v", i, got.Bounds(), err)
		}
		if share := unlike(got, painter.Screen(p.Size, motion.Compose(motion.Scene{Page: p}))); share > 0.015 {
			t.Errorf("page %d: %.2f %% of the picture differ", i, 100*share)
		}
	}
}

// unlike returns the share of the pixels that differ by more than a third of the range: more than the edges of type do that
// are smoothed in another way.
func unlike(a image.Image, b *image.RGBA) float64 {
	n := 0
	for y := range b.Rect.Dy() {
		for x := range b.Rect.Dx() {
			r, g, bl, _ := a.At(x, y).RGBA()
			c := b.RGBAAt(x, y)
			if far(r, c.R) || far(g, c.G) || far(bl, c.B) {
				n++
			}
		}
	}
	return float64(n) / float64(b.Rect.Dx()*b.Rect.Dy())
}

// far reports whether a value of 16 bits and one of 8 differ much.
func far(a uint32, b uint8) bool {
	d := int(a>>8) - int(b)
	return d > 85 || d < -85
}
