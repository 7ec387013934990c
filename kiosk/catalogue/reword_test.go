package catalogue

import (
	"strings"
	"testing"
)

// TestReworded: a day that is no day and an image in braces have one problem each, with the key's own fix.
func TestReworded(t *testing.T) {
	const (
		noExpire  = "错误：“expire”（下屏时间）不是日期；改法：没有期限就删去这一行；有期限写成 expire = 2026-12-31\n"
		noPublish = "错误：“publish”（上屏时间）不是日期；改法：马上就上屏就删去这一行；不是就写成 publish = 2026-12-01\n"
		braces    = "错误：“images”（图片）里写了大括号；改法：写成 images = "
	)
	for _, c := range []struct{ in, want string }{
		{"expire = \"\"\n", "3:1: " + noExpire},
		{"expire = \"长期\"\n", "3:1: " + noExpire},
		{"expire = 长期\n", "3:10: " + noExpire},
		{"expire = “长期”\n", "3:10: " + noExpire},
		{"expire = '' # 2026 年没有期限\n", "3:1: " + noExpire},
		{"publish = \"2026年12月1日到2026年12月31日\"\n", "3:1: 错误：“publish”（上屏时间）里写了两个日子；改法：写成两行：publish = 2026-12-01 和 expire = 2026-12-31\n"},
		{"publish = \"立即\"\n", "3:1: " + noPublish},
		{"expire = \"2026/12/31\"\n", "3:1: 错误：“expire”（下屏时间）应是日期，这里写的是文字；改法：去掉引号，写成 2026-12-31\n"},
		{"body = \"\"\"\nexpire = \"\"\n\"\"\"\nexpire = 2026-12-31\n", "4:1: 提醒：“body”里有一行“expire = \"\"”，屏幕上会当作文字显示；改法：不是要显示的字，就移到这段文字结尾的 \"\"\" 下面；是就不用改\n"},
		{"images = {file = \"images/door.png\"}\n", "3:1: " + braces + "[\"images/door.png\"]\n"},
		{"images = [{file = \"door.png\"}, {file = \"D:/images/yard.jpg\"}]\n", "3:11: " + braces + "[\"images/door.png\", \"images/yard.jpg\"]\n"},
		{"images = [\n  {file = \"door.png\"},\n  {file = \"yard.png\"},\n]\npinned = true\n", "4:3: " + braces + "[\"images/door.png\", \"images/yard.png\"]\n"},
		{"images = [{}]\n", "3:11: " + braces + "[\"images/a.jpg\"]\n"},
		{"images = \"images/door.png\"\n", "3:1: 错误：“images”（图片）应是列表；改法：写成 images = [\"images/door.png\"]\n"},
	} {
		if _, got := about(t, noticeHead+c.in); strings.TrimPrefix(got, "notices/a.toml:") != c.want {
			t.Errorf("%s\ngot\n%swant\n%s", c.in, got, c.want)
		}
	}
	_, problems := Parse(dir("kiosk.toml", kioskToml, "items/1.toml", item("1")+"updated = \"\"\n", "items/2.toml", item("2")+"expire = \"\"\n"))
	if problems = problems[1:]; problems[0].Fix != "没有日期就删去这一行；有就写成 updated = 2026-03-01" || strings.Contains(problems[1].String(), "不是日期") {
		t.Errorf("%v", problems)
	}
}
