package toml

// loose are texts whose quotes went wrong, and other results of copying: each fix keeps all of the text.
var loose = []slip{
	{"a long text in single quotes, closed by one",
		"number = 6\ntitle = \"\n补贴情形（包括\n  残疾人：补助，\n1. 政府网站\nhttp://a.example/?a=1\n【办理条件】\n[2026]第1号\n\"\nlevels = [\"社区\"]\n",
		`items/06.toml:2:9: 错误：“title”的文字有好几行，要放在 """ 和 """ 之间；改法：把开头的 " 改成 """，把第 9 行的 " 改成 """
`},
	{"closed by three",
		"title = \"\n补贴情形（包括\n残疾人补助\n\"\"\"\nscale = ６\n",
		`items/06.toml:1:9: 错误：“title”的文字有好几行，要放在 """ 和 """ 之间；改法：把开头的 " 改成 """
items/06.toml:5:9: 错误：数字“６”是全角的；改法：改成半角的 6
`},
	{"closed behind the last line",
		"title = \"补贴情形（包括\n残疾人补助\"\nnumber = 6\n",
		`items/06.toml:1:9: 错误：“title”的文字有好几行，要放在 """ 和 """ 之间；改法：把开头的 " 改成 """，把第 2 行末尾的 " 改成 """
`},
	{"closed behind the last line by three",
		"title = \"补贴情形（包括\n残疾人补助\"\"\"\nnumber = 6\n",
		`items/06.toml:1:9: 错误：“title”的文字有好几行，要放在 """ 和 """ 之间；改法：把开头的 " 改成 """
`},
	{"never closed",
		"title = \"补贴情形（包括\n推进\"红色物业\"\n推进“红色物业”\n\n# 序号\nnumber = 6\n",
		`items/06.toml:1:9: 错误：“title”的文字有好几行，要放在 """ 和 """ 之间；改法：把开头的 " 改成 """，在文字的最后一行（第 3 行）后面另起一行，写上 """
`},
	{"never closed, the last",
		"number = 6\ntitle = '\n补贴情形（包括\n残疾人补助\n",
		`items/06.toml:2:9: 错误：“title”的文字有好几行，要放在 """ 和 """ 之间；改法：把开头的 ' 改成 """，在文字的最后一行（第 4 行）后面另起一行，写上 """
`},
	{"before a table",
		"title = \"\n补贴情形\n[screen]\non = 7\n",
		`items/06.toml:1:9: 错误：“title”的文字有好几行，要放在 """ 和 """ 之间；改法：把开头的 " 改成 """，在文字的最后一行（第 2 行）后面另起一行，写上 """
items/06.toml:4:1: 错误：“on”（开屏时间）应是文字，这里写的是整数；改法：加上英文双引号，写成 "7"
`},
	{"one line in quotes that closes below",
		"title = \"补贴情形\n\"\nnumber = 6\n",
		`items/06.toml:1:9: 错误：“title”的文字有好几行，要放在 """ 和 """ 之间；改法：把开头的 " 改成 """，把第 2 行的 " 改成 """
`},
	{"nothing behind the equals sign",
		"title =\n补贴情形（包括\n\n残疾人补助\nnumber = 6\n",
		`items/06.toml:1:8: 错误：“title”的文字有好几行，要放在 """ 和 """ 之间；改法：在“=”后面写上 """，在文字的最后一行（第 4 行）后面另起一行，写上 """
`},
	{"a comment behind it",
		"title = # 标题\n补贴情形\n残疾人补助\n\"\"\"\n",
		`items/06.toml:1:9: 错误：“title”的文字有好几行，要放在 """ 和 """ 之间；改法：把“#”和它后面的说明移到上一行，在“=”后面写上 """
`},
	{"as in YAML",
		"title: |\n  补贴情形（包括\n  残疾人补助\nnumber = 6\n",
		`items/06.toml:1:6: 错误：“title”后面用了冒号；改法：改成英文等号“=”
items/06.toml:1:8: 错误：“title”的文字有好几行，要放在 """ 和 """ 之间；改法：把 | 改成 """，在文字的最后一行（第 3 行）后面另起一行，写上 """
`},
	{"empty quotes",
		"title = \"\"\n补贴情形（包括\n残疾人补助\n\"\"\n",
		`items/06.toml:1:9: 错误：“title”的文字有好几行，要放在 """ 和 """ 之间；改法：把开头的 "" 改成 """，把第 4 行的 "" 改成 """
`},
	{"no quotes, two paragraphs",
		"[[guide]]\nbody = 大家好\n\n请到社区办理。\nheading = \"a\"\n",
		`items/06.toml:2:8: 错误：“body”的文字有好几行，要放在 """ 和 """ 之间；改法：在“=”后面写上 """，在文字的最后一行（第 4 行）后面另起一行，写上 """
`},
	{"no quotes, a full-width sign",
		"标题 ＝ 大家好，\n请到社区办理。\n",
		`items/06.toml:1:1: 错误：键“标题”不是英文；改法：改成“title”
items/06.toml:1:4: 错误：“标题”后面的等号是全角的“＝”；改法：改成英文等号“=”
items/06.toml:1:6: 错误：“标题”的文字有好几行，要放在 """ 和 """ 之间；改法：在“=”后面写上 """，在文字的最后一行（第 2 行）后面另起一行，写上 """
`},
	{"an input method's quotes",
		"title = “补贴情形\n推进“红色物业”建设”\nnumber = ６\n",
		`items/06.toml:1:9: 错误：“title”的文字有好几行，要放在 """ 和 """ 之间；改法：把开头的 “ 改成 """，把第 2 行末尾的 ” 改成 """
items/06.toml:3:10: 错误：数字“６”是全角的；改法：改成半角的 6
`},
	{"an input method's quotes in one line",
		"title = “推进“红色物业”\n请到社区办理\nnumber = 6\n",
		`items/06.toml:1:9: 错误：“title”的文字有好几行，要放在 """ 和 """ 之间；改法：把开头的 “ 改成 """，在文字的最后一行（第 2 行）后面另起一行，写上 """
`},
	{"an input method's quotes, then text",
		"title = “推进红色物业”\n请到社区办理\nnumber = 6\n",
		`items/06.toml:1:9: 错误：值的开头不是英文引号，是中文左双引号 “；改法：改成英文双引号 "，开头和结尾都要改
items/06.toml:2:1: 错误：“请到社区办理”不是“键 = 值”的写法；改法：要显示的字写进正文的 """ 和 """ 之间；不显示的说明，前面加英文 #；都不是就删去这一行
`},
	{"a number and prose",
		"number = 六\n请到社区办理\n",
		`items/06.toml:1:10: 错误：“六”不是数字的写法；改法：数字写成 6 这样的阿拉伯数字，不写单位
items/06.toml:2:1: 错误：“请到社区办理”不是“键 = 值”的写法；改法：要显示的字写进正文的 """ 和 """ 之间；不显示的说明，前面加英文 #；都不是就删去这一行
`},
	{"stray quotes",
		"title = \"a\"\n\"\"\"\nnumber = ６\n",
		`items/06.toml:2:1: 错误：这里的引号 """ 前面没有开头；改法：它是一段文字的结尾，就把那段文字的开头也改成 """；前面的文字已经写完，就删去它
items/06.toml:3:10: 错误：数字“６”是全角的；改法：改成半角的 6
`},
	{"prose in several lines",
		"title = \"a\"\n请到社区办理\n\n1. 带身份证\nWi-Fi：“abc”\n备注：无\nnumber = ６\n",
		`items/06.toml:2:1: 错误：“请到社区办理”等 4 行不是“键 = 值”的写法；改法：要显示的字写进正文的 """ 和 """ 之间；不显示的说明，每一行前面加英文 #；都不是就删去这几行
items/06.toml:7:10: 错误：数字“６”是全角的；改法：改成半角的 6
`},
	{"quotes too many", "title = \"a\"\"\"\nlevels = [\"b\"]\nscale = \"\"1\"\"\n",
		`items/06.toml:1:12: 错误：结尾的引号写多了；改法：结尾只留一个英文引号 "
items/06.toml:3:9: 错误：开头的引号写了两个；改法：开头和结尾都只留一个英文引号 "
`},
	{"a long text without quotes", "title = 残疾人灵活就业补贴及养老保险和医疗保险补贴、康复救助\n",
		`items/06.toml:1:9: 错误：“残疾人灵活就业补贴及养老保险和医疗保险补……”没有放在引号里；改法：整段文字的前后加上英文双引号 "
`},
	{"two keys in a line",
		"title = \"a\" number = ６ scale = \"1\"\nscal = 1\n",
		`items/06.toml:1:13: 错误：一行里写了两项；改法：从“number”起另起一行
items/06.toml:1:22: 错误：数字“６”是全角的；改法：改成半角的 6
items/06.toml:1:24: 错误：一行里写了两项；改法：从“scale”起另起一行
items/06.toml:1:24: 错误：“scale”（字号）应是数字，这里写的是文字；改法：去掉引号，写成 1
items/06.toml:2:1: 错误：不认识的键“scal”；改法：改成“scale”
`},
	{"two keys with a mark between",
		"title = \"a\"；number = 6，levels = [\"社区\"], pinned = 1\n[screen] on = 7\n",
		`items/06.toml:1:13: 错误：一行里写了两项；改法：删去“；”，从“number”起另起一行
items/06.toml:1:24: 错误：一行里写了两项；改法：删去“，”，从“levels”起另起一行
items/06.toml:1:41: 错误：一行里写了两项；改法：删去“,”，从“pinned”起另起一行
items/06.toml:1:41: 错误：“pinned”（置顶）应是 true 或 false，这里写的是整数；改法：写成 pinned = true
items/06.toml:2:10: 错误：一行里写了两项；改法：从“on”起另起一行
items/06.toml:2:10: 错误：“on”（开屏时间）应是文字，这里写的是整数；改法：加上英文双引号，写成 "7"
`},
	{"two keys with no quotes",
		"title = 残疾人 补贴 number = 6\ndate = 2026-03-01 scale = 1.3\n",
		`items/06.toml:1:9: 错误：“残疾人 补贴”没有放在引号里；改法：文字的前后加上英文双引号，例如 "残疾人 补贴"
items/06.toml:1:16: 错误：一行里写了两项；改法：从“number”起另起一行
items/06.toml:2:19: 错误：一行里写了两项；改法：从“scale”起另起一行
`},
	{"two keys with nothing between",
		"title = \"a\"number = 6\n",
		`items/06.toml:1:12: 错误：一行里写了两项；改法：从“number”起另起一行
`},
	{"another quote closes a long text",
		"title = \"\"\"\n补贴情形\n”””\nnumber = ６\n",
		`items/06.toml:3:1: 错误：结尾的引号写成了 ”””；改法：改成三个英文双引号 """
items/06.toml:4:10: 错误：数字“６”是全角的；改法：改成半角的 6
`},
	{"another quote closes it at the end",
		"title = \"\"\"\n补贴情形\n“““\n",
		`items/06.toml:3:1: 错误：结尾的引号写成了 “““；改法：改成三个英文双引号 """
`},
	{"two quotes close it, the next text closes both",
		"title = \"\"\"\n补贴情形\n\"\"\n\n# 正文\n[[guide]]\nbody = \"\"\"\n正文\n\"\"\"\nheadin = 1\n",
		`items/06.toml:3:1: 错误：结尾的引号写成了 ""；改法：改成三个英文双引号 """
items/06.toml:10:1: 错误：不认识的键“headin”；改法：改成“heading”
`},
	{"two quotes close it, and it is TOML all the same", "title = \"\"\"\n补贴情形\n\"\"\nnumber = 6\nlevels = [\"\"\"\n社区\n\"\"\"]\ntitel = 1\n",
		`items/06.toml:3:1: 错误：结尾的引号写成了 ""；改法：改成三个英文双引号 """
items/06.toml:8:1: 错误：不认识的键“titel”；改法：改成“title”
`},
	{"a text without its end that is TOML all the same",
		"title = \"\"\"\n补贴情形\n\n# 序号\nnumber = 6\npinned = 1\nlevels =\n社区\n\"\"\"\n",
		`items/06.toml:1:9: 错误：三个引号 """ 没有结束；改法：在文字的最后一行（第 2 行）后面另起一行，写上 """
items/06.toml:6:1: 错误：“pinned”（置顶）应是 true 或 false，这里写的是整数；改法：写成 pinned = true
items/06.toml:7:9: 错误：“levels”后面没有值；改法：补上值；不需要这个键就删去这一行
`},
	{"a text may quote a key", "title = \"\"\"\n补贴情形\nnumber = 6\n\"\n补贴\n\"\"\"\n", ``},
	{"one quote, a list behind",
		"title = \"\"\"\n补贴情形\n\"\nlevels = \"a\"\n",
		`items/06.toml:3:1: 错误：结尾的引号写成了 "；改法：改成三个英文双引号 """
items/06.toml:4:1: 错误：“levels”（公开层级）应是列表；改法：写成 levels = ["a"]
`},
	{"apostrophes",
		"title = \"\"\"\n补贴情形\n'''\nnumber = 6\n",
		`items/06.toml:3:1: 错误：结尾的引号写成了 '''；改法：改成三个英文双引号 """
`},
	{"full-width",
		"title = \"\"\"\n补贴情形\n＂＂＂\nnumber = 6\n",
		`items/06.toml:3:1: 错误：结尾的引号写成了 ＂＂＂；改法：改成三个英文双引号 """
`},
	{"quotes for apostrophes",
		"title = '''\n补贴情形\n\"\"\"\nnumber = 6\n",
		`items/06.toml:3:1: 错误：结尾的引号写成了 """；改法：改成三个英文单引号 '''
`},
	{"closed behind the last line of text",
		"title = \"\"\"\n推进“红色物业”\n补贴情形”””\nnumber = 6\n",
		`items/06.toml:3:5: 错误：结尾的引号写成了 ”””；改法：改成三个英文双引号 """
`},
	{"a quote of its own inside a text",
		"title = \"\"\"\n补贴\n\"\n情形\n\"\"\"\nnumber ＝ 6\n",
		`items/06.toml:6:8: 错误：“number”后面的等号是全角的“＝”；改法：改成英文等号“=”
`},
	{"backslashes behind a text without its end",
		"title = \"\"\"\n补贴\\d\n\"\"\nscale = \"\\d\"\n",
		`items/06.toml:2:3: 错误：反斜杠“\d”在英文双引号里有特别的意思；改法：要写反斜杠本身就写两个“\\”，网址和路径用“/”
items/06.toml:3:1: 错误：结尾的引号写成了 ""；改法：改成三个英文双引号 """
items/06.toml:4:10: 错误：反斜杠“\d”在英文双引号里有特别的意思；改法：要写反斜杠本身就写两个“\\”，网址和路径用“/”
`},
	{"an unknown key and a wrong type behind a slip",
		"title ＝ \"x\"\npublishr = \"…\"\nlevels = \"社区\"\ntitel：1\n　scale = \"1\"\n",
		`items/06.toml:1:7: 错误：“title”后面的等号是全角的“＝”；改法：改成英文等号“=”
items/06.toml:2:1: 错误：不认识的键“publishr”；改法：改成这里可以写的键：number、title、levels、scale、pinned、date、days、screen、guide；不需要这一项才删去
items/06.toml:3:1: 错误：“levels”（公开层级）应是列表；改法：写成 levels = ["社区"]
items/06.toml:4:1: 错误：不认识的键“titel”；改法：改成“title”
items/06.toml:4:6: 错误：“titel”后面用了冒号；改法：改成英文等号“=”
items/06.toml:5:1: 错误：这里的空格不是半角空格；改法：删去这个空格，或改成半角空格
items/06.toml:5:2: 错误：“scale”（字号）应是数字，这里写的是文字；改法：去掉引号，写成 1
`},
	{"behind a broken table nothing is made up",
		"[[guide]\nheading = \"a\"\n[[guide]]\nhead = 1\n［screen］\non = 1\n[screan]\n",
		`items/06.toml:1:8: 错误：“[[guide”后面缺少“]]”；改法：写成 [[guide]]
items/06.toml:4:1: 错误：不认识的键“head”；改法：改成这里可以写的键：heading、body；不需要这一项才删去
items/06.toml:5:1: 错误：方括号是全角的“［”；改法：改成英文方括号 [ ]
items/06.toml:7:1: 错误：不认识的键“screan”；改法：改成“screen”
`},
	{"behind a key that stands twice",
		"title = \"a\"\ntitle = \"b\"\nxyzzy = 1\n",
		`items/06.toml:2:1: 错误：“title”写了两次，前一处在第 1 行；改法：内容一样就删去一处；不一样就把写错的那个键改对
items/06.toml:3:1: 错误：不认识的键“xyzzy”；改法：改成这里可以写的键：number、title、levels、scale、pinned、date、days、screen、guide；不需要这一项才删去
`},
	{"behind what only the library knows",
		"date = 2026-03-01T25:00:00\ntitle = \"\\uD800\"\nnumber = \"6\"\n",
		`items/06.toml:1:8: 错误：没有这个日期或时间；改法：改成真实的日期，例如 2026-03-01
items/06.toml:2:10: 错误：\u 后面的数字不是一个字；改法：直接写这个字，不用 \u
items/06.toml:3:1: 错误：“number”（序号）应是整数，这里写的是文字；改法：去掉引号，写成 6
`},
	{"words behind a number",
		"number = 6 （序号）\nscale = 1.3倍\ndate = 2026-03-01（周日）\ndays = [2026-10-01 国庆]\nx = 20个工作日\n",
		`items/06.toml:1:10: 错误：值的后面还有多余的字“（序号）”；改法：删去数字后面的字
items/06.toml:2:9: 错误：值的后面还有多余的字“倍”；改法：删去数字后面的字
items/06.toml:3:8: 错误：值的后面还有多余的字“（周日）”；改法：删去日期后面的字
items/06.toml:4:9: 错误：值的后面还有多余的字“国庆”；改法：删去日期后面的字
items/06.toml:5:5: 错误：“20个工作日”没有放在引号里；改法：文字的前后加上英文双引号，例如 "20个工作日"
`},
	{"full-width colons in times",
		"x = 08：30：00\ndate = 2026-03-01T08：30：00\ndays = [2026-03-01 08:30：15]\n",
		`items/06.toml:1:5: 错误：时间“08：30：00”里的冒号是全角的；改法：改成英文冒号，时间放在英文双引号里，例如 "07:30"
items/06.toml:2:8: 错误：时间“2026-03-01T08：30：00”里的冒号是全角的；改法：写成 2026-03-01T08:30:00
items/06.toml:3:9: 错误：时间“2026-03-01 08:30：15”里的冒号是全角的；改法：写成 2026-03-01T08:30:15
`},
	{"a row of a table",
		"6\t助残\t\"补贴情形（包括\n办理依据\"\t社区\n7\t就业\t补贴\t社区\nnumber = ６\n",
		`items/06.toml:1:1: 错误：这是从表格里粘贴来的一行，不是“键 = 值”的写法；改法：一格改成一行，写成 键 = "值"；一格里有好几行字的，放在 """ 和 """ 之间
items/06.toml:4:10: 错误：数字“６”是全角的；改法：改成半角的 6
`},
	{"a row with its head",
		"序号\t一级事项\t公开内容\n6\t助残\t补贴\n",
		`items/06.toml:1:1: 错误：这是从表格里粘贴来的一行，不是“键 = 值”的写法；改法：一格改成一行，写成 键 = "值"；一格里有好几行字的，放在 """ 和 """ 之间
`},
}
