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
	rule(t, "titles: phrases, balanced", 10)
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
		{"关于《政府信息公开条例》的说明", 700, "关于《政府信息|公开条例》的说明"},
	} {
		p := Paragraph{Spans: []Span{{c.text, Style{Face: fonts.SerifBlack, Size: fixed.I(68)}}}, Measure: fixed.I(c.measure), Title: true}
		if got := cut(s, p); got != c.want {
			t.Errorf("%d px: %s, want %s", c.measure, got, c.want)
		}
	}
}

// TestPhrases splits the catalogue's titles, and text other than hanzi.
func TestPhrases(t *testing.T) {
	rule(t, "titles: words", 22)
	for _, want := range []string{
		"组织|机构", "城市|党建", "城镇|独生子女|父母|计划生育|奖励", "城镇|非|职工|居民|独生子女|保健费|发放", "残疾人|补贴",
		"孕前|优生优育|服务", "补贴|资助", "就业|困难|人员|认定", "司法|调解|服务", "教文体|服务", "社区|治理|服务", "公共|安全|服务", "公共|卫生|服务",
		"政务|公开|事项|标准|目录", "襄垣县|朝阳|社区", "2026|年|《通知》|（试行）", "Wi-Fi |服务", "文", "",
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
			if cost, known, _ := lookUp(word); !known || cost <= 0 || cost >= strangeCost {
				t.Errorf("%s: %d, %v", word, cost, known)
			}
		}
		n, last = n+1, line
	}
	if n < 100000 {
		t.Errorf("%d words", n)
	}
	for _, word := range []string{"", "~", "一一一一", "\xff"} {
		if _, known, _ := lookUp(word); known {
			t.Errorf("%q is known", word)
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
