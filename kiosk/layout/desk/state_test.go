package desk_test

import (
	"testing"
	"time"

	"gongkai/kiosk/diag"
	"gongkai/kiosk/layout/desk"
	"gongkai/kiosk/session"
)

// world is the page's state and the kiosk's, moved as the window does.
type world struct {
	desk  desk.State
	kiosk session.State
	order desk.Order
}

func (w *world) do(e desk.Event) {
	var o desk.Outcome
	w.desk, o = desk.Step(w.desk, w.kiosk, e)
	if o.Shift != 0 {
		w.kiosk = session.Step(w.kiosk, w.kiosk.Now.Add(o.Shift), session.ClockSet{By: o.Shift, Trusted: true})
	}
	if len(o.Events) > 0 {
		w.kiosk = session.Step(w.kiosk, w.kiosk.Now, session.Press{})
	}
	for _, e := range o.Events {
		w.kiosk = session.Step(w.kiosk, w.kiosk.Now, e)
	}
	w.kiosk = session.Step(w.kiosk, w.kiosk.Now, session.Lift{})
	w.order = o.Order
}

func TestDaysAndHours(t *testing.T) {
	w := world{kiosk: kiosk(t)}
	for _, step := range []struct {
		e    desk.Event
		want string
	}{
		{desk.Day{By: 1}, "03-13 09:41"}, {desk.Day{By: -2}, "03-11 09:41"}, {desk.Hour{By: 1}, "03-11 10:41"},
		{desk.Hour{By: -11}, "03-10 23:41"}, {desk.Day{By: 30}, "04-09 23:41"}, {desk.Today{}, "03-12 09:41"},
	} {
		w.do(step.e)
		if got := w.kiosk.Now.Format("01-02 15:04"); got != step.want {
			t.Errorf("%#v leads to %s, not %s", step.e, got, step.want)
		}
		if w.kiosk.View.Kind != session.Item || w.kiosk.Warned {
			t.Errorf("%#v leaves the page that was seen", step.e)
		}
	}
	if w.desk.Ahead != 0 {
		t.Errorf("today the clock is ahead by %v", w.desk.Ahead)
	}
}

// TestScreens checks that every button leads to its screen from every other one, and by night.
func TestScreens(t *testing.T) {
	want := map[desk.Screen]session.Kind{desk.Start: session.Attract, desk.Home: session.Home, desk.Item: session.Item, desk.Search: session.Search,
		desk.Notices: session.Notices}
	begin := kiosk(t)
	for from := range desk.Large + 1 {
		for to := range desk.Large + 1 {
			w := world{kiosk: begin}
			w.do(desk.Show{Screen: from})
			w.do(desk.Show{Screen: to})
			if got := w.kiosk.View.Kind; to != desk.Large && got != want[to] || (to == desk.Large) != (w.kiosk.Top().Kind == session.Accessibility) {
				t.Errorf("from %d to %d: %v with sheet %v", from, to, got, w.kiosk.Top().Kind)
			}
		}
	}
	w := world{kiosk: kiosk(t)}
	w.kiosk.View = session.View{Screen: session.Screen{Kind: session.Night}}
	w.do(desk.Show{Screen: desk.Home})
	if w.kiosk.View.Kind != session.Home {
		t.Errorf("by night 首页 leads to %v", w.kiosk.View.Kind)
	}
}

func TestModes(t *testing.T) {
	for _, from := range []desk.Screen{desk.Start, desk.Item} {
		w := world{kiosk: kiosk(t)}
		w.do(desk.Show{Screen: from})
		w.do(desk.Text{Step: 1.6})
		w.do(desk.Switch{Mode: desk.Contrast})
		w.do(desk.Switch{Mode: desk.LowReach})
		w.do(desk.Switch{Mode: desk.Reduced})
		w.do(desk.Switch{Mode: desk.LowReach})
		if want := (session.Mode{Text: 1.6, Contrast: true, Reduced: true}); w.kiosk.Mode != want {
			t.Errorf("from %d the mode is %+v, not %+v", from, w.kiosk.Mode, want)
		}
	}
	w := world{kiosk: kiosk(t)}
	w.do(desk.Hold{Wide: true})
	if !w.desk.Wide {
		t.Error("the kiosk is not shown wide")
	}
}

// TestPick checks that a click on a problem shows where it stands.
func TestPick(t *testing.T) {
	k := kiosk(t, notice("now", "示例", ""), notice("later", "示例二", "publish = 2026-03-20T08:00:00\nexpire = 2026-03-25\n"),
		notice("over", "示例三", "publish = 2026-03-01\nexpire = 2026-03-05\n"),
		notice("nights", "示例四", "[[air]]\ndays = \"六日\"\nfrom = \"18:00\"\nto = \"20:00\"\n"))
	for _, c := range []struct {
		file, notice string
		item         int
		day          string
	}{
		{"items/06-残疾人补贴.toml", "", 6, "03-12"},
		{"notices/now.toml", "notices/now.toml", 0, "03-12"},
		{"notices/later.toml", "notices/later.toml", 0, "03-20"},
		{"notices/over.toml", "notices/over.toml", 0, "03-01"},
		{"notices/nights.toml", "notices/nights.toml", 0, "03-14"},
		{"notices/gone.toml", "", 0, "03-12"},
		{"kiosk.toml", "", 0, "03-12"},
	} {
		w := world{kiosk: k}
		w.do(desk.Checked{Found: desk.Found{Problems: []diag.Problem{{File: c.file}}}})
		w.do(desk.Pick{})
		v := w.kiosk.View
		if v.Notice != c.notice || v.Number != c.item || w.kiosk.Now.Format("01-02") != c.day || w.desk.Chosen != 1 {
			t.Errorf("%s: %+v at %v, row %d", c.file, v.Screen, w.kiosk.Now, w.desk.Chosen)
		}
		if c.notice == "" && c.item == 0 && v.Kind != session.Home {
			t.Errorf("%s: %v, not home", c.file, v.Kind)
		}
	}
	empty := world{kiosk: session.Start(morning, true)}
	empty.do(desk.Checked{Found: desk.Found{Problems: []diag.Problem{{File: "items/1.toml"}}}})
	empty.do(desk.Pick{Row: 5})
	empty.do(desk.Pick{})
	if empty.desk.Said == "" {
		t.Error("without content a click on a problem says nothing")
	}
}

// TestChecked checks that errors come first, and that the chosen problem stays chosen while it is there.
func TestChecked(t *testing.T) {
	hint, wrong := diag.Problem{File: "a", Severity: diag.Hint, Message: "m"}, diag.Problem{File: "b", Message: "n"}
	w := world{kiosk: kiosk(t)}
	w.do(desk.Do{Order: desk.Recheck})
	if w.order != desk.Recheck || !w.desk.Busy {
		t.Errorf("重新检查 gives %v", w.order)
	}
	w.do(desk.Checked{Found: desk.Found{Problems: []diag.Problem{hint}}})
	w.do(desk.Pick{})
	w.do(desk.Checked{Found: desk.Found{Problems: []diag.Problem{hint, wrong}}})
	if w.desk.Busy || w.desk.Chosen != 2 || w.desk.Found.Problems[0] != wrong {
		t.Errorf("chosen %d of %v", w.desk.Chosen, w.desk.Found.Problems)
	}
	w.do(desk.Checked{Found: desk.Found{Problems: []diag.Problem{wrong}}})
	if w.desk.Chosen != 0 {
		t.Errorf("a problem that is gone is row %d", w.desk.Chosen)
	}
}

func TestQuestion(t *testing.T) {
	for _, yes := range []bool{true, false} {
		w := world{kiosk: kiosk(t)}
		w.do(desk.Asked{Question: desk.Question{Title: "a.docx", Order: desk.Import}})
		w.do(desk.Answer{Yes: yes})
		if w.desk.Ask != nil || (w.order == desk.Import) != yes {
			t.Errorf("the answer %v gives %v", yes, w.order)
		}
	}
	w := world{kiosk: kiosk(t)}
	w.do(desk.Asked{Question: desk.Question{Title: "a.exe"}})
	w.do(desk.Answer{Yes: true})
	w.do(desk.Answer{Yes: true})
	if w.order != desk.NoOrder {
		t.Error("a file that can't be taken is imported")
	}
}

// TestQuestionsInTurn checks that each answer about a file leads to the next one, while there are further ones.
func TestQuestionsInTurn(t *testing.T) {
	w := world{kiosk: kiosk(t)}
	w.do(desk.Asked{Question: desk.Question{Title: "a.docx", Order: desk.Import, More: true}})
	w.do(desk.Answer{})
	if w.order != desk.Next {
		t.Errorf("不导入 gives %v", w.order)
	}
	w.do(desk.Asked{Question: desk.Question{Title: "b.docx", Order: desk.Import, More: true}})
	w.do(desk.Answer{Yes: true})
	if w.order != desk.Import {
		t.Errorf("导入 gives %v", w.order)
	}
	w.do(desk.Asked{Question: desk.Question{Title: "b.docx", Note: "导入好了", More: true}})
	w.do(desk.Answer{})
	if w.order != desk.Next {
		t.Errorf("看下一个 gives %v", w.order)
	}
}

// TestChoice checks that a click on a content directory opens it, and that nothing of another one stays on the page.
func TestChoice(t *testing.T) {
	w := world{kiosk: kiosk(t), desk: state()}
	w.do(desk.Asked{Question: desk.Question{Choices: []string{"content", "内容"}}})
	if !w.desk.Ask.Standing() {
		t.Error("the question can be put aside")
	}
	w.do(desk.Choose{Row: 1})
	if w.order != desk.Open || w.desk.Ask != nil {
		t.Errorf("a click gives %v", w.order)
	}
	w.do(desk.Opened{Name: "内容"})
	if f := w.desk.Found; f.Name != "内容" || f.Problems != nil || w.desk.Chosen != 0 || !w.desk.Busy {
		t.Errorf("after it was opened: %+v", w.desk)
	}
}

// TestYearsEnd checks a day's step over a year's end and a leap day.
func TestYearsEnd(t *testing.T) {
	k := kiosk(t)
	k.Now = time.Date(2027, 12, 31, 9, 0, 0, 0, morning.Location())
	_, o := desk.Step(desk.State{}, k, desk.Day{By: 1})
	if got := k.Now.Add(o.Shift).Format(time.DateOnly); got != "2028-01-01" {
		t.Error(got)
	}
}
