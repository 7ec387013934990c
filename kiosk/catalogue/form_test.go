package catalogue

import (
	"fmt"
	"strings"
	"testing"
)

// TestForm: what people write as labelled lines, and the file that it means; "" for what isn't clear.
func TestForm(t *testing.T) {
	const head = "title = \"停水通知\"\ndate  = 2026-12-01\n"
	for _, c := range []struct{ name, in, want string }{
		{"as pasted", "标题：停水通知\n日期：2026年12月1日\n正文\n各位居民：\n  明天停水。\n", head + "body  = \"\"\"\n各位居民：\n  明天停水。\n\"\"\"\n"},
		{"the text behind its label", "标题：停水通知\n日期：2026-12-01\n正文：明天停水。\n后天恢复。\n", head + "body  = \"\"\"\n明天停水。\n后天恢复。\n\"\"\"\n"},
		{"without the label", "标题：停水通知\n日期：2026.12.1\n\n各位居民：\n时间：上午9点\n", head + "body  = \"\"\"\n各位居民：\n时间：上午9点\n\"\"\"\n"},
		{"in brackets", "【标题】停水通知\n【日期】二〇二六年十二月一日\n【正文】\n明天停水。\n", head + "body  = \"\"\"\n明天停水。\n\"\"\"\n"},
		{"half-width, spaces", "标 题: 停水通知\n日　期: 2026/12/1\n正　文:\n明天\\停水\n", head + "body  = \"\"\"\n明天\\\\停水\n\"\"\"\n"},
		{"more labels", "标题：停水通知\n日期：2026-12-01\n地点：一楼\n下屏时间：2026年12月3日 18:00\n紧急：是\n图片：a.jpg、b.jpg\n正文：明天停水。\n",
			"title  = \"停水通知\"\ndate   = 2026-12-01\nwhere  = \"一楼\"\nexpire = 2026-12-03T18:00:00\nurgent = true\nimages = [\"a.jpg\", \"b.jpg\"]\nbody   = \"\"\"\n明天停水。\n\"\"\"\n"},
		{"quotes in the text", "标题：“红色物业\"通知\n日期：2026-12-01\n正文：\"\"\"x\n", "title = \"“红色物业\\\"通知\"\ndate  = 2026-12-01\n"},
		{"a day that isn't clear", "标题：停水通知\n日期：12月1日\n正文：明天停水。\n", ""},
		{"a day that no calendar has", "标题：停水通知\n日期：2026年13月20日\n正文：明天停水。\n", ""},
		{"no title", "日期：2026-12-01\n正文：明天停水。\n", ""},
		{"a title twice before the text", "标题：停水通知\n日期：2026-12-01\n日期：2026-12-02\n正文：停水\n", ""},
		{"as YAML", "title: 停水通知\ndate: 2026-12-01\nbody: |\n  明天停水。\n", head + "body  = \"\"\"\n  明天停水。\n\"\"\"\n"},
		{"prose alone", "明天停水。\n请大家储水。\n", ""},
		{"keys in Chinese, with values", "标题： \"停水通知\"\n日期： 2026-12-01\n", ""},
		{"nothing", "", ""},
	} {
		f := formOf(c.in, noticeKind)
		got := ""
		if f != nil && f.wrong == 0 && readable("notices/1.toml", f.text()) {
			got = f.text()
		}
		if c.name == "quotes in the text" {
			if got != "" {
				t.Errorf("%s: got\n%s", c.name, got)
			}
			continue
		}
		if got != c.want {
			t.Errorf("%s: got\n%swant\n%s", c.name, got, c.want)
		}
	}
}

// TestFormUnclear: labelled lines that aren't clear are one problem, at the line or of the label that is missing, and none of
// them becomes part of a text.
func TestFormUnclear(t *testing.T) {
	for in, want := range map[string]string{
		"标题：停水通知\n日期：2026年13月20日\n正文：明天停水。\n": "notices/1.toml:2: label-unclear",
		"标题：停水通知\n正文：明天 # 停水\n地点：楼下\n时间：9点\n": "notices/1.toml:1: label-missing",
	} {
		file := File{Path: "notices/1.toml", Data: []byte(in)}
		_, problems := Parse([]File{file})
		var got []string
		for _, p := range problems {
			if p.File == file.Path {
				got = append(got, fmt.Sprintf("%s:%d: %s", p.File, p.Line, p.Code))
			}
		}
		if mended := Mend([]File{file}); len(mended) > 0 || len(got) != 1 || got[0] != want {
			t.Errorf("%s: %v, want %s; mended %v", in, got, want, mended)
		}
	}
}

// TestFormOfItem: the cells of an item go on until the next label.
func TestFormOfItem(t *testing.T) {
	f := formOf("序号：6\n一级事项：助残\n二级事项：残疾人补贴\n公开内容：补贴情形、\n  办理流程\n公开依据：\n《示例条例》\n公开层级：社区、乡镇\n", itemKind)
	want := "number   = 6\ncategory = \"助残\"\ntitle    = \"残疾人补贴\"\ncontent  = \"\"\"\n补贴情形、\n  办理流程\n\"\"\"\nbasis    = \"\"\"\n《示例条例》\n\"\"\"\nlevels   = [\"社区\", \"乡镇\"]\n"
	if f == nil || f.text() != want {
		t.Errorf("got\n%v\nwant\n%s", f, want)
	}
}

// TestSecond: another notice in the same file begins where its keys do.
func TestSecond(t *testing.T) {
	one, two := noticeHead+"body = \"甲\"\n", "# 第二个\ntitle = \"二\"\ndate = 2026-11-21\nbody = \"\"\"\n乙\n\"\"\"\n"
	for _, c := range []struct {
		name, in string
		at       int // offset of the second; -1: there is none
	}{
		{"two", one + two, len(one)},
		{"three", one + two + two, len(one)},
		{"with a gap", one + "\n\n" + two, len(one) + 2},
		{"behind a table", one + "[[air]]\ndays = \"一\"\n" + two, len(one + "[[air]]\ndays = \"一\"\n")},
		{"a key twice behind a table", one + "[[air]]\ndays = \"一\"\ntitle = \"二\"\n", -1},
		{"a key twice", noticeHead + "title = \"二\"\n", -1},
		{"as labelled lines", "标题：甲\n日期：2026-12-01\n正文：停水\n标题：乙\n日期：2026-12-02\n正文：停电\n", strings.Index("标题：甲\n日期：2026-12-01\n正文：停水\n标题：乙", "标题：乙")},
		{"one", one, -1},
	} {
		_, problems := Parse(append(dir("kiosk.toml", kioskToml, "items/01.toml", item("1")), dir("notices/1.toml", c.in)...))
		at := -1
		for _, p := range problems {
			if p.Code == "two-in-file" {
				at = p.Mend.Start
				if p.Mend.NewFile != "notices/1-第2个.toml" || p.Mend.End != len(c.in) {
					t.Errorf("%s: %+v", c.name, p.Mend)
				}
			}
		}
		if at != c.at {
			t.Errorf("%s: at %d, want %d: %s", c.name, at, c.at, printed(t, problems))
		}
	}
}
