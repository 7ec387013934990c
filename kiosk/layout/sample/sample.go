package sample

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/search"
	"gongkai/kiosk/session"
)

// Noon is the moment of the design's pictures.
var Noon = time.Date(2026, 3, 12, 9, 41, 0, 0, time.FixedZone("CST", 8*3600))

// Shipped returns the files of the shipped catalogue.
func Shipped(t testing.TB) []catalogue.File {
	t.Helper()
	var files []catalogue.File
	for _, pattern := range []string{"kiosk.toml", "items/*.toml"} {
		names, err := filepath.Glob(filepath.Join("../../content", pattern))
		if err != nil || len(names) == 0 {
			t.Fatalf("no shipped files %s: %v", pattern, err)
		}
		for _, name := range names {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			path, _ := filepath.Rel("../../content", name)
			files = append(files, catalogue.File{Path: filepath.ToSlash(path), Data: data})
		}
	}
	return files
}

// Item returns the file of a row that is plainly a sample; extra is added as TOML.
func Item(n int, category, title, extra string) catalogue.File {
	text := fmt.Sprintf("number = %d\ncategory = %q\ncontent = \"示例文字\"\nbasis = \"《示例》\"\n", n, category)
	if title != "" {
		text += fmt.Sprintf("title = %q\n", title)
	}
	return catalogue.File{Path: fmt.Sprintf("items/s%04d.toml", n), Data: []byte(text + extra)}
}

// Parse returns the catalogue of files.
func Parse(t testing.TB, files []catalogue.File) *catalogue.Catalogue {
	t.Helper()
	c, problems := catalogue.Parse(files)
	if c == nil {
		t.Fatalf("no catalogue: %v", problems)
	}
	return c
}

// Rows returns the shipped catalogue with sample rows up to n, dealt over its categories
// as the design's mock deals them.
func Rows(t testing.TB, n int) *catalogue.Catalogue {
	t.Helper()
	names := []string{"组织机构", "工作动态", "党建工作服务", "生育", "助残", "社会救助", "就业", "司法调解服务", "教文体服务", "社区治理服务", "公共安全服务", "公共卫生服务"}
	files := Shipped(t)
	for i := 15; i <= n; i++ {
		files = append(files, Item(i, names[i*7%len(names)], fmt.Sprintf("示例事项%d", i), ""))
	}
	return Parse(t, files)
}

// Only returns a catalogue of sample rows alone, dealt over as many categories.
func Only(t testing.TB, n, categories int) *catalogue.Catalogue {
	t.Helper()
	files := []catalogue.File{{Path: "kiosk.toml", Data: []byte("centre = \"示例社区\"\ncatalogue = \"政务公开事项标准目录\"\n")}}
	for i := range n {
		files = append(files, Item(i+1, fmt.Sprintf("示例类别%d", i%categories+1), fmt.Sprintf("示例事项%d", i+1), ""))
	}
	return Parse(t, files)
}

// Nine returns the shipped catalogue with nine rows of 生育.
func Nine(t testing.TB) *catalogue.Catalogue {
	t.Helper()
	files := Shipped(t)
	for i := 15; i <= 20; i++ {
		files = append(files, Item(i, "生育", fmt.Sprintf("示例事项%d", i), ""))
	}
	return Parse(t, files)
}

// At returns the state of a screen at the moment of the design's pictures.
func At(c *catalogue.Catalogue, s session.Screen) session.State {
	return session.State{Catalogue: c, Index: search.New(c), Now: Noon, Clock: true, View: session.View{Screen: s}}
}

// Contact is the [contact] of the design's pictures.
const Contact = `
[contact]
desk = "一楼大厅　3号窗口"
phone = "0355-0000000"
hours = "星期一至星期五　8:30—12:00　14:30—18:00"
address = "朝阳社区党群服务中心"
`

// Contacted returns files whose kiosk.toml has the contact of the design's pictures.
func Contacted(files []catalogue.File) []catalogue.File {
	files = slices.Clone(files)
	for i, f := range files {
		if f.Path == "kiosk.toml" {
			files[i].Data = slices.Concat(f.Data, []byte(Contact))
		}
	}
	return files
}
