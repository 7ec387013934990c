package search

import (
	"slices"
	"strings"
	"sync"
	"testing"

	"gongkai/kiosk/catalogue"
)

// TestRules: one rule in each case, over titles made for it.
func TestRules(t *testing.T) {
	for _, q := range []struct {
		rule, query string
		titles      string // separated by blanks
		want        string // the titles that are found, in order, with what matched
	}{
		{"polyphones: both ways", "YH", "银行网点", "‹银行›网点"},
		{"polyphones: both ways", "YX", "银行网点", "‹银行›网点"},
		{"polyphones: the word's reading first", "HY", "行政优先 行要求 行业", "‹行业› ‹行要›求"},
		{"polyphones: the word's reading first", "XY", "行业 示例信用", "示例‹信用› ‹行业›"},
		{"polyphones: the dictionary's first reading first", "XZ", "银行账户 行政", "‹行政› 银‹行账›户"},
		{"polyphones: the longest word counts", "CHONGQING", "重庆 重轻", "‹重庆› ‹重轻›"},
		{"radicals are hanzi", "RM", "⼈⺠政府", "‹⼈⺠›政府"},
		{"radicals are hanzi in a word", "YH", "银⾏网点", "‹银⾏›网点"},
		{"hanzi find radicals", "人民", "⼈⺠政府", "‹⼈⺠›政府"},
		{"radicals find hanzi", "⼈⺠", "人民政府", "‹人民›政府"},
		{"ü is V", "NV", "女职工保护", "‹女›职工保护"},
		{"ü is U", "NU", "女职工保护", "‹女›职工保护"},
		{"ü is V in the middle too", "LVHUA", "绿化养护", "‹绿化›养护"},
		{"ü is U in the middle too", "LUHUA", "绿化养护", "‹绿化›养护"},
		{"ü before e", "QINLUE", "侵略", "‹侵略›"},
		{"initials of two letters", "ZHX", "中学 整修", "‹中学› ‹整修›"},
		{"initials before whole pinyin", "SH", "城市治理 社会救助", "‹社会›救助 城‹市›治理"},
		{"after an initial, initials only", "CJI", "残疾人 超级", ""},
		{"whole pinyin, then initials", "CANJR", "残疾人", "‹残疾人›"},
		{"the last may be incomplete", "CANJIRE", "残疾人", "‹残疾人›"},
		{"not so in the middle", "CAJI", "残疾人", ""},
		{"two ways to cut", "XIAN", "西安路 先进", "‹西安›路 ‹先›进"},
		{"brackets are skipped", "TLGF", "条例（国发〔2006〕）", "‹条例（国发›〔2006〕）"},
		{"white space is skipped", "GWYL", "国务院 令", "‹国务院 令›"},
		{"clause marks are not", "CJ", "登记注册、记录", ""},
		{"digits are skipped", "DH", "第711号", "‹第711号›"},
		{"unless the query has some", "711H", "第711号", "第‹711号›"},
		{"unless the query has some", "D11", "第711号", ""},
		{"zero is a hanzi", "ELLL", "二〇〇六", "‹二〇〇六›"},
		{"Latin letters stand for themselves", "wifi", "免费 Wi-Fi", "免费 ‹Wi-Fi›"},
		{"Latin letters among hanzi", "ADA", "Ａ档案", "‹Ａ档案›"},
		{"full width is half width", "１２３", "123示例", "‹123›示例"},
		{"hanzi and letters mixed", "残JR", "残疾人", "‹残疾人›"},
		{"the whole title first", "SY", "生育服务 生育 示例生育", "‹生育› ‹生育›服务 示例‹生育›"},
		{"the earlier place first", "SY", "示范生育 公生育", "公‹生育› 示范‹生育›"},
		{"the item's order last", "SY", "生育甲 生育乙", "‹生育›甲 ‹生育›乙"},
	} {
		titles := strings.Fields(q.titles)
		if strings.Contains(q.rule, "white space") || strings.HasPrefix(q.rule, "Latin letters stand") {
			titles = []string{q.titles}
		}
		c := titled(titles...)
		for i := range c.Items {
			c.Items[i].Category = ""
		}
		var got []string
		for _, m := range New(c).Find(q.query) {
			got = append(got, marked(c.Items[m.Item].Title, m.Title))
		}
		if s := strings.Join(got, " "); s != q.want {
			t.Errorf("%s: %s in %s finds %q, want %q", q.rule, q.query, q.titles, s, q.want)
		}
	}
}

// TestFields: the better field goes first, and each result shows the field's text.
func TestFields(t *testing.T) {
	cell := func(text ...string) (c catalogue.Cell) {
		for _, s := range text {
			c = append(c, catalogue.Element{Text: strings.TrimSpace(s), Depth: len(s) - len(strings.TrimLeft(s, " "))})
		}
		return c
	}
	c := &catalogue.Catalogue{Items: []catalogue.Item{
		{Category: "甲", Title: "乙", Guides: []catalogue.Guide{{Heading: "丙", Body: "无\n示例补贴，丁\n无"}, {Heading: "示例", Body: "无"}}},
		{Category: "甲", Title: "乙", Basis: cell("无", "《示例条例》（示例）")},
		{Category: "甲", Title: "乙", Content: cell("无：", " 无、", " 示例，", "无")},
		{Category: "甲", Title: "乙", Content: cell("无（包括", " 示例，", "示例补贴")},
		{Category: "示例", Title: "乙", Content: cell("无，示例")},
		{Category: "示例", Content: cell("无")},
		{Category: "示例", Title: "乙示例"},
	}}
	want := []string{
		"示例|‹示例›|",
		"‹示例›|乙‹示例›|",
		"‹示例›|乙|无，‹示例›",
		"甲|乙|‹示例›，……",
		"甲|乙|无（包括‹示例›，……",
		"甲|乙|《‹示例›条例》（示例）",
		"甲|乙|‹示例›",
	}
	x := New(c)
	var got []string
	for _, m := range x.Find("SL") {
		got = append(got, shown(c, m))
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if m := x.Find("SLBT"); len(m) != 2 || shown(c, m[1]) != "甲|乙|‹示例补贴›，丁……" || m[1].Field != Guide || m[1].Part != Guide {
		t.Errorf("%+v", m)
	}
}

// TestGuideLines: the words of a guide's columns and the cells of its tables stay apart in a result.
func TestGuideLines(t *testing.T) {
	c := &catalogue.Catalogue{Items: []catalogue.Item{{Category: "甲", Title: "乙", Guides: []catalogue.Guide{{Heading: "丙", Body: "　　无\n\n示例甲　示例乙　补贴\n项目\t金额\n证件\t3元"}}}}}
	for query, want := range map[string]string{"BT": "甲|乙|示例甲　示例乙　‹补贴›……", "ZJ": "甲|乙|‹证件›　3元"} {
		if m := New(c).Find(query); len(m) != 1 || shown(c, m[0]) != want {
			t.Errorf("%s: %+v", query, m)
		}
	}
}

// TestNothing: no catalogue, no items, no query, a query longer than any.
func TestNothing(t *testing.T) {
	for _, x := range []*Index{New(nil), New(&catalogue.Catalogue{}), New(titled("示例"))} {
		for _, query := range []string{"", "、", "《》 ", strings.Repeat("A", 1000), "\xff"} {
			if m := x.Find(query); m != nil {
				t.Errorf("%q finds %v", query, m)
			}
			if n := x.Count(query); n != 0 {
				t.Errorf("%q counts %d", query, n)
			}
		}
	}
	if l := lit(New(nil).Leads("")); l != "" {
		t.Errorf("nothing lights %s", l)
	}
	if l := lit(New(titled("残疾人")).Leads("")); l != "CJLRS" {
		t.Errorf("残疾人, 示例 light %s", l)
	}
}

// TestTogether: several goroutines may query at once, also for the first time.
func TestTogether(t *testing.T) {
	x := New(shipped(t))
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			if n := x.Count("CJ"); n != 3 {
				t.Errorf("%d", n)
			}
			x.Find("S")
			x.Leads("S")
		})
	}
	all.Wait()
}
