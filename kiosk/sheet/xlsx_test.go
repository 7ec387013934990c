package sheet

import (
	"context"
	"strings"
	"testing"
)

// TestFormats: a number is read as its cell shows it.
func TestFormats(t *testing.T) {
	for _, c := range []struct {
		code, value string
		from1904    bool
		want        string
	}{
		{"General", "6", false, "6"},
		{"General", "6.0", false, "6"},
		{"General", "0.30000000000000004", false, "0.3"},
		{"General", "1E+3", false, "1000"},
		{"General", "1e300", false, "1e+300"},
		{"General", "-0.5", false, "-0.5"},
		{"General", "六", false, "六"},
		{"@", "505", false, "505"},
		{"0000", "505", false, "0505"},
		{"0000", "12345", false, "12345"},
		{`"第"0"项"`, "6", false, "第6项"},
		{`0\号`, "6", false, "6号"},
		{"#,##0.00", "1234.5", false, "1234.5"},
		{"0.00E+00", "1234", false, "1234"},
		{"0%", "0.3", false, "30%"},
		{"yyyy-mm-dd", "46174", false, "2026-06-01"},
		{`yyyy"年"m"月"d"日"`, "46174.5", false, "2026-06-01 12:00"},
		{"[$-804]yyyy/m/d;@", "46174", false, "2026-06-01"},
		{"yyyy-mm-dd", "44712", true, "2026-06-01"},
		{"yyyy-mm-dd", "1", false, "1900-01-01"},
		{"yyyy-mm-dd", "61", false, "1900-03-01"},
		{"h:mm", "0.3125", false, "07:30"},
		{"[h]:mm", "0.5", false, "12:00"},
		{"[Red]0", "6", false, "6"},
		{"yyyy-mm-dd", "-1", false, "-1"},
		{"yyyy-mm-dd", "1e9", false, "1000000000"},
	} {
		if got := parseFormat(c.code).show(c.value, c.from1904); got != c.want {
			t.Errorf("%s in %s: %s, want %s", c.value, c.code, got, c.want)
		}
	}
	for id, want := range map[string]string{"0": "46174.5", "14": "2026-06-01 12:00", "22": "2026-06-01 12:00", "31": "2026-06-01 12:00", "20": "12:00", "57": "2026-06-01 12:00", "9": "4617450%", "49": "46174.5"} {
		if got := builtin(id).show("46174.5", false); got != want {
			t.Errorf("format %s: %s, want %s", id, got, want)
		}
	}
}

// TestCellKinds reads a cell of each kind, without addresses, as small writers leave them out, and with marks that programs add.
func TestCellKinds(t *testing.T) {
	data := parts(t, strings.NewReader(`<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>9</v></c><c t="str"><f>A1</f><v>算好的</v></c><c t="b"><v>1</v></c><c t="d"><v>2026-06-01T00:00:00</v></c>`+
		`<c s="1"><v>46174</v></c><c t="inlineStr"><is><r><rPr><strike/></rPr><t>划掉的</t></r></is></c><c t="e"><v>#REF!</v></c><c><f>B1</f></c><c t="str"><v>a_x000D_b_x0041_</v></c></row><row r="9" hidden="1"><c r="C9"><v>7</v></c></row>`),
		map[string]string{
			"xl/sharedStrings.xml":       `<x:sst xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:si><x:t xml:space="preserve">甲</x:t></x:si><si><r><t>示</t></r><r><t>例</t></r><rPh sb="0" eb="1"><t>shi</t></rPh></si></x:sst>`,
			"xl/styles.xml":              `<styleSheet><numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="176"/></cellXfs></styleSheet>`,
			"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="rId1" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet" Target="/xl/worksheets/sheet1.xml"/><Relationship Id="rId2" Type="x/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="x/styles" Target="./styles.xml"/><Relationship Id="rId4" Type="x/externalLink" Target="http://example.org/x" TargetMode="External"/></Relationships>`,
		})
	b, problems := Read(context.Background(), "目录.xlsx", data, nil)
	if len(problems) > 0 || len(b.Sheets) != 1 {
		t.Fatal(problems)
	}
	s := b.Sheets[0]
	for at, want := range map[int]Cell{
		1: {Text: "甲"}, 2: {Text: "示例"}, 3: {Lost: "表格文件坏了，缺这一格的字"}, 4: {Text: "算好的"}, 5: {Text: "TRUE"}, 6: {Text: "2026-06-01"}, 7: {Text: "2026-06-01"},
		8: {Text: "划掉的", Struck: true}, 9: {Lost: "公式算不出来（#REF!）"}, 10: {Lost: "公式没有算好的结果"}, 11: {Text: "a\nbA"},
	} {
		want.Column = at
		if got := s.At(1).At(at); got != want {
			t.Errorf("column %d: %+v, want %+v", at, got, want)
		}
	}
	if row := s.At(9); row == nil || !row.Hidden || row.At(3).Text != "7" {
		t.Errorf("row 9: %+v", row)
	}
}

// TestTicks reads cells below a choice, and choices in one cell.
func TestTicks(t *testing.T) {
	for text, want := range map[string]tickState{
		"√": ticked, " ✔ ": ticked, "是": ticked, "☑": ticked, "■": ticked, "Ｖ": ticked, "√√": ticked, "\uf0fe": ticked,
		"□": unticked, "口": unticked, "否": unticked, "-": unticked, "／": unticked, "×": unticked,
		"社区": notTick, "√ 县级": notTick, "待定": notTick, "○": notTick,
	} {
		if got := tickOf(text); got != want {
			t.Errorf("%q is %d, want %d", text, got, want)
		}
	}
	for text, want := range map[string]string{
		"县级、乡镇": "县级 乡镇", "乡、村级": "乡、村级", "县级、乡、村级": "县级 乡、村级", "□县级☑乡、村级": "乡、村级", "县级√乡镇□": "县级", "口县级 √社区": "社区", "□县级 □乡镇": "",
		"": "", "县级/乡镇／社区": "县级 乡镇 社区",
		"县级√（市区除外） 乡镇": "县级（市区除外）", "县级√ (甲、乙) 乡镇√": "县级(甲、乙) 乡镇", "县级（甲、乙）√、社区": "县级（甲、乙）", "县级（甲、乙）、乡镇": "县级（甲、乙） 乡镇",
		"县级（√） 乡镇（ ）": "县级", "（√）县级（ ）乡镇 (☑)社区": "县级 社区", "[ ]县级 [√]乡镇": "乡镇", "县级（口）乡镇（√）（市区）": "乡镇（市区）", "县级（ ）": "县级（ ）",
		"县级□（√ 是市区）乡镇√": "乡镇", "√县级（市区除外） □乡镇": "县级（市区除外）", "县级√（市区": "县级",
	} {
		if got := strings.Join(levelsIn(text), " "); got != want {
			t.Errorf("%q has %q, want %q", text, got, want)
		}
	}
}

// TestNumbers reads 序号 as people write it.
func TestNumbers(t *testing.T) {
	for text, want := range map[string]int{
		"6": 6, "６": 6, "6.0": 6, "6.": 6, "6、": 6, "（6）": 6, "第6项": 6, "⑥": 6, "No.6": 6, "006": 6, "六": 6, "十": 10, "二十三": 23, "（一）": 1,
		"": 0, "6-1": 0, "6.5": 0, "A6": 0, "注：": 0, "第1页": 0, "1、2": 0, "一、社会救助": 0, "-6": 0, "0": 0,
	} {
		if got, ok := numberIn(text); got != want || ok != (want > 0) {
			t.Errorf("%q is %d, want %d", text, got, want)
		}
	}
}

// TestNames finds the form's columns in what tables call them.
func TestNames(t *testing.T) {
	for name, want := range map[string]Field{
		"序　号": Number, "一级\n事项": First, "公开内容(要素)": Content, "公开内容（要素）及说明": Content, "公开渠道和载体（在标注范围内至少选择其一公开）": Channels,
		"*公开时限": Deadline, "公开时限（工作日）": Deadline, "公开责任主体": Publisher, "网站所属栏目": Nothing, "备注": Nothing, "": Nothing,
		"公开依据不清楚的写在后面，请各单位认真填写，谢谢": Nothing,
	} {
		if got := fieldOf(name); got != want {
			t.Errorf("%q is column %d, want %d", name, got, want)
		}
	}
}

// FuzzOptions: whatever is ticked, a choice keeps its characters and its place; signs, separators and brackets aside.
func FuzzOptions(f *testing.F) {
	f.Add("县级√（市区除外） 乡镇")
	f.Add("□县级（甲、乙） （√）乡镇")
	bare := func(text string) string {
		return strings.Map(func(r rune) rune {
			if isBetween(r) || strings.ContainsRune(tickSigns+untickSigns+"口（(【〔[）)】〕]", r) {
				return -1
			}
			return r
		}, text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		opts := options(text)
		all := ""
		for _, o := range opts {
			all += o.text
		}
		if opts != nil && bare(all) != bare(text) {
			t.Fatalf("%q has %v", text, opts)
		}
	})
}
