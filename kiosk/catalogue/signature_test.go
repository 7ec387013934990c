package catalogue

import (
	"strings"
	"testing"
	"time"
)

func TestSignature(t *testing.T) {
	const text = "请居民相互转告。\n"
	for _, c := range []struct {
		name, body, issuer string
		rest, want         string // want: issuers and the day, "|" between them
	}{
		{"none", text, "", text, ""},
		{"issuer alone", text, "社区工作站", text, "社区工作站"},
		{"the body's own", text + "示例县朝阳社区居民委员会\n2026年11月20日\n", "", text, "示例县朝阳社区居民委员会|2026年11月20日"},
		{"set right with spaces", text + "　　　　　　　　　示例县朝阳社区\r\n　　　　　　　　　2026年11月18日\r\n", "", text, "示例县朝阳社区|2026年11月18日"},
		{"blank lines and spaces between characters", text + "\n示 例 县 民 政 局\n\n2026 年 11 月 20 日\n\n", "", text, "示 例 县 民 政 局|2026 年 11 月 20 日"},
		{"in one line", text + "示例县朝阳社区　2026年11月20日", "", text, "示例县朝阳社区|2026年11月20日"},
		{"Chinese numerals", text + "示例街道办事处\n二〇二六年十一月二十日", "", text, "示例街道办事处|二〇二六年十一月二十日"},
		{"points", text + "示例街道办事处\n2026.11.20", "", text, "示例街道办事处|2026.11.20"},
		{"several bodies", text + "示例县民政局\n示例县财政局\n2026年11月20日", "", text, "示例县民政局|示例县财政局|2026年11月20日"},
		{"a seal", text + "示例村村民委员会（盖章）\n2026年11月20日", "", text, "示例村村民委员会（盖章）|2026年11月20日"},
		{"a name without a day", text + "示例县朝阳社区居委会", "", text, "示例县朝阳社区居委会"},
		{"the notice's day alone", text + "2026年11月20日", "", text, "2026年11月20日"},
		{"a name that is no organisation, set right", text + "　　　　　　　　　红旗志愿者\n　　　　　　　　　2026年11月20日", "", text, "红旗志愿者|2026年11月20日"},
		{"issuer said again", text + "社区 工作站\n2026年11月20日", "社区工作站", text, "社区 工作站|2026年11月20日"},
		{"issuer and the day alone", text + "2026年11月20日", "社区工作站", text, "社区工作站|2026年11月20日"},
		{"another body than issuer", text + "示例县民政局\n2026年11月19日", "社区工作站", text + "示例县民政局\n2026年11月19日", "社区工作站"},
		{"before an annex", text + "示例县民政局\n2026年11月20日\n\n附件：名单\n王某某　李某", "", text + "示例县民政局\n2026年11月20日\n\n附件：名单\n王某某　李某", "within"},
		{"an annex without a signature", text + "附件：名单", "", text + "附件：名单", ""},
		{"below its annexes", text + "附件：1.申请表\n　　　2.承诺书\n\n示例县民政局\n2026年11月20日", "", text + "附件：1.申请表\n　　　2.承诺书\n", "示例县民政局|2026年11月20日"},
		{"below its annexes, above a note", text + "附件：申请表\n\n示例县民政局\n2026年11月20日\n（此件公开发布）", "", text + "附件：申请表\n\n示例县民政局\n2026年11月20日\n（此件公开发布）", "within"},
		{"below a telephone", text + "联系电话：12345678\n示例县民政局\n2026年11月20日", "", text + "联系电话：12345678", "示例县民政局|2026年11月20日"},
		{"above an address", text + "示例县民政局\n2026年11月20日\n地址：示例路1号", "", text + "示例县民政局\n2026年11月20日\n地址：示例路1号", "within"},
		{"the last of an annex", text + "附件：单位\n示例县民政局\n示例县财政局", "", text + "附件：单位\n示例县民政局\n示例县财政局", ""},
		{"a short name", text + "朝阳社区\n2026年11月20日", "", text, "朝阳社区|2026年11月20日"},
		{"a committee's short name", text + "示例县卫生健康委\n示例县图书馆\n2026年11月20日", "", text, "示例县卫生健康委|示例县图书馆|2026年11月20日"},
		{"two bodies in a line", text + "示例小区业主委员会、示例物业公司\n2026年11月20日", "", text, "示例小区业主委员会、示例物业公司|2026年11月20日"},
		{"labels", text + "发布单位：示例县民政局\n发布日期：2026年11月20日", "", text, "发布单位：示例县民政局|发布日期：2026年11月20日"},
		{"seals behind both", text + "示例社区(公章)\n2026年11月20日(盖章)", "", text, "示例社区(公章)|2026年11月20日(盖章)"},
		{"a day of the week", text + "示例县民政局\n2026年11月20日　星期五", "", text, "示例县民政局|2026年11月20日　星期五"},
		{"a day without its year", text + "示例县民政局\n11月20日", "", text, "示例县民政局|11月20日"},
		{"a month", text + "示例县民政局\n2026年11月", "", text, "示例县民政局|2026年11月"},
		{"the end of a poster", text + "示例社区居委会　宣", "", text, "示例社区居委会　宣"},
		{"English", text + "Chaoyang Community Committee\nNovember 20, 2026", "", text, "Chaoyang Community Committee|November 20, 2026"},
		{"English, the day first", text + "Residents' Committee of Chaoyang Community\n20th November 2026", "", text, "Residents' Committee of Chaoyang Community|20th November 2026"},
		{"a timetable", text + "东风社区　2026年11月19日\n朝阳社区　2026年11月20日", "", text + "东风社区　2026年11月19日\n朝阳社区　2026年11月20日", ""},
		{"a timetable without years", text + "东风社区　11月19日\n朝阳社区　11月20日", "", text + "东风社区　11月19日\n朝阳社区　11月20日", ""},
		{"a day under its heading", "一、时间\n2026年11月20日", "", "一、时间\n2026年11月20日", ""},
		{"another day", text + "报名截止\n2026年12月1日", "", text + "报名截止\n2026年12月1日", ""},
		{"a day in a sentence", text + "时间：2026年11月20日", "", text + "时间：2026年11月20日", ""},
		{"a list of bodies", "参加单位：\n示例县民政局\n示例县财政局", "", "参加单位：\n示例县民政局\n示例县财政局", ""},
		{"a list of bodies without a colon", "参加单位\n示例县民政局\n示例县财政局", "", "参加单位\n示例县民政局\n示例县财政局", ""},
		{"numbered bodies", text + "1. 示例县民政局\n2. 示例县财政局", "", text + "1. 示例县民政局\n2. 示例县财政局", ""},
		{"advice", text + "欢迎来到示例社区", "", text + "欢迎来到示例社区", ""},
		{"a sentence", text + "由示例县民政局组织，报社区。", "", text + "由示例县民政局组织，报社区。", ""},
		{"no such day", text + "2026年13月40日", "", text + "2026年13月40日", ""},
		{"nothing else", "示例县朝阳社区\n2026年11月20日", "", "示例县朝阳社区\n2026年11月20日", ""},
		{"empty", "", "", "", ""},
		{"blank", " \n　\n", "社区工作站", " \n　\n", "社区工作站"},
	} {
		rest, s := signature(c.body, c.issuer, day(2026, 11, 20))
		got := strings.Join(s.Issuers, "|")
		if s.Day != "" {
			got = strings.TrimPrefix(got+"|"+s.Day, "|")
		}
		if s.Within {
			got = "within"
		}
		if strings.TrimRight(rest, "\n") != strings.TrimRight(c.rest, "\n") || got != c.want {
			t.Errorf("%s: rest %q, signature %q, want %q and %q", c.name, rest, got, c.rest, c.want)
		}
	}
}

func TestDayOf(t *testing.T) {
	for in, want := range map[string]string{
		"2026年3月12日": "2026-03-12", "2026.3.12": "2026-03-12", "2026-03-12": "2026-03-12", "2026 年 3 月 12 日": "2026-03-12",
		"二〇二六年三月十二日": "2026-03-12", "二○二六年十月三十一日": "2026-10-31", "二零二六年十二月二十日": "2026-12-20", "２０２６年３月１２日": "2026-03-12",
		"2026年2月30日": "", "March 12, 2026": "2026-03-12", "12th March 2026": "2026-03-12", "March 2026": "", "February 30, 2026": "", "2026年": "", "三月十二日": "", "二〇二六年〇月十日": "", "0000年0月0日": "",
	} {
		got := ""
		if d, ok := dayOf(in); ok {
			got = d.Format(time.DateOnly)
		}
		if got != want {
			t.Errorf("%s: %q, want %q", in, got, want)
		}
	}
}

// FuzzSignature: no character of a body is lost but white space, and none is said twice.
func FuzzSignature(f *testing.F) {
	for _, s := range []string{"a。\n示例社区\n2026年11月20日", "示例社区　2026年11月20日", "a。\n\n附件：b", "", "\n", "二〇二六年十一月二十日"} {
		f.Add(s, "")
		f.Add(s, "示例社区")
	}
	f.Fuzz(func(t *testing.T, body, issuer string) {
		rest, s := signature(body, issuer, day(2026, 11, 20))
		if rest == body {
			return
		}
		said := rest + s.Day
		own := strings.Join(s.Issuers, "")
		for _, whole := range []string{rest + s.Day, rest + own + s.Day} {
			if unspaced(whole) == unspaced(body) {
				return
			}
		}
		t.Errorf("%q: %q and %v", body, said, s)
	})
}

// TestSumOfSignature: a body's own lines count as text of the notice wherever they stand, and so does
// another issuer.
func TestSumOfSignature(t *testing.T) {
	const head = "title = \"示例\"\ndate = 2026-11-20\nbody = \"\"\"\n请转告。\n示例县民政局\n2026年11月20日\n\"\"\"\n"
	a, _ := about(t, head)
	plain := a.Notices[0]
	plain.Body, plain.Sign = "请转告。\n示例县民政局\n2026年11月20日", Signature{}
	if n := a.Notices[0]; n.Body != "请转告。" || n.Sum() != plain.Sum() {
		t.Errorf("%q has another sum than the same text without a signature", n.Body)
	}
	b, _ := about(t, strings.Replace(head, "民政局", "财政局", 1))
	c, _ := about(t, noticeHead+"issuer = \"甲\"\n")
	d, _ := about(t, noticeHead+"issuer = \"乙\"\n")
	if a.Notices[0].Sum() == b.Notices[0].Sum() || c.Notices[0].Sum() == d.Notices[0].Sum() {
		t.Error("another issuer is no change")
	}
}
