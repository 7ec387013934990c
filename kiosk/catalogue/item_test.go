package catalogue

import (
	"gongkai/kiosk/diag"
	"reflect"
	"strings"
	"testing"
	"time"
)

// TestItem reads a row that has every key.
func TestItem(t *testing.T) {
	in := "\ufeffnumber = 6\r\ncategory = \"助残\"\r\ntitle = \"\"\"\r\n残疾人\r\n  补贴\r\n\"\"\"\r\ncontent = \"\"\"\r\n补贴情形（包括\r\n　　就业补贴，\r\n\r\n\t康复 补贴等）、\r\n办理依据\r\n\"\"\"\r\n" +
		"basis = \"\"\"\r\n《示例条例》（国务院令 第711号）\r\n\"\"\"\r\ndeadline = \"20个 工作日 内\"\r\npublisher = \"社区工作站\"\r\nchannels = \"1、政府网站、\\n 2.  宣传栏\"\r\n" +
		"levels = [\"社区\", \" 社区 \", \"\"]\r\naudience = \"全社会\"\r\nmanner = \"主动\"\r\nlink = \" https://example.org/办事 \"\r\nicon = \"job\"\r\nupdated = 2026-03-01\r\nreviewed = 2026-04-01\r\n" +
		"[[guide]]\r\nheading = \"办理条件\"\r\nbody = \"\"\"\r\n　　一、示例。\r\n\r\n　　二、示例。\r\n\"\"\"\r\n"
	in = strings.Replace(in, "https://example.org/办事 ", "https://example.org/办事", 1)
	c, problems := Parse(dir("kiosk.toml", kioskToml, "items/06.toml", in, "items/01.toml", item("1")))
	if got, want := printed(t, problems), "items/06.toml:1:1: 提醒：序号不连续，前面缺 2 到 5；改法：补上缺的事项，或改序号；目录里就缺的不用改\n"; got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	want := Item{
		File: "items/06.toml", Number: 6, Category: "助残", Title: "残疾人补贴", Breaks: []int{3},
		Content:  Cell{{"补贴情形（包括", 0}, {"就业补贴，", 1}, {"康复补贴等）、", 1}, {"办理依据", 0}},
		Basis:    Cell{{"《示例条例》（国务院令第711号）", 0}},
		Deadline: "20个工作日内", Publisher: "社区工作站",
		Channels: Cell{{"1、政府网站、", 0}, {"2. 宣传栏", 1}},
		Levels:   []string{"社区"}, Audience: "全社会", Manner: "主动", Link: "https://example.org/办事", Icon: "job",
		Updated:  time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC),
		Reviewed: time.Date(2026, 4, 1, 0, 0, 0, 0, time.UTC),
		Guides:   []Guide{{"办理条件", "　　一、示例。\n\n　　二、示例。"}},
	}
	if got := c.Items[1]; !reflect.DeepEqual(got, want) {
		t.Errorf("got\n%+v\nwant\n%+v", got, want)
	}
	if got := c.Items[1].Content.String(); got != "补贴情形（包括就业补贴，康复补贴等）、办理依据" {
		t.Errorf("joined: %s", got)
	}
}

// TestHeading: the title of a row without 二级事项 is its category, with the breaks.
func TestHeading(t *testing.T) {
	c, _ := Parse(dir("kiosk.toml", kioskToml, "items/01.toml",
		"number = 1\ncategory = \"\"\"\n社区\n治理\n服务\n\"\"\"\ntitle = \" \"\ncontent = \"a\"\n"))
	it := c.Items[0]
	if it.Title != "" || it.Heading() != "社区治理服务" || !reflect.DeepEqual(it.Breaks, []int{2, 4}) {
		t.Errorf("%+v", it)
	}
}

// TestItemProblems checks what is printed about one row.
func TestItemProblems(t *testing.T) {
	base := "category = \"助残\"\ncontent = \"办理依据\"\nbasis = \"《示例条例》\"\n"
	long := strings.Repeat("字", 61)
	for _, c := range []struct{ name, in, want string }{
		{"no fault", "number = 1\n" + base, ""},
		{"no keys", "# 说明\n", `items/06.toml:1:1: 错误：缺少“number”（序号）；改法：补上一行 number = 6，写目录里的序号
items/06.toml:1:1: 错误：缺少“category”（一级事项）；改法：补上一行 category = "…"
items/06.toml:1:1: 错误：缺少“content”（公开内容）；改法：补上一行 content = """…"""
`},
		{"blank keys", "number = 1\ncategory = \"\"\ncontent = \"\"\"\n\n\"\"\"\n", `items/06.toml:2:1: 错误：“category”（一级事项）是空的；改法：补上内容
items/06.toml:3:1: 错误：“content”（公开内容）是空的；改法：补上内容
`},
		{"a wrong type is no missing key", "number = \"六\"\ncategory = 1\ncontent = [\"a\"]\n", `items/06.toml:1:1: 错误：“number”（序号）应是整数，这里写的是文字；改法：写成 number = 6
items/06.toml:2:1: 错误：“category”（一级事项）应是文字，这里写的是整数；改法：加上英文双引号，写成 "1"
items/06.toml:3:1: 错误：“content”（公开内容）应是文字，这里写的是列表；改法：写成 content = "a"
`},
		{"nor is a misspelt one", "nmber = 1\ncatgory = \"a\"\ncontnet = \"b\"\nbasis = \"c\"\n", `items/06.toml:1:1: 错误：不认识的键“nmber”；改法：改成“number”
items/06.toml:2:1: 错误：不认识的键“catgory”；改法：改成“category”
items/06.toml:3:1: 错误：不认识的键“contnet”；改法：改成“content”
`},
		{"number 0", "number = 0\n" + base, "items/06.toml:1:1: 错误：“number”（序号）是 0，应在 1 和 99999 之间；改法：写目录里的序号\n"},
		{"number too large", "number = 100000\n" + base, "items/06.toml:1:1: 错误：“number”（序号）是 100000，应在 1 和 99999 之间；改法：写目录里的序号\n"},
		{"no basis", "number = 1\ncategory = \"a\"\ncontent = \"b\"\nbasis = \" \"\n", "items/06.toml:1:1: 提醒：没有“basis”（公开依据）；改法：对照目录补上；目录里本来就没有的不用改\n"},
		{"a long title", "number = 1\ntitle = \"" + long + "\"\n" + base, "items/06.toml:2:1: 提醒：“title”有 61 个字，超过 60，屏幕上显示不下；改法：缩短标题；目录里就是这样写的不用改\n"},
		{"a title of 60", "number = 1\ntitle = \"" + long[3:] + "\"\n" + base, ""},
		{"a title over the bound", "number = 1\ntitle = \"" + strings.Repeat("字", 1001) + "\"\n" + base, "items/06.toml:2:1: 错误：“title”有 1001 个字，超过 1000；改法：看看是不是粘贴错了；确实这么长就分成几项\n"},
		{"a cell over the bound", "number = 1\nchannels = \"" + strings.Repeat("字", 50_001) + "\"\n" + base, "items/06.toml:2:1: 错误：“channels”有 50001 个字，超过 50000；改法：看看是不是粘贴错了；确实这么长就分成几项\n"},
		{"an icon", "number = 1\nicon = \"jbo\"\n" + base, "items/06.toml:2:1: 错误：没有“jbo”这个图标；改法：改成“job”\n"},
		{"no icon", "number = 1\nicon = \"喇叭\"\n" + base, "items/06.toml:2:1: 错误：没有“喇叭”这个图标；改法：删去这一行，图标会按一级事项自动选\n"},
		{"a day with a time", "number = 1\nupdated = 2026-03-01T10:00:00\n" + base, "items/06.toml:2:1: 错误：“updated”只写日期，不写时间；改法：只留下日期，写成 2026-03-01\n"},
		{"no such day", "number = 1\nreviewed = 2026-02-29\n" + base, "items/06.toml:2:12: 错误：没有 2026-02-29 这一天；改法：改成 2026-02-28\n"},
		{"an empty guide", "number = 1\n" + base + "[[guide]]\n[[guide]]\nheading = \"a\"\n", "items/06.toml:5:1: 错误：[[guide]] 下面没有“heading”和“body”；改法：补上标题和正文，或删去这一节\n"},
		{"a link of another kind", "number = 1\nlink = \"javascript:alert(1)\"\n" + base, "items/06.toml:2:1: 错误：“link”（链接）不是网址；改法：写以 https:// 或 http:// 开头的完整网址\n"},
		{"a link without http", "number = 1\nlink = \"www.example.org\"\n" + base, "items/06.toml:2:1: 错误：“link”（链接）不是网址；改法：写以 https:// 或 http:// 开头的完整网址\n"},
		{"a link to nowhere", "number = 1\nlink = \"https://:80/a\"\n" + base, "items/06.toml:2:1: 错误：“link”（链接）不是网址；改法：写以 https:// 或 http:// 开头的完整网址\n"},
		{"two links", "number = 1\nlink = \"https://example.org https://example.com\"\n" + base, "items/06.toml:2:1: 错误：“link”（链接）里有空格或换行；改法：一个链接只写一个网址\n"},
		{"a long link", "number = 1\nlink = \"https://example.org/" + strings.Repeat("a", 2000) + "\"\n" + base, "items/06.toml:2:1: 错误：“link”（链接）有 2020 字节，超过 2000；改法：换一个短的网址\n"},
		{"a link that no code holds", "number = 1\nlink = \"https://example.org/" + strings.Repeat("示", 326) + "\"\n" + base, "items/06.toml:2:1: 错误：“link”（链接）写进二维码有 2954 字节（一个汉字占 9 字节），超过 2953，装不下；改法：换一个短的网址\n"},
		{"the longest that one holds", "number = 1\nlink = \"https://example.org/" + strings.Repeat("示", 325) + "abcdefgh\"\n" + base, ""},
		{"a host with an ideographic space in it", "number = 1\nlink = \"https://甲　中.cn\"\n" + base, "items/06.toml:2:1: 错误：“link”（链接）里的域名“甲　中.cn”不合规则，手机打不开，做不成二维码；改法：核对网址，最好从浏览器的地址栏里复制\n"},
		{"a host in Punycode that is none", "number = 1\nlink = \"https://xn--a.中国/a\"\n" + base, "items/06.toml:2:1: 错误：“link”（链接）里的域名“xn--a.中国”不合规则，手机打不开，做不成二维码；改法：核对网址，最好从浏览器的地址栏里复制\n"},
		{"a link with Chinese in it", "number = 1\nlink = \"HTTP://例子.中国/办事?事项=补贴#指南\"\n" + base, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, problems := Parse(dir("kiosk.toml", kioskToml, "items/06.toml", c.in, "items/zz.toml", item("1")))
			var own []diag.Problem
			for _, p := range problems {
				// items/zz.toml is there so that something is shown; its number may be taken.
				if p.File == "items/06.toml" {
					own = append(own, p)
				}
			}
			if got := printed(t, own); got != c.want {
				t.Errorf("got\n%swant\n%s", got, c.want)
			}
		})
	}
}
