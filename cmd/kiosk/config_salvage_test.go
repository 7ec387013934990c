package main

import (
	"bytes"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"gongkai/kiosk/diag"
	"gongkai/kiosk/store"
	"gongkai/kiosk/toml"
)

// What can be read of a settings file with faults is used, and each fault is reported at its place.
func TestSalvage(t *testing.T) {
	for _, c := range []struct {
		text, content string
		rotate        int64
		level         string
		want          string // places and messages of the problems
	}{
		{"rotate = ９０\ncontent = \"/a\"\n", "/a", 0, "", "1:10 数字“９０”是全角的"},
		{"name = “x”\ncontent = \"/a\"\nrotate = 90\n", "/a", 90, "", "1:8 值的开头不是英文引号，是中文左双引号 “"},
		{"content = \"/a\"\nrotate = 90\nname = \"朝", "/a", 90, "", "3:8 引号没有结束"},
		{"rotate = 90\ncontent = \"/srv/kio", "", 90, "", "2:11 引号没有结束"},
		{"rotate = 90\r\ncontent ＝ \"/a\"\r\n[log]\r\nlevel = \"debug\"\r\n", "", 90, "debug", "2:9 “content”后面的等号是全角的“＝”"},
		{"content = \"/a\"\nrotate = 90\n\x00\x00\x00\x00\x00", "/a", 90, "", "3:1 这里有空字节 NUL，不是文字文件该有的"},
		{"content = \"/a\"\nname = \"\xb3\xaf\xd1\xf4\xc9\xe7\xc7\xf8\"\nrotate = 90\n", "/a", 90, "", "1:1 文件是 GBK 编码（记事本里叫“ANSI”），不是 UTF-8"},
		{"\xff\xfer\x00o\x00t\x00a\x00t\x00e\x00", "", 0, "", "1:1 文件是 UTF-16 编码（记事本里叫“Unicode”），不是 UTF-8"},
		{"timezone = 2026-02-30\nrotate = 01\ncontent = \"/a\"\n", "/a", 0, "", "1:12 “2026-02-30”不是日期的写法; 2:10 数字不能以 0 开头"},
		{"rotate = ９０\ncontnt = \"/a\"\nproof = \"yes\"\n", "", 0, "", "1:10 数字“９０”是全角的; 2:1 不认识的键“contnt”; 3:1 “proof”应是 true 或 false，这里写的是文字"},
		// A key twice, behind another fault: the first counts.
		{"rotate = ９０\ncontent = \"/a\"\ncontent = \"/b\"\n[log]\nlevel = \"debug\"\n[log]\nlevel = \"info\"\n", "/a", 0, "debug",
			"1:10 数字“９０”是全角的; 3:1 “content”写了两次，前一处在第 2 行; 6:2 “log”写了两次，前一处在第 4 行"},
		// A statement of several lines is one.
		{"rotate = ９０\n[screen]\npower_hook = [\n  \"true\",\n  \"-x\",\n]\n[log]\nlevel = \"debug\"\n", "", 0, "debug", "1:10 数字“９０”是全角的"},
		{"rotate = 90\n[screen]\npower_hook = [\"true\"\n[log]\nlevel = \"debug\"\n", "", 90, "debug", ""},
		{"rotate = 90\n[screen]\npower_hook = [\n  \"/bin/true\",\n\n  # b\n  \"a\"\n[log]\nlevel = \"debug\"\n", "", 90, "debug", "3:14 方括号没有结束"},
		{"name = \"\"\"\ncontent = \"/a\"\nrotate = 90\n", "/a", 90, "", ""},
		// A header that can't be read takes no key along that the file has.
		{"[本机设置]\ncontent = \"/a\"\nrotate = 90\n", "/a", 90, "", "1:1 “[本机设置]”不是“键 = 值”的写法"},
		{"[config.toml 的设置]\ncontent = \"/a\"\nrotate = 90\n", "/a", 90, "", "1:1 “[config.toml 的设置]”不是“键 = 值”的写法"},
		{"[\ncontent = \"/a\"\n", "/a", 0, "", "1:1 “[”不是“键 = 值”的写法"},
		{"[]\ncontent = \"/a\"\n", "/a", 0, "", "1:1 “[]”不是“键 = 值”的写法"},
		{"[公告]\ncontent = \"/a\"\n", "/a", 0, "", "1:1 “[公告]”不是“键 = 值”的写法"},
		{"[[guide]\ncontent = \"/a\"\n", "/a", 0, "", "1:8 “[[guide”后面缺少“]]”"},
		{"[guide]]\ncontent = \"/a\"\n", "/a", 0, "", "1:8 值的后面还有字“]”"},
		{"rotate = 90\n[log\ncontent = \"/a\"\nlevel = \"debug\"\n", "/a", 90, "debug", "2:5 “[log”后面缺少“]”"},
		{"［log］\ncontent = \"/a\"\nlevel = \"debug\"\n", "/a", 0, "debug", "1:1 方括号是全角的“［”"},
		{"[screen]\n[\nrotate = 90\ncontent = \"/a\"\n", "/a", 90, "", "2:1 “[”不是“键 = 值”的写法"},
		{"[[log]]\ncontent = \"/a\"\n[log]\nlevel = \"debug\"\n", "/a", 0, "debug",
			"1:1 “log”应是一节; 3:2 “log”写了两次，前一处在第 1 行"},
		{"[kiosk]\ncontent = \"/a\"\nrotate = ９０\n", "/a", 0, "", "1:1 不认识的键“kiosk”; 3:10 数字“９０”是全角的"},
		{"[log] [x]\ncontent = \"/a\"\n", "/a", 0, "", ""},
		// Unknown keys and keys twice below it are reported at once.
		{"[本机设置]\ncontnt = \"/b\"\ncontent = \"/a\"\ncontent = \"/b\"\n", "/a", 0, "",
			"1:1 “[本机设置]”不是“键 = 值”的写法; 2:1 不认识的键“contnt”; 4:1 “content”写了两次，前一处在第 3 行"},
		// A statement with a bad byte is left out as a whole.
		{"[screen]\npower_hook = [\n  \"/usr/bin/env\",\n  \"X=\xff\",\n  \"/bin/echo\",\n]\n[log]\nlevel = \"debug\"\n", "", 0, "debug",
			"4:6 这里有不是 UTF-8 的字节 0xFF，文件可能没有传完或已损坏"},
		{"[screen]\npower_hook = [\n  \"/bin/echo\",\n  \"a\x07\",\n]\n", "", 0, "", "4:5 这里有看不见的控制字符 U+0007"},
		{"name = \"\"\"\n朝阳\n\x00\n社区\"\"\"\ncontent = \"/a\"\n", "/a", 0, "", "3:1 这里有空字节 NUL，不是文字文件该有的"},
		// An inline table without its end takes no line along.
		{"log = {level = \"debug\"\ncontent = \"/a\"\n", "/a", 0, "", "1:7 大括号没有结束"},
		{"log = {level = \"debug\",\nrotate = 90\ncontent = \"/a\"\n", "/a", 90, "", "1:7 大括号没有结束"},
		{"content = \"/a\"\nlog = {\n[screen]\n", "/a", 0, "", "2:7 大括号没有结束"},
	} {
		var file configFile
		problems := toml.Salvage("config.toml", []byte(c.text), &file)
		if file.Content.V != c.content || file.Rotate.V != c.rotate || file.Log.Level.V != c.level {
			t.Errorf("%q: content %q, rotate %d, level %q", c.text, file.Content.V, file.Rotate.V, file.Log.Level.V)
		}
		if c.want != "" && inShort(problems) != c.want {
			t.Errorf("%q: reports\n%s, want\n%s", c.text, inShort(problems), c.want)
		}
		if len(problems) == 0 {
			t.Errorf("%q: nothing is reported", c.text)
		}
		if want := strings.Contains(c.text, "-x"); want != (len(file.Screen.PowerHook) == 2) {
			t.Errorf("%q: the command is %v", c.text, file.Screen.PowerHook)
		}
		if bad := strings.ContainsAny(c.text, "\x00\x07") || !utf8.ValidString(c.text); bad && (file.Name.V != "" || len(file.Screen.PowerHook) > 0) {
			t.Errorf("%q: the name is %q, the command %v", c.text, file.Name.V, file.Screen.PowerHook)
		}
	}
}

// inShort returns the places and messages of problems.
func inShort(problems []diag.Problem) string {
	var all []string
	for _, p := range problems {
		_, place, _ := strings.Cut(diag.Problem{File: "f", Line: p.Line, Column: p.Column, Message: p.Message}.String(), "f:")
		all = append(all, strings.Replace(place, ": 错误：", " ", 1))
	}
	return strings.Join(all, "; ")
}

// A power failure may leave any beginning of a file. The whole lines before the cut count.
func TestSalvageCutOff(t *testing.T) {
	text := "rotate = 90\ncontent = \"/srv/朝阳\"\nname = \"朝阳社区\"\n[screen]\npower_hook = [\n  \"true\",\n]\n[log]\nlevel = \"debug\"\n"
	for n := 1; n <= len(text); n++ {
		var file configFile
		problems := toml.Salvage("config.toml", []byte(text[:n]), &file)
		want := ""
		if strings.Contains(text[:n], "阳\"") {
			want = "/srv/朝阳"
		}
		if file.Content.V != want || n > 11 && file.Rotate.V != 90 {
			t.Errorf("%q: content %q, rotate %d, %v", text[:n], file.Content.V, file.Rotate.V, problems)
		}
	}
}

// A file full of faults takes a bounded time, and has a bounded number of problems.
func TestSalvageIsBounded(t *testing.T) {
	for _, line := range []string{"x = [\n", "x\n", "[a]\n", "\x00\n", "content = \"/a\"\n", "\"\"\"\n", "\xff\n"} {
		for _, times := range []int{199, 2000} {
			problems := toml.Salvage("config.toml", bytes.Repeat([]byte(line), times), new(configFile))
			if len(problems) == 0 || len(problems) > diag.MaxPerFile+2 {
				t.Errorf("%d times %q: %d problems", times, line, len(problems))
			}
		}
	}
}

// Whatever a file contains: a file that decodes has the values and problems of Decode, and any other has problems.
func FuzzSalvage(f *testing.F) {
	for _, text := range []string{"content = \"/a\"\n", "rotate = ９０\r\n[screen]\npower_hook = [\n\"x\",\n]\n", "name = \"\"\"\n\x00", "[log]\n[log\n", "a.b = {c = ["} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var plain, file configFile
		filled, want := toml.Decode("config.toml", data, &plain)
		problems := toml.Salvage("config.toml", data, &file)
		file.settings()
		switch {
		case filled && (file.Content.V != plain.Content.V || !reflect.DeepEqual(problems, want)):
			t.Errorf("%q: content %q, %v", data, file.Content.V, problems)
		case !filled && len(problems) == 0:
			t.Errorf("%q: nothing is reported", data)
		}
	})
}

// brokenLines are lines that can't be read; a fuzz test's word stands for ~.
var brokenLines = []string{
	"[~]]", "[~", "[", "[]", "[[~]", "[[~", "[ ~ 的设置]", "［~］", "【~】", "［~", "[log", "[scren", "[[panel]", "[~]\x00", "[\"~]", "[x] [~]", "[a.~.",
	"x = {a = ~", "x = {a = 1", "x = {a = 1,", "x = {", "log = {level = \"~\"", "log = {level = \"~\",", "panel = {",
	"x = [", "x = [\"~\"", "x = [\"~\",", "x = [1, {a = 1", "x = [~", "]", "}", "\"~\",", "x = \"~", "x = '~", "x = “~”", "x = ~ y", "x ＝ 1", "x：~",
	"x = \"\\q~\"", "x = 01", "x", "= ~", "~残", "// ~", "\x00\x00\x00", "x = \"~\xff\"", "~\xff", "\xfe\xff", "# ~\xff", "\x07", "\r~\r", "<<<<<<< ~", "\u3000~", "\"", "“", "；",
}

// FuzzSalvageKeepsContent: a broken line between the statements of a valid file takes neither the content along nor part
// of a command.
func FuzzSalvageKeepsContent(f *testing.F) {
	statements := []string{
		"name = \"朝阳\"", "content = \"/a\"", "rotate = 90", "state = '/b'", "panel = {diagonal_inch = 21.5}",
		"[screen]", "power_hook = [\n  \"/bin/env\",\n  \"X=1\",\n  \"/bin/echo\",\n]", "[log]", "level = \"debug\"", "",
	}
	for kind := range brokenLines {
		for place := range statements {
			f.Add(uint8(kind), uint8(place), uint8(place), "x")
		}
	}
	f.Fuzz(func(t *testing.T, kind, place, turn uint8, word string) {
		line := strings.ReplaceAll(brokenLines[int(kind)%len(brokenLines)], "~", word)
		if strings.ContainsAny(word, "\n\"'=") || strings.Contains(line, "content") {
			return
		}
		own := slices.Concat(statements[turn%5:5], statements[:turn%5]) // the file's own keys, in any order
		text := strings.Join(slices.Insert(slices.Concat(own, statements[5:]), int(place)%len(statements), line), "\n")
		var file configFile
		problems := toml.Salvage("config.toml", []byte(text), &file)
		if n := len(file.Screen.PowerHook); file.Content.V != "/a" || n > 0 && n != 3 {
			t.Errorf("%q:\ncontent %q, command %v, %v", text, file.Content.V, file.Screen.PowerHook, problems)
		}
	})
}

// With settings that don't name the content, or can't be read as far as that, nothing is shown; least of all the
// catalogue of another community.
func TestUnknownContent(t *testing.T) {
	dir := t.TempDir()
	for _, c := range []struct {
		text    string
		unknown bool
	}{
		{"", true},
		{"\x00\x00\x00", true},
		{"rotate = ９０\n", true},
		{"content = “/srv”\n", true},
		{"contnt = \"/srv\"\n", true},
		{"content = \"\"\n", true},
		{"content = 1\n", true},
		{"content = \"/srv\"\nrotate = ９０\n", false},
		{"rotate = 90\n", false}, // the shipped catalogue
		{"[screen]\npower_hook = []\n", false},
	} {
		path := filepath.Join(dir, "config.toml")
		if err := os.WriteFile(path, []byte(c.text), 0o644); err != nil {
			t.Fatal(err)
		}
		var output bytes.Buffer
		conf, problems := common{Config: path}.loadLenient(streams{err: &output})
		if conf.unknown != c.unknown {
			t.Errorf("%q: unknown %v:\n%s", c.text, conf.unknown, &output)
		}
		if c.unknown {
			first, later, _ := conf.watch(t.Context(), new(clockJudge), conf.logger(&output), func(store.Snapshot) {})
			if first != nil || later != nil || len(problems) == 0 {
				t.Errorf("%q: something is shown:\n%s", c.text, &output)
			}
		}
		given := "/elsewhere"
		if conf, _ := (common{Config: path, Content: &given}).loadLenient(streams{err: &output}); conf.unknown || conf.content != given {
			t.Errorf("%q: the directory of the flag is ignored", c.text)
		}
	}
	for _, c := range []common{{Config: dir}, {Config: filepath.Join(dir, "none.toml")}, {Content: new(string)}} {
		if conf, _ := c.loadLenient(streams{err: new(bytes.Buffer)}); !conf.unknown {
			t.Errorf("%+v: the shipped catalogue is shown", c)
		}
	}
}
