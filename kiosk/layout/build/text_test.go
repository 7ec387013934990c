package build

import (
	"strings"
	"testing"

	"gongkai/kiosk/catalogue"
)

// TestExcerpt has the rows of the shipped catalogue as the board shows them, and
// cells that are odd.
func TestExcerpt(t *testing.T) {
	tests := []struct {
		cell  string // an element a line
		limit int
		want  string
	}{
		{"机关名称、\n机构简介、\n机构地址、\n联系电话", 16, "机关名称、机构简介、机构地址……"},
		{"机关名称、\n机构简介、\n机构地址、\n联系电话", 30, "机关名称、机构简介、机构地址、联系电话"},
		{"协助做好人民调解工作\n开展社区普法宣传", 16, "协助做好人民调解工作……"},
		{"配合做好对未成年人的思想道德教育、协助开展科普活动\n协助", 16, "配合做好对未成年人的思想道德教育……"},
		{"培育发展社区社会组织，组织开展社区志愿服务活动", 16, "培育发展社区社会组织……"},
		{"一个长得放不下的要素要在限度处截断", 10, "一个长得放不下的要素……"},
		{"十个字的要素就在这里、", 10, "十个字的要素就在这里、"},
		{"甲，\n乙", 2, "甲……"},
		{"甲", 1, "甲"},
	}
	for _, tt := range tests {
		var cell catalogue.Cell
		for _, e := range strings.Split(tt.cell, "\n") {
			cell = append(cell, catalogue.Element{Text: e})
		}
		if got := Excerpt(cell, tt.limit); got != tt.want {
			t.Errorf("%q in %d: %q, want %q", tt.cell, tt.limit, got, tt.want)
		}
	}
}
