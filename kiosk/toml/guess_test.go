package toml

import (
	"slices"
	"testing"
)

// slip is a file and all that is printed about it: a change of wording shows here.
type slip struct{ name, in, want string }

var slips = []slip{
	{"unknown key",
		"number = 6\ncategory = 1\ntitel = \"残疾人补贴\"\n",
		`items/06.toml:2:1: 错误：不认识的键“category”；改法：改成这里可以写的键：number、title、levels、scale、pinned、date、days、screen、guide；不需要这一项才删去
items/06.toml:3:1: 错误：不认识的键“titel”；改法：改成“title”
`},
	{"unknown keys of every kind",
		"Number = 6\nscal = 1.3\n\"标题\" = \"a\"\nxyzzy = 1\n",
		`items/06.toml:1:1: 错误：不认识的键“Number”；改法：改成“number”
items/06.toml:2:1: 错误：不认识的键“scal”；改法：改成“scale”
items/06.toml:3:1: 错误：不认识的键“标题”；改法：改成“title”
items/06.toml:4:1: 错误：不认识的键“xyzzy”；改法：改成这里可以写的键：number、title、levels、scale、pinned、date、days、screen、guide；不需要这一项才删去
`},
	{"a key of another table",
		"on = \"07:30\"\n[[guide]]\nheading = \"办理条件\"\nlevels = [\"社区\"]\nbdy = \"\"\n",
		`items/06.toml:1:1: 错误：不认识的键“on”；改法：在文件最后另写一行 [screen]，把它移到那一行下面
items/06.toml:4:1: 错误：不认识的键“levels”；改法：这个键不属于 [[guide]]，把它移到第 2 行的 [[guide]] 上面
items/06.toml:5:1: 错误：不认识的键“bdy”；改法：改成“body”
`},
	{"an unknown table is reported once",
		"[foo]\na = 1\nb = 2\n[foo.bar]\nc = 3\n[[scren]]\non = 1\n",
		`items/06.toml:1:1: 错误：不认识的键“foo”；改法：改成这里可以写的键：number、title、levels、scale、pinned、date、days、screen、guide；不需要这一项才删去
items/06.toml:6:1: 错误：不认识的键“scren”；改法：改成“screen”
`},
	{"unknown inside inline tables",
		"screen = { om = \"07:30\", xyzzy = [1, 2] }\nguide = [{ heading = \"a\" }, { headin = \"b\" }]\n",
		`items/06.toml:1:12: 错误：不认识的键“om”；改法：改成“on”
items/06.toml:1:26: 错误：不认识的键“xyzzy”；改法：改成这里可以写的键：on；不需要这一项才删去
items/06.toml:2:31: 错误：不认识的键“headin”；改法：改成“heading”
`},
	{"wrong types, all at once",
		"number = \"6\"\ntitle = 7\nlevels = \"社区\"\nscale = true\npinned = 1\ndate = \"2026/3/1\"\ndays = [2026-10-01, \"2026.10.2\", 3]\nscreen = 3\nguide = \"x\"\n",
		`items/06.toml:1:1: 错误：“number”（序号）应是整数，这里写的是文字；改法：去掉引号，写成 6
items/06.toml:2:1: 错误：“title”（二级事项）应是文字，这里写的是整数；改法：加上英文双引号，写成 "7"
items/06.toml:3:1: 错误：“levels”（公开层级）应是列表；改法：写成 levels = ["社区"]
items/06.toml:4:1: 错误：“scale”（字号）应是数字，这里写的是 true 或 false；改法：写成 scale = 1.3
items/06.toml:5:1: 错误：“pinned”（置顶）应是 true 或 false，这里写的是整数；改法：写成 pinned = true
items/06.toml:6:1: 错误：“date”（日期）应是日期，这里写的是文字；改法：去掉引号，写成 2026-03-01
items/06.toml:7:21: 错误：“days”（节假日）应是日期，这里写的是文字；改法：去掉引号，写成 2026-10-02
items/06.toml:7:34: 错误：“days”（节假日）应是日期，这里写的是整数；改法：写成 2026-03-01 或 2026-03-01T09:00:00，不加引号，不写时区
items/06.toml:8:1: 错误：“screen”应是一节；改法：单独写一行 [screen]，它的键写在下面
items/06.toml:9:1: 错误：“guide”应写成两层方括号；改法：单独写一行 [[guide]]，它的键写在下面，可以写好几节
`},
	{"wrong types, the other way",
		"number = 6.5\ntitle = 2026-03-01\nlevels = [\"社区\", 2]\nscale = \"1.3\"\npinned = \"是\"\ndate = 7\n",
		`items/06.toml:1:1: 错误：“number”（序号）应是整数，这里写的是小数；改法：写成 number = 6
items/06.toml:2:1: 错误：“title”（二级事项）应是文字，这里写的是日期；改法：加上英文双引号，写成 "2026-03-01"
items/06.toml:3:17: 错误：“levels”（公开层级）应是文字，这里写的是整数；改法：加上英文双引号，写成 "2"
items/06.toml:4:1: 错误：“scale”（字号）应是数字，这里写的是文字；改法：去掉引号，写成 1.3
items/06.toml:5:1: 错误：“pinned”（置顶）应是 true 或 false，这里写的是文字；改法：写成 pinned = true
items/06.toml:6:1: 错误：“date”（日期）应是日期，这里写的是整数；改法：写成 2026-03-01 或 2026-03-01T09:00:00，不加引号，不写时区
`},
	{"a day in eight digits",
		"date = 20260301\ndays = [\"20260301\"]\n",
		`items/06.toml:1:1: 错误：“date”（日期）应是日期，这里写的是整数；改法：写成 2026-03-01
items/06.toml:2:9: 错误：“days”（节假日）应是日期，这里写的是文字；改法：写成 2026-03-01
`},
	{"text for what is none",
		"title = true\nnumber = \"第六\"\n[levels]\n",
		`items/06.toml:1:1: 错误：“title”（二级事项）应是文字，这里写的是 true 或 false；改法：加上英文双引号，写成 "true"
items/06.toml:2:1: 错误：“number”（序号）应是整数，这里写的是文字；改法：写成 number = 6
items/06.toml:3:1: 错误：“levels”（公开层级）应是列表；改法：写成 levels = ["…"]
`},
	{"times of the wrong kind",
		"date = 2026-03-01T10:00:00+08:00\ndays = [07:30:00]\n[screen]\non = 07:30:00\n",
		`items/06.toml:1:1: 错误：“date”（日期）应是日期，这里写的是带时区的时间；改法：写成 2026-03-01 或 2026-03-01T09:00:00，不加引号，不写时区
items/06.toml:2:9: 错误：“days”（节假日）应是日期，这里写的是时间；改法：写成 2026-03-01 或 2026-03-01T09:00:00，不加引号，不写时区
items/06.toml:4:1: 错误：“on”（开屏时间）应是文字，这里写的是时间；改法：加上英文双引号，写成 "07:30"
`},
	{"one bracket for two",
		"[guide]\nheading = \"a\"\n",
		`items/06.toml:1:1: 错误：“guide”应写成两层方括号；改法：改成 [[guide]]，可以写好几节
`},
	{"one bracket for two, several times",
		"[guide]\nheading = \"a\"\n[guide]\nheading = \"b\"\nbdy = 1\n",
		`items/06.toml:1:1: 错误：“guide”应写成两层方括号；改法：改成 [[guide]]，可以写好几节
items/06.toml:3:2: 错误：“guide”写了两次，前一处在第 1 行；改法：改成 [[guide]]
`},
	{"one bracket before two",
		"[guide]\nheading = \"a\"\n[[guide]]\nheading = \"b\"\n",
		`items/06.toml:1:1: 错误：“guide”应写成两层方括号；改法：改成 [[guide]]，可以写好几节
items/06.toml:3:3: 错误：“guide”写了两次，前一处在第 1 行；改法：把前一处也改成 [[guide]]
`},
	{"two sections below one header",
		"[[guide]]\nheading = \"a\"\nbody = \"b\"\nheading = \"c\"\nbody = \"d\"\n[screen]\non = 7\n",
		`items/06.toml:4:1: 错误：“heading”写了两次，前一处在第 2 行；改法：是另一节，就在这一行前面加一行 [[guide]]；是同一节，就合成一处
items/06.toml:7:1: 错误：“on”（开屏时间）应是文字，这里写的是整数；改法：加上英文双引号，写成 "7"
`},
	{"two brackets for one",
		"[[screen]]\non = \"07:30\"\n",
		`items/06.toml:1:1: 错误：“screen”应是一节；改法：改成 [screen]，只写一节
`},
	{"a list of what should be tables",
		"guide = [1, 2]\n",
		`items/06.toml:1:1: 错误：“guide”应写成两层方括号；改法：单独写一行 [[guide]]，它的键写在下面，可以写好几节
`},
	{"full-width equals, quotes, colon, key",
		"title ＝ “残疾人补贴”\nnumber：6\n标题 = \"x\"\n序号 = 3\n不认识 = 4\n",
		`items/06.toml:1:7: 错误：“title”后面的等号是全角的“＝”；改法：改成英文等号“=”
items/06.toml:1:9: 错误：值的开头不是英文引号，是中文左双引号 “；改法：改成英文双引号 "，开头和结尾都要改
items/06.toml:2:7: 错误：“number”后面用了冒号；改法：改成英文等号“=”
items/06.toml:3:1: 错误：键“标题”不是英文；改法：改成“title”
items/06.toml:4:1: 错误：键“序号”不是英文；改法：改成“number”
items/06.toml:5:1: 错误：键“不认识”不是英文；改法：键要用英文，照其他文件的写法；要留作说明，就在这一行前面加英文 #
`},
	{"full-width marks",
		"［screen］\nlevels = ［\"社区\"］\nscreen = ｛｝\nnumber = ６\nｔｉｔｌｅ = \"a\"\n",
		`items/06.toml:1:1: 错误：方括号是全角的“［”；改法：改成英文方括号 [ ]
items/06.toml:2:10: 错误：方括号是全角的“［”；改法：改成英文方括号 [ ]
items/06.toml:3:10: 错误：大括号是全角的“｛”；改法：改成英文大括号 { }
items/06.toml:4:10: 错误：数字“６”是全角的；改法：改成半角的 6
items/06.toml:5:1: 错误：键“ｔｉｔｌｅ”不是英文；改法：改成“title”
`},
	{"spaces that are none",
		"title\u3000=\u3000\"a\"\u3000\n\u3000number = \u30006\u00a0\n\u3000\u3000\nscale\u00a0= 1.3\n",
		`items/06.toml:1:6: 错误：这里的空格不是半角空格；改法：删去这个空格，或改成半角空格
items/06.toml:1:8: 错误：这里的空格不是半角空格；改法：删去这个空格，或改成半角空格
items/06.toml:1:12: 错误：这里的空格不是半角空格；改法：删去这个空格，或改成半角空格
items/06.toml:2:1: 错误：这里的空格不是半角空格；改法：删去这个空格，或改成半角空格
items/06.toml:2:11: 错误：这里的空格不是半角空格；改法：删去这个空格，或改成半角空格
items/06.toml:2:13: 错误：这里的空格不是半角空格；改法：删去这个空格，或改成半角空格
items/06.toml:3:1: 错误：这里的空格不是半角空格；改法：删去这个空格，或改成半角空格
items/06.toml:4:6: 错误：这里的空格不是半角空格；改法：删去这个空格，或改成半角空格
`},
	{"what has no width",
		"\u200btitle = \"a\"\nnumber\u200d = 6\u2060\nscale =\ufeff1.3\n",
		`items/06.toml:1:1: 错误：这里有看不见的字符 U+200B；改法：删去这个字符，必要时把这一行重新打一遍
items/06.toml:2:7: 错误：这里有看不见的字符 U+200D；改法：删去这个字符，必要时把这一行重新打一遍
items/06.toml:2:12: 错误：这里有看不见的字符 U+2060；改法：删去这个字符，必要时把这一行重新打一遍
items/06.toml:3:8: 错误：这里有看不见的字符 U+FEFF；改法：删去这个字符，必要时把这一行重新打一遍
`},
	{"comments of other languages",
		"// 说明\n; 说明\n/* 说明 */\n<!-- 说明 -->\ntitle = ６\n",
		`items/06.toml:1:1: 错误：说明前面的“//”在这里不能用；改法：改成英文 #
items/06.toml:2:1: 错误：说明前面的“;”在这里不能用；改法：改成英文 #
items/06.toml:3:1: 错误：说明前面的“/*”在这里不能用；改法：改成英文 #
items/06.toml:4:1: 错误：说明前面的“<!--”在这里不能用；改法：改成英文 #
items/06.toml:5:9: 错误：“６”没有放在引号里；改法：文字的前后加上英文双引号，例如 "６"
`},
	{"two equals signs",
		"title == \"a\"\n",
		`items/06.toml:1:7: 错误：“title”后面写了两个等号；改法：只留一个“=”
`},
	{"several values without a list",
		"levels = \"县级\", \"社区\"\ndays = “县级”、“社区”\n",
		`items/06.toml:1:14: 错误：几个值没有放在方括号里；改法：写成列表，例如 ["县级", "社区"]
items/06.toml:2:8: 错误：值的开头不是英文引号，是中文左双引号 “；改法：改成英文双引号 "，开头和结尾都要改
`},
	{"half a date, a number in words",
		"date = 2026年3月\ndays = [26-3-1]\nnumber = 六\nx = 第十二\n",
		`items/06.toml:1:8: 错误：“2026年3月”不是日期的写法；改法：写成 2026-03-01 这样的日期
items/06.toml:2:9: 错误：“26-3-1”不是日期的写法；改法：年份写四位，改成 2026-03-01
items/06.toml:3:10: 错误：“六”不是数字的写法；改法：数字写成 6 这样的阿拉伯数字，不写单位
items/06.toml:4:5: 错误：“第十二”不是数字的写法；改法：数字写成 6 这样的阿拉伯数字；是文字就在前后加上英文双引号
`},
	{"a comment behind a full-width mark",
		"＃ 说明 = 1\ntitle = \"a\"\n",
		`items/06.toml:1:1: 错误：说明前面的“＃”是全角的；改法：改成英文 #
`},
	{"prose where a key should stand",
		"你好\ntitle = \"a\"\n标题 \"b\"\n",
		`items/06.toml:1:1: 错误：“你好”不是“键 = 值”的写法；改法：要显示的字写进正文的 """ 和 """ 之间；不显示的说明，前面加英文 #；都不是就删去这一行
items/06.toml:3:1: 错误：键“标题”不是英文；改法：改成“title”
items/06.toml:3:4: 错误：“标题”后面缺少等号；改法：写成 title = "b"
`},
	{"an input method's triple quotes",
		"title = “““\n补贴情形（包括\n办理依据、\n“““\nnumber = ６\n",
		`items/06.toml:1:9: 错误：“title”的文字有好几行，要放在 """ 和 """ 之间；改法：把开头的 “““ 改成 """，把第 4 行的 “““ 改成 """
items/06.toml:5:10: 错误：数字“６”是全角的；改法：改成半角的 6
`},
	{"quotes of an input method",
		"title = ‘a’\ndate = ＂2026-03-01＂\nlevels = [\"县级\", “社区”]\n",
		`items/06.toml:1:9: 错误：值的开头不是英文引号，是中文左单引号 ‘；改法：改成英文双引号 "，开头和结尾都要改
items/06.toml:2:8: 错误：值的开头不是英文引号，是全角双引号 ＂；改法：改成英文双引号 "，开头和结尾都要改
items/06.toml:3:17: 错误：值的开头不是英文引号，是中文左双引号 “；改法：改成英文双引号 "，开头和结尾都要改
`},
	{"closed by another quote",
		"title = \"残疾人补贴”\nlevels = [\"社区’]\n",
		`items/06.toml:1:15: 错误：结尾的引号不是英文的，是中文右双引号 ”；改法：改成英文引号 "
items/06.toml:2:14: 错误：结尾的引号不是英文的，是中文右单引号 ’；改法：改成英文引号 "
`},
	{"unclosed quote",
		"number = 6\ntitle = \"残疾人补贴\nlevels = [\"社区]\n",
		`items/06.toml:2:9: 错误：引号没有结束；改法：在这一行的末尾补上英文引号 "
items/06.toml:3:11: 错误：引号在“]”前面没有结束；改法：在“]”前面补上英文引号 "
`},
	{"unclosed quote at the end",
		"title = '残疾人补贴",
		`items/06.toml:1:9: 错误：引号没有结束；改法：在这一行的末尾补上英文引号 '
`},
	{"unclosed text",
		"number = 6\ntitle = \"\"\"\n办理依据、\n办理条件、\n",
		`items/06.toml:2:9: 错误：三个引号 """ 没有结束；改法：在文字的最后一行（第 4 行）后面另起一行，写上 """
`},
	{"unclosed text before another",
		"title = \"\"\"\n办理依据、\n条件：全部\n\nnumber = 06\nbody = \"\"\"\n公示\n\"\"\"\n",
		`items/06.toml:1:9: 错误：三个引号 """ 没有结束；改法：在文字的最后一行（第 3 行）后面另起一行，写上 """
items/06.toml:5:10: 错误：数字不能以 0 开头；改法：改成 6
items/06.toml:6:1: 错误：不认识的键“body”；改法：在文件最后另写一行 [[guide]]，把它移到那一行下面
`},
	{"unclosed raw text",
		"title = '''\n办理依据\n",
		`items/06.toml:1:9: 错误：三个引号 ''' 没有结束；改法：在文字的最后一行（第 2 行）后面另起一行，写上 '''
`},
	{"unclosed list",
		"levels = [\"县级\",\n  \"社区\"\nnumber = 6\n",
		`items/06.toml:1:10: 错误：方括号没有结束；改法：在末尾补上英文的“]”
`},
	{"unclosed list at the end",
		"levels = [\"县级\", ",
		`items/06.toml:1:10: 错误：方括号没有结束；改法：在列表的末尾补上英文方括号 ]
`},
	{"unclosed list over lines before a table",
		"levels = [\n  \"县级\",\n  \"社区\"\n[screen]\non = 7\n",
		`items/06.toml:1:10: 错误：方括号没有结束；改法：在末尾补上英文的“]”
items/06.toml:5:1: 错误：“on”（开屏时间）应是文字，这里写的是整数；改法：加上英文双引号，写成 "7"
`},
	{"a table without brackets",
		"number = 6\nguide\nheading = \"a\"\nbody = \"b\"\n办事指南：\nheading = \"c\"\nscreen =  # 屏幕\non = \"07:30\"\n",
		`items/06.toml:2:1: 错误：“guide”是一节的开头，没有写方括号；改法：改成 [[guide]]
items/06.toml:5:1: 错误：“办事指南”是一节的开头，没有写方括号；改法：改成 [[guide]]
items/06.toml:7:1: 错误：“screen”是一节的开头，没有写方括号；改法：改成 [screen]
`},
	{"unclosed list, wide",
		"levels = [\"县级\", \"社区\"］\n",
		`items/06.toml:1:21: 错误：结尾的括号是全角的“］”；改法：改成英文的“]”
`},
	{"unclosed table",
		"screen = { on = \"07:30\"\n",
		`items/06.toml:1:10: 错误：大括号没有结束；改法：在末尾补上英文的“}”
`},
	{"unclosed table at the end",
		"screen = {",
		`items/06.toml:1:10: 错误：大括号没有结束；改法：在末尾补上英文大括号 }
`},
	{"unclosed header",
		"[screen\non = \"07:30\"\n[[guide]\n",
		`items/06.toml:1:8: 错误：“[screen”后面缺少“]”；改法：写成 [screen]
items/06.toml:3:8: 错误：“[[guide”后面缺少“]]”；改法：写成 [[guide]]
`},
	{"separators",
		"levels = [\"县级\"，\"社区\"]\ndays = [2026-10-01、2026-10-02]\nscreen = { on = \"a\"；x = 1 }\n",
		`items/06.toml:1:15: 错误：列表里用了“，”；改法：改成英文逗号“,”
items/06.toml:2:19: 错误：列表里用了“、”；改法：改成英文逗号“,”
items/06.toml:3:20: 错误：列表里用了“；”；改法：改成英文逗号“,”
`},
	{"no separator",
		"levels = [\"县级\" \"社区\"]\n",
		`items/06.toml:1:16: 错误：列表里的两项之间缺少逗号；改法：用英文逗号“,”隔开
`},
	{"a comma too many",
		"levels = [,]\n",
		`items/06.toml:1:11: 错误：“levels”后面没有值；改法：补上值；不需要这个键就删去这一行
`},
	{"missing equals",
		"title\nnumber 6\ntitle \"a\"\n",
		`items/06.toml:1:6: 错误：“title”后面缺少等号；改法：写成 title = 值；大段文字要放在三个英文双引号 """ 之间
`},
	{"missing value",
		"title =\nnumber = # 6\ndate =   ",
		`items/06.toml:1:8: 错误：“title”后面没有值；改法：补上值；不需要这个键就删去这一行
items/06.toml:2:10: 错误：“number”后面没有值；改法：补上值；不需要这个键就删去这一行
items/06.toml:3:10: 错误：“date”后面没有值；改法：补上值；不需要这个键就删去这一行
`},
	{"missing key",
		"= 6\n. = 7\n",
		`items/06.toml:1:1: 错误：这里应是一个键；改法：每一行写成 键 = 值，例如 title = "…"
items/06.toml:2:1: 错误：这里应是一个键；改法：每一行写成 键 = 值，例如 title = "…"
`},
	{"missing quotes",
		"title = 残疾人补贴\nlevels = [社区]\n",
		`items/06.toml:1:9: 错误：“残疾人补贴”没有放在引号里；改法：文字的前后加上英文双引号，例如 "残疾人补贴"
items/06.toml:2:11: 错误：“社区”没有放在引号里；改法：文字的前后加上英文双引号，例如 "社区"
`},
	{"missing opening quote",
		"title = 残疾人补贴\"\n",
		`items/06.toml:1:9: 错误：文字的前面缺少英文双引号；改法：在文字的开头补上英文双引号 "
`},
	{"a quote inside",
		"title = \"推进\"红色物业\"建设\"\n",
		`items/06.toml:1:13: 错误：文字里面有英文引号，文字在这里就断了；改法：把里面的英文引号改成中文引号“ ”，开头和结尾的英文引号不动
`},
	{"something behind",
		"number = 6,\ntitle = \"a\"；\ndate = 2026-03-01 。\nscale = 1.3 左右\n",
		`items/06.toml:1:11: 错误：行末多了“,”；改法：删去这个符号
items/06.toml:2:12: 错误：行末多了“；”；改法：删去这个符号
items/06.toml:3:19: 错误：行末多了“。”；改法：删去这个符号
items/06.toml:4:9: 错误：值的后面还有多余的字“左右”；改法：删去数字后面的字
`},
	{"a list in round brackets",
		"days = (2026-10-01, 2026-10-02)\ntitle = 甲\n",
		`items/06.toml:1:8: 错误：列表外面是圆括号；改法：改成英文方括号，[ 在前，] 在后，中间用英文逗号 , 隔开
items/06.toml:2:9: 错误：“甲”没有放在引号里；改法：文字的前后加上英文双引号，例如 "甲"
`},
	{"numbers without brackets",
		"number = 0.4, 0.7\ndate = 2026-10-01、2026-10-02\n",
		`items/06.toml:1:13: 错误：几个值没有放在方括号里；改法：在第一个的前面加上 [，最后一个的后面加上 ]，中间用英文逗号 , 隔开
items/06.toml:2:18: 错误：几个值没有放在方括号里；改法：在第一个的前面加上 [，最后一个的后面加上 ]，中间用英文逗号 , 隔开
`},
	{"a backslash before the quote",
		"title = \"D:\\资料\\\"\n",
		"items/06.toml:1:12: 错误：反斜杠“\\资”在英文双引号里有特别的意思；改法：把“D:\\资料”写成 D:/资料\n" +
			"items/06.toml:1:15: 错误：末尾的反斜杠“\\”把后面的引号变成了文字；改法：把这个“\\”写成“/”，或者删去\n"},
	{"backslashes",
		"title = \"C:\\文件\"\nlevels = [\"a\\d\"]\n[screen]\non = \"\"\"\n\\d\n\"\"\"\n",
		`items/06.toml:1:12: 错误：反斜杠“\文”在英文双引号里有特别的意思；改法：把“C:\文件”写成 C:/文件
items/06.toml:2:13: 错误：反斜杠“\d”在英文双引号里有特别的意思；改法：要写反斜杠本身就写两个“\\”，网址和路径用“/”
items/06.toml:5:1: 错误：反斜杠“\d”在英文双引号里有特别的意思；改法：要写反斜杠本身就写两个“\\”，网址和路径用“/”
`},
	{"escapes with digits",
		"title = \"\\u12\"\n",
		`items/06.toml:1:10: 错误：\u 后面要有四位十六进制数字；改法：直接写这个字，不用 \u
`},
	{"escapes of no character",
		"title = \"\\uD800\"\n",
		`items/06.toml:1:10: 错误：\u 后面的数字不是一个字；改法：直接写这个字，不用 \u
`},
	{"a key twice",
		"title = \"a\"\nnumber = 6\ntitle = \"b\"\n[screen]\non = \"07:30\"\non = \"08:00\"\n[screen]\n",
		`items/06.toml:3:1: 错误：“title”写了两次，前一处在第 1 行；改法：内容一样就删去一处；不一样就把写错的那个键改对
items/06.toml:6:1: 错误：“on”写了两次，前一处在第 5 行；改法：内容一样就删去一处；不一样就把写错的那个键改对
items/06.toml:7:2: 错误：“screen”写了两次，前一处在第 4 行；改法：把下面的键移到前一处下面，再删去这一行
`},
	{"a key and a table",
		"guide = 1\n[[guide]]\n",
		`items/06.toml:1:1: 错误：“guide”应写成两层方括号；改法：单独写一行 [[guide]]，它的键写在下面，可以写好几节
items/06.toml:2:3: 错误：“guide”写了两次，前一处在第 1 行；改法：内容一样就删去一处；不一样就把写错的那个键改对
`},
	{"a table and a value in its place",
		"title.x = \"a\"\ntitle = \"b\"\n",
		`items/06.toml:1:1: 错误：“title”（二级事项）应是文字，这里写的是一节；改法：写成 title = "…"
items/06.toml:2:1: 错误：“title”写了两次，前一处在第 1 行；改法：内容一样就删去一处；不一样就把写错的那个键改对
`},
	{"a value and a table inside it",
		"title = \"a\"\ntitle.x = 1\n",
		`items/06.toml:2:1: 错误：同一个键写了两次；改法：内容一样就删去一处；不一样就把写错的那个键改对
`},
	{"dates in other hands",
		"date = 2026/3/1\ndays = [2026-3-1, 2026.03.01, 2026年3月1日]\n",
		`items/06.toml:1:8: 错误：日期“2026/3/1”的写法不对；改法：改成 2026-03-01
items/06.toml:2:9: 错误：日期“2026-3-1”的写法不对；改法：改成 2026-03-01
items/06.toml:2:19: 错误：日期“2026.03.01”的写法不对；改法：改成 2026-03-01
items/06.toml:2:31: 错误：日期“2026年3月1日”的写法不对；改法：改成 2026-03-01
`},
	{"a day with a time, in other hands",
		"date = 2026-12-01 8:30\ndays = [2026/12/1 08:30, 2026年12月1日 8：30]\n",
		`items/06.toml:1:8: 错误：时间“2026-12-01 8:30”的写法不对；改法：写成 2026-12-01T08:30:00
items/06.toml:2:9: 错误：时间“2026/12/1 08:30”的写法不对；改法：写成 2026-12-01T08:30:00
items/06.toml:2:26: 错误：时间“2026年12月1日 8：30”里的冒号是全角的；改法：写成 2026-12-01T08:30:00
`},
	{"the same in quotes",
		"date = \"2026-12-01 8:30\"\n",
		`items/06.toml:1:1: 错误：“date”（日期）应是日期，这里写的是文字；改法：去掉引号，写成 2026-12-01T08:30:00
`},
	{"no such date",
		"date = 2026-02-30\ndays = [2026-13-01, 2026-01-01T25:00:00]\n",
		`items/06.toml:1:8: 错误：没有 2026-02-30 这一天；改法：改成 2026-02-28
items/06.toml:2:9: 错误：没有 2026-13-01 这一天；改法：改成真实的日期，例如 2026-03-01
`},
	{"numbers",
		"number = 06\nscale = .5\nx = 1_\n",
		`items/06.toml:1:10: 错误：数字不能以 0 开头；改法：改成 6
items/06.toml:2:9: 错误：小数点前面缺少数字；改法：改成 0.5
items/06.toml:3:5: 错误：数字里的下划线用得不对；改法：数字里不要写下划线
`},
	{"numbers too large",
		"number = 99999999999999999999\n",
		`items/06.toml:1:10: 错误：数字太大；改法：改成合理的数字
`},
	{"words for true and false",
		"pinned = 是\nx = TRUE\ny = NO\n",
		`items/06.toml:1:10: 错误：“是”不是这里的写法；改法：改成 true
items/06.toml:2:5: 错误：“TRUE”不是这里的写法；改法：改成 true
items/06.toml:3:5: 错误：“NO”不是这里的写法；改法：改成 false
`},
	{"a time without quotes",
		"x = 7:30\n[screen]\non = 7：30\n",
		`items/06.toml:1:5: 错误：时间“7:30”要放在英文双引号里；改法：例如 "07:30"
items/06.toml:3:6: 错误：时间“7：30”里的冒号是全角的；改法：改成英文冒号，时间放在英文双引号里，例如 "07:30"
`},
	{"an apostrophe for a key",
		"\"\" = 1\n'\n",
		`items/06.toml:1:1: 错误：不认识的键“”；改法：改成这里可以写的键：number、title、levels、scale、pinned、date、days、screen、guide；不需要这一项才删去
items/06.toml:2:1: 错误：这里的引号 ' 前面没有开头；改法：它是一段文字的结尾，就把那段文字的开头也改成 """；前面的文字已经写完，就删去它
`},
}

func TestSlips(t *testing.T) {
	for _, c := range slices.Concat(slips, loose) {
		t.Run(c.name, func(t *testing.T) {
			var d document
			_, problems := Decode("items/06.toml", []byte(c.in), &d)
			if got := printed(t, problems); got != c.want {
				t.Errorf("%s\ngot\n%swant\n%s", c.in, got, c.want)
			}
		})
	}
}
