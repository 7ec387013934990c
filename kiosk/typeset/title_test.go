package typeset

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
)

// TestTitles checks breaks at phrases, in lines of like length, never one character alone.
func TestTitles(t *testing.T) {
	rule(t, "titles: phrases, balanced", 20)
	s := New()
	for _, c := range []struct {
		text    string
		measure int
		want    string
	}{
		{"城镇独生子女父母计划生育奖励", 884, "城镇独生子女父母|计划生育奖励"},
		{"城镇非职工居民独生子女保健费发放", 884, "城镇非职工居民|独生子女保健费发放"},
		{"周末便民志愿服务活动公告", 560, "周末便民志愿服务|活动公告"},
		{"示例横幅：防震减灾宣传周", 560, "示例横幅：|防震减灾宣传周"},
		{"志愿服务队春季活动照片", 460, "志愿服务队|春季活动照片"},
		{"残疾人补贴", 884, "残疾人补贴"},
		{"残疾人补贴", 300, "残疾人|补贴"},
		{"消防安全知识宣传活动", 380, "消防安全|知识宣传|活动"},
		{"孕前优生优育服务", 500, "孕前优生优育|服务"},
		{"关于《政府信息公开条例》的说明", 700, "关于《政府信息公开|条例》的说明"},
		{"政策法规文件", 408, "政策法规文件"},
		{"政策法规文件", 340, "政策法规|文件"},
		{"户口登记项目变更、更正", 560, "户口登记项目|变更、更正"},
		{"村民委员会换届选举办法", 480, "村民委员会|换届选举办法"},
		{"建档立卡脱贫人口名单", 420, "建档立卡|脱贫人口名单"},
		{"第三季度村级财务收支公开", 480, "第三季度村级|财务收支公开"},
		{"第4季度党费收缴情况公示", 420, "第4季度|党费收缴|情况公示"},
		{"居民代表和楼栋长名单", 480, "居民代表|和楼栋长名单"},
		{"特困人员供养（不含依法不应公开的个人信息）", 884, "特困人员供养|（不含依法不应公开的|个人信息）"},
		{"拆除违法建筑的补偿办法（试行）", 884, "拆除违法建筑的|补偿办法（试行）"},
	} {
		p := Paragraph{Spans: []Span{{c.text, Style{Face: fonts.SerifBlack, Size: fixed.I(68)}}}, Measure: fixed.I(c.measure), Title: true}
		if got := cut(s, p); got != c.want {
			t.Errorf("%d px: %s, want %s", c.measure, got, c.want)
		}
	}
}

// TestPhrases splits the catalogue's titles, and text other than hanzi.
func TestPhrases(t *testing.T) {
	rule(t, "titles: words", 27)
	for _, want := range []string{
		"组织|机构", "城市|党建", "城镇|独生子女父母|计划生育|奖励", "城镇|非职工|居民|独生子女|保健费|发放", "残疾人|补贴",
		"孕前|优生优育|服务", "补贴|资助", "就业困难人员|认定", "司法调解|服务", "教文体|服务", "社区治理|服务", "公共|安全|服务", "公共卫生服务",
		"政务公开|事项|标准目录", "襄垣县|朝阳|社区", "2026年|《通知》|（试行）", "Wi-Fi |服务", "文", "",
		"第三季度|村级|财务收支|公开", "80周岁以上|老年人", "11月28日|停水的|通知", "民营企业|发展", "拟征地|听证|告知书",
		"第一书记|职责|和任务", "关于|“三公”|经费的|说明", "居民|和单位",
	} {
		text := strings.ReplaceAll(want, "|", "")
		runes := []rune(text)
		for _, b := range slices.Backward(Phrases(text)) {
			runes = slices.Insert(runes, b, '|')
		}
		if string(runes) != want {
			t.Errorf("%s, want %s", string(runes), want)
		}
	}
}

// TestWords checks that the list is sorted, each line a word and a cost, as the
// search requires.
func TestWords(t *testing.T) {
	n, last := 0, ""
	for line := range strings.Lines(words) {
		word, _, _ := strings.Cut(line, " ")
		if line <= last || len([]rune(word)) > longestWord {
			t.Errorf("%q after %q", line, last)
		}
		if n%97 == 0 {
			l := newLattice([]rune(word))
			if all := l.at(0); len(all) == 0 || all[len(all)-1].length != len(l.title) || all[len(all)-1].cost <= 0 || all[len(all)-1].cost >= strangeCost {
				t.Errorf("%s: %v", word, all)
			}
		}
		n, last = n+1, line
	}
	if n < 140000 {
		t.Errorf("%d words", n)
	}
	for _, word := range []string{"~", "\u3400", "\ufffd"} {
		if found := newLattice([]rune(word)).found; len(found) > 0 {
			t.Errorf("%q is known: %v", word, found)
		}
	}
}

// FuzzPhrases checks that bounds increase and lie inside the title.
func FuzzPhrases(f *testing.F) {
	f.Add("城镇独生子女父母计划生育奖励")
	f.Add("\xff《 A，")
	f.Fuzz(func(t *testing.T, title string) {
		last := 0
		for _, b := range Phrases(title) {
			if b <= last || b >= len([]rune(title)) {
				t.Fatalf("bound %d after %d", b, last)
			}
			last = b
		}
	})
}
