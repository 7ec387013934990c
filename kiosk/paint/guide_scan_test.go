package paint

import (
	"fmt"
	"image"
	"strings"
	"testing"

	// A second library reads the codes, in place of a phone.
	"github.com/makiuchi-d/gozxing"
	"github.com/makiuchi-d/gozxing/qrcode"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/layout"
	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
	"gongkai/kiosk/typeset"
)

// guided returns the state of an item with a section and a link, all plainly samples.
func guided(t *testing.T, link string, m session.Mode) session.State {
	t.Helper()
	c, problems := catalogue.Parse([]catalogue.File{
		{Path: "kiosk.toml", Data: []byte("centre = \"示例社区\"\ncatalogue = \"示例目录\"\n")},
		{Path: "items/1.toml", Data: fmt.Appendf(nil, "number = 1\ncategory = \"示例\"\ncontent = \"办理流程\"\nlink = %q\n[[guide]]\nheading = \"办理流程\"\nbody = \"1. 示例甲\\n2. 示例乙\"\n", link)},
	})
	if c == nil {
		t.Fatal(problems)
	}
	return session.State{Catalogue: c, View: session.View{Screen: session.Screen{Kind: session.Item, Number: 1}}, Mode: m}
}

// TestLinkIsScanned reads the code of a guide's link from the painted page, at every size, both
// ways round and in high contrast.
func TestLinkIsScanned(t *testing.T) {
	for _, link := range []struct{ short, want string }{
		{"https://example.com/示例", "https://example.com/%E7%A4%BA%E4%BE%8B"},
		{"https://example.com/" + strings.Repeat("a", 180), ""},
		{"https://example.com/" + strings.Repeat("a", 1900), ""},
	} {
		if link.want == "" {
			link.want = link.short
		}
		for _, size := range []image.Point{{540, 960}, {768, 1366}, {1080, 1920}, {1920, 1080}, {1080, 1350}, {2560, 1080}, {2160, 3840}} {
			for _, m := range []session.Mode{{Text: 1}, {Text: 2, Contrast: true}} {
				st := guided(t, link.short, m)
				p := layout.Layout(st, page.ThemeOf(st), size, typeset.New())
				t.Run(fmt.Sprint(len(link.short), size, m), func(t *testing.T) {
					if got := scanPage(t, p); got != link.want {
						t.Errorf("read %q", got)
					}
				})
			}
		}
	}
}

// scanPage paints the layer that has a code, and reads it from the part around the code.
func scanPage(t *testing.T, p *page.Page) string {
	t.Helper()
	for _, l := range p.Layers {
		for _, it := range l.Items {
			c, ok := it.(*page.Code)
			if !ok {
				continue
			}
			pic := image.NewRGBA(c.Ground.Inset(-4 * c.Module))
			New(1<<20).Layer(pic, l, p.Theme, 0)
			return scanned(t, pic)
		}
	}
	t.Fatal("no code")
	return ""
}

// scanned returns the text of the code in a picture.
func scanned(t *testing.T, pic *image.RGBA) string {
	t.Helper()
	bitmap, err := gozxing.NewBinaryBitmapFromImage(pic)
	if err != nil {
		t.Fatal(err)
	}
	result, err := qrcode.NewQRCodeReader().Decode(bitmap, map[gozxing.DecodeHintType]any{gozxing.DecodeHintType_TRY_HARDER: true})
	if err != nil {
		t.Fatalf("not readable: %v", err)
	}
	return result.GetText()
}
