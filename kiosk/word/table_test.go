package word

import (
	"strings"
	"testing"

	"gongkai/kiosk/catalogue"
)

// tc returns a cell, tr a row and tbl a table.
func tc(properties string, pars ...string) string {
	for i, p := range pars {
		if !strings.HasPrefix(p, "<") {
			pars[i] = par("", p)
		}
	}
	return `<w:tc><w:tcPr>` + properties + `</w:tcPr>` + strings.Join(pars, "") + `</w:tc>`
}

func tr(properties string, cells ...string) string {
	for i, c := range cells {
		if !strings.HasPrefix(c, "<w:tc>") {
			cells[i] = tc("", c)
		}
	}
	return `<w:tr><w:trPr>` + properties + `</w:trPr>` + strings.Join(cells, "") + `</w:tr>`
}

func tbl(rows ...string) string { return `<w:tbl>` + strings.Join(rows, "") + `</w:tbl>` }

const (
	down    = `<w:vMerge w:val="restart"/>`
	below   = `<w:vMerge/>`
	across2 = `<w:gridSpan w:val="2"/>`
)

// TestTables reads tables as the content's own.
func TestTables(t *testing.T) {
	for _, c := range []struct {
		name, table, want string
		cells             string // as the catalogue parses them, / between cells and ; between rows; "" for no table
	}{
		{"plain", tbl(tr("", "姓名", "电话"), tr("", "张三", "0355")), "| 姓名 | 电话 |\n| 张三 | 0355 |", "姓名/电话;张三/0355"},
		{"names alone, with a head that each page repeats", tbl(tr(`<w:tblHeader/>`, "组", "人"), tr("", "一", "张三")), "| 组 | 人 |\n|---|---|\n| 一 | 张三 |", "组/人;一/张三"},
		{"merged down", tbl(tr("", "组", "人"), tr("", tc(down, "一"), "张三"), tr("", tc(below, ""), "李四")), "| 组 | 人 |\n| 一 | 张三 |\n|  | 李四 |", "组/人;一/张三;/李四"},
		{"merged across", tbl(tr("", tc(across2, "姓名和电话"), "地址"), tr("", "张三", "0355", "一号楼")), "| 姓名和电话 |  | 地址 |\n| 张三 | 0355 | 一号楼 |", "姓名和电话//地址;张三/0355/一号楼"},
		{"a column that no cell begins in", tbl(tr("", tc(across2, "姓名"), "电话"), tr("", tc(across2, "张三"), "0355")), "| 姓名 | 电话 |\n| 张三 | 0355 |", "姓名/电话;张三/0355"},
		{"a title in the table", tbl(tr("", tc(`<w:gridSpan w:val="3"/>`, "值班表")), tr("", "日期", "姓名", "电话"), tr("", "1日", "张三", "0355")), "值班表\n| 日期 | 姓名 | 电话 |\n| 1日 | 张三 | 0355 |", ""},
		{"lines in a cell", tbl(tr("", "时间", "内容"), tr("", "上午", tc("", "义诊", "理发"))), "时间\t内容\n上午\t\"义诊\n理发\"", "时间/内容;上午/义诊\n理发"},
		{"lines in a cell that isn't the last", tbl(tr("", "内容", "时间"), tr("", tc("", "义诊", "理发"), "上午")), "| 内容 | 时间 |\n| 义诊 理发 | 上午 |", "内容/时间;义诊\u2002理发/上午"},
		{"a bar in a cell", tbl(tr("", "甲|乙", "丙"), tr("", "1", "2")), "| 甲\\|乙 | 丙 |\n| 1 | 2 |", "甲|乙/丙;1/2"},
		{"one column", tbl(tr("", "第一行"), tr("", "第二行")), "第一行\n第二行", ""},
		{"one cell", tbl(tr("", tc("", "第一段", "第二段"))), "第一段\n第二段", ""},
		{"one row", tbl(tr("", "甲方", "乙方")), "甲方　　乙方", ""},
		{"a row that was deleted", tbl(tr("", "甲", "乙"), tr(`<w:del w:id="1"/>`, "旧", "旧"), tr("", "丙", "丁")), "| 甲 | 乙 |\n| 丙 | 丁 |", "甲/乙;丙/丁"},
		{"numbers of a list alone", tbl(tr("", "序号", "姓名"), tr("", tc("", par(inList("1", "0"), "")), "张三"), tr("", tc("", par(inList("1", "0"), "")), "李四")), "| 序号 | 姓名 |\n| 1 | 张三 |\n| 2 | 李四 |", "序号/姓名;1/张三;2/李四"},
		{"rows that begin later", tbl(tr("", "甲", "乙", "丙"), tr(`<w:gridBefore w:val="1"/>`, "丁", "戊")), "| 甲 | 乙 | 丙 |\n|  | 丁 | 戊 |", "甲/乙/丙;/丁/戊"},
		{"a table within", tbl(tr("", "甲", "乙"), tr("", "丙", tc("", tbl(tr("", "1", "2"), tr("", "3", "4"))))), "甲\t乙\n丙\t\"1　2\n3　4\"", "甲/乙;丙/1　2\n3　4"},
		{"cells of old merges", tbl(tr("", tc(`<w:hMerge w:val="restart"/>`, "甲"), tc(`<w:hMerge w:val="continue"/>`, ""), "丙"), tr("", "1", "2", "3")), "| 甲 |  | 丙 |\n| 1 | 2 | 3 |", "甲//丙;1/2/3"},
		{"a tab in a cell", tbl(tr("", run2("甲", "乙"), "丙"), tr("", "1", "2")), "| 甲　乙 | 丙 |\n| 1 | 2 |", "甲　乙/丙;1/2"},
		{"a form to fill in", tbl(tr("", "姓名", ""), tr("", "电话", "")), "| 姓名 |  |\n| 电话 |  |", "姓名/;电话/"},
	} {
		numbering := part("numbering", `<w:abstractNum w:abstractNumId="0">`+lvl("0", "decimal", "%1", "")+`</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`)
		n := read(t, "a.docx", docx(t, par(centred, "标题")+par("", "见表：")+c.table+par("", "完。"), parts{"word/numbering.xml": numbering}))
		if strings.Contains(told(n), "写不成") {
			t.Errorf("%s: reported %s", c.name, told(n))
		}
		body, _ := strings.CutPrefix(n.Body, "见表：\n")
		body, _ = strings.CutSuffix(body, "\n完。")
		if got := strings.Trim(body, "\n"); got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", c.name, got, c.want)
		}
		if got := cells(n.Body); c.cells != "" && got != c.cells {
			t.Errorf("%s: the catalogue reads %q, want %q", c.name, got, c.cells)
		}
	}
}

// run2 returns a cell of two texts with a tab between them.
func run2(a, b string) string {
	return tc("", par("", `<w:r><w:t>`+a+`</w:t><w:tab/><w:t>`+b+`</w:t></w:r>`))
}

// cells returns the cells of the only table of a body.
func cells(body string) string {
	var all []string
	for _, b := range catalogue.Blocks(body) {
		if b.Kind == catalogue.Table {
			for _, row := range b.Rows {
				all = append(all, strings.Join(row, "/"))
			}
		}
	}
	return strings.Join(all, ";")
}

// TestLostRow: a row of dashes can't be written; it is named.
func TestLostRow(t *testing.T) {
	n := read(t, "a.docx", docx(t, par(centred, "标题")+par("", "见表：")+tbl(tr("", "项目", "金额"), tr("", "-", "-")), nil))
	if len(n.Problems) != 1 || !strings.Contains(told(n), "写不成公告里的表格") {
		t.Error(told(n))
	}
}
