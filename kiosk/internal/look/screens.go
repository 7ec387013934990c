package main

import (
	"image"
	"time"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/picture/sample"
	"gongkai/kiosk/session"
)

// screen is a named state: by the design's name, if the design draws it, with the orientation if the other one is drawn in
// another state.
type screen struct {
	name  string
	state session.State
}

// designed is the time on the design's clocks.
var designed = time.Date(2026, 3, 12, 9, 41, 0, 0, time.FixedZone("CST", 8*3600))

// showing returns a state that shows a screen of a catalogue at rest.
func showing(c *catalogue.Catalogue, sc session.Screen) session.State {
	st := session.Step(session.Start(designed, true), designed, session.Content{Catalogue: c})
	st.View = session.View{Screen: sc}
	return st
}

// in returns a state in a mode.
func in(st session.State, m session.Mode) session.State {
	if m.Text == 0 {
		m.Text = 1
	}
	st.Mode = m
	return st
}

// typed returns a search for a query.
func typed(c *catalogue.Catalogue, query string) session.State {
	st := showing(c, session.Screen{Kind: session.Search})
	st.View.Query = query
	return st
}

// scrolled returns a state whose page is scrolled by u.
func scrolled(st session.State, u int) session.State {
	st.View.Scroll = u
	return st
}

func slide(c *catalogue.Catalogue, n int) session.State {
	return showing(c, session.Screen{Kind: session.Attract, Number: n})
}

func board(c *catalogue.Catalogue) session.State {
	return showing(c, session.Screen{Kind: session.Home})
}

func item(c *catalogue.Catalogue, n int) session.State {
	return showing(c, session.Screen{Kind: session.Item, Number: n})
}

func noticeOn(kind session.Kind, c *catalogue.Catalogue, name string) session.State {
	return showing(c, session.Screen{Kind: kind, Notice: "notices/" + name + ".toml"})
}

func under(st session.State, sheet session.SheetKind) session.State {
	st.Sheet.Kind = sheet
	return st
}

// warned returns a state with the idle warning.
func warned(st session.State) session.State {
	for st.Warned, st.Touched = true, st.Now; session.Left(st) > 15; {
		st.Touched = st.Touched.Add(-time.Second)
	}
	return st
}

// guide returns row 4 with the third section of its guide.
func guide(s sampled) session.State {
	st := item(s.asked().guided(false).catalogue(), 4)
	st.View.Tab = 2
	return st
}

// drawn returns the screens that the design draws, by the names of its pictures.
func drawn(s sampled) []screen {
	round, notes := s.asked().slides("").catalogue(), s.notices().catalogue()
	bare, c := s.catalogue(), s.asked().catalogue()
	all := []screen{
		{"attract-short", slide(round, 1)}, {"attract-longtitle", slide(round, 5)},
		{"attract-long", slide(bare, 6)}, {"attract-prose", slide(round, 12)},
		{"attract-head", slide(round, 13)}, {"attract-figure", slide(round, 11)}, {"attract-ask", slide(round, 6)},
		{"attract-group", showing(round, session.Screen{Kind: session.Attract, Category: "生育"})},
		{"attract-index", showing(round, session.Screen{Kind: session.Attract})},
		{"attract-contrast", in(slide(bare, 6), session.Mode{Contrast: true})},
		{"attract-notice", noticeOn(session.Attract, round, "1")},
		{"attract-poster", noticeOn(session.Attract, s.slides(sample.Poster).catalogue(), "1")},
		{"attract-poster-wide", noticeOn(session.Attract, s.slides(sample.Landscape).catalogue(), "1")},
		{"home", board(c)},
		{"home-24", board(s.rows(24).catalogue())},
		{"home-40", board(s.rows(40).catalogue())},
		{"home-60", board(s.rows(60).catalogue())},
		{"home-large", in(board(c), session.Mode{Text: 1.3})},
		{"home-xlarge", in(board(c), session.Mode{Text: 2})},
		{"home-contrast", in(board(c), session.Mode{Contrast: true})},
		{"home-lowreach", in(board(c), session.Mode{LowReach: true})},
		{"category", category(s)},
		{"category-9", category(s.with(row(15, "生育"), row(16, "生育"), row(17, "生育"), row(18, "生育"), row(19, "生育"), row(20, "生育")))},
		{"item-01", item(c, 1)}, {"item-06", item(c, 6)}, {"item-09", item(c, 9)}, {"item-12", item(c, 12)},
		{"item-04", item(c, 4)}, {"item-04-bare", item(bare, 4)}, {"item-04-xlarge", in(item(c, 4), session.Mode{Text: 2})},
		{"item-04-desk", item(s.appended("kiosk.toml", "[contact]\ndesk = \"一楼大厅　3号窗口\"\nphone = \"0355-0000000\"\n").catalogue(), 4)},
		{"item-04-guide", guide(s)},
		{"item-lowreach-xlarge", in(item(c, 6), session.Mode{Text: 2, LowReach: true, Contrast: true})},
		{"item-large", in(item(c, 6), session.Mode{Text: 1.6})},
		{"item-xlarge", in(item(c, 6), session.Mode{Text: 2})},
		{"item-contrast", in(item(c, 6), session.Mode{Contrast: true})},
		{"item-lowreach", in(item(c, 6), session.Mode{LowReach: true})},
		{"portrait-item-scrolled", scrolled(item(c, 6), 412)},
		{"landscape-item-scrolled", scrolled(in(item(c, 6), session.Mode{Text: 1.6}), 303)},
		{"search", typed(c, "CJ")},
		{"search-start", typed(lately(s), "")},
		{"search-none", typed(c, "CJCC")},
		{"search-large", in(typed(c, "CJ"), session.Mode{Text: 1.6})},
		{"search-lowreach", in(typed(c, "CJ"), session.Mode{LowReach: true})},
		{"notices", showing(notes, session.Screen{Kind: session.Notices})},
		{"notices-empty", showing(c, session.Screen{Kind: session.Notices})},
		{"notice", noticeOn(session.Notice, notes, "1")},
		{"notice-images", noticeOn(session.Notice, notes, "3")},
		{"notice-short", noticeOn(session.Notice, s.short().catalogue(), "6")},
		{"notice-table", noticeOn(session.Notice, s.tables().catalogue(), "7")},
	}
	return append(all, quiet(s)...)
}

// quiet returns the drawn screens of sheets, of changes and without content.
func quiet(s sampled) []screen {
	c := s.asked().catalogue()
	changed := seen(s.asked().notices().catalogue(), []string{"items/03", "notices/2"}, []string{"items/05", "items/06", "notices/3"})
	update := item(changed, 6)
	update.Change, update.Changed = session.Updated, designed
	proof := s.asked().catalogue()
	proof.Revision = "sha256:3f9a2c71d0"
	unknown := board(c)
	unknown.Clock = false
	night := showing(c, session.Screen{Kind: session.Night})
	night.Now = time.Date(2026, 3, 12, 22, 15, 0, 0, designed.Location())
	return []screen{
		{"home-changed", board(changed)}, {"item-changed", update},
		{"notices-changed", showing(changed, session.Screen{Kind: session.Notices})},
		{"accessibility", under(in(item(c, 6), session.Mode{Text: 1.3, Reduced: true}), session.Accessibility)},
		{"takeaway", under(item(c, 6), session.Takeaway)},
		{"takeaway-three", under(item(s.asked().guided(true).catalogue(), 4), session.Takeaway)},
		{"idle-warning", warned(item(c, 6))},
		{"proof", proved(proof)}, {"night", night}, {"clock-unknown", unknown},
		{"preparing", session.Start(designed, true)},
	}
}

// proved returns an item with the proof code.
func proved(c *catalogue.Catalogue) session.State {
	st := item(c, 6)
	st.Proof = true
	return st
}

// lately returns the catalogue two days after 6 has changed, and four after 3 has appeared.
func lately(s sampled) *catalogue.Catalogue {
	c := seen(s.asked().catalogue(), []string{"items/03"}, []string{"items/06"})
	c.Items[2].Seen.Appeared = c.Items[2].Seen.Appeared.AddDate(0, 0, -2)
	return c
}

func category(s sampled) session.State {
	return showing(s.catalogue(), session.Screen{Kind: session.Category, Category: "生育"})
}

// sizes are screen sizes that the design doesn't draw, px.
var sizes = []image.Point{{X: 1080, Y: 1920}, {X: 1920, Y: 1080}, {X: 540, Y: 960}, {X: 2160, Y: 3840}, {X: 1080, Y: 1350}, {X: 1440, Y: 1080}, {X: 2560, Y: 1080}}

// undrawn returns screens that the design doesn't draw at all.
func undrawn(s sampled) []screen {
	c, notes := s.catalogue(), s.notices().catalogue()
	large, largest, low := session.Mode{Text: 1.6}, session.Mode{Text: 2}, session.Mode{LowReach: true}
	urgent := s.urgent().catalogue()
	pressing := under(item(urgent, 6), session.Urgent)
	return []screen{
		{"urgent-attract", noticeOn(session.Attract, urgent, "urgent")},
		{"urgent-attract-contrast", in(noticeOn(session.Attract, urgent, "urgent"), session.Mode{Contrast: true})},
		{"urgent-sheet", pressing}, {"urgent-sheet-xlarge", in(pressing, largest)}, {"urgent-sheet-lowreach", in(pressing, low)},
		{"urgent-sheet-contrast", in(pressing, session.Mode{Contrast: true})},
		{"urgent-notices", showing(urgent, session.Screen{Kind: session.Notices})}, {"urgent-notice", noticeOn(session.Notice, urgent, "urgent")},
		{"search-start-xlarge", in(typed(lately(s), ""), largest)}, {"search-start-large", in(typed(lately(s), ""), large)}, {"search-start-lowreach", in(typed(lately(s), ""), low)},
		{"search-start-contrast", in(typed(lately(s), ""), session.Mode{Contrast: true})},
		{"search-strokes-start", in(typed(lately(s), ""), session.Mode{Strokes: true})}, {"search-strokes", typed(c, "㇐㇔")},
		{"search-strokes-start-lowreach", in(typed(lately(s), ""), session.Mode{Strokes: true, LowReach: true})},
		{"search-strokes-none", typed(c, "㇐㇔㇠㇐")}, {"search-strokes-xlarge", in(typed(c, "㇐㇔"), largest)},
		{"search-strokes-contrast", in(typed(c, "㇐㇔"), session.Mode{Contrast: true})}, {"search-strokes-lowreach", in(typed(c, "㇒"), low)},
		{"search-none-xlarge", in(typed(c, "CJCC"), largest)}, {"search-none-all", typed(c, "VVVVVVVVVVVV")}, {"search-none-many", typed(c, "SV")},
		{"search-one", typed(c, "S")}, {"search-xlarge", in(typed(c, "CJ"), largest)},
		{"search-contrast", in(typed(c, "CJ"), session.Mode{Contrast: true})},
		{"search-none-lowreach", in(typed(c, "CJZ"), low)},
		{"category-lowreach", in(category(s), low)}, {"category-xlarge", in(category(s), largest)},
		{"accessibility-large", under(in(item(c, 6), large), session.Accessibility)},
		{"takeaway-large", under(in(item(c, 6), large), session.Takeaway)},
		{"takeaway-contrast", under(in(item(c, 6), session.Mode{Contrast: true}), session.Takeaway)},
		{"idle-large", warned(in(item(c, 6), large))},
		{"notices-xlarge", in(showing(notes, session.Screen{Kind: session.Notices}), largest)},
		{"notices-lowreach", in(showing(notes, session.Screen{Kind: session.Notices}), low)},
		{"notice-xlarge", in(noticeOn(session.Notice, notes, "3"), largest)},
		{"notice-lowreach", in(noticeOn(session.Notice, notes, "1"), low)},
		{"notice-contrast", in(noticeOn(session.Notice, notes, "1"), session.Mode{Contrast: true})},
		{"guide-xlarge", in(guide(s), largest)}, {"guide-lowreach", in(guide(s), low)}, {"guide-contrast", in(guide(s), session.Mode{Contrast: true})},
		{"home-large-lowreach", in(board(c), session.Mode{Text: 1.6, LowReach: true})},
		{"home-xlarge", in(board(c), largest)}, {"home-one", board(few(1))}, {"home-three", board(few(3))},
		{"item-xlarge", in(item(c, 12), largest)}, {"item-xlarge-lowreach", in(item(c, 6), session.Mode{Text: 2, LowReach: true})},
		{"item-plan", item(s.planned(sample.Plan, "0.62, 0.4").catalogue(), 4)},
		{"item-plan-high", item(s.planned(sample.Poster, "0.3, 0.05").catalogue(), 4)},
		{"item-plan-contrast", in(item(s.planned(sample.Plan, "0.62, 0.4").catalogue(), 4), session.Mode{Contrast: true})},
		{"item-plan-xlarge", in(item(s.planned(sample.Plan, "0.62, 0.4").catalogue(), 4), largest)},
		{"item-long-title", item(longTitle(s), 2)}, {"attract-long-title", slide(longTitle(s), 2)},
		{"notices-xlarge-lowreach", in(showing(notes, session.Screen{Kind: session.Notices}), session.Mode{Text: 2, LowReach: true})},
		{"search-xlarge-lowreach", in(typed(c, "S"), session.Mode{Text: 2, LowReach: true})},
		{"attract-square", noticeOn(session.Attract, s.slides(sample.Square).catalogue(), "1")},
		{"attract-strip", noticeOn(session.Attract, s.slides(sample.Long).catalogue(), "1")},
		{"proof-contrast-low", in(proved(c), session.Mode{Contrast: true, LowReach: true})},
	}
}
