package catalogue

import (
	"strings"
	"testing"
)

// TestMisplaced: a file of another kind is reported as such, and nothing else of it; one that is only written wrongly isn't.
func TestMisplaced(t *testing.T) {
	whole := item("2") + "title = \"示例\"\nlevels = [\"社区\"]\n[[guide]]\nheading = \"办理条件\"\nbody = \"示例\"\n"
	for _, c := range []struct{ path, in, want string }{
		{"notices/b.toml", whole, "这是事项文件，放错了文件夹；改法：移到 items 文件夹"},
		{"notices/b.toml", "\ufeff" + strings.ReplaceAll(item("2"), "\n", "\r\n"), "这是事项文件，放错了文件夹；改法：移到 items 文件夹"},
		{"notices/b.toml", item("2") + "x ＝ “示例”\n", "这是事项文件，放错了文件夹；改法：移到 items 文件夹"},
		{"items/b.toml", noticeHead, "这是公告文件，放错了文件夹；改法：移到 notices 文件夹"},
		{"items/b.toml", noticeHead + "body = \"示例\"\nimages = [\"images/a.png\"]\n", "这是公告文件，放错了文件夹；改法：移到 notices 文件夹"},
		{"items/b.toml", kioskToml + "[carousel]\ndwell_seconds = 20\n", "这是单位的设置文件，放错了文件夹；改法：移到外面一层，和 items 文件夹并排，文件名是 kiosk.toml；那里已经有一个，就把要的内容写进那个里"},
		{"notices/b.toml", "holidays = [2026-10-01]\n", "这是节假日文件，放错了文件夹；改法：移到外面一层，和 items 文件夹并排，文件名是 holidays.toml；那里已经有一个，就把要的内容写进那个里"},
		{"items/b.toml", "number = 2\ncategory = \"示例\"\ndate = 2026-11-20\nbody = \"示例\"\n", ""},
		{"items/b.toml", "titel = \"示例\"\n", ""},
		{"notices/b.toml", noticeHead + item("2"), ""},
		{"notices/b.toml", "title = \"示例\"\nbody = \"\"\"\nnumber = 1\ncontent = 2\n\"\"\"\n", ""},
		{"notices/b.toml", "title = \"示例\"\ncontent = \"示例\"\n", ""},
		{"notices/b.toml", "", ""},
	} {
		_, problems := Parse(dir("kiosk.toml", kioskToml, "items/1.toml", item("1"), c.path, c.in))
		got := printed(t, problems)
		reported := strings.Contains(got, "放错了文件夹")
		if c.want == "" && reported || c.want != "" && got != c.path+":1:1: 错误："+c.want+"\n" {
			t.Errorf("%s\n%s\ngot\n%swant\n%s", c.path, c.in, got, c.want)
		}
	}
}
