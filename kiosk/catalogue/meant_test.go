package catalogue

import (
	"fmt"
	"testing"
)

// TestMeant: the fix of a wrong name is the image that it seems to mean, and that image doesn't count as unused.
func TestMeant(t *testing.T) {
	const at = "notices/a.toml:3:11: 错误：图片 "
	for _, c := range []struct{ there, named, want string }{
		{"images/door.png", "../door.png", "“../door.png” 不在 images 目录里；改法：写成 \"images/door.png\"\n"},
		{"images/door.png", `D:\照片\door.png`, `“D:\照片\door.png” 的路径用了反斜杠；改法：改成 "images/door.png"，或把图片放到 images 目录` + "\n"},
		{"images/2026/door.png", "images/door.png", "“images/door.png” 找不到；改法：改成 \"images/2026/door.png\"，或把图片放到 images 目录\n"},
		{"images/门口.jpg", "images/门口.jpeg", "“images/门口.jpeg” 找不到；改法：结尾也要一样，改成 \"images/门口.jpg\"\n"},
		{"images/门口.JFIF", "images/门口.jpg", "“images/门口.jpg” 找不到；改法：结尾也要一样，改成 \"images/门口.JFIF\"\n"},
		{"images/photo.jpg", "images/photo.heic", "“images/photo.heic” 是 HEIC，不能显示；改法：结尾也要一样，改成 \"images/photo.jpg\"\n"},
		{"images/zhongqiu.jpg", "zhongqui.jpg", "“zhongqui.jpg” 不在 images 目录里；改法：改成 \"images/zhongqiu.jpg\"，或把图片放到 images 目录\n"},
		{"images/IMG_1.HEIC", "images/IMG_1.jpg", "“images/IMG_1.jpg” 找不到；改法：\"images/IMG_1.HEIC\" 有，但这种格式不能显示：在苹果手机的“设置—相机—格式”里选“兼容性最佳”，重新拍；或用微信把照片发到电脑（不选“原图”），收到的就是 JPEG，文件名写 IMG_1.jpg，放到 images 目录，写成 \"images/IMG_1.jpg\"\n"},
		{"images/IMG_1.HEIC", "images/IMG_1.png", "“images/IMG_1.png” 找不到；改法：\"images/IMG_1.HEIC\" 有，但这种格式不能显示：在苹果手机的“设置—相机—格式”里选“兼容性最佳”，重新拍；或用微信把照片发到电脑（不选“原图”），收到的就是 JPEG，文件名写 IMG_1.jpg，放到 images 目录，写成 \"images/IMG_1.jpg\"\n"},
	} {
		_, got := about(t, noticeHead+"images = ['"+c.named+"']\n", picture(c.there))
		if want := at + c.want; got != want {
			t.Errorf("%s, with %s\ngot\n%swant\n%s", c.named, c.there, got, want)
		}
	}
}

// TestNotMeant: an image that a wrong name doesn't mean is unused; if no image is meant, the fix corrects the name itself.
func TestNotMeant(t *testing.T) {
	const unused = "images/yard.png: 提醒：公告和平面图都没有用到这张图片；改法：要用就在公告的 images 里，或者 [contact] 的 map 里写上 \"images/yard.png\"；不用了再删去\n"
	for _, c := range []struct{ named, want string }{
		{"door.png", "“door.png” 不在 images 目录里；改法：把图片放到 images 目录，写成 \"images/door.png\"\n"},
		{`a\b\door.png`, `“a\b\door.png” 的路径用了反斜杠；改法：把图片放到 images 目录，写成 "images/door.png"` + "\n"},
		{"images/door", "“images/door” 没有写结尾；改法：文件名连结尾写全，例如 \"images/a.jpg\"\n"},
		{"photo.heic", "“photo.heic” 是 HEIC，不能显示；改法：只改文件名没有用，要在苹果手机的“设置—相机—格式”里选“兼容性最佳”，重新拍；或用微信把照片发到电脑（不选“原图”），收到的就是 JPEG，放到 images 目录，写成 \"images/photo.jpg\"\n"},
		{"images", "“images” 不在 images 目录里；改法：把图片放到 images 目录，写成 \"images/a.jpg\"\n"},
		{"", "“” 不在 images 目录里；改法：把图片放到 images 目录，写成 \"images/a.jpg\"\n"},
	} {
		_, got := about(t, noticeHead+"images = ['"+c.named+"']\n", picture("images/yard.png"))
		if want := unused + "notices/a.toml:3:11: 错误：图片 " + c.want; got != want {
			t.Errorf("%s\ngot\n%swant\n%s", c.named, got, want)
		}
	}
}

// TestUnknownIsNotUnused: while a notice's images can't be read, or are named in a file that is skipped, no image is
// reported as unused.
func TestUnknownIsNotUnused(t *testing.T) {
	const named = noticeHead + "images = [\"images/door.png\"]\n"
	for path, notice := range map[string]string{
		"notices/b.toml":     noticeHead + "images = \"images/door.png\"\n",
		"notices/c.toml":     noticeHead + "image = [\"images/door.png\"]\n",
		"notices/d.toml":     noticeHead + "images = [{file = \"images/door.png\"}]\n",
		"notices/e.toml":     "title = “示例”\n",
		"notices/f.toml.txt": named,
		"items/g.toml":       named,
		"notices/h.sync-conflict-20261120-101112-ABCDEFG.toml": named,
	} {
		files := dir("kiosk.toml", kioskToml, "items/1.toml", item("1"), path, notice)
		_, problems := Parse(append(files, picture("images/door.png")))
		if len(problems) != 1 || problems[0].File != path {
			t.Errorf("%s: %v", path, problems)
		}
	}
}

// TestSearchEnds: with more wrong names than are looked up, no image is reported as unused.
func TestSearchEnds(t *testing.T) {
	for _, c := range []struct{ wrong, problems int }{{maxSought, maxSought + 1}, {maxSought + 1, maxSought + 1}} {
		files := append(dir("kiosk.toml", kioskToml, "items/1.toml", item("1")), picture("images/yard.png"))
		for i := range c.wrong {
			files = append(files, dir(fmt.Sprintf("notices/%d.toml", i), fmt.Sprintf("title = \"%d\"\ndate = 2026-11-20\nimages = [\"door-%d.png\"]\n", i, i))...)
		}
		if _, problems := Parse(files); len(problems) != c.problems {
			t.Errorf("%d wrong names: %d problems, want %d", c.wrong, len(problems), c.problems)
		}
	}
}
