package word

import (
	"strings"
	"testing"
	"time"
)

// TestLetter reads a plain notice of an office.
func TestLetter(t *testing.T) {
	body := par(centred, "关于开展冬季消防安全检查的") + par(centred, "通　知") + par("", "") +
		par("", "各居民小组：") +
		par(two, "为保障冬季安全，社区定于11月25日", "开展检查。") + par("", "") + par("", "") + par(two, "特此通知。") +
		par("", "") + par(right, "朝阳社区居民委员会") + par(right, "2026年11月20日")
	n := read(t, "通知.docx", docx(t, body, nil))
	if n.Title != "关于开展冬季消防安全检查的\n通知" {
		t.Errorf("title %q", n.Title)
	}
	if want := time.Date(2026, 11, 20, 0, 0, 0, 0, time.UTC); !n.Day.Equal(want) {
		t.Errorf("day %v", n.Day)
	}
	if n.Issuer != "朝阳社区居民委员会" {
		t.Errorf("issuer %q", n.Issuer)
	}
	want := "各居民小组：\n　　为保障冬季安全，社区定于11月25日开展检查。\n\n　　特此通知。"
	if n.Body != want {
		t.Errorf("body\n%s\nwant\n%s", n.Body, want)
	}
	if len(n.Problems) > 0 {
		t.Error(told(n))
	}
}

// TestTitles finds what a document's title is.
func TestTitles(t *testing.T) {
	long := strings.Repeat("很长的一句话，", 10) + "到这里结束。"
	for _, c := range []struct{ name, body, title, rest string }{
		{"a heading", par(`<w:outlineLvl w:val="0"/>`, "停水通知") + par("", "明天停水。"), "停水通知", "明天停水。"},
		{"a letterhead", par(centred, "朝阳社区居民委员会文件") + par(centred, "朝社〔2026〕3号") + par("", "") + par(centred, "关于停水的通知") + par("", "明天停水。"),
			"关于停水的通知", "朝阳社区居民委员会文件\n朝社〔2026〕3号\n\n明天停水。"},
		{"nothing marks it", par("", "停水通知") + par("", long), "停水通知", long},
		{"a sentence first", par("", long) + par("", "明天停水。"), "通知", long + "\n明天停水。"},
		{"a numbered heading is none", par(`<w:outlineLvl w:val="0"/>`, "一、时间") + par("", "明天。"), "通知", "一、时间\n明天。"},
		{"an addition below it", par(centred, "停水通知") + par(centred, "（2026年11月20日）") + par("", "明天停水。"), "停水通知", "（2026年11月20日）\n明天停水。"},
		{"two lines in one paragraph", par(centred, "<w:r><w:t>关于停水的</w:t><w:br/><w:t>紧急通知</w:t></w:r>") + par("", "明天停水。"), "关于停水的\n紧急通知", "明天停水。"},
		{"an empty first page", par("", "") + par("", "") + par(centred, "停水通知") + par("", "明天停水。"), "停水通知", "明天停水。"},
	} {
		n := read(t, "通知.docx", docx(t, c.body, nil))
		if n.Title != c.title || n.Body != c.rest {
			t.Errorf("%s: title %q, body %q; want %q, %q", c.name, n.Title, n.Body, c.title, c.rest)
		}
	}
}

// TestSignatures finds the day and who signs.
func TestSignatures(t *testing.T) {
	for _, c := range []struct{ name, end, issuer, day, body string }{
		{"a line each", par(right, "朝阳社区居民委员会") + par(right, "2026年11月20日"), "朝阳社区居民委员会", "2026-11-20", ""},
		{"one line", par(right, "朝阳社区居民委员会　　2026年11月20日"), "朝阳社区居民委员会", "2026-11-20", ""},
		{"spaces in the day", par(right, "朝阳社区居民委员会") + par(right, "2026 年 11 月 20 日"), "朝阳社区居民委员会", "2026-11-20", ""},
		{"hanzi stay in the body", par(right, "朝阳社区居民委员会") + par(right, "二〇二六年十一月二十日"), "", "2026-11-20", asideRight + "朝阳社区居民委员会\n" + asideRight + "二〇二六年十一月二十日"},
		{"two bodies stay", par(right, "朝阳社区居民委员会") + par(right, "朝阳社区党支部") + par(right, "2026年11月20日"), "", "2026-11-20",
			asideRight + "朝阳社区居民委员会\n" + asideRight + "朝阳社区党支部\n" + asideRight + "2026年11月20日"},
		{"a day alone", par(right, "2026年11月20日"), "", "2026-11-20", ""},
		{"moved by an indent", par(`<w:ind w:firstLineChars="1500"/>`, "朝阳社区居民委员会") + par(`<w:ind w:firstLine="5040"/>`, "2026年11月20日"), "朝阳社区居民委员会", "2026-11-20", ""},
		{"none", "", "", "0001-01-01", ""},
	} {
		n := read(t, "a.docx", docx(t, par(centred, "停水通知")+par("", "明天停水。")+c.end, nil))
		body := strings.TrimLeft(strings.TrimPrefix(n.Body, "明天停水。"), "\n")
		if n.Issuer != c.issuer || n.Day.Format(time.DateOnly) != c.day || body != c.body {
			t.Errorf("%s: issuer %q, day %s, body %q; want %q, %s, %q", c.name, n.Issuer, n.Day.Format(time.DateOnly), body, c.issuer, c.day, c.body)
		}
	}
}

// TestAnnexes: a list of annexes below the signature stays where it is, and the day is found.
func TestAnnexes(t *testing.T) {
	n := read(t, "a.docx", docx(t, par(centred, "停水通知")+par("", "明天停水。")+par(right, "朝阳社区居民委员会")+par(right, "2026年11月20日")+par("", "附件：停水范围"), nil))
	if n.Day.Format(time.DateOnly) != "2026-11-20" || !strings.HasSuffix(n.Body, "2026年11月20日\n附件：停水范围") {
		t.Errorf("day %v, body %q", n.Day, n.Body)
	}
}

// TestLongAnnex: the signature above an annex of many lines gives the day, and the text stays whole.
func TestLongAnnex(t *testing.T) {
	body := par(centred, "停水通知") + par("", "明天停水。") + par(right, "朝阳社区居民委员会") + par(right, "2026年11月20日") + par("", "附件1") + par(centred, "停水范围")
	for range 20 {
		body += par("", "1号楼")
	}
	n := read(t, "a.docx", docx(t, body, nil))
	if n.Day.Format(time.DateOnly) != "2026-11-20" || n.Issuer != "" || !strings.Contains(n.Body, "2026年11月20日\n附件1\n停水范围") {
		t.Errorf("day %v, issuer %q, body %q", n.Day, n.Issuer, n.Body)
	}
}

// TestDayOfEvent: a day below the title that isn't the notice's stays in the text, and isn't the title's either.
func TestDayOfEvent(t *testing.T) {
	for _, line := range []string{"时间：2026年11月20日", "活动时间: 2026-11-20"} {
		n := read(t, "a.docx", docx(t, par(centred, "停水通知")+par(centred, line)+par("", "明天停水。"), nil))
		if !n.Day.IsZero() || n.Unread != "" || n.Title != "停水通知" || n.Body != line+"\n明天停水。" {
			t.Errorf("%s: %v, title %q, body %q", line, n.Day, n.Title, n.Body)
		}
	}
}

// TestDayAtTop: a day below the title is the notice's if no signature has one.
func TestDayAtTop(t *testing.T) {
	for _, line := range []string{"（2026年11月20日）", "2026年11月20日", "发布日期：2026-11-20", "发布时间：2026-11-20 10:30"} {
		n := read(t, "a.docx", docx(t, par(centred, "停水通知")+par(centred, line)+par("", "明天停水。"), nil))
		if n.Day.Format(time.DateOnly) != "2026-11-20" || n.Title != "停水通知" {
			t.Errorf("%s: %v, title %q", line, n.Day, n.Title)
		}
	}
}
