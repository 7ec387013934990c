package blackbox

import (
	"slices"
	"strconv"
	"strings"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/session"
)

// This file names screens as the command line of kiosk snapshot does: item:6, category:4 (by the category's first item),
// attract:group:4, attract:index. A notice is named by its file: its number on the list changes with the hour.

// longestName bounds a screen's name, bytes; a notice whose file has a longer one is a notice.
const longestName = 200

// nameOf returns the name of a screen in a state.
func nameOf(v session.Screen, s session.State) string {
	kind := v.Kind.String()
	switch {
	case v.Notice != "" && len(v.Notice) > longestName:
		return kind + ":notice"
	case v.Notice != "" && v.Kind == session.Attract:
		return kind + ":notice:" + v.Notice
	case v.Notice != "":
		return kind + ":" + v.Notice
	case v.Category != "" && v.Kind == session.Attract:
		return kind + ":group:" + strconv.Itoa(firstOf(v.Category, s))
	case v.Category != "":
		return kind + ":" + strconv.Itoa(firstOf(v.Category, s))
	case v.Number > 0:
		return kind + ":" + strconv.Itoa(v.Number)
	case v.Kind == session.Attract:
		return kind + ":index"
	}
	return kind
}

// firstOf returns the number of a category's first item; 0 if there is none.
func firstOf(category string, s session.State) int {
	if s.Catalogue == nil {
		return 0
	}
	i := slices.IndexFunc(s.Catalogue.Items, func(it catalogue.Item) bool { return it.Category == category })
	if i < 0 {
		return 0
	}
	return s.Catalogue.Items[i].Number
}

// screenOf returns the screen of a name, and reports whether the content has it.
func screenOf(name string, s session.State) (v session.Screen, ok bool) {
	kind, arg, _ := strings.Cut(name, ":")
	for k := session.Preparing; k <= session.TouchTest; k++ {
		if k.String() == kind {
			v.Kind, ok = k, true
		}
	}
	if !ok || s.Catalogue == nil {
		return v, ok && (v.Kind == session.Preparing || session.IsStaff(v.Kind))
	}
	n, _ := strconv.Atoi(arg[strings.LastIndexByte(arg, ':')+1:])
	i, found := s.Catalogue.Find(n)
	switch {
	case v.Kind == session.Item || v.Kind == session.Attract && found && n > 0 && !strings.HasPrefix(arg, "group:"):
		v.Number, ok = n, found
	case v.Kind == session.Category || v.Kind == session.Attract && strings.HasPrefix(arg, "group:"):
		if ok = found; found {
			v.Category = s.Catalogue.Items[i].Category
		}
	case v.Kind == session.Notice || v.Kind == session.Attract && strings.HasPrefix(arg, "notice:"):
		v.Notice = strings.TrimPrefix(arg, "notice:")
		_, ok = session.FindNotice(s, v.Notice)
	case v.Kind == session.Attract:
		ok = arg == "index"
	}
	return v, ok
}
