package session

import (
	"reflect"
	"time"

	"gongkai/kiosk/catalogue"
)

// said is how long the strip says what new content has done to the page.
const said = 8 * time.Second

// say has the strip say a change.
func say(s State, c Change) State {
	s.Change, s.Changed = c, s.Now
	return move(s, Plain, s.View)
}

// hush takes the word off the strip again.
func hush(s State) State {
	if end, ok := hushAt(s); ok && !s.Now.Before(end) {
		s = move(s, Plain, s.View)
		s.Change = Unchanged
	}
	return s
}

func hushAt(s State) (time.Time, bool) {
	return s.Changed.Add(said), s.Change != Unchanged
}

// differs says whether what the reader's page shows has changed.
func differs(old, now State) bool {
	a, b := old.Catalogue, now.Catalogue
	switch now.View.Kind {
	case Item:
		i, _ := find(a, now.View.Number)
		j, _ := find(b, now.View.Number)
		return !same(a.Items[i], b.Items[j])
	case Category:
		return !sameItems(only(a, now.View.Category), only(b, now.View.Category))
	case Notice:
		return !reflect.DeepEqual(unmarked(notice(old, now.View.Notice)), unmarked(notice(now, now.View.Notice)))
	case Notices:
		return !reflect.DeepEqual(airing(old), airing(now))
	case Home:
		return !sameItems(a.Items, b.Items)
	case Search:
		return !sameItems(results(old), results(now))
	}
	return false
}

// same says whether two items show the same, whatever files they were read from. A mark that comes
// or goes is no new content.
func same(a, b catalogue.Item) bool {
	a.File, b.File = "", ""
	a.Seen, b.Seen = catalogue.Seen{}, catalogue.Seen{}
	return reflect.DeepEqual(a, b)
}

func sameItems(a, b []catalogue.Item) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if !same(a[i], b[i]) {
			return false
		}
	}
	return true
}

// only are a category's items.
func only(c *catalogue.Catalogue, name string) []catalogue.Item {
	var items []catalogue.Item
	for _, it := range c.Items {
		if it.Category == name {
			items = append(items, it)
		}
	}
	return items
}

// results are the items that a query finds.
func results(s State) []catalogue.Item {
	var items []catalogue.Item
	for _, m := range s.Index.Find(s.View.Query) {
		items = append(items, s.Catalogue.Items[m.Item])
	}
	return items
}

// airing are the notices that are on air, without their marks.
func airing(s State) []*catalogue.Notice {
	var list []*catalogue.Notice
	for _, n := range s.OnAir {
		list = append(list, unmarked(&s.Catalogue.Notices[n]))
	}
	return list
}

// notice is the one that was read from a file, nil if it isn't on air.
func notice(s State, file string) *catalogue.Notice {
	if i, ok := FindNotice(s, file); ok {
		return &s.Catalogue.Notices[s.OnAir[i]]
	}
	return nil
}

// unmarked is a notice without its mark.
func unmarked(n *catalogue.Notice) *catalogue.Notice {
	if n == nil {
		return nil
	}
	plain := *n
	plain.Seen = catalogue.Seen{}
	return &plain
}
