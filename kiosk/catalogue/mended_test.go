package catalogue

import (
	"bytes"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"gongkai/kiosk/diag"
)

// mendedOnce returns a directory after Mend.
func mendedOnce(files []File) []File {
	now := filesByPath(files)
	for _, f := range Mend(files) {
		now[f.Path] = f
	}
	var all []File
	for _, f := range now {
		all = append(all, f)
	}
	return all
}

// converted are the slips whose mend writes what was meant in other letters: a day, a time, a colour, a key's name.
var converted = []string{"GBK", "UTF-16", "日期", "时间", "几点", "开关屏", "颜色", "没有这一天", "中文键", "不认识的键", "星期", "是和否", "否", "百分数", "电话", "公开层级", "图标", "马上", "两个日子", "零开头", "图片", "写成别的词", "平面图", "停留", "紧急", "标题"}

// lost returns the letters and digits of a text that another hasn't.
func lost(before, after []byte) string {
	have := make(map[rune]int)
	for _, r := range halved(after) {
		have[r]++
	}
	var gone strings.Builder
	for _, r := range halved(before) {
		if have[r]--; have[r] < 0 && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
			gone.WriteRune(r)
		}
	}
	return gone.String()
}

func halved(b []byte) string {
	return strings.Map(func(r rune) rune {
		if r >= '！' && r <= '～' {
			return r - '！' + '!'
		}
		return r
	}, string(b))
}

// TestMend: of every kind of mistake all that is certain is mended at once. What stays is the same however often it is
// mended, no letter is lost, and no file has more problems than before.
func TestMend(t *testing.T) {
	mended := 0
	for _, m := range mistakes {
		if len(m.files) > 100 {
			continue
		}
		files := m.whole()
		changed := Mend(files)
		if len(changed) > 0 {
			mended++
		}
		again := Mend(mendedOnce(files))
		if len(again) > 0 {
			t.Errorf("%s: mended a second time: %s\n%s", m.name, again[0].Path, again[0].Data)
		}
		before := filesByPath(files)
		var was, is []byte
		for _, f := range changed {
			was, is = append(was, before[f.Path].Data...), append(append(is, f.Data...), '\n')
		}
		if gone := lost(was, is); gone != "" && !mentions(m.name, converted) {
			t.Errorf("%s: %q is lost of\n%s\nnow\n%s", m.name, gone, was, is)
		}
		for path, weight := range weigh(filesByPath(mendedOnce(files))) {
			if old := weigh(before)[path]; weight > old && before[path].Data != nil {
				t.Errorf("%s: %s has more problems than before", m.name, path)
			}
		}
	}
	if mended < 60 {
		t.Errorf("only %d mistakes of %d are mended", mended, len(mistakes))
	}
}

func mentions(name string, words []string) bool {
	for _, w := range words {
		if strings.Contains(name, w) {
			return true
		}
	}
	return false
}

// TestMendLeadsToTheEnd: files that nothing is left of to report once they are mended, and what they are then.
func TestMendLeadsToTheEnd(t *testing.T) {
	for _, c := range []struct{ name, path, in, want string }{
		{"a closing quote of the input method", "items/06.toml", item("2") + "levels = [\"社区”]\n", item("2") + "levels = [\"社区\"]\n"},
		{"all of the input method", "items/06.toml", item("2") + "levels ＝ ［“社区”，“乡镇”］\n", item("2") + "levels = [\"社区\",\"乡镇\"]\n"},
		{"labelled lines", "notices/1.toml", "标题：停水通知\r\n日期：2026年12月1日\r\n正文\r\n明天停水。\r\n", "title = \"停水通知\"\r\ndate  = 2026-12-01\r\nbody  = \"\"\"\r\n明天停水。\r\n\"\"\"\r\n"},
		{"a month too short", "notices/1.toml", noticeHead + "expire = 2026-11-31\n", noticeHead + "expire = 2026-11-30\n"},
		{"a header that is a comment", "kiosk.toml", kioskToml + "# [screen]\non = \"07:30\"\noff = \"21:00\"\n", kioskToml + "[screen]\non = \"07:30\"\noff = \"21:00\"\n"},
		{"an accent too light", "kiosk.toml", kioskToml + "accent = \"#E0474C\"\n", kioskToml + "accent = \"#993034\"\n"},
		{"labels beside keys", "notices/1.toml", "title：停水通知\ndate = 2026-12-01\nbody = \"\"\"\n停水\n\"\"\"\n", "title=\"停水通知\"\ndate = 2026-12-01\nbody = \"\"\"\n停水\n\"\"\"\n"},
		{"words as a list", "items/06.toml", item("2") + "levels = 社区、“乡镇”\n", item("2") + "levels = [\"社区\", \"乡镇\"]\n"},
		{"quotes in front of the bracket", "items/06.toml", item("2") + "levels = [\"社区]\n", item("2") + "levels = [\"社区\"]\n"},
		{"a day in other words that no month has", "notices/1.toml", noticeHead + "expire = \"2026年11月31日\"\n", noticeHead + "expire = 2026-11-30\n"},
		{"a header of one bracket", "kiosk.toml", kioskToml + "[screen.span]\ndays = \"一\"\non = \"08:00\"\noff = \"24\"\n", kioskToml + "[[screen.span]]\ndays = \"一\"\non = \"08:00\"\noff = \"24:00\"\n"},
		{"a header without its table", "kiosk.toml", kioskToml + "[[span]]\ndays = \"一\"\non = \"08:00\"\noff = 24\n", kioskToml + "[[screen.span]]\ndays = \"一\"\non = \"08:00\"\noff = \"24:00\"\n"},
		{"days in other words as a list", "holidays.toml", "holidays = [2026年10月1日，2026年10月2日]\n", "holidays = [2026-10-01,2026-10-02]\n"},
		{"a colour as a comment", "kiosk.toml", kioskToml + "accent = #98191C\n", kioskToml + "accent = \"#98191C\"\n"},
		{"a colour without its sign", "kiosk.toml", kioskToml + "accent = \"98191c\"\n", kioskToml + "accent = \"#98191C\"\n"},
		{"yes as a text", "notices/1.toml", noticeHead + "pinned = \"是\"\n", noticeHead + "pinned = true\n"},
		{"days as a number", "notices/1.toml", noticeHead + "[[air]]\ndays = 135\nto = 1130\n", noticeHead + "[[air]]\ndays = \"一三五\"\nto = \"11:30\"\n"},
		{"days as a list", "notices/1.toml", noticeHead + "[[air]]\ndays = [1,3]\n", noticeHead + "[[air]]\ndays = \"一三\"\n"},
		{"a key that slid into a table", "kiosk.toml", "centre = \"示例社区\"\n[contact]\nphone = \"110\"\ncatalogue = \"目录\"\n", "centre = \"示例社区\"\ncatalogue = \"目录\"\n[contact]\nphone = \"110\"\n"},
		{"a wide phone", "kiosk.toml", kioskToml + "[contact]\nphone = \"０３５５－００００\"\n", kioskToml + "[contact]\nphone = \"0355-0000\"\n"},
		{"a text without quotes", "items/06.toml", item("2") + "publisher = 社区工作站\n", item("2") + "publisher = \"社区工作站\"\n"},
		{"a text of several lines", "items/06.toml", item("2") + "channels = \"政府网站、\n宣传栏\"\nlevels = [\"社区\"]\n", item("2") + "channels = \"\"\"政府网站、\n宣传栏\"\"\"\nlevels = [\"社区\"]\n"},
		{"levels joined", "items/06.toml", item("2") + "levels = [\"社区、乡镇\"]\n", item("2") + "levels = [\"社区\", \"乡镇\"]\n"},
		{"a byte order mark stays", "items/06.toml", "\ufeff" + item("2") + "levels ＝ [\"社区\"]\n", "\ufeff" + item("2") + "levels = [\"社区\"]\n"},
	} {
		files := append(dir(c.path, c.in), dir("items/01.toml", item("1"))...)
		if c.path != "kiosk.toml" {
			files = append(files, dir("kiosk.toml", kioskToml)...)
		}
		mended := Mend(files)
		if len(mended) != 1 || string(mended[0].Data) != c.want {
			t.Errorf("%s: got\n%v\nwant\n%q", c.name, filesText(mended), c.want)
			continue
		}
		_, left := Parse(mendedOnce(files))
		if len(left) > 0 {
			t.Errorf("%s: left\n%s", c.name, printed(t, left))
		}
	}
}

// TestMendDivides: several notices in one file become a file each.
func TestMendDivides(t *testing.T) {
	files := dir("kiosk.toml", kioskToml, "items/01.toml", item("1"), "notices/1.toml",
		"标题：甲\n日期：2026-12-01\n正文：停水\n标题：乙\n日期：2026-12-02\n正文：停电\n标题：丙\n日期：2026-12-03\n正文：停气\n")
	c, left := Parse(mendedOnce(files))
	if len(left) > 0 || len(c.Notices) != 3 || c.Notices[0].Title != "丙" || c.Notices[2].Body != "停水" {
		t.Errorf("%+v\n%s", c.Notices, printed(t, left))
	}
}

// TestMendNothingUnclear: a file of which anything isn't clear stays as it is.
func TestMendNothingUnclear(t *testing.T) {
	for _, in := range []string{
		"标题：通知\n日期：12月1日\n正文：停水\n",
		"标题：甲\n日期：2026-12-01\n日期：2026-12-02\n正文：停水\n",
		"关于停水的通知\n各位居民：\n明天停水。\n",
		noticeHead + "pinned = 也许\n",
		noticeHead + "expire = 11月31日\n",
	} {
		files := dir("kiosk.toml", kioskToml, "items/01.toml", item("1"), "notices/1.toml", in)
		if mended := Mend(files); len(mended) > 0 {
			t.Errorf("%s\nis mended to\n%s", in, filesText(mended))
		}
	}
}

// TestMendWhatIsCut: nothing is closed at the end of a file that may still be on its way.
func TestMendWhatIsCut(t *testing.T) {
	whole := item("2") + "channels = \"\"\"\n政府网站、\n宣传栏\n\"\"\"\nlevels = [\"社区\"]\n"
	for n := len(item("2")); n < len(whole); n++ {
		files := dir("kiosk.toml", kioskToml, "items/01.toml", item("1"), "items/06.toml", whole[:n])
		for _, f := range Mend(files) {
			if !bytes.HasPrefix([]byte(whole), f.Data) && !strings.HasSuffix(whole[:n], "\n") {
				t.Errorf("cut at %d:\n%s\nis mended to\n%s", n, whole[:n], f.Data)
			}
		}
	}
}

func filesText(files []File) string {
	var b strings.Builder
	for _, f := range files {
		b.WriteString(f.Path + ":\n" + string(f.Data))
	}
	return b.String()
}

// FuzzMend: whatever a notice's file has, mending it ends, leaves it readable text, and a second time changes nothing.
func FuzzMend(f *testing.F) {
	for _, m := range mistakes {
		if len(m.files) == 1 {
			f.Add(m.files[0].Data)
		}
	}
	f.Add([]byte("标题：甲\n日期：2026-12-01\n正文：停水\n标题：乙\n日期：2026-12-02\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 4000 {
			return
		}
		files := dir("kiosk.toml", kioskToml, "items/01.toml", item("1"), "notices/1.toml", string(data))
		before := weigh(filesByPath(files))
		now := mendedOnce(files)
		if after := weigh(filesByPath(now)); after["notices/1.toml"] > before["notices/1.toml"] {
			t.Errorf("%q has more problems than %q", filesByPath(now)["notices/1.toml"].Data, data)
		}
		if again := Mend(now); len(again) > 0 {
			t.Errorf("%q is mended a second time: %q", data, again[0].Data)
		}
	})
}

// literalFix matches the value that a fix names in so many words.
var literalFix = regexp.MustCompile(`[写改]成 ((?:[a-z_]+ = )?(?:\[[^\]]*\]|"[^"]*"|[0-9][^ ，；]*|true|false))(?:，|；|$)`)

// TestMendIsTheFix: where a fix names a value in words, the mend writes that very value.
func TestMendIsTheFix(t *testing.T) {
	seen := 0
	for _, m := range mistakes {
		if len(m.files) > 100 {
			continue
		}
		files := m.whole()
		_, problems := Parse(files)
		for _, p := range problems {
			said := literalFix.FindStringSubmatch(p.Fix)
			if said == nil || !p.Mend.Certain() || p.Mend.NewFile != "" {
				continue
			}
			text, _ := diag.Apply(strings.TrimLeft(string(filesByPath(files)[p.File].Data), "\ufeff"), []diag.Mend{p.Mend})
			if !strings.Contains(strings.ReplaceAll(text, " ", ""), strings.ReplaceAll(said[1], " ", "")) {
				t.Errorf("%s: %s\nis mended to\n%s", m.name, p, text)
			}
			seen++
		}
	}
	if seen < 25 {
		t.Errorf("only %d fixes name a value", seen)
	}
}

// TestMendImages: a name that is written otherwise than its file becomes the file's; one that only may mean a file stays.
func TestMendImages(t *testing.T) {
	files := append(dir("kiosk.toml", kioskToml, "items/01.toml", item("1"), "notices/1.toml", noticeHead+"images = [\"a.png\", 'images\\b.png', \"a.png、b.png\", \"images/c.jpg\"]\n"),
		shown("images/a.png", Fact{Width: 1, Height: 1}), shown("images/b.png", Fact{Width: 1, Height: 1}), shown("images/c.png", Fact{Width: 1, Height: 1}))
	want := noticeHead + "images = [\"images/a.png\", \"images/b.png\", \"images/a.png\", \"images/b.png\", \"images/c.jpg\"]\n"
	if mended := Mend(files); len(mended) != 1 || string(mended[0].Data) != want {
		t.Errorf("got\n%s\nwant\n%s", filesText(mended), want)
	}
}
