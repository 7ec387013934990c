package store

import (
	"slices"
	"strings"
	"testing"
	"time"

	"gongkai/kiosk/catalogue"
)

// conflictNames are what tools rename items/02.toml to, before they put another file in its place, and what people do.
var conflictNames = []string{
	"02 (conflicted copy 2026-11-28 101112).toml", "02_conflict-20261128-101112.toml", "02 (SFConflict a 2026-11-28-10-11-12).toml",
	"02.Conflict.toml", "02.toml.conflict1", "02..path1.toml", "02 (copy: conflict on 2026-11-28).toml", "02.toml 2026-11-28 101112.toml",
	"02.sync-conflict-20261128-101112-ABCDEFG.toml", "02 (王某 的冲突副本 2026-11-28).toml", "02(冲突_示例_2026-11-28 10-11-12).toml", "02-NSConflict.toml",
	"02-冲突.toml", "02-DESKTOP-7A2K9QX.toml", "02-一楼.toml", "02 - 副本.toml", "02复件.toml", "复件 02.toml", "02 (1).toml", "02(1).toml", "02（1）.toml", "02 2.toml", "02 copy.toml",
	"02.toml.txt", "02.toml.bak", "旧02.toml", "old.toml", "00-备份.toml", "02.TOML", "再一个.toml",
}

// TestOriginalReturns is the worst that a sync tool does: it renames the file that is shown, and puts another one in
// its place. The new one is shown, at once and by a new process, whatever the old one is called now, however long the
// pause is, and whether or not the kiosk is started again in it.
func TestOriginalReturns(t *testing.T) {
	for _, name := range conflictNames {
		originalReturns(t, name, 0, false)
		originalReturns(t, name, time.Second, false)
		originalReturns(t, name, time.Minute, true)
	}
}

func originalReturns(t *testing.T, name string, pause time.Duration, restart bool) {
	p := newPlace(t)
	w, _ := start(p.kept())
	p.rename("items/02.toml", "items/"+name)
	shows := "甲1 乙2 丙3"
	if pause > 0 {
		w.settled()
		w.pass(pause)
		if strings.HasSuffix(name, ".txt") || strings.HasSuffix(name, ".bak") { // as if it were deleted
			shows = "甲1 丙3"
		}
		if text(w.last) != shows {
			t.Errorf("%s: after %v it shows %q", name, pause, text(w.last))
		}
		w.agrees(t, name)
	}
	if restart && pause > 0 {
		w.save()
		w.memory.end()
		w, _ = start(p.kept())
		if w.settled(); text(w.last) != shows {
			t.Errorf("%s: started again after %v it shows %q", name, pause, text(w.last))
		}
	}
	p.write("items/02.toml", item(2, "新2"))
	first, held := "甲1 新2 丙3", ""
	if name == "00-备份.toml" { // its name is before the other's, and so check has it shown
		if first = "甲1 乙2 丙3"; pause == 0 { // a new file takes a number: it waits
			first, held = "甲1 新2 丙3", "items/00-备份.toml"
		}
	}
	if w.settled(); text(w.last) != first {
		t.Errorf("%s: %v later the original is back, and it shows %q, held %q", name, pause, text(w.last), w.last.Held)
	}
	w.agrees(t, name)
	if strings.Join(w.last.Held, " ") != held {
		t.Errorf("%s: %q are held", name, w.last.Held)
	}
	w.save()
	w.memory.end()
	again, _ := start(p.kept())
	if text(again.last) != first || text(again.settled()) != first || strings.Join(again.last.Held, " ") != held {
		t.Errorf("%s: started again it shows %q, held %q", name, text(again.last), again.last.Held)
	}
	again.memory.end()
}

// agrees fails the test if the screen shows something else than a check reports, and no held file accounts for that.
func (w *watcher) agrees(t *testing.T, what string) {
	t.Helper()
	now := NewChecker(w.place.Dir).Check()
	if same := now.Catalogue != nil && w.last.Catalogue != nil && now.Catalogue.Revision == w.last.Catalogue.Revision; !same && len(w.last.Held) == 0 && !w.last.Stale {
		t.Errorf("%s: shown is %q, check reports %q, and nothing is held", what, text(w.last), text(now))
	}
}

// titles returns the notices that a snapshot shows.
func titles(s Snapshot) string {
	var all []string
	for _, n := range s.Catalogue.Notices {
		all = append(all, n.Title)
	}
	slices.Sort(all)
	return strings.Join(all, " ")
}

// TestRenames: each case is renames and writes, one after the other, from a directory that shows 甲1 乙2 丙3 and the
// notice 甲 with holidays.toml. The screen shows the same in the end whether it was read after each or only after the
// last, and started again.
func TestRenames(t *testing.T) {
	const copied = " (conflicted copy 2026-11-28 101112)"
	for _, c := range []struct {
		title   string
		steps   []string // "from > to", or "name = text"
		items   string
		notices string
		held    string
	}{
		{"a notice, and a new original", []string{"notices/1.toml > notices/1" + copied + ".toml", "notices/1.toml = 新"}, "甲1 乙2 丙3", "新", ""},
		{"a notice, and nothing in its place", []string{"notices/1.toml > notices/1" + copied + ".toml"}, "甲1 乙2 丙3", "甲", "notices/1.toml"},
		{"an item, and nothing in its place", []string{"items/02.toml > items/02.toml.conflict1"}, "甲1 乙2 丙3", "甲", "items/02.toml"},
		{"an item, to two copies", []string{"items/02.toml > items/02.toml.conflict1", "items/02.toml.conflict2 = 2 新2"}, "甲1 乙2 丙3", "甲", "items/02.toml"},
		{"an item to a copy's name and back", []string{"items/02.toml > items/02.Conflict.toml", "items/02.Conflict.toml > items/02.toml"}, "甲1 乙2 丙3", "甲", ""},
		{"kiosk.toml, and a new original", []string{"kiosk.toml > kiosk" + copied + ".toml", "kiosk.toml = "}, "甲1 乙2 丙3", "甲", ""},
		{"kiosk.toml, and nothing in its place", []string{"kiosk.toml > kiosk - 副本.toml"}, "甲1 乙2 丙3", "甲", "kiosk.toml"},
		{"holidays.toml, and nothing in its place", []string{"holidays.toml > holidays" + copied + ".toml"}, "甲1 乙2 丙3", "甲", "holidays.toml"},
		{"holidays.toml to a copy's name and back", []string{"holidays.toml > holidays(1).toml", "holidays(1).toml > holidays.toml"}, "甲1 乙2 丙3", "甲", ""},
		{"two items swapped", []string{"items/01.toml > items/a.toml", "items/02.toml > items/01.toml", "items/a.toml > items/02.toml"}, "甲1 乙2 丙3", "甲", ""},
		{"an item over another", []string{"items/02.toml > items/03.toml", "items/02.toml = 3 新3"}, "甲1 乙2 新3", "甲", ""},
		{"an item over another, and its original", []string{"items/02.toml > items/03.toml", "items/02.toml = 2 新2"}, "甲1 新2", "甲", ""},
		{"a name in capitals", []string{"items/02.toml > items/02.TOML", "notices/1.toml > notices/1.Toml"}, "甲1 乙2 丙3", "甲", ""},
		{"a folder away and back", []string{"items > old", "old > items"}, "甲1 乙2 丙3", "甲", ""},
		{"a folder to a copy's name, and a new one", []string{"items > items" + copied, "items/01.toml = 1 新1", "items/02.toml = 2 新2"}, "新1 新2", "甲", ""},
		{"a copy first, then the edit", []string{"items/00-备份.toml = 2 乙2", "items/02.toml = 2 新2"}, "甲1 新2 丙3", "甲", "items/00-备份.toml"},
		{"renamed twice, and a new original", []string{"items/02.toml > items/b.toml", "items/b.toml > items/c.toml", "items/02.toml = 2 新2"}, "甲1 新2 丙3", "甲", ""},
		{"a copy beside its original", []string{"items/02 - 副本.toml = 2 旧2", "notices/1(1).toml = 旧"}, "甲1 乙2 丙3", "甲", ""},
	} {
		for _, each := range []bool{true, false} {
			p := newPlace(t)
			p.write("notices/1.toml", notice("甲"))
			p.write("holidays.toml", "holidays = [2026-10-01]\n")
			w, _ := start(p.kept())
			w.settled()
			for _, step := range c.steps {
				p.follow(step)
				if each {
					w.settled()
					w.agrees(t, c.title+", "+step)
				}
			}
			w.settled()
			w.pass(time.Hour)
			skipped := !each && slices.Contains([]string{"a copy first, then the edit", "an item over another, and its original"}, c.title)
			if held := strings.Join(w.last.Held, " "); !skipped && (text(w.last) != c.items || titles(w.last) != c.notices || held != c.held) {
				t.Errorf("%s, %v: it shows %q and %q, held %q", c.title, each, text(w.last), titles(w.last), held)
			}
			if len(w.last.Catalogue.Holidays.Holidays) != 1 {
				t.Errorf("%s: the holidays have gone", c.title)
			}
			w.agrees(t, c.title)
			w.save()
			w.memory.end()
			if again, _ := start(p.kept()); text(again.settled()) != text(w.last) || titles(again.last) != titles(w.last) {
				t.Errorf("%s: started again it shows %q and %q", c.title, text(again.last), titles(again.last))
			}
		}
	}
}

// follow takes a step of TestRenames.
func (p place) follow(step string) {
	p.Helper()
	if from, to, ok := strings.Cut(step, " > "); ok {
		p.rename(from, to)
		return
	}
	name, data, _ := strings.Cut(step, " = ")
	switch {
	case strings.HasPrefix(name, "items/"):
		number, words, _ := strings.Cut(data, " ")
		p.write(name, item(int(number[0]-'0'), words))
	case strings.HasPrefix(name, "notices/"):
		p.write(name, notice(data))
	default:
		p.write(name, settings)
	}
}

// A copy that staff have left lying doesn't keep an item that they delete; nor does one whose original they delete
// after they compared the two.
func TestDeletedBesideItsCopy(t *testing.T) {
	p := newPlace(t)
	p.write("items/02.Conflict.toml", item(2, "旧2"))
	w := watch(p)
	p.remove("items/02.toml")
	w.settled()
	if w.pass(time.Minute); text(w.last) != "甲1 丙3" || len(w.last.Held) > 0 {
		t.Errorf("a minute later it shows %q, held %q", text(w.last), w.last.Held)
	}
}

// A copy that holds an item off the list of the deleted ones: deleted too, the item goes.
func TestCopyDeletedToo(t *testing.T) {
	p := newPlace(t)
	w := watch(p)
	p.rename("items/02.toml", "items/02.Conflict.toml")
	w.settled()
	if w.pass(time.Hour); text(w.last) != "甲1 乙2 丙3" {
		t.Errorf("an hour later it shows %q", text(w.last))
	}
	p.remove("items/02.Conflict.toml")
	w.settled()
	if w.pass(time.Minute); text(w.last) != "甲1 丙3" || len(w.last.Held) > 0 {
		t.Errorf("with the copy deleted it shows %q, held %q", text(w.last), w.last.Held)
	}
}

// A conflict copy of a picture is never shown in its place, and the picture stays while the new one is on its way.
func TestCopyOfImage(t *testing.T) {
	p := newPlace(t)
	p.write("images/a.png", dot(4, 9))
	p.write("notices/1.toml", notice("甲", "images/a.png"))
	w := watch(p)
	w.settled()
	p.rename("images/a.png", "images/a (conflicted copy 2026-11-28 101112).png")
	w.settled()
	if n := w.last.Catalogue.Notices; len(n) != 1 || len(n[0].Images) != 1 || n[0].Images[0].Width != 4 {
		t.Errorf("without the picture it shows %+v", n)
	}
	p.write("images/a.png", dot(8, 9))
	w.settled()
	if n := w.last.Catalogue.Notices; len(n) != 1 || len(n[0].Images) != 1 || n[0].Images[0].Width != 8 {
		t.Errorf("with the new one it shows %+v", n)
	}
	var of []string
	for _, p := range w.last.Problems {
		of = append(of, p.File+" "+p.Message)
	}
	if got := strings.Join(of, "\n"); got != "images/a (conflicted copy 2026-11-28 101112).png 这是同步冲突留下的副本，不会显示；原文件是 images/a.png" {
		t.Error(got)
	}
}

// TestHeldIsLogged: the log names a new file that waits, as one whose older state is shown.
func TestHeldIsLogged(t *testing.T) {
	p := newPlace(t)
	w := watch(p)
	p.write("items/00.toml", item(2, "新2"))
	if snap := w.settled(); text(snap) != "甲1 乙2 丙3" || !slices.Equal(snap.Held, []string{"items/00.toml"}) || !strings.Contains(w.logged, "items/00.toml") {
		t.Errorf("it shows %q, held %q, logged %q", text(snap), snap.Held, w.logged)
	}
}

// FuzzRenames renames, writes and removes files as its input's bytes have it: at rest the screen shows what a check
// reports, or names what it holds; and a restart changes nothing.
func FuzzRenames(f *testing.F) {
	f.Add([]byte{0, 1, 2, 3, 4, 5})
	f.Add([]byte{200, 17, 93, 4, 250, 61, 7})
	names := []string{"items/1.toml", "items/2.toml", "items/2 (conflicted copy 2026).toml", "items/1 - 副本.toml", "items/2.toml.conflict1", "items/a.toml",
		"notices/1.toml", "notices/1(1).toml", "notices/1.Conflict.toml", "kiosk.toml", "kiosk (1).toml"}
	f.Fuzz(func(t *testing.T, steps []byte) {
		disk := texts{"kiosk.toml": []byte(settings), "items/1.toml": []byte(item(1, "甲")), "items/2.toml": []byte(item(2, "乙")), "notices/1.toml": []byte(notice("丙"))}
		var k keeper
		now := time.Unix(1_800_000_000, 0)
		for i, b := range append([]byte{255}, steps[:min(len(steps), 40)]...) {
			from, to := names[int(b)%len(names)], names[int(b)/len(names)%len(names)]
			switch data, ok := disk[from]; {
			case i == 0:
			case !ok && strings.HasPrefix(from, "items/"):
				disk[from] = []byte(item(1+int(b)/128, string(rune('a'+i%26))))
			case !ok:
				disk[from] = disk[to]
			case b%3 > 0:
				delete(disk, from)
				disk[to] = data
			default:
				delete(disk, from)
			}
			var sc scan
			for path, data := range disk {
				if data != nil && catalogue.Wants(path) {
					sc.files = append(sc.files, catalogue.File{Path: path, Data: data})
				}
			}
			snap := k.apply(sc, now)
			c, _ := catalogue.Parse(sc.files)
			if same := c != nil && snap.Catalogue != nil && c.Revision == snap.Catalogue.Revision; !same && len(snap.Held) == 0 && !snap.Stale {
				t.Fatalf("step %d: shown is %q, check reports %q, and nothing is held", i, text(snap), text(Snapshot{Catalogue: c}))
			}
			now = now.Add(time.Minute)
			if b%5 > 0 {
				continue
			}
			var again keeper
			again.resume(*k.record())
			if text(Snapshot{Catalogue: again.last()}) != text(snap) {
				t.Fatalf("step %d: a restart shows %q", i, text(Snapshot{Catalogue: again.last()}))
			}
		}
	})
}
