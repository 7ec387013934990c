package layout

import (
	"image"

	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/layout/frame"
	"gongkai/kiosk/layout/poster"
	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
	"gongkai/kiosk/typeset"
)

// least is the smallest width and height that a page is laid out for, px. A smaller window shows
// the page's top left corner.
const least = 240

// screens lay out the screens, whose content exists.
var screens = [...]func(*build.Draft){
	session.Preparing: preparingScreen,
	session.Attract:   poster.Slide,
	session.Home:      homeScreen,
	session.Category:  categoryScreen,
	session.Item:      itemScreen,
	session.Search:    searchScreen,
	session.Notices:   noticesScreen,
	session.Notice:    noticeScreen,
	session.Night:     nightScreen,

	session.Passcode:   pinScreen,
	session.Service:    serviceScreen,
	session.ScreenTest: screenTest,
	session.TouchTest:  touchTest,
}

// Layout lays out the page of a state at rest.
func Layout(st session.State, theme *page.Theme, size image.Point, set *typeset.Setter) *page.Page {
	size.X, size.Y = max(size.X, least), max(size.Y, least)
	g := page.NewGrid(size)
	staff := session.IsStaff(st.View.Kind)
	st.Proof = st.Proof && !staff
	b := &build.Draft{Grid: g, Modes: build.ModesOf(st, theme, g), Page: &page.Page{View: st.View, Size: size, Theme: theme}, State: st, Setter: set}
	b.Low = b.Low && !staff
	screens[available(st)](b)
	cover(b)
	b.InvertPressed()
	b.Seal()
	return b.Page
}

// available returns the screen of a state's view, or Preparing if its content is missing. In
// practice only the catalogue may be: session leaves an item or a notice that is removed.
func available(st session.State) session.Kind {
	ok := st.Catalogue != nil || session.IsStaff(st.View.Kind)
	if ok {
		switch v := st.View; {
		case v.Kind == session.Notice, v.Kind == session.Attract && v.Notice != "":
			_, ok = session.FindNotice(st, v.Notice)
		case v.Kind == session.Item:
			_, ok = st.Catalogue.Find(v.Number)
		case v.Kind == session.Attract:
			ok = len(st.Catalogue.Items) > 0
		}
	}
	if !ok {
		return session.Preparing
	}
	return st.View.Kind
}

// cover lays out what lies over the page: the announcement of a change in low reach, the proof,
// and the state's sheet.
func cover(b *build.Draft) {
	if b.Low && b.State.Change != session.Unchanged {
		lowChanged(b)
	}
	if b.State.Proof && !b.Low && b.State.Change == session.Unchanged && frame.HasStrip(b) {
		frame.Proof(b, b.W-frame.RightMargin(b.Grid, b.View.Kind == session.Home))
	}
	switch b.State.Top().Kind {
	case session.Accessibility:
		accessibility(b)
	case session.Takeaway:
		takeaway(b)
	case session.Urgent:
		urgentSheet(b)
	case session.Confirming:
		confirmSheet(b)
	case session.IdleWarning:
		idleWarning(b)
	}
}
