package layout

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"gongkai/kiosk/layout/sample"
	"gongkai/kiosk/session"
)

// itemScreens are the design's pictures of items.
var itemScreens = []designScreen{
	{"item-01", withContact(1)}, {"item-04", withContact(4)}, {"item-06", withContact(6)}, {"item-09", withContact(9)}, {"item-12", withContact(12)},
	{"item-04-bare", item(4)}, {"item-04-desk", contactOf(4, "desk = \"一楼大厅　3号窗口\"\nphone = \"0355-0000000\"\n")},
	{"item-04-guide", guided},
}

// withContact is item, with the design's contact.
func withContact(n int) func(t *testing.T) session.State { return contactOf(n, "") }

// contactOf is item, with a contact, "" for the design's.
func contactOf(n int, contact string) func(t *testing.T) session.State {
	return func(t *testing.T) session.State {
		files := sample.Contacted(sample.Shipped(t))
		for i, f := range files {
			if contact != "" && f.Path == "kiosk.toml" {
				at := strings.LastIndex(string(f.Data), "[contact]")
				files[i].Data = []byte(string(f.Data[:at]) + "[contact]\n" + contact)
			}
		}
		return sample.At(sample.Parse(t, files), session.Screen{Kind: session.Item, Number: n})
	}
}

// guided is row 4 with the design's guide, its third section open.
func guided(t *testing.T) session.State {
	files := sample.Contacted(sample.Shipped(t))
	more := "link = \"https://example.com/示例\"\nsummary = \"示例：符合条件的父母，每年可领一份奖励。\"\n"
	for _, heading := range []string{"办理依据", "办理条件", "办理流程", "申请材料", "咨询投诉信息", "办理地点"} {
		more += fmt.Sprintf("[[guide]]\nheading = %q\nbody = \"\"\"\n1. 示例：第一步\n2. 示例：第二步，文字较长时自动换行，左边对齐\n3. 示例：第三步\n\"\"\"\n", heading)
	}
	for i := range files {
		if strings.HasPrefix(files[i].Path, "items/04") {
			files[i].Data = append(files[i].Data, more...)
		}
	}
	st := sample.At(sample.Parse(t, files), session.Screen{Kind: session.Item, Number: 4})
	st.View.Tab = 2
	return st
}

var itemExceptions = slices.Concat(larger("landscape-item-06"), larger("landscape-item-changed"), []exception{
	{"*-item-*", "text 示例", sampleTag},
	{"landscape-item-12", "box content", pushedIn}, {"landscape-item-12", "box paras*", pushedIn},
	{"landscape-item-12", "text 负责物业*", pushedIn}, {"landscape-item-12", "text 推进*", pushedIn}, {"landscape-item-12", "text 协助做好*", pushedIn},
	{"landscape-item-04-guide", "box guide", "the sample's tag made the column of the code higher"},
	{"portrait-item-large", "text ）、", partsNoWord},
	{"portrait-item-lowreach-xlarge", "text ，", partsNoWord}, {"portrait-item-lowreach-xlarge", "text ）、", partsNoWord},
})

const largerSub = "marks are squeezed, and the list grows further"

// larger returns the differences of row 6 in landscape: with the marks squeezed, each element of its list keeps to one
// line in larger text than in the picture.
func larger(screen string) (all []exception) {
	for _, what := range []string{
		"box content", "box lead", "box sub*", "box names", "text 补贴情形", "text （包括", "text ，", "text ）、",
		"text 残疾*", "text 听力*", "text 一级伤残*", "text 随班*", "text 办理依据*",
	} {
		all = append(all, exception{screen, what, largerSub})
	}
	return all
}

const partsNoWord = "a line ends one character earlier and parts no word"
