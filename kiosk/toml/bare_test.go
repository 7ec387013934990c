package toml

import "testing"

// unquoted are words without quotes: quotes are the fix only if the key takes a text.
var unquoted = []slip{
	{"numbers",
		"number = 第6项\nscale = 约六号\n",
		`items/06.toml:1:10: 错误：“第6项”不是数字的写法；改法：改成 6
items/06.toml:2:9: 错误：“约六号”不是数字的写法；改法：数字写成 6 这样的阿拉伯数字，不写单位
`},
	{"days",
		"date = 今天\ndays = [二〇二六年十一月二十日, 26.11.20, 2026年11月20号, 明天8点]\n",
		`items/06.toml:1:8: 错误：“今天”不是日期的写法；改法：写成 2026-03-01 这样的日期
items/06.toml:2:9: 错误：“二〇二六年十一月二十日”不是日期的写法；改法：写成 2026-03-01 这样的日期
items/06.toml:2:22: 错误：“26.11.20”不是日期的写法；改法：年份写四位，改成 2026-11-20
items/06.toml:2:32: 错误：日期“2026年11月20号”的写法不对；改法：改成 2026-11-20
items/06.toml:2:45: 错误：“明天8点”不是日期的写法；改法：写成 2026-03-01T08:30:00 这样的时间
`},
	{"true and false",
		"pinned = 置顶\n",
		`items/06.toml:1:10: 错误：“置顶”不是这里的写法；改法：改成 true 或 false
`},
	{"a list",
		"levels = 社区\n公开层级 = 县级、社区\n",
		`items/06.toml:1:10: 错误：“levels”（公开层级）应是列表；改法：写成 levels = ["社区"]，一项一对英文双引号，中间用英文逗号隔开
items/06.toml:2:1: 错误：键“公开层级”不是英文；改法：改成“levels”
items/06.toml:2:8: 错误：“levels”（公开层级）应是列表；改法：写成 levels = ["…"]，一项一对英文双引号，中间用英文逗号隔开
`},
	{"in a list, a text, no key",
		"levels = [社区]\ntitle = 残疾人\nx = 社区\n",
		`items/06.toml:1:11: 错误：“社区”没有放在引号里；改法：文字的前后加上英文双引号，例如 "社区"
items/06.toml:2:9: 错误：“残疾人”没有放在引号里；改法：文字的前后加上英文双引号，例如 "残疾人"
items/06.toml:3:5: 错误：“社区”没有放在引号里；改法：文字的前后加上英文双引号，例如 "社区"
`},
	{"in another table",
		"[screen]\nscale = 2号字\non = 早上\n",
		`items/06.toml:2:9: 错误：“2号字”不是数字的写法；改法：改成 2
items/06.toml:3:6: 错误：“早上”没有放在引号里；改法：文字的前后加上英文双引号，例如 "早上"
`},
}

func TestUnquoted(t *testing.T) {
	for _, c := range unquoted {
		t.Run(c.name, func(t *testing.T) {
			var d document
			_, problems := Decode("items/06.toml", []byte(c.in), &d)
			if got := printed(t, problems); got != c.want {
				t.Errorf("%s\ngot\n%swant\n%s", c.in, got, c.want)
			}
		})
	}
}
