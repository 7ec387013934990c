package build

import (
	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/session"
)

// OpenCategory returns the event that opens a category, or the only item of one.
func OpenCategory(items []catalogue.Item, g catalogue.Category) session.Open {
	if len(g.Items) == 1 {
		return OpenItem(&items[g.Items[0]])
	}
	return session.Open{Screen: session.Screen{Kind: session.Category, Category: g.Name}}
}
