package catalogue

import (
	"strings"
	"testing"
)

// TestStray: want is the message and the fix; "" for none.
func TestStray(t *testing.T) {
	for _, c := range []struct {
		name   string
		folder bool
		want   string
	}{
		{"kiosk.toml", false, ""},
		{"items", true, ""},
		{"items/6.toml", false, ""},
		{"items/6.toml.txt", false, ""}, // Parse reports it
		{"notices/~$a.docx", false, ""},
		{"notices/.stfolder", true, ""},
		{"notices/README.txt", false, ""},
		{"说明.txt", false, ""},
		{"备份", true, ""},
		{"公告", true, "这个文件夹里的东西不会显示；文件夹的名字要一字不差，改名为 notices；已经有 notices，就把里面的文件移进去"},
		{"Items", true, "这个文件夹里的东西不会显示；文件夹的名字要一字不差，改名为 items；已经有 items，就把里面的文件移进去"},
		{"图片", true, "这个文件夹里的东西不会显示；文件夹的名字要一字不差，改名为 images；已经有 images，就把里面的文件移进去"},
		{"06.toml", false, "放在这里的文件不会显示；事项移到 items 文件夹，公告移到 notices 文件夹"},
		{"Kiosk.toml", false, "文件名的大小写不对，不会读；改名为 kiosk.toml"},
		{"items/旧", true, "这个子文件夹里的文件不会显示；把里面的 .toml 文件移到 items/ 里；不用的移到内容目录外面"},
		{"notices/新建文本文档.txt", false, "文件名的结尾不是 .toml，不会显示；写的要是 键 = 值，就改名为 “新建文本文档.toml”；是平常的文字，就照手册另写一个"},
		{"notices/停水通知", false, "文件名的结尾不是 .toml，不会显示；改名为 “停水通知.toml”"},
		{"notices/停水通知。toml", false, "文件名的结尾不是 .toml，不会显示；改名为 “停水通知.toml”"},
		{"notices/停水通知.tmol", false, "文件名的结尾不是 .toml，不会显示；改名为 “停水通知.toml”"},
		{"notices/停水通知.docx", false, "这种文件不会显示；把要显示的文字写进 .toml 文件；这个文件移到内容目录外面"},
		{"notices/现场.JPG", false, "图片放在这里不会显示；移到 images 文件夹"},
	} {
		p, ok := Stray(c.name, c.folder)
		if got := strings.Trim(p.Message+"；"+p.Fix, "；"); got != c.want || ok != (c.want != "") {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}
