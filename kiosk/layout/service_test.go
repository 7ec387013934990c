package layout

import (
	"fmt"
	"image"
	"strings"
	"testing"
	"time"

	"gongkai/kiosk/layout/sample"
	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
	"gongkai/kiosk/typeset"
)

// known is a machine with much to tell.
var known = session.Machine{
	Version: "0.1.0", Commit: "1a2b3c4d", Zone: "Asia/Shanghai", Rotate: 90, Program: 62 << 20, Free: 1420 << 20, Total: 1976 << 20,
	Up: 75 * time.Hour, UpAll: 412*24*time.Hour + 5*time.Hour, Problems: 12, Off: true,
	First: [3]string{"06-残疾人补贴.toml:3　“number”写了两次", "kiosk.toml:7　没有叫“示例”的键，这一行不起作用", "images/示例图片的名字很长很长.png　读不了这张图片"},
}

// staffStates are the service pages, with and without content, as far as their layout differs.
func staffStates(t *testing.T) map[string]session.State {
	all := map[string]session.State{}
	for name, c := range map[string]session.State{"": sample.At(sample.Rows(t, 14), session.Screen{}), " without content": {Now: sample.Noon, Name: "朝阳社区一楼大厅"}} {
		at := func(k session.Kind, events ...session.Event) session.State {
			s := c
			s.View = session.View{Screen: session.Screen{Kind: k}}
			s.PIN, s.Machine = "0471", known
			for _, e := range events {
				s = session.Step(s, s.Now, e)
			}
			s.Motion = session.Motion{}
			return s
		}
		one, wrong := session.Type{Key: '1'}, []session.Event{session.Type{Key: '1'}, session.Enter{}}
		all["pin"+name] = at(session.Passcode)
		all["pin typed"+name] = at(session.Passcode, one, one, one, one, one, one, one, one)
		all["pin wrong"+name] = at(session.Passcode, wrong...)
		all["pin closed"+name] = at(session.Passcode, append(append(wrong, wrong...), wrong...)...)
		all["service"+name] = at(session.Service)
		all["restart"+name] = at(session.Service, session.Confirm{Order: session.Restart})
		all["off"+name] = at(session.Service, session.Confirm{Order: session.PowerOff})
		all["off now"+name] = at(session.Service, session.Confirm{Order: session.PowerOff}, session.Do{Order: session.PowerOff})
		a, b, c, d := felt(.1, .1), felt(.9, .1), felt(.9, .9), felt(.1, .9)
		all["touch"+name] = at(session.TouchTest, a, b)
		all["touch right"+name] = at(session.TouchTest, felt(.11, .06), felt(.89, .065), felt(.88, .94), felt(.12, .93))
		all["touch turned"+name] = at(session.TouchTest, b, c, d, a)
		all["touch mirrored"+name] = at(session.TouchTest, b, a, d, c)
		all["touch unknown"+name] = at(session.TouchTest, a, a, a, a)
	}
	return all
}

func felt(x, y float64) session.Event { return session.Mark{At: session.Spot{X: x, Y: y}} }

// TestServiceWalk walks the service pages in every mode at many sizes: nothing is cut, nothing overlaps, targets are large
// enough.
func TestServiceWalk(t *testing.T) {
	set := typeset.New()
	for name, st := range staffStates(t) {
		for _, size := range []image.Point{{1080, 1920}, {1920, 1080}, {1366, 768}, {600, 1024}, {3840, 1080}, {1080, 1350}} {
			for _, m := range []session.Mode{{Text: 1}, {Text: 1.3}, {Text: 2, Contrast: true}, {Text: 1.6, LowReach: true}} {
				t.Run(fmt.Sprintf("%s/%dx%d/%+v", name, size.X, size.Y, m), func(t *testing.T) {
					st.Mode = m
					laid := Layout(st, page.ThemeOf(st), size, set)
					if laid.Sheet != nil {
						floorWalk(t, st, laid)
						return
					}
					w := walk{T: t, p: laid}
					w.layers()
					w.texts()
					w.targets()
				})
			}
		}
	}
}

// words returns all text of a page.
func words(p *page.Page) string {
	var b strings.Builder
	for _, l := range p.Layers {
		for _, it := range l.Items {
			if t, ok := it.(*page.Text); ok {
				for _, s := range t.Spans {
					b.WriteString(s.Text)
				}
				b.WriteByte('\n')
			}
		}
	}
	return b.String()
}

func TestServiceTexts(t *testing.T) {
	all := staffStates(t)
	doubted := all["service"]
	doubted.Clock, doubted.Machine.Doubt = false, "早于程序的日期 2026-11-01"
	all["doubted"] = doubted
	for _, c := range []struct{ page, want string }{
		{"service", "0.1.0　1a2b3c4d"}, {"service", "14 项"}, {"service", "12 处"}, {"service", "06-残疾人补贴.toml:3"},
		{"service", "程序 3 天 3 小时　机器 412 天 5 小时"}, {"service", "程序 62 MB　机器共 1976，还有 1420 MB"}, {"service", "1080×1920　转 90 度"},
		{"service without content", "朝阳社区一楼大厅"}, {"service without content", "没有可以显示的内容"},
		{"doubted", "早于程序的日期 2026-11-01"}, {"doubted", "不可信"},
		{"pin wrong", "还可以试 2 次"}, {"pin closed", "过一分钟"},
		{"touch right", "对得上"}, {"touch turned", "rotate = 180\n"}, {"touch turned", `MATRIX}="0 1 0 -1 0 1"`}, {"touch mirrored", "左右反了"}, {"touch unknown", "对不上"},
	} {
		if got := words(laid(all[c.page], 1080, 1920)); !strings.Contains(got, c.want) {
			t.Errorf("%s lacks %q:\n%s", c.page, c.want, got)
		}
	}
}

// TestClosedPasscode: no digit can be pressed in the minute after too many wrong tries.
func TestClosedPasscode(t *testing.T) {
	all := staffStates(t)
	for name, want := range map[string]int{"pin": 10, "pin closed": 0} {
		n := 0
		for _, target := range laid(all[name], 1080, 1920).Targets {
			if _, ok := target.Event.(session.Type); ok {
				n++
			}
		}
		if n != want {
			t.Errorf("%s: %d digits, want %d", name, n, want)
		}
	}
}

// TestScreenTest: each picture fills the screen and a touch anywhere turns on; the warning is legible over it.
func TestScreenTest(t *testing.T) {
	st := sample.At(sample.Rows(t, 14), session.Screen{Kind: session.ScreenTest})
	seen := map[uint64]bool{}
	for i := range session.Shades {
		st.View.Page = i
		for _, size := range []image.Point{{1080, 1920}, {1366, 768}} {
			p := laid(st, size.X, size.Y)
			for _, at := range []image.Point{{}, {size.X / 2, size.Y / 2}, {size.X - 1, size.Y - 1}} {
				if target, ok := p.Hit(at, 0); !ok || target.Event != session.Event(session.Turn{Page: i + 1}) {
					t.Errorf("picture %d at %v: %+v", i, at, target)
				}
			}
			if len(p.Layers) != 1 || p.Layers[0].Bounds != (image.Rectangle{Max: size}) || seen[p.Layers[0].Hash] {
				t.Errorf("picture %d: %d layers, or one that was there before", i, len(p.Layers))
			}
			seen[p.Layers[0].Hash] = true
		}
	}
	st.Warned = true
	if p := laid(st, 1080, 1920); *p.Theme != page.Normal {
		t.Errorf("the warning lies on %v", p.Theme)
	}
}

// TestServiceLowReach: in low reach all targets of the service pages lie in the lower 55 % of the screen, those of the touch test's
// corners apart.
func TestServiceLowReach(t *testing.T) {
	for name, st := range staffStates(t) {
		if st.View.Kind == session.TouchTest || st.View.Kind == session.ScreenTest {
			continue
		}
		st.Mode.LowReach = true
		for _, size := range []image.Point{{1080, 1920}, {1920, 1080}, {1366, 768}} {
			p := Layout(st, page.ThemeOf(st), size, typeset.New())
			for _, target := range p.Targets {
				if mid := (target.Hit.Min.Y + target.Hit.Max.Y) / 2; mid < size.Y*44/100 {
					t.Errorf("%s at %v: %T lies at %v", name, size, target.Event, target.Hit)
				}
			}
		}
	}
}
