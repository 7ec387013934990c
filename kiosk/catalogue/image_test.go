package catalogue

import (
	"slices"
	"strings"
	"testing"
)

const noticeHead = "title = \"示例\"\ndate = 2026-11-20\n"

// TestImageProblems: an image's fault is reported at the line that names it, and keeps the image
// off the screen, not the text.
func TestImageProblems(t *testing.T) {
	broken := File{Path: "images/b.png", Image: &Fact{Hash: "b", Message: "打不开", Fix: "换一张"}}
	for _, c := range []struct {
		title, in, want string
		images          []File
		shown           int
	}{
		{"all well", `images = ["images/a.jpg"]`, "", []File{picture("images/a.jpg")}, 1},
		{"missing, others there", "images = [\n  \"images/a.jpg\",\n  \"images/c.jpg\",\n]\n",
			"notices/a.toml:5:3: 错误：图片 “images/c.jpg” 找不到；改法：把图片放到 images 目录，或改正这里的文件名\n", []File{picture("images/a.jpg")}, 1},
		{"another case", `images = ["images/A.jpg"]`,
			"notices/a.toml:3:11: 提醒：图片 “images/A.jpg” 跟文件的名字不一样，屏幕上显示的是 “images/a.JPG”；改法：大小写也要一样，写成 \"images/a.JPG\"\n", []File{picture("images/a.JPG")}, 1},
		{"a slip of the pen", `images = ["images/zhongqui.jpg"]`,
			"notices/a.toml:3:11: 错误：图片 “images/zhongqui.jpg” 找不到；改法：改成 \"images/zhongqiu.jpg\"，或把图片放到 images 目录\n", []File{picture("images/zhongqiu.jpg")}, 0},
		{"broken", `images = ["images/b.png", "images/a.jpg"]`,
			"notices/a.toml:3:11: 错误：图片 “images/b.png” 打不开；改法：换一张\n", []File{broken, picture("images/a.jpg")}, 1},
		{"unused", "", "images/a.jpg: 提醒：公告和平面图都没有用到这张图片；改法：要用就在公告的 images 里，或者 [contact] 的 map 里写上 \"images/a.jpg\"；不用了再删去\n", []File{{Path: "images/a.jpg"}}, 0},
		{"unused for all that can be known", "images = [", "notices/a.toml:3:10: 错误：方括号没有结束；改法：在列表的末尾补上英文方括号 ]\n", []File{picture("images/a.jpg")}, 0},
		{"what tools leave behind", "", "", []File{{Path: "images/~$a.jpg"}, {Path: "images/.a.jpg"}, {Path: "images/Thumbs.db"}}, 0},
		{"a conflict copy", `images = ["images/a.jpg"]`,
			"images/a.sync-conflict-20261120-101112-ABCDEFG.jpg: 提醒：这是同步冲突留下的副本，不会显示；原文件是 images/a.jpg；改法：对照两张图片，把要的留作 images/a.jpg，再删去这个副本\n",
			[]File{picture("images/a.jpg"), {Path: "images/a.sync-conflict-20261120-101112-ABCDEFG.jpg"}}, 1},
		{"too many", "images = [" + strings.Repeat(`"images/a.jpg",`, maxImages+3) + "]",
			"notices/a.toml:3:1511: 错误：图片超过 100 张，从这一张起不显示；改法：只留要紧的，或分成几个公告\n", []File{picture("images/a.jpg")}, maxImages},
	} {
		got, problems := about(t, noticeHead+c.in, c.images...)
		shown := 0
		if len(got.Notices) > 0 {
			shown = len(got.Notices[0].Images)
		}
		if problems != c.want || shown != c.shown {
			t.Errorf("%s: got\n%swant\n%sshown %d, want %d", c.title, problems, c.want, shown, c.shown)
		}
	}
}

func TestPoster(t *testing.T) {
	one, two := []Image{{}}, []Image{{}, {}}
	for _, c := range []struct {
		n    Notice
		want bool
	}{{Notice{Images: one}, true}, {Notice{Images: two}, false}, {Notice{Images: one, Body: "示例"}, false}, {Notice{}, false}} {
		if c.n.Poster() != c.want {
			t.Errorf("%+v: %v", c.n, !c.want)
		}
	}
}

func TestImagesOf(t *testing.T) {
	file := File{Path: "notices/a.toml", Data: []byte(noticeHead + "images = [\"images/a.jpg\", \" images/b/c.png \", \"../x.jpg\", \"images/a.jpg\"]\n")}
	if got := ImagesOf(file); !slices.Equal(got, []string{"images/a.jpg", "images/b/c.png", "../x.jpg"}) {
		t.Errorf("%q", got)
	}
	file.Path = "items/a.toml"
	if got := ImagesOf(file); got != nil {
		t.Errorf("an item names %q", got)
	}
}

// TestImagesInRevision: the images that are named count, by their bytes, whether or not the
// picture in them can be shown.
func TestImagesInRevision(t *testing.T) {
	of := func(notice string, images ...File) string {
		c, _ := about(t, noticeHead+notice, images...)
		return c.Revision
	}
	const named = `images = ["images/a.jpg"]` + "\nbody = \"示例\"\n"
	with := func(f Fact) string { return of(named, File{Path: "images/a.jpg", Image: &f}) }
	base := with(Fact{Hash: "1"})
	if with(Fact{Hash: "2"}) == base || of(named) == base {
		t.Error("an image that is named doesn't count")
	}
	if with(Fact{Hash: "1", Message: "打不开"}) != base {
		t.Error("a broken picture counts otherwise than by its bytes")
	}
	if of(named, File{Path: "images/a.jpg", Image: &Fact{Hash: "1"}}, picture("images/b.jpg")) != base {
		t.Error("an image that no notice names counts")
	}
}

// TestNothingButPictures: a notice none of whose pictures can be shown stays off the screen without a text.
func TestNothingButPictures(t *testing.T) {
	bad := File{Path: "images/b.png", Image: &Fact{Hash: "b", Message: "打不开", Fix: "换一张"}}
	for _, c := range []struct {
		in    string
		shown bool
	}{
		{`images = ["images/b.png"]`, false},
		{`images = ["images/gone.png", "images/b.png"]`, false},
		{`images = ["images/b.png", "images/a.png"]`, true},
		{"images = [\"images/b.png\"]\nbody = \"示例\"", true},
		{`images = [""]`, true},
		{"", true},
	} {
		got, problems := Parse(append(dir("kiosk.toml", kioskToml, "items/1.toml", item("1"), "notices/a.toml", noticeHead+c.in), bad, picture("images/a.png")))
		if broken := Broken(problems)["notices/a.toml"]; (len(got.Notices) == 1) != c.shown || broken == c.shown {
			t.Errorf("%s: %d shown, broken %v", c.in, len(got.Notices), broken)
		}
	}
}
