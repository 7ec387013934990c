package sheet

import (
	"bytes"
	"context"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"gongkai/kiosk/catalogue"
)

// bookOf reads a table file without a fault.
func bookOf(t *testing.T, data []byte) Book {
	t.Helper()
	b, problems := Read(context.Background(), "表.xlsx", data, nil)
	for _, p := range problems {
		t.Error(p)
	}
	return b
}

// applied returns a directory with the changes of a workbook's further sheets, and what they and the problems are.
func applied(t *testing.T, dir fstest.MapFS, data []byte) (after fstest.MapFS, what []string) {
	t.Helper()
	var files []catalogue.File
	for _, p := range slices.Sorted(maps.Keys(dir)) {
		files = append(files, catalogue.File{Path: p, Data: dir[p].Data})
	}
	further := FurtherOf("表.xlsx", bookOf(t, data))
	changes, problems, _ := further.Changes(files)
	after = maps.Clone(dir)
	for _, c := range changes {
		after[c.Path] = &fstest.MapFile{Data: c.Data}
		what = append(what, fmt.Sprintf("%s（%v）：%s", c.Path, c.New, c.What))
	}
	for _, p := range append(further.Problems, problems...) {
		what = append(what, p.String())
	}
	return after, what
}

// TestFurtherSheetsBack: into the directory that they are from the sheets change nothing, and into one that has only the
// official keys they bring all of them back.
func TestFurtherSheetsBack(t *testing.T) {
	s := sourceOf(t, whole)
	data := xlsx(t, allForms(t, s)...)
	after, what := applied(t, whole, data)
	if len(what) > 0 {
		t.Errorf("a table changes the directory that it is from:\n%s", strings.Join(what, "\n"))
		for p := range after {
			if string(after[p].Data) != string(whole[p].Data) {
				t.Logf("%s\n%s", p, after[p].Data)
			}
		}
	}
	bare := fstest.MapFS{}
	for _, p := range []string{"items/06-示例.toml", "items/07-示例.toml"} {
		text, _, _ := bytes.Cut(whole[p].Data, []byte("link ="))
		bare[p] = &fstest.MapFile{Data: text}
	}
	after, what = applied(t, bare, data)
	got := sourceOf(t, after)
	for i, f := range allForms(t, got) {
		if want := allForms(t, s)[i]; fmt.Sprint(f.Rows) != fmt.Sprint(want.Rows) {
			t.Errorf("%s\n%v\nwant\n%v\n%s", f.Name, f.Rows, want.Rows, strings.Join(what, "\n"))
		}
	}
	if len(after) != len(whole) {
		t.Errorf("%d files, want %d", len(after), len(whole))
	}
}

// furtherBook returns a workbook of one further sheet, a row a line with | between its cells.
func furtherBook(t *testing.T, name string, rows ...string) []byte {
	t.Helper()
	f := Form{Name: name, Title: "题"}
	for i, row := range rows {
		var values []Value
		for _, cell := range strings.Split(row, "|") {
			values = append(values, Value{Text: cell})
			if i == 0 {
				f.Heads = append(f.Heads, Head{Name: cell, Width: 9})
			}
		}
		if i > 0 {
			f.Rows = append(f.Rows, values)
		}
	}
	return xlsx(t, f)
}

// TestFurtherChanges: a row changes what it names, and what finds no place is named at its cell.
func TestFurtherChanges(t *testing.T) {
	for _, c := range []struct {
		name, sheet string
		rows        []string
		file, has   string // a file and a text in it afterwards
		want        []string
	}{
		{"a new notice is called by date and title", "公告", []string{"标题|日期|正文|置顶", "停水：A/B|2026年3月1日|甲|✓"}, "notices/2026-03-01-停水：AB.toml", "title = \"停水：A/B\"\ndate  = 2026-03-01\nbody  = \"甲\"\npinned = true\n",
			[]string{"notices/2026-03-01-停水：AB.toml（true）：正文、置顶", "公告: 提示：表里没有的公告照旧留着：notices/2026-11-20-示例.toml；改法：不要了，就把文件删去 [kept-outside-sheet]"}},
		{"a notice without a date", "公告", []string{"文件|标题|日期", "新.toml|停水|"}, "", "",
			[]string{"表.xlsx: 公告!A3: 错误：这条公告缺少标题或日期，没有收；改法：补上标题和日期 [notice-row-incomplete]", "公告: 提示：表里没有的公告照旧留着：notices/2026-11-20-示例.toml；改法：不要了，就把文件删去 [kept-outside-sheet]"}},
		{"one column changes, the others stay", "公告", []string{"文件|标题|日期|下屏时间|播出时段", "2026-11-20-示例.toml|示例通知|2026-11-20|2026-12-01 下午3点|"}, "notices/2026-11-20-示例.toml", "expire = 2026-12-01T15:00:00\npinned = true\n",
			[]string{"notices/2026-11-20-示例.toml（false）：下屏时间、播出时段"}},
		{"names of files that aren't notices", "公告", []string{"文件|标题|日期", "../kiosk.toml|甲|2026-01-01", "~$甲.toml|甲|2026-01-01", "甲.exe|甲|2026-01-01", "2026-11-20-示例.toml|示例通知|2026-11-20", "2026-11-20-示例|又|2026-11-20"}, "", "", []string{
			"表.xlsx: 公告!A3: 错误：“../kiosk.toml”不是公告的文件名，这一行没有收；改法：写成 2026-03-01-停水.toml 这样，或空着 [notice-file-name]",
			"表.xlsx: 公告!A4: 错误：“~$甲.toml”不是公告的文件名，这一行没有收；改法：写成 2026-03-01-停水.toml 这样，或空着 [notice-file-name]",
			"表.xlsx: 公告!A5: 错误：“甲.exe”不是公告的文件名，这一行没有收；改法：写成 2026-03-01-停水.toml 这样，或空着 [notice-file-name]",
			"表.xlsx: 公告!A7: 错误：“notices/2026-11-20-示例.toml”写了两行，这一行没有收；改法：一条公告一行；另一条就换个文件名 [notice-row-twice]"}},
		{"a name without an ending", "公告", []string{"文件|标题|日期", "2026.3.1通知|甲|2026-03-01", "2026-11-20-示例|示例通知|2026-11-20"}, "notices/2026.3.1通知.toml", "title = \"甲\"\n", []string{"notices/2026.3.1通知.toml（true）："}},
		{"values that aren't any", "公告", []string{"文件|标题|日期|置顶|播出时段|备注", "2026-11-20-示例.toml|示例通知|2026-11-20|也许|周一|注"}, "notices/2026-11-20-示例.toml", "pinned = true", []string{
			"表.xlsx: 公告!D3: 错误：“置顶”里的“也许”应是勾，打 √ 或空着，没有收；改法：改好再导入 [cell-form]",
			"表.xlsx: 公告!E3: 错误：“播出时段”里的“周一”应是星期和时间，像 一三五 08:30-11:30，一行一段，没有收；改法：改好再导入 [cell-form]",
			"表.xlsx: 公告!F3: 错误：“注”没有地方放；改法：“公告”没有这一栏；移到该在的那一栏，用不着就删去 [sheet-column-unknown]"}},
		{"a guide grows", "办事指南", []string{"序号|事项|名目|正文", "6|残疾人补贴|办理依据|甲", "６|残疾人补贴|其他|=示例", "6||新的|乙", "7|助残|办理条件|丙"}, "items/07-示例.toml", "\n[[guide]]\nheading = \"办理条件\"\nbody    = \"丙\"\n",
			[]string{"items/06-示例.toml（false）：办事指南", "items/07-示例.toml（false）：办事指南"}},
		{"an item that moved is known by its name", "事项补充", []string{"序号|事项|一句话", "6|助残|甲", "9||乙", "7|残疾人补贴|示例", "6|没有这一项|丙"}, "items/07-示例.toml", "summary = \"甲\"", []string{
			"items/06-示例.toml（false）：一句话", "items/07-示例.toml（false）：一句话",
			"表.xlsx: 事项补充!A4: 错误：目录里没有序号是 9 的事项，这一行没有收；改法：改正序号 [item-number-unknown]",
			"表.xlsx: 事项补充!A6: 错误：序号 6 在目录里是“残疾人补贴”，这里写的是“没有这一项”，这一行没有收；改法：改正序号，或照目录写事项 [item-number-other]"}},
		{"the last key of a table takes the table with it", "事项补充", []string{"序号|事项|窗口|电话", "6|残疾人补贴||"}, "items/06-示例.toml", "body = \"=示例\"\n", []string{"items/06-示例.toml（false）：窗口、电话"}},
		{"a wrong link isn't taken", "事项补充", []string{"序号|事项|链接", "7|助残|ftp://甲"}, "", "",
			[]string{"表.xlsx: 事项补充!A3: 错误：“link”（链接）不是网址，items/07-示例.toml 没有改；改法：写以 https:// 或 http:// 开头的完整网址 [link-form]"}},
		{"settings", "本单位", []string{"项目|内容", "每张停留秒数|３０", "电话|", "开屏时段|每天 8:00-20:00", "没有的|1", "字的大小|大"}, "kiosk.toml", "dwell_seconds = 30\n", []string{
			"kiosk.toml（false）：每张停留秒数、电话、开屏时段",
			"表.xlsx: 本单位!A6: 错误：“没有的”不是本单位的设置，没有收；改法：项目照 kiosk export --all 生成的写 [setting-unknown]",
			"表.xlsx: 本单位!A7: 错误：“字的大小”应是数字，没有收；改法：改好再导入 [setting-form]"}},
		{"holidays", "节假日", []string{"日期|放假或上班", "2026/10/1|放假", "2026-10-10|上班", "2026-10-11|调休"}, "holidays.toml", "holidays = [2026-10-01, 2026-10-02]\nworkdays = [2026-09-27, 2026-10-10]\n",
			[]string{"holidays.toml（false）：上班", "表.xlsx: 节假日!B5: 错误：“调休”看不懂，这一天没有收；改法：写“放假”或“上班” [holiday-word]"}},
		{"holidays that go", "节假日", []string{"日期|放假或上班", "2026-10-01|放假"}, "holidays.toml", "holidays = [2026-10-01]\nworkdays = []\n", []string{"holidays.toml（false）：放假、上班"}},
		{"sections of the item above, and of one that isn't there", "办事指南", []string{"序号|事项|名目|正文", "6|残疾人补贴|甲|乙", "66|残疾|其他|=示例"}, "", "", []string{
			"表.xlsx: 办事指南!A4: 错误：目录里没有序号是 66 的事项，这一行没有收；改法：改正序号 [item-number-unknown]",
			"表.xlsx: 办事指南!A3: 错误：表里的节数比 items/06-示例.toml 里的少，又有没有收的行，这一项的办事指南没有改；改法：先改好没有收的行，再导入 [guides-fewer]"}},
		{"a section without an item belongs to the one above", "办事指南", []string{"序号|事项|名目|正文", "|残疾人补贴|甲|乙", "||其他|丙"}, "items/06-示例.toml", "[[guide]]\nheading = \"其他\"\nbody = \"丙\"\n", []string{"items/06-示例.toml（false）：办事指南"}},
		{"no head", "公告", []string{"甲|乙", "1|2"}, "", "", []string{"表.xlsx: 公告!A1: 错误：“公告”这张工作表没有找到表头，没有收；改法：表头要有“标题”“日期”；可以先用 kiosk export --all 生成一张看看 [sheet-head-missing]"}},
	} {
		after, what := applied(t, whole, furtherBook(t, c.sheet, c.rows...))
		if strings.Join(what, "\n") != strings.Join(c.want, "\n") {
			t.Errorf("%s: got\n%s\nwant\n%s", c.name, strings.Join(what, "\n"), strings.Join(c.want, "\n"))
		}
		if c.file != "" && (after[c.file] == nil || !strings.Contains(string(after[c.file].Data), c.has)) {
			t.Errorf("%s: %s lacks %q:\n%s", c.name, c.file, c.has, after[c.file].Data)
		}
	}
}

// FuzzFurther reads any rows as a further sheet: no file that was whole breaks, and a second import changes nothing.
func FuzzFurther(f *testing.F) {
	for i := range furtherKinds {
		f.Add(i, "序号|事项|名目|正文\n6|残疾人补贴|甲|=示例\n||乙|")
	}
	f.Add(0, "文件|标题|日期|图片|播出时段\n|甲|2026-01-01|a\\nb|每天 8:00-9:00\n2026-11-20-示例|乙|2026.1.1||")
	f.Add(2, "序号|链接|问句|位置|电话\n6|https://示例.cn|\"\"\"|0.1 .2|不显示\n7||\\|")
	f.Add(3, "项目|内容\n开屏时段|一 1:00-2:00\n主色|#000000\n位置|1,1")
	f.Add(4, "日期|放假或上班\n2026-01-01|放假\n2026-01-01|放假")
	f.Fuzz(func(t *testing.T, kind int, text string) {
		rows := strings.Split(strings.ToValidUTF8(text, "?"), "\n")
		if len(text) > 2000 || kind < 0 || strings.Trim(rows[0], "|") == "" {
			return
		}
		width := strings.Count(rows[0], "|")
		for i, row := range rows {
			cells := strings.SplitN(row+strings.Repeat("|", width), "|", width+2)
			rows[i] = strings.Join(cells[:width+1], "|")
		}
		data := furtherBook(t, furtherKinds[kind%len(furtherKinds)].name, rows...)
		after, _ := applied(t, whole, data)
		sourceOf(t, after)
		again, what := applied(t, after, data)
		for p := range again {
			if string(again[p].Data) != string(after[p].Data) {
				t.Errorf("%s changes again: %v\n%s\n%s", p, what, after[p].Data, again[p].Data)
			}
		}
	})
}

// TestFurtherRenumbered: with an item put before the others, and numbers made anew, the guides stay with their items.
func TestFurtherRenumbered(t *testing.T) {
	s := sourceOf(t, whole)
	forms := allForms(t, s)
	first := slices.Clone(forms[0].Rows[0])
	first[0], first[1], first[2], first[3] = Value{Number: 6}, Value{Text: "新增"}, Value{Text: "新增的事项"}, Value{Text: "内容\n要素"}
	forms[0].Rows = slices.Insert(forms[0].Rows, 0, first)
	for i, row := range forms[3].Rows { // 事项补充
		forms[3].Rows[i] = slices.Clone(row)
		forms[3].Rows[i][2] = Value{Text: "一句话：" + row[1].Text}
	}
	book := bookOf(t, xlsx(t, forms...))
	table := TableOf(t.Context(), "表.xlsx", book)
	plan := PlanOf("表.xlsx", table, s.Files, nil, Options{Renumber: true}).With(FurtherOf("表.xlsx", book), table, s.Files)
	for _, p := range plan.Problems {
		t.Error(p)
	}
	dir := maps.Clone(whole)
	for _, w := range plan.Writes {
		dir[w.Path] = &fstest.MapFile{Data: w.Data}
	}
	for _, name := range plan.Removes {
		delete(dir, name)
	}
	var got []string
	for _, it := range sourceOf(t, dir).Catalogue.Items {
		got = append(got, fmt.Sprintf("%d %s: %d %s", it.Number, it.Heading(), len(it.Guides), it.Summary))
	}
	if want := "6 新增的事项: 0 \n7 残疾人补贴: 2 一句话：残疾人补贴\n8 助残: 0 一句话：助残"; strings.Join(got, "\n") != want {
		t.Errorf("got\n%s\nwant\n%s\n%v", strings.Join(got, "\n"), want, plan.Changes)
	}
}

// TestEveryKeyHasAPlace: the sheets know every key that the files of a centre may have.
func TestEveryKeyHasAPlace(t *testing.T) {
	tag := regexp.MustCompile(`toml:"([a-z_]+)"`)
	own := make(map[string]bool)
	for _, m := range tag.FindAllStringSubmatch(string(readSource(t, "further_keys.go")), -1) {
		own[m[1]] = true
	}
	files, err := filepath.Glob("../catalogue/*.go")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	found := 0
	for _, file := range files {
		for _, m := range tag.FindAllStringSubmatch(string(readSource(t, file)), -1) {
			if found++; !own[m[1]] && !strings.HasSuffix(file, "_test.go") {
				t.Errorf("%s: no sheet has the key %s: add it to further.go and further_keys.go", file, m[1])
			}
		}
	}
	if found < 40 {
		t.Errorf("only %d keys found", found)
	}
}

func readSource(t *testing.T, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}
