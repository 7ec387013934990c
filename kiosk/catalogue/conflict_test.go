package catalogue

import (
	"path"
	"strings"
	"testing"
)

// TestCopyNames: each name of the table is that of a copy of 06.toml, by its own line, and a picture's too.
func TestCopyNames(t *testing.T) {
	for _, c := range copyNames {
		from, p := copied(c.example, byText)
		if from != "06.toml" || p != c.proof {
			t.Errorf("%s: %s is a copy of %q, proof %d, want %d", c.tool, c.example, from, p, c.proof)
		}
		if !c.marked(strings.ToLower(c.example)) || c.source == "" {
			t.Errorf("%s: %s has none of the marks %q, or no source", c.tool, c.example, c.marks)
		}
		picture := strings.ReplaceAll(c.example, ".toml", ".jpg")
		if from, _ := copied(picture, byText); from != "06.jpg" {
			t.Errorf("%s: %s is a copy of %q", c.tool, picture, from)
		}
	}
}

// TestOriginal: names as tools, and other releases of them, write them; want is the original's, by the name alone.
func TestOriginal(t *testing.T) {
	for name, want := range map[string]string{
		"items/06 (conflicted copy 王某 2026-11-28 101112).toml":                       "items/06.toml",
		"items/06（conflicted copy 2026-11-28 101112）.toml":                           "items/06.toml",
		"items/06_conflict-wang-20261128-101112.toml":                                "items/06.toml",
		"notices/2026-11-20 (SFConflict a 2026-11-28-10-11-12).toml":                 "notices/2026-11-20.toml",
		"notices/2026-11-20.toml (SFConflict a@example.com 2026-11-28-10-11-12)":     "notices/2026-11-20.toml",
		"items/06.Conflict1.toml":                                                    "items/06.toml",
		"items/06.Conflict.Conflict.toml":                                            "items/06.toml",
		"items/06.conflict2.toml":                                                    "items/06.toml",
		"items/06..path2.toml":                                                       "items/06.toml",
		"items/06.toml.path1":                                                        "items/06.toml",
		"items/06 (copy: conflict 2 on 2026-11-28).toml":                             "items/06.toml",
		"items/06 (DESKTOP-7A2K's conflicted copy 2026-11-28).toml":                  "items/06.toml",
		"items/06(Cong-Windows的冲突副本1_2026-06-26 02-11-37).toml":                      "items/06.toml",
		"items/06-残疾人补贴-DESKTOP-7A2K-safeBackup-0002.toml":                           "items/06-残疾人补贴.toml",
		"items/06-残疾人补贴-xian-safeBackup-0001.toml":                                   "items/06-残疾人补贴.toml",
		"items/06 (conflict #1_on_2026-09-23).toml":                                  "items/06.toml",
		"items/06 (Conflicted Copy 2026-11-28).toml":                                 "items/06.toml",
		"items/06（王某的冲突副本2026-11-28）.toml":                                           "items/06.toml",
		"items/06 (来自 PC 的冲突文件 2026-11-28).toml":                                     "items/06.toml",
		"items/06（冲突_示例_2026-11-28 10-11-12）.toml":                                   "items/06.toml",
		"items/06_Andy-PC_Jan-03-0901-2013_CaseConflict_1.toml":                      "items/06.toml",
		"items/06-残疾人补贴.sync-conflict-20261120-101112-ABCDEFG.toml":                  "items/06-残疾人补贴.toml",
		"items/06.sync-conflict-20261120-101112-ABCDEFG (conflicted copy 2026).toml": "items/06.toml",
		"images/门口.jpg 2026-11-28 101112.jpg":                                        "images/门口.jpg",
		"images/门口.jpg..path2":                                                       "images/门口.jpg",
		"kiosk (conflicted copy 2026-11-28 101112).toml":                             "kiosk.toml",
		"kiosk.toml.conflict1":                                                       "kiosk.toml",
		"kiosk - 副本.toml":                                                            "kiosk.toml",
		"kiosk(1).toml":                                                              "kiosk.toml",
		"kiosk 2.toml":                                                               "kiosk.toml",
		"holidays-DESKTOP-7A2K9QX.toml":                                              "holidays.toml",
		"复件 holidays.toml":                                                           "holidays.toml",

		"kiosk.toml":                      "kiosk.toml",
		"说明 (1).toml":                     "说明 (1).toml",
		"items/06.toml":                   "items/06.toml",
		"items/06-矛盾冲突调解.toml":            "items/06-矛盾冲突调解.toml",
		"items/06-调解（家庭冲突）.toml":          "items/06-调解（家庭冲突）.toml",
		"items/06 - 副本.toml":              "items/06 - 副本.toml", // a copy only beside 06.toml
		"items/06 (1).toml":               "items/06 (1).toml",
		"notices/2026-11-20-2.toml":       "notices/2026-11-20-2.toml",
		"notices/Conflict.toml":           "notices/Conflict.toml",
		"notices/.Conflict.toml":          "notices/.Conflict.toml",
		"images/conflicted copy.jpg":      "images/conflicted copy.jpg",
		"notices/2026-11-20 09-00-00.txt": "notices/2026-11-20 09-00-00.txt",
		"":                                "",
	} {
		if got := Original(name); got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
}

// TestCopyNamesTried: the same names in other releases, languages, widths, brackets and cases of letters, beside 06.toml.
func TestCopyNamesTried(t *testing.T) {
	for _, name := range []string{
		"06 (王某's conflicted copy 2026-11-28 (1)).toml", "06 (Konflikt-Kopie von Wang 2026-11-28).toml", "06 (Copie en conflit de X 2026-11-28).toml",
		"06 (王某 的衝突複本 2026-11-28).toml", "06（衝突）.toml", "06.冲突文件.toml", "06 冲突 2026-11-28.toml", "06_冲突文件_20261128.toml", "06冲突.toml",
		"06_NAS_11月-28-101112-2026_Conflict.toml", "06 - 複製.toml", "06－副本.toml", "06——副本（２）.toml", "06 – 副本.toml", "06.副本.toml", "复件 06.toml",
		"复件06.toml", "复件（2）06.toml", "06 - 副本 (2) - 副本.toml", "06 (1) (1).toml", "06-副本.TOML", "06 (1).Toml", "06 (conflicted copy 2026-11-28 101112).TOML",
	} {
		c, problems := Parse(append(dir("kiosk.toml", kioskToml, "items/01.toml", item("1")), dir("items/06.toml", item("2"), "items/"+name, item("2"),
			"notices/06.toml", noticeHead, "notices/"+name, noticeHead+"body = \"旧\"\n")...))
		if got := printed(t, problems); len(c.Items) != 2 || len(c.Notices) != 1 || strings.Count(got, "原文件是 items/06.toml")+strings.Count(got, "原文件是 notices/06.toml") != 2 {
			t.Errorf("%s: %d items and %d notices\n%s", name, len(c.Items), len(c.Notices), got)
		}
	}
}

// TestCopyBeside puts every copy of the table beside its original, in each folder: it isn't shown, and one warning
// names both. The mend, followed to the letter, leaves nothing to report.
func TestCopyBeside(t *testing.T) {
	old := map[string]string{ // older states of the same matter
		"items/":   strings.Replace(item("6"), "content", "title = \"旧\"\ncontent", 1),
		"notices/": "title = \"旧稿（示例）\"\ndate = 2026-11-20\nbody = \"新\"\n",
		"":         "centre = \"旧\"\n",
	}
	base := dir("kiosk.toml", kioskToml, "holidays.toml", "holidays = [2026-10-01]\n", "items/06.toml", item("6"), "notices/06.toml", noticeHead+"body = \"新\"\n")
	for _, c := range copyNames {
		for folder, text := range old {
			name, original := folder+c.example, folder+"06.toml"
			if folder == "" {
				name, original = strings.ReplaceAll(c.example, "06", "kiosk"), "kiosk.toml"
			}
			if folder == "items/" && c.proof == byText {
				continue // a repeated number, which is an error of its own
			}
			compareBeside(t, c.tool, base, File{Path: name, Data: []byte(text)}, original)
		}
		holidays := strings.ReplaceAll(c.example, "06", "holidays")
		compareBeside(t, c.tool, base, File{Path: holidays, Data: []byte("holidays = [2026-10-02]\n")}, "holidays.toml")
		if c.proof < byText {
			named := append(dir("notices/b.toml", "title = \"示例二\"\ndate = 2026-11-21\nimages = [\"images/06.jpg\"]\n"), picture("images/06.jpg"))
			compareBeside(t, c.tool, append(named, base...), picture("images/"+strings.ReplaceAll(c.example, ".toml", ".jpg")), "images/06.jpg")
		}
	}
}

// compareBeside adds a copy to a directory.
func compareBeside(t *testing.T, tool string, files []File, added File, original string) {
	t.Helper()
	if !Wants(added.Path) && !WantsImage(added.Path) {
		t.Errorf("%s: %s isn't read", tool, added.Path)
	}
	before, usual := Parse(files)
	after, problems := Parse(append([]File{added}, files...))
	if after.Revision != before.Revision || len(problems) != len(usual)+1 {
		t.Errorf("%s: %s beside its original: shown are %d items and %d notices\n%s", tool, added.Path, len(after.Items), len(after.Notices), printed(t, problems))
		return
	}
	for _, p := range problems {
		if p.File == added.Path {
			if p.Breaks() || !strings.Contains(p.Message, original) || !strings.Contains(p.Fix, "再删去这个副本") {
				t.Errorf("%s: %s", tool, p)
			}
			return
		}
	}
	t.Errorf("%s: no word of %s\n%s", tool, added.Path, printed(t, problems))
}

// TestCopyAlone: a name that proves a copy keeps the file off the screen without its original too, and the mend is
// its own name; any other is a file like all others.
func TestCopyAlone(t *testing.T) {
	for _, c := range copyNames {
		for folder, text := range map[string]string{"items/": item("6"), "notices/": noticeHead} {
			f := File{Path: folder + c.example, Data: []byte(text)}
			others := dir("kiosk.toml", kioskToml, "items/05.toml", item("1"))
			catalogue, problems := Parse(append(others, f))
			shown, usual := len(catalogue.Items)+len(catalogue.Notices), 0
			if folder == "items/" {
				usual = 1 // the numbers 2 to 5 are missing
			}
			if c.proof > byName {
				if shown != 2 || len(problems) != usual {
					t.Errorf("%s: %s alone: %d shown\n%s", c.tool, f.Path, shown, printed(t, problems))
				}
				continue
			}
			if shown != 1 || len(problems) != 1 || !strings.Contains(problems[0].Fix, "把这个副本改名为 06.toml") {
				t.Errorf("%s: %s alone: %d shown\n%s", c.tool, f.Path, shown, printed(t, problems))
			}
			f.Path = folder + "06.toml"
			if catalogue, _ := Parse(append(others, f)); len(catalogue.Items)+len(catalogue.Notices) != 2 {
				t.Errorf("%s: %s isn't shown when it is renamed", c.tool, c.example)
			}
		}
	}
}

// TestNoCopies: names that look like a copy's, beside a file that they aren't a copy of, are shown without a word.
func TestNoCopies(t *testing.T) {
	base := dir("kiosk.toml", kioskToml, "items/06.toml", item("1"), "notices/2026-11-20.toml", noticeHead+"body = \"甲\"\n")
	for name, text := range map[string]string{
		"items/06 - 副本.toml":            item("2"),
		"items/06 (1).toml":             item("2"),
		"items/06-一楼.toml":              item("2"),
		"items/06-DESKTOP-7A2K9QX.toml": item("2"),
		"items/复件 06.toml":              item("2"),
		"items/06 2.toml":               item("2"),
		"items/06（家庭冲突）.toml":           item("2"),
		"items/06-冲突调解.toml":            item("2"),
		"notices/2026-11-20-冲突调解.toml":  "title = \"示例二\"\ndate = 2026-11-20\nbody = \"乙\"\n",
		"notices/2026-11-20（冲突）.toml":   "title = \"示例二\"\ndate = 2026-11-21\n",
		"notices/2026-11-20-2.toml":     "title = \"示例二\"\ndate = 2026-11-20\nbody = \"乙\"\n",
		"notices/2026-11-20 2.toml":     "title = \"示例二\"\ndate = 2026-11-20\nbody = \"乙\"\n",
		"notices/2026-11-20-一楼.toml":    "title = \"示例二\"\ndate = 2026-11-20\nbody = \"乙\"\n",
		"notices/2026-11-20 (1).toml":   "title = \"示例\"\ndate = 2026-11-21\nbody = \"乙\"\n",
		"notices/2026-11-20 - 副本.toml":  "title = \"示例\"\ndate = 2026-12-20\nbody = \"甲\"\n",
		"notices/2026-11-21(1).toml":    "title = \"示例二\"\ndate = 2026-11-20\n",
	} {
		c, problems := Parse(append(base, File{Path: name, Data: []byte(text)}))
		if len(problems) > 0 || len(c.Items)+len(c.Notices) != 3 {
			t.Errorf("%s: %d items and %d notices\n%s", name, len(c.Items), len(c.Notices), printed(t, problems))
		}
	}
}

// A copy that isn't one, and its mend: another number, or the name that the fix gives.
func TestCopyThatIsNone(t *testing.T) {
	base := dir("kiosk.toml", kioskToml, "items/06.toml", item("1"), "notices/a.toml", noticeHead)
	second := strings.Replace(noticeHead, "示例", "示例二", 1)
	_, problems := Parse(append(base, dir("items/06 (1).toml", item("1"), "notices/a(1).toml", second)...))
	if got := printed(t, problems); !strings.Contains(got, "真是另一项，就改序号") || !strings.Contains(got, "就把这个文件改名为 另一个a.toml") {
		t.Fatalf("%s", got)
	}
	c, problems := Parse(append(base, dir("items/06 (1).toml", item("2"), "notices/另一个a.toml", second)...))
	if len(problems) > 0 || len(c.Items) != 2 || len(c.Notices) != 2 {
		t.Errorf("%d items and %d notices\n%s", len(c.Items), len(c.Notices), printed(t, problems))
	}
}

// A copy beside a broken original is not shown in its place.
func TestCopyOfBroken(t *testing.T) {
	for _, name := range []string{"06 (1).toml", "06 - 副本.toml", "06.Conflict.toml"} {
		c, problems := Parse(dir("kiosk.toml", kioskToml, "items/01.toml", item("1"),
			"items/06.toml", "number = 二\n", "items/"+name, item("2"),
			"notices/06.toml", "title = ", "notices/"+name, noticeHead))
		if len(c.Items) != 1 || len(c.Notices) != 0 || !Broken(problems)["items/06.toml"] || Broken(problems)["items/"+name] {
			t.Errorf("%s: %d items and %d notices\n%s", name, len(c.Items), len(c.Notices), printed(t, problems))
		}
	}
}

// FuzzCopied: an original's name is shorter than its copy's and in the same folder, and asking ends.
func FuzzCopied(f *testing.F) {
	for _, c := range copyNames {
		f.Add(c.example)
	}
	for _, c := range transferNames {
		f.Add(c.example)
	}
	f.Fuzz(func(t *testing.T, base string) {
		base = path.Base(base)
		if from, p := copied(base, byText); from != "" && (len(from) >= len(base) || p == notCopy) || from == "" && p != notCopy {
			t.Errorf("%q: %q, %d", base, from, p)
		}
		for _, folder := range []string{"", "items/", "notices/", "images/"} {
			from := Original(folder + base)
			if path.Dir(from) != path.Dir(folder+base) || Original(from) != from && strings.Count(base, "onflict") < maxCopied {
				t.Errorf("%q is a copy of %q", folder+base, from)
			}
		}
		if to := Arriving(base); len(to) >= len(base) && to != "" {
			t.Errorf("%q arrives as %q", base, to)
		}
	})
}
