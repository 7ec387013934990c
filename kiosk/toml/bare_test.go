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
items/06.toml:2:8: 错误：“levels”（公开层级）应是列表；改法：写成 levels = ["县级", "社区"]，一项一对英文双引号，中间用英文逗号隔开
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

// TestKnownBare: values without quotes, and slips that have one fix whatever their key is. A message begins as
// given, "" for a right value, and "-" for words.
func TestKnownBare(t *testing.T) {
	for _, c := range []struct{ in, message, fix string }{
		{"true", "", ""},
		{"false", "", ""},
		{"6", "", ""},
		{"-1_000.5e+3", "", ""},
		{"0x1F", "", ""},
		{"inf", "", ""},
		{"0", "", ""},
		{"06", "数字不能以 0 开头", "改成 6"},
		{"000", "", ""}, // the library's
		{"2026-03-01", "", ""},
		{"2026-03-01T08:30:00+08:00", "", ""},
		{"2026-03-01 08:30", "", ""},
		{"08:30:00", "", ""},
		{"2026-02-30", "没有 2026-02-30 这一天", "改成 2026-02-28"},
		{"2026-02-30T08:30:00", "没有 2026-02-30 这一天", "改成 2026-02-28T08:30:00"},
		{"2026/3/1", "日期“2026/3/1”的写法不对", "改成 2026-03-01"},
		{"2026年3月1日", "日期“2026年3月1日”的写法不对", "改成 2026-03-01"},
		{"2026-12-01 8点半", "时间“2026-12-01 8点半”的写法不对", "写成 2026-12-01T08:30:00"},
		{"2026-12-01T08：30：00", "时间“2026-12-01T08：30：00”里的冒号是全角的", "写成 2026-12-01T08:30:00"},
		{".5", "小数点前面缺少数字", "改成 0.5"},
		{"“社区”", "值的开头不是英文引号，是中文左双引号 “", `改成英文双引号 "，开头和结尾都要改`},
		{"「社区」", "值的开头不是英文引号，是“「”", `改成英文双引号 "，开头和结尾都要改`},
		{"［1", "方括号是全角的“［”", "改成英文方括号 [ ]"},
		{"｛", "大括号是全角的“｛”", "改成英文大括号 { }"},
		{"7:30", "时间“7:30”要放在英文双引号里", `例如 "07:30"`},
		{"7：30", "时间“7：30”里的冒号是全角的", `改成英文冒号，时间放在英文双引号里，例如 "07:30"`},
		{"２０", "数字“２０”是全角的", "改成半角的 20"},
		{"是", "“是”不是这里的写法", "改成 true"},
		{"True", "“True”不是这里的写法", "改成 true"},
		{"不", "“不”不是这里的写法", "改成 false"},
		{"No", "“No”不是这里的写法", "改成 false"},
		{"社区\"", "文字的前面缺少英文双引号", `在文字的开头补上英文双引号 "`},
		{"社区", "-", ""},
		{"2026年3月", "-", ""},
		{"第六", "-", ""},
		{"26-3-1", "-", ""},
		{"yes please", "-", ""},
	} {
		wrong, known := knownBare(c.in)
		if known != (c.message != "-") || known && (wrong.message != c.message || wrong.fix != c.fix) {
			t.Errorf("%s: %q, %q, %t", c.in, wrong.message, wrong.fix, known)
		}
	}
}

// TestWords: words without quotes, whose key isn't known.
func TestWords(t *testing.T) {
	for in, want := range map[string]string{
		"社区":      `文字的前后加上英文双引号，例如 "社区"`,
		"2026年3月": "日期写成 2026-03-01；是文字就在前后加上英文双引号",
		"26-3":    "日期写成 2026-03-01；是文字就在前后加上英文双引号",
		"第十二":     "数字写成 6 这样的阿拉伯数字；是文字就在前后加上英文双引号",
		"〇":       "数字写成 6 这样的阿拉伯数字；是文字就在前后加上英文双引号",
		"残疾人灵活就业补贴及养老保险和医疗保险补贴": `整段文字的前后加上英文双引号 "`,
	} {
		if wrong := words(in); wrong.message == "" || wrong.fix != want {
			t.Errorf("%s: %s; %s, want %s", in, wrong.message, wrong.fix, want)
		}
	}
}

// TestTailOf: what stands behind a key's number or day.
func TestTailOf(t *testing.T) {
	keys := fieldsOf(new(document))
	for _, c := range []struct{ key, in, want string }{
		{"number", "6 （序号）", "（序号）"},
		{"number", "6", ""},
		{"number", "第6项", ""},
		{"number", "2026-03-01 x", ""}, // a day, where a number belongs
		{"scale", "1.3倍", "倍"},
		{"date", "2026-03-01（周日）", "（周日）"},
		{"date", "6 x", ""},
		{"date", "2026-02-30 x", ""},  // no day
		{"date", "2026-03-01 8点", ""}, // a time
		{"title", "6 x", ""},          // a text
		{"screen", "6 x", ""},         // a table
		{"xyzzy", "6 x", ""},          // no key
		{"days", "2026-03-01 国庆", "国庆"},
	} {
		if got := keys.tailOf(c.key, c.in); got != c.want {
			t.Errorf("%s = %s: %q, want %q", c.key, c.in, got, c.want)
		}
	}
}
