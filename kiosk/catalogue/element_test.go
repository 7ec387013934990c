package catalogue

import "testing"

// TestClosing cuts an element's own closing mark off.
func TestClosing(t *testing.T) {
	for _, c := range []struct {
		text, body, mark string
		unclosed         string
	}{
		{"示例、", "示例", "、", "示例"}, {"示例，", "示例", "，", "示例"}, {"示例。", "示例。", "", "示例。"},
		{"示例）、", "示例）", "、", "示例）"}, {"示例、、", "示例、", "、", "示例、"}, {"、", "、", "", ""}, {"", "", "", ""},
	} {
		if body, mark := Closing(c.text); body != c.body || mark != c.mark {
			t.Errorf("%s: %q, %q", c.text, body, mark)
		}
		if got := Unclosed(c.text); got != c.unclosed || Closed(c.text) != (got != c.text) {
			t.Errorf("%s: unclosed %q, closed %v", c.text, got, Closed(c.text))
		}
	}
}

func TestCellForm(t *testing.T) {
	for _, c := range []struct {
		cell    Cell
		nested  bool
		longest int
	}{
		{nil, false, 0},
		{Cell{{Text: "示例"}, {Text: "示例文字"}}, false, 4},
		{Cell{{Text: "示例（"}, {Text: "示例", Depth: 1}}, true, 3},
	} {
		if c.cell.Nested() != c.nested || c.cell.Longest() != c.longest {
			t.Errorf("%v: nested %v, longest %d", c.cell, c.cell.Nested(), c.cell.Longest())
		}
	}
}
