package catalogue

import (
	"math"
	"reflect"
	"strings"
	"testing"
	"time"
)

func TestSettings(t *testing.T) {
	c, problems := Parse(dir("kiosk.toml", kioskToml, "items/1.toml", item("1")))
	if len(problems) > 0 || c.Centre != "示例社区" || c.Name != "政务公开事项标准目录" || !reflect.DeepEqual(c.Settings, defaults()) {
		t.Errorf("%v %+v", problems, c)
	}
	c, problems = Parse(dir("kiosk.toml", kioskToml+"text = 1.6\naccent = \"#00336a\"\n[carousel]\ndwell_seconds = 40\n[idle]\nreturn_seconds = 30\n[screen]\non = \"07:30\"\noff = \"00:00\"\n",
		"items/1.toml", item("1")))
	want := Settings{Text: 1.6, Accent: [3]uint8{0, 0x33, 0x6a}, Dwell: 40 * time.Second, Return: 30 * time.Second, Hours: []Span{{everyDay.Days, true, 7*60 + 30, 0}}}
	if len(problems) > 0 || !reflect.DeepEqual(c.Settings, want) {
		t.Errorf("%v\ngot  %+v\nwant %+v", problems, c.Settings, want)
	}
}

// TestDwellCapped: what is longer than a slide ever stays means that, and is hinted at.
func TestDwellCapped(t *testing.T) {
	for written, want := range map[string]string{"40": "", "41": "dwell-capped", "120": "dwell-capped", "121": "seconds-range"} {
		c, problems := Parse(dir("kiosk.toml", kioskToml+"[carousel]\ndwell_seconds = "+written+"\n", "items/1.toml", item("1")))
		var codes []string
		for _, p := range problems {
			codes = append(codes, p.Code)
		}
		stays := 40 * time.Second
		if want == "seconds-range" {
			stays = defaults().Dwell
		}
		if strings.Join(codes, " ") != want || c.Settings.Dwell != stays {
			t.Errorf("%s: %v, %v", written, codes, c.Settings.Dwell)
		}
	}
}

// TestSettingsProblems: a wrong key is reported and stays at its default, and the
// catalogue is shown.
func TestSettingsProblems(t *testing.T) {
	accent := "kiosk.toml:3:1: 错误：“accent”（主色）的写法不对；改法：写成 \"#98191C\" 这样，# 后面六位十六进制数字\n"
	for _, c := range []struct{ in, want string }{
		{"text = 1.5\n", "kiosk.toml:3:1: 错误：“text”（字的大小）只能是 1.0、1.3、1.6、2.0；改法：改成这四个数之一\n"},
		{"text = nan\n", "kiosk.toml:3:1: 错误：“text”（字的大小）只能是 1.0、1.3、1.6、2.0；改法：改成这四个数之一\n"},
		{"accent = \"red\"\n", accent},
		{"accent = \"#98191\"\n", accent},
		{"accent = \"#98191G\"\n", accent},
		{"accent = \"#E0474C\"\n", "kiosk.toml:3:1: 错误：“accent”（主色）在纸色上的对比度只有 3.8，不到 7，看不清；改法：写成 accent = \"#993034\"，同一种颜色里看得清的；也可以换别的深色\n"},
		{"[carousel]\ndwell_seconds = 4\n", "kiosk.toml:4:1: 错误：“dwell_seconds”（每张停留秒数）是 4 秒，应在 5 和 40 之间；改法：改成 5 到 40 之间的整数\n"},
		{"[carousel]\ndwell_seconds = 15.5\n", "kiosk.toml:4:1: 错误：“dwell_seconds”（每张停留秒数）应是整数，这里写的是小数；改法：写成 dwell_seconds = 6\n"},
		{"[idle]\nreturn_seconds = 601\n", "kiosk.toml:4:1: 错误：“return_seconds”（无人操作后返回的秒数）是 601 秒，应在 30 和 600 之间；改法：改成 30 到 600 之间的整数\n"},
		{"[screen]\non = \"07:30\"\n", "kiosk.toml:4:1: 错误：[screen] 只写了“on”，没有“off”；改法：补上 off，或把 on 也删去\n"},
		{"[screen]\noff = \"21:00\"\n", "kiosk.toml:4:1: 错误：[screen] 只写了“off”，没有“on”；改法：补上 on，或把 off 也删去\n"},
		{"[screen]\non = \"7:30\"\noff = \"晚上9点\"\n", "kiosk.toml:4:1: 错误：“on”（开屏时间）不是时间；改法：写成 on = \"07:30\"\n" +
			"kiosk.toml:5:1: 错误：“off”（关屏时间）不是时间；改法：写成 off = \"21:00\"\n"},
		{"[screen]\non = \"07:30\"\noff = \"07:30\"\n", "kiosk.toml:5:1: 错误：“on”和“off”是同一个时间；改法：整天开着就把两行都删去\n"},
		{"[screen]\non = 730\noff = \"21:00\"\n", "kiosk.toml:4:1: 错误：“on”要放在英文双引号里；改法：写成 on = \"07:30\"\n"},
		{"dwell_seconds = 15\n", "kiosk.toml:3:1: 错误：不认识的键“dwell_seconds”；改法：在文件最后另写一行 [carousel]，把它移到那一行下面\n"},
	} {
		got, problems := Parse(dir("kiosk.toml", kioskToml+c.in, "items/1.toml", item("1")))
		if text := printed(t, problems); text != c.want {
			t.Errorf("%s\ngot\n%swant\n%s", c.in, text, c.want)
		}
		if got == nil || !reflect.DeepEqual(got.Settings, defaults()) {
			t.Errorf("%s: %+v", c.in, got)
		}
		if !Broken(problems)["kiosk.toml"] {
			t.Errorf("%s: the last good kiosk.toml should stand in", c.in)
		}
	}
}

// TestContrast compares the ratio with WCAG's own figures and the design's colours.
func TestContrast(t *testing.T) {
	white := [3]uint8{255, 255, 255}
	for _, c := range []struct {
		a, b [3]uint8
		want float64
	}{
		{white, [3]uint8{}, 21},
		{white, white, 1},
		{[3]uint8{0x77, 0x77, 0x77}, white, 4.48},
		{defaults().Accent, paper, 7.95},
	} {
		if got := contrast(c.a, c.b); math.Abs(got-c.want) > 0.01 || got != contrast(c.b, c.a) {
			t.Errorf("%v on %v: %.3f, want %.2f", c.a, c.b, got, c.want)
		}
	}
}
