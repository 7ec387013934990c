package catalogue

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
)

// TestImagesAreFound: an image is found by any name that can mean no other; a name that looks otherwise than the file's is
// reported, with the file's own.
func TestImagesAreFound(t *testing.T) {
	for _, c := range []struct {
		there, named string // named between single quotes
		told         bool
	}{
		{"images/门口.jpg", "images/门口.jpg", false},
		{"images/" + norm.NFD.String("café.jpg"), "images/café.jpg", false},
		{"images/café.jpg", "images/" + norm.NFD.String("café.jpg"), false},
		{"images/がく.jpg", "images/" + norm.NFD.String("がく.jpg"), false},
		{"images/門\uf9d8.jpg", "images/門" + norm.NFC.String("\uf9d8") + ".jpg", false},
		{"images/门口.jpg", "  images/门口.jpg\u3000", false},
		{"images/门口.jpg", "images/门\u200b口.jpg\ufeff", false},
		{"images/门\u200b口.jpg", "images/门口.jpg", false},
		{"images/门口.jpg", "images／门口.jpg", true},
		{"images/门口.jpg", "images/门口．jpg", true},
		{"images/门口.jpg", "images/门口。jpg", true},
		{"images/合影（1）.jpg", "images/合影(1).jpg", true},
		{"images/合影(1).jpg", "images/合影（1）.jpg", true},
		{"images/IMG_01.jpg", "images/ＩＭＧ＿０１．ｊｐｇ", true},
		{"images/ＩＭＧ.jpg", "images/img.jpg", true},
		{"images/门口.jpg", "images/门口.JPG", true},
		{"images/Door.PNG", "IMAGES/door.png", true},
		{"images/door.png", "door.png", true},
		{"images/door.png", "./images/door.png", true},
		{"images/door.png", "/images/door.png", true},
		{"images/door.png", "/door.png", true},
		{"images/door.png", `images\door.png`, true},
		{"images/door.png", `.\images\door.png`, true},
		{"images/门口.jpg", `C:\Users\示例\Desktop\内容\images\门口.jpg`, true},
		{"images/门口.jpg", `\\server\share\images\门口.jpg`, true},
		{"images/门口.jpg", "file:///C:/kiosk/images/%E9%97%A8%E5%8F%A3.jpg", true},
		{"images/门口.jpg", `"images/门口.jpg"`, true},
		{"images/门口.jpg", "“images/门口.jpg”", true},
		{"images/门口.jpg.jpg", "images/门口.jpg", true},
		{"images/门口.png.JPG", "images/门口.png", true},
		{"images/门口.jpg", "images/门口.jpg.jpg", true},
		{"images/门口.jpg", "images/门口", true},
		{"images/门口.JPEG", "门口", true},
		{"images/2026/door.png", "2026/door.png", true},
		{"images/2026.1.jpg", "images/2026.1", true},
		{"images/活动 照片.jpg", "images/活动%20照片.jpg", true},
		{"images/门口.jpg", "images/门口 .jpg", true},
	} {
		got, problems := about(t, noticeHead+"images = ['"+c.named+"']\n", picture(c.there))
		images := got.Notices[0].Images
		if len(images) != 1 || images[0].Name != c.there {
			t.Errorf("%s is not found by %s: %s", c.there, c.named, problems)
			continue
		}
		switch {
		case !c.told && problems != "":
			t.Errorf("%s: %s", c.named, problems)
		case c.told && !strings.Contains(problems, "提醒：图片 ") || c.told && !strings.Contains(problems, "写成 "+inQuotes(c.there)):
			t.Errorf("%s isn't told: %q", c.named, problems)
		}
	}
}

// TestNotFound: a name that may mean several images, or one of another folder, shows none.
func TestNotFound(t *testing.T) {
	for _, c := range []struct{ there, named string }{
		{"images/门口.jpg images/门口.png", "images/门口"},
		{"images/门口.jpg", "../images2/门口.jpg"},
		{"images/门口.jpg", "../门口.jpg"},
		{"images/门口.jpg", `C:\Users\示例\Desktop\门口.jpg`},
		{"images/门口.jpg", "file:///C:/Users/示例/门口.jpg"},
		{"images/门口.jpg", "https://example.org/门口.jpg"},
		{"images/门口.jpg", "/home/示例/门口.jpg"},
		{"images/门口.jpg", "images/门口.png"},
		{"images/门口.jpg", "images/门口jpg"},
		{"images/门口.jpg", "images/门口，jpg"},
		{"images/门口.jpg", "images:门口.jpg"},
		{"images/门口.jpg", "images门口.jpg"},
	} {
		var there []File
		for _, path := range strings.Fields(c.there) {
			there = append(there, picture(path))
		}
		got, problems := about(t, noticeHead+"images = ['"+c.named+"']\n", there...)
		if len(got.Notices) > 0 && len(got.Notices[0].Images) > 0 || !strings.Contains(problems, "错误：") || !strings.Contains(problems, `"images/门口.jpg"`) {
			t.Errorf("%s, with %s: %s", c.named, c.there, problems)
		}
	}
}

// TestSeveralNames: names are several whatever joins them, if each has its ending.
func TestSeveralNames(t *testing.T) {
	for text, want := range map[string]string{
		"a.jpg|b.png": "a.jpg b.png", "a.jpg+images/b.png": "a.jpg images/b.png", "a.jpg和b.png": "a.jpg b.png",
		"a.jpg 与 b.png，c.webp": "a.jpg b.png c.webp", "和平.jpg、b.png": "和平.jpg b.png", "和平.jpg": "", "活动 照片.jpg|b.png": "活动 照片.jpg b.png", "a.jpg b.png": "a.jpg b.png", "a和b.jpg": "", "a|b.jpg": "",
	} {
		if got := strings.Join(severalIn(text), " "); got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

// TestExactFirst: of names that differ in case or normal form alone each means its own file.
func TestExactFirst(t *testing.T) {
	all := []string{"images/A.jpg", "images/a.jpg", "images/a.jpg.jpg", "images/Ａ.jpg", "images/" + norm.NFD.String("é.jpg"), "images/é.jpg"}
	names := NewImageNames(all)
	for _, p := range all {
		if got := names.Find(p); got != p {
			t.Errorf("%s found by %s", got, p)
		}
	}
	if got := names.Find("images/b.jpg"); got != "images/b.jpg" {
		t.Errorf("an image that is on its way is %q", got)
	}
}

// TestEscapedNames: what TOML makes of a single backslash doesn't hide which image was meant.
func TestEscapedNames(t *testing.T) {
	for _, name := range []string{"tongzhi", "notice", "renwu", "banshi", "fangwu", "edu", "news", "xab", "u0041", "udisk", "xuexi", "door", "门口"} {
		path := "images/" + name + ".jpg"
		got, problems := about(t, noticeHead+`images = ["images\`+name+`.jpg"]`+"\n", picture(path))
		if images := got.Notices[0].Images; len(images) != 1 || images[0].Name != path || !strings.HasSuffix(problems, "写成 \""+path+"\"\n") {
			t.Errorf("%s: %s", name, problems)
		}
	}
	_, problems := about(t, noticeHead+`images = ["images\xuexi"]`+"\n", picture("images/xuexi.jpg"))
	if want := "notices/a.toml:3:18: 错误：“images”（图片）的路径用了反斜杠；改法：写成 images = [\"images/xuexi.jpg\"]\n"; problems != want {
		t.Errorf("got\n%swant\n%s", problems, want)
	}
}

// TestJoinedNames: names in one string are several images.
func TestJoinedNames(t *testing.T) {
	const want = "notices/a.toml:3:11: 提醒：图片的一项里写了 2 个文件名；改法：一个文件名写一项，这里改成 \"images/a.jpg\", \"images/b.jpg\"\n"
	for _, named := range []string{
		`"images/a.jpg,images/b.jpg"`, `"a.jpg,b.jpg"`, `"a.jpg、b.jpg"`, `"a.jpg b.jpg"`, `"a.jpg，b.jpg"`, `"a.jpg；b.jpg"`, `"a.jpg\nb.jpg"`, "\"\"\"\na.jpg\nb.jpg\n\"\"\"", `"A.JPG; 'b.jpg'"`,
	} {
		got, problems := about(t, noticeHead+"images = ["+named+"]\n", picture("images/a.jpg"), picture("images/b.jpg"))
		if problems != want || len(got.Notices[0].Images) != 2 {
			t.Errorf("%s: got\n%swant\n%s", named, problems, want)
		}
	}
	got, problems := about(t, noticeHead+"images = [\"images/合影 1.jpg\"]\n", picture("images/合影 1.jpg"))
	if problems != "" || len(got.Notices[0].Images) != 1 {
		t.Errorf("a space in a name: %s", problems)
	}
}

// FuzzImageNames: any name leads to one of the images, to a path in their folder, or nowhere.
func FuzzImageNames(f *testing.F) {
	for _, in := range []string{"images/a.jpg", `C:\Users\a.jpg`, "file:///C:/%E9.jpg", "images／门口。jpg", "../x", "“a.jpg”", "a.jpg,b.jpg", "a", ".", "//", "：", "images/..jpg"} {
		f.Add(in, "images/a.jpg", "images/门口.jpg.jpg")
	}
	f.Fuzz(func(t *testing.T, name, one, two string) {
		there := slices.DeleteFunc([]string{one, two}, func(p string) bool { return !WantsImage(p) })
		got := NewImageNames(there).Find(name)
		if got != "" && !slices.Contains(there, got) && (!WantsImage(got) || strings.Contains("/"+got+"/", "/../")) {
			t.Errorf("%q leads to %q", name, got)
		}
		if slices.Contains(there, name) && got != name {
			t.Errorf("%q leads to %q", name, got)
		}
	})
}

// TestNameInNoEncoding: no name in a notice means a file whose own name isn't UTF-8, which nothing could open by it.
func TestNameInNoEncoding(t *testing.T) {
	names := NewImageNames([]string{"images/\xb2\xd0.jpg"})
	for _, name := range []string{"images/\xb2\xd0.jpg", "images/\ufffd\ufffd.jpg"} {
		if got := names.Find(name); got == "images/\xb2\xd0.jpg" {
			t.Errorf("%q means %q", name, got)
		}
	}
}
