package main

import (
	"fmt"
	"image"
	"io"
	"math"
	"strings"
	"text/tabwriter"
	"unicode/utf8"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/layout"
	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
	"gongkai/kiosk/typeset"
)

// The ways to an item that begin with 查找, and the shortest of them.
var findWays = [...]string{"categories", "letters", "strokes", "the best of them"}

// never is the taps of a way that doesn't lead to an item.
const never = math.MaxInt32

// finder counts taps. A page that scrolls costs a tap on the pill for each time that it is scrolled on.
type finder struct {
	size  image.Point
	set   *typeset.Setter
	start session.State      // 查找, one tap from any page
	found map[string]shownBy // by query
}

// shownBy is how many taps on the pill show the targets of a page, by event.
type shownBy map[session.Event]int

func newFinder(c *catalogue.Catalogue, size image.Point) *finder {
	s := session.Step(session.Start(noon, true), noon, session.Content{Catalogue: c})
	for _, e := range []session.Event{session.GoHome{}, session.Open{Screen: session.Screen{Kind: session.Search}}} {
		s = session.Step(s, noon, e)
	}
	return &finder{size: size, set: typeset.New(), start: s, found: map[string]shownBy{}}
}

// taps returns the taps to each item, by way.
func (f *finder) taps() (all [][len(findWays)]int) {
	kinds := f.byCategory()
	for i, it := range f.start.Catalogue.Items {
		letters, _ := f.start.Index.Initials(i)
		strokes, _ := f.start.Index.FirstStrokes(i)
		byKind, ok := kinds[it.Number]
		if !ok {
			byKind = never
		}
		t := [len(findWays)]int{byKind, f.byKeys(1, strings.ToUpper(letters), i), f.byKeys(2, strokes, i)}
		t[len(t)-1] = min(t[0], t[1], t[2])
		all = append(all, t)
	}
	return all
}

// byCategory returns the taps to each item by the categories on the page before the first key.
func (f *finder) byCategory() map[int]int {
	taps := map[int]int{}
	for e, pills := range f.show(f.start) {
		next := session.Step(f.start, noon, e)
		if next.View.Kind == session.Item {
			taps[next.View.Number] = 1 + pills + 1
		}
		if next.View.Kind != session.Category {
			continue
		}
		for e, more := range f.show(next) {
			if to := session.Step(next, noon, e); to.View.Kind == session.Item {
				taps[to.View.Number] = 1 + pills + 1 + more + 1
			}
		}
	}
	return taps
}

// byKeys returns the fewest taps to an item by the beginnings of what types it, after so many taps.
func (f *finder) byKeys(before int, typed string, item int) int {
	least := never
	n := 0
	for i, key := range typed {
		if n++; n > session.LongestQuery || before+n+1 >= least {
			break
		}
		open := session.Open{Screen: session.Screen{Kind: session.Item, Number: f.start.Catalogue.Items[item].Number}}
		if pills, ok := f.results(typed[:i+utf8.RuneLen(key)])[open]; ok {
			least = min(least, before+n+pills+1)
		}
	}
	return least
}

// results returns what the page of a query shows.
func (f *finder) results(query string) shownBy {
	if f.found[query] == nil {
		s := f.start
		s.View.Query = query
		f.found[query] = f.show(s)
	}
	return f.found[query]
}

// mostPills is how many taps on the pill are tried.
const mostPills = 8

// show lays out a page and returns what taps on the pill show.
func (f *finder) show(s session.State) shownBy {
	p := layout.Layout(s, page.ThemeOf(s), f.size, f.set)
	by := shownBy{}
	for i := range p.Targets {
		t := &p.Targets[i]
		if _, ok := t.Event.(session.Open); !ok {
			continue
		}
		middle := t.Hit.Min.Add(t.Hit.Size().Div(2))
		for pills := range mostPills {
			scroll := min(pills*p.Scroll.Viewport.Dy()*4/5, p.Scroll.Max)
			at := middle
			if t.Scrolls {
				at.Y -= scroll
			}
			if hits(p, t, at, scroll) {
				if had, ok := by[t.Event]; !ok || pills < had {
					by[t.Event] = pills
				}
				break
			}
		}
	}
	return by
}

// findTable writes the worst and the mean taps of each way, and how many items each way reaches within a limit, and reports
// whether the best way is within it for every item.
func findTable(w io.Writer, name string, c *catalogue.Catalogue, limit int) bool {
	good := true
	t := tabwriter.NewWriter(w, 0, 0, 1, ' ', 0)
	fmt.Fprintf(t, "| %s\t| screen\t| way\t| worst\t| mean\t| within %d\t|\n|---\t|---\t|---\t|---\t|---\t|---\t|\n", name, limit)
	for _, size := range sizes[:2] {
		all := newFinder(c, size).taps()
		for way, word := range findWays {
			worst, sum, within := 0, 0, 0
			for _, taps := range all {
				worst, sum = max(worst, taps[way]), sum+taps[way]
				if taps[way] <= limit {
					within++
				}
			}
			good = good && (way < len(findWays)-1 || worst <= limit)
			fmt.Fprintf(t, "| %d items\t| %dx%d\t| %s\t| %d\t| %.1f\t| %.0f %%\t|\n", len(all), size.X, size.Y, word, worst, float64(sum)/float64(len(all)), 100*float64(within)/float64(len(all)))
		}
	}
	t.Flush()
	return good
}

// The most taps to an item of the shipped catalogue, and of one of 500 items.
const mostOfShipped, mostOfMany = 5, 7

// writeFinding writes the document about the taps to each item, and reports whether none is too far.
func writeFinding(w io.Writer, shipped, many *catalogue.Catalogue) bool {
	fmt.Fprint(w, "# Finding\n\n"+
		"How many taps lead from any page to an item by 查找: by its category, by the initials of its title, or by the first strokes of its characters. 查找, the\n"+
		"switch to 笔画, each key, each scroll by the pill and the item itself count. A query is typed from the title's beginning, until the item is seen.\n\n"+
		"`go test ./kiosk/internal/reach -run TestFinding -update` counts again, over the laid out pages.\n\n")
	a := findTable(w, "shipped", shipped, mostOfShipped)
	fmt.Fprintln(w)
	b := findTable(w, "sample", many, mostOfMany)
	return a && b
}
