package record

import (
	"fmt"
	"image"
	"math"
	"slices"
	"strings"
	"testing"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
)

// The bodies that the design draws.
const (
	drawnNames = "示例甲　示例乙　示例丙　示例丁　示例戊\n示例己　示例庚　示例辛　示例壬　示例癸"
	drawnTable = "日期\t时段\t值班\n3月14日\t上午\t示例甲\n3月14日\t下午\t示例乙\n3月15日\t上午\t示例丙"
)

// noticeProse returns how a notice sets its body.
func noticeProse(c *Flow) Prose {
	p := build.Pen{Face: fonts.SansRegular, Size: c.EvenMeasure(c.W, c.PickBodySize(36.8, 37.2)), Leading: 1.7}
	return Prose{Pen: p, Base: c.BodySize(36.8), Gap: c.Px(14), Indent: 4}
}

// proseFlow returns a column with a body set at a text step.
func proseFlow(size image.Point, step float64, body string) *Flow {
	c := flow(size, session.Mode{Text: step})
	c.Prose(catalogue.Blocks(body), noticeProse(c))
	return c
}

// places returns where each text begins, by its words, and where its first line ends.
func (c *Flow) places() map[string][3]float64 {
	all := make(map[string][3]float64)
	for _, t := range c.texts() {
		px := func(v fixed.Int26_6) float64 { return float64(v) / 64 }
		x := float64(t.X) + px(t.Lines[0].X)
		all[wordsOf(t)] = [3]float64{x, float64(t.Y), x + px(t.Lines[0].Width)}
	}
	return all
}

// TestProseDrawn compares a list of names and a table with the design's numbers.
func TestProseDrawn(t *testing.T) {
	c := proseFlow(portrait, 1, "示例文字：本周志愿者名单如下。\n"+drawnNames+"\n示例文字：值班安排如下。\n"+drawnTable)
	at := c.places()
	const top = 336.7 // of the body on the design's page
	for words, want := range map[string][2]float64{
		"示例甲": {737.3, 744.5 + 29.8}, "示例乙": {737.3, 830.1 + 29.8}, "示例丙": {737.3, 915.7 + 29.8}, // the table's
		"示例丁": {708, 424.6 + 32.4}, "示例戊": {891.9, 424.6 + 32.4}, "示例己": {156, 494.6 + 32.4}, "示例庚": {340, 494.6 + 32.4},
		"日期": {156, 658.8 + 29.8}, "时段": {506.6, 658.8 + 29.8}, "下午": {506.6, 830.1 + 29.8},
	} {
		if got := at[words]; math.Abs(got[0]-want[0]) > 1 || math.Abs(got[1]+top-want[1]) > 1.5 {
			t.Errorf("%s stands at %v, %v, want %v", words, got[0], got[1]+top, want)
		}
	}
	if c.count(page.Line) != 3 || c.count(page.Black) != 2 {
		t.Errorf("%d hairlines and %d rules", c.count(page.Line), c.count(page.Black))
	}
	if h := c.Y + c.Px(24); math.Abs(float64(h)/64+top-1001.3) > 2 {
		t.Errorf("the table ends at %v", float64(c.Y)/64+top)
	}
}

// TestProseWithinMeasure: at every text step all words are painted, within the column, and no two texts overlap.
func TestProseWithinMeasure(t *testing.T) {
	for name, body := range map[string]string{
		"case":     "王某某 李某 赵某某 欧阳某\n王某某　李某　赵某某　欧阳某\n王某某\t李某\t赵某某\n序号\t姓名\t金额",
		"wide":     "序号\t姓名\t家庭人口\t月补助金额\t住址\t备注\n1\t王某某\t3人\t1,250.00元\t东片区一号楼二单元301室\t\n2\t李某\t1人\t980.00元\t西片区\t重度残疾\n合计\t\t4人\t2,230.00元\t\t",
		"names":    "甲某某　乙某　丙某某　丁某　戊某某\n己　某　庚某某　辛　某　壬某某\n癸某",
		"indented": "　　　　　　　　　　　　　　　　　　示例单位\n\t\t\t\t示例",
		"long":     "项目\t说明\n甲\t" + strings.Repeat("示例文字，", 60) + "\n乙\thttps://example.org/" + strings.Repeat("a", 90),
		"drawn":    "社区\n├─ 甲组（第一网格、第二网格）\n│  └─ 乙组\n└─ 丙组 GB/T 33480\n\n" + strings.Repeat("─", 60),
		"pairs":    "联系人：王某某　　电话：0355-7222222\n地址：示例路100号示例大厦　　邮编：046200",
		"piped":    "| 甲 | 乙 | 丙 |\n|:-:|--:|:--|\n| 一 | 二 | 三 |",
		"empty":    "甲\n\n\n\n\n\n\n乙",
	} {
		for _, step := range []float64{1, 1.3, 1.6, 2} {
			for _, size := range []image.Point{portrait, landscape} {
				c := proseFlow(size, step, body)
				c.within(t, fmt.Sprintf("%s at %v", name, step))
				words := unspaced(strings.ReplaceAll(c.painted(), "|", ""))
				for _, line := range catalogue.ProseLines(body) {
					for _, w := range strings.Fields(line) {
						if !strings.Contains(words, w) {
							t.Errorf("%s at %v lacks %s", name, step, w)
						}
					}
				}
			}
		}
	}
}

// within checks that all texts stand in the column and none over another.
func (c *Flow) within(t *testing.T, name string) {
	t.Helper()
	var taken []image.Rectangle
	for _, x := range c.texts() {
		for i, l := range x.Lines {
			from := x.X + l.X.Floor()
			at := image.Rect(from, x.Y+i*x.Pitch.Round()-20, from+l.Width.Floor(), x.Y+i*x.Pitch.Round())
			if at.Min.X < c.X.Floor() || at.Max.X > (c.X+c.W).Ceil()+1 || at.Max.Y > c.Y.Ceil() {
				t.Errorf("%s: %q stands at %v", name, wordsOf(x), at)
			}
			if slices.ContainsFunc(taken, at.Overlaps) {
				t.Errorf("%s: %q stands over another text", name, wordsOf(x))
			}
			taken = append(taken, at)
		}
	}
}

// TestAmountsStandRight: amounts end at one edge, with the name of their column.
func TestAmountsStandRight(t *testing.T) {
	at := proseFlow(portrait, 1, "项目\t金额\t说明\n甲\t1200.00元\t一\n乙\t3.50元\t二").places()
	for _, words := range []string{"金额", "3.50元"} {
		if math.Abs(at[words][2]-at["1200.00元"][2]) > 1 {
			t.Errorf("%s ends at %v, not at %v", words, at[words][2], at["1200.00元"][2])
		}
	}
	if at["甲"][0] != 156 || at["二"][0] != at["说明"][0] {
		t.Errorf("words stand at %v", at)
	}
}

// TestCellsBreakAtPhrases: a column that is narrower than its cells parts no word of theirs.
func TestCellsBreakAtPhrases(t *testing.T) {
	const body = "热线\t电话\t时间\n社区值班室\t0000-0000001\t全天\n自来水抢修\t0000-0000004\t全天\n未成年人心理热线\t0000-0000006\t工作日9:00—17:00"
	broken := 0
	for measure := 640; measure < 900; measure += 4 {
		c := proseFlow(portrait, 1.3, "")
		c.W = fixed.I(measure)
		c.Prose(catalogue.Blocks(body), noticeProse(c))
		for _, x := range c.texts() {
			words := []rune(wordsOf(x))
			for _, l := range x.Lines[:len(x.Lines)-1] {
				broken++
				if got := string(words[:l.End]); strings.HasSuffix(got, "值") || strings.HasSuffix(got, "来") {
					t.Errorf("%d px: %s|%s", measure, got, string(words[l.End:]))
				}
			}
		}
	}
	if broken == 0 {
		t.Error("no cell was broken")
	}
}

// TestWideTable: a table that the measure doesn't hold is set in groups, without its empty cells.
func TestWideTable(t *testing.T) {
	body := "序号\t姓名\t人口\t金额\t住址\t备注\n1\t王某某\t3人\t1,250.00元\t东片区\t\n2\t李某\t1人\t980.00元\t西片区\t残疾"
	if got := proseFlow(portrait, 1, body).painted(); !strings.HasPrefix(got, "序号|姓名|人口|") {
		t.Errorf("at 1.0: %s", got)
	}
	c := proseFlow(portrait, 2, body)
	want := "序号：1|姓名：王某某|人口：3人|金额：1,250.00元|住址：东片区|序号：2|姓名：李某|人口：1人|金额：980.00元|住址：西片区|备注：残疾"
	if got := c.painted(); got != want {
		t.Errorf("at 2.0: %s", got)
	}
	if inks := c.texts()[0].Inks; !slices.Equal(inks, []page.Ink{page.Red, page.Black}) {
		t.Errorf("inks %v", inks)
	}
}

// TestColumnsRefilled: columns that don't fit go on in as many as fit, in their order.
func TestColumnsRefilled(t *testing.T) {
	lines := func(step float64) string {
		rows := make(map[int]string)
		var ys []int
		for _, x := range proseFlow(portrait, step, drawnNames).texts() {
			if rows[x.Y] == "" {
				ys = append(ys, x.Y)
			}
			rows[x.Y] += string([]rune(wordsOf(x))[2])
		}
		var all []string
		for _, y := range ys {
			all = append(all, rows[y])
		}
		return strings.Join(all, "/")
	}
	for step, want := range map[float64]string{1: "甲乙丙丁戊/己庚辛壬癸", 1.3: "甲乙丙丁/戊己庚辛/壬癸", 2: "甲乙/丙丁/戊己/庚辛/壬癸"} {
		if got := lines(step); got != want {
			t.Errorf("at %v: %s, want %s", step, got, want)
		}
	}
}

// TestRowsApart: words of different lines never stand in one row, unless they are one list; a row that is too long goes on
// below its second word, or its first one if that is an option.
func TestRowsApart(t *testing.T) {
	for body, want := range map[string]string{
		"☐低保户　☐特困户　☐残疾人　☐其他\n☑本地　☐外地":       "☐低保户 ☐特困户/☐残疾人 ☐其他/☑本地 ☐外地",
		"组长　王某某\n成员　赵某某　孙某某　周某某　吴某某":        "组长 王某某/成员 赵某某 孙某某/周某某 吴某某",
		"周一至周五　上午8:30—12:00\n周六　休息":         "周一至周五 上午8:30—12:00/周六 休息",
		"一等奖　王某某　李某某\n　　　　孙某某\n二等奖　周某某　吴某某": "一等奖 王某某 李某某/孙某某/二等奖 周某某 吴某某",
	} {
		c := proseFlow(portrait, 1.6, body)
		var all string
		below := -1
		for _, x := range c.texts() {
			switch {
			case below < 0:
			case x.Y == below:
				all += " "
			default:
				all += "/"
			}
			all, below = all+wordsOf(x), x.Y
		}
		if all != want {
			t.Errorf("%s\ngot  %s\nwant %s", body, all, want)
		}
	}
}

// TestIndents: a paragraph keeps its indent and has two characters without one; one that was moved to the right stays
// in one line at every step.
func TestIndents(t *testing.T) {
	c := proseFlow(portrait, 1, "示例甲\n　　示例乙\n 示例丙\n    示例丁")
	for i, want := range []string{"　　", "　　", "\u2002", "　　"} {
		if got := wordsOf(c.texts()[i]); strings.TrimSuffix(got, string([]rune(got)[len([]rune(got))-3:])) != want {
			t.Errorf("%q, want the indent %q", got, want)
		}
	}
	for body, want := range map[string]string{
		"附件：1.示例甲\n　　　2.示例乙\n　　　　示例": "　　　　　2.示例乙",
		"　　附件：1.甲\n　　　　　2.乙":         "　　　　　2.乙",
		"附件1.甲\n　　　2.乙":              "　　　2.乙",
	} {
		if got := wordsOf(proseFlow(portrait, 1, body).texts()[1]); got != want {
			t.Errorf("%q: %q", body, got)
		}
	}
	for _, step := range []float64{1, 1.3, 1.6, 2} {
		x := proseFlow(portrait, step, strings.Repeat("　", 16)+"示例居民委员会").texts()[0]
		if len(x.Lines) != 1 || x.Lines[0].Width > fixed.I(885) || x.Lines[0].Width < fixed.I(780) {
			t.Errorf("at %v: %d lines, %v wide", step, len(x.Lines), x.Lines[0].Width)
		}
	}
}

// TestStrokesMeet: the strokes of a drawing meet across its lines and cells, whatever cells the author's screen gave them.
func TestStrokesMeet(t *testing.T) {
	for name, body := range map[string]string{
		"full width": "┌──┬──┐\n│甲甲│乙乙│\n├──┼──┤\n│丙丙│丁丁│\n└──┴──┘",
		"half width": "┌────┬────┐\n│甲甲│乙乙│\n├────┼────┤\n│丙丙│丁丁│\n└────┴────┘",
		"double":     "╔══╦══╗\n║甲甲║乙乙║\n╠══╬══╣\n║丙丙║丁丁║\n╚══╩══╝",
		"heavy":      "┏━━┳━━┓\n┃甲甲┃乙乙┃\n┣━━╋━━┫\n┃丙丙┃丁丁┃\n┗━━┻━━┛",
	} {
		for _, step := range []float64{1, 1.3, 2} {
			c := proseFlow(portrait, step, body)
			drawn := c.boxes("drawing")[0]
			if parts := c.connected(); parts != 1+b2i(name == "double")*4 {
				t.Errorf("%s at %v: the strokes are %d pieces", name, step, parts)
			}
			if drawn.Min.X != 156 || len(c.texts()) != 4 {
				t.Errorf("%s: %v, %d texts", name, drawn, len(c.texts()))
			}
		}
	}
}

// connected counts the parts of a drawing whose strokes touch each other.
func (c *Flow) connected() int {
	var all [][]image.Rectangle
	for _, it := range c.On.Items {
		r, ok := it.(*page.Rect)
		if !ok {
			continue
		}
		joined := []image.Rectangle{r.Rect}
		var rest [][]image.Rectangle
		for _, part := range all {
			if slices.ContainsFunc(part, r.Rect.Inset(-1).Overlaps) {
				joined = append(joined, part...)
			} else {
				rest = append(rest, part)
			}
		}
		all = append(rest, joined)
	}
	return len(all)
}

// TestDrawingFits: a drawing is made smaller until it fits, and set as text where it would be too small to read.
func TestDrawingFits(t *testing.T) {
	line := func(n int) string { return "│" + strings.Repeat("示", n) + "│" }
	if c := proseFlow(portrait, 2, line(20)); len(c.boxes("drawing")) != 1 || c.texts()[0].Spans[0].Style.Size != fixed.Int26_6(884*64)/44*2 {
		t.Errorf("%+v", c.texts())
	}
	if c := proseFlow(portrait, 1, line(3000)); len(c.boxes("drawing")) != 0 || len(c.texts()[0].Lines) < 100 {
		t.Error("a line of 3,000 characters is a drawing")
	}
}
