package qr

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"gongkai/content"
	"gongkai/kiosk/catalogue"
)

var (
	day  = time.Date(2026, 3, 12, 9, 41, 0, 0, time.FixedZone("CST", 8*3600))
	rows = []string{"公开内容（要素）", "公开依据", "公开时限", "公开主体", "公开渠道和载体", "公开层级"}
)

// shipped returns the catalogue that is part of the program.
func shipped(t *testing.T) *catalogue.Catalogue {
	t.Helper()
	var files []catalogue.File
	err := fs.WalkDir(content.FS, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := content.FS.ReadFile(path)
		files = append(files, catalogue.File{Path: path, Data: data})
		return err
	})
	c, _ := catalogue.Parse(files)
	if err != nil || c == nil || len(c.Items) != 14 {
		t.Fatalf("no catalogue: %v", err)
	}
	return c
}

// TestProseKeptApart: names, cells, indents and empty lines of a notice and of a guide stay apart in a code.
func TestProseKeptApart(t *testing.T) {
	c := shipped(t)
	body := "　　示例：\n\n王某某 李某\n王某某　李某  赵某某\n姓名\t\t金额\n王某\t一组\t3元\n┌─┐\n│甲│\n└─┘"
	const want = "　　示例：\n\n王某某 李某\n王某某　李某　赵某某\n姓名｜｜金额\n王某｜一组｜3元\n┌─┐\n│甲│\n└─┘\n"
	n := catalogue.Notice{Title: "示例\u2002名单", Body: body, Date: day}
	if got := NoticeTakeaway(c, &n)[0].Text; !strings.HasPrefix(got, "示例 名单\n"+want) {
		t.Errorf("a notice: %q", got)
	}
	it := c.Items[5]
	it.Guides = []catalogue.Guide{{Heading: "示例", Body: body}}
	var text string
	for _, p := range Takeaway(c, &it, day) {
		text += p.Text
	}
	if !strings.Contains(text, "示例\n"+want) {
		t.Errorf("a guide: %q", text)
	}
}

// TestContactAndEvent: an item's code holds its summary and where to ask, a notice's when and where, each under its name.
func TestContactAndEvent(t *testing.T) {
	c := shipped(t)
	it := c.Items[5]
	it.Summary = "示例：每月可领"
	it.Contact = catalogue.Contact{Desk: "一楼大厅　3号窗口", Phone: "0355-0000000", Address: "示例路1号", Map: catalogue.Image{Name: "images/a.png"}}
	parts := Takeaway(c, &it, day)
	text, holds := "", []string{}
	for _, p := range parts {
		text += p.Text + "\n"
		holds = append(holds, p.Holds...)
	}
	if !strings.Contains(text, "示例：每月可领\n公开内容（要素）\n补贴情形") ||
		!strings.Contains(text, "\n到哪里问\n窗口：一楼大厅　3号窗口\n电话：0355-0000000\n地址：示例路1号\n襄垣县朝阳社区") || strings.Contains(text, "办公时间") || !slices.Contains(holds, "到哪里问") {
		t.Errorf("an item: %q holds %v", text, holds)
	}
	it.Contact = catalogue.Contact{Map: catalogue.Image{Name: "images/a.png"}}
	if p := Takeaway(c, &it, day)[0]; strings.Contains(p.Text, "到哪里问") || slices.Contains(p.Holds, "到哪里问") {
		t.Errorf("a floor plan alone: %v", p)
	}
	n := catalogue.Notice{Title: "示例", When: "12月5日", Where: "广场", Body: "正文", Date: day, Sign: catalogue.Signature{}}
	p := NoticeTakeaway(c, &n)[0]
	if !strings.HasPrefix(p.Text, "示例\n时间：12月5日\n地点：广场\n正文\n襄垣县朝阳社区") || !slices.Equal(p.Holds, []string{"时间", "地点", "公告正文"}) {
		t.Errorf("a notice: %q holds %v", p.Text, p.Holds)
	}
	n.Where = ""
	if p := NoticeTakeaway(c, &n)[0]; !strings.HasPrefix(p.Text, "示例\n时间：12月5日\n正文") {
		t.Errorf("a notice without a place: %q", p.Text)
	}
}

// TestDesign compares with the code in the design's picture, as decoded from there.
func TestDesign(t *testing.T) {
	c := shipped(t)
	parts := Takeaway(c, &c.Items[5], day)
	const want = `6 残疾人补贴
公开内容（要素）
补贴情形（包括残疾人灵活就业补贴及养老保险和医疗保险补贴，残疾人学习驾驶汽车补助，残疾人在岗就业补贴，残疾少年儿童保教费补贴、康复救助服务补贴，听力残疾少年儿童人工耳蜗处理器升级服务补贴、配套服务补贴，一级伤残未就业未享受低保残疾人保险补贴，随班就读残疾学生教育援助服务申报、补贴结算申报等）、办理依据、办理条件、办理流程、申请材料、咨询投诉信息、办理地点等
公开依据
《中华人民共和国政府信息公开条例》（中华人民共和国国务院令第711号）
公开时限：信息形成或者变更之日起20个工作日内
公开主体：社区工作站
公开渠道和载体：1、政府网站、2. 宣传栏3. 党群服务中心
公开层级：社区
襄垣县朝阳社区　2026年3月12日`
	if len(parts) != 1 || parts[0].Text != want {
		t.Fatalf("%d parts: %+v", len(parts), parts)
	}
	p := parts[0]
	if c := p.Code(); c.Size != 105 || c.Module(Square) != 5 || p.Level != L || p.Cut || !slices.Equal(p.Holds, rows) {
		t.Errorf("%d modules of %d units, level %d, holds %v", c.Size, c.Module(Square), p.Level, p.Holds)
	}
}

func TestShippedItemsAreRead(t *testing.T) {
	c := shipped(t)
	for i := range c.Items {
		it := &c.Items[i]
		parts := Takeaway(c, it, day)
		if len(parts) != 1 {
			t.Errorf("item %d: %d parts", it.Number, len(parts))
		}
		checkParts(t, parts, 4, 5, 6, 8)
		for _, cell := range []string{it.Heading(), it.Content.String(), it.Basis.String(), it.Deadline, it.Publisher, it.Channels.String()} {
			if !strings.Contains(bare(parts[0].Text), bare(cell)) {
				t.Errorf("item %d lacks %s", it.Number, cell)
			}
		}
		if it.Basis == nil && slices.Contains(parts[0].Holds, "公开依据") {
			t.Errorf("item %d holds a cell that it lacks", it.Number)
		}
	}
}

// checkParts decodes all codes, and checks the bounds of each.
func checkParts(t *testing.T, parts []Part, sizes ...int) {
	t.Helper()
	for i, p := range parts {
		c := p.Code()
		if c.Module(Square) < 4 || c.Size > 141 {
			t.Errorf("part %d has %d modules", i+1, c.Size)
		}
		level := "L"
		if p.Level == M {
			level = "M"
		}
		scanned(t, c, p.Text, level, sizes...)
	}
}

// bare returns a text without white space.
func bare(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

func cell(texts ...string) catalogue.Cell {
	var c catalogue.Cell
	for _, t := range texts {
		c = append(c, catalogue.Element{Text: t})
	}
	return c
}

func TestTakeawayText(t *testing.T) {
	c := &catalogue.Catalogue{Centre: "示例社区"}
	for _, e := range []struct {
		name  string
		item  catalogue.Item
		at    time.Time
		want  string
		holds []string
	}{
		{"the least", catalogue.Item{Number: 1, Category: "组织机构", Content: cell("机关名称")}, time.Time{},
			"1 组织机构\n公开内容（要素）\n机关名称\n示例社区", rows[:1]},
		{"no mark between", catalogue.Item{Number: 3, Title: "城市党建", Content: cell("组织关系转交，", "党费交纳", "在职党员报到")}, day,
			"3 城市党建\n公开内容（要素）\n组织关系转交，党费交纳\n在职党员报到\n示例社区　2026年3月12日", rows[:1]},
		{"depth", catalogue.Item{Number: 8, Title: "补贴", Content: catalogue.Cell{{Text: "情形"}, {Text: "一", Depth: 1}, {Text: "二", Depth: 1}, {Text: "办理条件"}}}, time.Time{},
			"8 补贴\n公开内容（要素）\n情形一\n二办理条件\n示例社区", rows[:1]},
		{"all there is", catalogue.Item{
			Number: 9, Title: "认定", Content: cell("条件"), Basis: cell("《甲法》", "《乙法》"), Deadline: "及时", Publisher: "工作站",
			Channels: cell("1、网站、", "2. 宣传栏"), Audience: "居民", Manner: "主动", Levels: []string{"县级", "社区"}, Link: "https://政务.cn/甲",
			Guides: []catalogue.Guide{{Heading: "办理条件", Body: "一\n二"}, {Body: "三"}, {Heading: "四"}},
		}, day, "9 认定\n公开内容（要素）\n条件\n公开依据\n《甲法》\n《乙法》\n公开时限：及时\n公开主体：工作站\n公开渠道和载体：1、网站、2. 宣传栏\n" +
			"公开对象：居民\n公开方式：主动\n公开层级：县级、社区\n办理条件\n一\n二\n三\n四\n示例社区　2026年3月12日\n链接：https://xn--zfr164b.cn/%E7%94%B2",
			append(slices.Clone(rows[:5]), "公开对象", "公开方式", "公开层级", "办事指南", "链接")},
	} {
		parts := Takeaway(c, &e.item, e.at)
		if len(parts) != 1 || parts[0].Text != e.want || !slices.Equal(parts[0].Holds, e.holds) {
			t.Errorf("%s: %+v", e.name, parts)
		}
		checkParts(t, parts, 4)
	}
}

func TestNoticeTakeaway(t *testing.T) {
	c := &catalogue.Catalogue{Centre: "示例社区"}
	n := catalogue.Notice{Title: "消防安全", Date: time.Date(2026, 3, 6, 0, 0, 0, 0, time.UTC)}
	if parts := NoticeTakeaway(c, &n); parts != nil {
		t.Errorf("a poster has %v", parts)
	}
	n.Body = "各位居民：\n活动在广场举行。"
	parts := NoticeTakeaway(c, &n)
	if len(parts) != 1 || parts[0].Text != "消防安全\n各位居民：\n活动在广场举行。\n示例社区　2026年3月6日" || !slices.Equal(parts[0].Holds, []string{"公告正文"}) {
		t.Errorf("%+v", parts)
	}
	checkParts(t, parts, 4, 5)
}

// TestSeveralParts: a text is cut at elements, and each part repeats the title and the cell's name.
func TestSeveralParts(t *testing.T) {
	c := &catalogue.Catalogue{Centre: "示例社区"}
	element := strings.Repeat("字", 99) + "。" // 300 bytes
	it := catalogue.Item{Number: 4, Title: "奖励", Content: cell(element, element, element, element, element), Deadline: "及时"}
	parts := Takeaway(c, &it, day)
	if len(parts) != 2 {
		t.Fatalf("%d parts", len(parts))
	}
	if want := "4 奖励（1/2）\n公开内容（要素）\n" + strings.Repeat(element, 3); parts[0].Text != want {
		t.Errorf("first: %q", parts[0].Text)
	}
	if want := "4 奖励（2/2）\n公开内容（要素）（续）\n" + strings.Repeat(element, 2) + "\n公开时限：及时\n示例社区　2026年3月12日"; parts[1].Text != want {
		t.Errorf("second: %q", parts[1].Text)
	}
	if !slices.Equal(parts[0].Holds, rows[:1]) || !slices.Equal(parts[1].Holds, []string{rows[0], rows[2]}) {
		t.Errorf("hold %v, %v", parts[0].Holds, parts[1].Holds)
	}
	checkParts(t, parts, 4, 5, 6, 8)
}

func TestEdgeOfOnePart(t *testing.T) {
	c := &catalogue.Catalogue{Centre: "示例社区"}
	for n, want := range map[int]int{1200: 1, 1201: 2} {
		it := catalogue.Item{Number: 1, Title: "题", Content: cell("")}
		it.Content = cell(strings.Repeat("x", n-len(Takeaway(c, &it, day)[0].Text)))
		parts := Takeaway(c, &it, day)
		if len(parts) != want {
			t.Errorf("%d bytes: %d parts", n, len(parts))
		}
		checkParts(t, parts, 4)
	}
}

// TestLongTexts: the number of codes for texts of several lengths.
func TestLongTexts(t *testing.T) {
	c := &catalogue.Catalogue{Centre: "示例社区"}
	for _, e := range []struct{ characters, parts, most int }{
		{1_100, 3, single}, {1_700, 3, widest}, {5_000, 9, widest}, {5_400, 9, widest}, {50_000, 9, widest},
	} {
		text := strings.Repeat("残疾人补贴的申请，在社区办理。", e.characters/15)
		parts := Takeaway(c, &catalogue.Item{Number: 6, Title: "题", Content: cell(text)}, day)
		last := parts[len(parts)-1]
		longest := 0
		for _, p := range parts {
			longest = max(longest, len(p.Text))
		}
		if len(parts) != e.parts || longest > e.most || longest < e.most*9/10 {
			t.Errorf("%d characters: %d parts of up to %d bytes", e.characters, len(parts), longest)
		}
		if cut := e.characters > 5_300; last.Cut != cut || strings.HasSuffix(last.Text, "……\n示例社区　2026年3月12日") != cut {
			t.Errorf("%d characters end with %q, cut: %v", e.characters, last.Text[len(last.Text)-100:], last.Cut)
		}
		checkParts(t, parts, 4)
	}
}

// TestLongTitle: each part repeats the beginning of the title, and the whole title appears once.
func TestLongTitle(t *testing.T) {
	c := &catalogue.Catalogue{Centre: strings.Repeat("区", 1000)}
	title := strings.Repeat("题", 1000)
	it := catalogue.Item{Number: 4, Title: title, Content: cell("内容"), Guides: []catalogue.Guide{{Heading: title, Body: "体"}}}
	parts := Takeaway(c, &it, day)
	var all strings.Builder
	for i, p := range parts {
		head, rest, _ := strings.Cut(p.Text, "\n")
		if want := "4 " + strings.Repeat("题", 99) + fmt.Sprintf("…（%d/%d）", i+1, len(parts)); head != want {
			t.Errorf("part %d begins with %s", i+1, head)
		}
		all.WriteString(rest)
	}
	if want := "4" + title + "公开内容（要素）内容" + title + "体" + c.Centre + "2026年3月12日"; bare(all.String()) != want {
		t.Errorf("%d parts: %s", len(parts), all.String())
	}
	checkParts(t, parts, 4)
}

func TestSentence(t *testing.T) {
	for _, c := range []struct {
		text  string
		limit int
		want  string
	}{
		{"一二三四。五，六七", 24, "一二三四。"},
		{"一二三四五，六七", 21, "一二三四五，"},
		{"一。二三四五六七", 21, "一。二三四五六"},
		{"一二三四五六七", 20, "一二三四五六"},
		{"一二三四葛\U000E0100七", 16, "一二三四"}, // not between a character and its variant
		{"\u0301\u0301\u0301\u0301\u0301", 5, "\u0301\u0301"},
	} {
		if got := c.text[:sentence(c.text, c.limit)]; got != c.want {
			t.Errorf("%s up to %d: %q, want %q", c.text, c.limit, got, c.want)
		}
	}
}
