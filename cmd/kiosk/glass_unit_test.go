package main

import (
	"fmt"
	"image"
	"io/fs"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/makiuchi-d/gozxing" // reads codes independently of the program that makes them
	"github.com/makiuchi-d/gozxing/qrcode"

	"gongkai/content"
	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/layout"
	"gongkai/kiosk/motion"
	"gongkai/kiosk/page"
	"gongkai/kiosk/paint"
	"gongkai/kiosk/qr"
	"gongkai/kiosk/session"
	"gongkai/kiosk/typeset"
)

// The codes on the glass are read from their pixels, in place of a phone.

// full returns the shipped catalogue with samples: notices, and on row 4 a guide that takes
// several codes, and a link.
func full(t *testing.T) session.State {
	t.Helper()
	files := []catalogue.File{
		{Path: "notices/a.toml", Data: []byte("title = \"示例公告\"\ndate = 2026-03-10\npinned = true\nbody = \"\"\"\n示例文字：本段用来试验公告的正文。\n示例第二段。\n\"\"\"\n")},
		{Path: "notices/b.toml", Data: []byte("title = \"示例第二条公告标题较长用来换行\"\ndate = 2026-03-02\nbody = \"示例文字\"\n")},
	}
	err := fs.WalkDir(content.FS, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path.Ext(name) != ".toml" {
			return err
		}
		data, err := fs.ReadFile(content.FS, name)
		if strings.HasPrefix(name, "items/04") {
			guide := strings.Repeat("示例文字：本段用来试验很长的办事指南。\n", 45)
			data = append(data, "\nlink = \"https://example.com/示例\"\nupdated = 2026-03-10\n[[guide]]\nheading = \"办理流程\"\nbody = \"\"\"\n"+guide+"\"\"\"\n"...)
		}
		files = append(files, catalogue.File{Path: name, Data: data})
		return err
	})
	c, problems := catalogue.Parse(files)
	if err != nil || c == nil {
		t.Fatal(err, problems)
	}
	return session.Step(session.Start(noon, true), noon, session.Content{Catalogue: c})
}

// lookAt returns a state's page and its picture.
func lookAt(st session.State, size image.Point, set *typeset.Setter, painter *paint.Painter) (*page.Page, *image.RGBA) {
	p := layout.Layout(st, page.ThemeOf(st), size, set)
	return p, picture(p, size, painter)
}

func picture(p *page.Page, size image.Point, painter *paint.Painter) *image.RGBA {
	return painter.Screen(size, motion.Compose(motion.Scene{Page: p, Progress: .5}))
}

// TestTakeawayIsScanned reads every code of the sheet 存到手机 from the painted screen.
func TestTakeawayIsScanned(t *testing.T) {
	st := full(t)
	set, painter := typeset.New(), paint.New(8<<20)
	for _, size := range []image.Point{{540, 960}, {1080, 1920}, {1920, 1080}, {2160, 3840}} {
		for _, contrast := range []bool{false, true} {
			for i := range st.Catalogue.Items {
				it := &st.Catalogue.Items[i]
				if size.X != 540 && it.Number != 4 && it.Number != 6 {
					continue // the same modules, larger
				}
				s := withSheet(still(st, session.Screen{Kind: session.Item, Number: it.Number}), session.Takeaway)
				s.Mode.Contrast = contrast
				for part, want := range qr.Takeaway(st.Catalogue, it, noon) {
					s.Sheet.Part = part
					name := fmt.Sprintf("item %d, part %d, %v, contrast %v", it.Number, part+1, size, contrast)
					p, m := lookAt(s, size, set, painter)
					scan(t, name, p, m, want.Text)
				}
			}
		}
	}
	s := withSheet(still(st, session.Screen{Kind: session.Notice, Notice: "notices/a.toml"}), session.Takeaway)
	p, m := lookAt(s, image.Pt(540, 960), set, painter)
	scan(t, "notice", p, m, qr.NoticeTakeaway(st.Catalogue, &st.Catalogue.Notices[0])[0].Text)
}

// scan reads the code on a page's sheet.
func scan(t *testing.T, name string, p *page.Page, m *image.RGBA, want string) {
	t.Helper()
	i := slices.IndexFunc(p.Layers, func(l *page.Layer) bool { return l.Name == "code" })
	if i < 0 {
		t.Errorf("%s: no code", name)
		return
	}
	bitmap, err := gozxing.NewBinaryBitmapFromImage(m.SubImage(p.Layers[i].Bounds))
	if err != nil {
		t.Fatal(err)
	}
	got, err := qrcode.NewQRCodeReader().Decode(bitmap, map[gozxing.DecodeHintType]any{gozxing.DecodeHintType_TRY_HARDER: true})
	if err != nil {
		t.Errorf("%s: not readable: %v", name, err)
	} else if got.GetText() != want {
		t.Errorf("%s: read\n%s\nwant\n%s", name, got.GetText(), want)
	}
}
