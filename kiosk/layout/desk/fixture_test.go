package desk_test

import (
	"bytes"
	"flag"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"testing"
	"time"

	"gongkai/content"
	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/diag"
	"gongkai/kiosk/layout/desk"
	"gongkai/kiosk/paint"
	"gongkai/kiosk/session"
	"gongkai/kiosk/typeset"
)

var update = flag.Bool("update", false, "rewrite the golden pictures")

// morning is the time on the design's clock.
var morning = time.Date(2026, 3, 12, 9, 41, 0, 0, time.FixedZone("CST", 8*3600))

// kiosk returns a kiosk with the shipped items and some notices, on an item.
func kiosk(t *testing.T, notices ...catalogue.File) session.State {
	t.Helper()
	var files []catalogue.File
	dir, err := content.FS.ReadDir("items")
	if err != nil {
		t.Fatal(err)
	}
	read := func(path string) {
		data, err := content.FS.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, catalogue.File{Path: path, Data: data})
	}
	read("kiosk.toml")
	for _, e := range dir {
		read("items/" + e.Name())
	}
	c, _ := catalogue.Parse(append(files, notices...))
	st := session.Step(session.Start(morning, true), morning, session.Content{Catalogue: c})
	st = session.Step(st, morning, session.Open{Screen: session.Screen{Kind: session.Item, Number: 12}})
	st.Motion = session.Motion{}
	return st
}

// notice returns a notice's file.
func notice(name, title, more string) catalogue.File {
	return catalogue.File{Path: "notices/" + name + ".toml", Data: []byte("title = \"" + title + "\"\ndate = 2026-03-12\nbody = \"示例\"\n" + more)}
}

// designed are the problems on the design's picture.
func designed() []diag.Problem {
	return []diag.Problem{
		{File: "notices/示例-春季健身.toml", Line: 4, Message: "不认识的名称“titel”", Fix: "改成“title”"},
		{File: "notices/示例-图书角.toml", Line: 7, Message: "“images/角落.jpg”不在内容文件夹里", Fix: "把图片放进 images，或删去这一行"},
		{File: "items/12-社区治理服务.toml", Line: 5, Severity: diag.Warning, Message: "公开内容里有一个单独的“》”，像是公开依据混了进来", Fix: "核对原表；显示时照原样"},
		{File: "items/12-社区治理服务.toml", Severity: diag.Warning, Message: "没有公开依据", Fix: "补上“basis”，或保持空白"},
		{File: "items/06-残疾人补贴.toml", Severity: diag.Warning, Message: "更新已满一年（示例）", Fix: "核对后改“reviewed”的日期"},
	}
}

// state returns the state on the design's picture.
func state() desk.State {
	return desk.State{Found: desk.Found{Name: "内容文件夹", Items: 14, Notices: 5, Revision: "3f9a2c71", Held: true, Problems: designed()}, Chosen: 3}
}

var upright, wide = image.Pt(1080, 1920), image.Pt(1920, 1080)

// usual returns the design's window.
func usual(t *testing.T) desk.View {
	t.Helper()
	return desk.View{State: state(), Kiosk: kiosk(t), Size: upright, Scale: 1}
}

func layout(v desk.View, window image.Point) desk.Page { return desk.Layout(v, window, typeset.New()) }

// golden compares a page with its picture in testdata.
func golden(t *testing.T, name string, p desk.Page) {
	t.Helper()
	m := paint.New(32<<20).Screen(p.Size, p.Placed())
	var got bytes.Buffer
	if err := paint.WritePNG(&got, m); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join("testdata", name+".png")
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, got.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	want, err := png.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	if w, ok := want.(*image.RGBA); !ok || w.Rect != m.Rect || !bytes.Equal(w.Pix, m.Pix) {
		out := filepath.Join(t.ArtifactDir(), name+".png")
		os.WriteFile(out, got.Bytes(), 0o644)
		t.Errorf("%s differs from the golden picture; it is in %s", name, out)
	}
}

// box returns the n-th box of a name, in whole px.
func box(t *testing.T, p desk.Page, name string, n int) image.Rectangle {
	t.Helper()
	for _, b := range p.Boxes {
		if b.Name == name {
			if n == 0 {
				return image.Rect(b.Rect.Min.X.Round(), b.Rect.Min.Y.Round(), b.Rect.Max.X.Round(), b.Rect.Max.Y.Round())
			}
			n--
		}
	}
	t.Fatalf("no such box: %s", name)
	return image.Rectangle{}
}
