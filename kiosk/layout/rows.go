package layout

import "gongkai/kiosk/layout/build"

// The looks of all lists.
var (
	boardRows    = build.RowLook{Name: "row", Above: true, Over: true, Hit: build.Insets{Top: 7, Bottom: 7}}
	largeRows    = build.RowLook{Name: "row", Above: true, Pressed: true, Hit: build.Insets{Top: 10, Bottom: 4}}
	lowRows      = build.RowLook{Name: "low", Pressed: true, Hit: build.Insets{Top: 7, Bottom: 7}}
	itemRows     = build.RowLook{Name: "list.item", Hit: build.Insets{Top: 7, Bottom: 7}, Chevron: 44}
	noticeRows   = build.RowLook{Name: "list.item", Counted: true, Hit: build.Insets{Top: 7, Bottom: 7}, Chevron: 40}
	foundRows    = build.RowLook{Name: "list.item", Hit: build.Insets{Top: 7, Bottom: 7}, Chevron: 40}
	lowFoundRows = build.RowLook{Name: "low", Hit: build.Insets{Top: 7, Bottom: 7}, Chevron: 40}
)
