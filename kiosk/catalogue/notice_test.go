package catalogue

import (
	"reflect"
	"strings"
	"testing"
	"time"
)

// about parses one notice together with what a catalogue must have, and images if there are any.
func about(t *testing.T, notice string, images ...File) (*Catalogue, string) {
	t.Helper()
	files := dir("kiosk.toml", kioskToml, "items/1.toml", item("1"), "notices/a.toml", notice)
	c, problems := Parse(append(files, images...))
	return c, printed(t, problems)
}

// picture returns an image file that can be shown.
func picture(name string) File {
	return File{Path: name, Image: &Fact{Width: 30, Height: 40, Orientation: 6, Hash: "hash of " + name}}
}

func TestNotice(t *testing.T) {
	c, problems := about(t, "title = \"\"\"\n示例\n公告\n\"\"\"\ndate = 2026-11-20\nbody = \"\"\"\n\u3000\u3000第一段。\n\n\u3000\u3000第二段。\n\"\"\"\nimages = [\"images/a.jpg\", \"images/b/c.WebP\"]\n"+
		"publish = 2026-11-20\nexpire = 2026-11-30\npinned = true\n", picture("images/a.jpg"), picture("images/b/c.WebP"))
	want := Notice{
		File: "notices/a.toml", Title: "示例公告", Breaks: []int{2}, Date: day(2026, 11, 20), Body: "　　第一段。\n\n　　第二段。",
		Images:  []Image{{"images/a.jpg", 30, 40, 6, "hash of images/a.jpg"}, {"images/b/c.WebP", 30, 40, 6, "hash of images/b/c.WebP"}},
		Publish: day(2026, 11, 20), Expire: day(2026, 12, 1), Pinned: true,
	}
	if problems != "" || len(c.Notices) != 1 || !reflect.DeepEqual(c.Notices[0], want) {
		t.Errorf("%s%+v", problems, c.Notices)
	}
}

func day(y, m, d int) time.Time { return time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC) }

// TestShown: a day counts from its start to its end, a time to the minute, both in
// the caller's zone.
func TestShown(t *testing.T) {
	shanghai := time.FixedZone("CST", 8*3600)
	for _, c := range []struct {
		notice string
		at     string
		want   bool
	}{
		{"", "2026-11-20 00:00", true},
		{"publish = 2026-11-20\nexpire = 2026-11-20\n", "2026-11-19 23:59", false},
		{"publish = 2026-11-20\nexpire = 2026-11-20\n", "2026-11-20 00:00", true},
		{"publish = 2026-11-20\nexpire = 2026-11-20\n", "2026-11-20 23:59", true},
		{"publish = 2026-11-20\nexpire = 2026-11-20\n", "2026-11-21 00:00", false},
		{"publish = 2026-11-20T09:00:00\n", "2026-11-20 08:59", false},
		{"publish = 2026-11-20T09:00:00\n", "2026-11-20 09:00", true},
		{"expire = 2026-11-20T09:00:00\n", "2026-11-20 08:59", true},
		{"expire = 2026-11-20T09:00:00\n", "2026-11-20 09:00", false},
	} {
		n, problems := about(t, "title = \"示例\"\ndate = 2026-11-20\n"+c.notice)
		at, err := time.ParseInLocation("2006-01-02 15:04", c.at, shanghai)
		if err != nil || problems != "" {
			t.Fatal(err, problems)
		}
		if got := n.Notices[0].Shown(at, n.Holidays); got != c.want {
			t.Errorf("%s at %s: %v", c.notice, c.at, got)
		}
	}
}

func TestNoticeOrder(t *testing.T) {
	c, _ := Parse(dir("kiosk.toml", kioskToml, "items/1.toml", item("1"),
		"notices/a.toml", "title = \"旧\"\ndate = 2026-01-01\n",
		"notices/b.toml", "title = \"新\"\ndate = 2026-03-01\n",
		"notices/c.toml", "title = \"新二\"\ndate = 2026-03-01\n",
		"notices/d.toml", "title = \"顶\"\ndate = 2025-01-01\npinned = true\n",
	))
	got := ""
	for _, n := range c.Notices {
		got += n.Title + " "
	}
	if got != "顶 新 新二 旧 " {
		t.Error(got)
	}
}

func TestNoticeProblems(t *testing.T) {
	head := "title = \"示例\"\ndate = 2026-11-20\n"
	order := "错误：“expire”（下屏时间）在“publish”（上屏时间）之前；改法：对调两个时间，或改正其中一个\n"
	for _, c := range []struct {
		in, want string
		shown    bool
	}{
		{"body = \"a\"\n", "notices/a.toml:1:1: 错误：缺少“title”（标题）；改法：补上一行 title = \"…\"\nnotices/a.toml:1:1: 错误：缺少“date”（日期）；改法：补上一行 date = 2026-03-01\n", false},
		{"title = \"示例\"\ndate = 2026-11-20T08:00:00\n", "notices/a.toml:2:1: 错误：“date”只写日期，不写时间；改法：只留下日期，写成 2026-11-20\n", false},
		{head + "publish = 2026-11-21\nexpire = 2026-11-20\n", "notices/a.toml:4:1: " + order, false},
		{head + "expire = 2026-11-20T09:00:00\npublish = 2026-11-20T09:00:00\n", "notices/a.toml:3:1: " + order, false},
		{head + "expire = \"2026年11月20日\"\n", "notices/a.toml:3:1: 错误：“expire”（下屏时间）应是日期，这里写的是文字；改法：去掉引号，写成 2026-11-20\n", false},
		{head + "images = \"a.jpg\"\n", "notices/a.toml:3:1: 错误：“images”（图片）应是列表；改法：写成 images = [\"images/a.jpg\"]\n", false},
		{head + "images = [\n\n  \"../a.jpg\",\n]\n", "notices/a.toml:5:3: 错误：图片 “../a.jpg” 不在 images 目录里；改法：把图片放到 images 目录，写成 \"images/a.jpg\"\n", false},
		{head + "images = [\"/etc/passwd\", \"images/../../a.png\", \"a.jpg\"]\n", "notices/a.toml:3:11: 错误：图片 “/etc/passwd” 不在 images 目录里；改法：把图片放到 images 目录，写成 \"images/a.jpg\"\n" +
			"notices/a.toml:3:26: 错误：图片 “images/../../a.png” 不在 images 目录里；改法：把图片放到 images 目录，写成 \"images/a.png\"\n" +
			"notices/a.toml:3:48: 错误：图片 “a.jpg” 不在 images 目录里；改法：把图片放到 images 目录，写成 \"images/a.jpg\"\n", false},
		{head + "images = ['images\\a.jpg']\n", "notices/a.toml:3:11: 错误：图片 “images\\a.jpg” 的路径用了反斜杠；改法：把图片放到 images 目录，写成 \"images/a.jpg\"\n", false},
		{head + "images = [\"images/a.tga\"]\n", "notices/a.toml:3:11: 错误：图片 “images/a.tga” 不是 JPEG、PNG、WebP、GIF、BMP、TIFF；改法：只改文件名没有用，要用软件打开，另存为 JPEG，放到 images 目录，写成 \"images/a.jpg\"\n", false},
		{head + "images = [\"images/a.avif\"]\n", "notices/a.toml:3:11: 错误：图片 “images/a.avif” 是 AVIF，不能显示；改法：只改文件名没有用，要拖进浏览器打开，截图保存为 PNG，放到 images 目录，写成 \"images/a.png\"\n", false},
	} {
		n, got := about(t, c.in)
		if got != c.want || (len(n.Notices) == 1) != c.shown {
			t.Errorf("%s\ngot\n%swant\n%sshown %d", c.in, got, c.want, len(n.Notices))
		}
	}
}

// TestCopiedNotice: the copy of a notice under a name of its own is reported, and both are shown.
func TestCopiedNotice(t *testing.T) {
	const want = "notices/副本.toml:1:1: 提醒：标题和日期跟 notices/a.toml 的一样，屏幕上两个公告都显示；改法：只留要的那一份，删去另一份；真是两个公告就不用改\n"
	c, problems := Parse(dir("kiosk.toml", kioskToml, "items/1.toml", item("1"), "notices/副本.toml", noticeHead+"body = \"新\"\n", "notices/a.toml", noticeHead))
	if got := printed(t, problems); got != want || len(c.Notices) != 2 {
		t.Errorf("%d shown\n%s", len(c.Notices), got)
	}
	for _, other := range []string{
		"title = \"示例二\"\ndate = 2026-11-20\n", "title = \"示例\"\ndate = 2026-11-21\n", "title = \"\"\ndate = 2026-11-20\n", noticeHead + "x = 1\n",
	} {
		_, problems := Parse(dir("kiosk.toml", kioskToml, "items/1.toml", item("1"), "notices/b.toml", noticeHead, "notices/a.toml", other))
		if got := printed(t, problems); strings.Contains(got, "一样") {
			t.Errorf("%s\n%s", other, got)
		}
	}
}

func TestHolidays(t *testing.T) {
	base := []string{"kiosk.toml", kioskToml, "items/1.toml", item("1"), "holidays.toml"}
	c, problems := Parse(dir(append(base, "holidays = [2026-10-01, 2026-10-02]\nworkdays = [2026-10-10]\n")...))
	want := Calendar{[]time.Time{day(2026, 10, 1), day(2026, 10, 2)}, []time.Time{day(2026, 10, 10)}}
	if len(problems) > 0 || !reflect.DeepEqual(c.Holidays, want) {
		t.Errorf("%v %v", problems, c.Holidays)
	}
	c, problems = Parse(dir(append(base, "holidays = [2026-10-01T08:00:00, \"2026-10-2\"]\nwokdays = []\n")...))
	reported := `holidays.toml:1:13: 错误：“holidays”只写日期，不写时间；改法：只留下日期，写成 2026-10-01
holidays.toml:1:34: 错误：“holidays”（节假日）应是日期，这里写的是文字；改法：去掉引号，写成 2026-10-02
holidays.toml:2:1: 错误：不认识的键“wokdays”；改法：改成“workdays”
`
	if got := printed(t, problems); got != reported || c == nil || !reflect.DeepEqual(c.Holidays, Calendar{}) {
		t.Errorf("got\n%swant\n%s%+v", got, reported, c)
	}
}
