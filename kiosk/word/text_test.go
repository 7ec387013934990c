package word

import (
	"strings"
	"testing"
	"time"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
)

// TestTexts reads plain texts, and those that were copied from WeChat.
func TestTexts(t *testing.T) {
	for _, c := range []struct {
		name, text               string
		title, day, issuer, body string
		unread                   string
		told                     string
	}{
		{"a letter", "停水通知\n\n各位居民：\n　　明天停水。\n\n　　　　　　　　朝阳社区居民委员会\n　　　　　　　　2026年11月20日\n", "停水通知", "2026-11-20", "朝阳社区居民委员会", "各位居民：\n　　明天停水。", "", ""},
		{"labels", "标题：停水通知\r\n日期：2026年11月20日\r\n正文：明天停水。\r\n请储水。", "停水通知", "2026-11-20", "", "明天停水。\n请储水。", "", ""},
		{"labels without one for the body", "标题: 停水通知\n发布时间: 2026-11-20 10:30\n发布单位：朝阳社区\n\n明天停水。", "停水通知", "2026-11-20", "朝阳社区", "明天停水。", "", ""},
		{"an article", "关于停水的通知\n原创 小王 朝阳社区\n朝阳社区\n 2026年11月20日 10:30 \n山西\n明天停水。\n阅读原文\n阅读 312\n赞\n在看\n写留言", "关于停水的通知", "2026-11-20", "朝阳社区", "明天停水。", "", "微信页面上的字没有放进公告"},
		{"an article in one line", "关于停水的通知\n襄垣发布 2026-11-20 18:05\n明天停水。\n预览时标签不可点", "关于停水的通知", "2026-11-20", "襄垣发布", "明天停水。", "", "微信页面上的字"},
		{"an article of yesterday", "关于停水的通知\n朝阳社区\n昨天 18:05\n明天停水。", "关于停水的通知", "0001-01-01", "朝阳社区", "明天停水。", "昨天 18:05", "微信页面上的字"},
		{"a message", "网格员小王 2026/11/20 10:30:22\n【停水通知】各位居民，明天停水。", "停水通知", "2026-11-20", "", "各位居民，明天停水。", "", "微信页面上的字"},
		{"a message without a title", "各位居民，明天停水，请储水。", "a", "0001-01-01", "", "各位居民，明天停水，请储水。", "", "用了文件名"},
		{"two messages", "小王 10:30\n【停水】明天停水。\n小李 10:35\n收到", "停水", "0001-01-01", "", "明天停水。\n小李 10:35\n收到", "", "几条聊天消息"},
		{"a moment in the text", "停水通知\n2026年11月25日 8:00 至 18:00 停水，请储水。", "停水通知", "0001-01-01", "", "2026年11月25日 8:00 至 18:00 停水，请储水。", "", ""},
		{"a mark of a heading", "# 停水通知\n明天停水。", "停水通知", "0001-01-01", "", "明天停水。", "", ""},
		{"a label with no day", "日期：2026年13月45日\n标题：坏日期\n正文：停水。", "坏日期", "0001-01-01", "", "停水。", "2026年13月45日", ""},
		{"a label with no day above a signature", "标题：坏日期\n日期：近日\n正文：停水。\n\n　　　　　　　　朝阳社区居委会\n　　　　　　　　2026年11月20日", "坏日期", "0001-01-01", "朝阳社区居委会", "停水。", "近日", ""},
		{"the half of a day at the end", "停水通知\n明天停水。\n2026年11月20日下午", "停水通知", "0001-01-01", "", "明天停水。\n2026年11月20日下午", "2026年11月20日下午", ""},
		{"a day that no month has", "停水通知\n明天停水。\n朝阳社区居委会\n2026年2月30日", "停水通知", "0001-01-01", "", "明天停水。\n朝阳社区居委会\n2026年2月30日", "2026年2月30日", ""},
		{"a day in old hanzi", "停水通知\n明天停水。\n朝阳社区居委会　二〇二六年十一月廿日", "停水通知", "0001-01-01", "", "明天停水。\n朝阳社区居委会　二〇二六年十一月廿日", "朝阳社区居委会　二〇二六年十一月廿日", ""},
		{"a day without its year", "停水通知\n明天停水。\n朝阳社区居委会\n11月20日", "停水通知", "0001-01-01", "", "明天停水。\n朝阳社区居委会\n11月20日", "11月20日", ""},
		{"no day that is above an annex", "停水通知\n明天停水。\n2026年2月30日\n附件：范围\n1号楼\n2号楼\n3号楼", "停水通知", "0001-01-01", "", "明天停水。\n2026年2月30日\n附件：范围\n1号楼\n2号楼\n3号楼", "2026年2月30日", ""},
		{"a month that is a matter", "停水通知\n2026年11月工作安排\n2026年度停水。", "停水通知", "0001-01-01", "", "2026年11月工作安排\n2026年度停水。", "", ""},
		{"when it takes place", "停水通知\n时间：2026年11月20日\n地点：全小区\n请储水。", "停水通知", "0001-01-01", "", "时间：2026年11月20日\n地点：全小区\n请储水。", "", ""},
		{"the moment at which it takes place", "停水通知\n时间: 2026年11月20日 9:00\n地点: 全小区\n请储水。", "停水通知", "0001-01-01", "", "时间: 2026年11月20日 9:00\n地点: 全小区\n请储水。", "", ""},
		{"the moment behind a word", "停水通知\n时间 2026年11月20日 9:00\n请储水。", "停水通知", "0001-01-01", "", "时间 2026年11月20日 9:00\n请储水。", "", ""},
		{"a table", "值班表\n日期\t姓名\n1日\t张三", "值班表", "0001-01-01", "", "日期\t姓名\n1日\t张三", "", ""},
	} {
		n := read(t, "a.txt", []byte(c.text))
		if n.Unread != c.unread {
			t.Errorf("%s: unread day %q", c.name, n.Unread)
		}
		if n.Title != c.title || n.Day.Format(time.DateOnly) != c.day || n.Issuer != c.issuer || n.Body != c.body {
			t.Errorf("%s: title %q, day %s, issuer %q, body %q", c.name, n.Title, n.Day.Format(time.DateOnly), n.Issuer, n.Body)
		}
		if told(n) != "" && c.told == "" || !strings.Contains(told(n), c.told) {
			t.Errorf("%s: reported %s", c.name, told(n))
		}
	}
}

// TestEncodings reads a text in the encodings of Windows.
func TestEncodings(t *testing.T) {
	const text = "停水通知\n明天停水。"
	gbk, _ := simplifiedchinese.GB18030.NewEncoder().String(text)
	wide, _ := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(text)
	big, _ := unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewEncoder().String(text)
	for name, data := range map[string]string{"UTF-8": text, "a mark": "\ufeff" + text, "GBK": gbk, "UTF-16": wide, "UTF-16BE": big} {
		if n := read(t, "a.txt", []byte(data)); n.Title != "停水通知" || n.Body != "明天停水。" {
			t.Errorf("%s: %q, %q", name, n.Title, n.Body)
		}
	}
}
