package record

import (
	"reflect"
	"strings"
	"testing"
)

func TestSteps(t *testing.T) {
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
	} {
		var steps []string
		got := sectionOf(c.body)
		for _, s := range got.steps {
			steps = append(steps, strings.Join(s, "/"))
		}
		if b, s := strings.Join(got.before, "/"), strings.Join(steps, "|"); b != c.before || s != c.steps {
			t.Errorf("%q: %q and %q, want %q and %q", c.body, b, s, c.before, c.steps)
		}
	}
}

// No character of a body is lost but the numbers of its steps and white space.
func FuzzSteps(f *testing.F) {
	for _, s := range []string{"1. 示例\n2. 示例", "示例\n（1）示例\n（2）示例", "①示例\n②示例\n示例", "1.\n2.", "（", "1"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, body string) {
		s := sectionOf(body)
		all := append([]string{}, s.before...)
		for i, paras := range s.steps {
			if len(paras) == 0 || i == 0 && len(s.steps) == 1 {
				t.Fatalf("%q: %v", body, s)
			}
			all = append(all, paras...)
		}
		marks := func(r rune) rune {
			if digit(r) >= 0 || strings.ContainsRune(".．、（）()①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳", r) {
				return -1
			}
			return r
		}
		if a, b := unspaced(strings.Map(marks, strings.Join(all, ""))), unspaced(strings.Map(marks, body)); !reflect.DeepEqual(a, b) {
			t.Errorf("%q became %q", b, a)
		}
	})
}
