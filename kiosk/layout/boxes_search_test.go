package layout

import (
	"testing"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/layout/sample"
	"gongkai/kiosk/session"
)

// searchScreens are the design's pictures of search and of an item's guide.
var searchScreens = []designScreen{
	{"search", typed("CJ")},
	{"search-none", typed("CJZ")},
	{"search-large", chosen(typed("CJ"), session.Mode{Text: 1.6})},
	{"search-lowreach", chosen(typed("CJ"), session.Mode{LowReach: true})},
	{"item-04-guide", guideOf4},
}

// guideOf4 is the shipped row 4 with sections that are plainly samples, the third one open.
func guideOf4(t *testing.T) session.State {
	st := item(4)(t)
	st.View.Tab = 2
	it := &st.Catalogue.Items[3]
	it.Link = "https://example.com/示例"
	for _, name := range []string{"办理依据", "办理条件", "办理流程", "申请材料", "咨询投诉信息", "办理地点"} {
		it.Guides = append(it.Guides, catalogue.Guide{Heading: name, Body: "1. 示例：第一步\n2. 示例：第二步，文字较长时自动换行，左边对齐\n3. 示例：第三步"})
	}
	return st
}

// typed is the state of a search in the shipped catalogue.
func typed(query string) func(*testing.T) session.State {
	return func(t *testing.T) session.State {
		return search14(t, query)
	}
}

func search14(t testing.TB, query string) session.State {
	st := sample.At(sample.Rows(t, 14), session.Screen{Kind: session.Search})
	st.View.Query = query
	return st
}

// searchExceptions are the differences of search and guide that are meant.
var searchExceptions = []exception{
	{"portrait-search-large", "text 下面还有*", "two results lie below the fade's solid part; the picture counts one"},
	{"portrait-search-lowreach", "text 残疾", boldest}, {"portrait-search-lowreach", "text 人补贴", boldest},
	{"*-item-04-guide", "text 示例", "the mock's tag: what is not official there has none of its own here"},
	{"*-item-04-guide", "text [、]*", "official text is shown whole, and so are the marks that close what has become a tab"},
	{"*-item-04-guide", "text 办理流程*", "the same, in the ink of the chosen tab"},
	{"landscape-item-04-guide", "box guide", "the same tag made the column of the code higher"},
}

const boldest = "what matched is bolder than the rest of its title here too"

// ranked is a design with the second and third results in the order in which the index
// has them: what matches in 公开内容 goes before what matches in 公开依据.
func ranked(name string, d drawn) drawn {
	rows, ok := map[string][2]float64{ // where the second begins, and the third
		"portrait-search": {531.2, 762.4}, "landscape-search": {465.8, 671.6},
		"portrait-search-large": {726.3, 1123.8}, "portrait-search-lowreach": {976, 1088},
	}[name]
	if !ok {
		return d
	}
	ends := map[string]float64{"portrait-search": 993.6, "landscape-search": 925.4, "portrait-search-large": 1521.3, "portrait-search-lowreach": 1200}
	second, third, end := rows[0], rows[1], ends[name]
	right := 1040.0
	if name == "landscape-search" {
		right = 988
	}
	for i, t := range d.Texts {
		switch y := t.box[1]; {
		case t.box[0] > right || y < second || y >= end || t.size == 30 || t.size == 39 || t.size == 50:
		case y < third:
			d.Texts[i].box[1] += end - third
		default:
			d.Texts[i].box[1] -= third - second
		}
	}
	if list := d.Boxes["list.item"]; len(list) == 3 {
		list[1][3], list[2][3] = end-third, third-second
		list[2][1] = second + end - third
	}
	return d
}
