package catalogue

import "testing"

// TestUrgent: a notice is urgent up to seven days; without such an end it is a plain one, and an error.
func TestUrgent(t *testing.T) {
	const (
		head    = "title = \"停水（示例）\"\ndate = 2026-11-20\nurgent = true\n"
		endless = "notices/a.toml:3:1: 错误：“urgent”（紧急）的公告没有写“expire”（下屏时间），只当普通公告显示；改法：加上一行 expire = 2026-11-27 或更早，写紧急到什么时候为止\n"
	)
	for _, c := range []struct {
		in, want string
		urgent   bool
	}{
		{"", endless, false},
		{"expire = 2026-11-20\n", "", true},
		{"expire = 2026-11-27\n", "", true},
		{"expire = 2026-11-27T00:00:00\n", "", true},
		{"expire = 2026-11-27T00:00:01\n", "notices/a.toml:4:1: 错误：“urgent”（紧急）的公告最多显示 7 天，只当普通公告显示；改法：写成 expire = 2026-11-27 或更早；不紧急就删去 urgent 这一行\n", false},
		{"expire = 2026-11-28\n", "notices/a.toml:4:1: 错误：“urgent”（紧急）的公告最多显示 7 天，只当普通公告显示；改法：写成 expire = 2026-11-27 或更早；不紧急就删去 urgent 这一行\n", false},
		{"expire = 2026-12-01\npublish = 2026-11-25\n", "", true},
		{"expire = 2026-12-02T09:00:00\npublish = 2026-11-25T08:30:00\n", "notices/a.toml:4:1: 错误：“urgent”（紧急）的公告最多显示 7 天，只当普通公告显示；改法：写成 expire = 2026-12-02T08:30:00 或更早；不紧急就删去 urgent 这一行\n", false},
		{"expire = 2026-11-27\npinned = true\n", "", true},
		{"expire = 2026-11-19\n", "notices/a.toml:4:1: 错误：“urgent”（紧急）的公告从“date”（日期）那天起显示，“expire”（下屏时间）却在那天之前，只当普通公告显示；改法：改正其中一个日期\n", false},
	} {
		parsed, problems := about(t, head+c.in)
		if n := parsed.Notices; len(n) == 1 && n[0].Urgent && n[0].Publish.IsZero() {
			t.Errorf("%s is urgent before its day", c.in)
		}
		if problems != c.want || len(parsed.Notices) != 1 || parsed.Notices[0].Urgent != c.urgent {
			t.Errorf("%s\ngot\n%swant\n%s%+v", c.in, problems, c.want, parsed.Notices)
		}
	}
	parsed, problems := about(t, "title = \"示例\"\ndate = 2026-11-20\nurgent = false\n")
	if problems != "" || parsed.Notices[0].Urgent {
		t.Errorf("%s%+v", problems, parsed.Notices)
	}
}

// TestEvent: a notice's time and place as they are shown, and what is too long.
func TestEvent(t *testing.T) {
	c, problems := about(t, noticeHead+"when = \"\"\"\n12月1日\n上午9时\n\"\"\"\nwhere = \" 社区广场 \"\n")
	if n := c.Notices[0]; problems != "" || n.When != "12月1日　上午9时" || n.Where != "社区广场" {
		t.Errorf("%s%+v", problems, n)
	}
}
