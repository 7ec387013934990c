package layout

import (
	"fmt"
	"strings"
	"testing"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/session"
)

// TestContactWalk walks items whose contact has short, long and missing fields, and floor plans wide and high: nothing is
// cut and nothing overlaps.
func TestContactWalk(t *testing.T) {
	long := strings.Repeat("示例文字", 12)
	plan := func(w, h int) catalogue.Image { return catalogue.Image{Name: "images/示例.png", Width: w, Height: h} }
	for name, contact := range map[string]catalogue.Contact{
		"complete": {Desk: "示例大厅　3号窗口", Phone: "0355-0000000", Hours: "星期一至星期五　8:30—12:00　14:30—18:00", Address: "示例服务中心"},
		"long":     {Desk: long, Phone: "0355-0000000、0355-0000001、0355-0000002", Hours: long + "　" + long, Address: long},
		"phone":    {Phone: "0355-0000000"},
		"wide":     {Desk: "示例窗口", Phone: "0355-0000000", Address: "示例地址", Map: plan(1600, 900), At: [2]float64{1, 0}, Marked: true},
		"high":     {Desk: long, Map: plan(900, 1600), At: [2]float64{0, .5}, Marked: true},
		"alone":    {Map: plan(300, 300)},
	} {
		for _, content := range []string{"示例要素、", strings.Repeat("示例文字", 60)} {
			it := complete()
			it.Content, it.Contact, it.Summary = cell(content, "示例"), contact, "示例：一句话。"
			for _, size := range sizes {
				for _, m := range []session.Mode{{}, {Text: 1.3, LowReach: true}, {Text: 2, Contrast: true}} {
					t.Run(fmt.Sprint(name, len(content), size, m), func(t *testing.T) {
						st := alone(it)
						st.Mode = m
						p := laid(st, size.X, size.Y)
						w := walk{T: t, p: p}
						w.layers()
						w.texts()
						w.targets()
						uncut(t, p, catalogue.Item{Title: "示例", Content: it.Content, Deadline: contact.Desk, Publisher: contact.Address, Manner: contact.Hours})
					})
				}
			}
		}
	}
}
