package blackbox

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/session"
)

var noon = time.Date(2026, 3, 12, 12, 0, 10, 0, time.UTC)

// sample returns a catalogue of n rows in categories of two, with a notice.
func sample(t testing.TB, n int) *catalogue.Catalogue {
	t.Helper()
	files := []catalogue.File{
		{Path: "kiosk.toml", Data: []byte("centre = \"示例社区\"\ncatalogue = \"示例目录\"\n")},
		{Path: "notices/示例.toml", Data: []byte("title = \"示例公告\"\ndate = 2026-03-01\nbody = \"示例文字\"\n")},
	}
	for i := 1; i <= n; i++ {
		text := fmt.Sprintf("number = %d\ncategory = \"类%d\"\ntitle = \"示例%d\"\ncontent = \"示例文字\"\n", i, (i+1)/2, i)
		files = append(files, catalogue.File{Path: fmt.Sprintf("items/%d.toml", i), Data: []byte(text)})
	}
	c, problems := catalogue.Parse(files)
	if c == nil {
		t.Fatal(problems)
	}
	return c
}

// visit is a resident's way, with what must not be kept.
var visit = []session.Event{
	session.Press{}, session.GoHome{}, session.Lift{},
	session.Open{Screen: session.Screen{Kind: session.Search}},
	session.Type{Key: 'S'}, session.Type{Key: 'L'}, session.Erase{}, session.Type{Key: 'X'}, session.Clear{}, session.Ask{Query: "SLX"}, session.Spell{Strokes: true},
	session.Open{Screen: session.Screen{Kind: session.Item, Number: 3}},
	session.Scroll{To: 40}, session.Scroll{To: 80}, session.Scroll{To: 120},
	session.OpenSheet{Kind: session.Accessibility},
	session.Adjust{Mode: session.Mode{Text: 2, Contrast: true}},
	session.GoBack{},
	session.OpenSheet{Kind: session.Takeaway}, session.ShowPart{Part: 1}, session.GoBack{},
	session.Open{Screen: session.Screen{Kind: session.Category, Category: "类2"}},
	session.Open{Screen: session.Screen{Kind: session.Notice, Notice: "notices/示例.toml"}},
	session.FindRow{Number: 2}, session.Leave{},
}

// recorded runs events, a second apart, and records them.
func recorded(r *Recorder, s session.State, events ...session.Event) session.State {
	for _, e := range events {
		s = session.Step(s, s.Now.Add(time.Second), e)
		r.Add(e, s)
	}
	return s
}

func started(t testing.TB, c *catalogue.Catalogue) (mem []byte, r *Recorder, s session.State) {
	mem = make([]byte, Size)
	r = Record(mem)
	s = session.Step(session.Start(noon, true), noon, session.Content{Catalogue: c})
	r.Add(session.Content{Catalogue: c}, s)
	return mem, r, s
}

func recover1(t testing.TB, mem []byte) Box {
	t.Helper()
	b, ok := Recover(mem, "panic: example\n\ngoroutine 1:\n")
	if !ok {
		t.Fatal("nothing is recovered")
	}
	return b
}

func TestRecordAndRecover(t *testing.T) {
	c := sample(t, 4)
	mem, r, s := started(t, c)
	r.SetFacts(Facts{Version: "1", Revision: "old"})
	r.SetFacts(Facts{Version: "1", Revision: c.Revision, Problems: []string{strings.Repeat("错", 200)}})
	recorded(r, s, visit...)
	r.SetFrames(12, 3, noon)
	b := recover1(t, mem)
	if b.Revision != c.Revision || b.Shown != 12 || b.Late != 3 || b.Last != noon.Unix() || b.Cause != "panic: example" || len(b.Problems[0]) > maxProblem {
		t.Errorf("%+v", b)
	}
	var got []string
	for _, e := range b.Entries {
		got = append(got, strings.TrimSuffix(fmt.Sprintf("%s %s %d %s %s", e.Event, e.To, e.N, e.On, e.Sheet), " "))
	}
	want := []string{
		"content  0 attract:index",
		"press  0 attract:index", "home  0 home", "lift  0 home",
		"open search 0 search", "hidden  0 search",
		"open item:3 0 item:3", "scroll  120 item:3",
		"sheet  1 item:3 accessibility", "hidden  0 item:3 accessibility", "back  0 item:3",
		"sheet  2 item:3 takeaway", "part  1 item:3 takeaway", "back  0 item:3",
		"open category:3 0 category:3", "open notice:notices/示例.toml 0 notice:notices/示例.toml",
		"find-row  2 home", "leave  0 attract:index",
	}
	if !slices.Equal(got, want) {
		t.Errorf("entries\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	r.End()
	if _, ok := Recover(mem, ""); ok {
		t.Error("a run that has ended in order leaves a box")
	}
}

// TestFactsAreKeptWhatever checks that facts whose JSON is far longer than their text don't leave the old ones in place.
func TestFactsAreKeptWhatever(t *testing.T) {
	mem, r, _ := started(t, sample(t, 4))
	problems := make([]string, maxProblems)
	for i := range problems {
		problems[i] = strings.Repeat("<", maxProblem)
	}
	r.SetFacts(Facts{Revision: "old"})
	r.SetFacts(Facts{Revision: "new", Problems: problems})
	if b := recover1(t, mem); b.Revision != "new" || len(b.Problems) == 0 {
		t.Errorf("revision %s with %d problems", b.Revision, len(b.Problems))
	}
}

// TestClockSetIsKept checks that a clock that was set is an event of its own, and is set again in a replay.
func TestClockSetIsKept(t *testing.T) {
	c := sample(t, 4)
	mem, r, s := started(t, c)
	set := session.ClockSet{By: -26 * time.Hour, Trusted: true}
	s = session.Step(s, s.Now.Add(set.By), set)
	r.Add(set, s)
	e := recover1(t, mem).Entries[1]
	if again, ok := e.event(s); e.Event != "clock-set" || !ok || again != session.Event(set) {
		t.Errorf("%+v is again %+v", e, again)
	}
}

// TestNothingTypedIsKept checks that two visitors who type and choose different things, and differently often, leave the same box.
func TestNothingTypedIsKept(t *testing.T) {
	box := func(events ...session.Event) string {
		c := sample(t, 4)
		mem, r, s := started(t, c)
		s = recorded(r, s, session.GoHome{}, session.Open{Screen: session.Screen{Kind: session.Search}})
		for _, e := range events {
			s = session.Step(s, s.Now, e)
			r.Add(e, s)
		}
		return string(recover1(t, mem).Encode())
	}
	one := box(session.Type{Key: 'S'})
	for name, other := range map[string]string{
		"letters": box(session.Type{Key: 'A'}, session.Type{Key: 'B'}, session.Erase{}),
		"strokes": box(session.Spell{Strokes: true}, session.Type{Key: '一'}),
		"a mode":  box(session.Adjust{Mode: session.Mode{Text: 1.6}}),
	} {
		if other != one {
			t.Errorf("%s:\n%s\nanother visitor:\n%s", name, other, one)
		}
	}
}

func TestCause(t *testing.T) {
	for crash, want := range map[string]string{
		"":                            "",
		"panic: a\n\tpanic: b\n":      "panic: a",
		"\nSIGABRT: abort\nPC=0x1\n":  "SIGABRT: abort",
		"\ngoroutine 28 [running]:\n": "fatal error",
		"\nruntime stack:\nruntime.throw({0x1?, 0x2?})\n\t/usr/go/panic.go:1 +0x1\ngoroutine 1 [running]:\nexample.com/a.deep(0x1)\n": "fatal error in example.com/a.deep",
		"\ngoroutine 2 [running]:\ninternal/runtime/maps.fatal({0x1, 0x2})\n\t/usr/go/panic.go:1 +0x1\nexample.com/a.f.func2()\n":     "fatal error in example.com/a.f.func2",
	} {
		if got := cause(crash); got != want {
			t.Errorf("%q: %q, want %q", crash, got, want)
		}
	}
}

func TestRing(t *testing.T) {
	c := sample(t, 4)
	mem, r, s := started(t, c)
	for i := range 3 * Kept {
		s = recorded(r, s, session.Open{Screen: session.Screen{Kind: session.Item, Number: i%4 + 1}})
	}
	b := recover1(t, mem)
	last := b.Entries[len(b.Entries)-1]
	if len(b.Entries) != Kept || last.At != s.Now.Unix() || b.Entries[0].At != s.Now.Unix()-Kept+1 {
		t.Errorf("%d entries from %+v to %+v", len(b.Entries), b.Entries[0], last)
	}
}

// TestKilledWhileWriting checks that whatever byte of the last entry and of the last facts is lost, the others are whole.
func TestKilledWhileWriting(t *testing.T) {
	c := sample(t, 4)
	mem, r, s := started(t, c)
	r.SetFacts(Facts{Version: "one"})
	s = recorded(r, s, visit[:4]...)
	whole := len(recover1(t, mem).Entries)
	before := slices.Clone(mem)
	r.SetFacts(Facts{Version: "two"})
	recorded(r, s, session.GoBack{})
	for i := range mem {
		if mem[i] == before[i] {
			continue
		}
		torn := slices.Clone(mem)
		torn[i] = before[i]
		b := recover1(t, torn)
		if len(b.Entries) < whole || b.Version != "one" && b.Version != "two" {
			t.Fatalf("byte %d: %d entries, version %q", i, len(b.Entries), b.Version)
		}
	}
}

func TestReplay(t *testing.T) {
	c := sample(t, 4)
	mem, r, s := started(t, c)
	recorded(r, s, visit...)
	b, err := Parse(recover1(t, mem).Encode())
	if err != nil {
		t.Fatal(err)
	}
	steps := b.Replay(c, time.UTC)
	if len(steps) != len(b.Entries) {
		t.Fatalf("%d steps of %d entries", len(steps), len(b.Entries))
	}
	for i, step := range steps {
		on, over := nameOf(step.State.View.Screen, step.State), step.State.Top().Kind.String()
		if on != step.On || over != step.Sheet || step.Fault != "" || step.Lacking {
			t.Errorf("step %d: %s %s, want %+v (%s)", i, on, over, step.Entry, step.Fault)
		}
		if step.Forced != (step.Event == hidden) {
			t.Errorf("step %d, %+v: forced %v", i, step.Entry, step.Forced)
		}
	}
}

// TestReplayElsewhere runs a box on content that lacks some of its screens, or all.
func TestReplayElsewhere(t *testing.T) {
	mem, r, s := started(t, sample(t, 4))
	recorded(r, s, visit...)
	b := recover1(t, mem)
	for _, c := range []*catalogue.Catalogue{sample(t, 2), nil} {
		lacking := 0
		for i, step := range b.Replay(c, time.UTC) {
			if step.Fault != "" {
				t.Errorf("step %d: %s", i, step.Fault)
			}
			if step.Lacking {
				lacking++
			}
		}
		if lacking == 0 {
			t.Error("no screen is lacking")
		}
	}
}

// TestReplayFault checks that an event whose step panics is named, and that the next ones run.
func TestReplayFault(t *testing.T) {
	b := Box{Entries: []Entry{{At: noon.Unix(), Event: home, On: "home"}, {At: noon.Unix(), Event: back, On: "attract:index"}, {At: noon.Unix(), Event: home, On: "home"}}}
	steps := b.replay(sample(t, 2), time.UTC, func(s session.State, now time.Time, e session.Event) session.State {
		if e == session.Event(session.GoBack{}) {
			panic("示例")
		}
		return session.Step(s, now, e)
	})
	if len(steps) != 3 || steps[0].Fault != "" || steps[1].Fault != "示例" || steps[2].Fault != "" || steps[2].State.View.Kind != session.Home {
		t.Errorf("%+v", steps)
	}
}

func TestParseFaults(t *testing.T) {
	for text, want := range map[string]string{
		"":                                  "unexpected end",
		"{":                                 "unexpected end",
		"[]":                                "cannot unmarshal",
		`{"format":2}`:                      "format 是 2",
		`{}`:                                "format 是 0",
		`{"format":1,"events":[{"at":""}]}`: "cannot unmarshal",
		`{"crash":"` + strings.Repeat("x", MaxSize) + `"}`: "超过 1 MiB",
	} {
		if _, err := Parse([]byte(text)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%.40q: %v, want %q", text, err, want)
		}
	}
}

func FuzzParse(f *testing.F) {
	c := sample(f, 4)
	mem, r, s := started(f, c)
	recorded(r, s, visit...)
	f.Add(recover1(f, mem).Encode())
	f.Add([]byte(`{"format":1,"events":[{"at":-9223372036854775808,"event":"open","to":"item:3","on":"attract:group:9"}]}`))
	f.Add([]byte(`{"format":1,"events":[{"event":"sheet","n":4,"on":"home","sheet":"idle-warning"},{"event":"part","n":-1,"on":"preparing"}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		b, err := Parse(data)
		if err != nil {
			return
		}
		for _, step := range b.Replay(c, time.UTC) {
			if step.Fault != "" {
				t.Errorf("%+v: %s", step.Entry, step.Fault)
			}
		}
	})
}

func FuzzRecover(f *testing.F) {
	mem, r, s := started(f, sample(f, 4))
	r.SetFacts(Facts{Version: "1"})
	recorded(r, s, visit...)
	f.Add(0, []byte{0xff, 0xff, 0xff, 0xff})
	f.Add(atFacts+8, []byte{0xff, 0xff, 0xff, 0x7f})
	f.Add(atEntries, []byte("{}"))
	f.Fuzz(func(t *testing.T, at int, patch []byte) {
		if at < 0 || at > Size {
			return
		}
		damaged := slices.Clone(mem)
		copy(damaged[at:], patch)
		if b, ok := Recover(damaged, string(patch)); ok {
			if again, err := Parse(b.Encode()); err != nil || len(again.Entries) != len(b.Entries) {
				t.Errorf("%v: %+v", err, b)
			}
		}
	})
}
