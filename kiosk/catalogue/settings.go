package catalogue

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"golang.org/x/text/unicode/norm" // full-width digits and signs

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
	Screen  screenFile  `toml:"screen" zh:"屏幕"`
	Contact contactFile `toml:"contact" zh:"到哪里问,联系"`
	Accept  []toml.Text `toml:"accept" zh:"认可"`
}

// maxDwell is how long a slide stays at most, in seconds, whatever the settings are. What is above it, up to
// largestDwell, is no error and means the same.
const (
	maxDwell     = 40
	largestDwell = 120
)

// defaults returns the settings of a kiosk.toml that has only the required keys.
func defaults() Settings {
	return Settings{Text: 1, Accent: [3]uint8{0x98, 0x19, 0x1c}, Dwell: 15 * time.Second, Return: 90 * time.Second}
}

// settings begins the catalogue with the keys of kiosk.toml. A wrong key stays at its
// default: a screen with the usual colour is better than none.
func (r *reading) settings(files []File) *Catalogue {
	c := &Catalogue{Settings: defaults()}
	if len(files) == 0 {
		r.problems = append(r.problems, diag.Problem{File: "kiosk.toml", Code: "no-settings", Message: "没有 kiosk.toml", Fix: "新建一个，写上 centre（单位名称）和 catalogue（目录名称）"})
		return c
	}
	var f settingsFile
	check := r.decode(files[0], &f)
	if check.read {
		c.Centre = check.pinned("centre", "单位名称", &f.Centre, r.pins.Centre)
		c.Name = check.pinned("catalogue", "目录名称", &f.Catalogue, r.pins.Name)
		f.check(check, &c.Settings)
	}
	if !blank(&f.Screen.Holidays) {
		r.byHolidays = &f.Screen.Holidays.At
	}
	if !r.done(files[0], check) && c.Centre != "" && c.Name != "" {
		r.used = append(r.used, files[0])
	}
	r.used = append(r.used, r.images.plan(&f.Contact)...)
	r.images.blind = r.images.blind || !f.Contact.Map.Given() && check.broken() && mapKey.Mentioned(files[0].Data)
	return c
}

// pinned returns a name as name does, "" if this machine's settings have another one.
func (c *checker) pinned(key, label string, t *toml.Text, pin string) string {
	name := c.name(key, label, t)
	if want, _ := line(pin); want == "" || name == "" || name == want {
		return name
	}
	c.mended(diag.Mend{}, diag.Error, false, "pinned-name", t.At, "“"+key+"”（"+label+"）是“"+diag.Excerpt(name, 40)+"”，这台机器只显示“"+diag.Excerpt(pin, 40)+"”的内容",
		"看看内容目录放对没有；这台机器换了地方，请管理员改 config.toml 的 "+key)
	return ""
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
			c.err("text-size", f.Text.At, "“text”（字的大小）只能是 1.0、1.3、1.6、2.0", "改成这四个数之一")
		}
	}
	if f.Accent.Given() {
		f.checkAccent(c, s)
	}
	if d := &f.Carousel.Dwell; d.V <= maxDwell || d.V > largestDwell {
		c.seconds(d, "dwell_seconds", "每张停留秒数", 5, maxDwell, &s.Dwell)
	} else {
		s.Dwell = maxDwell * time.Second
		c.mended(d.Respelled(strconv.Itoa(maxDwell)), diag.Hint, false, "dwell-capped", d.At,
			fmt.Sprintf("“dwell_seconds”（每张停留秒数）是 %d 秒，一张海报最多停留 %d 秒", d.V, maxDwell), fmt.Sprintf("写成 dwell_seconds = %d", maxDwell))
	}
	c.seconds(&f.Idle.Return, "return_seconds", "无人操作后返回的秒数", 30, 600, &s.Return)
	s.Hours = f.Screen.hours(c)
	f.Contact.check(c)
	c.accept(f.Accept)
	s.Contact = f.Contact.over(Contact{}, f.Contact.plan(c))
}

func (c *checker) seconds(v *toml.Value[int64], key, label string, least, most int64, into *time.Duration) {
	switch {
	case !v.Given():
	case v.V < least || v.V > most:
		c.err("seconds-range", v.At, fmt.Sprintf("“%s”（%s）是 %d 秒，应在 %d 和 %d 之间", key, label, v.V, least, most), fmt.Sprintf("改成 %d 到 %d 之间的整数", least, most))
	default:
		*into = time.Duration(v.V) * time.Second
	}
}

func (f *settingsFile) checkAccent(c *checker, s *Settings) {
	rgb, ok := parseColour(f.Accent.V)
	switch {
	case !ok:
		meant := hexOf(f.Accent.V)
		if meant != "" {
			c.mended(f.Accent.Replaced(meant), diag.Error, false, "accent-form", f.Accent.At, "“accent”（主色）的写法不对", "写成 accent = \""+meant+"\"")
			return
		}
		c.err("accent-form", f.Accent.At, "“accent”（主色）的写法不对", `写成 "#98191C" 这样，# 后面六位十六进制数字`)
	case contrast(rgb, paper) < 7:
		near := darker(rgb)
		meant := fmt.Sprintf("#%02X%02X%02X", near[0], near[1], near[2])
		c.mended(f.Accent.Replaced(meant), diag.Error, false, "accent-light", f.Accent.At, fmt.Sprintf("“accent”（主色）在纸色上的对比度只有 %.1f，不到 7，看不清", math.Floor(contrast(rgb, paper)*10)/10), "写成 accent = \""+meant+"\"，同一种颜色里看得清的；也可以换别的深色")
	default:
		s.Accent = rgb
	}
}

// hexOf returns a colour that is written with another sign, none, or three digits, as kiosk.toml has it; "" for another text.
func hexOf(text string) string {
	digits := strings.TrimPrefix(strings.TrimSpace(norm.NFKC.String(text)), "#")
	if len(digits) == 3 {
		digits = string([]byte{digits[0], digits[0], digits[1], digits[1], digits[2], digits[2]})
	}
	if _, ok := parseColour("#" + digits); !ok {
		return ""
	}
	return "#" + strings.ToUpper(digits)
}

// darker returns the lightest colour of the same hue that can be read on paper.
func darker(rgb [3]uint8) [3]uint8 {
	for k := 255; k > 0; k-- {
		dark := [3]uint8{uint8(int(rgb[0]) * k / 255), uint8(int(rgb[1]) * k / 255), uint8(int(rgb[2]) * k / 255)}
		if contrast(dark, paper) >= 7 {
			return dark
		}
	}
	return [3]uint8{}
}
