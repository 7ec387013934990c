package layout

import (
	"fmt"
	"image"
	"maps"
	"slices"
	"strings"
	"testing"

	"golang.org/x/image/math/fixed"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/layout/sample"
	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
	"gongkai/kiosk/typeset"
)

// hung are panels as they hang in lobbies: size and reading distance, without low reach.
var hung = []session.Panel{
	{Diagonal: 43 * 25.4, Distance: 1000}, {Diagonal: 43 * 25.4, Distance: 1500},
	{Diagonal: 32 * 25.4, Distance: 800},
	{Diagonal: 21.5 * 25.4, Distance: 600}, {Diagonal: 21.5 * 25.4, Distance: 1000},
	{Diagonal: 55 * 25.4, Distance: 2000},
}

// everything returns the states that show all of a catalogue, with its sheets.
func everything(c *catalogue.Catalogue) []session.State {
	st := sample.At(c, session.Screen{})
	for i := range c.Notices {
		st.OnAir = append(st.OnAir, i)
	}
	screens := []session.Screen{{Kind: session.Home}, {Kind: session.Search}, {Kind: session.Notices}, {Kind: session.Preparing}, {Kind: session.Attract}}
	for _, g := range c.Categories() {
		screens = append(screens, session.Screen{Kind: session.Category, Category: g.Name})
	}
	for _, it := range c.Items {
		screens = append(screens, session.Screen{Kind: session.Item, Number: it.Number}, session.Screen{Kind: session.Attract, Number: it.Number})
	}
	for i := range c.Notices {
		screens = append(screens, session.Screen{Kind: session.Notice, Notice: c.Notices[i].File}, session.Screen{Kind: session.Attract, Notice: c.Notices[i].File})
	}
	var all []session.State
	for _, s := range screens {
		st.View = session.View{Screen: s}
		all = append(all, st)
	}
	kinds := []session.SheetKind{session.Accessibility, session.Takeaway, session.IdleWarning}
	if len(session.UrgentNotices(st)) > 0 {
		kinds = append(kinds, session.Urgent)
	}
	for _, kind := range kinds {
		over := st
		over.View.Screen = session.Screen{Kind: session.Item, Number: c.Items[0].Number}
		over.Sheet.Kind = kind
		all = append(all, over)
	}
	return all
}

// smallest returns the size of the smallest type on each part of a page, by the layers' names.
func smallest(p *page.Page) map[string]fixed.Int26_6 {
	least := map[string]fixed.Int26_6{}
	for _, l := range p.Layers {
		for _, it := range l.Items {
			t, ok := it.(*page.Text)
			if !ok {
				continue
			}
			for _, s := range t.Spans {
				if size, ok := least[l.Name]; (!ok || s.Style.Size < size) && strings.TrimSpace(s.Text) != "" {
					least[l.Name] = s.Style.Size
				}
			}
		}
	}
	return least
}

// cramped are the parts, by their layers, whose room may be too small for the floor: their text is then
// as large as fits. All else grows, and the page scrolls.
var cramped = []string{"bar", "foot", "strip", "strip.title", "clock", "turn", "spine", "keys", "pill", "sheet", "sheet.foot", "sheet.edge", "warn", "head", "place", "category", "cats", "invite", "no", "group", "count", "when", "name", "title", "nothing", "seconds", "ask", "spelling"}

// floorModes are the modes in which the floor holds. Each screen of each panel is laid out in one of them, by turns.
var floorModes = []session.Mode{
	{Text: 1}, {Text: 1.3}, {Text: 1, LowReach: true}, {Text: 1.6, Contrast: true}, {Text: 2}, {Text: 1.6, LowReach: true}, {Text: 1, Contrast: true}, {Text: 2, LowReach: true, Contrast: true},
}

// TestFloor walks every screen on every panel, in every size and mode: type is at least wide enough at the reading
// distance where it has room, and nothing is cut and nothing overlaps.
func TestFloor(t *testing.T) {
	set := typeset.New()
	for name, c := range map[string]*catalogue.Catalogue{"shipped": urgentCatalogues(t)["three"], "centre": centre(t)} {
		all := everything(c)
		for i, p := range hung {
			for k, size := range floorSizes {
				t.Run(fmt.Sprintf("%s/%.4gin-%.4gm/%dx%d", name, p.Diagonal/25.4, p.Distance/1000, size.X, size.Y), func(t *testing.T) {
					parts := map[string]float64{}
					for n, st := range all {
						st.Mode, st.Panel = floorModes[(i+3*k+n)%len(floorModes)], p
						floorOne(t, set, st, size, parts)
					}
					for _, key := range slices.Sorted(maps.Keys(parts)) {
						t.Logf("%-32s %.2f", key, parts[key])
					}
				})
			}
		}
	}
}

var floorSizes = []image.Point{{1080, 1920}, {1920, 1080}, {1366, 768}, {600, 1024}, {3840, 1080}}

// floorOne checks a page, and keeps the least angle of each of its parts.
func floorOne(t *testing.T, set *typeset.Setter, st session.State, size image.Point, parts map[string]float64) {
	t.Helper()
	g, theme, p := page.NewGrid(size), page.ThemeOf(st), st.Panel
	floor := min(g.TypeFloor(p), g.Px(build.MostFloor))
	least := g.Angle(floor, p) - .001
	if floor > g.Px(60) { // larger than an item's title
		least *= .8
	}
	laid := Layout(st, theme, size, set)
	floorWalk(t, st, laid)
	screen := st.View.Kind.String()
	if st.Sheet.Kind != session.NoSheet {
		screen = fmt.Sprint(st.Sheet.Kind)
	}
	for part, em := range smallest(laid) {
		angle := g.Angle(em, p)
		if angle < least && !slices.Contains(cramped, part) {
			t.Errorf("%s %d%s%s %+v: a capital on %s is %.3f degrees", screen, st.View.Number, st.View.Category, st.View.Notice, st.Mode, part, angle)
		}
		key := screen + " " + part
		if a, ok := parts[key]; !ok || angle < a {
			parts[key] = angle
		}
	}
}

// floorWalk checks that nothing of a page, or of the sheet over it, is cut or overlaps.
func floorWalk(t *testing.T, st session.State, laid *page.Page) {
	t.Helper()
	w := walk{T: t, p: laid, foreign: true}
	if st.View.Kind == session.Attract {
		walkSlide(w)
		return
	}
	if laid.Sheet != nil {
		over := *laid
		over.Layers = slices.DeleteFunc(slices.Clone(laid.Layers), func(l *page.Layer) bool { return !l.Over })
		w.p = &over
	} else {
		w.layers()
	}
	w.texts()
}
