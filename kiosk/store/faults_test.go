package store

import (
	"encoding/binary"
	"flag"
	"fmt"
	"hash/crc32"
	"net"
	"os"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/diag"
	"gongkai/kiosk/picture"
)

var update = flag.Bool("update", false, "write docs/faults.md anew")

const faultsFile = "../../docs/faults.md"

// mishap changes a directory with kiosk.toml, three items, and a notice with an image.
type mishap struct {
	title string
	file  string // the file that it affects; "": all of them
	do    func(place)
}

const (
	two       = "items/02.toml"
	four      = "items/04.toml"
	newNotice = "notices/2.toml"
	picA      = "images/a.png"
)

// with returns an item with old replaced by new, or with a line added if old is empty.
func with(old, new string) string {
	text := item(2, "新2")
	if old == "" {
		return text + new + "\n"
	}
	return strings.Replace(text, old, new, 1)
}

func writes(file, data string) func(place) { return func(p place) { p.write(file, data) } }

// mishaps lists all known faults, in the order of the page.
var mishaps = []struct {
	heading string
	all     []mishap
}{
	{"整个内容目录", []mishap{
		{"目录不见了（共享断开、U 盘拔掉）", "", func(p place) { p.remove("") }},
		{"目录是空的（没有挂上）", "", func(p place) { p.remove(""); p.must(os.Mkdir(p.dir, 0o755)) }},
		{"目录变成了一个文件", "", func(p place) { p.remove(""); p.must(os.WriteFile(p.dir, nil, 0o644)) }},
		{"items 文件夹没有了", "", func(p place) { p.remove("items") }},
		{"items 文件夹是指到外面的链接", "", func(p place) { p.remove("items"); p.link("/", "items") }},
		{"所有文件都坏了", "", func(p place) {
			for _, name := range []string{"kiosk.toml", "items/01.toml", two, "items/03.toml", "notices/1.toml"} {
				p.write(name, "\x00")
			}
		}},
		{"整个目录换成另一份", "", func(p place) {
			p.rename("", "../before")
			p.write("kiosk.toml", settings)
			p.write("items/1.toml", item(1, "新1"))
		}},
	}},
	{"文件本身", []mishap{
		{"只存下一半", two, writes(two, item(2, "新2")[:40])},
		{"空文件", two, writes(two, "")},
		{"含有 NUL", two, writes(two, with("新2", "新\x002"))},
		{"GBK 编码", two, writes(two, "number = 2\ncategory = \"\xca\xbe\xc0\xfd\"\ncontent = \"\xd2\xd2\"\n")},
		{"UTF-16 编码", two, writes(two, "\xff\xfen\x00u\x00m\x00b\x00e\x00r\x00 \x00=\x00 \x002\x00\n\x00")},
		{"开头有 BOM，行尾是 CRLF", two, writes(two, "\ufeff"+strings.ReplaceAll(with("", ""), "\n", "\r\n"))},
		{"超过 1 MiB", two, writes(two, bytesOf(catalogue.MaxBytes+1))},
		{"嵌套太深", two, writes(two, "x = "+strings.Repeat("[", 100))},
		{"链接绕回自己", two, func(p place) { p.remove(two); p.link("02.toml", two) }},
		{"链接指到目录外面", two, func(p place) { p.remove(two); p.link("/etc/hostname", two) }},
		{"链接指到设备", two, func(p place) { p.remove(two); p.link("/dev/zero", two) }},
		{"链接指的文件不存在", two, func(p place) { p.remove(two); p.link("nowhere", two) }},
		{"管道", two, func(p place) { p.remove(two); p.must(syscall.Mkfifo(p.path(two), 0o644)) }},
		{"套接字", two, func(p place) {
			p.remove(two)
			l, err := net.Listen("unix", p.path(two))
			p.must(err)
			p.Cleanup(func() { l.Close() })
		}},
		{"文件夹，名字像文件", two, func(p place) { p.remove(two); p.must(os.Mkdir(p.path(two), 0o755)) }},
		{"删掉了", two, func(p place) { p.remove(two) }},
		{"改了文件名", "items/x.toml", func(p place) { p.rename(two, "items/x.toml") }},
		{"文件名不是 UTF-8", "items/\xd2\xd2.toml", func(p place) { p.rename(two, "items/\xd2\xd2.toml") }},
		{"文件名末尾多了 .txt", two + ".txt", func(p place) { p.rename(two, two+".txt") }},
		{"各种同步工具的冲突副本", "items/02 (conflicted copy 2026-11-28 101112).toml", writes("items/02 (conflicted copy 2026-11-28 101112).toml", item(2, "副本"))},
		{"原文件改成了冲突副本的名字", two, func(p place) { p.rename(two, "items/02 (conflicted copy 2026-11-28 101112).toml") }},
		{"改名以后原来的位置有了新文件", two, func(p place) {
			p.rename(two, "items/02-备份.toml")
			p.write(two, item(2, "新2"))
		}},
		{"电脑上复制出来的副本", "items/02 - 副本.toml", writes("items/02 - 副本.toml", item(2, "副本"))},
		{"公告的副本", "notices/1(1).toml", writes("notices/1(1).toml", notice("副本", picA))},
		{"图片的冲突副本", "images/a.Conflict.png", writes("images/a.Conflict.png", "x")},
		{"kiosk.toml 的副本", "kiosk(1).toml", writes("kiosk(1).toml", "centre = \"另一个\"\n")},
		{"还没有传完的文件", four + ".baiduyun.p.downloading", writes(four+".baiduyun.p.downloading", item(4, "新4"))},
		{"同步冲突的副本", "items/02.sync-conflict-20261120-101112-ABCDEFG.toml", writes("items/02.sync-conflict-20261120-101112-ABCDEFG.toml", item(2, "副本"))},
		{"工具和办公软件留下的（.02.toml.swp、~$02.toml、Thumbs.db……）", two, func(p place) {
			for _, name := range []string{"items/.02.toml.swp", "items/~$02.toml", "items/02.toml~", "items/02.toml.bak", "items/02.toml.tmp", "Thumbs.db", "desktop.ini"} {
				p.write(name, "x")
			}
		}},
	}},
	{"写法", []mishap{
		{"全角等号", two, writes(two, with("number =", "number ＝"))},
		{"中文引号", two, writes(two, with("\"示例\"", "“示例”"))},
		{"全角方括号", two, writes(two, with("", "levels = ［\"社区\"］"))},
		{"行首有空格", two, writes(two, "  "+with("", ""))},
		{"引号没有关上", two, writes(two, with("\"示例\"", "\"示例"))},
		{"日期写成 2026/3/1", two, writes(two, with("", "updated = 2026/3/1"))},
		{"没有的日期", two, writes(two, with("", "updated = 2026-02-30"))},
		{"键写错了", two, writes(two, with("category", "categroy"))},
		{"类型不对", two, writes(two, with("number = 2", "number = \"2\""))},
		{"缺了必需的键", two, writes(two, with("category = \"示例\"\n", ""))},
		{"序号重复，是新文件", four, writes(four, item(2, "新"))},
		{"序号重复，是改出来的", two, writes(two, item(1, "新2"))},
		{"控制字符", two, writes(two, with("新2", "新\\u00072"))},
		{"文字太长", two, writes(two, with("", "title = \""+strings.Repeat("长", 1001)+"\""))},
		{"链接不是 http(s)", two, writes(two, with("", "link = \"ftp://example.org\""))},
		{"链接太长", two, writes(two, with("", "link = \"https://example.org/"+strings.Repeat("a", 2000)+"\""))},
		{"没有这个图标", two, writes(two, with("", "icon = \"home2\""))},
	}},
	{"提醒（照样显示）", []mishap{
		{"没有公开依据", two, writes(two, with("basis = \"《示例》\"\n", ""))},
		{"落单的书名号", two, writes(two, with("新2", "新2》"))},
		{"序号断开", four, writes(four, item(6, "新6"))},
		{"标题超过 60 个字", two, writes(two, with("", "title = \""+strings.Repeat("长", 61)+"\""))},
		{"身份证号", two, writes(two, with("新2", "11010519491231002X"))},
		{"手机号", two, writes(two, with("新2", "13800138000"))},
		{"银行卡号", two, writes(two, with("新2", "6222021234567890128"))},
		{"文字方向控制符（屏幕上不起作用）", two, writes(two, with("新2", "新\u202e2"))},
		{"自造字", two, writes(two, with("新2", "新\ue0002"))},
		{"丢了的字", two, writes(two, with("新2", "新\ufffd2"))},
		{"乱码（UTF-8 当作 GBK）", two, writes(two, with("新2", "新2鏂囧瓧绀轰緥"))},
		{"从 PDF 里复制来的部首", two, writes(two, with("新2", "新⼈2"))},
		{"网页的代码", two, writes(two, with("新2", "新2&nbsp;"))},
		{"文字里的路径", two, writes(two, with("新2", `D:\news\tongzhi`))},
		{"没有字体的字", two, writes(two, with("新2", "新\U0002a6a52"))},
		{"更新以后过了 20 个工作日", two, writes(two, with("", "updated = 2026-06-01"))},
	}},
	{"kiosk.toml", []mishap{
		{"没有了", "kiosk.toml", func(p place) { p.remove("kiosk.toml") }},
		{"写坏了", "kiosk.toml", writes("kiosk.toml", "centre = ")},
		{"没有 centre", "kiosk.toml", writes("kiosk.toml", "catalogue = \"示例目录\"\n")},
		{"颜色太浅", "kiosk.toml", writes("kiosk.toml", settings+"accent = \"#FFFFFF\"\n")},
	}},
	{"公告和图片", []mishap{
		{"下屏在上屏之前", "notices/1.toml", writes("notices/1.toml", notice("新", picA)+"publish = 2026-11-20\nexpire = 2026-11-01\n")},
		{"已经过期", newNotice, writes(newNotice, notice("新", picA)+"expire = 2026-11-01\n")},
		{"公告写坏了，图片也留着", "notices/1.toml", writes("notices/1.toml", "title = ")},
		{"图片还没有到", "notices/1.toml", writes("notices/1.toml", notice("新", picA, "images/late.png"))},
		{"图片不见了", picA, func(p place) { p.remove(picA) }},
		{"图片只有一半", picA, writes(picA, dot(7, 0)[:40])},
		{"图片是空文件", picA, writes(picA, "")},
		{"其实不是这种格式", picA, writes(picA, "%PDF-1.7")},
		{"图片超过 32 MiB", picA, func(p place) { p.must(os.Truncate(p.path(picA), picture.MaxBytes+1)) }},
		{"像素太多", picA, writes(picA, hugePNG())},
		{"图片里面坏了", picA, writes(picA, spoiltPNG())},
		{"图片解不开（文件头是好的）", picA, writes(picA, hollowPNG())},
		{"海报的图片解不开，公告只有这张图", picA, func(p place) { p.write("notices/1.toml", poster("旧", picA)); p.write(picA, hollowPNG()) }},
		{"新公告只有一张图，这张图解不开", newNotice, func(p place) { p.write(newNotice, poster("新", "images/b.png")); p.write("images/b.png", hollowPNG()) }},
		{"图片换成了同名的文件夹", picA, func(p place) { p.remove(picA); p.must(os.Mkdir(p.path(picA), 0o755)) }},
		{"图片是指到外面的链接", picA, func(p place) { p.remove(picA); p.link("/etc/hostname", picA) }},
		{"图片是断了的链接", picA, func(p place) { p.remove(picA); p.link("gone.png", picA) }},
		{"路径用了反斜杠", newNotice, writes(newNotice, notice("新", `images\a.png`))},
		{"名字的大小写不对", newNotice, writes(newNotice, notice("新", "images/A.png"))},
		{"名字少了结尾", newNotice, writes(newNotice, notice("新", "images/a"))},
		{"一项里两个名字", newNotice, writes(newNotice, notice("新", "a.png, images/a.png"))},
		{"指到 images 外面", newNotice, writes(newNotice, notice("新", "../a.png"))},
		{"没有用到的图片", "images/b.png", writes("images/b.png", dot(8, 0))},
	}},
}

// hollowPNG returns a PNG whose header and checksums are right, and whose pixels can't be decoded.
func hollowPNG() string {
	data := []byte(dot(7, 0))
	end := len(data) - 16 // of what the last checksum but one covers
	data[end-4] ^= 0xff
	binary.BigEndian.PutUint32(data[end:], crc32.ChecksumIEEE(data[37:end]))
	return string(data)
}

// hugePNG returns a PNG whose header claims too many pixels.
func hugePNG() string {
	data := []byte(dot(7, 0))
	copy(data[16:], "\x00\x00\xff\xff\x00\x00\xff\xff")
	binary.BigEndian.PutUint32(data[29:], crc32.ChecksumIEEE(data[12:29]))
	return string(data)
}

// spoiltPNG returns a PNG that looks good and holds no picture.
func spoiltPNG() string {
	data := []byte(dot(7, 0))
	data[len(data)-20] ^= 0xff
	return string(data)
}

// TestFaults makes docs/faults.md: what the screen shows of each fault, while it runs, after a restart with what
// was kept, and on a first start; and what check reports. All other files go on in each case.
func TestFaults(t *testing.T) {
	var b strings.Builder
	b.WriteString(faultsHead)
	n := 0
	for _, part := range mishaps {
		fmt.Fprintf(&b, "\n## %s\n\n| 出了什么事 | 一直开着的屏幕 | 断电重开 | 头一次开机 | `kiosk check` 说 |\n|---|---|---|---|---|\n", part.heading)
		for _, m := range part.all {
			b.WriteString(m.row(t))
			n++
		}
	}
	fmt.Fprintf(&b, "\n共 %d 种。\n", n)
	b.WriteString(codesTable(t))
	if *update {
		if err := os.WriteFile(faultsFile, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(faultsFile)
	if err != nil {
		t.Fatal(err)
	}
	if b.String() != string(want) {
		t.Errorf("%s is not what the program does; renew it with -update:\n%s", faultsFile, diff(string(want), b.String()))
	}
}

const faultsHead = `# 内容出了错，屏幕显示什么

这一页由 ` + "`go test ./kiosk/store -run TestFaults -update`" + ` 写成：每一行都真的做了一遍。

- **照旧**：显示这个文件上次完好的内容。**照新的**：就按现在的文件显示。**不显示**：屏幕上没有这个文件的内容。
- 每一种情况下，其余的文件都照常更新（“整个内容目录”一节除外）。
- 断电重开：有 ` + "`--state`" + `（systemd 的单元默认就有），开机时接着上次的内容。头一次开机：没有上次的内容可用；没有 ` + "`--state`" + ` 时，每次开机都是这样。
- 公告等图片：图片还在路上时，公告照旧，新公告先不显示，最多等十分钟，然后不带这张图显示。一张图也没有、又没有正文的公告不显示。
- 图片坏了，原来那张还有备份（有 ` + "`--state`" + ` 时）：一直照旧，直到换上好的。图片不见了：十分钟后才拿下。
- 文件末尾少了几项：先照旧，三秒不变才照新的（也许还没有复制完）。
- 事项或公告的文件不见了：先照旧，三秒后拿下。一下子不见很多（多于三个，又多于全部的五分之一），最后一个不见以后过十分钟才拿下：共享盘被清空，或重新装满时，就是这样。

状态目录自己出的错：文件断了、改动过、是别的版本的，都跳过不用；每个内容目录有自己的一份，互不相干，日志里有一句 ` + "`kept content passed over`" + `，屏幕按“头一次开机”显示；
写不进去（磁盘满了、没有权限、另一个程序正用着），屏幕照常更新，日志里有一句 ` + "`the content could not be kept`" + `，一分钟后再试。
系统不再告知改动（inotify 的限额用完了），日志里有一句 ` + "`no notice of changes`" + ` 和改法，屏幕每 5 秒自己看一遍。
`

// faultsDay is when the page's faults happen.
var faultsDay = time.Date(2026, 11, 24, 9, 41, 0, 0, time.UTC)

// row applies a mishap and returns the table's line for it.
func (m mishap) row(t *testing.T) string {
	p := newPlace(t)
	p.write(picA, dot(7, 0))
	p.write("notices/1.toml", notice("旧", picA))
	running, _ := start(p.kept())
	m.do(p)
	if m.file != "" {
		p.write("items/03.toml", item(3, "新3"))
	}
	on := running.settled()
	again := openAtRest(p.kept(), silent)
	anew := openAtRest(Place{Dir: p.dir}, silent)
	snaps := []struct {
		Snapshot
		use texts
	}{
		{on, running.keep.used},
		{again.settled(), again.keep.used},
		{anew.settled(), anew.keep.used},
	}
	cells := []string{m.title}
	for i, s := range snaps {
		if m.file != "" && s.Catalogue != nil && !slices.ContainsFunc(s.Catalogue.Items, func(it catalogue.Item) bool { return cell(it.Content) == "新3" }) {
			t.Errorf("%s: in case %d another file's edit is not shown: %q", m.title, i, text(s.Snapshot))
		}
		cells = append(cells, m.word(p, s.Snapshot, s.use))
	}
	return "| " + strings.Join(append(cells, checked(p.dir)), " | ") + " |\n"
}

// word describes what the screen shows of the file.
func (m mishap) word(p place, s Snapshot, use texts) string {
	switch {
	case s.Catalogue == nil:
		return "内容准备中"
	case s.Stale, m.file == "" && text(s) == "甲1 乙2 丙3":
		return "全部照旧"
	case m.file == "":
		return "照新的"
	case strings.HasPrefix(m.file, "images/"):
		return pictureWord(s)
	case slices.Contains(s.Held, m.file) && use[m.file] == nil:
		return "等图片，还不显示"
	case slices.Contains(s.Held, m.file):
		return "照旧"
	case !shows(s.Catalogue, m.file) && !showsNotice(s, m.file) && (m.file != "kiosk.toml" || use[m.file] == nil):
		return "不显示"
	case expired(s, m.file):
		return "到期，不显示"
	case slices.ContainsFunc(s.Problems, func(p diag.Problem) bool { return p.File == m.file && p.Part && strings.HasPrefix(m.file, "notices/") }):
		return "照新的，没有这张图"
	case m.file == "kiosk.toml" && catalogue.Broken(s.Problems)[m.file]:
		return "照新的，错的一项用默认值"
	}
	return "照新的"
}

func pictureWord(s Snapshot) string {
	switch got := noticesOf(s); {
	case slices.Contains(s.Held, "notices/1.toml"):
		return "公告照旧，等图片"
	case slices.Contains(s.Held, picA):
		return "照旧"
	case got == "旧":
		return "公告照常，没有这张图"
	case got == "":
		return "公告不显示"
	}
	return "照新的"
}

// expired reports whether a notice has expired on the day of the page.
func expired(s Snapshot, file string) bool {
	return slices.ContainsFunc(s.Catalogue.Notices, func(n catalogue.Notice) bool { return n.File == file && !n.Shown(faultsDay, s.Catalogue.Holidays) })
}

func showsNotice(s Snapshot, file string) bool {
	return slices.ContainsFunc(s.Catalogue.Notices, func(n catalogue.Notice) bool { return n.File == file })
}

// checked returns what check reports of a directory, without the fixes.
func checked(dir string) string {
	snap := NewChecker(dir).Check()
	problems := append(snap.Problems, catalogue.Uncovered(snap.Files, func(r rune) bool { return r < 0x20000 }, nil)...)
	problems = append(problems, catalogue.Due(snap.Files, faultsDay)...)
	diag.Sort(problems)
	var all []string
	for _, p := range problems {
		line, _, _ := strings.Cut(p.String(), "；改法：")
		all = append(all, strings.ReplaceAll(line, "|", "\\|"))
	}
	if len(all) == 0 {
		return "（没有）"
	}
	if len(all) > 3 {
		all = append(all[:3], fmt.Sprintf("……共 %d 处", len(problems)))
	}
	return strings.Join(all, "<br>")
}

// diff returns the first line in which two texts differ.
func diff(a, b string) string {
	x, y := strings.Split(a, "\n"), strings.Split(b, "\n")
	for i := range min(len(x), len(y)) {
		if x[i] != y[i] {
			return "-" + x[i] + "\n+" + y[i]
		}
	}
	return fmt.Sprintf("%d lines, now %d", len(x), len(y))
}
