package main

import (
	"fmt"
	"strings"
	"testing"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/session"
)

// TestPickAt names positions on screens, and what is wrong with those that there aren't.
func TestPickAt(t *testing.T) {
	guide := "[[guide]]\nheading = \"办理条件\"\nbody = \"示例\"\n[[guide]]\nheading = \"办理地点\"\nbody = \"" + strings.Repeat("示例文字，", 900) + "\"\n"
	files := []catalogue.File{{Path: "kiosk.toml", Data: []byte("centre = \"示例社区\"\ncatalogue = \"示例目录\"\n")}}
	for n, extra := range []string{guide, ""} {
		files = append(files, catalogue.File{Path: fmt.Sprintf("items/%d.toml", n), Data: fmt.Appendf(nil, "number = %d\ncategory = \"示例\"\ncontent = \"示例文字\"\n%s", n+1, extra)})
	}
	files = append(files, catalogue.File{Path: "notices/1.toml", Data: []byte("title = \"示例\"\ndate = 2026-03-01\nbody = \"示例文字\"\n")})
	content, problems := catalogue.Parse(files)
	if content == nil {
		t.Fatal(problems)
	}
	st := session.Step(session.Start(noon, true), noon, session.Content{Catalogue: content})
	for names, want := range map[string]string{
		"item:1@tab=2":                  "item-01-tab-2 tab 1",
		"item:1@tab=办理地点":               "item-01-tab-办理地点 tab 1",
		"item:1@tab=2@scroll=40":        "item-01-tab-2-scroll-40 tab 1 scroll 40",
		"item:2@end":                    "item-02-end scroll 16777216",
		"item@end":                      "item-01-end scroll 16777216 item-02-end scroll 16777216",
		"item:2@end item:2@end home":    "home item-02-end scroll 16777216",
		"home@page=2":                   "home-page-2 page 1",
		"home@sheet=accessibility":      "home-sheet-accessibility accessibility",
		"notice:1@sheet=takeaway":       "notice-01-sheet-takeaway takeaway",
		"takeaway:1@code=2":             "takeaway-01-code-2 takeaway part 1",
		"item:1@sheet=takeaway@code=2":  "item-01-sheet-takeaway-code-2 takeaway part 1",
		"item:1@tab=3":                  "没有画面“item:1@tab=3”：没有标签“3”；有：1 办理条件，2 办理地点",
		"item:1@tab=0":                  "没有画面“item:1@tab=0”：没有标签“0”；有：1 办理条件，2 办理地点",
		"item:1@tab":                    "没有画面“item:1@tab”：没有标签“”；有：1 办理条件，2 办理地点",
		"item:2@tab=1":                  "没有画面“item:2@tab=1”：它没有办事指南，也就没有标签",
		"home@tab=1":                    "没有画面“home@tab=1”：它没有办事指南，也就没有标签",
		"item:9@tab=1":                  "没有画面“item:9”：内容里没有这一项",
		"item:1@scroll=-1":              "没有画面“item:1@scroll=-1”：scroll 后面写往下滚多少像素，例如 @scroll=600",
		"item:1@scroll=999999999999999": "没有画面“item:1@scroll=999999999999999”：scroll 后面写往下滚多少像素，例如 @scroll=600",
		"home@page=x":                   "没有画面“home@page=x”：page 后面写第几页，从 1 数起，例如 @page=2",
		"takeaway:1@code=99":            "没有画面“takeaway:1@code=99”：“存到手机”有 9 张码，code 写 1 到 9",
		"item:1@code=2":                 "没有画面“item:1@code=2”：它不是“存到手机”；写 takeaway:6@code=2，或在前面加上 @sheet=takeaway",
		"home@sheet=takeaway":           "没有画面“home@sheet=takeaway”：在这个画面上打不开“takeaway”",
		"home@sheet=x":                  "没有画面“home@sheet=x”：没有叫“x”的弹出页；有：accessibility takeaway",
		"home@":                         "没有画面“home@”：看不懂“@”；有：" + positions,
		"@end":                          "没有叫“”的画面",
	} {
		shots, err := pick(st, strings.Fields(names))
		var got []string
		for _, sh := range shots {
			s := sh.name
			for _, v := range []struct {
				name  string
				value int
			}{{"tab", sh.state.View.Tab}, {"scroll", sh.state.View.Scroll}, {"page", sh.state.View.Page}} {
				if v.value > 0 {
					s += fmt.Sprintf(" %s %d", v.name, v.value)
				}
			}
			if sh.state.Sheet.Kind != session.NoSheet {
				s += " " + sh.state.Sheet.Kind.String()
			}
			if sh.state.Sheet.Part > 0 {
				s += fmt.Sprintf(" part %d", sh.state.Sheet.Part)
			}
			got = append(got, s)
		}
		said := strings.Join(got, " ")
		if err != nil {
			said = err.Error()
		}
		if said != want && !(strings.HasPrefix(want, "没有叫") && strings.HasPrefix(said, want)) {
			t.Errorf("%q: %s, want %s", names, said, want)
		}
	}
}
