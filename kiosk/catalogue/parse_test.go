package catalogue

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"gongkai/kiosk/diag"
)

const kioskToml = "centre = \"示例社区\"\ncatalogue = \"政务公开事项标准目录\"\n"

// item returns a row without faults.
func item(number string) string {
	return "number = " + number + "\ncategory = \"助残\"\ncontent = \"办理依据\"\nbasis = \"《示例条例》\"\n"
}

// dir makes files of path, text, path, text …
func dir(pairs ...string) []File {
	var files []File
	for i := 0; i < len(pairs); i += 2 {
		files = append(files, File{Path: pairs[i], Data: []byte(pairs[i+1])})
	}
	return files
}

func printed(t *testing.T, problems []diag.Problem) string {
	t.Helper()
	var b strings.Builder
	problems = slices.Clone(problems)
	for i := range problems {
		if problems[i].Code == "" {
			t.Errorf("no code: %s", problems[i])
		}
		problems[i].Code = "" // the tables are of the words
	}
	if err := diag.WriteText(&b, problems); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestRest: a broken file is left out and the others are used; all problems of all
// files are reported at once.
func TestRest(t *testing.T) {
	files := dir(
		"kiosk.toml", kioskToml,
		"items/01.toml", item("1"),
		"items/02.toml", "number = 2\ntitel = \"a\"\ncontent = 3\n",
		"items/03.toml", item("3")[:20],
		"items/04.toml", item("4"),
		"notices/a.toml", "title = \"示例\"\n",
	)
	c, problems := Parse(files)
	want := `items/02.toml:1:1: 错误：缺少“category”（一级事项）；改法：补上一行 category = "…"
items/02.toml:2:1: 错误：不认识的键“titel”；改法：改成“title”
items/02.toml:3:1: 错误：“content”（公开内容）应是文字，这里写的是整数；改法：加上英文双引号，写成 "3"
items/03.toml:2:10: 错误：“category”后面缺少等号；改法：写成 category = 值；大段文字要放在三个英文双引号 """ 之间
notices/a.toml:1:1: 错误：缺少“date”（日期）；改法：补上一行 date = 2026-03-01
`
	if got := printed(t, problems); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if c == nil || len(c.Items) != 2 || c.Items[0].Number != 1 || c.Items[1].Number != 4 || len(c.Notices) != 0 {
		t.Errorf("shown: %+v", c)
	}
	broken := map[string]bool{"items/02.toml": true, "items/03.toml": true, "notices/a.toml": true}
	if got := Broken(problems); !reflect.DeepEqual(got, broken) {
		t.Errorf("broken: %v", got)
	}
}

// TestNothingToShow lists when there is no catalogue at all, and why.
func TestNothingToShow(t *testing.T) {
	noItems := "items: 错误：没有可以显示的事项；改法：在 items 目录里放上事项文件，或改好上面列出的错误\n"
	nothing := "kiosk.toml:1:1: 错误：读不到单位名称（centre）或目录名称（catalogue），整份内容都不会换上屏幕；改法：改好 kiosk.toml 里的这两项，其余的才会显示\n"
	noKiosk := "kiosk.toml: 错误：没有 kiosk.toml；改法：新建一个，写上 centre（单位名称）和 catalogue（目录名称）\n"
	for _, c := range []struct {
		name  string
		files []File
		want  string
	}{
		{"no files", nil, ".: 错误：内容目录是空的；改法：先看看共享盘挂上没有、路径写对没有；头一次用才用 kiosk init 生成一份，再照着改\n"},
		{"nothing of ours", dir("README.txt", "x", "items/06.xlsx", "x", ".DS_Store", "x"), ".: 错误：内容目录是空的；改法：先看看共享盘挂上没有、路径写对没有；头一次用才用 kiosk init 生成一份，再照着改\n"},
		{"no kiosk.toml", dir("items/01.toml", item("1")), noKiosk},
		{"no items", dir("kiosk.toml", kioskToml), noItems},
		{"neither", dir("notices/a.toml", "title = \"示例\"\ndate = 2026-03-01\n"), noItems + noKiosk},
		{"no centre", dir("kiosk.toml", "catalogue = \"目录\"\n", "items/01.toml", item("1")),
			"kiosk.toml:1:1: 错误：缺少“centre”（单位名称）；改法：补上一行 centre = \"…\"\n" + nothing},
		{"a blank centre", dir("kiosk.toml", "centre = \" \"\ncatalogue = \"目录\"\n", "items/01.toml", item("1")),
			"kiosk.toml:1:1: 错误：“centre”（单位名称）是空的；改法：补上内容\n" + nothing},
		{"a control character in it", dir("kiosk.toml", "centre = \"示例\\u0007\"\ncatalogue = \"目录\"\n", "items/01.toml", item("1")),
			nothing + "kiosk.toml:1:13: 错误：“centre”里有看不见的控制字符 U+0007；改法：删去这个字符，必要时把这一行重新打一遍\n"},
		{"kiosk.toml unreadable", dir("kiosk.toml", "centre = “示例”\n", "items/01.toml", item("1")),
			nothing + "kiosk.toml:1:10: 错误：值的开头不是英文引号，是中文左双引号 “；改法：改成英文双引号 \"，开头和结尾都要改\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, problems := Parse(c.files)
			if got != nil {
				t.Error("something is shown")
			}
			if text := printed(t, problems); text != c.want {
				t.Errorf("got\n%swant\n%s", text, c.want)
			}
		})
	}
}

// TestAnyOrder: the same files give the same catalogue in any order.
func TestAnyOrder(t *testing.T) {
	files := dir(
		"kiosk.toml", kioskToml, "items/b.toml", item("2"), "items/a.toml", item("2"), "items/c.toml", item("1"),
		"notices/b.toml", "title = \"乙\"\ndate = 2026-03-01\n", "notices/a.toml", "title = \"甲\"\ndate = 2026-03-01\n",
	)
	want, before := Parse(files)
	slices.Reverse(files)
	got, problems := Parse(files)
	if !reflect.DeepEqual(got, want) || printed(t, problems) != printed(t, before) {
		t.Errorf("got %+v, want %+v", got, want)
	}
	if want.Items[1].File != "items/a.toml" || want.Notices[0].Title != "甲" {
		t.Errorf("not by name: %+v", want)
	}
}

// TestTooManyFiles: more files than the bound are not read, but kiosk.toml always is.
func TestTooManyFiles(t *testing.T) {
	files := dir("kiosk.toml", kioskToml)
	for i := range MaxFiles + 1 {
		files = append(files, File{Path: fmt.Sprintf("items/%05d.toml", i+1), Data: []byte(item(strconv.Itoa(i + 1)))})
	}
	c, problems := Parse(files)
	if want := ".: 错误：文件太多，超过 20000 个，后面的没有读；改法：删去不用的文件\n"; printed(t, problems) != want {
		t.Errorf("got %s", problems[0])
	}
	if c == nil || len(c.Items) != MaxFiles-1 {
		t.Errorf("shows %+v", c)
	}
}

// BenchmarkParse reads as many rows as a community has, and as a county has.
func BenchmarkParse(b *testing.B) {
	for _, n := range []int{14, 5000} {
		files := dir("kiosk.toml", kioskToml)
		for i := range n {
			files = append(files, File{Path: fmt.Sprintf("items/%05d.toml", i), Data: []byte(item(strconv.Itoa(i + 1)))})
		}
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			for b.Loop() {
				if c, _ := Parse(files); len(c.Items) != n {
					b.Fatal(len(c.Items))
				}
			}
		})
	}
}

// An error behind more warnings than are printed still breaks its file.
func TestBrokenBehindManyWarnings(t *testing.T) {
	text := strings.Replace(item("2"), "办理依据", strings.Repeat("《", 2*diag.MaxPerFile), 1) + "link = \"ftp://示例\"\n"
	c, problems := Parse(dir("kiosk.toml", kioskToml, "items/1.toml", item("1"), "items/2.toml", text))
	if len(c.Items) != 1 || !Broken(problems)["items/2.toml"] {
		t.Errorf("%d items, broken %v", len(c.Items), Broken(problems))
	}
}

// A key that is missing and one that is there in another form are distinguished by the file's own lines, whatever the
// problems' wording: each case has one error, and no other key is mistaken for the missing one.
func TestOneProblemForAKey(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"", "missing"},
		{"title = 7\n", "title = 7"},
		{"  \"title\" = 7\n", "title = 7"},
		{"titel = \"示例\"\n", "titel"},
		{"Title = \"示例\"\n", "Title"},
		{"body = \"\"\"\ntitle = \"示例\"\n\"\"\"\n", "missing"},
		{"# title = \"示例\"\n", "missing"},
		{"body = \"示例\"\nimages = []\npublish = 2026-11-20\nexpire = 2026-11-21\npinned = true\n", "missing"},
	} {
		_, problems := Parse(dir("kiosk.toml", kioskToml, "items/1.toml", item("1"), "notices/a.toml", "date = 2026-11-20\n"+c.in))
		problems = slices.DeleteFunc(problems, func(p diag.Problem) bool { return p.Severity == diag.Warning })
		if len(problems) != 1 || problems[0].Whole != (c.want == "missing") {
			t.Errorf("%s: %v", c.in, problems)
		}
	}
}
