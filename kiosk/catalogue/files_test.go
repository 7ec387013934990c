package catalogue

import "testing"

func TestWants(t *testing.T) {
	for name, want := range map[string]bool{
		"kiosk.toml":           true,
		"holidays.toml":        true,
		"items/01-组织机构.toml":   true,
		"items/01.TOML":        true,
		"items/\xb2\xd0.toml":  true,
		"notices/2026-11.toml": true,
		"items/06.sync-conflict-20261120-101112-ABCDEFG.toml": true,
		"kiosk.sync-conflict-20261120-101112-ABCDEFG.toml":    true,

		"items/06.toml.txt": true,
		"kiosk.toml.TXT":    true,

		"":                             false,
		"items/~$06.toml.txt":          false,
		"说明.toml.txt":                  false,
		"config.toml":                  false,
		"items":                        false,
		"items/":                       false,
		"items/06.txt":                 false,
		"items/a/06.toml":              false,
		"sub/kiosk.toml":               false,
		"images/a.jpg":                 false,
		"images/a.toml":                false,
		"items/.06.toml":               false,
		"items/.syncthing.06.toml.tmp": false,
		"items/~syncthing~06.toml.tmp": false,
		"items/~$06.toml":              false,
		"items/06.toml~":               false,
		"items/06.toml.bak":            false,
		"items/06.toml.swp":            false,
		"items/06.toml.TMP":            false,
		"items/Thumbs.db":              false,
		"items/desktop.ini":            false,
		".stfolder":                    false,
	} {
		if got := Wants(name); got != want {
			t.Errorf("%q: %v", name, got)
		}
	}
}

// TestNames: odd names are reported, but not what tools leave behind.
func TestNames(t *testing.T) {
	copyOf := ".sync-conflict-20261120-101112-ABCDEFG.toml"
	c, problems := Parse(dir(
		"kiosk.toml", kioskToml, "kiosk"+copyOf, "x",
		"items/01.toml", item("1"), "items/01"+copyOf, item("1"),
		"items/\xb2\xd0.toml", item("2"),
		"items/03.toml.txt", item("3"),
		"items/~$01.toml", "x", "items/.01.toml.tmp", "x", "items/Thumbs.db", "x", "README.txt", "x",
	))
	want := `items/01.sync-conflict-20261120-101112-ABCDEFG.toml: 提醒：这是同步冲突留下的副本，不会显示；原文件是 items/01.toml；改法：对照两个文件，把要的内容留在 items/01.toml，再删去这个副本
items/03.toml.txt: 提醒：文件名末尾多了 .txt，不会显示；改法：改名为 03.toml；电脑上看不到 .txt，就先在“查看”里勾选“文件扩展名”
items/\xb2\xd0.toml: 提醒：文件名不是 UTF-8 编码；改法：给文件重新取名，例如 06.toml
kiosk.sync-conflict-20261120-101112-ABCDEFG.toml: 提醒：这是同步冲突留下的副本，不会显示；原文件是 kiosk.toml；改法：对照两个文件，把要的内容留在 kiosk.toml，再删去这个副本
`
	if got := printed(t, problems); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if c == nil || len(c.Items) != 2 || len(Broken(problems)) != 0 {
		t.Errorf("shown: %+v", c)
	}
}

// A copy, as an office PC names it, is the repeated one, not the file that it was made of.
func TestCopyIsTheDouble(t *testing.T) {
	row := []byte("number = 1\ncategory = \"示例\"\ncontent = \"示例文字\"\nbasis = \"《示例》\"\n")
	settings := File{Path: "kiosk.toml", Data: []byte("centre = \"示例社区\"\ncatalogue = \"示例目录\"\n")}
	for _, name := range []string{"items/06 - 副本.toml", "items/06 (1).toml", "items/06副本.toml"} {
		c, problems := Parse([]File{settings, {Path: name, Data: row}, {Path: "items/06.toml", Data: row}})
		if len(c.Items) != 1 || c.Items[0].File != "items/06.toml" || len(problems) != 1 || problems[0].File != name {
			t.Errorf("%s: shown are %d, problems %v", name, len(c.Items), problems)
		}
	}
}

// A copy whose original is gone has a text that exists nowhere else: no fix may lose it.
func TestCopyWithoutOriginal(t *testing.T) {
	base := append(dir("kiosk.toml", kioskToml, "items/1.toml", item("1")), picture("images/b.png"))
	name := func(stem, day, ext string) string {
		return stem + ".sync-conflict-202611" + day + "-101112-ABCDEFG." + ext
	}
	const gone = ": 提醒：这是同步冲突留下的副本，不会显示；原文件 "
	for _, c := range []struct {
		files []File
		want  string
	}{
		{dir(name("items/06", "20", "toml"), item("6")),
			name("items/06", "20", "toml") + gone + "items/06.toml 没有了；改法：把这个副本改名为 06.toml；确实不要了再删去\n"},
		{dir(name("notices/a", "20", "toml"), noticeHead, name("notices/a", "21", "toml"), noticeHead),
			name("notices/a", "20", "toml") + gone + "notices/a.toml 没有了；改法：对照 2 个副本，把要的那个改名为 a.toml，再删去别的副本\n" +
				name("notices/a", "21", "toml") + gone + "notices/a.toml 没有了；改法：对照 2 个副本，把要的那个改名为 a.toml，再删去别的副本\n"},
		{[]File{picture(name("images/a", "20", "png"))},
			name("images/a", "20", "png") + gone + "images/a.png 没有了；改法：把这个副本改名为 a.png；确实不要了再删去\n"},
	} {
		_, problems := Parse(append(dir("notices/b.toml", "title = \"示例二\"\ndate = 2026-11-20\nimages = [\"images/b.png\"]\n"), append(base, c.files...)...))
		if got := printed(t, problems); got != c.want {
			t.Errorf("got\n%swant\n%s", got, c.want)
		}
	}
}
