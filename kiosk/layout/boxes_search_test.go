package layout

import (
	"strings"
	"testing"
	"time"

	"gongkai/kiosk/layout/sample"
	"gongkai/kiosk/session"
)

// searchScreens are the design's pictures of search.
var searchScreens = []designScreen{
	{"search", typed("CJ")},
	{"search-start", changedLately},
	{"search-none", typed("CJCC")},
	{"search-large", chosen(typed("CJ"), session.Mode{Text: 1.6})},
	{"search-lowreach", chosen(typed("CJ"), session.Mode{LowReach: true})},
}

// changedLately is a search before the first key, two days after 6 has changed and four after 3 has appeared.
func changedLately(t *testing.T) session.State {
	st := search14(t, "")
	st.Catalogue.Items[5].Updated = time.Date(2026, 3, 10, 0, 0, 0, 0, time.UTC)
	st.Catalogue.Items[2].Seen.Appeared = time.Date(2026, 3, 8, 0, 0, 0, 0, time.UTC)
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

// searchExceptions are the differences of search that are meant.
var searchExceptions = []exception{
	{"*-search*", "box spelling", switched}, {"*-search*", "text 拼音", switched}, {"*-search*", "text 笔画", switched},
	{"portrait-search-large", "text 下面还有*", "two results lie below the fade's solid part; the picture counts one"},
	{"portrait-search", "text 残疾", "one character more stands in the line, for which （ gives up room"},
	{"*-search-start", "text [改新]", bracketed}, {"*-search-start", "text 〔[改新]〕", bracketed},
	{"portrait-search-lowreach", "text 残疾", boldest}, {"portrait-search-lowreach", "text 人补贴", boldest},
}

const bracketed = "the mark is one text with its brackets here"

const switched = "the switch between letters and strokes is not in the pictures"

const boldest = "what matched is bolder than the rest of its title here too"

// swapped is where the second and the third of three results are drawn, and the height of a line that ours have less.
type swapped struct{ second, third, end, second1, third1 float64 }

var swaps = map[string]swapped{
	"portrait-search":          {531.2, 762.4, 991.2, 0, 48}, // 协助加强消防宣传教育，开展群众性消防工作…… takes one line
	"landscape-search":         {465.8, 719.6, 923, 48, 0},   // so does 《中华人民共和国就业促进法》（2015年修正）
	"portrait-search-large":    {726.3, 1123.8, 1449.1, 0, 0},
	"portrait-search-lowreach": {976, 1088, 1200, 0, 0},
	"portrait-search-none":     {563.5, 675.5, 787.5, 0, 0},
	"landscape-search-none":    {485.1, 589.1, 693.1, 0, 0},
}

// ranked is a design with the second and third results in the order in which the index
// has them: what matches in 公开内容 goes before what matches in 公开依据.
func ranked(name string, d drawn) drawn {
	s, ok := swaps[name]
	if !ok {
		return d
	}
	right := 1040.0
	if strings.HasPrefix(name, "landscape") {
		right = 988
	}
	high, low := s.third-s.second-s.second1, s.end-s.third-s.third1 // heights of the second and the third
	for i := range d.Texts {
		t := &d.Texts[i]
		y, saved := t.box[1], s.second1
		if y >= s.third {
			saved = s.third1
		}
		if t.box[0] > right || y < s.second || y >= s.end || t.size == 30 || t.size == 39 || t.size == 50 {
			continue
		}
		if t.lines == 2 && saved > 0 {
			t.lines = 1
		}
		if y < s.third {
			t.box[1] += low
		} else {
			t.box[1] -= s.third - s.second
		}
	}
	for _, name := range []string{"list.item", "lately.item"} {
		if list := d.Boxes[name]; len(list) == 3 {
			list[1][3], list[2][3] = low, high
			list[2][1] = s.second + low
		}
	}
	if list := d.Boxes["list"]; len(list) == 1 {
		list[0][3] -= s.second1 + s.third1
	}
	return d
}
