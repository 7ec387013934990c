package catalogue

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"gongkai/kiosk/diag"
	"gongkai/kiosk/toml"
)

// settingsFile is kiosk.toml as it stands.
type settingsFile struct {
	Centre    toml.Text           `toml:"centre" zh:"单位名称,单位"`
	Catalogue toml.Text           `toml:"catalogue" zh:"目录名称,目录"`
	Text      toml.Value[float64] `toml:"text" zh:"字的大小,字号"`
	Accent    toml.Text           `toml:"accent" zh:"主色,颜色"`
	Carousel  struct {
		Dwell toml.Value[int64] `toml:"dwell_seconds" zh:"每张停留秒数"`
	} `toml:"carousel" zh:"轮播"`
	Idle struct {
		Return toml.Value[int64] `toml:"return_seconds" zh:"无人操作后返回的秒数"`
	} `toml:"idle" zh:"空闲"`
	Screen struct {
		On  toml.Text `toml:"on" zh:"开屏时间"`
		Off toml.Text `toml:"off" zh:"关屏时间"`
	} `toml:"screen" zh:"屏幕"`
	Contact contactFile `toml:"contact" zh:"到哪里问,联系"`
}

// defaults returns the settings of a kiosk.toml that has only the required keys.
func defaults() Settings {
	return Settings{Text: 1, Accent: [3]uint8{0x98, 0x19, 0x1c}, Dwell: 15 * time.Second, Return: 90 * time.Second}
}

// settings begins the catalogue with the keys of kiosk.toml. A wrong key stays at its
// default: a screen with the usual colour is better than none.
func (r *reading) settings(files []File) *Catalogue {
	c := &Catalogue{Settings: defaults()}
	if len(files) == 0 {
		r.problems = append(r.problems, diag.Problem{File: "kiosk.toml", Message: "没有 kiosk.toml", Fix: "新建一个，写上 centre（单位名称）和 catalogue（目录名称）"})
		return c
	}
	var f settingsFile
	check := r.decode(files[0], &f)
	if check.read {
		c.Centre = check.name("centre", "单位名称", &f.Centre)
		c.Name = check.name("catalogue", "目录名称", &f.Catalogue)
		f.check(check, &c.Settings)
	}
	if !r.done(files[0], check) && c.Centre != "" && c.Name != "" {
		r.used = append(r.used, files[0])
	}
	r.used = append(r.used, r.images.plan(&f.Contact)...)
	r.images.blind = r.images.blind || !f.Contact.Map.Given() && check.broken() && mapKey.Mentioned(files[0].Data)
	return c
}

// name returns one of the two names that kiosk.toml must have, "" for a wrong one.
func (c *checker) name(key, label string, t *toml.Text) string {
	c.need(t, key, label, `"…"`)
	if !c.text(key, t, maxTitle) {
		return ""
	}
	name, _ := line(t.V)
	return name
}

// check takes over each valid setting.
func (f *settingsFile) check(c *checker, s *Settings) {
	if f.Text.Given() {
		if slices.Contains([]float64{1, 1.3, 1.6, 2}, f.Text.V) {
			s.Text = f.Text.V
		} else {
			c.err(f.Text.At, "“text”（字的大小）只能是 1.0、1.3、1.6、2.0", "改成这四个数之一")
		}
	}
	if f.Accent.Given() {
		f.checkAccent(c, s)
	}
	c.seconds(&f.Carousel.Dwell, "dwell_seconds", "每张停留秒数", 5, 120, &s.Dwell)
	c.seconds(&f.Idle.Return, "return_seconds", "无人操作后返回的秒数", 30, 600, &s.Return)
	f.checkHours(c, s)
	f.Contact.check(c)
	s.Contact = f.Contact.over(Contact{}, f.Contact.plan(c))
}

func (c *checker) seconds(v *toml.Value[int64], key, label string, least, most int64, into *time.Duration) {
	switch {
	case !v.Given():
	case v.V < least || v.V > most:
		c.err(v.At, fmt.Sprintf("“%s”（%s）是 %d 秒，应在 %d 和 %d 之间", key, label, v.V, least, most), fmt.Sprintf("改成 %d 到 %d 之间的整数", least, most))
	default:
		*into = time.Duration(v.V) * time.Second
	}
}

func (f *settingsFile) checkAccent(c *checker, s *Settings) {
	rgb, ok := parseColour(f.Accent.V)
	switch {
	case !ok:
		c.err(f.Accent.At, "“accent”（主色）的写法不对", `写成 "#98191C" 这样，# 后面六位十六进制数字`)
	case contrast(rgb, paper) < 7:
		c.err(f.Accent.At, fmt.Sprintf("“accent”（主色）在纸色上的对比度只有 %.1f，不到 7，看不清", math.Floor(contrast(rgb, paper)*10)/10), "换一个更深的颜色")
	default:
		s.Accent = rgb
	}
}

var clock = regexp.MustCompile(`^([01]\d|2[0-3]):([0-5]\d)$`)

// checkHours takes over [screen] on and off: both or neither, two different times.
func (f *settingsFile) checkHours(c *checker, s *Settings) {
	on, off := &f.Screen.On, &f.Screen.Off
	switch {
	case !on.Given() && (!off.Given() || c.mistaken("on")) || !off.Given() && c.mistaken("off"):
		return
	case !off.Given():
		c.err(on.At, "[screen] 只写了“on”，没有“off”", "补上 off，或把 on 也删去")
		return
	case !on.Given():
		c.err(off.At, "[screen] 只写了“off”，没有“on”", "补上 on，或把 off 也删去")
		return
	}
	from, ok1 := c.hour("on", "开屏时间", on)
	to, ok2 := c.hour("off", "关屏时间", off)
	switch {
	case !ok1 || !ok2:
	case from == to:
		c.err(off.At, "“on”和“off”是同一个时间", "整天开着就把两行都删去")
	default:
		s.ScreenOn, s.ScreenOff = from, to
	}
}

func (c *checker) hour(key, label string, t *toml.Text) (TimeOfDay, bool) {
	m := clock.FindStringSubmatch(strings.TrimSpace(t.V))
	if m == nil {
		fix := `写成 "07:30" 这样，24 小时制，两位数字`
		if meant, ok := toml.Clock(t.V); ok {
			fix = "写成 " + key + ` = "` + meant + `"`
		} else if strings.TrimSpace(t.V) == "24:00" {
			fix = "写成 " + key + ` = "00:00"`
		}
		c.err(t.At, "“"+key+"”（"+label+"）不是时间", fix)
		return 0, false
	}
	h, _ := strconv.Atoi(m[1])
	min, _ := strconv.Atoi(m[2])
	return TimeOfDay(h*60 + min), true
}
