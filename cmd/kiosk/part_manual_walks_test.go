package main

import (
	"bytes"
	"image"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"time"

	"gongkai/kiosk/picture/sample"
)

// walks are the manual's sections of numbered steps, in its order.
var walks = []walk{
	{"第一天", firstDay}, {"看屏幕", looking}, {"改一个字", oneWordChanged}, {"Word 通知", wordNotice}, {"手机照片", posterOfPhoto},
	{"哪天上屏", scheduled}, {"每年的目录表", yearlyTable}, {"几点开屏", screenHours}, {"换一个主色", mainColour}, {"一次改很多", manyChanged},
	{"一周审批单", approved}, {"撤销", undone}, {"屏幕上到了没有", arrived},
}

var firstDay = []step{
	{"全部解压缩", func(c *clerk) { // newDesktop has done it
		for _, m := range regexp.MustCompile(`(?m)^\| (\S+) \|`).FindAllStringSubmatch(c.section, -1)[1:] {
			if m[1] != "---" && c.count(m[1]+".*") != 1 {
				c.Errorf("the zip has no %s", m[1])
			}
		}
	}},
	{"新建", func(c *clerk) {
		opens(c)
		c.clicks(previewYes)
		c.takes("kiosk.toml", "centre")
		c.saves("kiosk.toml", "# [idle]", "[idle]", "# return_seconds = 90", "return_seconds = 600") // a busy machine is no resident who has left
		c.leaves()
	}},
	{"文件扩展名", nil},
	{"检查", func(c *clerk) {
		c.console("检查")
		c.reads("错误 0 处")
	}},
	{"Esc", func(c *clerk) {
		opens(c)
		c.leaves()
	}},
}

var looking = []step{
	{"双击“预览”", opens},
	{"“首页”“事项”“公告”", func(c *clerk) {
		for _, s := range []struct {
			at           image.Point
			screen, file string
		}{{previewHome, "home", "home.png"}, {previewItem, "item:1", "item-01.png"}, {deskNotices, "notices", "notices.png"}} {
			c.clicks(s.at)
			c.sees(s.screen, s.file)
		}
		c.clicks(previewItem)
		c.pictured("preview")
		c.clicks(deskHuge, deskDark)
		c.sees("item:1", "item-01.png", "--text", "2.0", "--high-contrast")
	}},
	{"`〉`", func(c *clerk) {
		c.seen = c.look(deskDay)
		c.clicks(previewNext)
		c.partChanges(deskDay.Add(c.from), c.seen)
		hour := c.look(deskHour)
		c.clicks(deskLater)
		c.partChanges(deskHour.Add(c.from), hour)
	}},
	{"“今天”", func(c *clerk) {
		c.clicks(deskToday)
		c.seesPart(c.soon(), deskDay.Add(c.from), c.seen)
	}},
	{"“存成图片”", func(c *clerk) {
		c.clicks(previewPicture)
		c.until("no picture was saved", func() bool { return c.count("预览-*.png") == 1 })
		c.leaves()
	}},
}

var oneWordChanged = []step{
	{"`06-残疾人补贴.toml`", func(c *clerk) { c.text(item6) }},
	{`publisher`, nil}, // with the next one
	{"Ctrl+S", func(c *clerk) {
		c.saves(item6, `publisher = "社区工作站"`, `publisher = "社区工作站（示例）"`)
	}},
	{"预览窗口", func(c *clerk) {
		opens(c)
		row := c.look(previewRow)
		c.saves(item6, "publisher", "publishr")
		c.partChanges(previewRow.Add(c.from), row)
		c.clicks(previewRow.Min.Add(image.Pt(100, 30)))
		c.pictured("problem")
		c.saves(item6, "publishr", "publisher")
		c.sees("item:6", "item-06.png")
		c.leaves()
	}},
}

var wordNotice = []step{
	{"双击“预览”", opens},
	{"`通知.docx`", func(c *clerk) {
		data, err := os.ReadFile("../../kiosk/word/testdata/通知.docx")
		c.must(err)
		c.puts("通知.docx", data)
		c.drops("通知.docx")
	}},
	{"标题、日期、落款", func(c *clerk) {
		c.pictured("word")
		if n := c.count(contentName + "/notices/*"); n > 0 {
			c.Errorf("before the answer there are %d notices", n)
		}
	}},
	{"导入", func(c *clerk) {
		c.imports("notices/*.toml", "消防安全检查")
	}},
	{"关闭", func(c *clerk) {
		c.clicks(deskNotices)
		c.sees("notices", "notices.png")
		c.leaves()
		c.puts("停水通知.txt", []byte("停水通知\n\n各位居民：\n因检修停水，请储水。\n\n朝阳社区\n"+time.Now().Format("2006年1月2日")+"\n"))
		c.opensWith("新公告", "停水通知.txt")
		c.imports("notices/*.toml", "因检修停水")
		c.leaves()
	}},
}

var posterOfPhoto = []step{
	{"`义诊海报.jpg`", func(c *clerk) { c.puts("义诊海报.jpg", sample.Bytes(sample.Poster)) }},
	{"“新公告”", func(c *clerk) { c.opensWith("新公告", "义诊海报.jpg") }},
	{"导入", func(c *clerk) {
		c.imports("notices/*.toml", "义诊海报")
		if c.count(contentName+"/images/*") == 0 {
			c.Error("the photo isn't in images")
		}
	}},
	{"点“公告”", func(c *clerk) {
		c.clicks(deskNotices)
		c.sees("notices", "notices.png")
		c.clicks(image.Pt(200, 185))
		c.sees("notice:1", "notice-01.png")
		c.pictured("poster")
		c.leaves()
	}},
}

// days are that many from today, as the catalogue writes them.
func days(n int) string { return time.Now().AddDate(0, 0, n).Format(time.DateOnly) }

// slides counts what the carousel shows on a day.
func (c *clerk) slides(day string) int {
	c.Helper()
	out := c.TempDir()
	c.pc.command(".", built, "snapshot", "--content", c.dir, "--at", day+"T10:00", "--out", out, "attract")
	files, err := os.ReadDir(out)
	c.must(err)
	return len(files)
}

var scheduled = []step{
	{"停水通知.toml", func(c *clerk) { c.kept = "notices/" + days(0) + "-停水通知.toml" }},
	{"# publish = ", func(c *clerk) {
		text := regexp.MustCompile(`(?m)^# (publish|expire) = .*$`).FindAllString(c.text(c.kept), -1)
		if len(text) != 2 {
			c.Fatalf("the notice has not the two lines: %q", text)
		}
		c.saves(c.kept, text[0], "publish = "+days(2), text[1], "expire = "+days(9))
	}},
	{"Ctrl+S", nil},
	{"`〉`", func(c *clerk) {
		opens(c)
		told := c.look(deskTold)
		c.clicks(previewNext, previewNext)
		c.partChanges(deskTold.Add(c.from), told)
		c.leaves()
		if n := c.slides(days(1)); c.slides(days(2)) != n+1 || c.slides(days(9)) != n+1 || c.slides(days(10)) != n {
			c.Errorf("the notice isn't on air from %s to %s", days(2), days(9))
		}
	}},
}

var yearlyTable = []step{
	{"双击“导出表格”", func(c *clerk) { c.before = c.table() }},
	{"`目录.xlsx`", func(c *clerk) {
		c.pc.command(c.pc.dir, built, "export", "--content", contentName, "--out", "目录.xlsx")
		c.fills("目录.xlsx", "目录", "G9", "社区残联（示例）", "目录", "F9", "每季度公开")
		opens(c)
		c.drops("目录.xlsx")
	}},
	{"一行一处", func(c *clerk) {
		c.pictured("table")
		if strings.Contains(c.text(item6), "社区残联（示例）") {
			c.Error("the table is taken in before the answer")
		}
	}},
	{"导入", func(c *clerk) {
		c.imports(item6, "社区残联（示例）")
		c.leaves()
	}},
	{"检查", func(c *clerk) {
		c.console("检查")
		c.pc.says(c.said, "错误 0 处")
	}},
}

var screenHours = []step{
	{"`kiosk.toml`", func(c *clerk) { c.kept = c.text("kiosk.toml") }},
	{"# [screen]", func(c *clerk) {
		c.saves("kiosk.toml", "# [screen]", "[screen]", `# on = "07:30"`, `on = "08:00"`, `# off = "21:00"`, `off = "18:00"`)
	}},
	{"Ctrl+S", nil},
	{"19 点", func(c *clerk) {
		opens(c)
		for range (24 + 19 - time.Now().In(shanghai()).Hour()) % 24 {
			c.clicks(deskLater)
		}
		c.pictured("night")
		if share := black(c.look(previewGlass)); share < 0.9 {
			c.Errorf("the screen isn't off: %.0f %% of it is black", 100*share)
		}
		c.leaves()
		c.must(os.WriteFile(c.file("kiosk.toml"), []byte(c.kept), 0o644)) // what follows is walked at any hour
	}},
}

// black returns the share of a picture that is black.
func black(m *image.RGBA) float64 {
	n := 0
	for i := 0; i < len(m.Pix); i += 4 {
		if m.Pix[i] == 0 && m.Pix[i+1] == 0 && m.Pix[i+2] == 0 {
			n++
		}
	}
	return float64(4*n) / float64(len(m.Pix))
}

// shanghai is the time zone of the window's clock.
func shanghai() *time.Location { return time.FixedZone("", 8*3600) }

var mainColour = []step{
	{"`kiosk.toml`", nil},
	{"# accent = ", func(c *clerk) { c.saves("kiosk.toml", `# accent = "#98191C"`, `accent = "#1F5A4A"`) }},
	{"Ctrl+S", func(c *clerk) {
		opens(c)
		c.clicks(previewHome)
		c.sees("home", "home.png")
		c.pictured("accent")
		c.leaves()
	}},
}

var manyChanged = []step{
	{"双击“导出表格”", func(c *clerk) { c.kept = c.table() }},
	{"Excel", func(c *clerk) {
		c.fills(c.kept, "本单位", "B6", "0355-0000000", "目录", "G9", "社区工作站")
	}},
	{"拖到窗口上", func(c *clerk) {
		opens(c)
		c.drops(c.kept)
	}},
	{"导入", func(c *clerk) {
		c.imports("kiosk.toml", "0355-0000000")
		c.leaves()
	}},
}

var approved = []step{
	{"`〈` `〉`", func(c *clerk) {
		opens(c)
		c.clicks(previewNext, deskBefore)
	}},
	{"一周审批单", func(c *clerk) {
		c.clicks(deskSheet)
		c.until("no sheet was saved", func() bool { return c.count("一周审批单-*.pdf") == 1 })
		c.leaves()
	}},
	{"打印", func(c *clerk) {
		files, _ := filepath.Glob(filepath.Join(c.pc.dir, "一周审批单-*.pdf"))
		c.kept = c.pc.command(".", toolPath(c.T, "parts", "pdftotext"), files[0], "-")
	}},
	{"sha256:", func(c *clerk) {
		c.console("检查")
		if rev := edition(c.said); rev == "" || !strings.Contains(c.kept, rev) {
			c.Errorf("the sheet is not of %q: %s", rev, c.kept)
		}
		png := filepath.Join(c.TempDir(), "week.png")
		c.pc.command(".", built, "snapshot", "--content", c.dir, "--sheet", png)
		c.keep("week", c.load(png))
	}},
}

// edition returns the eight digits of a revision as check prints it.
func edition(said string) string {
	if m := regexp.MustCompile(`版本 sha256:(\w{8})`).FindStringSubmatch(said); m != nil {
		return m[1]
	}
	return ""
}

var undone = []step{
	{"Ctrl+Z", nil},
	{".bak", func(c *clerk) {
		was := c.text(item6)
		c.pc.command(c.pc.dir, "wine", "kiosk.exe", "new", "guide", "--content", contentName, "--item", "6", "--heading", "办理流程", "--body", "1. 示例")
		c.renames(contentName+"/"+item6+".bak", contentName+"/"+item6)
		if c.text(item6) != was {
			c.Error(".bak is not what was before")
		}
	}},
	{"以前导出的表", func(c *clerk) {
		opens(c)
		c.drops(c.before)
		c.imports(item6, "社区工作站（示例）")
		c.leaves()
	}},
	{"找管理员", nil},
	{"~20261130-170000", func(c *clerk) {
		old := contentName + "/items/06-残疾人补贴~20261130-170000.toml"
		c.puts(old, bytes.ReplaceAll([]byte(c.text(item6)), []byte("社区工作站（示例）"), []byte("社区工作站")))
		c.must(os.Remove(c.file(item6)))
		c.renames(old, contentName+"/"+item6)
		c.console("检查")
		c.pc.says(c.said, "错误 0 处", "事项 14 条")
	}},
}

var arrived = []step{
	{"检查", func(c *clerk) {
		c.console("检查")
		if rev := edition(c.said); rev == "" || !strings.HasPrefix(c.revision(), "sha256:"+rev) {
			c.Errorf("check says %q, the content is %s", rev, c.revision())
		}
	}},
	{"〔新〕", nil},
	{"管理员", nil},
}
