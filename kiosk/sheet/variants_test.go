package sheet

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2" // tables as other programs write them
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"gongkai/content"
	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/diag"
)

// variant is a table as some office has it. What becomes of it stands in testdata/variants, as the problems and the
// files that an import writes into an empty directory.
type variant struct {
	name    string
	file    string // the ending decides nothing
	make    func(*book)
	text    []byte // instead of make
	options Options
}

// book is a workbook while a test fills it.
type book struct {
	t *testing.T
	*excelize.File
	sheet string
}

// rows writes rows of cells from a cell on; "" leaves a cell out.
func (b *book) rows(from string, rows ...[]any) {
	b.t.Helper()
	column, row, err := excelize.CellNameToCoordinates(from)
	b.must(err)
	for i, cells := range rows {
		for k, v := range cells {
			if v == "" {
				continue
			}
			at, err := excelize.CoordinatesToCellName(column+k, row+i)
			b.must(err)
			b.must(b.SetCellValue(b.sheet, at, v))
		}
	}
}

func (b *book) must(err error) {
	b.t.Helper()
	if err != nil {
		b.t.Fatal(err)
	}
}

func (b *book) merge(areas ...string) {
	for _, a := range areas {
		from, to, _ := strings.Cut(a, ":")
		b.must(b.MergeCell(b.sheet, from, to))
	}
}

// style gives cells a number's format.
func (b *book) format(at, code string) {
	id, err := b.NewStyle(&excelize.Style{CustomNumFmt: &code})
	b.must(err)
	b.must(b.SetCellStyle(b.sheet, at, at, id))
}

// cells is a row.
func row(cells ...any) []any { return cells }

// form is the official head with one row of levels.
var upper = row("序号", "一级事项", "二级事项", "公开内容（要素）", "公开依据", "公开时限", "公开主体", "公开渠道和载体", "公开层级")

// official writes the official head at A1 with three levels.
func (b *book) official(from int) {
	b.rows(fmt.Sprintf("A%d", from), upper)
	b.rows(fmt.Sprintf("I%d", from+1), row("县级", "乡镇", "社区"))
	for _, c := range "ABCDEFGH" {
		b.merge(fmt.Sprintf("%c%d:%c%d", c, from, c, from+1))
	}
	b.merge(fmt.Sprintf("I%d:K%d", from, from))
}

// entryRow is a row of the official form that is plainly a sample.
func entryRow(number any, first, second string, tail ...any) []any {
	return append(row(number, first, second, "示例内容、办理流程", "《示例条例》", "及时公开", "社区工作站", "公示栏"), tail...)
}

var variants = []variant{
	{name: "leading rows and columns", make: func(b *book) {
		b.rows("C2", row("附件1"))
		b.rows("C3", row("本表依《示例公开目录》编。"))
		b.rows("C4", row("示例社区\n政务公开事项标准目录（2026年版）", "", "", "附表"))
		b.rows("C5", row("填报单位：示例社区", "", "", "", "单位：项"))
		b.rows("C7", row("序号", "一级事项", "二级事项", "公开内容", "公开依据"), row(1, "生育", "示例甲", "内容甲", "《示例条例》"), row(2, "就业", "", "内容乙"))
	}},
	{name: "two header rows with narrow names", make: func(b *book) {
		b.rows("A1", row("序\n号", "公开事项", "", "公开内容\n(要素)", "公 开 依 据", "公开\n时限", "公开　主体", "公开渠道\n和载体（至少一项）", "公开对象", "", "公开方式", "", "公开层级"))
		b.rows("B2", row("一级\n事项", "二级\n事项"))
		b.rows("I2", row("全社会", "特定群体\n（请写明）", "主动", "依申请公开", "县级", "乡、村\n级"))
		b.merge("A1:A2", "B1:C1", "D1:D2", "E1:E2", "F1:F2", "G1:G2", "H1:H2", "I1:J1", "K1:L1", "M1:N1")
		b.rows("A3", row(1, "社会救助", "最低生活\n保障", "1.政策法规；2.办事指南", "《社会救助暂行办法》（国务院令第649号）《示例意见》（示例〔2020〕1号）", "20个工作日内", "示例县\n民政局", "■政府网站□公告栏", "√", "", "√", "", "√", ""),
			row(2, "", "临时救助", "示例内容", "《示例条例》", "及时", "示例单位", "公告栏", "", "低保对象、特困人员", "", "是", "", "✓"),
			row(3, "", "救助款物", "示例内容", "《示例条例》", "及时", "示例单位", "公告栏", "□", "√", "☑", "□", "■", "■"))
		b.merge("B3:B5")
	}},
	{name: "printed pages", make: func(b *book) {
		for i, at := range []int{1, 8} {
			b.rows(fmt.Sprintf("A%d", at), row("示例社区政务公开事项标准目录"))
			b.merge(fmt.Sprintf("A%d:K%d", at, at))
			b.official(at + 1)
			b.rows(fmt.Sprintf("A%d", at+3), entryRow(2*i+1, "生育", "示例甲", "", "", "√"), entryRow(2*i+2, "", "示例乙", "", "√", "√"))
			b.merge(fmt.Sprintf("B%d:B%d", at+3, at+4))
			b.rows(fmt.Sprintf("A%d", at+6), row(fmt.Sprintf("第%d页 共2页", i+1)))
		}
	}},
	{name: "several sheets", make: func(b *book) {
		b.rows("A1", row("填写说明"), row("一行一项"))
		for _, name := range []string{"旧目录", "目录", "空表", "目录（二）"} {
			_, err := b.NewSheet(name)
			b.must(err)
		}
		b.sheet = "旧目录"
		b.official(1)
		b.rows("A3", entryRow(1, "旧", "旧的"))
		b.must(b.SetSheetVisible("旧目录", false))
		b.sheet = "目录"
		b.official(1)
		b.rows("A3", entryRow(1, "生育", "示例甲"))
		b.sheet = "目录（二）"
		b.official(2)
		b.rows("A4", entryRow(2, "就业", "示例乙"))
	}},
	{name: "blank and hidden rows and notes", make: func(b *book) {
		b.rows("A1", row("示例社区政务公开事项标准目录"))
		b.official(2)
		b.rows("A4", entryRow(1, "生育", "示例甲"))
		b.rows("A6", entryRow(2, "就业", "示例乙"))
		b.must(b.SetRowVisible(b.sheet, 6, false))
		b.rows("A9", entryRow(3, "助残", "示例丙"))
		b.rows("A10", row("合计", "", "", "3项"))
		b.rows("A12", row("注：本目录由示例单位编制。"))
		b.merge("A12:K12")
		b.rows("A13", row("", "说明", "", "二是示例"))
	}},
	{name: "numbers", make: func(b *book) {
		b.official(1)
		b.rows("A3", entryRow(1.0, "生育", "浮点"), entryRow("２", "", "全角"), entryRow("第3项", "", "第几项"), entryRow("4.", "", "带点"), entryRow("５．", "", "全角点"), entryRow("（6）", "", "括号"), entryRow(7, "", "前面补零"), entryRow("0008", "", "编码"), entryRow("6-1", "", "不是数"), entryRow("", "", "没有"))
		b.format("A9", "0000")
	}},
	{name: "rich text and formulas and days", make: func(b *book) {
		b.official(1)
		b.rows("A3", entryRow(1, "生育", ""), entryRow(2, "就业", ""), entryRow(3, "助残", "示例丙"))
		b.must(b.SetCellRichText(b.sheet, "C3", []excelize.RichTextRun{{Text: "示例", Font: &excelize.Font{Bold: true}}, {Text: "甲"}}))
		b.must(b.SetCellFormula(b.sheet, "C4", `"示例"&"乙"`))
		b.must(b.SetCellFormula(b.sheet, "F5", `TODAY()`))
		b.must(b.SetCellValue(b.sheet, "F3", 46174))
		b.format("F3", `yyyy"年"m"月"d"日"`)
		b.must(b.SetCellRichText(b.sheet, "H5", []excelize.RichTextRun{{Text: "公示栏"}, {Text: "广播", Font: &excelize.Font{Strike: true}}}))
	}},
	{name: "ticks", make: func(b *book) {
		b.official(1)
		for i, tick := range []string{"√", "✓", "✔", "是", "■", "☑", "●", "V", "社区", "□", "口", "否", "×", "—", "无", "√\n", "待定"} {
			b.rows(fmt.Sprintf("A%d", i+3), entryRow(i+1, "打勾", fmt.Sprintf("示例%d", i+1), "√", "", tick))
		}
	}},
	{name: "choices in one cell", make: func(b *book) {
		b.rows("A1", row("序号", "一级事项", "二级事项", "公开内容", "公开依据", "公开对象", "公开方式", "公开层级"))
		for i, c := range [][3]string{
			{"☑全社会 □特定群体", "☑主动 □依申请", "□县级 ☑乡镇 ■社区"},
			{"口全社会 √特定群体（低保户）", "主动公开", "口县级 口乡镇 √社区"},
			{"全社会", "依申请公开", "县级√ 乡镇 社区√"},
			{"全社会□特定群体■", "主动√依申请□", "县级、乡、村级"},
			{"示例群体", "", "县级/乡镇"},
		} {
			b.rows(fmt.Sprintf("A%d", i+2), row(i+1, "示例", fmt.Sprintf("示例%d", i+1), "示例内容", "《示例条例》", c[0], c[1], c[2]))
		}
	}},
	{name: "words for numbers and groups in brackets", file: "目录.csv", text: []byte("序号,一级事项,二级事项,公开内容,公开对象,,\n,,,,全社会,特定群体,\n一,生育,示例甲,●甲●乙,√,,\n（十二）,,示例乙,内容乙,,√（申请人）,\n三十四、,,示例丙,内容丙,□,申请人,\n")},
	{name: "levels with brackets and letters before numbers", file: "目录.csv", text: []byte("序号,一级事项,公开内容,公开层级,,\n,,,县级,乡镇（街道）,村（社区）\n1,生育,甲,,√,√\nA-2,就业,乙,√,,\n")},
	{name: "ditto and merges", make: func(b *book) {
		b.official(1)
		b.rows("A3", entryRow(1, "生育", "示例甲", "", "", "√"), row(2, "同上", "示例乙", "同上", "同上", "〃", "同 上", "（同上）", "", "", "同上"))
		b.rows("A5", row(3, "就业", "示例丙", "共用的内容", "《共用条例》", "及时", "社区", "公示栏", "√"), row(4, "", "示例丁"), row(5, "", "示例戊"))
		b.merge("B5:B7", "D5:D7", "E5:E7", "F5:F7", "G5:G7", "H5:H7", "I5:K5")
		b.rows("A8", row(6, "没有二级的", "", "内容", "《示例条例》", "及时", "社区", "公示栏"))
		b.merge("B8:C8")
	}},
	{name: "one number over several rows", make: func(b *book) {
		b.official(1)
		b.rows("A3", row(1, "生育", "示例甲", "办理依据", "《示例条例》", "及时", "社区", "公示栏", "√"), row("", "", "", "办理条件", "《示例办法》", "", "", "", "", "", "√"), row(2, "就业", "示例乙", "内容乙", "《示例条例》"), row("", "", "示例丙", "内容丙", "《示例条例》"), row(3, "养老", "没有内容"), row("", "", "", "接着的"))
		b.merge("A3:A4", "B3:B4", "C3:C4", "F3:F4", "G3:G4", "H3:H4", "A5:A6", "B5:B6")
	}},
	{name: "four levels", make: func(b *book) {
		b.rows("A1", row("序号", "一级事项", "二级事项", "三级事项", "四级事项", "公开内容（要素）", "公开依据"))
		b.rows("A2", row(1, "社会救助", "临时救助", "审核审批", "结果", "示例内容", "《示例条例》"), row(2, "", "", "办事指南", "", "示例内容", "《示例条例》"), row(3, "养老", "养老", "", "", "示例内容", "《示例条例》"))
		b.merge("B2:B3", "C2:C3")
	}},
	{name: "three levels as text", file: "目录.csv", text: []byte("序号,公开事项,,,公开内容\n,一级事项,二级事项,三级事项,\n1,救助,低保,标准,甲\n2,,,名单,乙\n3,,临时,标准,丙\n4,养老,,,丁\n5,,,名单,戊\n")},
	{name: "codes and a column of the website", make: func(b *book) {
		b.rows("A1", row("序号", "事项编码", "一级事项", "二级事项", "公开内容（要素）", "网站所属栏目", "备注"))
		b.rows("A2", row("0505", "05-05", "城乡规划", "示例甲", "示例内容", "首页/规划", ""), row("0506", "", "", "示例乙", "示例内容", "", "示例备注"))
	}},
	{name: "codes for numbers", make: func(b *book) {
		b.rows("A1", row("编码", "事项名称", "公开内容", "公开主体"))
		b.rows("A2", row(505, "示例甲", "示例内容", "示例单位"))
		b.format("A2", "0000")
	}},
	{name: "notes beside cells and a picture", make: func(b *book) {
		b.official(1)
		b.rows("A3", entryRow(1, "生育", "示例甲"))
		b.must(b.AddComment(b.sheet, excelize.Comment{Cell: "D3", Author: "示例", Text: "示例批注"}))
		b.must(b.AddPictureFromBytes(b.sheet, "A5", &excelize.Picture{Extension: ".png", File: dot(b.t)}))
	}},
	{name: "a number twice", make: func(b *book) {
		b.official(1)
		b.rows("A3", entryRow(1, "生育", "示例甲"), entryRow(2, "", "示例乙"), entryRow(2, "", "示例丙"), entryRow(3, "", "示例丁"))
	}},
	{name: "renumbered", options: Options{Renumber: true}, make: func(b *book) {
		b.official(1)
		b.rows("A3", entryRow(1, "生育", "示例甲"), entryRow(2, "", "示例乙"), entryRow("新", "", "示例丙"), entryRow(3, "", "示例丁"))
	}},
	{name: "numbered columns and a cut row", make: func(b *book) {
		b.rows("A1", row("序号", "一级事项", "二级事项", "公开内容", "", "公开依据"), row("1", "2", "3", "4", "", "5"))
		b.merge("D1:E1")
		b.rows("A2", row("（1）", "（2）", "（3）", "（4）", "", "（5）"), row(1, "生育", "示例甲", "办理依据、", "", "《示例条例》"), row("", "", "", "办理条件、办理流程", "", ""), row(2, "就业", "示例乙", "示例内容", "", "《示例条例》"))
		b.merge("D2:E2", "D3:E3", "D5:E5")
	}},
	{name: "rows without what an item needs", make: func(b *book) {
		b.official(1)
		b.rows("A3", row(1, "", "", "没有事项名称", "《示例条例》"), row(2, "生育", "没有内容"), entryRow(3, "生育", "示例甲"), row(99999999, "生育", "序号太大", "示例内容"))
		b.rows("M5", row("表外的字"))
	}},
	{name: "a cell that the screen refuses", make: func(b *book) {
		b.official(1)
		b.rows("A3", entryRow(1, "生育", "示例甲"), entryRow(2, "生育", strings.Repeat("长", 1001)))
	}},
	{name: "csv in GBK", file: "目录.csv", text: gbk("序号,一级事项,二级事项,公开内容,公开层级,\r\n,,,,县级,社区\r\n1,生育,\"示例\r\n甲\",\"内容，甲\",√,\r\n2,,示例乙,内容乙,,√\r\n")},
	{name: "text in UTF-16", file: "目录.txt", text: utf16le("序号\t一级事项\t二级事项\t公开内容\r\n1\t生育\t示例甲\t\"办理条件、\n  收入、\n  年龄\"\r\n")},
	{name: "the title of an annex", file: "目录.csv", text: []byte("附件2：示例社区居务公开目录（试行）,,\n序号,一级事项,公开内容\n1,生育,甲\n")},
	{name: "semicolons", file: "目录.csv", text: []byte("\ufeffsep=;\n序号;一级事项;二级事项;公开内容\n1;生育;示例甲;内容甲\n")},
	{name: "quotes that are no quotes", file: "目录.tsv", text: []byte("序号\t一级事项\t二级事项\t公开内容\n1\t生育\t“示例”甲\t\"红色物业\"建设\n2\t生育\t示例乙\t推进\"双拥\"\n")},
	{name: "the number of a refused row again", file: "目录.csv", text: []byte("序号,一级事项,二级事项,公开内容\n1,生育,示例甲,\n2,生育,示例乙,内容乙\n1,生育,示例丙,内容丙\n,生育,示例丁,内容丁\n")},
	{name: "two tables on one sheet", file: "目录.csv", text: []byte("序号,一级事项,二级事项,公开内容\n1,生育,示例甲,内容甲\n\n,,,\n二级事项,一级事项,公开内容,序号,公开主体\n示例乙,就业,内容乙,2,社区\n")},
}

// dot returns a picture of one pixel.
func dot(t *testing.T) []byte {
	var out bytes.Buffer
	if err := png.Encode(&out, image.NewGray(image.Rect(0, 0, 1, 1))); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func gbk(text string) []byte {
	b, _ := simplifiedchinese.GBK.NewEncoder().Bytes([]byte(text))
	return b
}

func utf16le(text string) []byte {
	b, _ := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().Bytes([]byte(text))
	return b
}

// bytes returns a variant's file.
func (v variant) bytes(t *testing.T) (name string, data []byte) {
	t.Helper()
	if v.make == nil {
		return v.file, v.text
	}
	b := &book{t, excelize.NewFile(), "Sheet1"}
	defer b.Close()
	v.make(b)
	buf, err := b.WriteToBuffer()
	b.must(err)
	return "目录.xlsx", buf.Bytes()
}

// imported returns what an import of a file into a directory gives.
func imported(t *testing.T, name string, data []byte, files []catalogue.File, o Options) Plan {
	t.Helper()
	b, problems := Read(context.Background(), name, data, nil)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return PlanOf(name, TableOf(context.Background(), name, b), files, sourceOf(t, content.FS).Files, o)
}

// outcome returns a plan as text: what is printed, and the files.
func outcome(p Plan) string {
	var b strings.Builder
	diag.WriteText(&b, p.Problems)
	for _, c := range p.Changes {
		fmt.Fprintln(&b, c)
	}
	fmt.Fprintf(&b, "taken %d, lost %d\n", p.Taken, p.Lost)
	for _, f := range p.Writes {
		if f.Path != "kiosk.toml" {
			fmt.Fprintf(&b, "-- %s --\n%s", f.Path, f.Data)
		}
	}
	for _, name := range p.Removes {
		fmt.Fprintf(&b, "-- %s is removed --\n", name)
	}
	return b.String()
}

func TestVariants(t *testing.T) {
	for _, v := range variants {
		t.Run(v.name, func(t *testing.T) {
			name, data := v.bytes(t)
			golden(t, v.name, outcome(imported(t, name, data, nil, v.options)))
		})
	}
}

// golden compares a text with a file of testdata/variants.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", "variants", strings.ReplaceAll(name, " ", "-")+".txt")
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
