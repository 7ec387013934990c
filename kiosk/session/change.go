package session

import (
	"reflect"
	"time"

	"gongkai/kiosk/catalogue"
)

// announceFor is how long the strip announces a change of the page.
const announceFor = 8 * time.Second

// announce puts a change on the strip.
func announce(s State, c Change) State {
	s.Change, s.Changed = c, s.Now
	return startMotion(s, Plain, s.View)
}

// clearChange removes the announcement from the strip when its time is over.
func clearChange(s State) State {
	if end, ok := changeEnd(s); ok && !s.Now.Before(end) {
		s = startMotion(s, Plain, s.View)
		s.Change = Unchanged
	}
	return s
}

func changeEnd(s State) (time.Time, bool) {
	return s.Changed.Add(announceFor), s.Change != Unchanged
}

// differs reports whether the content of the reader's page has changed.
func differs(old, now State) bool {
	a, b := old.Catalogue, now.Catalogue
	switch now.View.Kind {
	case Item:
		i, _ := a.Find(now.View.Number)
		j, _ := b.Find(now.View.Number)
		return !sameItem(a.Items[i], b.Items[j])
	case Category:
		return !sameItems(itemsOf(a, now.View.Category), itemsOf(b, now.View.Category))
	case Notice:
		return !reflect.DeepEqual(withoutMark(noticeOnAir(old, now.View.Notice)), withoutMark(noticeOnAir(now, now.View.Notice)))
	case Notices:
		return !reflect.DeepEqual(noticesOnAir(old), noticesOnAir(now))
	case Home:
		return !sameItems(a.Items, b.Items)
	case Search:
		return !sameItems(results(old), results(now))
	}
	return false
}

// sameItem reports whether two items show the same text, whatever files they were read
// from. A mark (〔新〕, 〔改〕) that appears or goes is no new content.
func sameItem(a, b catalogue.Item) bool {
	a.File, b.File = "", ""
	a.Seen, b.Seen = catalogue.Seen{}, catalogue.Seen{}
	return reflect.DeepEqual(a, b)
}

func sameItems(a, b []catalogue.Item) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if !sameItem(a[i], b[i]) {
			return false
		}
	}
	return true
}

// itemsOf returns a category's items.
func itemsOf(c *catalogue.Catalogue, name string) []catalogue.Item {
	var items []catalogue.Item
	for _, it := range c.Items {
		if it.Category == name {
			items = append(items, it)
		}
	}
	return items
}

// results returns the items that the query finds.
func results(s State) []catalogue.Item {
	var items []catalogue.Item
	for _, m := range s.Index.Find(s.View.Query) {
		items = append(items, s.Catalogue.Items[m.Item])
	}
	return items
}

// noticesOnAir returns the notices that are on air, without their marks.
func noticesOnAir(s State) []*catalogue.Notice {
	var list []*catalogue.Notice
	for _, n := range s.OnAir {
		list = append(list, withoutMark(&s.Catalogue.Notices[n]))
	}
	return list
}

// noticeOnAir returns the notice that was read from a file, or nil if it isn't on air.
func noticeOnAir(s State, file string) *catalogue.Notice {
	if i, ok := FindNotice(s, file); ok {
		return &s.Catalogue.Notices[s.OnAir[i]]
	}
	return nil
}

// withoutMark returns a copy of a notice without its mark.
func withoutMark(n *catalogue.Notice) *catalogue.Notice {
	if n == nil {
		return nil
	}
	plain := *n
	plain.Seen = catalogue.Seen{}
	return &plain
}
