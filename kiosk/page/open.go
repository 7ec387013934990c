package page

import (
	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/session"
)

// openItem returns the event that opens an item.
func openItem(it *catalogue.Item) session.Open {
	return session.Open{Screen: session.Screen{Kind: session.Item, Number: it.Number}}
}

// openNotice returns the event that opens a notice.
func openNotice(n *catalogue.Notice) session.Open {
	return session.Open{Screen: session.Screen{Kind: session.Notice, Notice: n.File}}
}

// openCategory returns the event that opens a category, or the only item of one.
func openCategory(items []catalogue.Item, g catalogue.Category) session.Open {
	if len(g.Items) == 1 {
		return openItem(&items[g.Items[0]])
	}
	return session.Open{Screen: session.Screen{Kind: session.Category, Category: g.Name}}
}
