package layout

import (
	"flag"
	"fmt"
	"image"
	"os"
	"slices"
	"strings"
	"testing"

	"gongkai/kiosk/layout/sample"
	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
	"gongkai/kiosk/typeset"
)

var update = flag.Bool("update", false, "renew testdata/targets.txt")

const targetsFile = "testdata/targets.txt"

// TestTargets compares what can be touched on every kind of screen of the shipped catalogue, in every mode and both
// ways round, and on panels of known size, with testdata/targets.txt.
func TestTargets(t *testing.T) {
	var out strings.Builder
	set := typeset.New()
	for _, x := range targetScreens(t) {
		for _, size := range []image.Point{{1080, 1920}, {1920, 1080}} {
			listTargets(&out, set, x, size)
		}
	}
	for _, p := range panels {
		for _, s := range []session.Screen{{Kind: session.Home}, {Kind: session.Category, Category: "生育"}, {Kind: session.Item, Number: 6}} {
			st := sample.At(sample.Rows(t, 14), s)
			st.Panel = p.Panel
			listTargets(&out, set, targetScreen{fmt.Sprintf("%s on %g mm at %g mm", title(s), p.Diagonal, p.Bottom), st}, p.size)
		}
	}
	if *update {
		if err := os.WriteFile(targetsFile, []byte(out.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	data, err := os.ReadFile(targetsFile)
	if err != nil {
		t.Fatal(err)
	}
	got, want := strings.Split(out.String(), "\n"), strings.Split(string(data), "\n")
	for i := range min(len(got), len(want)) {
		if got[i] != want[i] {
			t.Fatalf("line %d of %s:\n%s\nwant\n%s", i+1, targetsFile, got[i], want[i])
		}
	}
	if len(got) != len(want) {
		t.Errorf("%d lines, %s has %d", len(got), targetsFile, len(want))
	}
}

// listTargets lists the targets of a screen, those of equal modes once.
func listTargets(out *strings.Builder, set *typeset.Setter, x targetScreen, size image.Point) {
	var lists []string
	modes := make(map[string]string)
	for _, m := range crossModes() {
		st := x.state
		st.Mode = m
		list := targetList(Layout(st, page.ThemeOf(st), size, set))
		if modes[list] == "" {
			lists = append(lists, list)
		}
		modes[list] += fmt.Sprint(" ", m.Text)
		if m.LowReach {
			modes[list] += " low"
		}
		if m.Contrast {
			modes[list] += " contrast"
		}
		modes[list] += ","
	}
	for _, list := range lists {
		fmt.Fprintf(out, "%s %dx%d:%s\n%s", x.name, size.X, size.Y, strings.TrimSuffix(modes[list], ","), list)
	}
}

// targetScreen is a state and its name in testdata/targets.txt.
type targetScreen struct {
	name  string
	state session.State
}

func targetScreens(t *testing.T) (all []targetScreen) {
	c := drawnNotices(t, nil)
	for _, s := range []session.Screen{
		{Kind: session.Attract, Number: 6}, {Kind: session.Attract, Notice: "notices/1.toml"}, {Kind: session.Home}, {Kind: session.Category, Category: "生育"},
		{Kind: session.Item, Number: 6}, {Kind: session.Item, Number: 12}, {Kind: session.Notices}, {Kind: session.Notice, Notice: "notices/1.toml"},
		{Kind: session.Night}, {Kind: session.Preparing},
	} {
		all = append(all, targetScreen{title(s), onAir(c, s)})
	}
	all = append(all, targetScreen{"search", search14(t, "")}, targetScreen{"search CJ", search14(t, "CJ")}, targetScreen{"guide", guided(t)})
	st := onAir(c, session.Screen{Kind: session.Item, Number: 6})
	for _, kind := range []session.SheetKind{session.Accessibility, session.Takeaway} {
		st.Sheet.Kind = kind
		all = append(all, targetScreen{"sheet " + kind.String(), st})
	}
	st.Sheet.Kind, st.Warned = session.NoSheet, true
	return append(all, targetScreen{"sheet idle-warning", st})
}

// targetList lists the targets of a page, or of the sheet over it, those of a name in a line.
func targetList(p *page.Page) string {
	var names []string
	areas := make(map[string]string)
	for _, t := range p.Targets {
		if p.Sheet != nil && !t.Layer.Over {
			continue
		}
		if !slices.Contains(names, t.Name) {
			names = append(names, t.Name)
		}
		event := strings.TrimPrefix(fmt.Sprintf("%T%v", t.Event, t.Event), "session.")
		areas[t.Name] += fmt.Sprintf(" %d,%d+%dx%d %s;", t.Hit.Min.X, t.Hit.Min.Y, t.Hit.Dx(), t.Hit.Dy(), event)
	}
	var b strings.Builder
	for _, name := range names {
		fmt.Fprintf(&b, "  %s:%s\n", name, strings.TrimSuffix(areas[name], ";"))
	}
	return b.String()
}
