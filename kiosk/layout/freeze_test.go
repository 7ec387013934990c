package layout

import (
	"bufio"
	"bytes"
	"flag"
	"fmt"
	"hash/fnv"
	"image"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/layout/sample"
	"gongkai/kiosk/motion"
	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
	"gongkai/kiosk/typeset"
)

// Every screen is frozen while the packages are laid out anew: a hash of its boxes, targets and
// layers, over many catalogues, sizes and modes, and of what moves between them.

var (
	freezeUpdate = flag.Bool("freeze", false, "write the frozen hashes anew")
	freezeDump   = flag.String("freeze-dump", "", "DIR: write the pages whose hash differs there, as text")
	freezeOnly   = flag.String("freeze-only", "", "regular expression: dump the pages of these names, whether or not they differ")
)

const frozenFile = "testdata/frozen.txt"

// frozen is a page to be hashed, and the one before it, from which it is composed.
type frozen struct {
	name string
	st   session.State
	size image.Point
}

func TestFrozen(t *testing.T) {
	cases := frozenCases(t)
	texts := make([][]byte, len(cases))
	hashes := make([]string, len(cases))
	var wg sync.WaitGroup
	next := make(chan int)
	for range runtime.GOMAXPROCS(0) {
		wg.Add(1)
		go func() {
			defer wg.Done()
			set := typeset.New()
			for i := range next {
				texts[i] = describe(set, cases[i])
				h := fnv.New64a()
				h.Write(texts[i])
				hashes[i] = fmt.Sprintf("%016x", h.Sum64())
			}
		}()
	}
	for i := range cases {
		next <- i
	}
	close(next)
	wg.Wait()
	if *freezeUpdate {
		var out bytes.Buffer
		for i, c := range cases {
			fmt.Fprintf(&out, "%s %s\n", hashes[i], c.name)
		}
		if err := os.WriteFile(frozenFile, out.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want := readFrozen(t)
	if len(want) != len(cases) {
		t.Errorf("%d pages, %d are frozen", len(cases), len(want))
	}
	bad := 0
	for i, c := range cases {
		differs := want[c.name] != hashes[i]
		if differs {
			if bad++; bad <= 40 {
				t.Errorf("%s differs", c.name)
			}
		}
		if *freezeDump != "" && (*freezeOnly == "" && differs && bad <= 40 || *freezeOnly != "" && regexp.MustCompile(*freezeOnly).MatchString(c.name)) {
			os.MkdirAll(*freezeDump, 0o755)
			file := strings.NewReplacer("/", "_", " ", "_").Replace(c.name)
			os.WriteFile(filepath.Join(*freezeDump, file), texts[i], 0o644)
		}
	}
	if bad > 0 {
		t.Errorf("%d of %d pages differ", bad, len(cases))
	}
	t.Logf("%d pages", len(cases))
}

func readFrozen(t *testing.T) map[string]string {
	f, err := os.Open(frozenFile)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	all := make(map[string]string)
	for s := bufio.NewScanner(f); s.Scan(); {
		hash, name, _ := strings.Cut(s.Text(), " ")
		all[name] = hash
	}
	return all
}

// describe is all of a page as text, and what is drawn on the way from the state's home to it.
func describe(set *typeset.Setter, c frozen) []byte {
	var b bytes.Buffer
	p := Layout(c.st, page.ThemeOf(c.st), c.size, set)
	index := map[*page.Layer]int{nil: -1}
	fmt.Fprintf(&b, "%v %v\nleaf %v\nscroll %v %d\n", p.View, p.Size, p.Leaf, p.Scroll.Viewport, p.Scroll.Max)
	for i, l := range p.Layers {
		index[l] = i
		fmt.Fprintf(&b, "layer %d %s %v %v %v %v\n", i, l.Name, l.Bounds, l.Ground, l.Scrolls, l.Over)
		// in any order: what lies on what is held by the golden pictures
		var items []string
		for _, it := range l.Items {
			items = append(items, describeItem(it))
		}
		slices.Sort(items)
		b.WriteString(strings.Join(items, ""))
	}
	fmt.Fprintf(&b, "pill %d\n", index[p.Scroll.Pill])
	if p.Sheet != nil {
		fmt.Fprintf(&b, "sheet %+v\n", *p.Sheet)
	}
	if p.Ticks != nil {
		fmt.Fprintf(&b, "ticks %+v\n", *p.Ticks)
	}
	for _, x := range p.Targets {
		fmt.Fprintf(&b, "target %s %v %v %d %v %T%+v\n", x.Name, x.Hit, x.Paint, index[x.Layer], x.Scrolls, x.Event, x.Event)
	}
	boxes := slices.Clone(p.Boxes)
	slices.SortStableFunc(boxes, func(a, b page.Box) int { return strings.Compare(a.Name, b.Name) })
	for _, x := range boxes {
		fmt.Fprintf(&b, "box %s %v\n", x.Name, x.Rect)
	}
	for _, x := range []image.Point{{7, 7}, {500, 300}, {130, 900}, {130, 920}, {900, 1010}, {60, 1800}, {400, 1700}} {
		if target, ok := p.Hit(x, p.Scroll.Max/2); ok {
			fmt.Fprintf(&b, "hit %v %s %v\n", x, target.Name, target.Hit)
		}
	}
	describeMotion(&b, set, c, p)
	return b.Bytes()
}

func describeItem(it page.Item) string {
	var b strings.Builder
	switch it := it.(type) {
	case *page.Rect:
		fmt.Fprintf(&b, "  rect %+v\n", *it)
	case *page.Icon:
		fmt.Fprintf(&b, "  icon %+v\n", *it)
	case *page.Text:
		fmt.Fprintf(&b, "  text %+v %v %d %d %v %v", it.Look, it.Inks, it.X, it.Y, it.Pitch, it.Vertical)
		for _, s := range it.Spans {
			fmt.Fprintf(&b, " %q %v %v", s.Text, s.Style.Size, s.Style.Face)
		}
		for _, l := range it.Lines {
			fmt.Fprintf(&b, " %v:", l.X)
			for _, g := range l.Glyphs {
				fmt.Fprintf(&b, "%d,%d,%d ", g.ID, g.X, g.Y)
			}
		}
		b.WriteString("\n")
	case *page.Code:
		fmt.Fprintf(&b, "  code %d %v %v %v %d\n", it.Code.Size, it.Ink, it.Ground, it.At, it.Module)
	case *page.Fade:
		fmt.Fprintf(&b, "  fade %+v\n", *it)
	case *page.Picture:
		fmt.Fprintf(&b, "  picture %+v\n", *it)
	}
	return b.String()
}

// describeMotion composes the page at rest, and on its way from a page that the name chooses.
func describeMotion(b *bytes.Buffer, set *typeset.Setter, c frozen, p *page.Page) {
	n := int(c.name[len(c.name)-1]) + len(c.name)
	from := c.st
	from.Sheet, from.Warned, from.Change = session.Sheet{}, false, session.Unchanged
	switch n % 3 {
	case 0:
		from.View = session.View{Screen: session.Screen{Kind: session.Home}}
	case 1:
		from.View = session.View{Screen: session.Screen{Kind: session.Attract}}
		if len(from.Catalogue.Items) > 0 {
			from.View.Number = from.Catalogue.Items[n%len(from.Catalogue.Items)].Number
		}
	}
	old := Layout(from, page.ThemeOf(from), c.size, set)
	kinds := []session.MotionKind{session.Slide, session.Fold, session.Forward, session.Back, session.Rise, session.Sink, session.Plain, session.Dim, session.Wake}
	kind := kinds[n%len(kinds)]
	for _, at := range []time.Duration{0, 90, 170, 310, 500, 830, 5000} {
		s := motion.Scene{Page: p, From: old, Scroll: 40, Now: sample.Noon.Add(at * time.Millisecond), Progress: .3}
		s.Motion = session.Motion{Kind: kind, Since: sample.Noon}
		fmt.Fprintf(b, "motion %v at %d\n", kind, at)
		for _, x := range motion.Compose(s) {
			name := ""
			if x.Layer != nil {
				name = fmt.Sprintf("%s %v", x.Layer.Name, x.Layer.Bounds)
			}
			fmt.Fprintf(b, "  %s %v %v %v %v %v\n", name, x.Ink, x.Rect, x.Clip, x.Move, x.Alpha)
		}
	}
}

// frozenModes are all modes of a resident that change a page.
func frozenModes() (all []session.Mode) {
	for _, text := range []float64{1, 1.3, 1.6, 2} {
		for _, contrast := range []bool{false, true} {
			for _, low := range []bool{false, true} {
				all = append(all, session.Mode{Text: text, Contrast: contrast, LowReach: low})
			}
		}
	}
	return all
}

// frozenCases are pages of every kind; sizes and modes take turns where there are many.
func frozenCases(t *testing.T) []frozen {
	modes := frozenModes()
	var all []frozen
	turn := 0
	add := func(name string, st session.State, size image.Point, m session.Mode) {
		st.Mode = m
		name = fmt.Sprintf("%s/%dx%d/%g-%v-%v/%d", name, size.X, size.Y, m.Text, m.Contrast, m.LowReach, len(all))
		all = append(all, frozen{name, st, size})
	}
	// some adds a state at so many of all combinations of size and mode.
	some := func(name string, st session.State, n int) {
		n = min(n, len(sizes)*len(modes))
		for range n {
			add(name, st, sizes[turn%len(sizes)], modes[(turn*7+turn/len(sizes))%len(modes)])
			turn++
		}
	}
	catalogues := walked(t)
	catalogues["nine"], catalogues["updated"] = sample.Nine(t), updated(t, 1, 4, 5, 6, 12)
	for _, name := range slices.Sorted(mapKeys(catalogues)) {
		c := catalogues[name]
		for _, s := range screensOf(c) {
			n := 8
			if name == "shipped" || name == "odd" {
				n = 16
			}
			some(name+"/"+title(s), sample.At(c, s), n)
		}
		for i, it := range c.Items {
			if i < 16 {
				st := sample.At(c, session.Screen{Kind: session.Attract, Number: it.Number})
				st.Turns = i
				some(fmt.Sprintf("%s/slide %d", name, it.Number), st, 6)
			}
		}
		for _, q := range []string{"", "S", "SL", "CJ", "CJZ", "AAAAAAAAAAAA"} {
			st := sample.At(c, session.Screen{Kind: session.Search})
			st.View.Query = q
			some(name+"/search "+q, st, 12)
		}
		for _, pg := range []int{1, 2} {
			st := sample.At(c, session.Screen{Kind: session.Home})
			st.View.Page = pg
			some(fmt.Sprintf("%s/home page %d", name, pg), st, 8)
		}
	}
	shippedMain(t, add, some)
	return all
}

// shippedMain adds notices, sheets, guides, states and panels.
func shippedMain(t *testing.T, add func(string, session.State, image.Point, session.Mode), some func(string, session.State, int)) {
	notices := walkedNotices(t)
	for _, name := range slices.Sorted(mapKeys(notices)) {
		c := notices[name]
		for _, s := range noticeScreens(c) {
			some("notices/"+name+"/"+title(s), onAir(c, s), 10)
		}
	}
	for _, name := range []string{"wide", "tall"} {
		f := sampleImage("poster.png", 1500, 900)
		if name == "tall" {
			f = sampleImage("poster.png", 900, 1500)
		}
		some("poster/"+name, onAir(drawnNotices(t, &f), session.Screen{Kind: session.Attract, Notice: "notices/1.toml"}), 16)
	}
	c := drawnNotices(t, nil)
	for _, kind := range []session.SheetKind{session.Accessibility, session.Takeaway, session.IdleWarning} {
		for _, s := range []session.Screen{{Kind: session.Home}, {Kind: session.Item, Number: 6}, {Kind: session.Item, Number: 12}, {Kind: session.Notice, Notice: "notices/1.toml"}, {Kind: session.Search}} {
			st := onAir(c, s)
			st.Sheet.Kind = kind
			if kind == session.IdleWarning {
				st.Sheet.Kind, st.Warned, st.Touched = session.NoSheet, true, sample.Noon.Add(-80*time.Second)
			}
			if kind == session.Takeaway && s.Kind != session.Item && s.Kind != session.Notice {
				continue
			}
			some(fmt.Sprintf("sheet/%v/%s", kind, title(s)), st, 12)
		}
	}
	for part := range 3 {
		st := sample.At(long(t), session.Screen{Kind: session.Item, Number: 4})
		st.Sheet = session.Sheet{Kind: session.Takeaway, Part: part}
		some(fmt.Sprintf("takeaway/%d", part), st, 8)
	}
	for tab := range 7 {
		st := guideOf4(t)
		st.View.Tab = tab
		some(fmt.Sprintf("guide/%d", tab), st, 12)
	}
	for n := 1; n <= 14; n++ { // sections that elements name, and some that none does
		st := sample.At(sample.Rows(t, 14), session.Screen{Kind: session.Item, Number: n})
		it := &st.Catalogue.Items[n-1]
		it.Link = "https://example.com/" + strings.Repeat("abc/", n)
		name, _ := catalogue.Closing(it.Content[0].Text)
		it.Guides = []catalogue.Guide{{Heading: "示例", Body: "示例文字\n\n示例文字二"}, {Heading: name, Body: "1、示例\n2、示例二\n续行\n3、示例三"}, {Body: "示例"}}
		st.View.Tab = n % 3
		some(fmt.Sprintf("guided/%d", n), st, 8)
		st = sample.At(sample.Rows(t, 14), session.Screen{Kind: session.Item, Number: n})
		st.Catalogue.Items[n-1].Link = "https://example.com/" + strings.Repeat("abc/", n)
		some(fmt.Sprintf("linked/%d", n), st, 4)
	}
	for _, change := range []session.Change{session.Updated, session.Gone} {
		for _, s := range []session.Screen{{Kind: session.Home}, {Kind: session.Item, Number: 6}, {Kind: session.Notices}, {Kind: session.Category, Category: "生育"}} {
			st := onAir(c, s)
			st.Change = change
			some(fmt.Sprintf("change %d/%s", change, title(s)), st, 8)
		}
	}
	proofed := *c
	proofed.Revision = "sha256:3f9a2c71d0"
	for _, clock := range []bool{false, true} {
		for _, s := range append(screensOf(&proofed)[:6], session.Screen{Kind: session.Item, Number: 6}, session.Screen{Kind: session.Notices}, session.Screen{Kind: session.Search}, session.Screen{Kind: session.Night}, session.Screen{Kind: session.Attract, Number: 6}) {
			st := onAir(&proofed, s)
			st.Clock = clock
			st.Name = "示例大厅"
			some(fmt.Sprintf("clock %v/%s", clock, title(s)), st, 6)
			st.Proof = true
			some(fmt.Sprintf("proof %v/%s", clock, title(s)), st, 6)
		}
	}
	for i, p := range panels {
		for _, s := range []session.Screen{{Kind: session.Home}, {Kind: session.Category, Category: "生育"}, {Kind: session.Item, Number: 4}, {Kind: session.Item, Number: 12}, {Kind: session.Search}, {Kind: session.Notices}, {Kind: session.Notice, Notice: "notices/1.toml"}, {Kind: session.Attract, Number: 6}} {
			for _, m := range []session.Mode{{}, {LowReach: true}, {Text: 1.6, LowReach: true}, {Text: 2, Contrast: true}} {
				st := onAir(c, s)
				st.Panel = p.Panel
				add(fmt.Sprintf("panel %d/%s", i, title(s)), st, p.size, m)
			}
		}
	}
}

func mapKeys[V any](m map[string]V) func(func(string) bool) {
	return func(yield func(string) bool) {
		for k := range m {
			if !yield(k) {
				return
			}
		}
	}
}
