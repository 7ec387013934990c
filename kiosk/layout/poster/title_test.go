package poster

import (
	"fmt"
	"testing"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/typeset"
)

// TestBreaks: a title breaks where its file says, else at phrases, a short one in the middle.
func TestBreaks(t *testing.T) {
	for _, c := range []struct {
		name   string
		title  string
		breaks []int
		lines  int
		want   []int
	}{
		{"even", "孕前优生优育服务", nil, 2, []int{4}},
		{"odd", "残疾人补贴", nil, 2, []int{3}},
		{"as the file says", "城镇非职工居民独生子女保健费发放", []int{7}, 2, []int{7}},
		{"one of two", "城镇独生子女父母计划生育奖励办法", []int{8, 14}, 2, []int{8}},
		{"not in a number", "办事大厅12345热线", nil, 2, []int{4}},
		{"at a phrase", "城镇独生子女父母计划生育奖励", nil, 2, []int{8}},
		{"not at all", "残疾人补贴", nil, 1, nil},
	} {
		it := &catalogue.Item{Title: c.title, Breaks: c.breaks}
		p := slide{Draft: &build.Draft{Setter: typeset.New()}, it: it}
		if got := p.banner(c.lines, 0, false).par.Breaks; fmt.Sprint(got) != fmt.Sprint(c.want) {
			t.Errorf("%s: breaks at %v, want %v", c.name, got, c.want)
		}
	}
}
