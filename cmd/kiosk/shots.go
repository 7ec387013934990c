package main

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/session"
)

// screenNames lists the screens' names for snapshot's help.
const screenNames = "attract attract:6 attract:index attract:group:4 attract:notice attract:urgent home category item item:6 search search:CJ notices notice accessibility urgent idle-warning takeaway:6 proof:6 preparing night pin service confirm screen-test touch-test"

// shot is a screen and the name of its picture.
type shot struct {
	name  string
	state session.State
}

// pick returns the named screens, each once; without names, all screens of the
// content.
func pick(st session.State, names []string) ([]shot, error) {
	all := shotsOf(st)
	if len(names) == 0 {
		return all, nil
	}
	all = append(append(all, namedShots(st, names)...), staffShots(st)...)
	named := map[string]bool{}
	for _, name := range names {
		if strings.Contains(name, "@") {
			at, err := pickAt(st, name)
			if err != nil {
				return nil, err
			}
			for _, sh := range at {
				if !named[sh.name] {
					all, named[sh.name] = append(all, sh), true
				}
			}
			continue
		}
		some := false
		for _, sh := range all {
			if matches(name, sh.name) {
				named[sh.name], some = true, true
			}
		}
		if !some {
			return nil, noSuchScreen(name)
		}
	}
	return slices.DeleteFunc(all, func(sh shot) bool { return !named[sh.name] }), nil
}

// noSuchScreen returns the reason why a screen doesn't exist: its name is unknown, or the content has nothing to show on it.
func noSuchScreen(name string) error {
	kind, arg, one := strings.Cut(name, ":")
	_, err := strconv.Atoi(arg)
	numbered := strings.Contains(screenNames, kind+":6")
	switch {
	case strings.HasSuffix(name, "urgent") && slices.Contains(strings.Fields(screenNames), name):
		return fmt.Errorf("没有画面“%s”：现在没有紧急公告", name)
	case name == "notice", kind == "notice" && err == nil, strings.HasPrefix(name, "attract:notice"):
		return fmt.Errorf("没有画面“%s”：现在显示的公告没有这么多", name)
	case !one && slices.Contains(strings.Fields(screenNames), name), one && numbered && err == nil:
		return fmt.Errorf("没有画面“%s”：内容里没有这一项", name)
	}
	return fmt.Errorf("没有叫“%s”的画面；有：%s", name, screenNames)
}

// matches reports whether a screen's name selects a picture's: item selects all of
// item-01 …, item:6 selects item-06, attract:group:4 selects attract-group-04.
func matches(screen, picture string) bool {
	kind, arg, one := strings.Cut(screen, ":")
	if slide, ok := strings.CutPrefix(picture, "attract-"); ok && kind == "attract" && strings.Trim(arg, digits) != "" {
		return matches(arg, slide)
	}
	if !one {
		return picture == screen || strings.HasPrefix(picture, screen+"-") && kind != "search"
	}
	if kind == "search" {
		return picture == "search-"+arg
	}
	n, err := strconv.Atoi(arg)
	return err == nil && picture == numbered(kind, n)
}

func numbered(kind string, n int) string { return fmt.Sprintf("%s-%02d", kind, n) }

// shotsOf lists every screen of the content, in the design's order. Without content,
// home is the preparing screen.
func shotsOf(st session.State) []shot {
	preparing := still(st, session.Screen{Kind: session.Preparing})
	preparing.Catalogue = nil
	if st.Catalogue == nil {
		return []shot{{"home", preparing}, {"preparing", preparing}}
	}
	shots := append(slidesOf(st), shot{"home", still(st, session.Screen{Kind: session.Home})})
	for _, g := range st.Catalogue.Categories() {
		first := st.Catalogue.Items[g.Items[0]].Number
		shots = append(shots, shot{numbered("category", first), still(st, session.Screen{Kind: session.Category, Category: g.Name})})
	}
	for _, it := range st.Catalogue.Items {
		shots = append(shots, shot{numbered("item", it.Number), still(st, session.Screen{Kind: session.Item, Number: it.Number})})
	}
	shots = append(shots, shot{"search", still(st, session.Screen{Kind: session.Search})}, shot{"notices", still(st, session.Screen{Kind: session.Notices})})
	for i, n := range st.OnAir {
		shots = append(shots, shot{numbered("notice", i+1), still(st, session.Screen{Kind: session.Notice, Notice: st.Catalogue.Notices[n].File})})
	}
	shots = append(shots, shot{"accessibility", withSheet(still(st, session.Screen{Kind: session.Home}), session.Accessibility)})
	if len(session.UrgentNotices(st)) > 0 {
		over := still(st, session.Screen{Kind: session.Home})
		over.Sheet.Kind = session.Urgent
		shots = append(shots, shot{"urgent", over})
	}
	shots = append(shots, shot{"idle-warning", idleWarning(st)})
	for _, it := range st.Catalogue.Items {
		shots = append(shots, shot{numbered("takeaway", it.Number), withSheet(still(st, session.Screen{Kind: session.Item, Number: it.Number}), session.Takeaway)})
	}
	return append(shots, shot{"preparing", preparing}, shot{"night", still(st, session.Screen{Kind: session.Night})})
}

// slidesOf lists the carousel's slides in their order, each once; their pictures are named by what they show.
func slidesOf(st session.State) []shot {
	var shots []shot
	for i := range session.Slides(st) {
		s := still(st, session.SlideAt(st, i))
		if s.View.Again == 0 {
			shots = append(shots, shot{"attract-" + slideName(s), s})
		}
	}
	return shots
}

// slideName returns the name of a slide's picture: an item's is its number, a category's that of its first item, and a
// notice is numbered as on the list of notices.
func slideName(s session.State) string {
	switch v := s.View; {
	case v.Notice != "":
		i, _ := session.FindNotice(s, v.Notice)
		if session.CompositionOf(s) == session.UrgentSlide {
			return numbered("urgent", i+1)
		}
		return numbered("notice", i+1)
	case v.Category != "":
		i := slices.IndexFunc(s.Catalogue.Items, func(it catalogue.Item) bool { return it.Category == v.Category })
		return numbered("group", s.Catalogue.Items[i].Number)
	case v.Number > 0:
		return fmt.Sprintf("%02d", v.Number)
	}
	return "index"
}

// namedShots returns the screens that are included only by name: search results, and
// items with the proof code.
func namedShots(st session.State, names []string) []shot {
	if st.Catalogue == nil {
		return nil
	}
	var shots []shot
	for _, name := range names {
		if q, ok := strings.CutPrefix(name, "search:"); ok {
			query, strokes := session.Spelled(q)
			s := session.Step(still(st, session.Screen{Kind: session.Search}), st.Now, session.Spell{Strokes: strokes})
			if s = session.Step(s, s.Now, session.Ask{Query: query}); s.View.Query != "" {
				shots = append(shots, shot{"search-" + q, s})
			}
		}
	}
	for _, it := range st.Catalogue.Items {
		s := still(st, session.Screen{Kind: session.Item, Number: it.Number})
		s.Proof = true
		shots = append(shots, shot{numbered("proof", it.Number), s})
	}
	slices.SortFunc(shots, func(a, b shot) int { return cmp.Compare(a.name, b.name) })
	return slices.CompactFunc(shots, func(a, b shot) bool { return a.name == b.name })
}

// digits are those of 序号.
const digits = "0123456789"

// still returns a state that shows a screen at rest.
func still(st session.State, sc session.Screen) session.State {
	st.View = session.View{Screen: sc}
	st.Motion, st.Trail = session.Motion{}, nil
	return st
}

// withSheet returns a state with a sheet over its page.
func withSheet(st session.State, sheet session.SheetKind) session.State {
	st = session.Step(st, st.Now, session.OpenSheet{Kind: sheet})
	st.Motion = session.Motion{}
	return st
}

// secondsLeft is the count on the design's warning.
const secondsLeft = 15

// idleWarning returns the warning before the idle return over item 6, as in the design, or over
// the first item where there is no item 6.
func idleWarning(st session.State) session.State {
	items := st.Catalogue.Items
	over := &items[0]
	for i := range items {
		if items[i].Number == 6 {
			over = &items[i]
		}
	}
	st = still(st, session.Screen{Kind: session.Item, Number: over.Number})
	st.Warned, st.Touched = true, st.Now
	for session.Left(st) > secondsLeft {
		st.Touched = st.Touched.Add(-time.Second)
	}
	return st
}
