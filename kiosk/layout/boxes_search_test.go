package layout

import (
	"testing"

	"gongkai/kiosk/layout/sample"
	"gongkai/kiosk/session"
)

// searchScreens are the design's pictures of search.
var searchScreens = []designScreen{
	{"search", typed("CJ")},
	{"search-none", typed("CJZ")},
	{"search-large", chosen(typed("CJ"), session.Mode{Text: 1.6})},
	{"search-lowreach", chosen(typed("CJ"), session.Mode{LowReach: true})},
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

// searchExceptions are the differences of search that are meant.
var searchExceptions = []exception{
	{"portrait-search-large", "text 下面还有*", "two results lie below the fade's solid part; the picture counts one"},
	{"portrait-search-lowreach", "text 残疾", boldest}, {"portrait-search-lowreach", "text 人补贴", boldest},
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
