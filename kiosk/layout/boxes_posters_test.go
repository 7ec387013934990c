package layout

import (
	"slices"
	"strings"
	"testing"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/layout/sample"
	"gongkai/kiosk/session"
)

// posterScreens are the design's pictures of the carousel.
var posterScreens = []designScreen{
	{"attract-short", slide(1)}, {"attract-long", slide(6)}, {"attract-prose", slide(12)}, {"attract-longtitle", slide(5)},
	{"attract-head", slide(13)}, {"attract-figure", slide(11)}, {"attract-ask", asked},
	{"attract-group", attract(session.Screen{Kind: session.Attract, Category: "生育"})},
	{"attract-index", attract(session.Screen{Kind: session.Attract})},
	{"attract-contrast", chosen(slide(6), session.Mode{Contrast: true})},
	{"attract-notice", event},
	{"attract-poster", noticeFixture(session.Attract, "1", &tallPoster)},
	{"attract-poster-wide", noticeFixture(session.Attract, "1", &widePoster)},
}

// attract returns the state of the carousel that shows a slide of the shipped catalogue.
func attract(s session.Screen) func(*testing.T) session.State {
	return func(t *testing.T) session.State { return sample.At(sample.Rows(t, 14), s) }
}

// asked returns the slide of the design's question.
func asked(t *testing.T) session.State {
	files := slices.Clone(sample.Shipped(t))
	for i, f := range files {
		if strings.HasPrefix(f.Path, "items/06") {
			files[i].Data = slices.Concat(f.Data, []byte("ask = \"\"\"\n家里有\n残疾人？\n\"\"\"\n"))
		}
	}
	return sample.At(sample.Parse(t, files), session.Screen{Kind: session.Attract, Number: 6})
}

// event returns the slide of the design's notice with an event line.
func event(t *testing.T) session.State {
	st := noticeFixture(session.Attract, "1", nil)(t)
	c := *st.Catalogue
	c.Notices = slices.Clone(c.Notices)
	n := &c.Notices[slices.IndexFunc(c.Notices, func(n catalogue.Notice) bool { return n.File == st.View.Notice })]
	n.When, n.Where = "3月14日（星期六）9:00", "党群服务中心门前广场"
	st.Catalogue = &c
	return st
}

var posterExceptions = []exception{
	{"*-attract-*", "text 示例", sampleTag},
	{"*-attract-ask", "box title", untagged}, {"*-attract-ask", "text 家里有残疾人？", untagged},
	{"*-attract-notice", "box text", bodySize}, {"*-attract-notice", "text 示例文字*", bodySize},
	{"portrait-attract-long", "box text.*", pushedIn}, {"portrait-attract-long", "text [残听一随办]*", pushedIn},
	{"portrait-attract-long", "text [，、]*", pushedIn}, {"portrait-attract-long", "text ）、", pushedIn},
	{"portrait-attract-contrast", "box text.*", pushedIn}, {"portrait-attract-contrast", "text [残听一随办]*", pushedIn},
	{"portrait-attract-contrast", "text [，、]*", pushedIn}, {"portrait-attract-contrast", "text ）、", pushedIn},
	{"landscape-attract-prose", "box text.item", pushedIn}, {"landscape-attract-prose", "text [培配负推协]*", pushedIn},
	{"portrait-attract-prose", "text 负责物业*", "the em box of 〔 at a line's start begins half an em before the measure, its ink in it"},
}

// pushedIn: where Chromium begins another line, marks are squeezed here (推入), as the
// design's typography asks; what stands below is higher by that line.
const pushedIn = "a line less, since marks are squeezed before a line is forced"

const (
	untagged = "without the tag of a sample below it, the question stands in the middle"
	bodySize = "52 u, 18 characters a line, as the design's words say; the picture has the 42 u of another rule"
)
