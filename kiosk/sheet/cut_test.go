package sheet

import (
	"strings"
	"testing"

	"gongkai/content"
	"gongkai/kiosk/toml"
)

// TestCutShipped cuts the shipped cells again: what the rules give is what was cut by hand, but for the cells whose line
// breaks were lost in print where no rule can find them.
func TestCutShipped(t *testing.T) {
	byHand := map[string]bool{"items/03-城市党建.toml": true, "items/14-公共卫生服务.toml": true}
	for _, f := range sourceOf(t, content.FS).Files {
		if !strings.HasPrefix(f.Path, "items/") {
			continue
		}
		var keys itemKeys
		toml.Decode(f.Path, f.Data, &keys)
		for _, c := range []struct {
			field Field
			text  string
		}{{Content, keys.Content.V}, {Basis, keys.Basis.V}, {Channels, keys.Channels.V}} {
			want := strings.Trim(c.text, "\n")
			got := cuts{}.cut(c.field, joinedLine(want))
			if flat(got) != flat(want) {
				t.Errorf("%s: the text changed: %s", f.Path, got)
			}
			if got != want && !(byHand[f.Path] && c.field == Content) {
				t.Errorf("%s\ngot\n%s\nwant\n%s", f.Path, got, want)
			}
		}
	}
}

func TestCut(t *testing.T) {
	for _, c := range []struct {
		field    Field
		in, want string
	}{
		{Content, "社区工作、活动、资金等相关情况", "社区工作、活动、资金等相关情况"},
		{Content, "1.申报条件；2.申报材料；3.办理流程", "1.申报条件；\n2.申报材料；\n3.办理流程"},
		{Content, "●地址 ●电话", "●地址\n●电话"},
		{Content, "①对象②标准", "①对象\n②标准"},
		{Content, "2026年度预算1.5万元", "2026年度预算1.5万元"},
		{Content, "法律法规；政策文件；办事指南", "法律法规；\n政策文件；\n办事指南"},
		{Content, "救助对象（低保、特困）、标准", "救助对象（低保、特困）、\n标准"},
		{Content, "由民政局、残联审核，报县政府", "由民政局、残联审核，报县政府"},
		{Basis, "《社会救助暂行办法》（国务院令第649号）、《关于印发〈办法〉的通知》", "《社会救助暂行办法》（国务院令第649号）、\n《关于印发〈办法〉的通知》"},
		{Basis, "关于印发《办法》的通知", "关于印发《办法》的通知"},
		{Basis, "《预算法》第十四条和《条例》", "《预算法》第十四条和《条例》"},
		{Channels, "■政府网站□政府公报■公示栏", "■政府网站\n□政府公报\n■公示栏"},
		{Channels, "政府网站、公示栏", "政府网站、\n公示栏"},
		{Channels, "政府网站", "政府网站"},
		{Deadline, "20个工作日内、及时", "20个工作日内、及时"},
	} {
		if got := (cuts{}).cut(c.field, c.in); got != c.want {
			t.Errorf("%s\ngot\n%s\nwant\n%s", c.in, got, c.want)
		}
	}
}

// FuzzCut: whatever is cut, the characters stay.
func FuzzCut(f *testing.F) {
	f.Add("补贴情形（包括残疾人灵活就业补贴，残疾人学习驾驶汽车补助等）、办理依据")
	f.Add("《甲》（1号）《乙》关于丙的通知")
	f.Fuzz(func(t *testing.T, text string) {
		for _, field := range []Field{Content, Basis, Channels} {
			if got := (cuts{}).cut(field, text); flat(got) != flat(text) {
				t.Fatalf("%q becomes %q", text, got)
			}
		}
	})
}
