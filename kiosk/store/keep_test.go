package store

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"gongkai/kiosk/catalogue"
)

// Each case changes a directory that shows 甲1 乙2 丙3, step by step; want is what is shown after each step, held
// the files that are not in their present state at the end.
func TestLastGood(t *testing.T) {
	two := "items/02.toml"
	type change func(place)
	put := func(name, data string) change { return func(p place) { p.write(name, data) } }
	gone := func(name string) change { return func(p place) { p.remove(name) } }
	for _, c := range []struct {
		title   string
		changes []change
		want    []string
		held    string
	}{
		{"an edit", []change{put(two, item(2, "新2"))}, []string{"甲1 新2 丙3"}, ""},
		{"a new item and a deleted one", []change{put("items/9.toml", item(9, "壬9")), gone(two)}, []string{"甲1 乙2 丙3 壬9", "甲1 丙3 壬9"}, ""},
		{"a file cut in half", []change{put(two, item(2, "新2")[:40])}, []string{"甲1 乙2 丙3"}, two},
		{"a broken file, while another is edited, and fixed", []change{
			put(two, "number = "), put("items/03.toml", item(3, "新3")), put(two, item(2, "新2")),
		}, []string{"甲1 乙2 丙3", "甲1 乙2 新3", "甲1 新2 新3"}, ""},
		{"a broken file that is deleted", []change{put(two, ""), gone(two)}, []string{"甲1 乙2 丙3", "甲1 丙3"}, ""},
		{"a pipe in a file's place", []change{func(p place) {
			p.remove(two)
			p.must(syscall.Mkfifo(p.path(two), 0o644))
		}}, []string{"甲1 乙2 丙3"}, two},
		{"a link out in a file's place", []change{func(p place) {
			p.remove(two)
			p.link("/etc/hostname", two)
		}}, []string{"甲1 乙2 丙3"}, two},
		{"a new file that is broken", []change{put("items/9.toml", "x"), put("items/9.toml", item(9, "壬9"))}, []string{"甲1 乙2 丙3", "甲1 乙2 丙3 壬9"}, ""},
		{"kiosk.toml broken, while an item is edited", []change{put("kiosk.toml", "centre = "), put(two, item(2, "新2"))}, []string{"甲1 乙2 丙3", "甲1 新2 丙3"}, "kiosk.toml"},
		{"a wrong key in kiosk.toml", []change{put("kiosk.toml", settings+"accent = \"#FFFFFF\"\n")}, []string{"甲1 乙2 丙3"}, "kiosk.toml"},
		{"kiosk.toml deleted, while an item is edited", []change{gone("kiosk.toml"), put(two, item(2, "新2"))}, []string{"甲1 乙2 丙3", "甲1 新2 丙3"}, "kiosk.toml"},
		{"all items deleted", []change{gone("items")}, []string{"甲1 乙2 丙3"}, ""},
		{"all gone, then something else", []change{
			func(p place) { p.remove("items"); p.remove("kiosk.toml") },
			func(p place) { p.write("kiosk.toml", settings); p.write("items/7.toml", item(7, "庚7")) },
		}, []string{"甲1 乙2 丙3", "庚7"}, ""},
		{"a folder that can't be read hides nothing", []change{
			func(p place) { p.rename("items", "elsewhere"); p.link("/", "items") },
			func(p place) { p.remove("items"); p.rename("elsewhere", "items") },
		}, []string{"甲1 乙2 丙3", "甲1 乙2 丙3"}, ""},
		{"a new file takes a number: it waits", []change{
			put("items/00.toml", item(2, "新2")), put("items/03.toml", item(3, "新3")), gone(two),
		}, []string{"甲1 乙2 丙3", "甲1 乙2 新3", "甲1 新2 新3"}, ""},
		{"an edited file takes a number: the edit waits", []change{
			put("items/01.toml", item(2, "新2")), put(two, item(1, "新1")),
		}, []string{"甲1 乙2 丙3", "新1 新2 丙3"}, ""},
		{"numbers move up one by one", []change{
			put("items/01.toml", item(2, "甲2")), put(two, item(3, "乙3")), put("items/03.toml", item(4, "丙4")), put("items/00.toml", item(1, "新1")),
		}, []string{"甲1 乙2 丙3", "甲1 乙2 丙3", "甲2 乙3 丙4", "新1 甲2 乙3 丙4"}, ""},
		{"a file is renamed, the new name first", []change{
			put("items/00.toml", item(2, "乙2")), gone(two),
		}, []string{"甲1 乙2 丙3", "甲1 乙2 丙3"}, ""},
	} {
		t.Run(c.title, func(t *testing.T) {
			p := newPlace(t)
			w := watch(p)
			var snap Snapshot
			for i, change := range c.changes {
				change(p)
				snap = w.settled()
				if text(snap) != c.want[i] {
					t.Fatalf("after change %d it shows %q, want %q\n%v", i+1, text(snap), c.want[i], snap.Problems)
				}
			}
			if held := strings.Join(snap.Held, " "); held != c.held {
				t.Errorf("held %q, want %q", held, c.held)
			}
		})
	}
}

// If the renumbering of many files stops half way, all changes wait for the rest.
func TestLongRenumberingWaits(t *testing.T) {
	const n = 2 * rounds
	p := newPlace(t)
	for i := 1; i <= n; i++ {
		p.write(fmt.Sprintf("items/%02d.toml", i), item(i, fmt.Sprint(i)))
	}
	w := watch(p)
	before := text(w.last)
	for i := 1; i < n; i++ {
		p.write(fmt.Sprintf("items/%02d.toml", i), item(i+1, fmt.Sprint("新", i)))
	}
	if got := text(w.settled()); got != before {
		t.Errorf("half way it shows %q, want %q", got, before)
	}
	p.write(fmt.Sprintf("items/%02d.toml", n), item(n+1, "末"))
	if got := text(w.settled()); !strings.HasPrefix(got, "新1 新2") || !strings.HasSuffix(got, " 末") {
		t.Errorf("at the end it shows %q", got)
	}
}

func TestUnchangedCatalogueIsTheSame(t *testing.T) {
	p := newPlace(t)
	w := watch(p)
	first := w.keep.shown
	p.write("items/02.toml", "")
	if snap := w.settled(); snap.Catalogue != first {
		t.Error("a broken file has made another catalogue")
	}
	p.write("items/02.toml", item(2, "新2"))
	if snap := w.settled(); snap.Catalogue == first {
		t.Error("an edit has made no other catalogue")
	}
}

// What is shown always consists of states that the files really had, and a good, unchanged file never leaves the
// screen because of another.
func TestRandomDirectories(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for round := range 15 {
		var k keeper
		disk := texts{"kiosk.toml": []byte(settings), "items/0.toml": []byte(item(1, "起"))}
		had := make(map[string]bool) // path and text
		for step := range 40 {
			if step > 0 {
				disturb(random, disk)
			}
			var sc scan
			for path, data := range disk {
				sc.files = append(sc.files, catalogue.File{Path: path, Data: data})
				had[path+" "+string(data)] = true
			}
			before, good := k.shown, k.good
			snap := k.apply(sc, time.Time{})
			check(t, snap, k.good, had)
			for path, data := range disk {
				if was := good[path]; was != nil && bytes.Equal(was, data) && shows(before, path) && !shows(snap.Catalogue, path) {
					t.Fatalf("round %d, step %d: %s has gone, though it is good and unchanged", round, step, path)
				}
			}
		}
	}
}

// disturb changes some files at once.
func disturb(random *rand.Rand, disk texts) {
	for range 1 + random.IntN(4) {
		path := fmt.Sprintf("items/%d.toml", random.IntN(7))
		switch random.IntN(6) {
		case 0:
			delete(disk, path)
		case 1:
			disk[path] = []byte("number = 1\ncat")
		case 2:
			disk["kiosk.toml"] = [][]byte{[]byte(settings), []byte("centre = 1"), nil}[random.IntN(3)]
		default:
			disk[path] = []byte(item(1+random.IntN(7), fmt.Sprint("文", random.IntN(100))))
		}
	}
}

// check compares a snapshot with what its files have held.
func check(t *testing.T, snap Snapshot, good texts, had map[string]bool) {
	t.Helper()
	if snap.Catalogue == nil || snap.Catalogue.Centre != "示例社区" {
		t.Fatalf("shows %+v", snap.Catalogue)
	}
	var numbers []int
	for _, it := range snap.Catalogue.Items {
		if data := good[it.File]; !had[it.File+" "+string(data)] || !bytes.Contains(data, []byte(cell(it.Content))) {
			t.Fatalf("%s shows %q", it.File, cell(it.Content))
		}
		numbers = append(numbers, it.Number)
	}
	if slices.Sort(numbers); len(slices.Compact(numbers)) != len(snap.Catalogue.Items) {
		t.Fatal("a number appears twice")
	}
}

func shows(c *catalogue.Catalogue, path string) bool {
	return c != nil && slices.ContainsFunc(c.Items, func(it catalogue.Item) bool { return it.File == path })
}

// TestPinned: where a machine's settings name another centre, or hosts that a link doesn't lead to, the last good state stays.
func TestPinned(t *testing.T) {
	p := newPlace(t)
	where := p.kept()
	where.Pins = catalogue.Pins{Centre: "示例社区", Hosts: []string{"example.org"}}
	running, _ := start(where)
	before := text(running.settled())
	p.write("kiosk.toml", strings.Replace(settings, "示例社区", "别的社区", 1))
	p.write("items/01.toml", item(1, "新1")+"link = \"https://example.com/\"\n")
	p.write("items/02.toml", item(2, "新2")+"link = \"https://example.org/\"\n")
	snap := running.settled()
	if got := text(snap); before == "nothing" || !strings.Contains(got, "新2") || strings.Contains(got, "新1") || snap.Catalogue.Centre != "示例社区" {
		t.Errorf("before %q, now %q of %s: %v", before, got, snap.Catalogue.Centre, snap.Problems)
	}
}

// TestWithdrawnAtOnce: notices that are withdrawn, or have expired, go at once, many at a time too.
func TestWithdrawnAtOnce(t *testing.T) {
	p := newPlace(t)
	for _, name := range []string{"a", "b", "c", "d", "e", "f"} {
		p.write("notices/"+name+".toml", notice(name, ""))
	}
	running, _ := start(p.kept())
	if n := len(running.settled().Catalogue.Notices); n != 6 {
		t.Fatalf("%d notices", n)
	}
	for _, name := range []string{"a", "b", "c", "d", "e"} {
		p.write("notices/"+name+".toml", notice(name, "")+"withdrawn = true\n")
	}
	snap := running.settled()
	if got := noticesOf(snap); got != "f" || len(snap.Held) > 0 {
		t.Errorf("%q, held %v", got, snap.Held)
	}
}
