package word

import (
	"strings"
	"testing"
)

// TestSeveral: a document that is more than one notice is refused, and none that has an annex, a table or a list of days.
func TestSeveral(t *testing.T) {
	sign := func(day string) string { return par(right, "朝阳社区居委会") + par(right, day) }
	first := par(centred, "停水通知") + par("", "明天停水。") + sign("2026年11月1日")
	for _, c := range []struct{ name, body, second string }{
		{"two letters", first + par("", "") + par(centred, "停电通知") + par("", "后天停电。") + sign("2026年11月2日"), "停电通知"},
		{"a heading", first + par(`<w:outlineLvl w:val="0"/>`, "停电通知") + par("", "后天停电。") + sign("2026年11月2日"), "停电通知"},
		{"nothing marks the title", first + par("", "关于停电的通知") + par("", "后天停电。") + sign("2026年11月2日"), "关于停电的通知"},
		{"an annex", first + par("", "附件") + par(centred, "承诺书") + par("", "我承诺。") + sign("2026年11月2日"), ""},
		{"a title of what the signature is above", first + par(centred, "停水范围") + par("", "1号楼"), ""},
		{"a caption", par(centred, "停水通知") + par("", "明天停水。") + par(centred, "示意图") + sign("2026年11月1日"), ""},
		{"days within", par(centred, "停水通知") + par("", "停水的日子：") + par("", "2026年11月1日") + par(centred, "范围") + par("", "1号楼") + sign("2026年11月2日"), ""},
	} {
		checkSeveral(t, c.name, "a.docx", docx(t, c.body, nil), c.second)
	}
	for _, c := range []struct{ name, text, second string }{
		{"labels", "标题：停水通知\n日期：2026年11月20日\n正文：明天停水。\n\n标题：停电通知\n日期：2026年11月21日\n正文：后天停电。\n", "停电通知"},
		{"labels without one for the body", "标题：停水通知\n日期：2026年11月20日\n明天停水。\n标题：停电通知\n日期：2026年11月21日\n后天停电。\n", "停电通知"},
		{"titles alone", "标题：停水通知\n标题：停电通知\n正文：后天停电。\n", "停电通知"},
		{"letters", "停水通知\n明天停水。\n朝阳社区居委会\n2026年11月1日\n\n停电通知\n后天停电。\n朝阳社区居委会\n2026年11月2日", "停电通知"},
		{"brackets", "停水通知\n明天停水。\n朝阳社区居委会\n2026年11月1日\n【停电通知】\n后天停电。\n朝阳社区居委会\n2026年11月2日", "停电通知"},
		{"a label that a text explains", "标题：征文启事\n正文：来稿请写明\n标题：不超过20字\n作者：真实姓名", ""},
	} {
		checkSeveral(t, c.name, "a.txt", []byte(c.text), c.second)
	}
}

func checkSeveral(t *testing.T, name, file string, data []byte, second string) {
	t.Helper()
	switch fault := refused(t, file, data); {
	case second == "" && fault != nil:
		t.Errorf("%s: %s", name, fault.Message)
	case second != "" && (fault == nil || fault.Code != "document-several" || !strings.Contains(fault.Message, second)):
		t.Errorf("%s: %v, want %s", name, fault, second)
	}
}
