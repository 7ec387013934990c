package catalogue

import (
	"fmt"
	"runtime"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// blocksOf writes blocks down, a line for each: P paragraphs with their indents, B empty lines, C columns, T and t
// tables with and without a head, with the sides of their columns, D drawings. Rows are parted by /, words by |.
func blocksOf(body string) string {
	var all []string
	for _, b := range Blocks(body) {
		var rows []string
		for _, r := range b.Rows {
			rows = append(rows, strings.ReplaceAll(strings.Join(r, "|"), "\n", "¶"))
		}
		kind := string("PBCTD"[b.Kind])
		switch b.Kind {
		case Table:
			if !b.Head {
				kind = "t"
			}
			for _, s := range b.Sides {
				kind += string("<=>"[s])
			}
		case Blank:
			kind += fmt.Sprint(b.Count)
		default:
			if b.Indent > 0 {
				kind += fmt.Sprint(b.Indent)
			}
		}
		all = append(all, strings.TrimSpace(kind+" "+strings.Join(rows, "/")))
	}
	return strings.ReplaceAll(strings.Join(all, "\n"), "\u2002", "_")
}

func TestBlocks(t *testing.T) {
	for _, c := range []struct{ name, body, want string }{
		{"nothing", " \n\t\n", ""},
		{"paragraphs", "示例甲。\n示例乙。", "P 示例甲。\nP 示例乙。"},
		{"indents", "　　示例甲\n    示例乙\n\t示例丙\n 示例丁\n\u2003\u2003示例戊\n\u00a0\u00a0示例己", "P4 示例甲\nP4 示例乙\nP4 示例丙\nP1 示例丁\nP4 示例戊\nP2 示例己"},
		{"empty lines", "\n\n示例甲\n\n \u200b\n示例乙\n\n", "P 示例甲\nB2\nP 示例乙"},
		{"spaces", "王某某 李某 赵某某 欧阳某\n附件 3 份，共  5 页", "P 王某某_李某_赵某某_欧阳某\nP 附件 3 份，共__5 页"},
		{"a lonely line of two words", "王某某　李某\n示例。", "P 王某某　李某\nP 示例。"},
		{"a lonely line with a tab", "地点：\t广场", "P 地点：　广场"},
		{"a lonely line with tabs", "王某某\t李某\t赵某某", "C 王某某|李某|赵某某"},
		{"words by full-width spaces", "王某某　李某　赵某某　欧阳某", "C 王某某|李某|赵某某|欧阳某"},
		{"words by two spaces", "王某某  李某\n赵某某  欧阳某", "C 王某某|李某/赵某某|欧阳某"},
		{"the last word alone", "甲某某　乙某　丙某某\n丁某某　戊某\n己某\n示例社区居民委员会", "C 甲某某|乙某|丙某某/丁某某|戊某/己某\nP 示例社区居民委员会"},
		{"columns under an indent", "　　甲某某　乙某某　丙某某\n　　丁某某　戊某某　己某某", "C4 甲某某|乙某某|丙某某/丁某某|戊某某|己某某"},
		{"names as wide as others", "王某某　李　某　赵某某\n李　某　　王　五", "C 王某某|李　某|赵某某/李　某|王　五"},
		{"labels set apart", "地　　址：示例路1号\n联　系　人：王某某　　电　　话：12345\n申  请  人：李某", "P 地　　址：示例路1号\nP 联　系　人：王某某　　电　　话：12345\nP 申__请__人：李某"},
		{"labels in columns", "地　　址：示例路　　电　　话：12345\n联系人：王某某　　邮　　编：046200", "C 地　　址：示例路|电　　话：12345/联系人：王某某|邮　　编：046200"},
		{"a label with a list", "组长：王某某\n成员：王某某　李某　赵某某\n　　　孙某　钱某某　周某", "P 组长：王某某\nP 成员：王某某　李某　赵某某\nC6 孙某|钱某某|周某"},
		{"heads set apart", "姓　名　　电　话\n王某某　　12345", "T<> 姓　名|电　话/王某某|12345"},
		{"depth in a table", "　项目\t金额\n　一、收入\t3元\n　　　其中：补助\t2元\n　二、支出\t1元", "T<> 项目|金额/一、收入|3元/　　其中：补助|2元/二、支出|1元"},
		{"scores", "姓名\t得分\n甲某\t80分\n乙某\t９5.5分", "T<> 姓名|得分/甲某|80分/乙某|９5.5分"},
		{"GitHub with numbers at the head", "| 年 | 2025 | 2026 |\n|--|--|--|\n| 甲 | 1 | 2 |", "T<>> 年|2025|2026/甲|1|2"},
		{"four single characters", "甲　乙　丙　丁", "C 甲|乙|丙|丁"},
		{"telephones", "姓名  电话\n王某某  0355-7222222\n李某  13800138000", "T<< 姓名|电话/王某某|0355-7222222/李某|13800138000"},
		{"no head", "王某某　　0355-7222222\n李某　　12345", "t<< 王某某|0355-7222222/李某|12345"},
		{"articles", "第一条　为了规范示例，制定本办法。\n第二条　本办法适用于示例。", "P 第一条　为了规范示例，制定本办法。\nP 第二条　本办法适用于示例。"},
		{"sentences", "示例甲。　　示例乙。　　示例丙。", "P 示例甲。　　示例乙。　　示例丙。"},
		{"numbered", "一、　示例甲\n二、　示例乙\n1.\t示例丙\n（2）\t示例丁\n•\t示例戊", "P 一、　示例甲\nP 二、　示例乙\nP 1.　示例丙\nP （2）　示例丁\nP •　示例戊"},
		{"a line above columns", "入围下一轮的志愿者　　示例\n甲某　乙某　丙某", "P 入围下一轮的志愿者　　示例\nC 甲某|乙某|丙某"},
		{"a table", "序号\t姓名\t金额\n1\t王某某\t1200.00元\n2\t李某\t980元", "T><> 序号|姓名|金额/1|王某某|1200.00元/2|李某|980元"},
		{"names by tabs", "王某某\t李　某\t赵某某\n欧阳某某\t孙某\t", "C 王某某|李　某|赵某某/欧阳某某|孙某"},
		{"a head below", "王某某\t李某\t赵某某\n序号\t姓名\t金额\n1\t王某\t3", "C 王某某|李某|赵某某\nT><> 序号|姓名|金额/1|王某|3"},
		{"amounts", "项目\t价格\t比例\t日期\t电话\n甲\t¥1,200.00\t3.5%\t3月14日\t13800138000\n乙\t—\t\t3月15日\t13900139000\n丙\t300元/月\t12％\t2026年\t12345678", "T<>><< 项目|价格|比例|日期|电话/甲|¥1,200.00|3.5%|3月14日|13800138000/乙|—||3月15日|13900139000/丙|300元/月|12％|2026年|12345678"},
		{"empty cells", "片区\t姓名\t电话\n东片\t王某\t1\n\t李某\t2\n\t合计\n西片\t\t3\n合计\t\t\n说明文字", "T<<> 片区|姓名|电话/东片|王某|1/|李某|2/|合计|/西片||3/合计||\nP 说明文字"},
		{"fewer and more cells", "甲\t乙\n丙\t丁\t戊\n己\t", "T<<< 甲|乙|/丙|丁|戊/己||"},
		{"a caption and a note in one cell", "示例名单\t\t\n姓名\t组别\t票数\n王某\t一组\t3\n注：以上数据截止到昨天下午五点为止\t\t", "P 示例名单\nT<<> 姓名|组别|票数/王某|一组|3\nP 注：以上数据截止到昨天下午五点为止"},
		{"trailing tabs", "示例甲，\t\n示例乙。\t\t", "P 示例甲，\nP 示例乙。"},
		{"tabs that indent", "\t示例甲\n\t示例乙", "P4 示例甲\nP4 示例乙"},
		{"an indented table", "\t姓名\t组别\n\t王某\t一组", "T<< 姓名|组别/王某|一组"},
		{"tabs repeated for the eye", "姓名\t\t组别\n欧阳某某\t一组\n李某\t\t二组", "T<< 姓名|组别/欧阳某某|一组/李某|二组"},
		{"labels", "时间：\t3月1日\n地点：\t广场", "t<< 时间：|3月1日/地点：|广场"},
		{"cells of several lines", "姓名\t地址\n王某\t\"一楼\n二楼\"\n李某\t\"三\n\"\"四\"\"\"\t五", "T<<< 姓名|地址|/王某|一楼¶二楼|/李某|三¶\"四\"|五"},
		{"a quote that stays open", "姓名\t地址\n王某\t\"一楼\n示例", "T<< 姓名|地址/王某|\"一楼\nP 示例"},
		{"GitHub", "| 项目 | 数量 | 说明 |\n|---|:--:|--:|\n| 甲 | 3 | a\\|b |\n| 乙 |\n示例", "T<=> 项目|数量|说明/甲|3|a|b/乙||\nP 示例"},
		{"GitHub without ends", "项目|数量\n:--|--\n甲|3", "T<> 项目|数量/甲|3"},
		{"bars at both ends", "｜项目｜数量｜\n｜甲｜3｜", "T<> 项目|数量/甲|3"},
		{"ruled by plus", "+----+----+\n| 甲 | 乙 |\n+----+----+\n| 丙 | 丁 |\n+----+----+", "T<< 甲|乙/丙|丁"},
		{"bars in prose", "甲|乙\n丙|丁|戊\n电话：1+1|2", "P 甲|乙\nP 丙|丁|戊\nP 电话：1+1|2"},
		{"dashes in prose", "示例\n---\n示例——示例\n2024─2025年", "P 示例\nP ---\nP 示例——示例\nP 2024─2025年"},
		{"a drawing", "说明如下\n┌──┬──┐\n│甲  │乙  │\n└──┴──┘\n　　示例。", "P 说明如下\nD ┌──┬──┐/│甲  │乙  │/└──┴──┘\nP4 示例。"},
		{"a box that is not even", "┌───┬─────┐\n│序号│  姓名│\n├───┼─────┤\n│ 1 │王某某  │\n│ 2 │ │\n└───┴─────┘", "T>< 序号|姓名/1|王某某/2|"},
		{"years at the head", "项目\t2025年\t2026年\n甲\t1\t2", "T<>> 项目|2025年|2026年/甲|1|2"},
		{"a price list", "工本费　　　10元/本\n加急费　　　免费", "t<> 工本费|10元/本/加急费|免费"},
		{"a tree", "社区\n├─ 甲\n│  └─ 乙\n└─ 丙\n示例", "D 社区/├─ 甲/│  └─ 乙/└─ 丙\nP 示例"},
		{"a chart", "组织架构\n\n     主任\n      │\n  ┌───┴───┐\n 委员    委员\n\n示例", "P 组织架构\nB1\nD      主任/      │/  ┌───┴───┐/ 委员    委员\nB1\nP 示例"},
		{"leaders", "示例甲……………………3\n示例乙  ……………………  12", "P 示例甲……………………3\nC 示例乙|……………………|12"},
		{"names of two characters set apart", "王　某　李　某　赵　某\n孙某某　周某某　吴某某", "C 王　某|李　某|赵　某/孙某某|周某某|吴某某"},
		{"names a space apart", "王某某 李　某 赵某某\n孙某某 周某某 吴　某", "P 王某某_李　某_赵某某\nP 孙某某_周某某_吴　某"},
		{"names of other peoples by tabs", "阿依古丽·买买提\t古丽·吐尔逊\t古丽娜尔\n买买提·艾力\t热娜\t王某", "C 阿依古丽·买买提|古丽·吐尔逊|古丽娜尔/买买提·艾力|热娜|王某"},
		{"names with numbers and notes", "1.王某\t2.李某（女）\n3.赵某\t4.孙某（组长）", "C 1.王某|2.李某（女）/3.赵某|4.孙某（组长）"},
		{"a row below the second word", "一等奖　王某　李某\n　　　　孙某　周某\n　　　　吴某\n示例。", "C 一等奖|王某|李某/|孙某|周某/|吴某\nP 示例。"},
		{"a month", "一　二　三　四　五　六　日\n　　　　　　1　2　3　4\n5　6　7　8　9　10　11", "C 一|二|三|四|五|六|日/|||1|2|3|4/5|6|7|8|9|10|11"},
		{"days to fill in", "日期：　年　月　日　　　　日期：　年　月　日\n2026年　月　日", "P 日期：　年　月　日　　　　日期：　年　月　日\nP 2026年　月　日"},
		{"English", "The office is open.  Monday to Friday.\nPlease call  12345.", "P The office is open.__Monday to Friday.\nP Please call__12345."},
		{"amounts below nought", "项目\t金额\t编码\n甲\t（300.00）\t001\n乙\t△1,200元\t002\n丙\t10～20元\t3", "T<>< 项目|金额|编码/甲|（300.00）|001/乙|△1,200元|002/丙|10～20元|3"},
		{"an empty row", "姓名\t金额\n\t\n王某\t3\n\t\n示例", "T<> 姓名|金额/王某|3\nB1\nP 示例"},
		{"bars alone", "姓名 | 金额\n王某 | 100\n李某 | 200", "T<> 姓名|金额/王某|100/李某|200"},
		{"steps with arrows", "流程：\n\n申请\n　↓\n初审（5个工作日）\n　▼\n公示\n示例。", "P 流程：\nB1\nD 申请/　↓/初审（5个工作日）/　▼/公示\nP 示例。"},
		{"an arrow below a long line", "示例文字示例文字示例文字示例文字示例文字示例文字示例文字示例文字\n↓\n示例", "P 示例文字示例文字示例文字示例文字示例文字示例文字示例文字示例文字\nD ↓/示例"},
		{"a box that is not even, with merged cells", "┌──┬────┬──┐\n│统计表│\n├──┼────┼──┤\n│序号│姓名│金额│\n│1│合计│\n└──┴────┴──┘", "P 统计表\nT><< 序号|姓名|金额/1|合计|"},
		{"a grid", "+----+----+\n| 甲 | 乙 |\n+====+====+\n| 丙 | 丁 |\n+----+----+", "T<< 甲|乙/丙|丁"},
		{"a tree of ASCII", "甲\n|-- 乙\n|   |-- 丙\n*   丁   *", "P 甲\nP |-- 乙\nP |___|-- 丙\nP *___丁___*"},
		{"boxes", "□是　□否　□其他", "C □是|□否|□其他"},
	} {
		if got := blocksOf(c.body); got != c.want {
			t.Errorf("%s\ngot\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
}

// TestList: only words of one list may move to other rows.
func TestList(t *testing.T) {
	for body, want := range map[string]bool{
		"王某某　李某　赵某\n孙某　周某":               true,
		"王某某\t李某\t赵某\n孙某\t周某":            true,
		"示例甲　示例乙　示例丙　示例丁\n示例戊　示例己":       true,
		"一号楼　王某　李某\n二号楼　赵某　孙某":           false,
		"组长　王某某\n成员　赵某某　孙某某":             false,
		"周一　王某　李某　赵某\n周二　孙某　吴某　郑某":       false,
		"早餐　馒头　稀饭　鸡蛋\n午餐　米饭　青菜　豆腐":       false,
		"☐低保户　☐特困户　☐残疾人\n☑本地　☐外地":        false,
		"姓名：____　性别：____\n电话：____　住址：__": false,
		"甲区　8:30—12:00　2:30\n乙区　休息":      false,
	} {
		if b := Blocks(body)[0]; b.Kind != Columns || b.List != want {
			t.Errorf("%q: %+v", body, b)
		}
	}
}

func TestProseTitle(t *testing.T) {
	for _, c := range []struct {
		in, want string
		breaks   []int
	}{
		{"示例", "示例", nil},
		{" 示例\n 公告 \n\n", "示例公告", []int{2}},
		{"关于王某某 李　某\n等  3 人的公示", "关于王某某\u2002李　某等\u2002\u20023 人的公示", []int{9}},
	} {
		if got, breaks := proseTitle(c.in); got != c.want || !slices.Equal(breaks, c.breaks) {
			t.Errorf("%q: %q %v", c.in, got, breaks)
		}
	}
}

// TestSumOfProse: white space is no change of a text, so that none is marked when its spaces begin to be shown.
func TestSumOfProse(t *testing.T) {
	a, _ := about(t, "title = \"示例公告\"\ndate = 2026-11-20\nbody = \"王某某李某\\n示例\"\n")
	b, _ := about(t, "title = \"示例 公告\"\ndate = 2026-11-20\nbody = \"\\n　王某某　李某\\n\\n　示例\"\n")
	if a.Notices[0].Sum() != b.Notices[0].Sum() || a.Notices[0].Body == b.Notices[0].Body {
		t.Errorf("%q, %q", a.Notices[0].Body, b.Notices[0].Body)
	}
}

// FuzzBlocks: a body is parsed without loss of a character but white space, the quotes of a spreadsheet's cells and the
// strokes of a typed or drawn table, and each row of a table has as many cells.
func FuzzBlocks(f *testing.F) {
	for _, in := range []string{
		"甲　乙　丙\n丁　戊", "甲\t乙\n丙\t\"丁\n戊\"\t己", "|甲|乙|\n|--|:-:|\n|a\\|b|", "┌─┐\n│甲│\n└─┘\n乙", "社区\n├─ 甲\n└─ 乙", "1.\t甲\n\n\t乙\t\n丙  1\n丁  2", "李　某　王　五　六某某",
		"一等奖　王某　李某\n　　　　孙某　周某\n　　　　吴某", "王某某 李　某 赵某某", "甲\t乙\n\t\n丙\t丁", "甲 | 乙\n1 | 2",
	} {
		f.Add(in)
	}
	strip := func(s string) string {
		return strings.Map(func(r rune) rune {
			if unicode.IsSpace(r) || stroked(r) || strings.ContainsRune("\"|｜+\\-－—─:：\x00", r) {
				return -1
			}
			return r
		}, seen(s))
	}
	f.Fuzz(func(t *testing.T, body string) {
		if !utf8.ValidString(body) {
			t.Skip("diag lets no such text through")
		}
		var text strings.Builder
		for _, b := range Blocks(body) {
			for _, r := range b.Rows {
				text.WriteString(strings.Join(r, " ") + "\n")
				if b.Kind == Table && (len(r) != len(b.Rows[0]) || len(b.Sides) != len(r)) {
					t.Errorf("%q: a row of %d cells, %d sides", body, len(r), len(b.Sides))
				}
			}
			if (b.Kind == Blank) != (b.Count > 0) || b.Kind != Blank && len(b.Rows) == 0 {
				t.Errorf("%q: %+v", body, b)
			}
		}
		if got, want := strip(text.String()), strip(body); got != want {
			t.Errorf("%q\ngot  %q\nwant %q", body, got, want)
		}
		if prose(prose(body)) != prose(body) {
			t.Errorf("%q is normalised twice", body)
		}
	})
}

// TestBlocksTakeEachLineOnce: four times the lines take no more than some four times the work, however they are read.
func TestBlocksTakeEachLineOnce(t *testing.T) {
	for name, of := range map[string]func(n int) string{
		"no table of |":            func(n int) string { return strings.Repeat("一、a|b。\n", n) },
		"cells of one column":      func(n int) string { return strings.Repeat("|a\n|--\n", n) },
		"open quotes":              func(n int) string { return strings.Repeat("a|\"b\n", n) },
		"rows of | beside a wide":  func(n int) string { return strings.Repeat("a|", n) + "\n" + strings.Repeat("a|b\n", n) },
		"rows of tabs beside wide": func(n int) string { return strings.Repeat("a\t", n) + "\n" + strings.Repeat("a\tb\n", n) },
		"a frame's wide row":       func(n int) string { return strings.Repeat("│a", n) + "│\n" + strings.Repeat("│ab│\n", n) },
		"characters set apart":     func(n int) string { return strings.Repeat("甲　乙 ", n) },
	} {
		work := func(n int) float64 {
			body := of(n)
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			Blocks(body)
			runtime.ReadMemStats(&after)
			return float64(after.TotalAlloc - before.TotalAlloc)
		}
		if few, many := work(500), work(2000); many > 8*few {
			t.Errorf("%s: %.0f bytes of memory for 500, %.0f for 2000", name, few, many)
		}
	}
}

// TestEmptyRows: rows of empty cells, however many, are read once.
func TestEmptyRows(t *testing.T) {
	if got := emptyRows(strings.Split(strings.Repeat("\t\n", 500)+"a\tb", "\n")); got != 500 {
		t.Errorf("%d rows", got)
	}
	if got := emptyRows([]string{"\t", "a"}); got != 0 {
		t.Errorf("%d rows above none", got)
	}
}

// TestTooManyCells: a table that would take more cells than a body has characters is no table, and loses no word.
func TestTooManyCells(t *testing.T) {
	for _, body := range []string{strings.Repeat("a\t", 600) + "\n" + strings.Repeat("a\tb\n", 600), strings.Repeat("a|", 600) + "\n" + strings.Repeat("a|b\n", 600)} {
		cells, letters := 0, 0
		for _, b := range Blocks(body) {
			for _, r := range b.Rows {
				cells += len(r)
				letters += strings.Count(strings.Join(r, ""), "a")
			}
		}
		if cells > 3*600 || letters != 1200 {
			t.Errorf("%.4q…: %d cells, %d of 1200 words", body, cells, letters)
		}
	}
}
