package content

import (
	"io/fs"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/diag"
)

// parsed returns the shipped catalogue and its problems.
func parsed(t *testing.T) (*catalogue.Catalogue, []diag.Problem) {
	t.Helper()
	var files []catalogue.File
	err := fs.WalkDir(FS, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := FS.ReadFile(name)
		files = append(files, catalogue.File{Path: name, Data: data})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if !catalogue.Wants(f.Path) {
			t.Errorf("%s is embedded and no part of the catalogue", f.Path)
		}
	}
	c, problems := catalogue.Parse(files)
	if c == nil {
		t.Fatal(problems)
	}
	return c, problems
}

// official reads the rows of the office's own table. A row continued on a second
// page would start without a number; there is none.
func official(t *testing.T) map[int][]string {
	t.Helper()
	data, err := os.ReadFile("testdata/catalogue.txt")
	if err != nil {
		t.Fatal(err)
	}
	rows := make(map[int][]string)
	for line := range strings.Lines(string(data)) {
		cells := strings.Split(strings.TrimRight(line, "\r\n"), "\t")
		if n, err := strconv.Atoi(cells[0]); err == nil {
			rows[n] = append(cells, make([]string, 11)...)[:11]
		}
	}
	return rows
}

// TestOfficialText compares every cell of every row with the office's table, character
// by character, apart from white space.
func TestOfficialText(t *testing.T) {
	c, _ := parsed(t)
	rows := official(t)
	if len(rows) != 14 || len(c.Items) != 14 {
		t.Fatalf("%d rows in the table and %d items, want 14", len(rows), len(c.Items))
	}
	head := []string{"序号", "一级事项", "二级事项", "公开内容（要素）", "公开依据", "公开时限", "公开主体", "公开渠道和载体", "县级", "乡镇", "社区"}
	for _, it := range c.Items {
		got := []string{
			strconv.Itoa(it.Number), it.Category, it.Title, it.Content.String(), it.Basis.String(),
			it.Deadline, it.Publisher, it.Channels.String(),
		}
		for _, level := range c.Levels {
			got = append(got, tick(it, level))
		}
		for i, want := range rows[it.Number] {
			if strip(got[i]) != strip(want) {
				t.Errorf("row %d, %s:\n got %s\nwant %s", it.Number, head[i], got[i], want)
			}
		}
	}
}

// TestOfficialBytes compares the files themselves: a cell's lines in TOML, before
// catalogue parses them, hold the official characters and no others.
func TestOfficialBytes(t *testing.T) {
	for n, cells := range official(t) {
		names, err := fs.Glob(FS, "items/"+pad(n)+"-*.toml")
		if err != nil || len(names) != 1 {
			t.Fatalf("row %d has the files %v", n, names)
		}
		data, err := FS.ReadFile(names[0])
		if err != nil {
			t.Fatal(err)
		}
		for i, cell := range cells[3:8] {
			if !strings.Contains(strip(string(data)), `"`+strip(cell)+`"`) && cell != "" {
				t.Errorf("%s: cell %d is not there whole", names[0], i+3)
			}
		}
	}
}

// TestProblems checks that the only problems are row 12's, which are the office's own: it accepts them.
func TestProblems(t *testing.T) {
	_, problems := parsed(t)
	if open, _ := diag.Open(problems); len(open) > 0 {
		t.Errorf("not accepted: %v", open)
	}
	var b strings.Builder
	if err := diag.WriteText(&b, problems); err != nil {
		t.Fatal(err)
	}
	want := `items/12-社区治理服务.toml:1:1: 提醒：没有“basis”（公开依据）；改法：对照目录补上；目录里本来就没有的不用改 [no-basis]
items/12-社区治理服务.toml:6:51: 提醒：“content”里的“》”不成对；改法：对照原文，补上另一半或删去这个符号；原文如此就不用改 [lone-bracket]
`
	if b.String() != want {
		t.Errorf("got\n%swant\n%s", b.String(), want)
	}
}

// TestCuts checks where the screens cut cells and titles.
func TestCuts(t *testing.T) {
	c, _ := parsed(t)
	elements := []int{4, 1, 6, 6, 6, 14, 1, 9, 11, 5, 3, 6, 4, 4}
	deep := map[int]int{6: 7, 8: 2, 9: 2}
	for i, it := range c.Items {
		inside := 0
		for _, e := range it.Content {
			inside += e.Depth
		}
		if len(it.Content) != elements[i] || inside != deep[it.Number] {
			t.Errorf("row %d has %d elements, %d of them in a bracket; want %d and %d", it.Number, len(it.Content), inside, elements[i], deep[it.Number])
		}
		if len(it.Channels) != 3 {
			t.Errorf("row %d has %d channels", it.Number, len(it.Channels))
		}
	}
	for n, title := range map[int]string{4: "城镇独生子女父母｜计划生育奖励", 5: "城镇非职工居民｜独生子女保健费发放"} {
		it := c.Items[n-1]
		runes := []rune(it.Title)
		if len(it.Breaks) != 1 || string(runes[:it.Breaks[0]])+"｜"+string(runes[it.Breaks[0]:]) != title {
			t.Errorf("row %d breaks at %v, want %s", n, it.Breaks, title)
		}
	}
}

// TestHouseForm checks that shipped files have each key at a line's start and no
// comment after a value.
func TestHouseForm(t *testing.T) {
	err := fs.WalkDir(FS, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := FS.ReadFile(name)
		for line := range strings.Lines(string(data)) {
			if i := strings.Index(line, "#"); i > 0 {
				t.Errorf("%s: a comment behind something: %s", name, line)
			}
			if before, _, ok := strings.Cut(line, " = "); ok && strings.HasPrefix(before, " ") {
				t.Errorf("%s: an indented key: %s", name, line)
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// uncommented returns a file with every key and header that it shows behind #.
func uncommented(data []byte) []byte {
	return regexp.MustCompile(`(?m)^# ([a-z_]+ = |\[)`).ReplaceAll(data, []byte("$1"))
}

// TestStarter checks that the files of kiosk init show every key of the content, and are valid with all of them in use: the
// tables stand last.
func TestStarter(t *testing.T) {
	images := []string{"images/一楼.png", "images/二楼.png", "images/示例.jpg"}
	var files []catalogue.File
	err := fs.WalkDir(Starter, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := Starter.ReadFile(name)
		if name == "公告写法.txt" {
			name = "notices/示例.toml"
		}
		files = append(files, catalogue.File{Path: name, Data: uncommented(data)})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range images {
		files = append(files, catalogue.File{Path: name, Image: &catalogue.Fact{Width: 400, Height: 400, Hash: name}})
	}
	files = append(files, catalogue.File{Path: "holidays.toml", Data: []byte("holidays = [2026-10-01]\n")})
	c, problems := catalogue.Parse(files)
	for _, p := range problems {
		if !strings.HasPrefix(p.File, "items/12-") {
			t.Error(p)
		}
	}
	if c == nil || len(c.Notices) != 1 {
		t.Fatal("no catalogue, or no notice")
	}
	n, six, centre := c.Notices[0], c.Items[5], c.Settings.Contact
	if !n.Urgent || !n.Pinned || !n.HasEvent() || len(n.Air) != 2 || len(n.Images) != 1 || n.Publish.IsZero() || n.Expire.IsZero() || len(n.Sign.Issuers) == 0 {
		t.Errorf("the notice lacks a key: %+v", n)
	}
	if six.Summary == "" || six.Ask == nil || len(six.Guides) != 1 || six.Link == "" || six.Updated.IsZero() || six.Contact.Map.Name != images[1] || !six.Contact.Marked || six.Contact.Address != "" {
		t.Errorf("the item lacks a key: %+v", six)
	}
	if centre.Desk == "" || centre.Phone == "" || centre.Hours == "" || centre.Address == "" || centre.Map.Name != images[0] || !centre.Marked {
		t.Errorf("kiosk.toml lacks a key: %+v", centre)
	}
	if s := c.Settings; s.Hours == nil || s.Dwell == 0 {
		t.Errorf("kiosk.toml lacks a key: %+v", s)
	}
}

func tick(it catalogue.Item, level string) string {
	for _, l := range it.Levels {
		if l == level {
			return "√"
		}
	}
	return ""
}

func pad(n int) string {
	if n < 10 {
		return "0" + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}

// strip removes white space.
func strip(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}
