package catalogue

import (
	"strings"
	"testing"
)

// TestSizes: check tells of thumbnails and of strips, and of nothing that is seen well, however long.
func TestSizes(t *testing.T) {
	const at = "notices/a.toml:3:11: 提醒：图片 “images/a.jpg” "
	small := func(size string) string {
		return at + "太小，只有 " + size + " 像素，屏幕上最多放大到两倍；改法：换成原图，长边 1000 像素以上；在微信里先点开图片，再点“查看原图”，然后保存\n"
	}
	for _, c := range []struct {
		w, h int
		want string
	}{
		{120, 90, small("120×90")},
		{90, 120, small("90×120")},
		{319, 319, small("319×319")},
		{320, 240, ""},
		{1080, 12000, ""},
		{1080, 2400, ""},
		{8160, 6144, ""},
		{7999, 1000, ""},
		{12000, 1000, at + "太扁（12000×1000 像素），屏幕上只有窄窄一条；改法：用看图软件从左到右截成几段，每段的宽不超过高的 3 倍，各存一个文件，依次写进 images\n"},
	} {
		files := dir("kiosk.toml", kioskToml, "items/1.toml", item("1"), "notices/a.toml", noticeHead+"images = [\"images/a.jpg\"]\n")
		files = append(files, File{Path: "images/a.jpg", Image: &Fact{Width: c.w, Height: c.h, Orientation: 1, Hash: "1"}})
		if got := printed(t, Sizes(files)); got != c.want {
			t.Errorf("%d×%d: %s", c.w, c.h, got)
		}
	}
	broken := append(dir("notices/a.toml", noticeHead+"images = [\"images/a.jpg\", \"images/b.jpg\"]\n"), File{Path: "images/a.jpg", Image: &Fact{Hash: "1", Message: "打不开"}})
	if got := printed(t, Sizes(broken)); got != "" {
		t.Errorf("of what isn't shown: %s", got)
	}
}

// TestSizesMend: the mend of each warning, followed literally, ends the warning.
func TestSizesMend(t *testing.T) {
	for _, mended := range []Image{{Width: 1000, Height: 750}, {Width: 3000, Height: 1000}} {
		if _, message, _ := mended.unclear(); message != "" {
			t.Errorf("%d×%d: %s", mended.Width, mended.Height, message)
		}
	}
}

// TestSizesOfPlans: a floor plan that can't be seen well is reported at its key, in kiosk.toml and in an item.
func TestSizesOfPlans(t *testing.T) {
	const contact = "[contact]\nmap = \"images/a.png\"\n"
	files := append(dir("kiosk.toml", kioskToml+contact, "items/1.toml", item("1")+contact), picture("images/a.png"))
	got := printed(t, Sizes(files))
	for _, place := range []string{"kiosk.toml:4:1: 提醒：图片 “images/a.png” 太小", "items/1.toml:6:1: 提醒：图片 “images/a.png” 太小"} {
		if !strings.Contains(got, place) || strings.Count(got, "\n") != 2 {
			t.Errorf("%s, want %s", got, place)
		}
	}
}
