package build

import (
	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/session"
)

// OpenCategory returns the event that opens a category, or its only item.
func OpenCategory(items []catalogue.Item, g catalogue.Category) session.Open {
	if len(g.Items) == 1 {
		return OpenItem(&items[g.Items[0]])
	}
	return session.Open{Screen: session.Screen{Kind: session.Category, Category: g.Name}}
}

// OpenItem returns the event that opens an item.
func OpenItem(it *catalogue.Item) session.Open {
	return session.Open{Screen: session.Screen{Kind: session.Item, Number: it.Number}}
}

// OpenNotice returns the event that opens a notice.
func OpenNotice(n *catalogue.Notice) session.Open {
	return session.Open{Screen: session.Screen{Kind: session.Notice, Notice: n.File}}
}
