package record

import (
	"reflect"
	"strings"
	"testing"

	"gongkai/kiosk/catalogue"
)

func TestSteps(t *testing.T) {
	texts := func(blocks []catalogue.Block) string {
		var all []string
		for _, b := range blocks {
			all = append(all, strings.Repeat("_", b.Indent)+strings.Join(b.Lines(), ";"))
		}
		return strings.Join(all, "/")
	}
	for _, c := range []struct {
		body   string
		before string
		steps  string // steps parted by |, their paragraphs by /
	}{
		{"", "", ""},
		{"示例", "示例", ""},
		{"1. 示例甲\n2. 示例乙", "", "示例甲|示例乙"},
		{"1、示例甲\n２．示例乙\n（3）示例丙\n(4)示例丁\n⑤示例戊", "", "示例甲|示例乙|示例丙|示例丁|示例戊"},
		{"示例先说\n1. 示例甲\n示例接着\n2. 示例乙", "示例先说", "示例甲/示例接着|示例乙"},
		{"1. 只有一步", "1. 只有一步", ""},
		{"1.5万元以下\n2.5万元以下", "1.5万元以下/2.5万元以下", ""},
		{"1. 示例甲\n2. 示例乙\n2. 示例又乙\n5. 示例戊", "", "示例甲|示例乙/2. 示例又乙/5. 示例戊"},
		{"2. 示例乙\n3. 示例丙", "2. 示例乙/3. 示例丙", ""},
		{"2026年1月\n1234. 示例", "2026年1月/1234. 示例", ""},
		{"1.\n2.", "1./2.", ""},
		{"　　1. 示例甲\n　　2. 示例乙", "", "示例甲|示例乙"},
		{"\t1.\t示例甲\n\n\t2.\t示例乙\n", "", "示例甲|示例乙"},
		{"示例\n\n1. 示例甲\n   示例接着\n     示例深\n2. 示例乙", "示例", "示例甲/示例接着/__示例深|示例乙"},
		{"1. 材料：甲　乙　丙\n2. 到窗口", "", "材料：甲　乙　丙|到窗口"},
		{"1. 收费\n项目\t金额\n甲\t3元\n2. 到窗口", "", "收费/项目　金额;甲　3元|到窗口"},
		{"1.\t甲\t3元\n2.\t乙\t4元", "1.　甲　3元;2.　乙　4元", ""},
	} {
		var steps []string
		got := sectionOf(c.body)
		for _, s := range got.steps {
			steps = append(steps, texts(s))
		}
		if b, s := texts(got.before), strings.Join(steps, "|"); b != c.before || s != c.steps {
			t.Errorf("%q: %q and %q, want %q and %q", c.body, b, s, c.before, c.steps)
		}
	}
}

// linesOf returns the lines of blocks.
func linesOf(blocks []catalogue.Block) (all []string) {
	for _, b := range blocks {
		all = append(all, b.Lines()...)
	}
	return all
}

// No character of a body is lost but the numbers of its steps and white space.
func FuzzSteps(f *testing.F) {
	for _, s := range []string{"1. 示例\n2. 示例", "示例\n（1）示例\n（2）示例", "①示例\n②示例\n示例", "1.\n2.", "（", "1"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, body string) {
		s := sectionOf(body)
		all, want := linesOf(s.before), linesOf(catalogue.Blocks(body))
		for i, blocks := range s.steps {
			if len(blocks) == 0 || i == 0 && len(s.steps) == 1 {
				t.Fatalf("%q: %v", body, s)
			}
			all = append(all, linesOf(blocks)...)
		}
		marks := func(r rune) rune {
			if digit(r) >= 0 || strings.ContainsRune(".．、（）()①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳", r) {
				return -1
			}
			return r
		}
		if a, b := unspaced(strings.Map(marks, strings.Join(all, ""))), unspaced(strings.Map(marks, strings.Join(want, ""))); !reflect.DeepEqual(a, b) {
			t.Errorf("%q became %q", b, a)
		}
	})
}
