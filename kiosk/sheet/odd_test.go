package sheet

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// linesTable makes a workbook of rows with | between the cells and \n in them; the merged areas stand in front.
func linesTable(t *testing.T, merges string, rows ...string) []byte {
	t.Helper()
	var b strings.Builder
	for i, r := range rows {
		fmt.Fprintf(&b, `<row r="%d">`, i+1)
		for k, c := range strings.Split(r, "|") {
			if c != "" {
				fmt.Fprintf(&b, `<c r="%s" t="inlineStr"><is><t>%s</t></is></c>`, Address(i+1, k+1), escaped(strings.ReplaceAll(c, `\n`, "\n")))
			}
		}
		b.WriteString(`</row>`)
	}
	b.WriteString(`</sheetData><mergeCells>`)
	for _, m := range strings.Fields(merges) {
		fmt.Fprintf(&b, `<mergeCell ref="%s"/>`, m)
	}
	b.WriteString(`</mergeCells><sheetData>`)
	return parts(t, strings.NewReader(b.String()), nil)
}

// entriesShown returns what a table has as text: its rows, and what found no place.
func entriesShown(table Table) string {
	var b strings.Builder
	fmt.Fprintf(&b, "title %s, %d lost\n", table.Title, table.Lost)
	for _, e := range table.Entries {
		fmt.Fprintf(&b, "  %s: %d", e.At, e.Number)
		for _, key := range itemOrder[1:] {
			if text := e.Texts[key]; text != "" {
				fmt.Fprintf(&b, " · %s=%q", key, text)
			}
		}
		fmt.Fprintf(&b, " · %v\n", e.Levels)
	}
	for _, p := range table.Problems {
		fmt.Fprintf(&b, "  %v\n", p)
	}
	return b.String()
}

// officialRow is the official head with one column of levels, officialLevels with three and ticks.
const (
	officialRow    = "序号|一级事项|二级事项|公开内容（要素）|公开依据|公开时限|公开主体|公开渠道和载体|公开层级"
	officialLevels = "||||||||县级|乡镇|社区"
)

// TestOddTables reads tables as offices leave them, one slip or habit each; testdata/odd.txt has what is taken and what is
// named.
func TestOddTables(t *testing.T) {
	table := func(merges string, rows ...string) []byte { return linesTable(t, merges, rows...) }
	gb, err := simplifiedchinese.GB18030.NewEncoder().String("序号,一级事项,二级事项,公开内容,公开层级\n1,生育,奖励,\"甲𠮷、\n乙\",社区\n")
	if err != nil {
		t.Fatal(err)
	}
	var got strings.Builder
	for _, c := range []struct {
		name string
		data []byte
	}{
		{"columns numbered with letters", table("", officialRow, "甲|乙|丙|丁|戊|己|庚|辛|壬", "A|B|C|D|E|F|G|H|I", "1|甲|乙|丙|丁|戊|己|庚|社区")},
		{"texts below merged cells, and a second code", table("A2:A3 B2:B4 C2:C3", officialRow+"|事项编码", "1|甲|乙|丙|丁|戊|己|庚|社区|0501", "1|压着的|乙|丙二||||||0502", "2|甲|乙二|丙三|丁|戊|己|庚|社区|0503")},
		{"ticks without a word", table("", officialRow+"|公开对象|公开方式", "1|甲|乙|丙|丁|戊|己|庚|√|√|公开", "2|甲|乙二|丙|丁|戊|己|庚|×|□全社会 □特定群体|√", "3|甲|乙三|丙|丁|戊|己|庚|□县级 □乡镇|-|无", "4|甲|乙四|丙|丁|戊|己|庚|是|☑全社会 □特定群体|主动")},
		{"公开事项 instead of levels", table("", "序号|公开事项|公开内容（要素）|公开依据|公开时限", "1|甲|丙|丁|戊")},
		{"公开事项 beside a category", table("", "序号|类别|公开事项|公开内容|公开依据|公开时限", "1|甲|丙|丁|戊|己")},
		{"公开事项 above levels", table("B1:C1 A1:A2 D1:D2 E1:E2", "序号|公开事项||公开内容（要素）|公开依据", "|一级事项|二级事项", "1|甲|乙|丙|丁")},
		{"signs and words for the row above", table("", officialRow, "1|甲|乙|丙|丁|戊|己|庚|社区", "2|同上|丙|同上|〃|\"|同上|同左|同上", "3|″|丁|新|同上|同前|''|（同上）|同上", "4|”|戊|、、|新|同上。|内容同上|ditto|社区")},
		{"numbers in Chinese", table("", officialRow, "一|甲|乙|丙", "十二|甲|丙|丙", "（三）|甲|丁|丙", "4、|甲|戊|丙", "⑤|甲|己|丙", "二十一|甲|庚|丙", "第三十项|甲|辛|丙", "3-1|甲|壬|丙")},
		{"signs for ticks, with remarks", table("I1:K1", officialRow, officialLevels, "1|甲|乙|丙|||||P|○|√", "2|甲|丙|丙|||||*|V|／", "3|甲|丁|丙|||||县级|√（城关镇）|-", "4|甲|戊|丙|||||√1|√ |√√")},
		{"page numbers, rows that wait, a title again", table("", "某县政务公开目录", officialRow, "1|甲|乙|丙", "第 1 页 共 2 页", "某县政务公开目录（续表）", officialRow, "2|甲|丙|丙", "— 2 —", "3", "4", "第3页")},
		{"units, totals and who filled it in", table("", "县社区政务公开事项目录", "单位：条||||填报单位：某某", officialRow, "1|甲|乙|丙", "合计|1项", "合计|||共 1 项", "填表人：张某|||联系电话：123")},
		{"an item of several rows", table("A2:A3 B2:B3 C2:C3", officialRow, "1|甲|乙|丙|丁|戊|己|庚|社区", "|||丙二|丁二|戊二|己二|庚|社区", "2|乙|丁|丙|丁|戊|己|庚|社区")},
		{"an item with several citations", table("A2:A4 B2:B4 C2:C4 D2:D4 F2:F4 G2:G4 H2:H4 I2:I4", officialRow, "1|甲|乙|丙|丁|戊|己|庚|社区", "||||丁二", "||||丁", "2|乙|丁|丙|丁|戊|己|庚|社区")},
		{"an item of several rows without numbers", table("A2:A3 B2:B3", "一级事项|二级事项|公开内容|公开依据", "生育|乙|丙|丁", "||丙二|丁", "生育|丁|丙|丁")},
		{"a joined row with an item that is a part of the one above", table("A2:A3 A4:A5 A6:A7", officialRow+"|公开对象|公开方式", "1|民政|民政服务|丙|丁|及时公开|民政局|庚|社区|全社会|不主动", "|民政|服务|丙二|丁", "2|民政|低保|丙|丁|及时公开|民政局|庚|社区|全社会（居民）|不主动", "|民政|低 保|丙二||及时|民政|||全社会|主动、不主动", "3|民政|甲\\n乙|丙|丁", "|民政|甲|丙二")},
		{"numbers of pages below contents", table("A10:A12", officialRow, "1|甲|乙|办理条件", "|||— 1 —", "|||办理流程", "|||-2-", "|||第 3 页，共 5 页", "|||共5页", "|||４", "2|甲|丙|丙", "3|甲|丁|共青团工作", "|||- 5 -", "|||共青团活动", "|||共产党员活动")},
		{"two tables side by side", table("", "序号|一级事项|公开内容||序号|一级事项|公开内容", "1|甲|乙||2|丙|丁")},
		{"a title of an annex", table("A1:I1", "附件2：朝阳社区居务公开目录（试行）", officialRow, "1|甲|乙|丙")},
		{"whom, in brackets and without", table("C1:D1", "序号|一级事项|公开对象||公开内容", "||全社会|特定群众", "1|甲|√||丙", "2|甲||√残疾人|丙", "3|甲||（老年人）|丙")},
		{"numbers without a name", table("", "|一级事项|二级事项|公开内容|公开依据", "1|甲|乙|丙|丁", "2|甲|戊|丙|丁")},
		{"No. for 序号", table("", "No.|一级事项|二级事项|公开内容|公开依据", "1|甲|乙|丙|丁")},
		{"remarks", table("", officialRow+"|备注", "1|甲|乙|丙|||||社区|试点", "2|甲|丙|丙")},
		{"sections of a table", table("A2:I2 A4:I4", officialRow, "一、生育服务", "1|甲|乙|丙", "二、养老服务", "2|甲|丙|丙")},
		{"quotes of programs and of people", []byte("序号\t一级事项\t二级事项\t公开内容\t公开依据\n1\t甲\t乙\t\"丙\n\"\"丁\"\"\"\t戊\n2\t甲\t丙\t\"引\"文\t'=1\n3\t甲\t丁\t'单引'\t'+\n4\t甲\t戊\t\"开\t关\"\n")},
		{"semicolons", []byte("\ufeff序号;一级事项;二级事项;公开内容;公开依据\r\n1;甲;乙;\"丙;丁\"\"引\"\"\r\n二\";戊\r\n;;;;\r\n")},
		{"GB 18030", []byte(gb)},
		{"comments and boxes", parts(t, strings.NewReader(`<row><c t="inlineStr"><is><t>序号</t></is></c><c t="inlineStr"><is><t>一级事项</t></is></c><c t="inlineStr"><is><t>公开内容</t></is></c></row><row><c><v>1</v></c><c t="inlineStr"><is><t>甲</t></is></c><c t="inlineStr"><is><t>乙</t></is></c></row>`), map[string]string{
			"xl/worksheets/_rels/sheet1.xml.rels": `<Relationships><Relationship Id="rId1" Type="x/comments" Target="../comments1.xml"/><Relationship Id="rId2" Type="x/drawing" Target="../drawings/drawing1.xml"/></Relationships>`,
			"xl/comments1.xml":                    `<comments><commentList><comment ref="C2" authorId="0"><text><r><t>示例：</t></r><r><t>这里要改</t></r></text></comment></commentList></comments>`,
			"xl/drawings/drawing1.xml":            `<xdr:wsDr><xdr:sp><xdr:txBody><a:p><a:r><a:t>文本框里的字</a:t></a:r></a:p></xdr:txBody></xdr:sp></xdr:wsDr>`,
		})},
		{"a link, a hidden column, and a picture in a cell", parts(t, strings.NewReader(`</sheetData><cols><col min="3" max="4" hidden="1"/></cols><sheetData><row><c t="inlineStr"><is><t>序号</t></is></c><c t="inlineStr"><is><t>一级事项</t></is></c><c t="inlineStr"><is><t>公开内容</t></is></c><c t="inlineStr"><is><t>公开依据</t></is></c></row>`+
			`<row><c><v>1</v></c><c t="inlineStr"><is><t>甲</t></is></c><c t="inlineStr"><is><t>乙</t></is></c><c t="str"><f>_xlfn.DISPIMG("ID_1",1)</f><v>=DISPIMG("ID_1",1)</v></c></row></sheetData><hyperlinks><hyperlink ref="C2" r:id="rId1"/></hyperlinks><sheetData>`), nil)},
		{"a formula without a result, a picture and a text that the file lost", parts(t, strings.NewReader(`<row><c t="inlineStr"><is><t>序号</t></is></c><c t="inlineStr"><is><t>一级事项</t></is></c><c t="inlineStr"><is><t>公开内容</t></is></c><c t="inlineStr"><is><t>公开依据</t></is></c><c t="inlineStr"><is><t>公开时限</t></is></c><c t="inlineStr"><is><t>公开主体</t></is></c></row>`+
			`<row><c><v>1</v></c><c t="inlineStr"><is><t>甲</t></is></c><c t="inlineStr"><is><t>乙</t></is></c><c t="s"><v>99</v></c><c><f>A1</f></c><c t="str"><f>_xlfn.DISPIMG("ID_1",1)</f><v>=DISPIMG("ID_1",1)</v></c></row>`), nil)},
		{"a text with cells right of the last column", []byte("序号,一级事项,公开内容\n1,甲,乙\n2,甲,丙" + strings.Repeat(",", maxColumns-3) + ",丁,,戊\n3,甲,丁" + strings.Repeat(",", maxColumns) + "\n")},
		{"a sheet with a cell in the last column and one beyond", parts(t, strings.NewReader(`<row><c t="inlineStr"><is><t>序号</t></is></c><c t="inlineStr"><is><t>一级事项</t></is></c><c t="inlineStr"><is><t>公开内容</t></is></c></row>`+
			`<row><c><v>1</v></c><c t="inlineStr"><is><t>甲</t></is></c><c t="inlineStr"><is><t>乙</t></is></c><c r="XFD2" t="inlineStr"><is><t>丙</t></is></c><c r="XFE2" t="inlineStr"><is><t>丁</t></is></c></row>`), nil)},
	} {
		book, problems := Read(t.Context(), "表", c.data, nil)
		table := TableOf(t.Context(), "表", book)
		table.Problems = append(problems, table.Problems...)
		fmt.Fprintf(&got, "== %s: %s", c.name, entriesShown(table))
	}
	golden := filepath.Join("testdata", "odd.txt")
	if *update {
		if err := os.WriteFile(golden, []byte(got.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if want, err := os.ReadFile(golden); err != nil || got.String() != string(want) {
		t.Errorf("what is taken differs from %s (-update writes it anew), %v:\n%s", golden, err, got.String())
	}
}

// FuzzRecords splits any text into rows: no character but separators and quotes is lost, whatever the quotes do.
func FuzzRecords(f *testing.F) {
	f.Add("1\t\"甲\n\"\"乙\"\"\"\t丙\n\"\t\n", true)
	f.Add("a,\"b\"c,\"d\n,e\"\n\"", false)
	f.Fuzz(func(t *testing.T, text string, tabs bool) {
		comma := map[bool]string{true: "\t", false: ","}[tabs]
		bare := strings.NewReplacer("\"", "", comma, "", "\n", "").Replace
		all := ""
		for rest := text; rest != ""; {
			cells, behind, ok := recordOf(rest, comma)
			if !ok {
				return
			}
			if len(behind) >= len(rest) {
				t.Fatalf("no progress at %q", rest)
			}
			all, rest = all+strings.Join(cells, ""), behind
		}
		if bare(all) != bare(text) {
			t.Errorf("%q is read as %q", text, all)
		}
	})
}
