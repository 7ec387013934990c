package page

import (
	"strings"
	"testing"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/session"
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
		if got := excerpt(cell, tt.limit); got != tt.want {
			t.Errorf("%q in %d: %q, want %q", tt.cell, tt.limit, got, tt.want)
		}
	}
}

// pillText is what the pill says; "" where there is none.
func pillText(p *Page) string {
	if p.Scroll.Pill == nil {
		return ""
	}
	text := ""
	for _, it := range p.Scroll.Pill.Items {
		if t, ok := it.(*Text); ok {
			text += t.Spans[0].Text
		}
	}
	return text
}

// TestAmounts has the board at every amount where it changes its kind.
func TestAmounts(t *testing.T) {
	tests := []struct {
		n, categories int
		w, h          int
		scroll        int
		pill          string
		row           float64 // height of the first group, u
	}{
		{1, 1, 1080, 1920, 0, "", 160},
		{3, 2, 1080, 1920, 0, "", 160 * 2},
		{14, 14, 1080, 1920, 0, "", 111.9},
		{15, 15, 1080, 1920, 0, "下面还有 3 项", 113},
		{15, 15, 1080, 1920, 9999, "下面还有 1 项", 113},
		{28, 28, 1080, 1920, 0, "下面还有 16 项", 113},
		{29, 12, 1080, 1920, 0, "", 130.4},
		{300, 30, 1080, 1920, 0, "下面还有 180 项", 113},
		{14, 14, 1920, 1080, 0, "", 112.6},
		{28, 28, 1920, 1080, 0, "下面还有 16 项", 113},
		{29, 14, 1920, 1080, 0, "", 112.6},
		{14, 14, 1080, 1350, 0, "下面还有 4 项", 113},
	}
	for _, tt := range tests {
		st := at(only(t, tt.n, tt.categories), session.Screen{Kind: session.Home})
		st.View.Scroll = tt.scroll
		p := laid(st, tt.w, tt.h)
		if got := pillText(p); got != tt.pill {
			t.Errorf("%d in %d at %dx%d: pill says %q, want %q", tt.n, tt.categories, tt.w, tt.h, got, tt.pill)
		}
		for _, b := range p.Boxes {
			if b.Name == "group" {
				if got := float(b.Rect.Max.Y-b.Rect.Min.Y) / newGrid(p.Size).u; got < tt.row-1 || got > tt.row+1.2 {
					t.Errorf("%d in %d at %dx%d: the first group is %.1f u high, want %.1f", tt.n, tt.categories, tt.w, tt.h, got, tt.row)
				}
				break
			}
		}
	}
}

// TestAllWithinReach holds that every item can be opened from home, by way of its
// category or at once.
func TestAllWithinReach(t *testing.T) {
	for _, c := range []*catalogue.Catalogue{only(t, 1, 1), rows(t, 14), rows(t, 28), rows(t, 40), only(t, 300, 300), only(t, 300, 1), nine(t)} {
		for _, size := range sizes {
			found := make(map[int]bool)
			opened(c, session.Screen{Kind: session.Home}, size.X, size.Y, func(s session.Screen) {
				if s.Kind == session.Item {
					found[s.Number] = true
					return
				}
				if s.Kind == session.Category {
					opened(c, s, size.X, size.Y, func(s session.Screen) { found[s.Number] = true })
				}
			})
			if len(found) != len(c.Items) {
				t.Errorf("%d of %d items can be reached at %v", len(found), len(c.Items), size)
			}
		}
	}
}

// opened calls f with every screen that a page's content opens, on all pages that it is turned to.
func opened(c *catalogue.Catalogue, s session.Screen, w, h int, f func(session.Screen)) {
	st := aired(c, s)
	for more := true; more; {
		more = false
		for _, target := range laid(st, w, h).Targets {
			switch e := target.Event.(type) {
			case session.Open:
				if target.Name != "bar.slot" {
					f(e.Screen)
				}
			case session.Turn:
				if e.Page > st.View.Page {
					st.View.Page, more = e.Page, true
				}
			}
		}
	}
}
