package catalogue

import (
	"strings"
	"testing"
)

// TestGuides: what the screen shows oddly is reported; a section that no element has the name of is a tab like others.
func TestGuides(t *testing.T) {
	section := func(heading string) string { return "[[guide]]\nheading = \"" + heading + "\"\nbody = \"示例\"\n" }
	nearly := func(heading, element string) string {
		return "“" + heading + "”和公开内容里的“" + element + "”差一点，屏幕上点那个名目看不到这一节；改法：要对上就写成 heading = \"" + element + "\"；本来是两回事就不用改\n"
	}
	const elements = "办理条件、\n办理流程，\n申请材料等\n办理依据"
	for _, c := range []struct{ name, content, guides, want string }{
		{"as they should be", elements, section("办理条件") + section("办理流程") + section("申请材料") + section("办公地点"), ""},
		{"one without a heading", elements, "[[guide]]\nbody = \"示例\"\n", ""},
		{"two without a heading", elements, "[[guide]]\nbody = \"示例\"\n[[guide]]\nbody = \"示例\"\n",
			"12:1: 提醒：两节办事指南都叫“办事指南”，前一节在第 10 行，屏幕上是两个同名的按钮；改法：两节的正文合成一节，或改其中一个 heading\n"},
		{"twice", elements, section("办理条件") + section("办理 条件"),
			"14:1: 提醒：两节办事指南都叫“办理条件”，前一节在第 11 行，屏幕上是两个同名的按钮；改法：两节的正文合成一节，或改其中一个 heading\n"},
		{"twice, and the element too", "办理条件\n办理条件", section("办理条件") + section("办理条件"), ""},
		{"no body", elements, "[[guide]]\nheading = \"办理条件\"\n", "11:1: 提醒：“办理条件”这一节没有“body”（正文），屏幕上点开是空的；改法：补上正文，或删去这一节\n"},
		{"a blank body", elements, "[[guide]]\nheading = \"办公地点\"\nbody = \" \"\n", "11:1: 提醒：“办公地点”这一节没有“body”（正文），屏幕上点开是空的；改法：补上正文，或删去这一节\n"},
		{"its closing mark", elements, section("办理条件、"), "11:1: 提醒：" + nearly("办理条件、", "办理条件")},
		{"a letter", elements, section("办理流城"), "11:1: 提醒：" + nearly("办理流城", "办理流程")},
		{"a letter, but that element has its section", elements, section("办理流程") + section("办理流城"), ""},
		{"only short names are near by chance", "申报\n审批", section("申请"), ""},
		{"long paragraphs are no tabs", elements + strings.Repeat("示例", 12), section("办理流城"), ""},
		{"a list's lines neither", "补贴情形（包括\n  就业补贴、\n  培训补贴等）", section("就业补帖"), ""},
		{"beside a list", "补贴情形（包括\n  就业补贴等）、\n办理条件、", section("办理条件、"), "10:1: 提醒：" + nearly("办理条件、", "办理条件")},
	} {
		in := "number = 1\ncategory = \"示例\"\nbasis = \"《示例》\"\ncontent = \"\"\"\n" + c.content + "\n\"\"\"\n" + c.guides
		_, problems := Parse(dir("kiosk.toml", kioskToml, "items/1.toml", in))
		want := c.want
		if want != "" {
			want = "items/1.toml:" + want
		}
		if got := printed(t, problems); got != want {
			t.Errorf("%s\ngot\n%swant\n%s", c.name, got, want)
		}
	}
}
