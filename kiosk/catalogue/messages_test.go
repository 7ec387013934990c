package catalogue

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"

	"gongkai/kiosk/diag"
	"gongkai/kiosk/toml"
)

var update = flag.Bool("update", false, "write the golden files")

// mistake is a directory with something wrong in it.
type mistake struct {
	name  string
	files []File
}

// in returns a case with a fault in one file; the rest of the directory is right.
func in(path, name, text string) mistake {
	return mistake{name, dir(path, text)}
}

func inItem(name, more string) mistake { return in("items/06.toml", name, item("2")+more) }

func inNotice(name, more string) mistake {
	return in("notices/1.toml", name, "title = \"示例\"\ndate = 2026-11-20\n"+more)
}

func inSettings(name, more string) mistake { return in("kiosk.toml", name, kioskToml+more) }

func gbkOf(text string) string {
	s, err := simplifiedchinese.GBK.NewEncoder().String(text)
	if err != nil {
		panic(err)
	}
	return s
}

// shown returns an image that was read.
func shown(path string, f Fact) File { return File{Path: path, Image: &f} }

// mistakes are all that check reports, in the order of the manual's chapters.
var mistakes = []mistake{
	in("items/06.toml", "GBK", gbkOf(item("2"))),
	in("items/06.toml", "UTF-16", "\xff\xfen\x00u\x00m\x00"),
	in("items/06.toml", "空文件", ""),
	in("items/06.toml", "Word 文件", "PK\x03\x04\x14\x00"),
	in("items/06.toml", "旧版 Word 文件", "\xd0\xcf\x11\xe0\xa1"),
	in("items/06.toml", "写字板文件", `{\rtf1\ansi}`),
	in("items/06.toml", "PDF 文件", "%PDF-1.7\n"),
	in("items/06.toml", "传了一半", item("2")+"title = \"残\xe7\x96"),
	inItem("NUL", "\x00\x00\x00"),
	inItem("控制字符", "title = \"残\x07疾\"\n"),
	inItem("只有回车", "title = \"a\"\rlink = \"b\"\n"),
	in("items/06.toml", "太大", strings.Repeat("#", toml.MaxBytes+1)),
	inItem("嵌套太深", "x = "+strings.Repeat("[", 20)),

	inItem("全角等号", "title ＝ \"残疾人补贴\"\n"),
	inItem("冒号", "title：\"残疾人补贴\"\n"),
	inItem("中文引号", "title = “残疾人补贴”\n"),
	inItem("中文单引号", "title = ‘残疾人补贴’\n"),
	inItem("中文的后引号", "title = \"残疾人补贴”\n"),
	inItem("三个中文引号", "title = “““\n残疾人补贴\n”””\n"),
	inItem("全角方括号", "levels = ［\"社区\"］\n"),
	inItem("全角后方括号", "levels = [\"社区\"］\n"),
	inItem("全角大括号", "levels = ｛｝\n"),
	inItem("全角标题括号", "［guide］\n"),
	inItem("全角数字", "updated = ２\n"),
	inItem("全角井号", "＃ 说明\n"),
	inItem("全角空格", "\u3000title = \"残疾人补贴\"\n"),
	inItem("没有宽度的字符", "title\u200b = \"残疾人补贴\"\n"),
	inItem("别处的说明符号", "// 说明\n"),
	inItem("两个等号", "title == \"残疾人补贴\"\n"),
	inItem("没有放进列表", "levels = \"县级\", \"社区\"\n"),
	inItem("半截的日期", "updated = 2026年3月\n"),
	in("items/06.toml", "中文数字", strings.Replace(item("2"), "2", "二", 1)),
	inItem("中文逗号", "levels = [\"县级\"，\"社区\"]\n"),
	inItem("没有逗号", "levels = [\"县级\" \"社区\"]\n"),
	inItem("中文键", "公开主体 = \"社区\"\n"),
	inItem("不是键的中文", "备注 = \"示例\"\n"),
	inItem("一句话", "请各位审阅\n"),
	inItem("没有等号", "title \"残疾人补贴\"\n"),
	inItem("没有键", "= 1\n"),
	inItem("没有值", "title =\n"),
	inItem("没有引号", "title = 残疾人补贴\n"),
	inItem("没有前引号", "title = 残疾人补贴\"\n"),
	inItem("没有后引号", "title = \"残疾人补贴\n"),
	inItem("三个引号没有结束", "title = \"\"\"\n残疾人补贴\n"),
	inItem("几行文字在一对引号里", "title = \"\n残疾人\n补贴\n\"\n"),
	inItem("几行文字没有引号", "title = 残疾人\n补贴\n"),
	inItem("结尾的三个引号写错", "title = \"\"\"\n残疾人补贴\n”””\nlink = \"https://example.org\"\n"),
	inItem("多出来的引号", "\"\"\"\n"),
	inItem("一行两项", "title = \"残疾人补贴\" publisher = \"社区\"\n"),
	inItem("从表格里粘贴", "6\t助残\t残疾人补贴\n"),
	inItem("数字后面的字", "updated = 2026-03-01（周日）\n"),
	inItem("值后面的字", "title = \"残疾人补贴\"（示例）\n"),
	inItem("语法以外的错也列出", "title ＝ \"残疾人补贴\"\npublishr = \"社区\"\nlevels = \"社区\"\n"),
	inItem("时间里的全角冒号", "updated = 2026-03-01T08：30：00\n"),
	inItem("方括号没有结束", "levels = [\"社区\"\n"),
	inItem("方括号到文件末尾", "levels = [\"社区\","),
	inItem("大括号没有结束", "levels = {\"社区\"\n"),
	inItem("大括号到文件末尾", "levels = {"),
	inItem("标题没有结束", "[[guide]\n"),
	inItem("引号里有引号", "title = \"推进\"红色物业\"建设\"\n"),
	inItem("行末多了符号", "title = \"残疾人补贴\"；\n"),
	inItem("反斜杠", "title = \"C:\\文件\"\n"),
	inItem("写不成的字", "title = \"\\uD800\"\n"),
	inItem("半截的代码", "title = \"\\u12\"\n"),
	inItem("日期的写法", "updated = 2026/3/1\n"),
	inItem("没有这一天", "updated = 2026-02-30\n"),
	inItem("没有这个时间", "updated = 2026-03-01T25:00:00\n"),
	inItem("时间没有引号", "title = 7:30\n"),
	in("items/06.toml", "零开头的数", "number = 06\n"),
	in("items/06.toml", "太大的数", "number = 99999999999999999999\n"),
	inItem("没有整数的小数", "title = .5\n"),
	inNotice("是和否", "pinned = 是\n"),
	inNotice("否", "pinned = NO\n"),
	inItem("一个键两次", "category = \"助残\"\n"),
	inItem("键的下面又有键", "category.x = 1\n"),

	inItem("不认识的键", "titel = \"残疾人补贴\"\n"),
	inItem("想不到的键", "xyzzy = 1\n"),
	inItem("键写在别的节里", "[[guide]]\nheading = \"示例\"\nlink = \"https://example.org\"\n"),
	inSettings("键没有写在节里", "dwell_seconds = 15\n"),
	inSettings("键没有写在后面的节里", "phone = \"110\"\n[contact]\ndesk = \"一楼\"\n"),
	inItem("键掉到到哪里问下面", "[contact]\nphone = \"110\"\nlink = \"https://example.org\"\n"),
	inItem("几行文字掉到第二节下面", "[contact]\nphone = \"110\"\n[[guide]]\nheading = \"示例\"\nbody = \"示例\"\nchannels = \"\"\"\n政府网站、\n宣传栏\n\"\"\"\n"),
	inNotice("键掉到播出时段下面", "[[air]]\ndays = \"一\"\nexpire = 2026-12-31\n"),
	inItem("一节的键掉到另一节下面", "[contact]\ndesk = \"一楼\"\n[[guide]]\nheading = \"示例\"\nphone = \"110\"\nbody = \"示例\"\n"),
	inSettings("到哪里问多一层方括号", "[[contact]]\nphone = \"110\"\n"),
	inSettings("电话写成数", "[contact]\nphone = 110\n"),
	inSettings("到哪里问的键写成别的词", "[contact]\nwindow = \"3号窗口\"\ntel = \"110\"\ntime = \"全天\"\nplace = \"一楼\"\nplan = \"images/a.png\"\n"),
	inSettings("到哪里问太长", "[contact]\nhours = \""+strings.Repeat("周", 41)+"\"\n"),
	inSettings("平面图找不到", "[contact]\nmap = \"images/一楼.png\"\n"),
	inSettings("平面图在外面", "[contact]\nmap = \"../一楼.png\"\n"),
	{"平面图写成列表", append(inSettings("", "[contact]\nmap = [\"images/a.png\"]\n").files, shown("images/a.png", Fact{Width: 1, Height: 1}))},
	{"平面图没有写文件夹", append(inSettings("", "[contact]\nmap = \"a.png\"\n").files, shown("images/a.png", Fact{Width: 1, Height: 1}))},
	{"两张平面图", append(inSettings("", "[contact]\nmap = \"images/a.png, images/b.png\"\n").files, shown("images/a.png", Fact{Width: 1, Height: 1}), shown("images/b.png", Fact{Width: 1, Height: 1}))},
	{"平面图太大", append(inSettings("", "[contact]\nmap = \"images/a.png\"\n").files, shown("images/a.png", Fact{Message: "超过 32 MiB", Fix: "用看图软件缩小到长边 4000 像素以内，另存为 JPEG"}))},
	inSettings("位置没有平面图", "[contact]\nat = [0.4, 0.7]\n"),
	{"位置写成百分数", append(inSettings("", "[contact]\nmap = \"images/a.png\"\nat = [40, 70.5]\n").files, shown("images/a.png", Fact{Width: 1, Height: 1}))},
	{"位置写成文字", append(inSettings("", "[contact]\nmap = \"images/a.png\"\nat = \"0.4, 0.7\"\n").files, shown("images/a.png", Fact{Width: 1, Height: 1}))},
	{"位置只有一个数", append(inSettings("", "[contact]\nmap = \"images/a.png\"\nat = [0.4]\n").files, shown("images/a.png", Fact{Width: 1, Height: 1}))},
	inItem("一句话太长", "summary = \""+strings.Repeat("长", 41)+"\"\n"),
	inItem("问句太长", "ask = \""+strings.Repeat("问", 13)+"\"\n"),
	inItem("问句太多行", "ask = \"一\\n二\\n三\\n四\"\n"),
	inNotice("地点太长", "where = \""+strings.Repeat("远", 41)+"\"\n"),
	inNotice("紧急没有期限", "urgent = true\n"),
	inNotice("紧急在那天以前", "urgent = true\nexpire = 2020-01-01\n"),
	inNotice("紧急太久", "urgent = true\nexpire = 2026-12-31\n"),
	inNotice("星期写法", "[[air]]\ndays = \"周一至周五\"\n"),
	inNotice("星期写成列表", "[[air]]\ndays = [\"一\", \"二\"]\n"),
	inNotice("星期看不懂", "[[air]]\ndays = \"单周\"\n"),
	inNotice("几点的写法", "[[air]]\nfrom = \"上午8点半\"\n"),
	inNotice("播出时段空的", "[[air]]\n"),
	inNotice("播出时段一样", "[[air]]\nfrom = \"08:30\"\nto = \"08:30\"\n"),
	inNotice("播出时段少一层方括号", "[air]\ndays = \"一\"\n"),
	in("items/06.toml", "数写成文字", "number = \"6\"\n"),
	inItem("文字写成数", "title = 7\n"),
	inItem("列表写成文字", "levels = \"社区\"\n"),
	inItem("日期写成文字", "updated = \"2026/3/1\"\n"),
	inItem("日期写成数", "updated = 20260301\n"),
	inItem("日期带时区", "updated = 2026-03-01T10:00:00+08:00\n"),
	inItem("日期带时间", "updated = 2026-03-01T10:00:00\n"),
	inItem("节少一层方括号", "[guide]\nheading = \"示例\"\n"),
	inSettings("节写成值", "screen = 3\n"),
	inNotice("是否写成数", "pinned = 1\n"),

	in("items/06.toml", "缺少的键", "# 说明\n"),
	in("items/06.toml", "空的键", "number = 2\ncategory = \"\"\ncontent = \" \"\n"),
	in("notices/1.toml", "公告缺少的键", "# 说明\n"),
	in("items/06.toml", "序号太小", item("0")),
	inItem("太长的标题", "title = \""+strings.Repeat("字", 61)+"\"\n"),
	inItem("超过一千字的标题", "title = \""+strings.Repeat("字", 1_001)+"\"\n"),
	inItem("太长的内容", "channels = \""+strings.Repeat("字", 50_001)+"\"\n"),
	inItem("没有这个图标", "icon = \"jbo\"\n"),
	inItem("想不到的图标", "icon = \"喇叭\"\n"),
	inItem("空的一节", "[[guide]]\n"),
	inItem("不是网址", "link = \"www.example.org\"\n"),
	inItem("两个网址", "link = \"https://example.org https://example.com\"\n"),
	inItem("太长的网址", "link = \"https://example.org/"+strings.Repeat("a", 2_000)+"\"\n"),
	inItem("网址里的域名不合规则", "link = \"https://example.org／.gov.cn/\"\n"),
	inItem("没有这样的端口", "link = \"https://example.org:99999/\"\n"),
	inItem("二维码装不下的网址", "link = \"https://example.org/"+strings.Repeat("示", 500)+"\"\n"),
	in("items/06.toml", "没有公开依据", "number = 2\ncategory = \"助残\"\ncontent = \"办理依据\"\n"),
	inItem("不成对的括号", "channels = \"政府网站（县级\"\n"),
	inItem("不成对的书名号", "channels = \"意见》\"\n"),
	inItem("多出来的引号在文字里", "channels = \"\"\"\"\n政府网站\n\"\"\"\"\n"),
	inNotice("键写在文字里", "body = \"\"\"\n示例\nimages = [\"images/a.png\"]\n\"\"\"\n"),
	inItem("节写在文字里", "channels = \"\"\"\n政府网站\n[[guide]]\n\"\"\"\n"),
	inItem("转义写的控制字符", "channels = \"政府\\u0007网站\"\n"),
	inItem("私用区字符", "channels = \"政府\ue000网站\"\n"),
	inItem("方向控制符", "channels = \"政府\u202e网站\u202c\"\n"),
	inItem("看不见的字符", "channels = \"政府\u00ad网\u200b站\u3164\"\n"),
	{"只有看不见的字符", dir("items/06.toml", "number = 2\ncategory = \"\u200c\"\ncontent = \"\u3164\u200b\"\nbasis = \"\u2800\"\n")},
	inItem("丢了的字", "channels = \"政府\ufffd网站\"\n"),
	inItem("锟斤拷", "channels = \"锟斤拷锟斤拷\"\n"),
	inItem("UTF-8 当作 GBK", "channels = \"鏂囧瓧绀轰緥\"\n"),
	inItem("UTF-8 当作西文", "channels = \"ä¸\u00adæ–‡\"\n"),
	inItem("网页的代码", "channels = \"政府&nbsp;网站<br>宣传栏\"\n"),
	inItem("字的代码", "channels = '\\u653f\\u5e9c'\n"),
	inItem("部首当作字", "channels = \"⼈⺠政府\"\n"),
	inItem("符号字体的勾", "channels = \"\uf0fc 政府网站 ¨ 宣传栏\"\n"),
	inItem("口当作方框", "channels = \"口网站 口宣传栏\"\n"),
	inItem("路径里的反斜杠", "channels = \"\"\"\nD:\\news\\tongzhi\n\"\"\"\n"),
	inItem("同上", "publisher = \"同上\"\n"),
	inItem("只有一个勾", "publisher = \"√\"\n"),
	inNotice("一项里几个图片", "images = [\"images/a.jpg,images/b.jpg\"]\n"),
	inItem("没有字体的字", "channels = \"王𪚥𪚥\"\n"),
	inItem("没有字体的符号", "channels = \"😀\"\n"),
	inItem("身份证号", "channels = \"11010519491231002X\"\n"),
	inItem("手机号", "channels = \"13800138000\"\n"),
	inItem("银行卡号", "channels = \"6222 0212 3456 7890 128\"\n"),
	inItem("二十个工作日过了", "updated = 2026-03-02\n"),
	inItem("二十个工作日过了，复核得更早", "updated = 2026-03-02\nreviewed = 2026-03-01\n"),
	inItem("更新日期是空的", "updated = \"\"\n"),
	inItem("几级写成了一个", "levels = [\"社区、乡镇\"]\n"),
	inItem("两节同名", "[[guide]]\nheading = \"示例\"\nbody = \"示例\"\n[[guide]]\nheading = \"示例\"\nbody = \"示例\"\n"),
	inItem("一节没有正文", "[[guide]]\nheading = \"示例\"\n"),
	inItem("一节和名目差一点", "[[guide]]\nheading = \"办理依剧\"\nbody = \"示例\"\n"),
	{"序号重复", dir("items/05.toml", item("2"), "items/06.toml", item("2"))},
	{"序号和坏的文件重复", dir("items/05.toml", item("2")+"x = 1\n", "items/06.toml", item("2"))},
	{"序号不连续", dir("items/06.toml", item("3"), "items/07.toml", item("6"))},
	{"一个文件里问题太多", inNotice("", "images = ["+strings.Repeat("\"a.psd\",", diag.MaxPerFile+1)+"]\n").files},

	inNotice("下屏在上屏之前", "publish = 2026-12-30\nexpire = 2026-12-01\n"),
	inNotice("已经下屏", "expire = 2026-11-20\n"),
	inNotice("下屏时间是空的", "expire = \"\"\n"),
	inNotice("没有期限", "expire = 长期\n"),
	inNotice("上屏时间写成两个日子", "publish = 2026-12-01至2026-12-31\n"),
	inNotice("上屏时间带几点", "publish = 2026-12-01 下午3点\n"),
	in("holidays.toml", "节假日从哪天到哪天", "holidays = [2026-10-01 至 2026-10-07]\n"),
	inNotice("马上上屏", "publish = \"立即\"\n"),
	in("notices/1.toml", "日期太晚", "title = \"示例\"\ndate = 2062-11-20\n"),
	in("notices/1.toml", "日期太早", "title = \"示例\"\ndate = 1926-11-20\n"),
	inNotice("图片写成文字", "images = \"images/a.png\"\n"),
	inNotice("图片写了大括号", "images = [{file = \"images/a.png\"}]\n"),
	inNotice("图片找不到", "images = [\"images/示例.png\"]\n"),
	{"图片名写错", append(inNotice("", "images = [\"images/hudong.jpg\", \"images/A.png\"]\n").files,
		shown("images/huodong.jpg", Fact{Width: 1, Height: 1}), shown("images/a.png", Fact{Width: 1, Height: 1}))},
	{"图片太大", append(inNotice("", "images = [\"images/a.png\"]\n").files,
		shown("images/a.png", Fact{Message: "超过 32 MiB", Fix: "用看图软件缩小到长边 4000 像素以内，另存为 JPEG"}))},
	inNotice("图片在外面", "images = [\"../a.png\"]\n"),
	inNotice("图片的反斜杠", "images = ['images\\a.png']\n"),
	inNotice("图片的格式", "images = [\"images/a.psd\"]\n"),
	{"图片太多", append(inNotice("", "images = ["+strings.Repeat("\"images/a.png\",", maxImages+1)+"]\n").files,
		shown("images/a.png", Fact{Width: 1, Height: 1}))},
	inNotice("图片的格式，只改了名字", "images = [\"photo.heic\"]\n"),
	inNotice("图片没有写结尾", "images = [\"images/door\"]\n"),
	{"图片名没有写文件夹", append(inNotice("", "images = [\"door.png\"]\n").files, shown("images/door.png", Fact{Width: 1, Height: 1}))},
	{"图片在另一个文件夹", append(inNotice("", "images = [\"images/door.png\"]\n").files, shown("images/2026/door.png", Fact{Width: 1, Height: 1}))},
	{"图片名的结尾写错", append(inNotice("", "images = [\"images/door.jpeg\"]\n").files, shown("images/door.jpg", Fact{Width: 1, Height: 1}))},
	{"没有用到的图片", []File{shown("images/a.png", Fact{Width: 1, Height: 1})}},
	{"图片的同步冲突副本，原图没有了", []File{shown("images/a.sync-conflict-20261120-101112-ABCDEFG.png", Fact{Width: 1, Height: 1})}},

	{"图片的同步冲突副本", append(inNotice("", "images = [\"images/a.png\"]\n").files, shown("images/a.png", Fact{Width: 1, Height: 1}),
		shown("images/a.sync-conflict-20261120-101112-ABCDEFG.png", Fact{Width: 1, Height: 1}))},
	{"公告的副本", dir("notices/1.toml", noticeHead, "notices/1 - 副本.toml", noticeHead)},

	in("notices/1.toml", "事项放在公告里", item("2")),
	in("items/06.toml", "公告放在事项里", noticeHead+"body = \"示例\"\n"),
	in("items/kiosk.toml", "设置放在事项里", kioskToml),
	in("notices/holidays.toml", "节假日放在公告里", "holidays = [2026-10-01]\n"),
	{"同步冲突副本", dir("items/06.toml", item("2"), "items/06.sync-conflict-20261120-101112-ABCDEFG.toml", item("2"))},
	{"同步冲突副本，原文件没有了", dir("items/06.sync-conflict-20261120-101112-ABCDEFG.toml", item("2"))},
	{"多了 .txt", dir("items/06.toml.txt", item("2"))},
	{"文件名不是 UTF-8", dir("items/\xb2\xd0.toml", item("2"))},
	{"文件太多", slices.Repeat(dir("notices/1.toml", ""), MaxFiles)},

	inSettings("字的大小没有这一级", "text = 1.5\n"),
	inSettings("颜色的写法", "accent = \"red\"\n"),
	inSettings("颜色太浅", "accent = \"#E0474C\"\n"),
	inSettings("停留太短", "[carousel]\ndwell_seconds = 4\n"),
	inSettings("开屏没有关屏", "[screen]\non = \"07:30\"\n"),
	inSettings("关屏没有开屏", "[screen]\noff = \"21:00\"\n"),
	inSettings("开关屏的时间", "[screen]\non = \"7:30\"\noff = \"24:00\"\n"),
	inSettings("开关屏同时", "[screen]\non = \"07:30\"\noff = \"07:30\"\n"),
	in("kiosk.toml", "没有单位名称", "catalogue = \"目录\"\n"),
	in("holidays.toml", "节假日带时间", "holidays = [2026-10-01T08:00:00]\n"),
	{"没有 kiosk.toml", dir("items/06.toml", item("1"))},
	{"没有事项", dir("kiosk.toml", kioskToml)},
	{"空目录", nil},
}

// whole adds what a directory must have to the files of a case, unless the case is about that.
func (s mistake) whole() []File {
	switch s.name {
	case "没有 kiosk.toml", "没有事项", "空目录":
		return s.files
	}
	files := append(slices.Clone(s.files), dir("items/01.toml", item("1"))...)
	if !slices.ContainsFunc(files, func(f File) bool { return f.Path == "kiosk.toml" }) {
		files = append(files, dir("kiosk.toml", kioskToml)...)
	}
	return files
}

// report returns all that check prints about the files, with the lines below.
func (s mistake) report(t *testing.T) string {
	t.Helper()
	files := s.whole()
	_, problems := Parse(files)
	problems = append(problems, Uncovered(files, func(r rune) bool { return r < 0x10000 }, nil)...)
	problems = append(problems, Due(files, day(2026, 12, 24))...)
	diag.Sort(problems)
	var b strings.Builder
	err := diag.WriteLines(&b, problems[:min(len(problems), 6)], func(path string) []byte {
		for _, f := range files {
			if f.Path == path {
				return f.Data
			}
		}
		return nil
	})
	if n := len(problems) - 1; n >= 6 && err == nil {
		b.WriteString("……\n")
		err = diag.WriteText(&b, problems[n:])
	}
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestMessages keeps every message in one file, where it can be read as staff see it.
func TestMessages(t *testing.T) {
	var b strings.Builder
	for _, s := range mistakes {
		printed := s.report(t)
		if printed == "" {
			t.Errorf("%s: nothing is reported", s.name)
		}
		fmt.Fprintf(&b, "【%s】\n%s\n", s.name, printed)
	}
	const golden = "testdata/messages.golden"
	if *update {
		if err := os.WriteFile(golden, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if got := b.String(); got != string(want) {
		t.Errorf("not as in %s, renew it with -update and read what has changed:\n%s", golden, firstDifference(got, string(want)))
	}
}

// firstDifference returns the line from which two texts differ.
func firstDifference(got, want string) string {
	w := strings.Split(want, "\n")
	for i, line := range strings.Split(got, "\n") {
		if i >= len(w) || line != w[i] {
			return fmt.Sprintf("line %d: %s", i+1, line)
		}
	}
	return "something is missing at the end"
}
