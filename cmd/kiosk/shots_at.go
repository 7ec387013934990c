package main

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/qr"
	"gongkai/kiosk/session"
)

// A screen's name may go on with where its reader is: item:4@tab=2, notice:1@scroll=600, item:6@end, item:6@sheet=takeaway,
// takeaway:6@code=2, and several of them.

// positions lists these, as snapshot's help does.
const positions = "@tab=2 @scroll=600 @end @sheet=takeaway @sheet=accessibility @code=2 @page=2"

// pickAt returns the screens that a name with a position selects. The pictures have names like item-04-tab-2.
func pickAt(st session.State, name string) ([]shot, error) {
	parts := strings.Split(name, "@")
	base, steps := parts[0], parts[1:]
	shots, err := pick(st, []string{base})
	if err != nil {
		return nil, err
	}
	for _, step := range steps {
		key, value := step, ""
		if i := strings.IndexByte(step, '='); i >= 0 {
			key, value = step[:i], step[i+1:]
		}
		for i := range shots {
			if shots[i].state, err = positioned(shots[i].state, key, value); errors.Is(err, errUnknown) {
				return nil, fmt.Errorf("没有画面“%s”：看不懂“@%s”；有：%s", name, step, positions)
			} else if err != nil {
				return nil, fmt.Errorf("没有画面“%s”：%w", name, err)
			}
			shots[i].name += "-" + strings.Trim(key+"-"+value, "-")
		}
	}
	return shots, nil
}

// positioned returns a state at a position of its screen.
func positioned(st session.State, key, value string) (session.State, error) {
	n, err := strconv.Atoi(value)
	numbered := err == nil && n > 0
	switch {
	case key == "tab":
		return onTab(st, value)
	case key == "scroll" && err == nil && n >= 0 && n <= bottom:
		st.View.Scroll = n
		return st, nil
	case key == "end" && value == "":
		st.View.Scroll = bottom
		return st, nil
	case key == "page" && numbered:
		st.View.Page = n - 1
		return st, nil
	case key == "code":
		return onCode(st, n)
	case key == "sheet":
		return underSheet(st, value)
	case key == "scroll":
		return st, errors.New("scroll 后面写往下滚多少像素，例如 @scroll=600")
	case key == "page":
		return st, errors.New("page 后面写第几页，从 1 数起，例如 @page=2")
	}
	return st, errUnknown
}

// errUnknown is the error of a position of no kind.
var errUnknown = errors.New("unknown position")

// bottom is a scroll position below every page's end.
const bottom = 1 << 24

// onTab returns a state with a section of the item's guide, by its number or its heading.
func onTab(st session.State, value string) (session.State, error) {
	var guides []catalogue.Guide
	if st.View.Kind == session.Item {
		if i, ok := st.Catalogue.Find(st.View.Number); ok {
			guides = st.Catalogue.Items[i].Guides
		}
	}
	if len(guides) == 0 {
		return st, errors.New("它没有办事指南，也就没有标签")
	}
	var names []string
	for i, g := range guides {
		if value == strconv.Itoa(i+1) || value == g.Name() {
			st.View.Tab = i
			return st, nil
		}
		names = append(names, fmt.Sprintf("%d %s", i+1, g.Name()))
	}
	return st, fmt.Errorf("没有标签“%s”；有：%s", value, strings.Join(names, "，"))
}

// onCode returns a state with another code of its takeaway.
func onCode(st session.State, n int) (session.State, error) {
	codes := codesOf(st)
	switch {
	case st.Sheet.Kind != session.Takeaway || codes == 0:
		return st, errors.New("它不是“存到手机”；写 takeaway:6@code=2，或在前面加上 @sheet=takeaway")
	case n < 1 || n > codes:
		return st, fmt.Errorf("“存到手机”有 %d 张码，code 写 1 到 %[1]d", codes)
	}
	st.Sheet.Part = n - 1
	return st, nil
}

// codesOf returns the number of codes that a page's text takes.
func codesOf(st session.State) int {
	switch st.View.Kind {
	case session.Item:
		if i, ok := st.Catalogue.Find(st.View.Number); ok {
			return len(qr.Takeaway(st.Catalogue, &st.Catalogue.Items[i], st.Now))
		}
	case session.Notice:
		if i, ok := session.FindNotice(st, st.View.Notice); ok {
			return len(qr.NoticeTakeaway(st.Catalogue, &st.Catalogue.Notices[st.OnAir[i]]))
		}
	}
	return 0
}

// underSheet returns a state with a sheet over its page.
func underSheet(st session.State, name string) (session.State, error) {
	kinds := map[string]session.SheetKind{"accessibility": session.Accessibility, "takeaway": session.Takeaway}
	kind, ok := kinds[name]
	if !ok {
		return st, fmt.Errorf("没有叫“%s”的弹出页；有：accessibility takeaway", name)
	}
	usual := st.Mode
	if st = withSheet(st, kind); st.Sheet.Kind != kind {
		return st, fmt.Errorf("在这个画面上打不开“%s”", name)
	}
	st.Mode = usual
	return st, nil
}
