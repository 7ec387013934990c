package layout

import (
	"gongkai/fonts"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/layout/frame"
	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
)

// urgentSheet lays out the sheet with an urgent notice over what is being read.
func urgentSheet(b *build.Draft) {
	all := session.UrgentNotices(b.State)
	if len(all) == 0 {
		return // session closes the sheet with the last one
	}
	at := min(max(b.State.Sheet.Part, 0), len(all)-1)
	n := &b.State.Catalogue.Notices[all[at]]
	s, l := frame.OpenSheet(b, "notice", "紧急公告")
	title := build.Pen{Face: fonts.SerifBlack, Size: b.Px(52), Leading: 1.25}
	b.Paragraph(l, b.Phrased(n.Title, n.Breaks, title, s.W), title, s.X, s.Top, page.Black)
	commands := []build.Command{{Word: "知道了", Icon: "check", Event: session.GoBack{}}}
	if len(all) > 1 {
		commands = append(commands, build.Command{Word: "下一条", Icon: "next", Trailing: true, Event: session.ShowPart{Part: (at + 1) % len(all)}})
	}
	frame.Commands(b, l, s, append(commands, build.Command{Word: "看详情", Icon: "next", Trailing: true, Primary: true, Event: build.OpenNotice(n)})...)
}
