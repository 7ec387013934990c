package catalogue

import (
	"reflect"
	"testing"
)

// TestTwice: the earlier file by name keeps a number; if that one is broken
// itself, the later is reported and shown.
func TestTwice(t *testing.T) {
	c, problems := Parse(dir(
		"kiosk.toml", kioskToml,
		"items/a.toml", item("1"), "items/b.toml", item("1"), "items/c.toml", item("1"),
		"items/d.toml", item("2")+"x = 1\n", "items/e.toml", item("2"), "items/f.toml", item("2"),
	))
	again := "；改法：改成目录里的序号，或删去其中一个文件\n"
	want := "items/b.toml:1:1: 错误：序号 1 和 items/a.toml 重复，屏幕上只显示那一个" + again +
		"items/c.toml:1:1: 错误：序号 1 和 items/a.toml 重复，屏幕上只显示那一个" + again +
		"items/d.toml:5:1: 错误：不认识的键“x”；改法：改成这里可以写的键：number、category、title、content、basis、deadline、publisher、channels、levels、audience、manner、link、icon、updated、reviewed、summary、ask、guide、contact、accept；不需要这一项才删去\n" +
		"items/e.toml:1:1: 错误：序号 2 和 items/d.toml 重复，改好那一个后这里不再显示" + again +
		"items/f.toml:1:1: 错误：序号 2 和 items/e.toml 重复，屏幕上只显示那一个" + again
	if got := printed(t, problems); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	var shown []string
	for _, it := range c.Items {
		shown = append(shown, it.File)
	}
	if !reflect.DeepEqual(shown, []string{"items/a.toml", "items/e.toml"}) {
		t.Errorf("shown: %v", shown)
	}
	if b := Broken(problems); b["items/e.toml"] || !b["items/b.toml"] {
		t.Errorf("broken: %v", b)
	}
}

// TestGaps: missing numbers are reported at the next one, but not if a file that
// can't be read may have them.
func TestGaps(t *testing.T) {
	gap := "；改法：补上缺的事项，或改序号；目录里就缺的不用改\n"
	for _, c := range []struct {
		name  string
		files []File
		want  string
	}{
		{"none", dir("items/a.toml", item("1"), "items/b.toml", item("2")), ""},
		{"one, in files of any order", dir("items/a.toml", item("3"), "items/b.toml", item("1")), "items/a.toml:1:1: 提醒：序号不连续，前面缺 2" + gap},
		{"at the beginning", dir("items/a.toml", item("4")), "items/a.toml:1:1: 提醒：序号不连续，前面缺 1 到 3" + gap},
		{"a broken file has it", dir("items/a.toml", item("1"), "items/b.toml", item("2")+"basis = \"\"\n", "items/c.toml", item("3")),
			"items/b.toml:5:1: 错误：“basis”写了两次，前一处在第 4 行；改法：内容一样就删去一处；不一样就把写错的那个键改对\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, problems := Parse(append(c.files, File{Path: "kiosk.toml", Data: []byte(kioskToml)}))
			if got := printed(t, problems); got != c.want {
				t.Errorf("got\n%swant\n%s", got, c.want)
			}
		})
	}
}

func TestCategories(t *testing.T) {
	row := func(number, category, more string) string {
		return "number = " + number + "\ncategory = \"" + category + "\"\ncontent = \"a\"\n" + more
	}
	c, _ := Parse(dir("kiosk.toml", kioskToml,
		"items/1.toml", row("1", "生育", ""), "items/2.toml", row("2", "示例", ""), "items/3.toml", row("3", "生 育", ""),
		"items/4.toml", row("4", "示例", "icon = \"qr\""), "items/5.toml", row("5", "助残", ""),
	))
	want := []Category{
		{Name: "生育", Icon: "birth", Items: []int{0, 2}},
		{Name: "示例", Icon: "qr", Items: []int{1, 3}},
		{Name: "助残", Icon: "disability", Items: []int{4}},
	}
	if got := c.Categories(); !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v", got)
	}
}

func TestColumns(t *testing.T) {
	for _, c := range []struct{ ticked, want []string }{
		{nil, nil},
		{[]string{"社区"}, []string{"县级", "乡镇", "社区"}},
		{[]string{"社区", "县级"}, []string{"县级", "乡镇", "社区"}},
		{[]string{"乡级"}, []string{"县级", "乡级"}},
		{[]string{"县级"}, []string{"县级", "乡镇", "社区"}},
		{[]string{"乡、村级"}, []string{"县级", "乡、村级"}},
		{[]string{"村级", "乡级", "县级"}, []string{"村级", "乡级", "县级"}},
	} {
		items := []Item{{}, {Levels: c.ticked}, {Levels: c.ticked}}
		if got := columns(items); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%v: %v, want %v", c.ticked, got, c.want)
		}
	}
}

func TestLevelsInOneWord(t *testing.T) {
	for levels, want := range map[string]string{
		`["社区、乡镇"]`:          "5:11: 提醒：“levels”（公开层级）里的“社区、乡镇”写成了一个；改法：一级写一个，写成 levels = [\"社区\", \"乡镇\"]",
		`["乡、村级"]`:           "",
		`["县级", "乡、村级"]`:     "",
		`["县级、乡、村级"]`:        "5:11: 提醒：“levels”（公开层级）里的“县级、乡、村级”写成了一个；改法：一级写一个，写成 levels = [\"县级\", \"乡、村级\"]",
		`["√"]`:              "5:11: 提醒：“levels”里只有一个“√”；改法：写出目录表里打勾的那一栏的名字；不公开的就删去这一行",
		`["县级", "社区/乡镇，县级"]`: "5:17: 提醒：“levels”（公开层级）里的“社区/乡镇，县级”写成了一个；改法：一级写一个，写成 levels = [\"县级\", \"社区\", \"乡镇\"]",
		`["县级", "乡 镇"]`:      "",
		`["社区、"]`:            "",
	} {
		_, problems := Parse(dir("kiosk.toml", kioskToml, "items/1.toml", item("1")+"levels = "+levels+"\n"))
		if want != "" {
			want = "items/1.toml:" + want + "\n"
		}
		if got := printed(t, problems); got != want {
			t.Errorf("%s\ngot\n%swant\n%s", levels, got, want)
		}
	}
}
