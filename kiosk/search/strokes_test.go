package search

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// stroked replaces the classes of strokes, 横竖撇点折, by their keys.
var stroked = strings.NewReplacer("横", "㇐", "竖", "㇑", "撇", "㇒", "点", "㇔", "折", "㇠").Replace

// TestFirstStroke compares the table with the standard of stroke order, looked up by hand.
func TestFirstStroke(t *testing.T) {
	for class, hanzi := range map[string]string{
		"横": "一十三五七工土王木村机构教救残区动地打报技项班万下大夫石西要老者职取其事东厂厅有存在成龙开无元于圭共友态",
		"竖": "上小水少山口日目见中国园困四电田由甲业常光虚步桌贴时是景显县非北党助凹",
		"撇": "人八九入个公会全众生长失年先告我和秋利物特手毛气片爪乐后向自身鸟鱼金针服月么儿几多名各外",
		"点": "义之为主方文六亡广庆店疾病社视礼补初农写家安字空火就状心必性快半羊前美冷次江海治法育认定计议评调养单立产商高京衣",
		"折": "乙习司巳已己卫书民了子孔孕女好妇奶母出以收双对观难又力加办刀召阳防院队乡幼录尺局居飞丑贯马组织给红纪",
	} {
		for _, r := range hanzi {
			if got := firstStroke(r); got != strokeKey([]rune(stroked(class))[0]) {
				t.Errorf("%c begins with stroke %d, want %s", r, strokeOf(r), class)
			}
		}
	}
	for r, want := range map[rune]strokeSet{'A': 0, '7': 0, '，': 0, '㇐': 0, '東': anyStroke, '㐀': anyStroke, '〇': anyStroke, '𠀀': anyStroke, '龥': anyStroke, '\u9fff': anyStroke, '々': anyStroke} {
		if got := firstStroke(r); got != want {
			t.Errorf("%c: %b, want %b", r, got, want)
		}
	}
}

// TestStrokesCover: every hanzi of GB 2312 has its first stroke but radicals, which stand in no title; the table has the
// recipe's number of hanzi.
func TestStrokesCover(t *testing.T) {
	n := 0
	for r := rune(firstHanzi); r <= lastHanzi; r++ {
		if strokeOf(r) > 0 {
			n++
		}
	}
	if n != 6939 {
		t.Errorf("%d hanzi", n)
	}
	missing := ""
	for row := byte(0xb0); row <= 0xf7; row++ {
		for cell := byte(0xa1); cell <= 0xfe && !(row == 0xd7 && cell > 0xf9); cell++ {
			s, err := simplifiedchinese.GBK.NewDecoder().Bytes([]byte{row, cell})
			if err != nil {
				t.Fatal(err)
			}
			if strokeOf([]rune(string(s))[0]) == 0 {
				missing += string(s)
			}
		}
	}
	if missing != "丨丿丶匚刂亠冫冖讠卩阝廴艹扌彳彡犭夂饣忄丬氵宀辶彐屮纟灬礻疒衤" {
		t.Errorf("no stroke: %s", missing)
	}
}

// TestByStrokes: one rule in each case, over titles made for it.
func TestByStrokes(t *testing.T) {
	for _, q := range []struct{ rule, query, titles, want string }{
		{"one stroke a hanzi", "横点撇", "残疾人 残人疾", "‹残疾人›"},
		{"a beginning finds", "横点", "残疾人补贴", "‹残疾›人补贴"},
		{"inner places find", "撇点", "残疾人补贴", "残疾‹人补›贴"},
		{"the whole title first", "撇点", "公共人社 人社", "‹人社› 公共‹人社›"},
		{"the earlier place first", "撇点", "共人社 人社局", "‹人社›局 共‹人社›"},
		{"Latin letters and digits are skipped", "横点", "残2疾 残A疾", "‹残2疾› ‹残A疾›"},
		{"but begin and end no match", "横", "A残2疾", "A‹残›2疾"},
		{"brackets are skipped", "横点", "残（疾）人", "‹残（疾›）人"},
		{"clause marks are not", "横点", "残、疾", ""},
		{"a hanzi without data is found by any", "横点撇", "残𠀀人", "‹残𠀀人›"},
		{"a hanzi without data is found by any", "横折撇", "残𠀀人", "‹残𠀀人›"},
		{"a radical is its hanzi", "撇折", "⼈⺠政府", "‹⼈⺠›政府"},
		{"strokes are no hanzi", "一", "残疾人 一卡通", "‹一›卡通"},
		{"and not mixed with letters", "CJ撇", "残疾人", ""},
	} {
		c := titled(strings.Fields(q.titles)...)
		for i := range c.Items {
			c.Items[i].Category = ""
		}
		var got []string
		for _, m := range New(c).Find(stroked(q.query)) {
			got = append(got, marked(c.Items[m.Item].Title, m.Title))
		}
		if s := strings.Join(got, " "); s != q.want {
			t.Errorf("%s: %s in %s finds %q, want %q", q.rule, q.query, q.titles, s, q.want)
		}
	}
}

// TestStrokesShipped: titles before categories, nothing else; exactly the lit strokes lead on.
func TestStrokesShipped(t *testing.T) {
	c := shipped(t)
	x := New(c)
	for _, q := range []struct {
		query string
		want  []int
		shown string // of the first: category|title|text
		lit   string
	}{
		{"横点撇", []int{6, 11, 13}, "助残|‹残疾人›补贴|", "撇点"},
		{"点撇横竖", []int{8}, "‹社会救助›|补贴资助|", ""},
		{"撇横点撇撇", []int{13}, "公共安全服务|‹公共安全服›务|", "撇"},
	} {
		got := x.Find(stroked(q.query))
		lit := ""
		for k, on := range x.LeadStrokes(stroked(q.query)) {
			if on {
				lit += string([]rune("横竖撇点折")[k])
			}
		}
		shows := ""
		if len(got) > 0 {
			shows = shown(c, got[0])
		}
		if !slices.Equal(numbers(c, got), q.want) || shows != q.shown || lit != q.lit {
			t.Errorf("%s finds %v and shows %s, lights %s; want %v, %s, %s", q.query, numbers(c, got), shows, lit, q.want, q.shown, q.lit)
		}
	}
	queries := []string{""}
	for i := 0; i < 1+5+25+125; i++ {
		q := queries[i]
		for k, on := range x.LeadStrokes(q) {
			next := q + string(Strokes[k])
			if on != (x.Count(next) > 0) {
				t.Errorf("%s lights %v, and %s finds %v", q, on, next, x.Find(next))
			}
			queries = append(queries, next)
		}
		if x.Leads(q) != [26]bool{} && q != "" {
			t.Errorf("%s lights letters", q)
		}
	}
	if x.LeadStrokes("CJ") != [len(Strokes)]bool{} {
		t.Error("letters light strokes")
	}
}

func TestFirstStrokes(t *testing.T) {
	x := New(titled("残疾人补贴", "银行（示例）", "示例1", "残𠀀人"))
	for i, want := range []string{"横点撇点竖", "撇撇横撇", "", ""} {
		got, ok := x.FirstStrokes(i)
		if got != stroked(want) || ok != (want != "") {
			t.Errorf("%d: %q, %t, want %q", i, got, ok, want)
		}
		if ok && x.Count(got) == 0 {
			t.Errorf("%q finds nothing", got)
		}
	}
	if got := fmt.Sprint(ByStrokes("㇐㇔"), ByStrokes("CJ"), ByStrokes("一"), ByStrokes("")); got != "true false false false" {
		t.Error(got)
	}
}
