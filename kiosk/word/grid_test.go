package word

import (
	"slices"
	"testing"
)

// TestCatalogues finds a disclosure catalogue that was typed in Word, with its merged cells.
func TestCatalogues(t *testing.T) {
	table := tbl(
		tr(`<w:tblHeader/>`, tc(down, "序号"), tc(across2, "公开事项"), tc(down, "公开内容（要素）"), tc(down, "公开依据"), tc(down, "公开时限")),
		tr(`<w:tblHeader/>`, tc(below, ""), "一级事项", "二级事项", tc(below, ""), tc(below, ""), tc(below, "")),
		tr("", "1", tc(down, "养老"), "助餐", "内容", "《条例》", "20个工作日"),
		tr("", "2", tc(below, ""), "补贴", "内容", "", "20个工作日"),
	)
	grids := Catalogues(t.Context(), "目录.docx", docx(t, par(centred, "目录")+tbl(tr("", "甲", "乙"), tr("", "丙", "丁"))+table, nil))
	if len(grids) != 2 {
		t.Fatal(grids)
	}
	for _, want := range []GridCell{{"序号", 1, 1, 2, 1}, {"公开事项", 1, 2, 1, 3}, {"二级事项", 2, 3, 2, 3}, {"养老", 3, 2, 4, 2}, {"20个工作日", 4, 6, 4, 6}} {
		if !slices.Contains(grids[1].Cells, want) {
			t.Errorf("no %v among %v", want, grids[1].Cells)
		}
	}
	if got := Catalogues(t.Context(), "a.docx", docx(t, par(centred, "值班表")+tbl(tr("", "日期", "公开内容"), tr("", "1日", "张三")), nil)); got != nil {
		t.Errorf("a catalogue in %v", got)
	}
	for _, data := range []string{"", "P", "你好", "PK"} {
		if got := Catalogues(t.Context(), "a.docx", []byte(data)); got != nil {
			t.Errorf("%q: %v", data, got)
		}
	}
}
