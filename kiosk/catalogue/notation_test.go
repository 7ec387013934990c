package catalogue

import "testing"

// TestNotation: a text's line that is the file's own notation is warned of, and one that only looks like it is not.
func TestNotation(t *testing.T) {
	const (
		quotes = "，屏幕上会显示出来；改法：删去多出来的引号，开头和结尾都只写三个英文双引号 \"\"\"\n"
		key    = "，屏幕上会当作文字显示；改法：不是要显示的字，就移到这段文字结尾的 \"\"\" 下面；是就不用改\n"
	)
	for _, c := range []struct{ in, want string }{
		{"body = \"\"\"\n示例\n\"\"\"\n", ""},
		{"body = \"\"\"\"\n示例\n\"\"\"\"\n", "notices/a.toml:3:11: 提醒：“body”里有一行只有引号 \"" + quotes},
		{"body = \"\"\"\n示例\n''\n\"\"\"\n", "notices/a.toml:5:1: 提醒：“body”里有一行只有引号 ''" + quotes},
		{"body = \"\"\"\n示例\nimages = [\"images/a.jpg\"]\n\"\"\"\n", "notices/a.toml:5:1: 提醒：“body”里有一行“images = [\"images/a.……”" + key},
		{"body = \"\"\"\n示例\r\n  pinned = true\r\n\"\"\"\n", "notices/a.toml:5:3: 提醒：“body”里有一行“pinned = true”" + key},
		{"body = \"\"\"\nx = 1\nnumber = 3\n金额 = 3\nbody 见附件\n[示例]\n\"\"\"\n", ""},
	} {
		if _, got := about(t, noticeHead+c.in); got != c.want {
			t.Errorf("%s\ngot\n%swant\n%s", c.in, got, c.want)
		}
	}
	c := &checker{file: "items/1.toml"}
	if !c.hasKey("heading") || !c.hasKey("guide") || c.hasKey("images") {
		t.Error("an item's keys and its sections'")
	}
}
