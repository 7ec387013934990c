package catalogue

import (
	"path"
	"strings"
	"unicode/utf8"

	"gongkai/kiosk/diag"
)

// Stray returns the problem of a file or folder in a content directory that staff may take for content, but that
// isn't read; ok is false for anything else. name is a path in the directory itself, in items or in notices.
func Stray(name string, folder bool) (p diag.Problem, ok bool) {
	dir, base := path.Split(name)
	if Wants(name) || leftover(base) || !utf8.ValidString(name) {
		return p, false
	}
	p = diag.Problem{File: name, Severity: diag.Warning, Code: "not-read"}
	switch {
	case dir == "" && folder:
		p.Message, p.Fix = strayFolder(base)
	case dir == "":
		p.Message, p.Fix = strayInRoot(base)
	case folder:
		p.Message, p.Fix = "这个子文件夹里的文件不会显示", "把里面的 .toml 文件移到 "+dir+" 里；不用的移到内容目录外面"
	default:
		p.Message, p.Fix = strayFile(base)
	}
	return p, p.Message != ""
}

// folders are the names of a content directory's folders, and others that people give them.
var folders = map[string][]string{
	"items":   {"item", "事项", "公开事项", "目录"},
	"notices": {"notice", "公告", "通知", "工作动态", "动态"},
	"images":  {"image", "图片", "照片", "img", "imgs", "pictures", "photos"},
}

func strayFolder(base string) (message, fix string) {
	for name, others := range folders {
		for _, other := range append(others, name) {
			if base != name && strings.EqualFold(base, other) {
				return "这个文件夹里的东西不会显示", "文件夹的名字要一字不差，改名为 " + name + "；已经有 " + name + "，就把里面的文件移进去"
			}
		}
	}
	return "", ""
}

func strayInRoot(base string) (message, fix string) {
	if !strings.EqualFold(path.Ext(withoutTxt(base)), ".toml") {
		return "", ""
	}
	if lower := strings.ToLower(withoutTxt(base)); lower == "kiosk.toml" || lower == "holidays.toml" {
		return "文件名的大小写不对，不会读", "改名为 " + lower
	}
	return "放在这里的文件不会显示", "事项移到 items 文件夹，公告移到 notices 文件夹"
}

// strayFile reports a file in items or notices that is no .toml.
func strayFile(base string) (message, fix string) {
	ext := strings.ToLower(path.Ext(base))
	stem := strings.TrimSuffix(base, path.Ext(base))
	toml := "“" + diag.Printable(strings.TrimRight(stem, ".。 ")) + ".toml”"
	switch {
	case strings.EqualFold(stem, "readme"), strings.EqualFold(stem, "license"), ext == ".md":
		return "", ""
	case WantsImage("images/" + base):
		return "图片放在这里不会显示", "移到 images 文件夹"
	case ext == ".txt":
		return "文件名的结尾不是 .toml，不会显示", "写的要是 键 = 值，就改名为 " + toml + "；是平常的文字，就照手册另写一个"
	case strings.Contains(base, "。") || ext == "" || diag.Suggest(ext, []string{".toml"}) != "":
		return "文件名的结尾不是 .toml，不会显示", "改名为 " + strings.ReplaceAll(toml, "。toml", "")
	}
	return "这种文件不会显示", "把要显示的文字写进 .toml 文件；这个文件移到内容目录外面"
}
