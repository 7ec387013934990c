package sheet

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"gongkai/content"
	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/toml"
)

// pieces are what random texts are made of: what the cell rule, tables, XML, spreadsheets and TOML treat in their own way.
var pieces = []string{
	"甲", "补贴", "《条例》", "（包括", "等）", "、", "，", "。", "1、", "2. ", "A", "b c", "20", "=", "+", "-", "@", "'", "\"", "\"\"\"", "\\", "\\n", "<", "&", "]]>", "_x000D_", "_x5f_", "#", "〔2012〕45号",
	"𠮷", "é", "\u200b", "％", "/", "|", ";", "：", "——", "……", "…", "√", "□", "是", "1.0", "1e5", "TRUE", "2026-03-01",
}

// randomText returns a text of n pieces at most.
func randomText(r *rand.Rand, n int) string {
	var b strings.Builder
	for range 1 + r.IntN(n) {
		b.WriteString(pieces[r.IntN(len(pieces))])
	}
	return b.String()
}

// randomLines returns a cell of several lines, some of them deeper.
func randomLines(r *rand.Rand) string {
	lines := []string{"首" + randomText(r, 6)}
	for range r.IntN(5) {
		lines = append(lines, strings.Repeat("  ", r.IntN(2))+"行"+randomText(r, 8))
	}
	return strings.Join(lines, "\n")
}

// randomFiles returns the content of a random catalogue.
func randomFiles(r *rand.Rand) []catalogue.File {
	files := []catalogue.File{{Path: "kiosk.toml", Data: []byte("centre = \"示例社区\"\ncatalogue = \"政务公开事项标准目录\"\n")}}
	levels := [][]string{{"县级", "乡镇", "社区"}, {"县级", "乡、村级"}, {"市级", "街道"}}[r.IntN(3)]
	for i := range 1 + r.IntN(8) {
		pairs := []toml.Pair{{Key: "number", Value: i*(1+r.IntN(3)) + 1}, {Key: "category", Value: "类" + randomText(r, 2)}}
		add := func(key, text string) {
			if r.IntN(4) > 0 {
				pairs = append(pairs, toml.Pair{Key: key, Value: text})
			}
		}
		add("title", "题"+randomText(r, 4))
		pairs = append(pairs, toml.Pair{Key: "content", Value: "甲\n乙" + randomLines(r)})
		add("basis", randomLines(r))
		add("deadline", randomText(r, 5))
		add("publisher", randomText(r, 3))
		add("channels", randomLines(r))
		add("audience", []string{"全社会", "特定群体（残疾人、老年人）", "全社会、特定群体", "=示例"}[r.IntN(4)]) // boxes among words are choices there
		add("manner", []string{"主动", "依申请", "主动、依申请"}[r.IntN(3)])
		var ticked []string
		for _, l := range levels {
			if r.IntN(2) > 0 {
				ticked = append(ticked, l)
			}
		}
		if ticked != nil {
			pairs = append(pairs, toml.Pair{Key: "levels", Value: ticked})
		}
		files = append(files, catalogue.File{Path: fmt.Sprintf("items/%02d.toml", i), Data: toml.Format(pairs, func(string) bool { return false })})
	}
	return files
}

// fileless returns an item without its file's name.
func fileless(it catalogue.Item) catalogue.Item {
	it.File = ""
	it.Levels = slices.Sorted(slices.Values(it.Levels)) // their order is the columns'
	return it
}

// TestRoundTrip writes random catalogues as tables, and reads them into an empty directory and into their own.
func TestRoundTrip(t *testing.T) {
	for seed := range uint64(80) {
		files := randomFiles(rand.New(rand.NewPCG(seed, 15)))
		want, problems := catalogue.Parse(files)
		if want == nil || len(catalogue.Broken(problems)) > 0 {
			continue
		}
		form := OfficialForm(want)
		var tsv bytes.Buffer
		if err := WriteTSV(context.Background(), &tsv, form, func() {}); err != nil {
			t.Fatal(err)
		}
		for name, data := range map[string][]byte{"目录.xlsx": xlsx(t, form), "目录.tsv": tsv.Bytes()} {
			book, unread := Read(context.Background(), name, data, nil)
			table := TableOf(context.Background(), name, book)
			for _, p := range append(unread, table.Problems...) {
				t.Errorf("seed %d, %v", seed, p)
			}
			if p := PlanOf(name, table, files, nil, Options{}); len(p.Writes)+len(p.Removes)+len(p.Problems) > 0 {
				t.Errorf("seed %d: %s changes the directory that it is from: %v %v", seed, name, p.Changes, p.Problems)
			}
			p := PlanOf(name, table, nil, nil, Options{})
			made := append(p.Writes, files[0])
			made = slices.DeleteFunc(made, func(f catalogue.File) bool { return f.Path == "kiosk.toml" && string(f.Data) != string(files[0].Data) })
			got, _ := catalogue.Parse(made)
			if got == nil || len(got.Items) != len(want.Items) {
				t.Errorf("seed %d: %s: %v %v", seed, name, p.Changes, p.Problems)
				continue
			}
			for i := range want.Items {
				if g, w := fmt.Sprintf("%#v", fileless(got.Items[i])), fmt.Sprintf("%#v", fileless(want.Items[i])); g != w {
					t.Errorf("seed %d: %s:\n%#v\nwant\n%#v", seed, name, fileless(got.Items[i]), fileless(want.Items[i]))
				}
			}
		}
		if t.Failed() {
			return
		}
	}
}

// TestResaved reads the tables that LibreOffice 7.4 and Gnumeric 1.12 saved after they had opened ours: into the directory that
// they are from they change nothing, and into an empty one the shipped catalogue's table brings its files, byte for byte.
func TestResaved(t *testing.T) {
	shipped := sourceOf(t, content.FS)
	for _, program := range []string{"libreoffice", "gnumeric"} {
		read := func(name string) []byte {
			data, err := os.ReadFile(filepath.Join("testdata", "resaved", program+"-"+name+".xlsx"))
			if err != nil {
				t.Fatal(err)
			}
			return data
		}
		table := TableOf(t.Context(), "目录.xlsx", bookOf(t, read("shipped")))
		if p := PlanOf("目录.xlsx", table, shipped.Files, nil, Options{}); len(p.Writes)+len(p.Removes)+len(p.Problems) > 0 || p.Taken != 14 {
			t.Errorf("%s: %v %v", program, p.Changes, p.Problems)
		}
		made := fstest.MapFS{}
		for _, w := range PlanOf("目录.xlsx", table, nil, shipped.Files, Options{}).Writes {
			made[w.Path] = &fstest.MapFile{Data: w.Data}
		}
		for _, f := range shipped.Files {
			if made[f.Path] == nil || string(made[f.Path].Data) != string(f.Data) {
				t.Errorf("%s: %s differs", program, f.Path)
			}
		}
		if _, what := applied(t, whole, read("whole")); len(what) > 0 {
			t.Errorf("%s: %s", program, strings.Join(what, "\n"))
		}
	}
}
