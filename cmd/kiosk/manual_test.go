package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"gongkai/kiosk/store"
)

// manual returns the staff's manual.
func manual(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile("../../docs/员工手册.md")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// problems reads the office's folder, like kiosk check, and returns a file's problems.
func (o *office) problems(file string) (all []problem) {
	for _, p := range (store.Place{Dir: o.from}).Read().Problems {
		if p.File == file {
			all = append(all, p)
		}
	}
	return all
}

// TestManualExamples checks that the examples of the staff's manual are valid.
func TestManualExamples(t *testing.T) {
	blocks := regexp.MustCompile("(?ms)^ *```toml\n(.*?)^ *```").FindAllStringSubmatch(manual(t), -1)
	var seen int
	for _, b := range blocks {
		o, text := newOffice(t), strings.ReplaceAll(b[1], "\n   ", "\n")
		text = strings.TrimPrefix(text, "   ")
		file := ""
		switch {
		case strings.HasPrefix(text, "title"):
			file = "notices/示例.toml"
		case strings.HasPrefix(text, "holidays"):
			file = "holidays.toml"
		case strings.HasPrefix(text, "[contact]"), strings.HasPrefix(text, "[screen]"):
			file = "kiosk.toml"
			o.write("holidays.toml", "holidays = [2026-10-01]\n")
			data, err := os.ReadFile(filepath.Join(o.from, file))
			o.must(err)
			text = string(data) + text
		case strings.HasPrefix(text, "[[guide]]"), strings.HasPrefix(text, "summary"):
			file = item6
			data, err := os.ReadFile(filepath.Join(o.from, item6))
			o.must(err)
			text = string(data) + text
		default: // a part of an item that the catalogue has
			continue
		}
		seen++
		o.write(file, text)
		for _, p := range o.problems(file) {
			if !strings.Contains(p.Message, "找不到") { // the picture
				t.Errorf("%v, in the manual's example:\n%s", p, text)
			}
		}
	}
	if seen != 7 {
		t.Errorf("the manual has %d examples to try, want 7", seen)
	}
}

// TestManualMessages checks that the messages that the manual explains are those of check.
func TestManualMessages(t *testing.T) {
	said := manual(t)
	notice := func(line string) func(*office) {
		return func(o *office) { o.write("notices/1.toml", "title = \"示例\"\ndate = 2026-11-20\n"+line) }
	}
	six := func(old, new string) func(*office) { return func(o *office) { o.replace(item6, old, new) } }
	for _, c := range []struct {
		slip  func(*office)
		file  string
		words string // "|" where the manual leaves something out
	}{
		{six(`"残疾人补贴"`, `“残疾人补贴”`), item6, `值的开头不是英文引号，是中文左双引号 “`},
		{six(`title     =`, `title ＝`), item6, `“title”后面的等号是全角的“＝”`},
		{six(`"残疾人补贴"`, `"残疾人补贴`), item6, `引号没有结束`},
		{six(`content   = """`, `content =`), item6, `“content”的文字有好几行，要放在 """ 和 """ 之间`},
		{six(`publisher`, `publishr`), item6, `不认识的键“publishr”`},
		{six(`publisher`, `公开主体`), item6, `键“公开主体”不是英文`},
		{six(`category  = "助残"`, ``), item6, `缺少“category”（一级事项）`},
		{six(`number    = 6`, `number = "6"`), item6, `“number”（序号）应是整数`},
		{six(`levels    = ["社区"]`, `levels = "社区"`), item6, `“levels”（公开层级）应是列表`},
		{six(`levels `, "link = \"www.example.org\"\nlevels "), item6, `“link”（链接）不是网址`},
		{six(`number    = 6`, `number = 5`), item6, `序号 |重复`},
		{six(`levels    = ["社区"]`, "[[guide]]\nheading = \"示例\"\nlink = \"https://example.org\""), item6, `这个键不属于 [[guide]]`},
		{six(`basis     =`, `audience =`), item6, `没有“basis”（公开依据）`},
		{six(`（包括`, `（（包括`), item6, `“（”不成对`},
		{six(`办理地点`, `13800138000`), item6, `像是有手机号`},
		{six(`办理地点`, `锟斤拷锟斤拷`), item6, `是乱码`},
		{six(`办理地点`, "办理\ufffd\ufffd"), item6, `个字已经丢了`},
		{six(`办理地点`, `办理地⺠`), item6, `看着像|其实是另一个字符`},
		{six(`办理地点`, `办理&nbsp;地点`), item6, `有网页的代码`},
		{six(`办理地点`, `D:\news`), item6, `有特别的意思`},
		{func(o *office) { o.write(item6, "") }, item6, `文件是空的`},
		{func(o *office) { o.recode(simplifiedchinese.GBK.NewEncoder().String) }, item6, `文件是 GBK 编码（记事本里叫“ANSI”）`},
		{func(o *office) {
			o.recode(unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String)
		}, item6, `文件是 UTF-16 编码`},
		{func(o *office) { o.write(item6+".txt", "") }, item6 + ".txt", `文件名末尾多了 .txt`},
		{func(o *office) { o.write("notices/新建文本文档.txt", sampleNotice) }, "notices/新建文本文档.txt", `文件名的结尾不是 .toml`},
		{func(o *office) { o.write("notices/通知.docx", "PK\x03\x04") }, "notices/通知.docx", `这种文件不会显示`},
		{func(o *office) { o.write("notices/1.toml", "PK\x03\x04") }, "notices/1.toml", `这是 Word、WPS、Excel 文件或压缩包`},
		{func(o *office) { o.write("items/1.toml", sampleNotice) }, "items/1.toml", `这是公告文件，放错了文件夹`},
		{func(o *office) {
			o.write("notices/1.toml", sampleNotice)
			o.write("notices/2.toml", sampleNotice)
		}, "notices/2.toml", `标题和日期跟 |的一样`},
		{func(o *office) {
			o.write("notices/1.toml", sampleNotice)
			o.write("notices/1 - 副本.toml", sampleNotice)
		}, "notices/1 - 副本.toml", `这是副本，不会显示`},
		{func(o *office) { o.write("items/06.sync-conflict-20261120-101112-ABCDEFG.toml", "") },
			"items/06.sync-conflict-20261120-101112-ABCDEFG.toml", `这是同步冲突留下的副本`},
		{func(o *office) { o.must(os.Remove(filepath.Join(o.from, item5))) }, item6, `序号不连续`},
		{func(o *office) { o.write("notices/1.toml", "title = \"示例\"\ndate = 2026/3/1\n") }, "notices/1.toml", `日期“2026/3/1”的写法不对`},
		{notice("pinned = 是\n"), "notices/1.toml", `“是”不是这里的写法`},
		{notice("expire = \"2026-12-30\"\n"), "notices/1.toml", `“expire”|应是日期，这里写的是文字`},
		{notice("publish = 2026-12-30\nexpire = 2026-12-01\n"), "notices/1.toml", `“expire”（下屏时间）在“publish”（上屏时间）之前`},
		{notice("images = [\"images/示例.png\"]\n"), "notices/1.toml", `图片 |找不到`},
		{notice("urgent = true\n"), "notices/1.toml", `“urgent”（紧急）的公告没有写“expire”`},
		{notice("[[air]]\ndays = \"周一\"\n"), "notices/1.toml", `“days”（星期）里的“周”不是星期`},
		{six(`levels    = ["社区"]`, "[contact]\nat = [0, 1]"), item6, `写了“at”（位置），没有写“map”（平面图）`},
	} {
		o := newOffice(t)
		c.slip(o)
		var all strings.Builder
		for _, p := range o.problems(c.file) {
			all.WriteString(p.String() + "\n")
		}
		for word := range strings.SplitSeq(c.words, "|") {
			if !strings.Contains(all.String(), word) {
				t.Errorf("check prints\n%s, not %q", all.String(), word)
			}
			if !strings.Contains(said, word) {
				t.Errorf("the manual doesn't explain %q", word)
			}
		}
	}
}

const sampleNotice = "title = \"示例\"\ndate = 2026-11-20\nbody = \"示例\"\n"

// TestManualCopies checks that a copy of a notice isn't shown, unless it has a name of its own, as in the manual.
func TestManualCopies(t *testing.T) {
	o := newOffice(t)
	for i, name := range []string{"1", "1 - 副本", "1(1)", "2"} {
		o.write("notices/"+name+".toml", sampleNotice)
		if n := len((store.Place{Dir: o.from}).Read().Catalogue.Notices); n != 1+i/3 {
			t.Errorf("with %s there are %d notices", name, n)
		}
	}
}

// recode rewrites item 6 in another encoding.
func (o *office) recode(encode func(string) (string, error)) {
	data, err := os.ReadFile(filepath.Join(o.from, item6))
	o.must(err)
	text, err := encode(string(data))
	o.must(err)
	o.write(item6, text)
}

// TestManualIsWalked checks that TestPartManual has a walk for each numbered step of the manual.
func TestManualIsWalked(t *testing.T) {
	sections := walked(manual(t))
	if len(sections) != len(walks) {
		t.Fatalf("the manual has %d sections of numbered steps, %d are walked", len(sections), len(walks))
	}
	for i, w := range walks {
		s := sections[i]
		if !strings.Contains(s.title, w.section) || len(s.steps) != len(w.steps) {
			t.Errorf("%s has %d steps; %s with %d is walked", s.title, len(s.steps), w.section, len(w.steps))
			continue
		}
		for n, step := range w.steps {
			if !strings.Contains(s.steps[n], step.words) {
				t.Errorf("%s: step %d is %q, not about %q", w.section, n+1, s.steps[n], step.words)
			}
		}
	}
}

// section is one of the manual's with numbered steps.
type section struct {
	title, text string
	steps       []string
}

// walked returns the manual's sections that have numbered steps.
func walked(text string) (all []section) {
	item := regexp.MustCompile(`(?m)^(\d+)\. (.*)$`)
	fence := regexp.MustCompile("(?s)```.*?```")
	for _, part := range strings.Split(text, "\n## ")[1:] {
		title, body, _ := strings.Cut(part, "\n")
		s := section{title: title, text: body}
		for _, m := range item.FindAllStringSubmatch(fence.ReplaceAllString(body, ""), -1) {
			s.steps = append(s.steps, m[2])
		}
		if len(s.steps) > 0 {
			all = append(all, s)
		}
	}
	return all
}
