package main

import (
	"fmt"
	"image"
	"slices"
	"strings"
	"time"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/diag"
	"gongkai/kiosk/layout"
	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
	"gongkai/kiosk/typeset"
)

// checkedRows is the number of items and notices whose screens are laid out to find type that is too
// small: the frame, which is short of room, is the same on all.
const checkedRows = 60

// illegible reports the parts of the screens whose room is too small for the least type at the panel's
// reading distance, at the line of the settings that names the distance.
func (c config) illegible(shown *catalogue.Catalogue) []diag.Problem {
	if c.distance.Source() == nil || c.panel.Diagonal == 0 || c.panel.Distance == 0 || shown == nil || len(shown.Items) == 0 {
		return nil
	}
	st, few := c.firstRows(shown, checkedRows), c.firstRows(shown, modeRows)
	var all []diag.Problem
	for _, way := range []struct {
		name string
		size image.Point
	}{{"竖屏", image.Pt(1080, 1920)}, {"横屏", image.Pt(1920, 1080)}} {
		g := page.NewGrid(way.size)
		for _, part := range smallestParts(st, few, way.size) {
			message := fmt.Sprintf("%s%s“%s”放不下看得清的字，最大到 %.1f 毫米高，%s以内看得清，panel.viewing_distance_mm 写的是 %s",
				way.name, part.mode, part.name, g.CapHeight(part.Size, c.panel), metres(g.Legible(part.Size, c.panel)), metres(c.panel.Distance))
			all = append(all, c.distance.Problem(diag.Hint, "hard-to-read", message, "换大些的屏幕，或让人能站近些；其他地方的字已经按距离放大"))
		}
	}
	return all
}

// firstRows returns the state that shows the first items and notices of a catalogue on the panel.
func (c config) firstRows(shown *catalogue.Catalogue, n int) session.State {
	now := time.Now().In(c.zone)
	st := session.Step(session.Start(now, true), now, session.Content{Catalogue: shown.First(n)})
	st.Panel, st.Proof = c.panel, c.proof
	return st
}

// metres returns a length in m.
func metres(mm float64) string { return fmt.Sprintf("%.2g 米", mm/1000) }

// modeRows is the number of items and notices whose screens are laid out in each mode that a resident may choose.
const modeRows = 3

// smallestParts returns the parts whose smallest type is below the panel's floor in the usual mode, and those that only
// are, or are smaller still, in a mode that a resident may choose, of which fewer screens are laid out.
func smallestParts(st, few session.State, size image.Point) []smallPart {
	all := smallParts(st, size)
	for _, mode := range []struct {
		name string
		session.Mode
	}{{"大字", session.Mode{Text: 2}}, {"按钮放低时", session.Mode{Text: few.Mode.Text, LowReach: true}}, {"大字又按钮放低时", session.Mode{Text: 2, LowReach: true}}} {
		few.Mode = mode.Mode
		for _, part := range smallParts(few, size) {
			part.mode = mode.name
			if !slices.ContainsFunc(all, func(known smallPart) bool { return known.name == part.name && known.Size <= part.Size }) {
				all = append(all, part)
			}
		}
	}
	return all
}

// smallPart is a part of the screens with its smallest type.
type smallPart struct {
	mode string // what staff call the mode, "" for the usual one
	name string
	typeset.Style
}

// smallParts returns the parts whose smallest type is below the panel's floor, by their names.
func smallParts(st session.State, size image.Point) []smallPart {
	floor, set := page.NewGrid(size).TypeFloor(st.Panel), typeset.New()
	least := map[string]typeset.Style{}
	for _, sh := range shotsOf(st) {
		if sh.state.View.Kind == session.Night {
			continue // shows the time alone, dim on purpose
		}
		p := layout.Layout(sh.state, page.ThemeOf(sh.state), size, set)
		for _, l := range p.Layers {
			name := partOf(sh.state, l)
			for _, it := range l.Items {
				t, ok := it.(*page.Text)
				if !ok {
					continue
				}
				for _, s := range t.Spans {
					if old, ok := least[name]; strings.TrimSpace(s.Text) != "" && s.Style.Size < floor-8 && (!ok || s.Style.Size < old.Size) {
						least[name] = s.Style
					}
				}
			}
		}
	}
	var all []smallPart
	for name, style := range least {
		all = append(all, smallPart{name: name, Style: style})
	}
	slices.SortFunc(all, func(a, b smallPart) int { return strings.Compare(a.name, b.name) })
	return all
}

// partOf returns what staff call a layer.
func partOf(st session.State, l *page.Layer) string {
	switch {
	case l.Over:
		return "弹出的页面"
	case st.View.Kind == session.Attract:
		return "轮播画面"
	}
	switch l.Name {
	case "bar":
		return "底栏"
	case "foot":
		return "返回"
	case "strip", "strip.title", "clock":
		return "页眉"
	case "turn":
		return "上一项、下一项"
	case "spine":
		return "左边的红条"
	case "keys":
		return "查找的按键"
	case "pill":
		return "往下翻的按钮"
	}
	return "正文"
}
