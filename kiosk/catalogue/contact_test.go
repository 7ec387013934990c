package catalogue

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"unicode"
)

const wholeContact = "[contact]\ndesk = \"一楼大厅　3号窗口\"\nphone = \"13800138000\"\nhours = \"\"\"\n周一至周五\n8:30至12:00\n\"\"\"\naddress = \"朝阳路1号（示例）\"\nmap = \"images/一楼.png\"\nat = [0.4, 1]\n"

// withContact parses a directory with contacts in kiosk.toml and in two items, and a floor plan of each.
func withContact(t *testing.T, settings string, items ...string) (*Catalogue, string) {
	t.Helper()
	files := append(dir("kiosk.toml", kioskToml+settings), picture("images/一楼.png"), picture("images/二楼.png"))
	for i, more := range items {
		n := string(rune('1' + i))
		files = append(files, dir("items/"+n+".toml", item(n)+more)...)
	}
	c, problems := Parse(files)
	return c, printed(t, problems)
}

// TestContact: an item's contact replaces kiosk.toml's field by field, and its floor plan with the place on it.
func TestContact(t *testing.T) {
	c, problems := withContact(t, wholeContact, "", "[contact]\ndesk = \"2号窗口\"\nphone = \"\"\nmap = \"images/二楼.png\"\n", "[contact]\nmap = \"\"\nhours = \"全天\"\n", "[contact]\nmap = \"images/二楼.png\"\nat = [0, 0.5]\n")
	plan := func(name string) Image { return Image{name, 30, 40, 6, "hash of " + name} }
	centre := Contact{"一楼大厅　3号窗口", "13800138000", "周一至周五　8:30至12:00", "朝阳路1号（示例）", plan("images/一楼.png"), [2]float64{.4, 1}, true}
	second, third, fourth := centre, centre, centre
	second.Desk, second.Phone, second.Map, second.At, second.Marked = "2号窗口", "", plan("images/二楼.png"), [2]float64{}, false
	third.Hours, third.Map, third.At, third.Marked = "全天", Image{}, [2]float64{}, false
	fourth.Map, fourth.At = plan("images/二楼.png"), [2]float64{0, .5}
	for i, want := range []Contact{centre, second, third, fourth} {
		if got := c.Items[i].Contact; got != want {
			t.Errorf("item %d\ngot  %+v\nwant %+v", i+1, got, want)
		}
	}
	if problems != "" || c.Settings.Contact != centre {
		t.Errorf("%s%+v", problems, c.Settings.Contact)
	}
	if got := c.Images(); len(got) != 2 || got[0].Name != "images/一楼.png" {
		t.Errorf("shown images %v", got)
	}
	bare, _ := withContact(t, "", "")
	if got := bare.Items[0].Contact; !got.Empty() || centre.Empty() {
		t.Errorf("%+v", got)
	}
}

// TestContactElsewhere: an item with another desk or address keeps the floor plan of kiosk.toml, not the place on it, which
// would lead to the wrong desk.
func TestContactElsewhere(t *testing.T) {
	for _, c := range []struct {
		own    string
		marked bool
	}{
		{"desk = \"二楼　208室\"", false},
		{"address = \"朝阳路2号\"", false},
		{"desk = \"一楼大厅　3号窗口\"", true},
		{"desk = \"\"", true},
		{"phone = \"0355-0000000\"", true},
		{"desk = \"二楼　208室\"\nmap = \"images/一楼.png\"\nat = [0, 0]", true},
	} {
		got, problems := withContact(t, wholeContact, "[contact]\n"+c.own+"\n")
		if contact := got.Items[0].Contact; contact.Marked != c.marked || contact.Map.Name != "images/一楼.png" || !contact.Marked && contact.At != [2]float64{} {
			t.Errorf("%s\n%s%+v", c.own, problems, contact)
		}
	}
}

// TestContactProblems: what is wrong with a contact keeps only that off the screen.
func TestContactProblems(t *testing.T) {
	long := strings.Repeat("长", 41)
	const only = "[contact]\ndesk = \"3号窗口\"\n"
	for _, c := range []struct {
		in, want string
		contact  Contact
	}{
		{only + "phone = \"" + long + "\"\n", "kiosk.toml:5:1: 提醒：“phone”（电话）有 41 个字，超过 40，屏幕上会折成几行；改法：缩短到 40 个字以内；确实要写这么长就不用改\n", Contact{Desk: "3号窗口", Phone: long}},
		{only + "phone = \"（0355）7222222转8\"\n", "", Contact{Desk: "3号窗口", Phone: "（0355）7222222转8"}},
		{only + "address = \"（\"\n", "kiosk.toml:5:12: 提醒：“address”里的“（”不成对；改法：对照原文，补上另一半或删去这个符号；原文如此就不用改\n", Contact{Desk: "3号窗口", Address: "（"}},
		{only + "hours = \"13800138000\"\n", "kiosk.toml:5:10: 提醒：“hours”里像是有手机号 138****8000；改法：公开前遮去个人信息；确实要公开就不用改\n", Contact{Desk: "3号窗口", Hours: "13800138000"}},
		{only + "phone = \"11010519491231002X\"\n", "kiosk.toml:5:10: 提醒：“phone”里像是有身份证号 110***********002X；改法：公开前遮去个人信息；确实要公开就不用改\n", Contact{Desk: "3号窗口", Phone: "11010519491231002X"}},
		{only + "map = \"images/三楼.png\"\nat = [0.1, 0.2]\n", "kiosk.toml:5:1: 错误：图片 “images/三楼.png” 找不到；改法：把图片放到 images 目录，或改正这里的文件名\n", Contact{Desk: "3号窗口"}},
		{only + "map = \"../a.png\"\n", "kiosk.toml:5:1: 错误：图片 “../a.png” 不在 images 目录里；改法：把图片放到 images 目录，写成 \"images/a.png\"\n", Contact{Desk: "3号窗口"}},
		{only + "map = \"一楼\"\n", "kiosk.toml:5:1: 提醒：图片 “一楼” 跟文件的名字不一样，屏幕上显示的是 “images/一楼.png”；改法：写成 \"images/一楼.png\"\n", Contact{Desk: "3号窗口", Map: Image{"images/一楼.png", 30, 40, 6, "hash of images/一楼.png"}}},
		{only + "map = \"images/一楼.png、images/二楼.png\"\n", "kiosk.toml:5:1: 错误：“map”（平面图）里写了 2 个文件名；改法：只写一个，例如 map = \"images/一楼.png\"\n", Contact{Desk: "3号窗口"}},
		{only + "at = [0.1, 0.2]\n", "kiosk.toml:5:7: 错误：[contact] 里写了“at”（位置），没有写“map”（平面图）；改法：补上 map = \"images/一楼.png\" 这样一行，或删去 at\n", Contact{Desk: "3号窗口"}},
	} {
		got, problems := withContact(t, c.in, "")
		problems = strings.ReplaceAll(problems, "images/一楼.png: 提醒：公告和平面图都没有用到这张图片；改法：要用就在公告的 images 里，或者 [contact] 的 map 里写上 \"images/一楼.png\"；不用了再删去\n", "")
		problems = strings.ReplaceAll(problems, "images/二楼.png: 提醒：公告和平面图都没有用到这张图片；改法：要用就在公告的 images 里，或者 [contact] 的 map 里写上 \"images/二楼.png\"；不用了再删去\n", "")
		if problems != c.want || got.Items[0].Contact != c.contact {
			t.Errorf("%s\ngot\n%swant\n%s%+v", c.in, problems, c.want, got.Items[0].Contact)
		}
	}
	const plan = "[contact]\nmap = \"images/一楼.png\"\n"
	for in, want := range map[string]string{
		"at = []\n":            "kiosk.toml:3:1: 错误：“at”（位置）要写两个数，这里是 0 个；改法：先写从左边算起的，再写从上边算起的，例如 at = [0.4, 0.7]\n",
		"at = [0.4]\n":         "kiosk.toml:5:7: 错误：“at”（位置）要写两个数，这里是 1 个；改法：先写从左边算起的，再写从上边算起的，例如 at = [0.4, 0.7]\n",
		"at = [0, 1, 0.5]\n":   "kiosk.toml:5:7: 错误：“at”（位置）要写两个数，这里是 3 个；改法：先写从左边算起的，再写从上边算起的，例如 at = [0.4, 0.7]\n",
		"at = [40, 7.5]\n":     "kiosk.toml:5:7: 错误：“at”（位置）里的 40 不在 0 和 1 之间；改法：写成 at = [0.4, 0.075]\n",
		"at = [0.5, -1]\n":     "kiosk.toml:5:12: 错误：“at”（位置）里的 -1 不在 0 和 1 之间；改法：写占图宽、图高的几成，例如正中间写 at = [0.5, 0.5]；知道像素就除以图的宽和高\n",
		"at = [640.0, 1080]\n": "kiosk.toml:5:7: 错误：“at”（位置）里的 640 不在 0 和 1 之间；改法：写占图宽、图高的几成，例如正中间写 at = [0.5, 0.5]；知道像素就除以图的宽和高\n",
		"at = [nan, 1]\n":      "kiosk.toml:5:7: 错误：“at”（位置）里的 NaN 不在 0 和 1 之间；改法：写占图宽、图高的几成，例如正中间写 at = [0.5, 0.5]；知道像素就除以图的宽和高\n",
	} {
		got, problems := withContact(t, plan+in, "")
		problems = strings.ReplaceAll(problems, "images/二楼.png: 提醒：公告和平面图都没有用到这张图片；改法：要用就在公告的 images 里，或者 [contact] 的 map 里写上 \"images/二楼.png\"；不用了再删去\n", "")
		if contact := got.Items[0].Contact; problems != want || contact.Marked || contact.Map.Name != "images/一楼.png" {
			t.Errorf("%s\ngot\n%swant\n%s%+v", in, problems, want, contact)
		}
	}
}

// TestContactOfItem: an item's own floor plan that is missing isn't replaced by the one of kiosk.toml, which shows another
// place; the item stays on the screen. The same item read again has the same problem once.
func TestContactOfItem(t *testing.T) {
	files := append(dir("kiosk.toml", kioskToml+wholeContact, "items/1.toml", item("1")+"[contact]\nmap = \"images/x.png\"\n"), picture("images/一楼.png"))
	var p Parser
	for range 3 {
		c, problems := p.Parse(files)
		want := "items/1.toml:6:1: 错误：图片 “images/x.png” 找不到；改法：把图片放到 images 目录，或改正这里的文件名\n"
		if got := printed(t, problems); got != want || c.Items[0].Contact.Map.Name != "" || c.Items[0].Contact.Desk == "" {
			t.Errorf("%s%+v", got, c.Items[0].Contact)
		}
	}
	c, problems := p.Parse(append(files, picture("images/x.png")))
	if len(problems) > 0 || c.Items[0].Contact.Map.Name != "images/x.png" {
		t.Errorf("%s%+v", printed(t, problems), c.Items[0].Contact)
	}
}

// TestContactInRevision: a floor plan that is shown is part of the revision.
func TestContactInRevision(t *testing.T) {
	files := append(dir("kiosk.toml", kioskToml+wholeContact, "items/1.toml", item("1")+"[contact]\nmap = \"images/x.png\"\n"), picture("images/一楼.png"), picture("images/x.png"))
	before, _ := Parse(files)
	for i := len(files) - 2; i < len(files); i++ {
		other := *files[i].Image
		other.Hash = "another"
		changed := append([]File(nil), files...)
		changed[i].Image = &other
		if after, _ := Parse(changed); after.Revision == before.Revision {
			t.Errorf("%s is no part of the revision", files[i].Path)
		}
	}
}

// TestImagesOfContacts: a floor plan is among the images of the file that names it.
func TestImagesOfContacts(t *testing.T) {
	for path, want := range map[string][]string{"kiosk.toml": {"images/一楼.png"}, "items/1.toml": {"images/一楼.png"}, "holidays.toml": nil, "items/1.sync-conflict-20261120-101112-ABCDEFG.toml": nil} {
		if got := ImagesOf(File{Path: path, Data: []byte(wholeContact)}); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %v", path, got)
		}
	}
	if got := ImagesOf(File{Path: "kiosk.toml", Data: []byte(kioskToml + "[contact]\nmap = \" \"\n")}); got != nil {
		t.Errorf("a blank name: %v", got)
	}
	c, problems := Parse(append(dir("kiosk.toml", kioskToml, "items/1.toml", item("1"), "items/2.toml", "x\n[contact]\nmap = \"images/a.png\"\n"), File{Path: "images/a.png"}))
	if got := printed(t, problems); c == nil || strings.Contains(got, "没有用到") {
		t.Errorf("the floor plan of a broken file is called unused:\n%s", got)
	}
}

// TestHints: one hint for all items without a contact; one that hides it on purpose doesn't count.
func TestHints(t *testing.T) {
	const hidden = "[contact]\ndesk = \"\"\n"
	for _, c := range []struct {
		settings string
		items    []string
		want     string
	}{
		{"", []string{"", ""}, "kiosk.toml:1:1: 提示：2 个事项没有“到哪里问”（窗口、电话、办公时间、地址），第一个是 items/1.toml"},
		{"", []string{hidden, "[contact]\nphone = \"110\"\n", ""}, "kiosk.toml:1:1: 提示：1 个事项没有“到哪里问”（窗口、电话、办公时间、地址），第一个是 items/3.toml"},
		{"", []string{hidden}, ""},
		{"[contact]\nphone = \"110\"\n", []string{"", "[contact]\nphone = \"\"\n"}, ""},
	} {
		parsed, _ := withContact(t, c.settings, c.items...)
		got := printed(t, Hints(parsed))
		if before, _, _ := strings.Cut(got, "；改法："); before != c.want {
			t.Errorf("%s%q: got %s, want %s", c.settings, c.items, got, c.want)
		}
	}
	if Hints(nil) != nil {
		t.Error("hints of no catalogue")
	}
}

// TestSaid: summary and ask as they are shown, and what is too long.
func TestSaid(t *testing.T) {
	for _, c := range []struct{ in, summary, ask, want string }{
		{"summary = \"持证居民每月可领 100 元\"\nask = \"\"\"\n残疾人\n能领什么\n\"\"\"\n", "持证居民每月可领 100 元", "残疾人|能领什么", ""},
		{"summary = \" \"\nask = \"\"\n", "", "", ""},
		{"summary = \"" + strings.Repeat("长", 41) + "\"\n", strings.Repeat("长", 41), "", "items/2.toml:5:1: 提醒：“summary”（一句话）有 41 个字，超过 40，屏幕上会折成几行；改法：缩短到 40 个字以内；确实要写这么长就不用改\n"},
		{"ask = \"" + strings.Repeat("问", 13) + "\"\n", "", strings.Repeat("问", 13), "items/2.toml:5:1: 提醒：“ask”（问句）有 13 个字，超过 12，海报上的字会小；改法：缩短到 12 个字以内，像“怎么申请”这样问一句\n"},
		{"ask = \"一\\n二\\n三\\n四\"\n", "", "一|二|三|四", "items/2.toml:5:1: 提醒：“ask”（问句）分成了 4 行，超过 3 行，海报上的字会小；改法：合成两三行\n"},
	} {
		parsed, problems := Parse(dir("kiosk.toml", kioskToml, "items/1.toml", item("1"), "items/2.toml", item("2")+c.in))
		it := parsed.Items[1]
		if got := printed(t, problems); got != c.want || it.Summary != c.summary || strings.Join(it.Ask, "|") != c.ask {
			t.Errorf("%s\n%s%q %q", c.in, got, it.Summary, it.Ask)
		}
	}
}

// FuzzContact: whatever stands in a contact, its fields are lines without control characters and its place lies on its plan.
func FuzzContact(f *testing.F) {
	f.Add("一楼大厅　3号窗口", "0355-0000000", "周一至周五\n9:00", "images/a.png", "[0.4, 0.7]")
	f.Add("", "13800138000", "\t", "a.png", "[1, 2]")
	f.Add("\u202e", "\u200b", " a  b ", "images/a.png,images/b.png", "\"0.1 0.2\"")
	f.Fuzz(func(t *testing.T, desk, phone, hours, plan, at string) {
		text := fmt.Sprintf("[contact]\ndesk = %s\nphone = %s\nhours = %s\nmap = %s\nat = %s\n", quote(desk), quote(phone), quote(hours), quote(plan), at)
		files := append(dir("kiosk.toml", kioskToml, "items/1.toml", item("1"), "items/2.toml", item("2")+text), picture("images/a.png"))
		c, problems := Parse(files)
		pointed(t, problems, files)
		for i := range c.Items {
			got := c.Items[i].Contact
			for _, field := range []string{got.Desk, got.Phone, got.Hours, got.Address} {
				if strings.ContainsFunc(field, unicode.IsControl) || strings.TrimFunc(field, white) != field {
					t.Errorf("%q in %s", field, text)
				}
			}
			if got.Marked && (got.Map.Name == "" || got.At[0] < 0 || got.At[0] > 1 || got.At[1] < 0 || got.At[1] > 1) || !got.Marked && got.At != [2]float64{} {
				t.Errorf("%+v in %s", got, text)
			}
		}
	})
}
