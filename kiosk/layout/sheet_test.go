package layout

import (
	"image"
	"math"
	"strings"
	"testing"
	"time"

	"gongkai/kiosk/layout/sample"
	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
	"gongkai/kiosk/typeset"
)

// browsed returns the state of a reader on a screen of the shipped catalogue.
func browsed(t *testing.T, s session.Screen) session.State {
	st := session.Step(session.Start(sample.Noon, true), sample.Noon, session.Content{Catalogue: sample.Rows(t, 14)})
	return session.Step(session.Step(st, sample.Noon, session.GoHome{}), sample.Noon, session.Open{Screen: s})
}

// tap returns the state after a tap on the i-th target of that name.
func tap(t *testing.T, st session.State, name string, i int) session.State {
	t.Helper()
	p := laid(st, 1080, 1920)
	for _, target := range p.Targets {
		if target.Name != name || p.Sheet != nil && !target.Layer.Over {
			continue
		}
		if i--; i < 0 {
			middle := target.Hit.Min.Add(target.Hit.Size().Div(2))
			hit, ok := p.Hit(middle, 0)
			if !ok || hit.Event != target.Event {
				t.Fatalf("%s at %v is not what is hit there", name, middle)
			}
			return session.Step(st, st.Now, hit.Event)
		}
	}
	t.Fatalf("no target %s", name)
	return st
}

func TestSheetIsAllThatIsHit(t *testing.T) {
	st := tap(t, browsed(t, session.Screen{Kind: session.Item, Number: 6}), "turn.take", 0)
	if st.Sheet.Kind != session.Takeaway {
		t.Fatalf("存到手机 opened %+v", st.Sheet)
	}
	p := laid(st, 1080, 1920)
	for y := 5; y < 1920; y += 10 {
		for x := 5; x < 1080; x += 10 {
			if hit, ok := p.Hit(image.Pt(x, y), 0); ok && !hit.Layer.Over {
				t.Fatalf("%s under the sheet is hit at (%d, %d)", hit.Name, x, y)
			}
		}
	}
	if st = tap(t, st, "button", 0); st.Sheet.Kind != session.NoSheet || st.View.Number != 6 {
		t.Errorf("完成 leads to %+v", st.Face())
	}
}

func TestAccessibilityAppliesAtOnce(t *testing.T) {
	st := tap(t, browsed(t, session.Screen{Kind: session.Home}), "bar.slot", 3)
	st = tap(t, st, "step", 1) // of those not chosen
	for i := range 3 {
		st = tap(t, st, "switch", i)
	}
	if want := (session.Mode{Text: 1.6, Contrast: true, LowReach: true, Reduced: true}); st.Mode != want {
		t.Errorf("%+v, want %+v", st.Mode, want)
	}
	if st = tap(t, st, "button", 0); st.Mode != (session.Mode{Text: 1}) || st.Sheet.Kind != session.Accessibility {
		t.Errorf("恢复原样: %+v, %+v", st.Mode, st.Sheet)
	}
	if st = tap(t, st, "sheet.foot", 0); st.Sheet.Kind != session.NoSheet || st.View.Kind != session.Home {
		t.Errorf("返回 leads to %+v", st.Face())
	}
}

func TestCodesOneByOne(t *testing.T) {
	st := browsed(t, session.Screen{Kind: session.Item, Number: 4})
	st = session.Step(st, sample.Noon, session.Content{Catalogue: long(t)})
	st = session.Step(st, sample.Noon, session.OpenSheet{Kind: session.Takeaway})
	first := codesOn(laid(st, 1080, 1920))
	if len(first) != 1 {
		t.Fatalf("%d codes at once", len(first))
	}
	st = tap(t, tap(t, st, "button", 1), "button", 1) // 下一张, twice
	if st.Sheet.Part != 2 {
		t.Fatalf("code %d", st.Sheet.Part)
	}
	if third := codesOn(laid(st, 1080, 1920)); len(third) != 1 || third[0].Code == first[0].Code {
		t.Errorf("the third code is one of %d, or the first", len(third))
	}
	if back := tap(t, st, "part", 0); back.Sheet.Part != 0 {
		t.Errorf("第1张 shows code %d", back.Sheet.Part)
	}
	if st = tap(t, st, "button", 0); st.Sheet.Kind != session.NoSheet {
		t.Errorf("at the last one 完成 leads to %+v", st.Sheet)
	}
}

func TestWarningIsAnswered(t *testing.T) {
	warned := browsed(t, session.Screen{Kind: session.Item, Number: 6})
	for due, ok := session.Next(warned); ok && !warned.Warned; due, ok = session.Next(warned) {
		warned = session.Step(warned, due, session.Tick{})
	}
	end := warned.Now
	if gone := tap(t, warned, "button", 1); gone.View.Kind != session.Attract {
		t.Errorf("回到开头 leads to %v", gone.View.Kind)
	}
	st := session.Step(warned, end, session.Press{})
	st = session.Step(tap(t, st, "button", 0), end, session.Lift{})
	if st.Warned || st.View.Number != 6 {
		t.Errorf("继续浏览 leads to %+v", st.Face())
	}
}

// painted returns all text on a page.
func painted(p *page.Page) string {
	var b strings.Builder
	for _, g := range paintedTexts(p) {
		b.WriteString(g.text + "\n")
	}
	return b.String()
}

// TestWarningMargin checks that the words of the idle warning end at the margin at every step.
func TestWarningMargin(t *testing.T) {
	for _, step := range []float64{1, 1.6, 2} {
		st := browsed(t, session.Screen{Kind: session.Item, Number: 6})
		st.Mode.Text, st.Warned = step, true
		for _, g := range paintedTexts(laid(st, 1080, 1920)) {
			if strings.HasPrefix(g.text, "没有人点") && g.box[0]+g.box[2] > 1080-72+1 {
				t.Errorf("at %v the words end at %.1f", step, g.box[0]+g.box[2])
			}
		}
	}
}

// TestClockUnknown: no screen shows a time or a day that can't be trusted.
func TestClockUnknown(t *testing.T) {
	c := updated(t, 6)
	for _, s := range append(screensOf(c), session.Screen{Kind: session.Attract, Number: 1}, session.Screen{Kind: session.Attract, Number: 6}, session.Screen{Kind: session.Night}, session.Screen{Kind: session.Search}) {
		for _, low := range []bool{false, true} {
			for _, sheet := range []session.SheetKind{session.NoSheet, session.Accessibility, session.Takeaway} {
				st := sample.At(c, s)
				st.Clock, st.Mode.LowReach, st.Sheet.Kind, st.Proof, st.Change = false, low, sheet, true, session.Change(sheet)
				for _, size := range []image.Point{{1080, 1920}, {1920, 1080}} {
					if text := painted(laid(st, size.X, size.Y)); strings.Contains(text, "9:41") || strings.Contains(text, "月1") || strings.Contains(text, "星期") {
						t.Errorf("%s, low %v, %v: %s", title(s), low, sheet, text)
					}
				}
			}
		}
	}
}

// TestChangeIsSaid: a change is announced on every kind of page, in every mode.
func TestChangeIsSaid(t *testing.T) {
	c := sample.Rows(t, 14)
	for _, s := range append(screensOf(c), session.Screen{Kind: session.Search}, session.Screen{Kind: session.Notices}) {
		if s.Kind == session.Preparing {
			continue
		}
		for change, want := range map[session.Change]string{session.Updated: "内容已更新", session.Gone: "这一项已不再公开"} {
			if change == session.Gone && s.Kind == session.Notices {
				want = "这条公告已不再公开"
			}
			for _, low := range []bool{false, true} {
				st := sample.At(c, s)
				st.Change, st.Mode.LowReach = change, low
				if text := painted(laid(st, 1080, 1920)); !strings.Contains(text, want) || !strings.Contains(text, "09:41") {
					t.Errorf("%s, low %v: %s", title(s), low, text)
				}
			}
		}
	}
}

// TestNightJumps: the clock is whole on the screen in each minute of the day, and never
// where it was the minute before.
func TestNightJumps(t *testing.T) {
	set := typeset.New()
	for _, size := range []image.Point{{540, 960}, {1920, 1080}, {1080, 1350}} {
		st := sample.At(sample.Rows(t, 14), session.Screen{Kind: session.Night})
		var last image.Rectangle
		for m := range 24 * 60 {
			st.Now = time.Date(2026, 3, 12, m/60, m%60, 0, 0, sample.Noon.Location())
			p := Layout(st, &page.Normal, size, set)
			r := p.Layers[0].Bounds
			if !r.In(image.Rectangle{Max: size}.Inset(page.Px(size, 48))) {
				t.Fatalf("%v %v: at %v", size, st.Now.Format("15:04"), r)
			}
			if r.Overlaps(last) {
				t.Fatalf("%v %v: at %v, and at %v before", size, st.Now.Format("15:04"), r, last)
			}
			last = r
		}
	}
	dark := sample.At(sample.Rows(t, 14), session.Screen{Kind: session.Night})
	if dark.Clock = false; len(laid(dark, 1080, 1920).Layers) > 0 {
		t.Error("by an unknown clock something is lit")
	}
}

// TestProofIsLargeEnough on a panel so small that the design's 4 u a module are not.
func TestProofIsLargeEnough(t *testing.T) {
	st := sample.At(sample.Rows(t, 14), session.Screen{Kind: session.Item, Number: 6})
	st.Proof, st.Panel = true, session.Panel{Diagonal: 10 * 25.4}
	for _, size := range []image.Point{{1080, 1920}, {1920, 1080}} {
		mm := st.Panel.Diagonal / math.Hypot(float64(size.X), float64(size.Y))
		p, layers := laid(st, size.X, size.Y), 0
		for _, l := range p.Layers {
			if l.Name != "proof" {
				continue
			}
			layers++
			if m := float64(l.Items[0].(*page.Code).Module) * mm; m < .96 {
				t.Errorf("%v: a module has %.2f mm", size, m)
			}
			if !l.Bounds.In(image.Rectangle{Max: size}) {
				t.Errorf("%v: the code is at %v", size, l.Bounds)
			}
		}
		if layers != 1 {
			t.Errorf("%v: %d codes", size, layers)
		}
	}
}
